"""Points and grades as rows of a report, with the ids of what they rest on."""

from collections.abc import Iterable, Sequence

from interview.model import Frozen
from interview.spec import Indicator, IndicatorKind, Section
from scoring.findings import Findings
from scoring.forms.evidence import EvidenceTable
from scoring.grades import Inputs, PointInput, QuestionFinding
from scoring.judge import Contrast, JudgedAxis, JudgedPoint, PointStatus


class Point(Frozen):
    """One indicator, judged."""

    indicator: str
    kind: IndicatorKind = "strong"
    point: str
    status: PointStatus
    probability: float | None
    """That the answer states it, 0 to 1; null when it could not be told."""
    evidence_id: str | None
    """The words that state it; of an absent point the nearest ones."""


class Flag(Point):
    """A red flag; one that was not raised is absent, or unscored where that could not be told."""

    axis: str
    contrast: Contrast | None = None
    """The model's leanings, of the clause alone, to the flag and to its opposite: raised where the first is larger by
    `red_flags.LEAST_MARGIN`. Null: it was not asked; null leanings: it could not be told, or the interview was held
    before flags had opposites."""


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
    inputs: Inputs | None = None
    """What the parts were made of; null where nothing was measured."""


def point(judged: JudgedPoint, table: EvidenceTable) -> Point:
    """The row of one point."""
    return Point(
        indicator=judged.indicator.id,
        kind=judged.indicator.kind,
        point=judged.indicator.point,
        status=judged.status,
        probability=rounded(judged.probability),
        evidence_id=table.id(judged.evidence) if judged.evidence else None,
    )


def flag(judged: JudgedPoint, table: EvidenceTable) -> Flag:
    """The row of a red flag."""
    found = judged.contrast
    weighed = found and Contrast(point=rounded(found.point), opposite=rounded(found.opposite))
    return Flag(**point(judged, table).model_dump(), axis=judged.indicator.axis, contrast=weighed)


def unjudged(rubric: Iterable[Indicator], judged: Iterable[JudgedPoint]) -> list[JudgedPoint]:
    """The indicators that were never judged, for want of an answer or of its question: unscored, each of them."""
    known = {p.indicator.id for p in judged}
    return [JudgedPoint(indicator=i, status="unscored") for i in rubric if i.id not in known]


def looked_for(rubric: Iterable[Indicator], judged: Sequence[JudgedPoint], table: EvidenceTable) -> tuple[Point, ...]:
    """The rows of judged points and of what else the rubric looks for, without red flags."""
    rest = unjudged((i for i in rubric if i.kind != "red_flag"), judged)
    return tuple(point(p, table) for p in (*judged, *rest))


def of_axis(judged: JudgedAxis, section: Section, table: EvidenceTable) -> tuple[Point, ...]:
    """The rows of an axis's points, judged or not."""
    return looked_for((i for i in section.rubric() if i.axis == judged.axis.id), judged.points, table)


def not_raised(
    rubric: Iterable[Indicator], raised: Iterable[JudgedPoint], others: Sequence[JudgedPoint], table: EvidenceTable
) -> tuple[Flag, ...]:
    """The rows of the rubric's red flags that were not raised."""
    rest = unjudged((i for i in rubric if i.kind == "red_flag"), (*raised, *others))
    return tuple(flag(p, table) for p in (*others, *rest))


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
        inputs=_rounded(found.inputs) if found.inputs else None,
    )


def _rounded(inputs: Inputs) -> Inputs:
    return Inputs(
        asks=tuple(map(rounded, inputs.asks)),
        anchors=inputs.anchors and (round(inputs.anchors[0], 3), round(inputs.anchors[1], 3)),
        sentences=tuple(round(odds, 3) for odds in inputs.sentences),
        points=tuple(
            PointInput.model_validate({k: rounded(v) if isinstance(v, float) else v for k, v in each})
            for each in inputs.points
        ),
    )


def rounded(value: float | None) -> float | None:
    """To three digits: a model's log probabilities vary a little between calls, and more would be noise."""
    return None if value is None else round(value, 3)
