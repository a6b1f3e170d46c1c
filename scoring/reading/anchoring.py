"""The model's grades as far as they lie above or below the middle of their own question.

A small model grades a full answer to one question at 3.2 of 5 and one to another at 4.1, and "I don't know" at 1.2 to
2.7. How an answer's grade lies to the middle of those two tells more than the grade itself. On 366 answers that people
graded, each question by constants fitted to the others, the model's grade, points and overlap together come to r .74
with people's by it, to .69 by the grades as they are, and to .70 by the share of the way between the two, which their
distance makes noisy. The last wording alone places the middle as well as all five do, in a fifth of the time.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scoring.grading import full_answer
from scoring.reading.model import Before
from scoring.reading.reader import Reader

NOTHING = "I don't know."
MIDDLE = 2.5
LEAST_APART = 0.3
"""Of 5: a model that grades the two no further apart can tell nothing of this question."""


class Anchored(NamedTuple):
    """An answer's grades."""

    grades: list[float | None]
    """By wording; 2.5 is the middle between the anchors, so about 0 to 5."""
    anchors: tuple[float, float] | None
    """The grades, 0 to 5, of an answer that says nothing and of a full one; None where they could not be told."""


def anchored_grades(
    reader: Reader, question: str, answer: Sequence[str], points: Sequence[str], before: Before
) -> Anchored:
    """As `Reader.grades`, moved so that 2.5 is the middle between an answer that says nothing and one that states as
    many points as make a full answer. None throughout where the model does not tell these two apart.

    Those two come with Viva or are read once for all interviews, by a reader that keeps anything. Raises
    ModelUnavailable.
    """
    given = reader.grades(question, answer, points, before)
    low, high = ends(reader, question, points, before)
    anchors = None if low is None or high is None else (low, high)
    if anchors is None or anchors[1] - anchors[0] < LEAST_APART:
        return Anchored([None] * len(given), anchors)
    middle = sum(anchors) / 2
    return Anchored([None if grade is None else grade - middle + MIDDLE for grade in given], anchors)


def ends(reader: Reader, question: str, points: Sequence[str], before: Before) -> tuple[float | None, float | None]:
    """The grades, 0 to 5, of an answer that says nothing and of a full one; None where the reply cannot be told.

    They hold no word of a candidate. Raises ModelUnavailable.
    """
    common = reader.for_all()
    nothing = common.last_grade(question, [NOTHING], points, before)
    return nothing, common.last_grade(question, points[: full_answer(len(points))], points, before)
