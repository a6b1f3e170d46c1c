"""The candidate's microphone as the ears get it: without the interviewer's own voice. The tape keeps it as it came."""

import time
from collections.abc import AsyncIterator, Callable

import numpy as np
from livekit import rtc
from livekit.agents.voice import io
from numpy.typing import NDArray

from agent.log import logger
from voice.echo import BLOCK, RATE_HZ, EchoCanceller
from voice.sound import RATE_HZ as CALL_HZ

BLOCK_S = BLOCK / RATE_HZ
OUT_OF_STEP_S = 0.1
"""The microphone's samples are its clock, for frames arrive in bursts; so far from the wall clock it is set anew."""

Playing = Callable[[float, float], NDArray[np.int16]]
"""What was sent to the loudspeaker from a wall-clock time on, for so many seconds: mono at the call's rate."""


class EchoGuard(io.AudioInput):
    """Passes the candidate's sound on at 16 kHz, in blocks of 32 ms."""

    def __init__(self, source: io.AudioInput, playing: Playing, clock: Callable[[], float] = time.time) -> None:
        super().__init__(label="EchoGuard", source=source)
        self._from, self._playing, self._clock = source, playing, clock
        self._canceller = EchoCanceller()
        self._resampler = rtc.AudioResampler(CALL_HZ, RATE_HZ, num_channels=1)
        self._heard = np.zeros(0, np.int16)
        self._heard_to: float | None = None
        """Wall-clock time of the newest sample, by the microphone's own clock."""

    def __aiter__(self) -> AsyncIterator[rtc.AudioFrame]:
        return self

    async def __anext__(self) -> rtc.AudioFrame:
        while len(self._heard) < BLOCK:
            self._take(await self._from.__anext__())
        assert self._heard_to is not None
        heard, self._heard = self._heard[:BLOCK], self._heard[BLOCK:]
        began = self._heard_to - (len(self._heard) + BLOCK) / RATE_HZ
        played = self._playing(began, BLOCK_S)
        cleaned = self._canceller.clean(_floats(heard), _at_hearing_rate(played))
        pcm = (np.clip(cleaned, -1, 1) * 32767).astype(np.int16)
        return rtc.AudioFrame(pcm.tobytes(), RATE_HZ, 1, BLOCK)

    def _take(self, frame: rtc.AudioFrame) -> None:
        samples = np.frombuffer(frame.data, np.int16)
        if frame.num_channels > 1:
            samples = samples.reshape(-1, frame.num_channels)[:, 0].copy()
        mono = rtc.AudioFrame(samples.tobytes(), frame.sample_rate, 1, len(samples))
        pieces = [np.frombuffer(piece.data, np.int16) for piece in self._resampler.push(mono)]
        self._heard = np.concatenate([self._heard, *pieces])
        now = self._clock()
        expected = now if self._heard_to is None else self._heard_to + len(samples) / frame.sample_rate
        if abs(now - expected) > OUT_OF_STEP_S:
            logger.debug("the microphone's clock is set anew")
            expected = now
        self._heard_to = expected


def _floats(pcm: NDArray[np.int16]) -> NDArray[np.float32]:
    floats: NDArray[np.float32] = pcm.astype(np.float32) / np.float32(32768)
    return floats


def _at_hearing_rate(pcm: NDArray[np.int16]) -> NDArray[np.float32]:
    """48 kHz to one block at 16 kHz by the mean of three: what that folds back is part of the path that is learned."""
    thirds = CALL_HZ // RATE_HZ
    if len(pcm) < BLOCK * thirds:
        return np.zeros(BLOCK, np.float32)
    averaged: NDArray[np.float32] = _floats(pcm[: BLOCK * thirds]).reshape(-1, thirds).mean(axis=1)
    return averaged
