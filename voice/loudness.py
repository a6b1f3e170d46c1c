"""How loud speech is to the ear, by ITU-R BS.1770-5, and all of it brought to one level."""

import numpy as np
from numpy.typing import NDArray

TARGET_LUFS = -22.0
"""About the level most calls settle speech at, and as loud as full scale allows: of 42 lines of one to two dozen words
in joe-medium 4 would pass `_CEILING` here, 13 at -21. Lines differ by 1.0 dB at most; by 2.6 dB when their RMS is made
equal instead, and by 4.8 dB as Piper speaks them."""
_KNEE, _CEILING = 0.7, 0.95
"""Samples above the knee are bent so that none reaches the ceiling. Lowering a whole line for one loud consonant makes
that line quieter than the others: 1.3 dB between those lines instead of 1.0."""
_BLOCK_S, _STEP_S = 0.4, 0.1
_SILENCE_LUFS, _PAUSE_LU = -70.0, -10.0
"""Blocks below the first, or this far below the average of the others, are pauses and do not count."""
_OFFSET_LU = -0.691
"""The standard's, by which a sine of 997 Hz at full scale has -3.01."""


def loudness(sound: NDArray[np.float32], rate_hz: int) -> float:
    """Integrated loudness in LUFS of mono sound, -1 to 1, shape (samples,); -inf of silence.

    Sound shorter than one block of 0.4 s counts as if silence followed it.
    """
    block, step = round(_BLOCK_S * rate_hz), round(_STEP_S * rate_hz)
    power = np.square(_weighted(np.pad(sound, (0, max(0, block - len(sound)))), rate_hz))
    total = np.concatenate([[0.0], np.cumsum(power)])
    blocks = (total[block::step] - total[: len(total) - block : step]) / block
    heard = blocks[_lufs(blocks) > _SILENCE_LUFS]
    if len(heard) == 0:
        return float("-inf")
    return float(_lufs(np.mean(heard[_lufs(heard) > _lufs(np.mean(heard)) + _PAUSE_LU])))


def evened(sound: NDArray[np.float32], rate_hz: int) -> NDArray[np.int16]:
    """Brings a sentence to `TARGET_LUFS`: float32 -1 to 1 in, int16 of the same shape out. Silence stays silent."""
    level = loudness(sound, rate_hz)
    if level == float("-inf"):
        return np.zeros(len(sound), np.int16)
    louder = sound * 10 ** ((TARGET_LUFS - level) / 20)
    over = np.maximum(np.abs(louder) - _KNEE, 0.0)
    room = _CEILING - _KNEE
    bent = np.where(over > 0, np.sign(louder) * (_KNEE + room * np.tanh(over / room)), louder)
    return (bent * 32767.0).astype(np.int16)


def _weighted(sound: NDArray[np.float32], rate_hz: int) -> NDArray[np.float64]:
    """As the ear weighs frequencies: the standard's two filters, a rise above 1.7 kHz and a cut below 38 Hz."""
    # A power of two is fast; the tenth of a second is for the filters' tail, which would come round to the beginning.
    size = 1 << (len(sound) + rate_hz // 10).bit_length()
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response = np.ones(len(delay), np.complex128)
    for above, below in (_shelf(rate_hz), _cut(rate_hz)):
        response *= np.polyval(above[::-1], delay) / np.polyval(below[::-1], delay)
    weighted: NDArray[np.float64] = np.fft.irfft(np.fft.rfft(sound, size) * response, size)[: len(sound)]
    return weighted


def _shelf(rate_hz: int) -> tuple[list[float], list[float]]:
    """Coefficients (b, a) of the first filter; its frequency, gain and quality give those of the standard at 48 kHz."""
    k, high, quality = np.tan(np.pi * 1681.974450955533 / rate_hz), 10 ** (3.999843853973347 / 20), 0.7071752369554196
    middle = high**0.4996667741545416
    norm = 1 + k / quality + k * k
    return (
        [(high + middle * k / quality + k * k) / norm, 2 * (k * k - high) / norm,
         (high - middle * k / quality + k * k) / norm],
        [1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm],
    )  # fmt: skip


def _cut(rate_hz: int) -> tuple[list[float], list[float]]:
    """Coefficients (b, a) of the second filter, likewise."""
    k, quality = np.tan(np.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    norm = 1 + k / quality + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm]


def _lufs(power: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    return _OFFSET_LU + 10 * np.log10(np.maximum(power, 1e-12))
