"""Points and grades as rows of a report, with the ids of what they rest on."""

from collections.abc import Iterable

from interview.model import Frozen
from scoring.findings import Findings
from scoring.forms.evidence import EvidenceTable
from scoring.grades import QuestionFinding
from scoring.judge import JudgedPoint, PointStatus


class Point(Frozen):
    """One indicator, judged."""

    indicator: str
    point: str
    status: PointStatus
    probability: float | None
    """That the answer states it, 0 to 1; null when it could not be told."""
    evidence_id: str | None
    """The words that state it; of an absent point the nearest ones."""


class Flag(Point):
    """A red flag that was raised."""

    axis: str


class QuestionGrade(Frozen):
    """How well one question was answered."""

    section: str
    question: str
    prompt: str
    value: float | None
    """0 to 5; null: unscored."""
    uncertainty: float | None
    """Half the spread over paraphrased prompts, on the same scale; null: not measured."""
    parts: dict[str, float]
    """Every part that went into the value: "expected" (0 to 5), "points" and "overlap" (0 to 1), "correct" (log odds,
    -3 to 3), their standardized values, then "before_cap" and "cap" (0 to 5). What could not be had is left out."""
    model: bool
    """False: graded without a language model, or not graded."""
    reason: str


def point(judged: JudgedPoint, table: EvidenceTable) -> Point:
    """The row of one point."""
    return Point(
        indicator=judged.indicator.id,
        point=judged.indicator.point,
        status=judged.status,
        probability=rounded(judged.probability),
        evidence_id=table.id(judged.evidence) if judged.evidence else None,
    )


def flag(judged: JudgedPoint, table: EvidenceTable) -> Flag:
    """The row of a raised red flag."""
    return Flag(**point(judged, table).model_dump(), axis=judged.indicator.axis)


def cited(points: Iterable[Point]) -> tuple[str, ...]:
    """The evidence ids of all points, each once."""
    return tuple(dict.fromkeys(p.evidence_id for p in points if p.evidence_id))


def grades(findings: Findings) -> tuple[QuestionGrade, ...]:
    """A row for each question that was asked."""
    return tuple(_grade(question) for question in findings.questions if question.asked)


def _grade(found: QuestionFinding) -> QuestionGrade:
    grade = found.grade
    return QuestionGrade(
        section=found.section,
        question=found.question,
        prompt=found.prompt,
        value=rounded(grade.value) if grade else None,
        uncertainty=rounded(grade.uncertainty) if grade else None,
        parts={name: round(part, 3) for name, part in grade.parts.items()} if grade else {},
        model=grade.model if grade else False,
        reason=found.reason,
    )


def rounded(probability: float | None) -> float | None:
    """To three digits: a model's log probabilities vary a little between calls, and more would be noise."""
    return None if probability is None else round(probability, 3)
