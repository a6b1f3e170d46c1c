"""An hour in which nobody speaks: silence, a fan, typing and breathing, in stretches of ten seconds."""

from collections.abc import Iterator
from pathlib import Path

import livekit.agents
import numpy as np
from numpy.typing import NDArray

from bench.degrade import Sound, pink
from voice.streaming import RATE_HZ
from voice.transcribe import read_sound

STRETCH_S = 10.0
KINDS = ("silence", "fan", "keyboard", "breathing")
_KEYBOARDS = ("keyboard-typing.ogg", "keyboard-typing2.ogg")
"""Recordings by Anton (freesound.org/s/137), CC BY 4.0, which livekit-agents carries in its resources."""


def stretches(seconds: float) -> Iterator[tuple[str, Sound]]:
    """Kind and sound, each kind in turn and no stretch like another, as long together as asked for."""
    keyboards = [read_sound(Path(livekit.agents.__file__).parent / "resources" / name) for name in _KEYBOARDS]
    for number in range(round(seconds / STRETCH_S)):
        chance = np.random.default_rng(number)
        kind = KINDS[number % len(KINDS)]
        match kind:
            case "silence":
                sound = (
                    np.zeros(_samples())
                    if number % 8 == 0
                    else chance.normal(0, 10 ** chance.uniform(-4, -3), _samples())
                )
            case "fan":
                sound = _fan(chance, number)
            case "keyboard":
                sound = _keyboard(chance, keyboards[number // len(KINDS) % 2])
            case _:
                sound = _breathing(chance, number)
        yield kind, np.clip(sound, -1, 1).astype(np.float32)


def _samples() -> int:
    return round(STRETCH_S * RATE_HZ)


def _fan(chance: np.random.Generator, seed: int) -> NDArray[np.float64]:
    """Pink noise from -50 to -26 dBFS with the hum of blades and of the mains, swelling a little."""
    seconds = np.arange(_samples()) / RATE_HZ
    level = 10 ** (chance.uniform(-50, -26) / 20)
    blades = chance.uniform(80, 240)
    hum = sum(np.sin(2 * np.pi * blades * k * seconds) / k**2 for k in (1, 2, 3)) + 0.3 * np.sin(
        2 * np.pi * 50 * seconds
    )
    swell = 1 + 0.2 * np.sin(2 * np.pi * chance.uniform(0.1, 0.5) * seconds)
    return np.asarray(level * swell * (pink(_samples(), seed) + 0.5 * hum))


def _keyboard(chance: np.random.Generator, recording: Sound) -> NDArray[np.float64]:
    """A piece of a recording, at -30 to -6 dBFS peak and up to 6 % faster or slower."""
    pace = chance.uniform(0.94, 1.06)
    needed = round(_samples() * pace) + 2
    looped = np.tile(recording, needed // len(recording) + 2)
    first = int(chance.integers(len(recording)))
    piece = np.interp(np.arange(_samples()) * pace, np.arange(needed), looped[first : first + needed])
    return np.asarray(piece / np.max(np.abs(piece)) * 10 ** (chance.uniform(-30, -6) / 20))


def _breathing(chance: np.random.Generator, seed: int) -> NDArray[np.float64]:
    """Breaths in and out, each noise through a throat's resonances, close to the microphone: -40 to -16 dBFS."""
    spectrum = np.fft.rfft(pink(_samples(), seed))
    frequencies = np.fft.rfftfreq(_samples(), 1 / RATE_HZ)
    throat = sum(
        np.exp(-(((frequencies - centre) / width) ** 2)) for centre, width in ((500, 200), (1500, 400), (2600, 600))
    )
    air = np.fft.irfft(spectrum * throat, _samples())
    seconds = np.arange(_samples()) / RATE_HZ
    rhythm = np.clip(np.sin(2 * np.pi * chance.uniform(0.2, 0.45) * seconds + chance.uniform(0, 6)), 0, None) ** 0.7
    out = np.clip(-np.sin(2 * np.pi * chance.uniform(0.2, 0.45) * seconds), 0, None) * 0.6
    return np.asarray(air / np.std(air) * (rhythm + out) * 10 ** (chance.uniform(-40, -16) / 20))
