"""The model's grades on a scale of their own question: from an answer that says nothing to one that states all points.

A small model grades a full answer to one question at 3.2 of 5 and one to another at 4.1, and "I don't know" at 1.2 to
2.7. How far an answer lies between the two tells more than the grade itself, above all for questions unlike those that
the constants were fitted on.
"""

from collections.abc import Sequence

from scoring.indicators import Before, Reader

NOTHING = "I don't know."
HIGHEST = 5.0
LEAST_APART = 0.3
"""Of 5: a wording that grades the two no further apart tells nothing of this question."""

Grades = list[float | None]


def anchored_grades(
    reader: Reader, question: str, answer: Sequence[str], points: Sequence[str], before: Before
) -> Grades:
    """As `Reader.grades`, 0 for an answer as good as none and 5 for one as good as all points together.

    The two ends are read once for an interview; a reader without a memory reads them each time. Raises
    ModelUnavailable.
    """
    given, full, nothing = (reader.grades(question, said, points, before) for said in (answer, list(points), [NOTHING]))
    return [_between(*each) for each in zip(given, nothing, full, strict=True)]


def _between(grade: float | None, low: float | None, high: float | None) -> float | None:
    if grade is None or low is None or high is None or high - low < LEAST_APART:
        return None
    return HIGHEST * max(0.0, min(1.0, (grade - low) / (high - low)))
