"""The form `sections`: each section's axes with the points and the clauses they rest on. No overall verdict."""

from typing import Literal

from interview.model import Frozen
from interview.spec import Language, Section
from scoring.code.coding import TestResult
from scoring.findings import CodeFinding, Findings
from scoring.forms.evidence import EvidenceTable
from scoring.forms.head import Report, head
from scoring.forms.points import Flag, Point, QuestionGrade, cited, flag, grades, not_raised, of_axis, rounded
from scoring.judge import JudgedAxis, Judgement


class AxisReport(Frozen):
    """One thing a section evaluates."""

    id: str
    name: str
    status: Literal["scored", "unscored"]
    judgement: Judgement | None
    """null: unscored."""
    probability: float | None
    """The expected share of the axis's points that the transcript shows, 0 to 1."""
    reason: str
    points: tuple[Point, ...]
    evidence: tuple[str, ...]


class SectionReport(Frozen):
    """One section: what was asked, answered and judged."""

    id: str
    title: str
    question: str
    answer: str
    answer_unclear: tuple[tuple[int, int], ...] = ()
    """From and to in the answer, in characters: words that were not heard clearly."""
    answer_ms: tuple[int, int | None] | None
    """From and to on the recording; null when the section was never reached."""
    answered: bool
    axes: tuple[AxisReport, ...]
    red_flags: tuple[Flag, ...]
    """Those raised; they change no axis."""
    not_raised: tuple[Flag, ...] = ()
    """The section's other red flags."""


class CodingReport(Frozen):
    """The coding answer and its tests."""

    section: str
    language: Language
    source: str
    submitted: bool
    """False: this is what the editor held last."""
    status: Literal["run", "unscored"]
    reason: str
    """Why the tests were not run; empty when they were."""
    tests: tuple[TestResult, ...]
    passed: int
    total: int


class SectionsReport(Report):
    """The whole report."""

    form: Literal["sections"] = "sections"
    audience: Literal["team"] | None = None
    """team: never to the candidate, for nobody knows whether the interview's own form goes to them."""
    sections: tuple[SectionReport, ...]
    grades: tuple[QuestionGrade, ...]
    coding: CodingReport | None
    """null: the interview has no coding section, or nothing was written."""


def build(findings: Findings) -> SectionsReport:
    """The report from what scoring found."""
    table = EvidenceTable()
    sections = tuple(_section(section, findings, table) for section in findings.began.spec.sections)
    return SectionsReport(
        audience=findings.audience,
        sections=sections,
        grades=grades(findings),
        coding=_coding(findings.code) if findings.code else None,
        **head(findings, table),
    )


def _section(section: Section, findings: Findings, table: EvidenceTable) -> SectionReport:
    answer, judged = findings.answers[section.id], findings.judged[section.id]
    wrote = findings.code is not None and findings.code.section == section.id
    return SectionReport(
        id=section.id,
        title=section.title,
        question="\n".join(question.prompt.shown for question in section.questions),
        answer=answer.text,
        answer_unclear=answer.unclear,
        answer_ms=None if answer.start_ms is None else (answer.start_ms, answer.end_ms),
        answered=bool(answer.clauses) or wrote,
        axes=tuple(_axis(axis, section, table) for axis in judged.axes),
        red_flags=tuple(flag(raised, table) for raised in judged.red_flags),
        not_raised=not_raised(section.rubric(), judged.red_flags, judged.not_raised, table),
    )


def _axis(judged: JudgedAxis, section: Section, table: EvidenceTable) -> AxisReport:
    points = of_axis(judged, section, table)
    own = [table.id(evidence) for evidence in judged.evidence]
    return AxisReport(
        id=judged.axis.id,
        name=judged.axis.name,
        status="unscored" if judged.judgement is None else "scored",
        judgement=judged.judgement,
        probability=rounded(judged.probability),
        reason=judged.reason,
        points=points,
        evidence=tuple(dict.fromkeys([*own, *cited(points)])),
    )


def _coding(code: CodeFinding) -> CodingReport:
    return CodingReport(
        section=code.section,
        language=code.answer.language,
        source=code.answer.source,
        submitted=code.answer.submitted,
        status=code.run.status,
        reason=code.run.reason,
        tests=code.run.tests,
        passed=code.run.passed(),
        total=code.run.total(),
    )
