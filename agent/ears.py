"""The candidate's voice as utterances and turns: a LiveKit recognizer with voice activity detection and Whisper.

It also says when a turn is over, for all that decides it meets here: the silence, its sound, and the words before it.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Never, Protocol

import numpy as np
from livekit import rtc
from livekit.agents import LanguageCode, stt, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, APIConnectOptions, NotGivenOr, TimedString
from livekit.agents.utils import AudioBuffer
from numpy.typing import NDArray

from agent.log import logger
from voice.streaming import RATE_HZ, Decode, StreamingTranscriber
from voice.transcript import Transcript, Word
from voice.turns import LISTENED_S

INTERVAL_S = 1.5
"""New sound between two interim decodes: at 1.0 s they took a third of two cores from the follow-up being written."""
SILENT_BELOW = 0.35
"""Probability of voice below which a window is silent: voice activity detection begins to count a pause there."""
QUIET_S = 0.16
"""Silence that may be the turn's end: what was said is decoded then, and it is longer than the closure of a "t"."""
LOOKS_S = (0.23, 0.53)
"""Silences after which it is asked how the end sounds, so that 0.2 and 0.5 s of them have arrived: as soon as the
model can tell, and once more where that is not enough, for the longer a silence the surer it is. Both together let
three in five of the tuning answers' ends be answered by 0.6 s, with as many pauses cut into as one look at 0.3 s, by
which it was half, or at 0.5 s alone, by which nothing is answered before 0.6 s."""
GOES_ON_S = 4.0
"""Who speaks again so soon after the end of a turn goes on with it, so that its sound still tells how the rest ends."""
PAUSE_S = 0.3
"""Silence that parts two stretches of voice."""
RESUMED_S = 0.09
"""Voice that ends a silence: three of the model's windows, so that a click or a breath does not."""
ONSET_S = 0.5
"""Before a voice that is found speaking: its first sound."""

SoundsOver = Callable[[NDArray[np.int16]], Awaitable[float]]
"""As `voice.turns.EndOfTurn.probability`."""


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


@dataclass
class _Running:
    """The utterance that is being heard."""

    transcriber: StreamingTranscriber
    began: float
    """Wall-clock time (s since the epoch) of its first sound."""
    began_s: float
    """The same on the stream's clock."""
    told: bool = False
    """Whether the listener has it."""


class Listener(Protocol):
    """Who is told what the ears hear. `text` is always that of the running utterance."""

    async def heard(self, utterance: Utterance) -> None:
        """An utterance is over."""

    def guessed(self, text: str) -> None:
        """The utterance has grown."""

    def paused(self, heard: Transcript | None) -> None:
        """The voice fell silent; what was heard is whole up to there. None where it is not known, or told already."""

    def patience(self, text: str, sounded_over: float | None) -> float | None:
        """Seconds of silence after which the turn is over; None when there is no turn to end. `sounded_over` is the
        end-of-turn model's probability, None where it could not be asked."""

    def went_on(self, silence_s: float, *, turn_was_over: bool) -> None:
        """The voice is back after a silence."""

    def turn_over(self) -> None:
        """The silence has lasted so long."""

    def voice(self, voiced_s: float, silence_s: float) -> None:
        """Every 32 ms: how much voice there was since the last real pause, and how long it has been silent since."""


