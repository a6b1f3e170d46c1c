"""The ears get the microphone without the interviewer, whatever rate and pieces the frames come in."""

from collections.abc import AsyncIterator

import numpy as np
from livekit import rtc
from livekit.agents.voice import io
from numpy.typing import NDArray

from agent.echo_guard import EchoGuard
from tests.agent.fakes import tone
from voice.echo import BLOCK, RATE_HZ
from voice.sound import RATE_HZ as CALL_HZ


class Microphone(io.AudioInput):
    """Plays one sound in pieces of 10 ms, on a clock of its own."""

    def __init__(self, sound: NDArray[np.int16]) -> None:
        super().__init__(label="microphone")
        self.now = 1000.0
        self._pieces = iter(np.split(sound, range(CALL_HZ // 100, len(sound), CALL_HZ // 100)))

    def __aiter__(self) -> AsyncIterator[rtc.AudioFrame]:
        return self

    async def __anext__(self) -> rtc.AudioFrame:
        piece = next(self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        self.now += len(piece) / CALL_HZ
        return rtc.AudioFrame(piece.tobytes(), CALL_HZ, 1, len(piece))


def noise(seconds: float) -> NDArray[np.int16]:
    """Wide-band sound, 48 kHz, with nothing above 4 kHz."""
    spectrum = np.fft.rfft(np.random.default_rng(0).standard_normal(round(seconds * CALL_HZ)))
    spectrum[round(4000 * seconds) :] = 0
    sound: NDArray[np.int16] = (np.fft.irfft(spectrum) * 12_000).astype(np.int16)
    return sound


async def heard(microphone: Microphone, played: NDArray[np.int16]) -> NDArray[np.int16]:
    def playing(wall: float, seconds: float) -> NDArray[np.int16]:
        first = round((wall - 1000.0) * CALL_HZ)
        return played[max(0, first) : max(0, first) + round(seconds * CALL_HZ)]

    guard = EchoGuard(microphone, playing, clock=lambda: microphone.now)
    frames = [frame async for frame in guard]
    assert {(frame.sample_rate, frame.samples_per_channel) for frame in frames} == {(RATE_HZ, BLOCK)}
    return np.concatenate([np.frombuffer(frame.data, np.int16) for frame in frames])


async def test_the_candidates_voice_comes_through_as_it_was() -> None:
    sound = tone(2)
    got = await heard(Microphone(sound), np.zeros(CALL_HZ * 3, np.int16))
    assert abs(len(got) / RATE_HZ - 2) < 0.1
    assert abs(float(np.std(got[RATE_HZ:])) / float(np.std(sound)) - 1) < 0.05


async def test_what_the_interviewer_says_does_not() -> None:
    played = noise(6)
    echo = np.pad(played // 4, (CALL_HZ // 10, 0))[: len(played)].astype(np.int16)
    got = await heard(Microphone(echo), played)
    assert float(np.std(got)) < 0.1 * float(np.std(echo))
