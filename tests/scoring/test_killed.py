"""A scoring that is killed, again and again, at whatever moment: one report, and no answer of a model lost."""

import pytest

from bench.killed import again, measure
from viva.settings import Settings

KILLS = 15
"""`python -m bench.killed` takes fifty."""


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_at_many_moments_it_writes_one_report_and_asks_nothing_twice(settings: Settings) -> None:
    found = measure(settings, KILLS)
    assert (found.kills, found.wrong, found.repeated) == (KILLS, 0, 0)
    # Nor is any of the two unclear passages listened to twice.
    assert found.heard_again == 2 * found.interviews
    assert found.asked > 20 * found.interviews


def test_a_question_counts_as_repeated_where_its_answer_was_kept_or_it_comes_twice_in_one_life() -> None:
    before = ["a", "b", "c"]
    assert again(before, kept=2, since=["c", "d"]) == 0, "the last answer was on its way"
    assert again(before, kept=3, since=["c", "d"]) == 1
    assert again(before, kept=2, since=["b", "c"]) == 1
    assert again(before, kept=3, since=["d", "d"]) == 1
    assert again(["a", "b", "b"], kept=2, since=["b"]) == 1, "asked a second time, it was answered then"
