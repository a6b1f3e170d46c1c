"""Grades by the two ends of their question."""

from collections.abc import Callable, Sequence

import pytest

from scoring.reading.anchoring import NOTHING, anchored_grades
from tests.scoring.calls import GivenReader

POINTS = ["It keeps sorted order.", "It has no duplicates."]


class Generous(GivenReader):
    """Gives each answer what it was told to."""

    def __init__(self, answer: float | None, full: float | None, nothing: float | None) -> None:
        super().__init__(lambda *_: None)
        self._answer, self._ends = answer, {" ".join(POINTS): full, NOTHING: nothing}

    def grades(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        assert list(answer) == ["so"]
        return [self._answer]

    def last_grade(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> float | None:
        return self._ends[" ".join(answer)]


@pytest.mark.parametrize(
    ("answer", "full", "nothing", "anchored"),
    [
        (3.0, 4.0, 2.0, 2.5),
        (3.5, 4.0, 2.0, 3.0),
        (3.0, 3.0, 1.0, 3.5),
        (1.0, 4.0, 2.0, 0.5),
        (3.0, 2.1, 2.0, None),
        (3.0, 2.0, 4.0, None),
        (None, 4.0, 2.0, None),
        (3.0, None, 2.0, None),
    ],
)
def test_a_grade_is_told_by_the_middle_between_nothing_and_all_points(
    answer: float | None, full: float | None, nothing: float | None, anchored: float | None
) -> None:
    found = anchored_grades(Generous(answer, full, nothing), "What?", ["so"], POINTS, lambda: None)
    assert found.grades == [anchored]
    assert found.anchors == (None if nothing is None or full is None else (nothing, full))
