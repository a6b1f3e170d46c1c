"""How far the interview came: which of its sections were not, or not wholly, asked and answered."""

from interview.spec import Section
from scoring.findings import Findings


def left_open(findings: Findings) -> list[Section]:
    """Sections of which fewer main questions were judged than they were to ask."""
    return [
        section
        for section in findings.began.spec.sections
        if section.rubric()
        and sum(bool(question.points) for question in findings.questions if question.section == section.id)
        < min(section.ask, sum(question.section == section.id for question in findings.questions))
    ]
