""" "Mm-hm" as people hum it: synthetic speakers spell it out ("em em aitch em em"), which nobody does."""

import numpy as np
from numpy.typing import NDArray

from bench.voices import Sound, levelled
from voice.streaming import RATE_HZ

PITCHES_HZ = (95, 115, 135, 170, 200, 230)
PACES = (0.75, 0.85, 0.95, 1.05, 1.15, 1.25)
"""0.35 to 0.58 s."""
PARTS_S = (0.16, 0.07, 0.24)
"""A murmur that falls, the breath between, and one that rises, at pace 1."""
BREATH = 0.02
"""RMS, where the murmurs peak at 1."""
FORMANTS = ((250, 60, 1.0), (1000, 120, 0.1), (2200, 150, 0.03))
"""Centre and width in Hz and weight of closed lips' resonances: one near 300 Hz, weak ones above (Fujimura 1962)."""
HIGHEST_HZ = 4000
FADE_S = 0.03


def hums(dice: np.random.Generator) -> list[Sound]:
    """Six people's."""
    return [_hum(dice, pitch, pace) for pitch, pace in zip(PITCHES_HZ, PACES, strict=True)]


def _hum(dice: np.random.Generator, pitch_hz: float, pace: float) -> Sound:
    falls_s, breath_s, rises_s = (pace * seconds for seconds in PARTS_S)
    breath = dice.standard_normal(round(breath_s * RATE_HZ)) * BREATH
    murmurs = _murmur(1.05 * pitch_hz, 0.95 * pitch_hz, falls_s), _murmur(pitch_hz, 1.35 * pitch_hz, rises_s)
    return levelled(np.concatenate([murmurs[0], breath, murmurs[1]]).astype(np.float32))


def _murmur(from_hz: float, to_hz: float, seconds: float) -> NDArray[np.float64]:
    """A voice behind closed lips, gliding from one pitch to another; peaks at 1."""
    pitch = np.geomspace(from_hz, to_hz, round(seconds * RATE_HZ))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE_HZ
    sound = np.zeros(len(pitch))
    for harmonic in range(1, round(HIGHEST_HZ / from_hz)):
        resonance = sum(weight / (1 + ((harmonic * pitch - centre) / width) ** 2) for centre, width, weight in FORMANTS)
        sound += resonance * np.sin(harmonic * phase)
    from_edge = np.minimum(np.arange(len(sound)), np.arange(len(sound))[::-1])
    sound *= np.minimum(1, from_edge / (FADE_S * RATE_HZ))
    return np.asarray(sound / np.max(np.abs(sound)))
