"""Which phones make which written word, whatever a front end makes of them."""

from hypothesis import given
from hypothesis import strategies as st

from voice.phones import Phone, phones, word_places


def evenly(signs: str, pauses: tuple[int, ...] = ()) -> list[Phone]:
    """Phones of ten samples each; before those whose number is in `pauses` a silence of a hundred."""
    at, found = 0.0, []
    for number, sign in enumerate(signs):
        at += 100 if number in pauses else 0
        found.append(Phone(sign, at, at + 10))
        at += 10
    return found


def test_stress_and_length_are_part_of_their_phone_and_pauses_of_none() -> None:
    timed = [
        ("^", 5),
        ("ˈ", 1),
        ("i", 2),
        ("ː", 3),
        (" ", 4),
        ("t", 1),
        (",", 7),
        (" ", 2),
        ("ˌ", 1),
        ("ɔ", 2),
        ("̃", 1),
    ]
    assert phones(timed) == [Phone("i", 5, 11), Phone("t", 15, 16), Phone("ɔ", 25, 29)]


def test_words_that_sound_as_they_do_alone_are_placed_exactly_and_leave_pauses_between_them() -> None:
    assert word_places(["ab", "c", "de"], evenly("abcde", pauses=(3,))) == [(0, 20), (20, 30), (130, 150)]


def test_words_that_run_into_each_other_are_told_apart() -> None:
    assert word_places(["ʌv", "ðɪ", "haʊs"], evenly("ʌvðəhaʊs")) == [(0, 20), (20, 40), (40, 80)]


def test_what_sounds_otherwise_than_alone_is_spread_between_the_words_beside_it() -> None:
    assert word_places(["ab", "xy", "yz", "cd"], evenly("ab12345678cd")) == [(0, 20), (20, 60), (60, 100), (100, 120)]


def test_what_is_spoken_between_two_words_belongs_to_the_first() -> None:
    assert word_places(["ab", "cd"], evenly("ab12cd")) == [(0, 40), (40, 60)]
    assert word_places(["ab", "cd"], evenly("12abcd34")) == [(0, 40), (40, 80)]


def test_a_word_that_makes_no_sound_takes_no_time() -> None:
    assert word_places(["ab", "", "cd"], evenly("abcd")) == [(0, 20), (20, 20), (20, 40)]
    assert word_places(["ab", "xx", "cd"], evenly("abcd")) == [(0, 20), (20, 20), (20, 40)]
    assert word_places(["ab", "c"], []) == [(0, 0), (0, 0)]
    assert word_places([], evenly("ab")) == []


signs = st.text(alphabet="abc", max_size=6)


@given(st.lists(signs, max_size=6), signs.map(lambda text: text * 3), st.sets(st.integers(0, 18)))
def test_whatever_is_spoken_words_stand_in_order_and_within_it(words: list[str], said: str, pauses: set[int]) -> None:
    spoken = evenly(said, tuple(pauses))
    places = word_places(words, spoken)
    assert len(places) == len(words)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    if spoken and edges:
        assert spoken[0].start <= edges[0]
        assert edges[-1] <= spoken[-1].end
