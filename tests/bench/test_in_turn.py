"""Callers who speak in turn, without a room: what they play goes to a source that takes it at once."""

import asyncio
from types import SimpleNamespace

import numpy as np
import pytest
from livekit import rtc
from numpy.typing import NDArray

from bench.calls import plays
from bench.in_turn import InTurn
from viva.settings import Settings


class Hum:
    """A voice that is soon done."""

    def speak(self, text: str) -> NDArray[np.int16]:
        """So many samples as characters."""
        return np.zeros(len(text), np.int16)


def caller(floor: asyncio.Lock) -> InTurn:
    async def take(_frame: rtc.AudioFrame) -> None:
        await asyncio.sleep(0.001)

    talker = InTurn(voice=Hum(), floor=floor)  # type: ignore[arg-type]
    talker._source = SimpleNamespace(capture_frame=take, queued_duration=0.0)  # type: ignore[assignment]
    talker._tasks.append(asyncio.create_task(talker._microphone()))
    return talker


async def hung_up(*talkers: InTurn) -> None:
    for talker in talkers:
        for task in talker._tasks:
            task.cancel()
        await asyncio.gather(*talker._tasks, return_exceptions=True)


@pytest.mark.parametrize("heard", [True, False])
async def test_nobody_speaks_while_another_waits_for_a_reply(heard: bool) -> None:
    floor = asyncio.Lock()
    first, second = caller(floor), caller(floor)
    await first.say("An answer.")
    speaking = asyncio.create_task(second.say("Another answer."))
    if heard:
        first.ear.first_loud_since = 1.0
    done, _ = await asyncio.wait([speaking], timeout=1.0)
    assert bool(done) is heard
    speaking.cancel()
    await hung_up(first, second)


async def test_who_says_something_that_needs_no_reply_or_hangs_up_lets_the_others_speak() -> None:
    floor = asyncio.Lock()
    first, second = caller(floor), caller(floor)
    await first.say("Thinking aloud.", timed=False)
    await second.say("An answer.")
    await hung_up(second)
    await first.say("An answer.")
    await hung_up(first)
    assert first.said == second.said == ["An answer."]


def test_the_stock_pipeline_gets_some_of_the_same_answers_in_as_many_calls(settings: Settings) -> None:
    who = plays(settings, quick=False)
    said = [text for each in who.candidates for answers in each.sections.values() for text in answers]
    assert len(who.stock) == len(who.candidates)
    assert {text for answers in who.stock for text in answers} < set(said)
