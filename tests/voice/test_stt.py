"""The recognizer on real sound, and the streaming transcriber on top of it."""

import asyncio
import wave
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bench.clips import clips
from bench.degrade import in_a_room
from tests.support.words import word_error_rate, words
from tests.voice.conftest import ANSWER, at_16_khz
from voice.errors import AudioError, WeightsError
from voice.streaming import RATE_HZ, Interim, StreamingTranscriber
from voice.stt import Recognizer, looping, surer, untold_s
from voice.transcribe import read_sound, transcribe
from voice.transcript import Transcript, Word
from voice.tts import Synthesizer

Sound = NDArray[np.float32]


async def stream(recognizer: Recognizer, sound: Sound) -> tuple[list[Interim], Transcript, list[float]]:
    decoded: list[float] = []

    def decode(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        decoded.append(len(pcm) / RATE_HZ)
        return recognizer.decode(pcm, prompt, urgent, draft)

    transcriber = StreamingTranscriber(decode)
    interims = []
    for start in range(0, len(sound), 320):
        transcriber.push(sound[start : start + 320])
        if interim := await transcriber.step():
            interims.append(interim)
    return interims, await transcriber.finish(), decoded


@pytest.mark.models
def test_what_piper_says_whisper_understands(recognizer: Recognizer, answer: Sound) -> None:
    heard = recognizer.decode(answer)
    assert word_error_rate(ANSWER, heard.text) <= 0.1


@pytest.mark.models
def test_words_carry_times_in_order_and_confidence(recognizer: Recognizer, answer: Sound) -> None:
    words = recognizer.decode(answer).words
    assert all(0 <= w.start_s <= w.end_s <= len(answer) / RATE_HZ + 0.1 and 0 <= w.confidence <= 1 for w in words)
    assert [w.start_s for w in words] == sorted(w.start_s for w in words)
    assert np.mean([w.confidence for w in words]) > 0.7


@pytest.mark.models
def test_a_word_after_a_pause_is_placed_after_it(recognizer: Recognizer, synthesizer: Synthesizer) -> None:
    before = at_16_khz(synthesizer, "I would start with clicks and ratings.")
    after = at_16_khz(synthesizer, "Then I would add purchases, because they are cleaner.")
    words = recognizer.decode(np.concatenate([before, np.zeros(2 * RATE_HZ, np.float32), after])).words
    ratings, then = next((a, b) for a, b in pairwise(words) if b.text.lower() == "then")
    assert ratings.end_s == pytest.approx(len(before) / RATE_HZ, abs=0.4)
    assert then.start_s == pytest.approx(len(before) / RATE_HZ + 2, abs=0.3)


@pytest.mark.models
@pytest.mark.parametrize("said", ["Yes, I think so.", "No.", "Thank you.", "Could you repeat that?"])
def test_a_short_utterance_does_not_loop(recognizer: Recognizer, synthesizer: Synthesizer, said: str) -> None:
    assert words(recognizer.decode(at_16_khz(synthesizer, said)).text) == words(said)


def noises() -> dict[str, Sound]:
    chance = np.random.default_rng(7)
    seconds = np.arange(4 * RATE_HZ) / RATE_HZ
    breath = chance.normal(0, 0.02, len(seconds)) * np.clip(np.sin(2 * np.pi * 0.4 * seconds), 0, None)
    sounds = {
        "silence": np.zeros(len(seconds)),
        "hiss": chance.normal(0, 0.05, len(seconds)),
        "faint hiss": chance.normal(0, 0.002, len(seconds)),
        "mains hum": 0.1 * np.sin(2 * np.pi * 100 * seconds),
        "keyboard clicks": 0.5 * (chance.random(len(seconds)) > 0.9995),
        "breathing": breath,
        "a beep": 0.3 * np.sin(2 * np.pi * 1000 * seconds),
    }
    return {name: sound.astype(np.float32) for name, sound in sounds.items()}


@pytest.mark.models
@pytest.mark.parametrize("name", noises())
def test_noise_gives_no_words(recognizer: Recognizer, name: str) -> None:
    assert recognizer.decode(noises()[name]).text == ""


@pytest.mark.models
def test_an_empty_clip_gives_no_words(recognizer: Recognizer) -> None:
    assert recognizer.decode(np.zeros(0, np.float32)).words == ()


@pytest.mark.models
def test_a_clip_too_long_for_one_decode_is_refused(recognizer: Recognizer) -> None:
    with pytest.raises(ValueError, match="StreamingTranscriber"):
        recognizer.decode(np.zeros(29 * RATE_HZ, np.float32))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=tmp_path.name):
        Recognizer(tmp_path)


