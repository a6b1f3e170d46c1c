"""Judges the axes of a section from its points. Every judgement rests on clauses of the transcript or is void.

A point's probability joins how the language model leans with how near the nearest clause comes: on answers graded by
people the two together agree with the graders better than either alone. The reasons are authored sentences.
"""

import math
from collections.abc import Sequence
from typing import Literal

from interview.model import Frozen
from interview.spec import Axis, Indicator, Section
from scoring.evidence import Evidence

NEARNESS_WEIGHT, MIDPOINT, STEEPNESS = 4.0, 1.15, 2.0
"""probability = 1 / (1 + exp(-STEEPNESS (leaning + NEARNESS_WEIGHT nearness - MIDPOINT)))"""
MET, PARTLY = 0.5, 0.25
"""A point at or above MET is met, at or above PARTLY partly met, below it absent."""
PER_LEANING, PER_LIKENESS, HALF_MADE = 1.1, 3.4, 2.5
"""How far a point is made = 1 / (1 + exp(HALF_MADE - PER_LEANING leaning - PER_LIKENESS likeness)), wherever in the
answer. The weights are a logistic fit to 110 answers that people graded, to questions of one point; there both together
come to r .70, the leaning to .54 and likeness to .60. HALF_MADE is stricter than the fit's .6: among those answers
hardly one is off its topic, and such a one (no leaning, a likeness of .2) makes an eighth of the point."""
ABSENT = 0.25
"""A point without a clause that is made less than so far is absent. Of 176 such points of strong answers to 36
questions, which state nearly all, 1 lies below it, and 60 of 287 of weak ones, which state hardly any; at 0.3 it would
be 8 and 107."""
STRONG, ADEQUATE = 0.6, 0.25
"""An axis by the expected share of its points that the transcript shows."""
USUAL_NEARNESS = 0.43
"""How near a clause that carries a point usually is (median of the 36 that are shown by words alone and labelled right
in tests/scoring/attachments.yaml). A point without a clause is absent if it would be so even beside such a one."""
TOLD = 0.5
"""More than this share of an axis's points must have been told one way or the other, or the axis is unscored."""

PointStatus = Literal["met", "partly", "absent", "unscored"]
Judgement = Literal["strong", "adequate", "weak"]

NOT_REACHED = "The interview ended before this section."
NOT_ANSWERED = "The candidate gave no answer in this section."
NO_MODEL = "No language model answered, and points are not judged without one."
UNREADABLE = "The interview's journal cannot be read, so nothing was scored."
NO_EVIDENCE = "Nothing in the answer speaks to this axis closely enough to judge it."
NO_POINTS = "The interview's spec has no points for this axis."
UNHEARD = "The answer was not heard clearly enough to judge it; listen to the recording."
SET_ASIDE = "What was said may be meant for whoever grades and is near no point, so it was not judged; read it."
ONE_MISSING = "The answer does not show the one point of this axis."
UNCLEAR = "The language model gave no clear answer about the points of this axis."


class Contrast(Frozen):
    """How the language model leans, in log odds, when it is asked of one clause alone what a red flag says and what is
    said where it is not so; None where that could not be told."""

    point: float | None = None
    opposite: float | None = None


class JudgedPoint(Frozen):
    """One indicator, judged."""

    indicator: Indicator
    status: PointStatus
    probability: float | None = None
    """That the answer states the point; None when it could not be told."""
    evidence: Evidence | None = None
    unheard: bool = False
    """It could not be told because what may state it was not heard clearly; the evidence is that place, if any."""
    set_aside: bool = False
    """It could not be told because all that was answered may be meant for whoever grades."""
    contrast: Contrast | None = None
    """Of a red flag probable enough to be raised: what decides whether it is."""


class JudgedAxis(Frozen):
    """One axis, judged or unscored."""

    axis: Axis
    judgement: Judgement | None = None
    """None: unscored."""
    probability: float | None = None
    """The expected share of the axis's points that the transcript shows; None when unscored."""
    reason: str
    points: tuple[JudgedPoint, ...] = ()
    """All but red flags, which are kept apart."""
    evidence: tuple[Evidence, ...] = ()
    """What it rests on besides its points' evidence."""


class JudgedSection(Frozen):
    """A section's axes and the red flags raised in it."""

    axes: tuple[JudgedAxis, ...]
    red_flags: tuple[JudgedPoint, ...] = ()
    """Those raised only; they change no axis."""
    not_raised: tuple[JudgedPoint, ...] = ()
    """The others that were looked for in what was said: absent, or unscored where that could not be told."""


