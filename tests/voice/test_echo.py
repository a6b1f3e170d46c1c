"""The interviewer's voice is taken out of the microphone, and the candidate's is let through."""

import numpy as np
import pytest
from numpy.typing import NDArray

from voice.echo import BLOCK, LEARNED_BLOCKS, RATE_HZ, EchoCanceller

Sound = NDArray[np.float32]


def voice(seconds: float, seed: int) -> Sound:
    """Noise that comes and goes like syllables, at -20 dBFS."""
    length = round(seconds * RATE_HZ / BLOCK) * BLOCK
    noise = np.random.default_rng(seed).standard_normal(length)
    syllables = np.maximum(0, np.sin(2 * np.pi * 4 * np.arange(length) / RATE_HZ))
    sound: Sound = (noise * syllables * 0.15).astype(np.float32)
    return sound


def echo(played: Sound, level_db: int, delay_s: float = 0.12) -> Sound:
    """Late, softer and with a little of the room."""
    late = round(delay_s * RATE_HZ)
    direct = np.pad(played, (late, 0))[: len(played)]
    wall = np.pad(played, (late + 300, 0))[: len(played)]
    mixed: Sound = ((direct + 0.3 * wall) * 10 ** (level_db / 20)).astype(np.float32)
    return mixed + (np.random.default_rng(9).standard_normal(len(mixed)) * 0.0004).astype(np.float32)


def cleaned(canceller: EchoCanceller, heard: Sound, played: Sound) -> Sound:
    blocks = range(0, len(heard), BLOCK)
    return np.concatenate([canceller.clean(heard[at : at + BLOCK], played[at : at + BLOCK]) for at in blocks])


def energy(sound: Sound) -> float:
    return float(np.sum(np.square(sound)))


@pytest.mark.parametrize("level_db", [-10, -20, -30])
@pytest.mark.parametrize("delay_s", [0.02, 0.25])
def test_an_echo_is_gone(level_db: int, delay_s: float) -> None:
    played = voice(6, seed=1)
    heard = echo(played, level_db, delay_s)
    assert energy(cleaned(EchoCanceller(), heard, played)) < energy(heard) / 100


def test_a_candidate_who_talks_over_a_line_is_heard() -> None:
    played, candidate = voice(8, seed=1), voice(8, seed=2)
    from_s = round(5 * RATE_HZ / BLOCK) * BLOCK
    candidate[:from_s] = 0
    left = cleaned(EchoCanceller(), echo(played, -20) + candidate, played)
    assert energy(left[from_s:]) > 0.5 * energy(candidate)
    assert energy(left[:from_s]) < 0.01 * energy(candidate)


def test_without_an_interviewer_nothing_is_touched() -> None:
    candidate = voice(2, seed=2)
    assert np.array_equal(cleaned(EchoCanceller(), candidate, np.zeros_like(candidate)), candidate)


def test_before_the_way_is_known_nothing_passes_while_the_interviewer_sounds() -> None:
    played = np.full(BLOCK * (LEARNED_BLOCKS - 1), 0.1, np.float32)
    assert not np.any(cleaned(EchoCanceller(), voice(2, seed=2)[: len(played)], played))
