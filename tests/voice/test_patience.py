"""Patience follows what was said, how it sounded, how much of an answer it is, and the speaker's own pauses."""

from itertools import pairwise

import pytest

from voice.patience import (
    MOST_OPEN_S,
    MOST_SURE_S,
    OPEN_S,
    SURE_S,
    UNSURE_S,
    Silence,
    patience_s,
    typical_words,
)

WHOLE = "I would start with a simple baseline because it trains fast, and then I would look at where it fails."


def after(said: str, *, sounded: float | None = 0.6, typical: int = 15, own: tuple[float, ...] = ()) -> float:
    return patience_s(Silence(said, sounded, typical, own))


def test_a_whole_answer_is_answered_soon() -> None:
    assert after(WHOLE) == SURE_S
    assert after(WHOLE, sounded=None) == SURE_S


@pytest.mark.parametrize(
    "said",
    [
        f"{WHOLE} And",
        f"{WHOLE} So, um.",
        f"{WHOLE} Let me think.",
        f"{WHOLE} If the data is skewed.",
        f"{WHOLE} With a small budget.",
        f"{WHOLE} There are two reasons for that. The first is that users change their minds.",
    ],
)
def test_whoever_is_in_the_middle_of_something_is_waited_for(said: str) -> None:
    assert after(said) == MOST_OPEN_S


def test_an_answer_that_ends_without_a_full_stop_is_waited_for() -> None:
    assert after(WHOLE.removesuffix("."), typical=19) > after(WHOLE, typical=19)


def test_the_less_a_voice_sounds_as_if_it_were_done_the_longer_it_is_waited_for() -> None:
    waits = [after(WHOLE, sounded=sounded, typical=20) for sounded in (0.97, 0.4, 0.1, 0.01)]
    assert waits == sorted(waits)
    assert waits[0] == SURE_S
    assert waits[-1] >= OPEN_S


def test_no_sound_alone_ends_a_turn_of_few_words_and_a_long_one_that_sounds_open_is_not_over_at_once() -> None:
    assert after("It depends.", sounded=1.0, typical=25) == MOST_OPEN_S
    assert SURE_S < after(f"{WHOLE} {WHOLE}", sounded=0.05) < MOST_OPEN_S
    assert after(f"{WHOLE} {WHOLE}", sounded=0.9) == SURE_S


def test_less_of_an_answer_than_is_usual_is_waited_for_longer() -> None:
    waits = [after(WHOLE, typical=typical) for typical in (15, 19, 22, 60)]
    assert all(sooner < later for sooner, later in pairwise(waits))


def test_where_a_word_is_enough_a_word_is_an_answer_unless_it_is_broken_off() -> None:
    assert after("Yes.", typical=0) == SURE_S
    assert after("Yes, and", typical=0) == MOST_OPEN_S
    assert after("It was.", typical=0, sounded=0.01) > SURE_S


def test_own_pauses_lengthen_patience_within_bounds() -> None:
    assert SURE_S < after(WHOLE, own=(0.4, 0.5, 0.5)) <= MOST_SURE_S
    assert after(WHOLE, own=(2.0, 3.0, 3.0)) == MOST_SURE_S
    assert UNSURE_S < after(WHOLE, own=(1.5, 1.5), typical=19) < OPEN_S
    assert after(WHOLE, own=(9.0, 9.0), typical=19) == MOST_OPEN_S


def test_thinking_pauses_do_not_delay_the_reply_where_a_word_is_enough() -> None:
    assert after("It was.", typical=0, own=(1.5, 2.0), sounded=0.01) == after("It was.", typical=0, sounded=0.01)


def test_what_is_usual_moves_to_the_candidates_own_length() -> None:
    assert typical_words([], 25) == 25
    assert typical_words([0.32] * 9, 25) == 8
    assert typical_words([2.4] * 9, 25) == 60


def test_a_list_is_told_when_its_last_item_was() -> None:
    told = "There are two reasons for that. The first is that users change their minds. The second is the catalogue."
    assert after(told) == SURE_S


def test_a_so_that_leads_on_is_waited_for_whatever_stop_was_heard_after_it() -> None:
    assert after(f"{WHOLE} We had two hundred of them so.") == MOST_OPEN_S
    assert after(f"{WHOLE} At least I think so.") == SURE_S
