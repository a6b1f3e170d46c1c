"""What the page sends over HTTP reaches the interviewer: typed answers, the hold button, leaving."""

from collections.abc import Callable

import pytest

from interview.events import CandidateLeft, CandidateSpoke, CandidateTyped, Ended, HoldSet, LineEnded, LineStarted
from tests.calls.stack import Stack
from tests.calls.watching import Watcher, lines
from viva.caller import Caller

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

ANSWER = "I would look at the orders of the past four weeks."


async def test_typed_answers_holding_and_leaving_reach_the_interviewer(
    stack: Stack, call: Callable[[str], tuple[Caller, Watcher]]
) -> None:
    caller, watcher = call("")
    question = stack.interview[0].section("1").prompt.aloud
    async with caller:
        await watcher.line("prompt", "1")
        await caller.hear_out()

        await caller.post("hold", {"on": True})
        assert (await caller.state())["hold"] is True
        await caller.post("hold", {"on": False})

        await caller.post("say", {"text": "Could you repeat the question?"})
        await watcher.until(lambda events: lines(events).count(question) == 2)
        await caller.post("say", {"text": ANSWER})
        await watcher.line("follow_up", "1")
        await caller.post("leave")
        events = await watcher.until(lambda events: events if isinstance(events[-1], Ended) else [])

    assert lines(events).count(question) == 2
    assert [event.on for event in events if isinstance(event, HoldSet)] == [True, False]
    assert [event.text for event in events if isinstance(event, CandidateTyped)][-1] == ANSWER
    assert not any(isinstance(event, CandidateSpoke) for event in events)
    assert any(isinstance(event, CandidateLeft) for event in events)
    # What was said when they left was cut off, and how far it came is told.
    started = [event.line_id for event in events if isinstance(event, LineStarted)]
    assert [event.line_id for event in events if isinstance(event, LineEnded)] == started
    assert events[-1] == Ended(at_ms=events[-1].at_ms, reason="left")
