"""The same speech as a poor microphone, a bare room or a telephone would bring it: made, not recorded."""

from collections.abc import Callable
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from voice.streaming import RATE_HZ

Sound = NDArray[np.float32]
"""Shape (samples,), 16 kHz mono, -1 to 1."""

TAIL_S = 1.5
"""Sound after the last word, in which the utterance is found to be over: the voice has to be gone for 0.55 s."""
_ROOM_M = (4.2, 3.4, 2.6)
_SPEAKER_M = (1.1, 1.3, 1.2)
_MICROPHONE_M = (2.4, 1.9, 0.8)
"""An office, and a candidate who sits 1.5 m from a laptop's microphone."""
_REFLECTED = 0.8
"""Amplitude that a wall gives back: an RT60 of about 0.45 s, furnished but without curtains."""
_SOUND_M_S = 343.0


def clean(sound: Sound, _seed: int) -> Sound:
    """As it is, with a quiet end."""
    return np.pad(sound, (0, round(TAIL_S * RATE_HZ)))


def noisy(sound: Sound, seed: int, snr_db: float) -> Sound:
    """With steady noise whose power falls with frequency, as a fan's or traffic's does; it goes on after the end.

    The ratio is that of the speech's power while somebody speaks to the noise's.
    """
    longer = clean(sound, seed)
    noise = pink(len(longer), seed)
    loud = np.abs(sound) > 0.02 * np.max(np.abs(sound))
    power = float(np.mean(np.square(sound[loud])))
    mixed = longer + noise * np.sqrt(power / 10 ** (snr_db / 10))
    return np.asarray(mixed / max(1.0, float(np.max(np.abs(mixed)))), np.float32)


def pink(samples: int, seed: int) -> Sound:
    """Noise of power 1 that falls by 3 dB an octave above 50 Hz."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=samples))
    frequencies = np.fft.rfftfreq(samples, 1 / RATE_HZ)
    shaped = np.fft.irfft(spectrum / np.sqrt(np.maximum(frequencies, 50.0)), samples)
    return np.asarray(shaped / np.std(shaped), np.float32)


def in_a_room(sound: Sound, seed: int) -> Sound:
    """Heard across a room: the response comes from the image-source method (Allen and Berkley 1979)."""
    response = _room()
    longer = clean(sound, seed)
    size = len(longer) + len(response)
    heard = np.fft.irfft(np.fft.rfft(longer, size) * np.fft.rfft(response, size), size)[: len(longer)]
    return np.asarray(heard * (np.max(np.abs(sound)) / np.max(np.abs(heard))), np.float32)


@lru_cache
def _room() -> NDArray[np.float64]:
    """Amplitudes of the direct sound and of every mirror image that arrives within 0.5 s."""
    length = RATE_HZ // 2
    response = np.zeros(length)
    orders = [range(-int(0.5 * _SOUND_M_S / size / 2) - 1, int(0.5 * _SOUND_M_S / size / 2) + 2) for size in _ROOM_M]
    steps = np.array(np.meshgrid(*orders, indexing="ij")).reshape(3, -1).T
    for mirrored in np.ndindex(2, 2, 2):
        flips = np.array(mirrored)
        images = (1 - 2 * flips) * np.array(_SPEAKER_M) + 2 * steps * np.array(_ROOM_M)
        distance = np.linalg.norm(images - np.array(_MICROPHONE_M), axis=1)
        walls = np.sum(np.abs(steps - flips) + np.abs(steps), axis=1)
        arrival = np.round(distance / _SOUND_M_S * RATE_HZ).astype(int)
        heard = arrival < length
        np.add.at(response, arrival[heard], _REFLECTED ** walls[heard] / distance[heard])
    return response[int(np.argmax(response > 0)) :]


def by_telephone(sound: Sound, seed: int) -> Sound:
    """300 to 3,400 Hz, 8 kHz, and 8-bit µ-law (ITU-T G.711), brought back to 16 kHz."""
    longer = clean(sound, seed)
    spectrum = np.fft.rfft(longer)
    frequencies = np.fft.rfftfreq(len(longer), 1 / RATE_HZ)
    spectrum[(frequencies < 300) | (frequencies > 3400)] = 0
    narrow = np.clip(np.fft.irfft(spectrum, len(longer))[::2], -1, 1)
    code = np.round(np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256) * 127) / 127
    back = np.sign(code) * np.expm1(np.abs(code) * np.log(256)) / 255
    full = np.fft.irfft(np.pad(np.fft.rfft(back), (0, len(longer) // 2 + 1 - (len(back) // 2 + 1))), len(longer)) * 2
    return np.asarray(full, np.float32)


WAYS: dict[str, Callable[[Sound, int], Sound]] = {
    "clean": clean,
    "noise, 20 dB": partial(noisy, snr_db=20),
    "noise, 10 dB": partial(noisy, snr_db=10),
    "noise, 5 dB": partial(noisy, snr_db=5),
    "room": in_a_room,
    "telephone": by_telephone,
}
"""Called with the sound and a seed."""
