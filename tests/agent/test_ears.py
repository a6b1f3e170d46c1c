"""Utterances and turns out of scripted voice activity: real ears, a decoder that knows the words."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import stt, vad
from numpy.typing import NDArray

from agent.ears import LOOKS_S, QUIET_S, RESUMED_S, Ears, EarStream, Utterance
from tests.agent.fakes import tone
from voice.streaming import RATE_HZ
from voice.transcript import Transcript, Word

NEVER_S = 60.0
UNKNOWN = "?"
"""What was said up to a pause, where the ears do not tell it there."""


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

    def begin(self) -> None:
        """Half a second of voice."""
        self._tell(vad.VADEventType.START_OF_SPEECH, sound=tone(0.5))

    def end(self, silence_s: float = 0.55) -> None:
        """The silence is long enough to end the utterance."""
        self._tell(vad.VADEventType.END_OF_SPEECH, silence_s=silence_s, sound=tone(0.5))

    def silent(self, silence_s: float) -> None:
        """A look at a voice that has been silent for so long."""
        self._tell(vad.VADEventType.INFERENCE_DONE, silence_s=silence_s, speaking=silence_s < 0.55)

    def voiced(self, voiced_s: float = RESUMED_S) -> None:
        """A look at one that has sounded for so long."""
        sound = tone(0.1)
        self._tell(vad.VADEventType.INFERENCE_DONE, voiced_s=voiced_s, speaking=True, sound=sound)

    def _tell(
        self,
        kind: vad.VADEventType,
        *,
        silence_s: float = 0.0,
        voiced_s: float = 0.0,
        speaking: bool = False,
        sound: NDArray[np.int16] | None = None,
    ) -> None:
        pcm = (tone(0.03) * 0 if sound is None else sound)[:: 48_000 // RATE_HZ]
        self.events.put_nowait(
            vad.VADEvent(
                type=kind, samples_index=0, timestamp=0, speech_duration=0.5, silence_duration=silence_s,
                raw_accumulated_silence=silence_s, raw_accumulated_speech=voiced_s, speaking=speaking,
                probability=float(voiced_s > 0),
                frames=[rtc.AudioFrame(pcm.astype(np.int16).tobytes(), RATE_HZ, 1, len(pcm))],
            )
        )  # fmt: skip


class Sounding:
    """How sure the sound is of a turn's end."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.broken = False
        self.listened_s = 0.0
        self.times = 0
        self.second = asyncio.Event()
        """Set while a second look gets its answer."""
        self.second.set()

    async def over(self, recent: NDArray[np.int16]) -> float:
        """Half, or trouble."""
        self.listened_s = len(recent) / RATE_HZ
        self.times += 1
        self.asked.set()
        if self.times > 1:
            await self.second.wait()
        if self.broken:
            raise RuntimeError("inference failed")
        return 0.5


@dataclass
class Told:
    """What the ears told, in order."""

    patience_s: float | None = 0.0
    events: list[tuple[str, str]] = field(default_factory=list)
    pauses: list[tuple[float, bool]] = field(default_factory=list)
    sounded_over: float | None = 0.0
    utterances: list[Utterance] = field(default_factory=list)
    weighed: list[str] = field(default_factory=list)
    """The texts that patience was asked about."""
    keeps: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while what is heard can be kept."""
    fails_at: str = ""
    needs_words: bool = False
    """Without an utterance that was told there is no turn to end."""

    async def heard(self, utterance: Utterance) -> None:
        """Noted, as soon as it can be."""
        await self.keeps.wait()
        self.utterances.append(utterance)
        self.events.append(("heard", utterance.text))

    def guessed(self, text: str) -> None:
        """Of no interest here."""

    def paused(self, heard: Transcript | None) -> None:
        """Noted."""
        self.events.append(("paused", heard.text) if heard is not None else ("paused", UNKNOWN))

    def patience(self, text: str, sounded_over: float | None) -> float | None:
        """The test's."""
        self._fail("patience")
        self.weighed.append(text)
        self.sounded_over = sounded_over
        return None if self.needs_words and not self.utterances else self.patience_s

    def went_on(self, silence_s: float, *, turn_was_over: bool) -> None:
        """Noted."""
        self.pauses.append((silence_s, turn_was_over))

    def turn_over(self) -> None:
        """Noted."""
        self.events.append(("turn over", ""))

    def voice(self, voiced_s: float, silence_s: float) -> None:
        """Of no interest here."""
        self._fail("voice")

    def _fail(self, at: str) -> None:
        if self.fails_at == at:
            raise RuntimeError("a mistake of ours")

    async def until(self, *event: str) -> None:
        """Waits for one."""
        async with asyncio.timeout(5):
            while event not in self.events:
                await asyncio.sleep(0.005)


