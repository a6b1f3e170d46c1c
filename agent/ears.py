"""The candidate's voice as utterances: a LiveKit recognizer that follows speech with voice activity and Whisper."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Never

import numpy as np
from livekit import rtc
from livekit.agents import LanguageCode, stt, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, APIConnectOptions, NotGivenOr, TimedString
from livekit.agents.utils import AudioBuffer

from agent.log import logger
from voice.streaming import RATE_HZ, Decode, StreamingTranscriber
from voice.transcript import Transcript, Word

INTERVAL_S = 1.5
"""New sound between two interim decodes: at 1.0 s they took a third of two cores from the follow-up being written."""
SILENT_BELOW = 0.35
"""Probability of voice below which a window is silent: voice activity detection begins to count a pause there."""


@dataclass(frozen=True)
class Utterance:
    """What was said between two pauses."""

    text: str
    words: tuple[Word, ...]
    """Times in seconds since `began`."""
    began: float
    """Wall-clock time (s since the epoch) of the first sound that was decoded."""
    last_word: float
    """Wall-clock time at which the voice fell silent."""
    decided: float
    """Wall-clock time at which the text was final."""


class Ears(stt.STT[Never]):
    """Streams interim and final transcripts; each final utterance also goes to `heard`, words and times included."""

    def __init__(
        self,
        decode: Decode,
        activity: vad.VAD,
        heard: Callable[[Utterance], Awaitable[None]],
        guessed: Callable[[str], None],
    ) -> None:
        """`guessed` gets the text of the running utterance whenever it grows."""
        super().__init__(
            capabilities=stt.STTCapabilities(streaming=True, interim_results=True, offline_recognize=False)
        )
        self.decode, self.activity, self.heard, self.guessed = decode, activity, heard, guessed
        self.settled = asyncio.Event()
        """Set while no utterance is open or being decoded: everything that was said has been heard."""
        self.settled.set()

    async def _recognize_impl(
        self, buffer: AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError("whole clips are transcribed offline, by voice.transcribe")

    def stream(
        self, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> "EarStream":
        return EarStream(self, conn_options)


class EarStream(stt.RecognizeStream):
    """One call's hearing."""

    def __init__(self, ears: Ears, conn_options: APIConnectOptions) -> None:
        super().__init__(stt=ears, conn_options=conn_options, sample_rate=RATE_HZ)
        self._ears = ears
        self._transcriber: StreamingTranscriber | None = None
        self._began = 0.0
        self._began_s = 0.0
        self._more = asyncio.Event()

    async def _run(self) -> None:
        activity = self._ears.activity.stream()
        tasks = [asyncio.create_task(self._listen(activity)), asyncio.create_task(self._follow())]
        try:
            async for item in self._input_ch:
                if isinstance(item, rtc.AudioFrame):
                    activity.push_frame(item)
            activity.end_input()
            await tasks[0]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await activity.aclose()

    async def _listen(self, activity: vad.VADStream) -> None:
        async for event in activity:
            match event.type:
                case vad.VADEventType.START_OF_SPEECH:
                    self._start(event)
                case vad.VADEventType.INFERENCE_DONE if self._transcriber is not None:
                    self._push(event.frames, voiced=event.probability > SILENT_BELOW)
                case vad.VADEventType.END_OF_SPEECH if self._transcriber is not None:
                    await self._end(event.silence_duration)
                case _:
                    pass

    def _start(self, event: vad.VADEvent) -> None:
        self._transcriber = StreamingTranscriber(self._ears.decode, INTERVAL_S)
        self._ears.settled.clear()
        lead_s = sum(frame.duration for frame in event.frames)
        self._began, self._began_s = time.time() - lead_s, event.timestamp - lead_s
        self._push(event.frames, voiced=True)
        self._event_ch.send_nowait(stt.SpeechEvent(type=stt.SpeechEventType.START_OF_SPEECH))

    def _push(self, frames: list[rtc.AudioFrame], *, voiced: bool) -> None:
        assert self._transcriber is not None
        for frame in frames:
            self._transcriber.push(np.frombuffer(frame.data, np.int16), voiced=voiced)
        self._more.set()

    async def _follow(self) -> None:
        """Interim transcripts while the voice goes on, preflight ones when it pauses.

        A decode that is due begins with the sound that makes it so.
        """
        while True:
            await self._more.wait()
            self._more.clear()
            transcriber = self._transcriber
            try:
                interim = await transcriber.step() if transcriber is not None else None
            except Exception:  # the final decode tries again
                logger.exception("speech could not be followed for a moment")
                continue
            if interim is not None and interim.text and transcriber is self._transcriber:
                kinds = stt.SpeechEventType
                self._send(kinds.PREFLIGHT_TRANSCRIPT if interim.paused else kinds.INTERIM_TRANSCRIPT, interim.words)
                self._ears.guessed(interim.text)

    async def _end(self, silence_s: float) -> None:
        transcriber, self._transcriber = self._transcriber, None
        assert transcriber is not None
        last_word = time.time() - silence_s
        try:
            await self._take(await transcriber.finish(), last_word)
        except Exception:  # this utterance is in the recording alone; the next one must be heard all the same
            logger.exception("an utterance could not be recognized")
        finally:
            self._ears.settled.set()
        self._event_ch.send_nowait(stt.SpeechEvent(type=stt.SpeechEventType.END_OF_SPEECH))

    async def _take(self, transcript: Transcript, last_word: float) -> None:
        if transcript.text:
            last_word = min(last_word, self._began + max(word.end_s for word in transcript.words))
            await self._ears.heard(
                Utterance(transcript.text, transcript.words, self._began, last_word, decided=time.time())
            )
            self._send(stt.SpeechEventType.FINAL_TRANSCRIPT, transcript.words)

    def _send(self, kind: stt.SpeechEventType, words: tuple[Word, ...]) -> None:
        """Words with confidence, and times on the stream's clock."""
        timed = [
            TimedString(
                word.text,
                start_time=self._began_s + word.start_s,
                end_time=self._began_s + word.end_s,
                confidence=word.confidence,
            )
            for word in words
        ]
        data = stt.SpeechData(
            language=LanguageCode("en"),
            text=" ".join(timed),
            start_time=self._began_s + words[0].start_s,
            end_time=self._began_s + words[-1].end_s,
            confidence=sum(word.confidence for word in words) / len(words),
            words=timed,
        )
        self._event_ch.send_nowait(stt.SpeechEvent(type=kind, alternatives=[data]))
