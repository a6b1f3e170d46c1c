"""Words' edges, found in sound whose words are known."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.voice.conftest import at_16_khz
from voice.alignment import matches
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.transcript import Word
from voice.tts import Synthesizer
from voice.word_edges import on_sound

Sound = NDArray[np.float32]

NEAR_S = 0.12
"""A word's time this close to the truth is right."""


def buzz(*spans: tuple[float, float], seconds: float = 4.0, noise: float = 0.0) -> Sound:
    """Loud in these spans of seconds, quiet or softly noisy elsewhere."""
    chance = np.random.default_rng(1)
    sound = chance.normal(0, noise or 1e-5, round(seconds * RATE_HZ))
    for begin, end in spans:
        first, last = round(begin * RATE_HZ), round(end * RATE_HZ)
        sound[first:last] += chance.normal(0, 0.1, last - first)
    return sound.astype(np.float32)


def aligned(*at: float) -> list[Word]:
    """Words that the alignment begins where it ends the one before."""
    return [Word(f"word{place}", begin, end, 0.9) for place, (begin, end) in enumerate(pairwise(at))]


def spans(words: Sequence[Word]) -> list[tuple[float, float]]:
    return [(word.start_s, word.end_s) for word in words]


@pytest.mark.parametrize("noise", [0.0, 0.01], ids=["in silence", "in noise"])
def test_words_with_gaps_between_them_begin_and_end_where_they_sound(noise: float) -> None:
    said = [(0.5, 0.9), (1.0, 1.4), (1.6, 2.0)]
    found = spans(on_sound(aligned(0.2, 0.85, 1.4, 2.4), buzz(*said, noise=noise)))
    assert found == [pytest.approx(span, abs=0.03) for span in said]


def test_words_without_a_gap_share_a_boundary_a_little_behind_where_the_alignment_has_it() -> None:
    first, second = spans(on_sound(aligned(0.4, 1.0, 1.6), buzz((0.5, 1.6))))
    assert first == pytest.approx((0.5, 1.08), abs=0.02)
    assert second == pytest.approx((1.08, 1.6), abs=0.02)


def test_the_closure_of_a_t_parts_no_words() -> None:
    closed = buzz((0.5, 1.12), (1.15, 1.6))
    assert spans(on_sound(aligned(0.4, 1.0, 1.6), closed))[0][1] == pytest.approx(1.08, abs=0.02)


def test_a_pause_belongs_to_neither_word_wherever_in_it_the_alignment_has_the_boundary() -> None:
    said = [(0.5, 0.9), (2.9, 3.3)]
    for boundary in (0.85, 1.9, 2.85):
        assert spans(on_sound(aligned(0.4, boundary, 3.6), buzz(*said))) == [
            pytest.approx(span, abs=0.03) for span in said
        ]


def test_of_a_word_with_a_pause_in_it_the_longer_side_is_the_word() -> None:
    (found,) = spans(on_sound(aligned(0.4, 2.9), buzz((0.5, 0.6), (2.0, 2.6))))
    assert found == pytest.approx((2.0, 2.6), abs=0.03)


def test_a_short_last_word_is_placed_before_the_quiet_behind_it() -> None:
    found = spans(on_sound(aligned(0.2, 0.8, 1.5), buzz((0.3, 0.85), (1.0, 1.1), seconds=1.5)))
    assert found == [pytest.approx((0.3, 0.85), abs=0.03), pytest.approx((1.0, 1.1), abs=0.03)]


def test_a_few_words_in_a_long_quiet_are_found() -> None:
    found = spans(on_sound(aligned(0.0, 10.3, 11.0), buzz((10.0, 10.3), (10.5, 10.8), seconds=26.0)))
    assert found == [pytest.approx((10.0, 10.3), abs=0.03), pytest.approx((10.5, 10.8), abs=0.03)]


def test_words_keep_their_order_and_stay_as_they_are_where_nothing_sounds() -> None:
    words = aligned(0.1, 0.12, 0.14, 0.16, 3.9)
    found = spans(on_sound(words, buzz((0.5, 0.9), (1.0, 1.4))))
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    for silent in (np.zeros(0, np.float32), np.zeros(4 * RATE_HZ, np.float32), buzz(noise=0.01)):
        assert on_sound(words, silent) == tuple(words)
    assert on_sound([], buzz((0.5, 0.9))) == ()


@pytest.mark.models
def test_what_piper_says_is_placed_where_it_says_it(recognizer: Recognizer, synthesizer: Synthesizer) -> None:
    text = "I would start with gradient boosted trees on a few hundred features, because they train in an hour."
    said = synthesizer.speak(text).words
    heard = recognizer.decode(at_16_khz(synthesizer, text)).words
    plain = [[word.text.strip(".,").lower() for word in words] for words in (said, heard)]
    pairs = [(said[i], heard[j]) for i, j in matches(*plain)]
    assert len(pairs) > 14
    off = [abs(a - b) for one, other in pairs for a, b in zip(*spans([one, other]), strict=True)]
    assert np.mean(np.array(off) <= NEAR_S) > 0.85
