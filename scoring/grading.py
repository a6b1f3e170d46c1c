"""The grade of an answer: the model's expected grade, the points' probabilities, how correct its sentences are,
and overlap, standardized and joined.

Each part is blind where another sees: joined they agree with people better than any of them alone. The points cap the
grade, so that words which please the model but state nothing gain nothing.
"""

from collections.abc import Sequence
from statistics import fmean

from interview.model import Frozen
from scoring.calibrating.calibration import Calibration
from scoring.grades import Grade, Inputs
from scoring.judge import chance

HIGHEST = 5.0
"""The scale is 0 to 5."""
ENOUGH = 4
"""So many points, and a quarter of those beyond, make a full answer: nobody makes all twenty in two minutes."""

PARTS = ("expected_z", "points_z", "correct_z", "overlap_z")
"""What is joined, as `Grade.parts` names them, each counting alike."""
RIGHT = 0.0
"""From the usual on, in standard deviations, sentences are right, and an answer gains nothing by seeming more so: the
model is pleased with a middling answer's sentences rather than a strong one's, since they say less (of 24 questions
15). Wrong ones count in full. Over 315 graded answers r of what is joined with people is .730 with it and .723 without;
of the set's 36 questions 21 in place of 18 have their answers in order, and fluent and wrong below middling 31 in place
of 32."""


class Measured(Frozen):
    """What an answer's grade is made of, before any constant is applied."""

    asks: tuple[float | None, ...] = ()
    """The expected grade by wording of the prompt, 2.5 being the middle between that of "I don't know" and that of a
    full answer; None where the model's reply could not be told."""
    points: float | None = None
    """0 to 1: the share of a full answer's points that was made, which sets the cap too; None without a model."""
    correct: float | None = None
    """As `scoring.reading.sentences.together`; None without a model, or where it could not tell."""
    overlap: float | None = None
    """By meaning, 0 to 1; None without the embedding model."""
    overlap_words: float
    """By words alone, 0 to 1."""
    inputs: Inputs | None = None
    """What these were made of, for whoever makes them again."""


def full_answer(points: int) -> int:
    """How many of so many points make a full answer."""
    return min(points, ENOUGH + max(0, points - ENOUGH) // 4)


def share(values: Sequence[float]) -> float:
    """The mean of the best, as many as make a full answer; 0 when there are none."""
    enough = full_answer(len(values))
    return sum(sorted(values, reverse=True)[:enough]) / enough if enough else 0.0


def grade(measured: Measured, by: Calibration) -> Grade:
    """The grade and every part of it."""
    parts = _parts(measured, by)
    before = _on_scale(by, joined_z(measured, by), "expected_z" in parts)
    if "points" not in parts:
        told = parts | {"before_cap": before, "cap": HIGHEST}
        return Grade(value=round(before, 2), uncertainty=None, parts=_tidy(told), model=False)
    cap = by.cap(parts["points"])
    ways = [min(cap, _on_scale(by, _joined(parts | {"expected_z": z}), True)) for _, z in _told(measured, by)]
    return Grade(
        value=round(min(cap, before), 2),
        uncertainty=round((max(ways) - min(ways)) / 2, 2),
        parts=_tidy(parts | {"before_cap": before, "cap": cap}),
        model=True,
    )


def joined_z(measured: Measured, by: Calibration) -> float:
    """The mean of the standardized parts."""
    return _joined(_parts(measured, by))


def _joined(parts: dict[str, float]) -> float:
    return fmean(parts[name] for name in PARTS if name in parts)


def _parts(measured: Measured, by: Calibration) -> dict[str, float]:
    """As Grade.parts names them; the model's only together."""
    if measured.overlap is not None and by.overlap is not None:
        parts = {"overlap": measured.overlap, "overlap_z": by.overlap.z(measured.overlap)}
    else:
        parts = {"overlap": measured.overlap_words, "overlap_z": by.overlap_words.z(measured.overlap_words)}
    told = _told(measured, by)
    if told and measured.points is not None and by.points is not None:
        parts |= {"points": measured.points, "points_z": by.points.z(measured.points)}
        parts["expected"] = sum(value for value, _ in told) / len(told)
        parts["expected_z"] = sum(z for _, z in told) / len(told)
        if measured.correct is not None and by.correct is not None:
            parts |= {"correct": measured.correct, "correct_z": min(RIGHT, by.correct.z(measured.correct))}
    return parts


def _told(measured: Measured, by: Calibration) -> list[tuple[float, float]]:
    """The expected grades, raw and standardized by their own wording's scale."""
    # A server that tells of no grades, or constants without them, leave fewer of one than of the other.
    pairs = zip(measured.asks, by.asks, strict=False)
    return [(value, scale.z(value)) for value, scale in pairs if value is not None]


def _on_scale(by: Calibration, z: float, with_model: bool) -> float:
    intercept, slope = (by.intercept, by.slope) if with_model else (by.alone_intercept, by.alone_slope)
    return HIGHEST * chance(intercept + slope * z)


def _tidy(parts: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in parts.items()}
