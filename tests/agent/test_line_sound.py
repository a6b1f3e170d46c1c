"""A line begins to sound with its first sentence, and is made whole where it may be there already."""

import asyncio

import pytest
from livekit import rtc

from agent.line_sound import LineSound
from tests.agent.fakes import speech
from voice.sound import RATE_HZ, SENTENCE_GAP_S
from voice.speech import Speech

TWO = "You mentioned clicks. How would you tell them from accidents?"


class Voice:
    """Takes half a second of sound for a sentence, and makes the second one when it is let."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.goes_on = asyncio.Event()

    async def speak(self, text: str) -> Speech:
        """As a mouth is given it."""
        self.made.append(text)
        if text.startswith("How"):
            await self.goes_on.wait()
        return speech(text)


async def samples(sound: LineSound) -> int:
    return sum([frame.samples_per_channel async for frame in sound.frames()])


async def test_the_first_sentence_is_there_while_the_others_are_made() -> None:
    voice = Voice()
    sound = LineSound(TWO, voice.speak, whole=False)
    async with asyncio.timeout(5):
        await sound.begun()
        assert len((await anext(sound.frames())).data) > 0
        await asyncio.sleep(0)
        assert voice.made == ["You mentioned clicks.", "How would you tell them from accidents?"]
        voice.goes_on.set()
        assert await samples(sound) == round((1.0 + SENTENCE_GAP_S) * RATE_HZ)


async def test_a_line_that_may_be_there_already_is_made_whole() -> None:
    voice = Voice()
    sound = LineSound(TWO, voice.speak, whole=True)
    await sound.begun()
    assert voice.made == [TWO]
    assert await samples(sound) == RATE_HZ // 2


async def test_everything_else_has_its_turn_between_two_pieces_of_a_line() -> None:
    turns: list[int] = []

    async def take_turns() -> None:
        while True:
            turns.append(len(pieces))
            await asyncio.sleep(0)

    sound, pieces = LineSound(TWO, Voice().speak, whole=True), list[rtc.AudioFrame]()
    await sound.begun()
    other = asyncio.create_task(take_turns())
    async for piece in sound.frames():
        pieces.append(piece)
    other.cancel()
    assert set(turns) >= set(range(1, len(pieces)))


async def test_its_words_are_those_of_what_is_made_each_where_it_is_in_the_whole() -> None:
    voice = Voice()
    sound = LineSound(TWO, voice.speak, whole=False)
    await sound.begun()
    assert [word.text for word in sound.words] == ["You", "mentioned", "clicks."]
    voice.goes_on.set()
    await samples(sound)
    assert [word.text for word in sound.words] == TWO.split()
    assert sound.words[2].end_s == pytest.approx(0.5)
    assert sound.words[3].start_s == pytest.approx(0.5 + SENTENCE_GAP_S)
    assert sound.words[-1].end_s == pytest.approx(1.0 + SENTENCE_GAP_S)


async def test_what_is_no_longer_wanted_is_no_longer_made() -> None:
    voice = Voice()
    sound = LineSound(TWO, voice.speak, whole=False)
    await sound.begun()
    ended = await asyncio.gather(*sound.cancel(), return_exceptions=True)
    assert isinstance(ended[1], asyncio.CancelledError)