class Ears(stt.STT[Never]):
    """Streams interim and final transcripts, and tells a listener of utterances and turns."""

    def __init__(
        self,
        decode: Decode,
        activity: vad.VAD,
        sounds_over: SoundsOver,
        listener: Listener,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock` gives seconds since the epoch."""
        super().__init__(
            capabilities=stt.STTCapabilities(streaming=True, interim_results=True, offline_recognize=False)
        )
        self.decode, self.activity, self.sounds_over = decode, activity, sounds_over
        self.listener, self.clock = listener, clock

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
        self._running: _Running | None = None
        self._untold: asyncio.Queue[tuple[_Running, float]] = asyncio.Queue()
        """Utterances that are over, and when the voice fell silent. Telling one may take its time, as keeping it on a
        busy disk does; the times of what is said meanwhile must not wait for it."""
        self._more = asyncio.Event()
        self._recent = np.zeros(0, np.int16)
        """The last sound of the turn; before one begins, the last of all sound."""
        self._turn_open = False
        self._silence: asyncio.Task[None] | None = None
        """Waits out the silence that goes on, until it is the turn's end."""
        self._silent_since: float | None = None
        """When the voice was last heard, unless that is now."""
        self._decoding: asyncio.Task[Transcript] | None = None
        self._voiced_s = 0.0
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def _run(self) -> None:
        """Until the sound ends, or with the error of whatever fails in here: half an ear would leave the candidate in
        silence."""
        activity = self._ears.activity.stream()
        listening = asyncio.create_task(self._listen(activity))
        hearing = asyncio.create_task(self._hear(activity, listening))
        tasks: list[asyncio.Future[None]] = [hearing, listening, self._broken]
        tasks += [asyncio.create_task(work) for work in (self._follow(), self._tell())]
        try:
            while not hearing.done():
                going_on = [task for task in tasks if not task.done()]
                done, _ = await asyncio.wait(going_on, return_when=asyncio.FIRST_COMPLETED)
                for over in done:
                    over.result()
        finally:
            under_way: list[asyncio.Future[Any]] = [*tasks]
            under_way += [task for task in (self._silence, self._decoding) if task is not None]
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
            await activity.aclose()

    async def _hear(self, activity: vad.VADStream, listening: "asyncio.Task[None]") -> None:
        """Hands the sound on, and returns when the last of it was told."""
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                activity.push_frame(item)
        activity.end_input()
        await listening
        await self._untold.join()

    async def _listen(self, activity: vad.VADStream) -> None:
        async for event in activity:
            match event.type:
                case vad.VADEventType.START_OF_SPEECH:
                    self._go_on(event.speech_duration)
                    self._start(event.frames, event.timestamp)
                case vad.VADEventType.INFERENCE_DONE:
                    self._window(event)
                case vad.VADEventType.END_OF_SPEECH:
                    self._end_utterance(self._ears.clock() - event.silence_duration)

    def _window(self, event: vad.VADEvent) -> None:
        """One more look of the voice activity model, every 32 ms."""
        sound = np.concatenate([np.frombuffer(frame.data, np.int16) for frame in event.frames])
        self._recent = np.concatenate([self._recent, sound])[-round(LISTENED_S * RATE_HZ) :]
        voiced_s, silence_s = event.raw_accumulated_speech, event.raw_accumulated_silence
        self._voiced_s = 0.0 if silence_s >= PAUSE_S else self._voiced_s + (voiced_s > 0) * len(sound) / RATE_HZ
        self._ears.listener.voice(self._voiced_s, silence_s)
        if voiced_s >= RESUMED_S:
            self._go_on(voiced_s)
            if event.speaking and self._running is None:
                onset = self._recent[-round(ONSET_S * RATE_HZ) :]
                self._start([rtc.AudioFrame(onset.tobytes(), RATE_HZ, 1, len(onset))], event.timestamp)
                return
        self._push(event.frames, voiced=event.probability > SILENT_BELOW)
        if self._turn_open and self._silence is None and silence_s >= QUIET_S:
            self._silent_since = self._ears.clock() - silence_s
            self._silence = asyncio.create_task(self._wait_out(self._silent_since))
            self._silence.add_done_callback(self._waited_out)

    def _go_on(self, voiced_s: float) -> None:
        """The voice is back, and the turn goes on or begins."""
        if not self._turn_open and (self._silent_since is None or self._ears.clock() - self._silent_since > GOES_ON_S):
            self._recent = self._recent[-round(ONSET_S * RATE_HZ) :]
        self._turn_open, over = True, self._silence is None
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None
        if self._silent_since is not None:
            silence_s = self._ears.clock() - voiced_s - self._silent_since
            self._ears.listener.went_on(silence_s, turn_was_over=over)
            self._silent_since = None

    async def _wait_out(self, since: float) -> None:
        """From the beginning of a silence to the end of the turn, unless the voice comes back before it."""
        ears = self._ears
        patience_s = await self._patience(since)
        if patience_s is not None:
            await self._sleep_until(since + patience_s)
        # From here on nothing may be cancelled: a voice that comes back now begins anew.
        self._silence, self._turn_open = None, False
        self._end_utterance(since)
        await self._untold.join()
        if patience_s is None and not self._turn_open:
            # Words that could not be made out at the pause may have been told with the utterance after all.
            patience_s = ears.listener.patience("", None)
            if patience_s is not None:
                self._silence, self._turn_open = asyncio.current_task(), True
                await self._sleep_until(since + patience_s)
                self._silence, self._turn_open = None, False
        if patience_s is not None:
            ears.listener.turn_over()

    async def _patience(self, since: float) -> float | None:
        """How long this silence is let be; None when there is no turn to end.

        It is listened to while the words are decoded: one after the other, the second would be waited for.
        """
        running, (first_s, second_s) = self._running, LOOKS_S

        def asked(over: float | None) -> float | None:
            # An utterance that was told meanwhile is in the listener's turn already.
            return self._ears.listener.patience("" if running is None or running.told else text, over)

        text, over = await asyncio.gather(self._paused(), self._sounds_over(since + first_s))
        patience_s = asked(over)
        if patience_s is None or patience_s <= second_s:
            return patience_s
        try:
            async with asyncio.timeout(max(0.0, since + patience_s - self._ears.clock())):
                over = await self._sounds_over(since + second_s)
        except TimeoutError:  # the machine is slow, and the first look has decided
            return patience_s
        return asked(over)

    def _waited_out(self, silence: "asyncio.Task[None]") -> None:
        if not silence.cancelled() and (error := silence.exception()) and not self._broken.done():
            self._broken.set_exception(error)

    async def _paused(self) -> str:
        heard = await self._up_to_now()
        self._ears.listener.paused(heard)
        return heard.text if heard is not None else ""

    async def _sounds_over(self, wall: float) -> float | None:
        await self._sleep_until(wall)
        try:
            return await self._ears.sounds_over(self._recent)
        except Exception:  # the words and the silence tell as well
            logger.exception("how the end sounds could not be told for a moment")
            return None

    async def _up_to_now(self) -> Transcript | None:
        """What was said up to now; None where that could not be made out, or was told. The decode goes on when the
        silence ends, for its words count either way."""
        if self._running is None:
            await self._untold.join()
            return None
        self._decoding = asyncio.create_task(self._running.transcriber.finish())
        try:
            return await asyncio.shield(self._decoding)
        except Exception:  # the utterance's end tries again
            logger.exception("speech could not be followed for a moment")
            return None

    async def _sleep_until(self, wall: float) -> None:
        await asyncio.sleep(max(0.0, wall - self._ears.clock()))

    def _start(self, frames: list[rtc.AudioFrame], until_s: float) -> None:
        """Begins an utterance with these frames, the last of which ends at `until_s` on the stream's clock."""
        if self._running is not None:
            return
        lead_s = sum(frame.duration for frame in frames)
        transcriber = StreamingTranscriber(self._ears.decode, INTERVAL_S)
        self._running = _Running(transcriber, self._ears.clock() - lead_s, until_s - lead_s)
        self._push(frames, voiced=True)

    def _push(self, frames: list[rtc.AudioFrame], *, voiced: bool) -> None:
        if self._running is not None:
            for frame in frames:
                self._running.transcriber.push(np.frombuffer(frame.data, np.int16), voiced=voiced)
            self._more.set()

    async def _follow(self) -> None:
        """Interim transcripts while the voice goes on, preflight ones when it pauses.

        A decode that is due begins with the sound that makes it so.
        """
        while True:
            await self._more.wait()
            self._more.clear()
            running = self._running
            try:
                interim = await running.transcriber.step() if running is not None else None
            except Exception:  # the final decode tries again
                logger.exception("speech could not be followed for a moment")
                continue
            if running is not None and running is self._running and interim is not None and interim.text:
                kinds = stt.SpeechEventType
                kind = kinds.PREFLIGHT_TRANSCRIPT if interim.paused else kinds.INTERIM_TRANSCRIPT
                self._send(kind, interim.words, running.began_s)
                self._ears.listener.guessed(interim.text)

    def _end_utterance(self, last_sound: float) -> None:
        """Has it told, after those before it."""
        running, self._running = self._running, None
        if running is not None:
            self._untold.put_nowait((running, last_sound))

    async def _tell(self) -> None:
        while True:
            running, last_sound = await self._untold.get()
            try:
                await self._take(running, await running.transcriber.finish(), last_sound)
            except Exception:  # this utterance is in the recording alone; the next one must be heard all the same
                logger.exception("an utterance could not be recognized")
            finally:
                self._untold.task_done()

    async def _take(self, running: _Running, transcript: Transcript, last_word: float) -> None:
        if transcript.text:
            last_word = min(last_word, running.began + max(word.end_s for word in transcript.words))
            decided = self._ears.clock() - (asyncio.get_running_loop().time() - running.transcriber.known_at)
            await self._ears.listener.heard(
                Utterance(transcript.text, transcript.words, running.began, last_word, max(decided, last_word))
            )
            running.told = True
            self._send(stt.SpeechEventType.FINAL_TRANSCRIPT, transcript.words, running.began_s)

    def _send(self, kind: stt.SpeechEventType, words: tuple[Word, ...], began_s: float) -> None:
        """Words with confidence, and times on the stream's clock, on which the utterance began at `began_s`."""
        timed = [
            TimedString(
                word.text,
                start_time=began_s + word.start_s,
                end_time=began_s + word.end_s,
                confidence=word.confidence,
            )
            for word in words
        ]
        data = stt.SpeechData(
            language=LanguageCode("en"),
            text=" ".join(timed),
            start_time=began_s + words[0].start_s,
            end_time=began_s + words[-1].end_s,
            confidence=sum(word.confidence for word in words) / len(words),
            words=timed,
        )
        self._event_ch.send_nowait(stt.SpeechEvent(type=kind, alternatives=[data]))
