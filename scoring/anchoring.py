"""The model's grades as far as they lie above or below the middle of their own question.

A small model grades a full answer to one question at 3.2 of 5 and one to another at 4.1, and "I don't know" at 1.2 to
2.7. How an answer's grade lies to the middle of those two tells more than the grade itself. On 366 answers that people
graded, each question by constants fitted to the others, all parts together come to r .74 with people's by it, to .69
by the grades as they are, and to .70 by the share of the way between the two, which their distance makes noisy.
"""

from collections.abc import Sequence

from scoring.indicators import Before, Reader

NOTHING = "I don't know."
MIDDLE = 2.5
LEAST_APART = 0.3
"""Of 5: a wording that grades the two no further apart tells nothing of this question."""


def anchored_grades(
    reader: Reader, question: str, answer: Sequence[str], points: Sequence[str], before: Before
) -> list[float | None]:
    """As `Reader.grades`, moved so that 2.5 is the middle between an answer that says nothing and one that states all
    points: about 0 to 5.

    Those two are read once for all interviews. Raises ModelUnavailable.
    """
    given = reader.grades(question, answer, points, before)
    full, nothing = (reader.for_all().grades(question, said, points, before) for said in (list(points), [NOTHING]))
    return [_moved(*each) for each in zip(given, nothing, full, strict=True)]


def _moved(grade: float | None, low: float | None, high: float | None) -> float | None:
    if grade is None or low is None or high is None or high - low < LEAST_APART:
        return None
    return grade - (low + high) / 2 + MIDDLE
