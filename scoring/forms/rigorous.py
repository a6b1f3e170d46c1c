"""The form `rigorous`: six scores for the level, a recommendation by a stated rule, strengths, gaps, production.

For the hiring team alone: nothing of it is ever shown or said to a candidate.
"""

from collections.abc import Iterable
from typing import Literal, TypeVar

from interview.model import Frozen
from interview.spec import Axis, Bar, Indicator, Section
from scoring.evidence import Evidence
from scoring.findings import Findings
from scoring.forms.evidence import EvidenceTable, beginning
from scoring.forms.head import Report, head
from scoring.forms.levels import RECOMMENDATION_RULE, SCORE_RULE, Recommendation, level, recommend, score
from scoring.forms.points import Flag, Point, QuestionGrade, cited, flag, grades, not_raised, point, rounded, unjudged
from scoring.forms.production import ProductionExperience, production_experience
from scoring.judge import NO_MODEL, NOT_ANSWERED, UNREADABLE, JudgedPoint, judge_axis

SCORES = {
    "ml_fundamentals": "ML Fundamentals",
    "feature_engineering": "Feature Engineering",
    "model_selection": "Model Selection",
    "production_readiness": "Production Readiness",
    "math_foundation": "Math Foundation",
    "communication": "Communication",
}
"""Axis id → the score's name in the source."""
MOST, FEWEST = 3, 2
"""How many strengths, and gaps, the source wants."""
NOT_ASKED = "No question on this was asked, so it is unscored."
NO_ANSWER = "No question on this was answered, so it is unscored."

T = TypeVar("T")
Placed = tuple[str, JudgedPoint]
"""A point and the id of the section it was judged in."""


class Score(Frozen):
    """One of the six scores."""

    id: str
    name: str
    status: Literal["scored", "unscored"]
    score: int | None
    """1 to 5; null: unscored."""
    share: float | None
    """The expected share of its points that the answers state, 0 to 1."""
    reason: str
    points: tuple[Point, ...]
    evidence: tuple[str, ...]


class Statement(Frozen):
    """A strength or a gap."""

    score: str
    """The score it belongs to, by name."""
    text: str
    evidence_id: str
    """The words it rests on; of a gap the nearest ones, or the first of the answer that lacks it."""


class RigorousReport(Report):
    """The whole report."""

    form: Literal["rigorous"] = "rigorous"
    audience: Literal["team"] = "team"
    """Never to the candidate."""
    level: str
    score_rule: str
    scores: tuple[Score, ...]
    recommendation: Recommendation | None
    """null: too few scores."""
    recommendation_rule: str
    recommendation_reason: str
    strengths: tuple[Statement, ...]
    strengths_note: str
    """Why there are fewer than two; empty when there are not."""
    gaps: tuple[Statement, ...]
    gaps_note: str
    production_experience: ProductionExperience
    red_flags: tuple[Flag, ...]
    not_raised: tuple[Flag, ...] = ()
    """The other red flags, section by section."""
    grades: tuple[QuestionGrade, ...]


def build(findings: Findings) -> RigorousReport:
    """The report from what scoring found."""
    table = EvidenceTable()
    name, bar = level(findings.began)
    judged = {axis: _points(findings, axis) for axis in SCORES}
    scores = tuple(_score(axis, points, findings, bar, table) for axis, points in judged.items())
    raised = [f for section in findings.judged.values() for f in section.red_flags]
    recommendation, reason = recommend([s.score for s in scores if s.score is not None], len(raised))
    strengths, gaps = _strengths(judged, table), _gaps(judged, findings, table)
    return RigorousReport(
        level=name,
        score_rule=SCORE_RULE.format(incomplete=bar.incomplete, correct=bar.correct),
        scores=scores,
        recommendation=recommendation,
        recommendation_rule=RECOMMENDATION_RULE,
        recommendation_reason=reason,
        strengths=strengths,
        strengths_note=_few(strengths, "strengths"),
        gaps=gaps,
        gaps_note=_few(gaps, "gaps"),
        production_experience=production_experience(findings, table),
        red_flags=tuple(flag(f, table) for f in raised),
        not_raised=tuple(
            row
            for section in findings.began.spec.sections
            if (found := findings.judged.get(section.id))
            for row in not_raised(section.rubric(), found.red_flags, found.not_raised, table)
        ),
        grades=grades(findings),
        **head(findings, table),
    )


