"""An utterance that cannot be recognized costs that utterance, not the call's hearing."""

import asyncio

import numpy as np
from livekit import rtc
from livekit.agents import vad
from numpy.typing import NDArray

from agent.ears import Ears, EarStream, Utterance
from tests.agent.fakes import tone
from voice.streaming import RATE_HZ
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
        sound = tone(0.5)[:: 48_000 // RATE_HZ]
        frame = rtc.AudioFrame(sound.tobytes(), RATE_HZ, 1, len(sound))
        for kind in (vad.VADEventType.START_OF_SPEECH, vad.VADEventType.END_OF_SPEECH):
            self.events.put_nowait(
                vad.VADEvent(
                    type=kind, samples_index=0, timestamp=0, speech_duration=0.5, silence_duration=0.3, frames=[frame]
                )
            )


async def test_a_failed_recognition_costs_one_utterance_alone() -> None:
    broken = True
    heard: asyncio.Queue[Utterance] = asyncio.Queue()

    async def decode(_pcm: NDArray[np.float32], _prompt: str) -> Transcript:
        if broken:
            raise RuntimeError("inference failed")
        return Transcript((Word(text="Hello.", start_s=0.0, end_s=0.4, confidence=1.0),), 0.5)

    activity = Scripted()
    # Scripted is the part of a VAD that the ears use; the library's class wants its own model's options.
    ears = Ears(decode, activity, heard.put, lambda _text: None)  # type: ignore[arg-type]
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
