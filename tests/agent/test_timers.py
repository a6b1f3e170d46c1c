"""Timers fire once, are replaced and stopped by name, and those that count silence stand still during speech."""

import asyncio

import pytest

from agent import timers as clockwork
from agent.timers import Timers
from interview.events import Timer

SOON_MS, LONG_MS = 30, 10_000


class Alarm:
    """Notes what fired."""

    def __init__(self) -> None:
        self.fired: list[Timer] = []
        self.timers = Timers(self._fire)

    async def _fire(self, timer: Timer) -> None:
        self.fired.append(timer)


async def later() -> None:
    await asyncio.sleep(SOON_MS * 5 / 1000)


async def test_a_timer_fires_once() -> None:
    alarm = Alarm()
    alarm.timers.set("thinking", SOON_MS)
    await later()
    assert alarm.fired == ["thinking"]


async def test_a_timer_of_the_same_name_takes_its_place() -> None:
    alarm = Alarm()
    alarm.timers.set("code_time", SOON_MS)
    alarm.timers.set("code_time", LONG_MS)
    await later()
    assert alarm.fired == []
    alarm.timers.stop_all()


async def test_a_stopped_timer_never_fires() -> None:
    alarm = Alarm()
    alarm.timers.set("nudge", SOON_MS)
    alarm.timers.set("thinking", SOON_MS)
    alarm.timers.stop("nudge")
    alarm.timers.stop("absent")
    await later()
    assert alarm.fired == ["thinking"]


async def test_silence_stands_still_while_the_candidate_speaks_and_starts_anew_after() -> None:
    alarm = Alarm()
    alarm.timers.set("nudge", SOON_MS)
    alarm.timers.set("thinking", SOON_MS)
    alarm.timers.speech(True)
    await later()
    assert alarm.fired == ["thinking"]
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == ["thinking", "nudge"]


async def test_silence_that_is_to_be_counted_during_speech_waits_for_its_end() -> None:
    alarm = Alarm()
    alarm.timers.speech(True)
    alarm.timers.set("move_on", SOON_MS)
    await later()
    assert alarm.fired == []
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == ["move_on"]


async def test_one_that_was_stopped_during_speech_stays_stopped() -> None:
    alarm = Alarm()
    alarm.timers.set("hold", SOON_MS)
    alarm.timers.speech(True)
    alarm.timers.stop("hold")
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == []


async def test_a_timer_may_set_itself_again() -> None:
    fired: list[Timer] = []

    async def again(timer: Timer) -> None:
        fired.append(timer)
        if len(fired) < 3:
            timers.set(timer, 1)

    timers = Timers(again)
    timers.set("nudge", 1)
    await later()
    assert fired == ["nudge"] * 3


async def test_nothing_fires_after_all_was_stopped() -> None:
    alarm = Alarm()
    for timer in ("nudge", "absent", "goodbye"):
        alarm.timers.set(timer, SOON_MS)
    alarm.timers.speech(True)
    alarm.timers.stop_all()
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == []


async def test_a_clock_that_runs_out_during_speech_waits_for_the_silence_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clockwork, "QUIET_MS", SOON_MS)
    alarm = Alarm()
    alarm.timers.set("section_time", SOON_MS)
    alarm.timers.set("code_time", SOON_MS)
    alarm.timers.speech(True)
    await later()
    assert alarm.fired == ["code_time"]
    alarm.timers.speech(False)
    alarm.timers.speech(True)  # goes on before it was quiet for long
    await later()
    assert alarm.fired == ["code_time"]
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == ["code_time", "section_time"]


async def test_a_clock_that_ran_out_during_speech_can_still_be_set_anew() -> None:
    alarm = Alarm()
    alarm.timers.set("section_time", SOON_MS)
    alarm.timers.speech(True)
    await later()
    alarm.timers.set("section_time", LONG_MS)
    alarm.timers.speech(False)
    await later()
    assert alarm.fired == []
    alarm.timers.stop_all()
