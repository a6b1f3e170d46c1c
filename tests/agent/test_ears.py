"""What is heard is told as soon as it stands, and an utterance that cannot be recognized costs itself alone."""

import asyncio
from collections.abc import Awaitable, Callable

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import stt, vad
from numpy.typing import NDArray

from agent.ears import Ears, EarStream, Utterance
from tests.agent.fakes import tone
from voice.streaming import RATE_HZ, Decode
from voice.transcript import Transcript, Word


class Scripted:
    """Voice activity as the test says it is."""

    def __init__(self) -> None:
        self.events: asyncio.Queue[vad.VADEvent] = asyncio.Queue()

    def stream(self) -> "Scripted":
        """Itself."""
        return self

    def __aiter__(self) -> "Scripted":
        return self

    async def __anext__(self) -> vad.VADEvent:
        return await self.events.get()

    def push_frame(self, frame: rtc.AudioFrame) -> None:
        """Sound is not listened to."""

    def end_input(self) -> None:
        """Nor is its end."""

    async def aclose(self) -> None:
        """Nothing to close."""

    def say(self) -> None:
        """Half a second of voice, and a pause."""
        self.begin()
        self._put(vad.VADEventType.END_OF_SPEECH, tone(0.5))

    def begin(self) -> None:
        """Half a second of voice, two seconds after the call began."""
        self._put(vad.VADEventType.START_OF_SPEECH, tone(0.5))

    def fall_silent(self) -> None:
        """A fifth of a second in which only a fan is heard, as loud as the voice."""
        for _ in range(4):
            self._put(vad.VADEventType.INFERENCE_DONE, tone(0.05))

    def _put(self, kind: vad.VADEventType, heard: NDArray[np.int16]) -> None:
        sound = heard[:: 48_000 // RATE_HZ]
        frame = rtc.AudioFrame(sound.tobytes(), RATE_HZ, 1, len(sound))
        self.events.put_nowait(
            vad.VADEvent(
                type=kind, samples_index=0, timestamp=2.5, speech_duration=0.5, silence_duration=0.3, frames=[frame]
            )
        )


def listening(decode: Decode, activity: Scripted, heard: Callable[[Utterance], Awaitable[None]]) -> Ears:
    """Ears that hear by these."""
    # Scripted is the part of a VAD that the ears use; the library's class wants its own model's options.
    return Ears(decode, activity, heard, lambda _text: None)  # type: ignore[arg-type]


async def test_a_failed_recognition_costs_one_utterance_alone() -> None:
    broken = True
    heard: asyncio.Queue[Utterance] = asyncio.Queue()

    async def decode(_pcm: NDArray[np.float32], _prompt: str) -> Transcript:
        if broken:
            raise RuntimeError("inference failed")
        return Transcript((Word(text="Hello.", start_s=0.0, end_s=0.4, confidence=1.0),), 0.5)

    activity = Scripted()
    ears = listening(decode, activity, heard.put)
    stream = ears.stream()
    assert isinstance(stream, EarStream)
    try:
        activity.say()
        async with asyncio.timeout(5):
            while not activity.events.empty():
                await asyncio.sleep(0.01)
            await ears.settled.wait()
        broken = False
        activity.say()
        assert (await asyncio.wait_for(heard.get(), 5)).text == "Hello."
    finally:
        await stream.aclose()


async def test_the_words_before_a_pause_are_told_before_the_utterance_is_over() -> None:
    async def decode(_pcm: NDArray[np.float32], _prompt: str) -> Transcript:
        return Transcript((Word("Hello", 0.1, 0.3, 0.9), Word("there.", 0.3, 0.5, 0.7)), 0.5)

    async def ignore(_utterance: Utterance) -> None:
        pass

    activity = Scripted()
    stream = listening(decode, activity, ignore).stream()
    try:
        activity.begin()
        activity.fall_silent()
        async with asyncio.timeout(5):
            event = await anext(
                event async for event in stream if event.type is stt.SpeechEventType.PREFLIGHT_TRANSCRIPT
            )
    finally:
        await stream.aclose()
    said = event.alternatives[0]
    assert said.text == "Hello there."
    assert said.confidence == pytest.approx(0.8)
    assert said.words is not None
    assert [word.start_time for word in said.words] == pytest.approx([2.1, 2.3])
    assert said.end_time == pytest.approx(2.5)
