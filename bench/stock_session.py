"""livekit-agents' session as `bench.stock` sets it up, on simulated time and without the models that reply."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from faster_whisper import WhisperModel
from livekit import rtc
from livekit.agents import (
    NOT_GIVEN,
    Agent,
    AgentSession,
    APIConnectOptions,
    LanguageCode,
    NotGivenOr,
    StopResponse,
    TurnHandlingOptions,
    UserInputTranscribedEvent,
    inference,
    llm,
    stt,
)
from livekit.agents.utils import AudioBuffer
from livekit.agents.voice import io

from bench.stock import WhisperSTT
from bench.virtual import Inline, charged, play
from bench.voices import Sound
from viva.wiring import SpeechModels
from voice.streaming import RATE_HZ

SETTLE_S = 4.0
"""Into its first line nothing interrupts the session for three seconds: the library's time for echo cancellers."""
LINE_S = 600
"""An interviewer who goes on: no line ends by itself."""


@dataclass
class Noticed:
    """What the session made of a sound, by the wall clock."""

    turns: list[float] = field(default_factory=list)
    """When it took the turn."""
    silent_at: float | None = None
    """When its own line was held back or given up first."""
    stopped: bool = False
    """The line was given up."""
    words: int = 0
    """Heard, in final texts."""


class StockSession:
    """One call's session. Use `open`."""

    def __init__(self, session: AgentSession[None], microphone: "_Microphone", mouth: "_Mouth") -> None:
        self._session, self._microphone, self._mouth = session, microphone, mouth
        self.noticed = Noticed()
        session.on("user_input_transcribed", self._heard)

    @classmethod
    @asynccontextmanager
    async def open(cls, whisper: "ChargedWhisper") -> AsyncIterator["StockSession"]:
        """A call for the block."""
        session: AgentSession[None] = AgentSession(
            stt=whisper,
            vad=inference.VAD(model="silero", executor=Inline()),
            turn_handling=TurnHandlingOptions(
                turn_detection=inference.TurnDetector(version="v1-mini"), interruption={"mode": "vad"}
            ),
        )
        microphone, mouth = _Microphone(), _Mouth()
        session.input.audio, session.output.audio = microphone, mouth
        held = cls(session, microphone, mouth)
        mouth.session = held
        await session.start(_Counting(held), record=False, session_host=False)
        try:
            yield held
        finally:
            await session.aclose()

    async def hear(self, sound: Sound) -> Noticed:
        """The candidate's microphone."""
        self.noticed = Noticed()
        await play(sound, self._microphone.push)
        return self.noticed

    async def begin(self) -> None:
        """Speaks a line that goes on, if none is under way."""
        if not self._mouth.sounding:
            self._session.say("A line.", audio=_quiet_line(), add_to_chat_ctx=False)
            await asyncio.sleep(0.1)

    def _heard(self, event: UserInputTranscribedEvent) -> None:
        if event.is_final:
            self.noticed.words += len(event.transcript.split())


class ChargedWhisper(WhisperSTT):
    """Its computing is charged to the simulated clock."""

    def __init__(self, models: SpeechModels, threads: int) -> None:
        super().__init__(WhisperModel(str(models.recognizer), device="cpu", compute_type="int8", cpu_threads=threads))

    async def _recognize_impl(
        self, buffer: AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        frame = rtc.combine_audio_frames(buffer)
        text = await charged(lambda: self.transcribe(frame))
        heard = stt.SpeechData(language=LanguageCode("en"), text=text)
        return stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[heard])


async def _quiet_line() -> AsyncIterator[rtc.AudioFrame]:
    for _ in range(LINE_S):
        yield rtc.AudioFrame(bytes(2 * RATE_HZ), RATE_HZ, 1, RATE_HZ)


class _Counting(Agent):
    """Notes when the turn is taken, and says nothing."""

    def __init__(self, session: StockSession) -> None:
        super().__init__(instructions="")
        self._held = session

    async def on_user_turn_completed(self, turn_ctx: llm.ChatContext, new_message: llm.ChatMessage) -> None:
        self._held.noticed.turns.append(time.time())
        raise StopResponse


class _Microphone(io.AudioInput):
    def __init__(self) -> None:
        super().__init__(label="microphone")
        self._frames: asyncio.Queue[rtc.AudioFrame] = asyncio.Queue()

    def push(self, frame: rtc.AudioFrame) -> None:
        """The next 20 ms."""
        self._frames.put_nowait(frame)

    async def __anext__(self) -> rtc.AudioFrame:
        return await self._frames.get()


class _Mouth(io.AudioOutput):
    """A loudspeaker that can be held back, as a room's can."""

    def __init__(self) -> None:
        super().__init__(label="loudspeaker", capabilities=io.AudioOutputCapabilities(pause=True))
        self.session: StockSession | None = None
        self.sounding = False

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        if not self.sounding:
            self.sounding = True
            self.on_playback_started(created_at=time.time())

    def flush(self) -> None:
        super().flush()

    def pause(self) -> None:
        self._silent()

    def clear_buffer(self) -> None:
        if self.sounding:
            self._silent().stopped = True
            self.sounding = False
            self.on_playback_finished(playback_position=0.0, interrupted=True)

    def _silent(self) -> Noticed:
        assert self.session is not None
        noticed = self.session.noticed
        noticed.silent_at = time.time() if noticed.silent_at is None else noticed.silent_at
        return noticed
