"""The interviewer's process is killed while the candidate talks: what was kept stays, and another takes over."""

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from interview.events import AgentJoined, CandidateSpoke, Ended, Event, HoldSet, LineStarted, TurnEnded
from tests.calls.stack import Stack
from tests.calls.watching import Watcher, recorded_until_ms
from viva.caller import Caller

pytestmark = [pytest.mark.alone, pytest.mark.call, pytest.mark.models, pytest.mark.slow]

FIRST = "I would look at the orders of the past four weeks and bake a bit more on Saturdays."
LONG = (
    "It rests on the assumption that the people who order from this bakery every single week keep ordering roughly "
    "the same things from us no matter what"
)
"""Without a pause: none of it is final when the process dies, about two seconds before it ends."""
AGAIN = "It rests on the assumption that customers do the same every single week."
LOST_MS = 2_000


async def test_another_interviewer_takes_over_and_nothing_kept_is_lost(
    stack: Stack, call: Callable[[str], tuple[Caller, Watcher]]
) -> None:
    caller, watcher = call("")
    async with caller:
        await watcher.line("prompt", "1")
        await caller.hear_out()
        await caller.say(FIRST)
        await watcher.line("follow_up", "1")
        await caller.hear_out()
        speaking = asyncio.create_task(caller.say(LONG))
        await asyncio.sleep(5)
        await caller.post("hold", {"on": False})  # acknowledged just before the end
        before = await watcher.events()
        clock = stack.journal.clock(watcher.interview_id)
        killed_ms = clock()
        os.kill(job_process(stack), signal.SIGKILL)
        saved_ms = recorded_until_ms(stack.settings.segments / watcher.interview_id)
        await speaking

        back = await watcher.until(lambda events: taken_over(events, len(before)), 60)
        again = await watcher.line("reply", "1", after=back)
        after = await watcher.events()
        assert not speaking.cancelled()

        # It hears: the question that is open can be answered now.
        await caller.hear_out()
        await caller.say(AGAIN)
        await watcher.until(lambda events: any(isinstance(event, TurnEnded) for event in events[again:]))
        await caller.post("leave")
        events = await watcher.until(lambda events: events if isinstance(events[-1], Ended) else [])

    assert after[: len(before)] == before
    assert isinstance(before[-1], HoldSet)
    assert any(isinstance(event, CandidateSpoke) for event in before)
    assert killed_ms - saved_ms <= LOST_MS
    spoken = [event.line for event in events[len(before) :] if isinstance(event, LineStarted)]
    question = next(e.line.text for e in reversed(before) if isinstance(e, LineStarted) and e.line.kind == "follow_up")
    assert spoken[0].text in stack.interview[1].back
    assert spoken[1].text == question
    assert sum(isinstance(event, AgentJoined) for event in events) == 2
    assert events[-1] == Ended(at_ms=events[-1].at_ms, reason="left")


def taken_over(events: list[Event], after: int) -> int:
    """How many events there were when another interviewer had joined; 0 before."""
    for place, event in enumerate(events[after:], start=after + 1):
        if isinstance(event, AgentJoined):
            return place
    return 0


def job_process(stack: Stack) -> int:
    """The process that holds the call: of the worker's, the only one that has the journal open."""
    journal = str(stack.settings.data / "viva.db")
    holding = [
        pid for pid, command in stack.processes().items() if "multiprocessing" in command and journal in open_files(pid)
    ]
    (pid,) = holding
    return pid


def open_files(pid: int) -> set[str]:
    """What a process has open."""
    found = set()
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found.add(os.readlink(handle))
        except OSError:
            continue
    return found
