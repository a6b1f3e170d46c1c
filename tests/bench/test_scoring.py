"""The measures of the grades flatter nobody."""

import pytest

from bench.scoring_data import Kind
from bench.scoring_measures import Row, mean_shift, ordered


def row(question: str, kind: Kind, grade: float | None) -> Row:
    return Row(name=question, kind=kind, spoken=False, grade=grade, uncertainty=None, parts={}, red_flags=0)


def test_moves_up_and_down_do_not_cancel() -> None:
    assert mean_shift([0.5, -0.5, 0.2, -0.2]) == pytest.approx(0.35)
    assert mean_shift([]) == 0


def test_an_unscored_answer_lies_neither_above_nor_below_another() -> None:
    rows = [row("a", "middling", 3.0), row("a", "wrong", None), row("b", "middling", 3.0), row("b", "wrong", 4.0)]
    found = ordered(rows, "middling", "wrong")
    assert (found.value, found.of) == (0.0, 1)
    rows += [row("c", "middling", None), row("c", "wrong", 1.0), row("d", "middling", 2.0), row("d", "wrong", 1.0)]
    found = ordered(rows, "middling", "wrong")
    assert (found.value, found.of) == (0.5, 2)


def test_three_kinds_have_to_stand_in_a_row() -> None:
    rows = [row("a", "strong", 5.0), row("a", "middling", 3.0), row("a", "weak", 3.0)]
    assert ordered(rows, "strong", "middling", "weak").value == 0
    assert ordered(rows, "strong", "weak").value == 1