@pytest.mark.models
@pytest.mark.slow
async def test_streaming_hears_the_answer_while_it_is_spoken(recognizer: Recognizer, answer: Sound) -> None:
    interims, final, decoded = await stream(recognizer, answer)
    assert word_error_rate(ANSWER, final.text) <= 0.15
    assert any(word_error_rate(ANSWER[:60], interim.text[:60]) < 0.5 for interim in interims if interim.audio_s < 6)
    assert max(decoded) < 13, "settled sentences are dropped, so windows stay short"
    assert final.words[-1].end_s == pytest.approx(len(answer) / RATE_HZ, abs=0.6)


@pytest.mark.models
@pytest.mark.slow
async def test_an_answer_that_ends_in_a_pause_needs_no_decode_to_finish(recognizer: Recognizer, answer: Sound) -> None:
    clip = np.concatenate([answer[: 4 * RATE_HZ], np.zeros(RATE_HZ // 2, np.float32)])
    decodes: list[int] = []

    def decode(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        decodes.append(len(pcm))
        return recognizer.decode(pcm, prompt, urgent, draft)

    transcriber = StreamingTranscriber(decode)
    for start in range(0, len(clip), 320):
        transcriber.push(clip[start : start + 320])
        await transcriber.step()
    assert decodes
    decodes.clear()
    assert (await transcriber.finish()).text.startswith("I would start with")
    assert not decodes


async def test_noise_between_frames_of_silence_is_never_decoded() -> None:
    transcriber = StreamingTranscriber(lambda _pcm, _prompt, _urgent, _draft: pytest.fail("decoded silence"))
    transcriber.push(np.zeros(5 * RATE_HZ, np.int16))
    assert await transcriber.step() is None
    assert (await transcriber.finish()).text == ""


async def test_a_pause_is_found_in_noise_and_what_was_heard_before_it_needs_no_further_decode() -> None:
    decodes: list[int] = []

    def decode(pcm: Sound, _prompt: str, _urgent: bool, _draft: str) -> Transcript:
        decodes.append(len(pcm))
        return Transcript((Word("yes", 0.0, 0.4, 0.9),), len(pcm) / RATE_HZ)

    transcriber = StreamingTranscriber(decode)
    noise = np.random.default_rng(1).normal(0, 3000, RATE_HZ // 2).astype(np.int16)
    transcriber.push(noise)
    assert await transcriber.step() is None, "the voice goes on"
    transcriber.push(noise[:2048], voiced=False)
    interim = await transcriber.step()
    assert interim is not None
    assert interim.paused
    decodes.clear()
    transcriber.push(noise, voiced=False)
    assert (await transcriber.finish()).text == "yes"
    assert not decodes


class Script:
    """A recognizer that hears one word for every half second of sound, from a fixed text on the stream's clock."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.windows: list[float] = []
        self.drafts: list[tuple[list[str], list[str]]] = []
        """Each decode's draft, and what it heard."""
        self.heard_to = 0.0

    def decode(self, pcm: Sound, _prompt: str, _urgent: bool, draft: str) -> Transcript:
        seconds = len(pcm) / RATE_HZ
        self.windows.append(seconds)
        first = round((self.heard_to - seconds) * 2)
        heard = self.words[max(0, first) : round(self.heard_to * 2)]
        self.drafts.append((draft.split(), heard))
        offset = max(0, first) / 2 - (self.heard_to - seconds)
        return Transcript(
            tuple(Word(w, offset + i / 2, offset + i / 2 + 0.5, 0.9) for i, w in enumerate(heard)), seconds
        )


@pytest.mark.parametrize("asynchronous", [False, True])
async def test_words_settle_and_none_is_lost_or_doubled_over_a_long_answer(asynchronous: bool) -> None:
    words = [f"word{i}{'.' if i % 9 == 8 else ''}" for i in range(120)]
    script = Script(words)

    async def later(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        await asyncio.sleep(0)
        return script.decode(pcm, prompt, urgent, draft)

    transcriber = StreamingTranscriber(later if asynchronous else script.decode)
    settled: list[str] = []
    for i in range(600):
        transcriber.push(np.full(RATE_HZ // 10, 3000, np.int16))
        script.heard_to = (i + 1) / 10
        if interim := await transcriber.step():
            assert interim.stable.split()[: len(settled)] == settled, "what was stable stays"
            settled = interim.stable.split()
    final = await transcriber.finish()
    assert final.text.split() == words
    assert max(script.windows) < 13
    assert all(heard[: len(draft)] == draft for draft, heard in script.drafts), "a draft is of the window that is left"
    assert sum(len(draft) for draft, _ in script.drafts) > 0.7 * sum(len(heard) for _, heard in script.drafts)
    assert [w.start_s for w in final.words] == pytest.approx([i / 2 for i in range(120)], abs=0.3)


async def decoded_as(*texts: str) -> tuple[Interim | None, Transcript]:
    """The last interim and the final transcript of sound that grows by a second and a half from decode to decode."""
    heard = iter(texts)

    def decode(pcm: Sound, _prompt: str, _urgent: bool, _draft: str) -> Transcript:
        words = tuple(Word(text, i / 8, i / 8 + 0.125, 0.9) for i, text in enumerate(next(heard).split()))
        return Transcript(words, len(pcm) / RATE_HZ)

    transcriber, interim = StreamingTranscriber(decode), None
    for _ in texts:
        transcriber.push(np.full(RATE_HZ * 3 // 2, 3000, np.int16))
        interim = await transcriber.step()
    return interim, await transcriber.finish()


@pytest.mark.parametrize(
    ("before", "now", "final"),
    [
        ("One two three. Four five six", "Four five six seven. Eight", "One two three. Four five six seven. Eight"),
        ("One two three. Four five six", "Four five, and nothing else", "Four five, and nothing else"),
        ("One two three. Four five six", "Two three four five", "Two three four five"),
        ("Take the bus or take the bus", "Take the bus or take the train", "Take the bus or take the train"),
    ],
    ids=["a beginning left out", "something else heard", "a word fewer", "a phrase repeated"],
)
async def test_a_beginning_that_a_later_decode_leaves_out_is_not_lost(before: str, now: str, final: str) -> None:
    _, heard = await decoded_as(before, before, now)
    assert heard.text == final
    edges = [edge for word in heard.words for edge in (word.start_s, word.end_s)]
    assert edges == sorted(edges)


async def test_a_beginning_that_only_one_decode_heard_is_corrected_by_the_next() -> None:
    interim, heard = await decoded_as("Thank you for watching. I would start with", "I would start with trees.")
    assert interim is not None
    assert interim.stable == ""
    assert heard.text == "I would start with trees."


async def test_after_a_slow_decode_more_is_heard_before_the_next_but_a_pause_is_decoded_at_once() -> None:
    async def slow(pcm: Sound, _prompt: str, _urgent: bool, _draft: str) -> Transcript:
        await asyncio.sleep(0.5)
        return Transcript((Word("yes", 0.0, 0.4, 0.9),), len(pcm) / RATE_HZ)

    transcriber = StreamingTranscriber(slow, interval_s=0.7)
    voice, quiet = np.full(RATE_HZ * 4 // 5, 3000, np.int16), np.zeros(RATE_HZ // 10, np.int16)
    transcriber.push(voice)
    assert await transcriber.step() is not None
    transcriber.push(voice)
    assert not transcriber.due
    transcriber.push(quiet, voiced=False)
    assert transcriber.due


@pytest.mark.parametrize(
    ("text", "loops"),
    [
        ("Yes, I think so. Yes, I think so.", True),
        ("and and and and and", True),
        ("the model the model the model", True),
        ("I think that that is fine", False),
        ("very very very good", False),
        ("A model for the query and a model for the item", False),
        ("", False),
    ],
)
def test_loops_are_told_from_speech(text: str, loops: bool) -> None:
    assert looping(text.split()) is loops


VOICED = np.repeat([True, False], 100)
"""3.2 s of voice, then as much quiet."""


def until(seconds: float, text: str = "I would start there") -> Transcript:
    """Words that end so far into the clip."""
    words = text.split()
    step = seconds / max(1, len(words))
    return Transcript(tuple(Word(word, i * step, (i + 1) * step, 0.9) for i, word in enumerate(words)), 6.4)


@pytest.mark.parametrize(
    ("heard", "seconds"),
    [(until(3.2), 0.0), (until(1.6), 1.6), (Transcript((), 6.4), 3.2)],
    ids=["all told", "the end left out", "nothing told"],
)
def test_voice_behind_the_last_word_is_measured(heard: Transcript, seconds: float) -> None:
    assert untold_s(heard.words, VOICED) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("heard", "again", "second"),
    [
        (until(1.6), until(3.2), True),
        (until(3.2), until(3.2), True),
        (until(3.2), until(1.6), False),
        (until(0.4, "Yes."), Transcript((), 6.4), False),
        (until(3.2), until(3.2, "Yes, I think so. Yes, I think so."), False),
        (Transcript((), 6.4), until(3.2), True),
    ],
    ids=["tells more", "tells as much", "tells less", "has no words", "loops", "finds words"],
)
def test_of_two_readings_the_second_counts_where_it_is_whole(
    heard: Transcript, again: Transcript, second: bool
) -> None:
    assert surer(heard, again, VOICED) is (again if second else heard)


@pytest.mark.models
def test_a_person_in_a_bare_room_is_heard_to_the_end(recognizer: Recognizer) -> None:
    (clip,) = [clip for clip in clips() if clip.name == "options"]
    heard = recognizer.decode(in_a_room(clip.sound, len(clip.text)))
    assert word_error_rate(clip.text, heard.text) < 0.2, "read greedily, it ends after four words of 46"


@pytest.mark.models
def test_what_listens_again_loads_no_second_decoder(whisper_dir: Path, answer: Sound) -> None:
    unhurried = Recognizer(whisper_dir)
    assert unhurried.decode_unhurried(answer).words
    assert "_decoder" not in unhurried.__dict__


@pytest.mark.models
@pytest.mark.slow
async def test_a_file_is_transcribed_as_in_a_call(recognizer: Recognizer, answer: Sound, tmp_path: Path) -> None:
    path = tmp_path / "answer.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes((answer * 32767).astype(np.int16).tobytes())
    heard = await transcribe(read_sound(path), recognizer)
    assert word_error_rate(ANSWER, heard.text) <= 0.15
    assert heard.audio_s == pytest.approx(len(answer) / RATE_HZ, abs=0.01)
    assert heard.finalize_ms >= 0


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("not a sound")
    with pytest.raises(AudioError, match=r"notes\.wav"):
        read_sound(path)
    with pytest.raises(AudioError, match="no file"):
        read_sound(tmp_path / "missing.wav")


async def test_what_is_heard_in_a_pause_is_urgent_and_what_is_heard_before_is_not() -> None:
    urgencies: list[bool] = []

    def decode(pcm: Sound, _prompt: str, urgent: bool, _draft: str) -> Transcript:
        urgencies.append(urgent)
        return Transcript((Word("yes", 0.0, 0.4, 0.9),), len(pcm) / RATE_HZ)

    transcriber = StreamingTranscriber(decode)
    transcriber.push(np.full(RATE_HZ, 3000, np.int16))
    await transcriber.step()
    transcriber.push(np.full(RATE_HZ // 2, 3000, np.int16))
    transcriber.push(np.zeros(RATE_HZ // 4, np.int16), voiced=False)
    await transcriber.step()
    assert urgencies == [False, True]