@dataclass
class Hearing:
    """Ears at work."""

    activity: Scripted = field(default_factory=Scripted)
    told: Told = field(default_factory=Told)
    text: str = "Hello."
    broken: bool = False
    broken_once: bool = False
    sounding: Sounding = field(default_factory=Sounding)
    decodes: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while the decoder gets on with its work."""
    errors: list[stt.STTError] = field(default_factory=list)
    stream: EarStream = None  # type: ignore[assignment]  # set in `hearing`, which needs this object first

    async def decode(self, _pcm: NDArray[np.float32], _prompt: str, _urgent: bool, _draft: str) -> Transcript:
        """The words, or trouble."""
        await self.decodes.wait()
        once, self.broken_once = self.broken_once, False
        if self.broken or once:
            raise RuntimeError("inference failed")
        return Transcript((Word(text=self.text, start_s=0.0, end_s=0.4, confidence=1.0),), 0.5)


@asynccontextmanager
async def hearing() -> AsyncIterator[Hearing]:
    at_work = Hearing()
    at_work.decodes.set()
    at_work.told.keeps.set()
    # Scripted is the part of a VAD that the ears use; the library's class wants its own model's options.
    ears = Ears(at_work.decode, at_work.activity, at_work.sounding.over, at_work.told)  # type: ignore[arg-type]
    ears.on("error", at_work.errors.append)
    stream = ears.stream()
    assert isinstance(stream, EarStream)
    at_work.stream = stream
    try:
        yield at_work
    finally:
        await stream.aclose()


async def settle(activity: Scripted) -> None:
    """Everything scripted so far has been heard, and what it leads to at once has happened."""
    async with asyncio.timeout(5):
        while not activity.events.empty():
            await asyncio.sleep(0.005)
    await asyncio.sleep(0.05)


async def test_the_words_before_a_pause_are_told_with_their_times_before_the_utterance_is_over() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = NEVER_S
        at_work.activity.begin()
        for _ in range(8):  # a quarter of a second
            at_work.activity.silent(0.1)
        async with asyncio.timeout(5):
            early = stt.SpeechEventType.PREFLIGHT_TRANSCRIPT
            said = (await anext(event async for event in at_work.stream if event.type is early)).alternatives[0]
        assert (said.text, said.confidence) == ("Hello.", 1.0)
        assert said.words is not None
        assert [word.start_time for word in said.words] == pytest.approx([-0.5])
        assert [word.end_time for word in said.words] == pytest.approx([-0.1])
        assert ("heard", "Hello.") not in at_work.told.events


async def test_a_failed_recognition_costs_one_utterance_alone() -> None:
    async with hearing() as at_work:
        at_work.broken = True
        at_work.activity.begin()
        at_work.activity.end()
        await settle(at_work.activity)
        at_work.broken = False
        at_work.activity.begin()
        at_work.activity.end()
        await at_work.told.until("heard", "Hello.")


async def test_words_that_could_not_be_made_out_at_a_pause_are_not_told_as_none_and_come_with_the_utterance() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = NEVER_S
        at_work.broken = True
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("paused", UNKNOWN)
        assert at_work.told.events == [("paused", UNKNOWN)]
        at_work.broken = False
        at_work.activity.end()
        await at_work.told.until("heard", "Hello.")


async def test_a_turn_whose_words_are_made_out_only_with_the_utterance_ends_all_the_same() -> None:
    async with hearing() as at_work:
        at_work.broken_once = at_work.told.needs_words = True
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert at_work.told.events == [("paused", UNKNOWN), ("heard", "Hello."), ("turn over", "")]


async def test_a_pause_that_is_noticed_after_its_utterance_was_told_says_nothing_of_it() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = NEVER_S
        at_work.activity.begin()
        at_work.activity.silent(0.4)  # all three at once, as after a moment in which the machine stood still
        at_work.activity.end()
        await at_work.told.until("paused", UNKNOWN)
        assert at_work.told.events == [("heard", "Hello."), ("paused", UNKNOWN)]


async def test_what_is_said_while_an_utterance_is_being_kept_has_its_own_time() -> None:
    async with hearing() as at_work:
        at_work.told.keeps.clear()
        at_work.activity.begin()
        at_work.activity.end()
        await settle(at_work.activity)
        at_work.activity.begin()
        await settle(at_work.activity)
        begun = time.time()
        await asyncio.sleep(0.2)
        at_work.told.keeps.set()
        at_work.activity.end()
        async with asyncio.timeout(5):
            while len(at_work.told.utterances) < 2:
                await asyncio.sleep(0.005)
        first, second = at_work.told.utterances
        assert first.began < second.began < begun


@pytest.mark.parametrize("place", ["voice", "patience"])
async def test_a_mistake_in_the_hearing_ends_it_with_an_error(place: str) -> None:
    async with hearing() as at_work:
        at_work.told.fails_at = place
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        async with asyncio.timeout(5):
            with pytest.raises(RuntimeError, match="a mistake of ours"):
                await anext(
                    event async for event in at_work.stream if event.type is stt.SpeechEventType.FINAL_TRANSCRIPT
                )
        assert [error.recoverable for error in at_work.errors] == [False]


async def test_a_turn_ends_also_where_nobody_can_tell_how_it_sounds() -> None:
    async with hearing() as at_work:
        at_work.sounding.broken = True
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert at_work.told.sounded_over is None


async def test_a_turn_is_over_when_its_silence_was_let_be_long_enough() -> None:
    async with hearing() as at_work:
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert at_work.told.events == [("paused", "Hello."), ("heard", "Hello."), ("turn over", "")]
        assert at_work.told.sounded_over == 0.5


@pytest.mark.parametrize(("patience_s", "times"), [(LOOKS_S[1], 1), (LOOKS_S[1] + 0.3, 2)])
async def test_the_end_is_listened_to_again_where_there_is_time_to(patience_s: float, times: int) -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = patience_s
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert at_work.sounding.times == times
        assert [what for what, _ in at_work.told.events].count("paused") == 1


async def test_words_that_were_told_between_two_looks_are_not_weighed_twice() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = LOOKS_S[1] + 0.1
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("paused", "Hello.")
        at_work.activity.end()
        await at_work.told.until("turn over", "")
        assert at_work.told.weighed == ["Hello.", ""]
        assert at_work.told.events.count(("heard", "Hello.")) == 1


async def test_a_second_look_that_takes_too_long_is_not_waited_for() -> None:
    async with hearing() as at_work:
        at_work.sounding.second.clear()
        at_work.told.patience_s = LOOKS_S[1] + 0.2
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")


async def test_how_the_end_sounds_is_asked_of_this_turn_alone() -> None:
    async with hearing() as at_work:
        for _ in range(100):  # three seconds in which the interviewer speaks
            at_work.activity.silent(5.0)
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        async with asyncio.timeout(5):
            await at_work.sounding.asked.wait()
        assert 0 < at_work.sounding.listened_s < 1.5


async def test_how_the_end_sounds_is_asked_while_the_words_are_decoded() -> None:
    async with hearing() as at_work:
        at_work.decodes.clear()
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        async with asyncio.timeout(5):
            await at_work.sounding.asked.wait()
        assert at_work.told.events == []
        at_work.decodes.set()
        await at_work.told.until("turn over", "")


async def test_a_silence_that_the_voice_ends_is_no_turns_end_but_a_pause_of_the_speaker() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = NEVER_S
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("paused", "Hello.")
        at_work.activity.voiced()
        at_work.told.patience_s = 0.0
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert [what for what, _ in at_work.told.events] == ["paused", "paused", "heard", "turn over"]
        ((pause_s, turn_was_over),) = at_work.told.pauses
        assert pause_s > 0.3
        assert not turn_was_over


async def test_a_voice_after_the_turns_end_is_told_with_its_silence_once() -> None:
    async with hearing() as at_work:
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        at_work.activity.voiced()
        at_work.activity.voiced()
        await settle(at_work.activity)
        ((_, turn_was_over),) = at_work.told.pauses
        assert turn_was_over


async def test_a_turn_outlasts_the_utterances_in_it() -> None:
    async with hearing() as at_work:
        at_work.told.patience_s = NEVER_S
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("paused", "Hello.")
        at_work.activity.end()
        await at_work.told.until("heard", "Hello.")
        at_work.text = "And on."
        at_work.told.patience_s = 0.0
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        assert [text for what, text in at_work.told.events if what == "heard"] == ["Hello.", "And on."]
        assert [what for what, _ in at_work.told.events].count("turn over") == 1


async def test_a_voice_that_comes_back_right_after_the_turns_end_is_heard_from_its_onset() -> None:
    async with hearing() as at_work:
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("turn over", "")
        # Voice activity has not called the silence a pause yet, so it will not tell of a beginning either.
        at_work.text = "And on."
        at_work.activity.voiced()
        at_work.activity.silent(0.4)
        await at_work.told.until("heard", "And on.")


async def test_noise_without_words_ends_no_turn() -> None:
    async with hearing() as at_work:
        at_work.text, at_work.told.patience_s = "", None
        at_work.activity.begin()
        at_work.activity.silent(0.4)
        await at_work.told.until("paused", "")
        await settle(at_work.activity)
        assert at_work.told.events == [("paused", "")]


async def test_a_breath_between_two_words_is_not_asked_about() -> None:
    async with hearing() as at_work:
        at_work.activity.begin()
        at_work.activity.silent(QUIET_S / 2)
        await settle(at_work.activity)
        assert at_work.told.events == []
