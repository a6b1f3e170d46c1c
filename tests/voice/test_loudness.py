"""Loudness as the standard measures it, and speech brought to one level."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from voice.loudness import TARGET_LUFS, evened, loudness

RATES_HZ = (16_000, 22_050, 48_000)


def sine(hz: float, rate_hz: int, seconds: float = 3, level_db: float = 0) -> NDArray[np.float32]:
    ticks = np.arange(round(seconds * rate_hz)) / rate_hz
    return (10 ** (level_db / 20) * np.sin(2 * np.pi * hz * ticks)).astype(np.float32)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_the_standards_own_sine_has_the_standards_loudness(rate_hz: int) -> None:
    assert loudness(sine(997, rate_hz), rate_hz) == pytest.approx(-3.01, abs=0.1)
    assert loudness(sine(997, rate_hz, level_db=-20), rate_hz) == pytest.approx(-23.01, abs=0.1)


def test_what_the_ear_hardly_hears_counts_less() -> None:
    low, middle, high = (loudness(sine(hz, 48_000), 48_000) for hz in (30, 500, 3_000))
    assert low < middle - 3
    assert high > middle + 2


def test_pauses_do_not_count() -> None:
    spoken = sine(997, 48_000, 2, level_db=-23)
    pause = np.zeros(3 * 48_000, np.float32)
    assert loudness(np.concatenate([spoken, pause, spoken]), 48_000) == pytest.approx(-26, abs=0.5)


def test_silence_is_not_made_loud() -> None:
    assert loudness(np.zeros(48_000, np.float32), 48_000) == float("-inf")
    assert not evened(np.zeros(100, np.float32), 22_050).any()
    assert len(evened(np.zeros(0, np.float32), 22_050)) == 0


@settings(deadline=None)
@given(st.floats(-40, 0), st.floats(0.3, 3), st.sampled_from(RATES_HZ))
def test_whatever_its_level_speech_comes_out_at_one(level_db: float, seconds: float, rate_hz: int) -> None:
    swelling = sine(220, rate_hz, seconds, level_db) * np.linspace(0.3, 1, round(seconds * rate_hz), dtype=np.float32)
    out = evened(swelling, rate_hz)
    assert loudness(out.astype(np.float32) / np.float32(32768), rate_hz) == pytest.approx(TARGET_LUFS, abs=0.2)


def test_one_loud_click_is_bent_and_lowers_nothing_else() -> None:
    clicked = sine(220, 22_050, 2, level_db=-30)
    clicked[1_000] = 1
    out = evened(clicked, 22_050)
    assert 0.7 * 32767 < out[1_000] < 0.96 * 32767
    quiet = evened(sine(220, 22_050, 2, level_db=-30), 22_050)
    assert np.max(np.abs(out[2_000:])) == pytest.approx(np.max(np.abs(quiet)), rel=0.1)
