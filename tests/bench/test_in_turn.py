"""Callers who speak in turn, without a room: what they play goes to a source that takes it at once."""

import asyncio
import math
import time
from types import SimpleNamespace

import httpx2
import numpy as np
import pytest
from livekit import rtc
from numpy.typing import NDArray

from bench.calls import _take, plays
from bench.in_turn import CallerInTurn, InTurn
from viva.script import Script
from viva.settings import Settings
from viva.talker import CandidateVoice


class Hum(CandidateVoice):
    """A voice that is soon done, without a model."""

    def __init__(self) -> None:
        pass

    def speak(self, text: str) -> NDArray[np.int16]:
        """So many samples as characters."""
        return np.zeros(len(text), np.int16)


def caller(floor: asyncio.Lock, heard_out_s: float | None = None) -> InTurn:
    async def take(_frame: rtc.AudioFrame) -> None:
        await asyncio.sleep(0.001)

    talker = InTurn(voice=Hum(), floor=floor, heard_out_s=heard_out_s)
    talker._source = SimpleNamespace(capture_frame=take, queued_duration=0.0)  # type: ignore[assignment]  # all that is asked of it
    talker._tasks.append(asyncio.create_task(talker._microphone()))
    return talker


async def hung_up(*talkers: InTurn) -> None:
    for talker in talkers:
        await talker.hang_up()


async def some_turns() -> None:
    """Of the loop: enough for whoever is free to go on."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_nobody_speaks_while_another_waits_for_a_reply() -> None:
    floor = asyncio.Lock()
    first, second = caller(floor), caller(floor)
    await first.say("An answer.")
    await some_turns()
    assert floor.locked()
    speaking = asyncio.create_task(second.say("Another answer."))
    await some_turns()
    assert not speaking.done()
    first.ear.first_loud_since = 1.0
    await speaking
    await hung_up(first, second)


async def test_who_hears_a_reply_out_keeps_the_others_silent_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.in_turn.HEARD_S", 0.0)
    floor = asyncio.Lock()
    first, second = caller(floor, heard_out_s=0.01), caller(floor)
    await first.say("An answer.")
    first.ear.first_loud_since, first.ear.last_loud = time.monotonic(), math.inf
    await some_turns()
    assert floor.locked()
    first.ear.last_loud = 0.0
    await second.say("Another answer.")
    await hung_up(first, second)


async def test_who_cannot_join_lets_the_others_speak() -> None:
    class NoRoom(InTurn):
        async def join(self, url: str, token: str) -> None:
            raise rtc.ConnectError("no room")

    floor = asyncio.Lock()
    with pytest.raises(rtc.ConnectError):
        await NoRoom(voice=Hum(), floor=floor).enter("ws://127.0.0.1:1", "")
    assert not floor.locked()
    site = "http://127.0.0.1:1"
    refused = CallerInTurn(voice=Hum(), floor=floor, site=site, code="")
    refused._tasks.append(asyncio.create_task(asyncio.sleep(math.inf)))
    with pytest.raises(httpx2.ConnectError):
        await refused.__aenter__()
    assert not floor.locked()
    assert refused._tasks[0].cancelled()


class Stalled(CallerInTurn):
    """A caller to whom nothing is said, or whose call breaks."""

    def __init__(self, error: Exception) -> None:
        super().__init__(voice=Hum(), floor=asyncio.Lock(), site="http://127.0.0.1:1", code="")
        self._error = error

    async def hear_out(self, quiet_s: float = 1.2, patience_s: float = 60.0) -> None:
        """Never hears anything."""
        raise self._error


async def test_an_interview_that_stalls_is_told_and_one_that_breaks_is_an_error() -> None:
    script = Script(name="Ada", goodbye="Bye.", sections={})
    assert not await _take(Stalled(TimeoutError()), script, None)
    with pytest.raises(httpx2.ConnectError):
        await _take(Stalled(httpx2.ConnectError("gone")), script, None)


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
    assert len(set(said)) == len(said), "answers are known by their words"