def unscored(section: Section, reason: str) -> JudgedSection:
    """All axes unscored for one reason."""
    return JudgedSection(axes=tuple(JudgedAxis(axis=axis, reason=reason) for axis in section.axes))


def judge_axes(section: Section, points: Sequence[JudgedPoint]) -> tuple[JudgedAxis, ...]:
    """The section's axes from its judged points, red flags left out."""
    strong = [point for point in points if point.indicator.kind != "red_flag"]
    return tuple(judge_axis(axis, [p for p in strong if p.indicator.axis == axis.id]) for axis in section.axes)


def chance(log_odds: float) -> float:
    """The probability, 0 to 1."""
    return 1 / (1 + math.exp(-log_odds))


def made(leaning: float, likeness: float) -> float:
    """How far an answer makes a point to which the model leans so and which it is so alike in meaning, 0 to 1."""
    return chance(PER_LEANING * leaning + PER_LIKENESS * likeness - HALF_MADE)


def judge_point(
    indicator: Indicator, leaning: float | None, evidence: Evidence | None, likeness: float | None = None
) -> JudgedPoint:
    """A point from the model's leaning and the nearest clause; a point with no clause to show for it is void, unless
    the whole answer is so unlike it that it cannot be there.

    So is one whose nearest clause was not heard clearly: it may have been stated there, or not. `likeness` is the
    answer's in meaning; None without the embedding model.
    """
    if evidence and evidence.clause.shaky:
        return JudgedPoint(indicator=indicator, status="unscored", evidence=evidence, unheard=True)
    if leaning is None:
        return JudgedPoint(indicator=indicator, status="unscored")
    if evidence is None and likeness is not None and (anywhere := made(leaning, likeness)) < ABSENT:
        return JudgedPoint(indicator=indicator, status="absent", probability=anywhere)
    lean = leaning + NEARNESS_WEIGHT * (evidence.nearness if evidence else USUAL_NEARNESS) - MIDPOINT
    probability = chance(STEEPNESS * lean)
    if probability < PARTLY:
        status: PointStatus = "absent"
    elif evidence is None:
        return JudgedPoint(indicator=indicator, status="unscored", probability=probability)
    else:
        status = "met" if probability >= MET else "partly"
    return JudgedPoint(indicator=indicator, status=status, probability=probability, evidence=evidence)


def judge_axis(axis: Axis, points: Sequence[JudgedPoint]) -> JudgedAxis:
    """An axis from its points: the expected share of them that the transcript shows, of those that can be told."""
    kept = tuple(points)
    if not kept:
        return JudgedAxis(axis=axis, reason=NO_POINTS)
    if all(point.probability is None for point in kept):
        return JudgedAxis(axis=axis, reason=_void(kept), points=kept)
    told = [point for point in kept if point.status != "unscored"]
    if not any(point.evidence for point in told):
        return JudgedAxis(axis=axis, reason=NO_EVIDENCE, points=kept)
    if len(told) <= TOLD * len(kept):
        return JudgedAxis(axis=axis, reason=_too_few(len(told), len(kept)), points=kept)
    share = sum(point.probability or 0.0 for point in told if point.evidence) / len(told)
    judgement: Judgement = "strong" if share >= STRONG else "adequate" if share >= ADEQUATE else "weak"
    return JudgedAxis(axis=axis, judgement=judgement, probability=share, reason=_reason(kept), points=kept)


def _too_few(told: int, points: int) -> str:
    return f"Only {told} of the {points} points of this axis could be told one way or the other, too few to judge it."


def _void(points: Sequence[JudgedPoint]) -> str:
    """Why none of them could be told."""
    if any(point.unheard for point in points):
        return UNHEARD
    return SET_ASIDE if any(point.set_aside for point in points) else UNCLEAR


def _reason(points: Sequence[JudgedPoint]) -> str:
    met = sum(point.status == "met" for point in points)
    partly = sum(point.status == "partly" for point in points)
    also = f", {partly} more in part" if partly else ""
    told = sum(point.status != "unscored" for point in points)
    unclear = f"; {len(points) - told} could not be told" if told < len(points) else ""
    if len(points) == 1:
        return f"The answer shows the one point of this axis{' in part' * partly}." if met or partly else ONE_MISSING
    return f"The answer shows {met} of the {len(points)} points of this axis{also}{unclear}."
