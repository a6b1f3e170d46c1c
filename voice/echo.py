"""The interviewer's own voice taken out of the candidate's microphone, where a browser's echo canceller left some.

A partitioned-block frequency-domain Kalman filter (Enzner and Vary, "Frequency-domain adaptive Kalman filter for
acoustic echo control in hands-free telephones", 2006; partitioned as by Kuech, Mabande and Enzner, 2014): it learns the
way from loudspeaker to microphone and needs no double-talk detector, for its step shrinks with the noise it sees, and
a candidate who talks over a line is such noise. What it leaves of an echo is below hearing or cut.
"""

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
BLOCK = 512
"""Samples taken at a time, 32 ms: the voice activity model's window."""
PARTS = 18
"""Blocks of the past that echo may come from, 0.58 s: the way over a network and back, and a room."""

_STEADY = 0.9998
"""How much of the learned path stays from block to block."""
_NOISE_KEEPS = 0.6
_FIRST_DOUBT = 10.0
_FLOOR = 1e-8

SOUNDING = 1e-3
"""RMS of the interviewer's sound, -60 dBFS, above which there is something to echo."""
LEARNED_BLOCKS = 48
"""Blocks with the interviewer's sound, 1.5 s, before which everything is cut while it sounds: no path is known yet, and
the greeting cannot be interrupted anyway."""
TAIL_BLOCKS = 16
"""An echo may come so long, 0.5 s, after the sound."""
CUT_BELOW = 0.6
"""What is left is taken for echo and cut while its RMS is under this share of the echo that was foreseen. A candidate
who talks over a line is at least as loud as its echo."""
EXPLAINED = 1.5
"""So is a block whose whole RMS stays under so many times what the loudest echoes had, measured by the interviewer's
loudest block of the last 0.6 s: when a buffer on the way has shifted, the filter has to learn its path anew, while the
echo is as loud as before. A candidate 4 dB above the echo gets through."""
LOUDEST = 0.95
"""The quantile of echoes that counts as the loudest."""
COUPLING_STEP = 0.02
"""How fast it follows: half a second of talking over a line moves it by 2 dB, and ten seconds of listening back."""
FAINT = 0.005
"""And one under this RMS, -46 dBFS: nobody talks over a line so softly."""
FORESEEN_KEEPS = 0.7
"""Of the echo foreseen for a block so much RMS is still counted with in the next: rooms ring on."""

Block = NDArray[np.float32]


class EchoCanceller:
    """Hears one microphone, block by block."""

    def __init__(self) -> None:
        bins = BLOCK + 1
        self._played = np.zeros(2 * BLOCK, np.float32)
        self._spectra = np.zeros((PARTS, bins), np.complex64)
        self._path = np.zeros((PARTS, bins), np.complex64)
        self._doubt = np.full((PARTS, bins), _FIRST_DOUBT, np.float32)
        self._noise = np.zeros(bins, np.float32)
        self._turn = 0
        self._learned = 0
        self._tail = 0
        self._foreseen_rms = 0.0
        self._played_rms = np.zeros(PARTS, np.float32)
        self._couplings: list[float] = []
        """The microphone's loudness by the interviewer's, in the first blocks."""
        self._coupling = 0.0

    def clean(self, heard: Block, played: Block) -> Block:
        """The microphone's block without the interviewer in it.

        Args:
            heard: shape (512,), -1 to 1.
            played: what was sent to the loudspeaker in the same 32 ms.
        """
        self._played = np.concatenate([self._played[BLOCK:], played])
        self._spectra = np.roll(self._spectra, 1, axis=0)
        self._spectra[0] = np.fft.rfft(self._played)
        self._played_rms = np.append(self._played_rms[1:], np.float32(_rms(played)))
        if _rms(played) > SOUNDING:
            self._learned += 1
            self._tail = TAIL_BLOCKS
        elif self._tail == 0:
            return heard
        else:
            self._tail -= 1
        foreseen = np.fft.irfft(np.sum(self._spectra * self._path, axis=0))[BLOCK:].astype(np.float32)
        left = heard - foreseen
        self._learn(left)
        return np.zeros_like(left) if self._is_echo(heard, left, foreseen) else left

    def _learn(self, left: Block) -> None:
        error = np.fft.rfft(np.concatenate([np.zeros(BLOCK, np.float32), left]))
        power = np.square(np.abs(self._spectra))
        self._noise = _NOISE_KEEPS * self._noise + (1 - _NOISE_KEEPS) * np.square(np.abs(error)).astype(np.float32)
        gain = self._doubt / (np.sum(self._doubt * power, axis=0) + 2 * self._noise + _FLOOR)
        self._path = _STEADY * (self._path + gain * np.conj(self._spectra) * error).astype(np.complex64)
        self._doubt = _STEADY**2 * (1 - 0.5 * gain * power) * self._doubt
        self._doubt += (1 - _STEADY**2) * np.square(np.abs(self._path))
        # The second half of each part's impulse response must be zero; one part a block is enough, and cheap.
        response = np.fft.irfft(self._path[self._turn])
        response[BLOCK:] = 0
        self._path[self._turn] = np.fft.rfft(response)
        self._turn = (self._turn + 1) % PARTS

    def _is_echo(self, heard: Block, left: Block, foreseen: Block) -> bool:
        loudest = float(self._played_rms.max())
        self._couple(_rms(heard) / max(loudest, SOUNDING))
        if self._learned < LEARNED_BLOCKS:
            return True
        self._foreseen_rms = max(_rms(foreseen), FORESEEN_KEEPS * self._foreseen_rms)
        return (
            _rms(left) < max(FAINT, CUT_BELOW * self._foreseen_rms)
            or _rms(heard) < EXPLAINED * self._coupling * loudest
        )

    def _couple(self, coupling: float) -> None:
        if self._learned < LEARNED_BLOCKS:
            self._couplings.append(coupling)
            self._coupling = float(np.quantile(self._couplings, LOUDEST))
        elif coupling > self._coupling:
            self._coupling *= 1 + COUPLING_STEP * LOUDEST
        else:
            self._coupling *= 1 - COUPLING_STEP * (1 - LOUDEST)


def _rms(block: Block) -> float:
    return float(np.sqrt(np.mean(np.square(block))))