def _points(findings: Findings, axis_id: str) -> list[Placed]:
    return [
        (section, judged)
        for section, found in findings.judged.items()
        for axis in found.axes
        if axis.axis.id == axis_id
        for judged in axis.points
    ]


def _unjudged(findings: Findings, axis_id: str) -> str:
    """Why an axis of which no point was judged is unscored: for want of a question, an answer or a model."""
    reasons = {a.reason for found in findings.judged.values() for a in found.axes if a.axis.id == axis_id}
    known = {NOT_ANSWERED: NO_ANSWER, NO_MODEL: NO_MODEL, UNREADABLE: UNREADABLE}
    return next((told for reason, told in known.items() if reason in reasons), NOT_ASKED)


def _score(axis_id: str, placed: list[Placed], findings: Findings, bar: Bar, table: EvidenceTable) -> Score:
    judged = [p for _, p in placed]
    rest = [
        p
        for section in findings.began.spec.sections
        for p in unjudged(_looked_for(section, axis_id), (p for place, p in placed if place == section.id))
    ]
    found = judge_axis(Axis(id=axis_id, name=SCORES[axis_id]), judged)
    points = tuple(point(p, table) for p in (*judged, *rest))
    return Score(
        id=axis_id,
        name=SCORES[axis_id],
        status="unscored" if found.probability is None else "scored",
        score=None if found.probability is None else score(found.probability, bar),
        share=rounded(found.probability),
        reason=found.reason if judged else _unjudged(findings, axis_id),
        points=points,
        evidence=cited(points),
    )


def _looked_for(section: Section, axis_id: str) -> list[Indicator]:
    return [i for i in section.rubric() if i.axis == axis_id and i.kind != "red_flag"]


def _strengths(judged: dict[str, list[Placed]], table: EvidenceTable) -> tuple[Statement, ...]:
    """The most certain met points, of different scores first."""
    met = [(axis, p) for axis, placed in judged.items() for _, p in placed if p.status == "met"]
    met.sort(key=lambda pair: -(pair[1].probability or 0))
    return tuple(
        Statement(score=SCORES[axis], text=p.indicator.point, evidence_id=table.id(p.evidence))
        for axis, p in _spread(met)
        if p.evidence
    )


def _gaps(judged: dict[str, list[Placed]], findings: Findings, table: EvidenceTable) -> tuple[Statement, ...]:
    """Raised red flags first, then the points most certainly absent from an answer that was given."""
    gaps = [
        Statement(score=SCORES.get(f.indicator.axis, ""), text=f.indicator.point, evidence_id=table.id(f.evidence))
        for section in findings.judged.values()
        for f in section.red_flags
        if f.evidence
    ]
    absent = [
        (axis, (p, words))
        for axis, placed in judged.items()
        for section, p in placed
        if p.status == "absent" and (words := p.evidence or _answer_without(p, section, findings))
    ]
    absent.sort(key=lambda pair: pair[1][0].probability or 0)
    for axis, (p, words) in _spread(absent):
        lead = (
            "Not shown; these words come nearest"
            if p.evidence
            else "The answer that these words belong to does not say this"
        )
        gaps.append(Statement(score=SCORES[axis], text=f"{lead}: {p.indicator.point}", evidence_id=table.id(words)))
    return tuple(gaps[:MOST])


def _answer_without(point: JudgedPoint, section: str, findings: Findings) -> Evidence | None:
    """Where the answer begins that was judged by a point and has nothing near it."""
    answers = (q.answer for q in findings.questions if q.section == section and point in q.points)
    return next((words for answer in answers if (words := beginning(answer))), None)


def _spread(pairs: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Up to three of the pairs in their order, one of each axis before a second of any."""
    rest = list(pairs)
    first = {axis: place for place, (axis, _) in reversed(list(enumerate(rest)))}
    order = [*sorted(first.values()), *(n for n in range(len(rest)) if n not in first.values())]
    return [rest[n] for n in order[:MOST]]


def _few(found: tuple[Statement, ...], what: str) -> str:
    if len(found) >= FEWEST:
        return ""
    number = "None of the" if not found else "Only one of the"
    return f"{number} {what} wanted here rests on words that were said."
