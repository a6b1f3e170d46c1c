"""The form `conversation`: strong indicators and red flags that were found, phase by phase."""

from collections.abc import Sequence
from typing import Literal

from interview.model import Frozen
from interview.spec import Section
from scoring.findings import Findings
from scoring.forms.evidence import EvidenceTable
from scoring.forms.head import Report, head
from scoring.forms.points import Flag, Point, QuestionGrade, cited, flag, grades, not_raised, of_axis
from scoring.judge import JudgedAxis, Judgement

Found = Literal["found", "in part", "not found", "unscored"]

STRONG = (
    "Asks about the business problem and data",
    "Discusses data quality and preprocessing",
    "Considers multiple algorithms with trade-offs",
    "Mentions evaluation metrics appropriate to the problem",
    "Thinks about production deployment",
    "Aware of overfitting, bias, and fairness",
    "Iterative mindset",
    "Real project examples with results",
    "Discusses failures and learnings",
)
"""The source's strong indicators, in its order and by its names; an axis of another name is no such indicator."""

FOUND: dict[Judgement | None, Found] = {
    "strong": "found",
    "adequate": "in part",
    "weak": "not found",
    None: "unscored",
}
ORDER: tuple[Found, ...] = ("found", "in part", "not found", "unscored")
"""The best first."""


class Indicator(Frozen):
    """An axis of the spec in one phase: a strong indicator of the source, or something else that was looked for."""

    id: str
    name: str
    status: Found
    reason: str
    points: tuple[Point, ...]
    evidence: tuple[str, ...]


class Phase(Frozen):
    """One section of the conversation."""

    id: str
    title: str
    questions: tuple[str, ...]
    answer: str
    answer_unclear: tuple[tuple[int, int], ...] = ()
    """From and to in the answer, in characters: words that were not heard clearly."""
    answer_ms: tuple[int, int | None] | None
    """From and to on the recording; null when it was never reached."""
    answered: bool
    indicators: tuple[Indicator, ...]
    red_flags: tuple[Flag, ...]
    not_raised: tuple[Flag, ...] = ()
    """The phase's other red flags."""


class Overview(Frozen):
    """One indicator over the whole conversation."""

    name: str
    status: Found
    """The best of its phases."""
    phases: tuple[str, ...]
    """Titles of the phases that show it so."""


class ConversationReport(Report):
    """The whole report."""

    form: Literal["conversation"] = "conversation"
    overview: tuple[Overview, ...]
    """The source's strong indicators, as far as this conversation looked for them."""
    others: tuple[Overview, ...]
    """What else it looked for."""
    phases: tuple[Phase, ...]
    grades: tuple[QuestionGrade, ...]


def build(findings: Findings) -> ConversationReport:
    """The report from what scoring found."""
    table = EvidenceTable()
    phases = tuple(_phase(section, findings, table) for section in findings.began.spec.sections)
    names = dict.fromkeys(indicator.name for phase in phases for indicator in phase.indicators)
    return ConversationReport(
        overview=_overview([name for name in STRONG if name in names], phases),
        others=_overview([name for name in names if name not in STRONG], phases),
        phases=phases,
        grades=grades(findings),
        **head(findings, table),
    )


def _phase(section: Section, findings: Findings, table: EvidenceTable) -> Phase:
    answer, judged = findings.answers[section.id], findings.judged[section.id]
    return Phase(
        id=section.id,
        title=section.title,
        questions=tuple(question.prompt.shown for question in section.questions),
        answer=answer.text,
        answer_unclear=answer.unclear,
        answer_ms=None if answer.start_ms is None else (answer.start_ms, answer.end_ms),
        answered=bool(answer.clauses),
        indicators=tuple(_indicator(axis, section, table) for axis in judged.axes),
        red_flags=tuple(flag(raised, table) for raised in judged.red_flags),
        not_raised=not_raised(section.rubric(), judged.red_flags, judged.not_raised, table),
    )


def _indicator(judged: JudgedAxis, section: Section, table: EvidenceTable) -> Indicator:
    points = of_axis(judged, section, table)
    return Indicator(
        id=judged.axis.id,
        name=judged.axis.name,
        status=FOUND[judged.judgement],
        reason=judged.reason,
        points=points,
        evidence=cited(points),
    )


def _overview(names: Sequence[str], phases: Sequence[Phase]) -> tuple[Overview, ...]:
    overview = []
    for name in names:
        where = [(i.status, phase.title) for phase in phases for i in phase.indicators if i.name == name]
        best = min((status for status, _ in where), key=ORDER.index)
        overview.append(Overview(name=name, status=best, phases=tuple(t for status, t in where if status == best)))
    return tuple(overview)
