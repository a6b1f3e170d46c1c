"""Every happening is journalled, folded, decided upon and carried out, in that order; folding again resumes it."""

import asyncio
from datetime import UTC, datetime

import pytest

from agent.conductor import Conductor
from interview.commands import Command, Say
from interview.events import (
    AgentJoined,
    Began,
    CandidateSpoke,
    CandidateTyped,
    Event,
    HoldSet,
    Line,
    LineEnded,
    LineStarted,
    TurnEnded,
)
from interview.folding import fold
from tests.agent.fakes import MemoryLog
from tests.interview.walk import PERSONA, SPEC

BEGAN = Began(
    at_ms=0, interview_id="i", started_at=datetime(2026, 1, 1, tzinfo=UTC), recording=True, spec=SPEC, persona=PERSONA
)
QUESTION = Line(text="What is success?", kind="prompt", section="1")
ASKED: list[Event] = [
    BEGAN,
    AgentJoined(at_ms=1),
    LineStarted(at_ms=2, line_id=0, line=QUESTION),
    LineEnded(at_ms=3, line_id=0),
]


class Hands:
    """Carries commands out by noting them, together with what the journal held at that moment."""

    def __init__(self, log: MemoryLog) -> None:
        self.log = log
        self.commands: list[Command] = []
        self.journalled: list[list[str]] = []

    async def carry_out(self, command: Command) -> None:
        self.commands.append(command)
        self.journalled.append([event.type for event in self.log.events])

    def said(self) -> list[str]:
        return [command.line.text for command in self.commands if isinstance(command, Say)]


async def loaded(events: list[Event]) -> tuple[Conductor, Hands, MemoryLog]:
    log = MemoryLog(list(events))
    hands = Hands(log)
    conductor = Conductor(log, hands.carry_out)
    await conductor.load()
    return conductor, hands, log


async def test_what_happens_is_in_the_journal_before_anything_acts_on_it() -> None:
    conductor, hands, _ = await loaded([BEGAN])
    await conductor.happen(AgentJoined(at_ms=5))
    assert hands.said()[0] == "Hello."
    assert all(journalled == ["began", "agent_joined"] for journalled in hands.journalled)


async def test_nothing_is_done_about_what_could_not_be_kept() -> None:
    conductor, hands, log = await loaded([BEGAN])
    before = conductor.state

    async def full(event: Event) -> int:
        raise OSError("the disk is full")

    log.append = full  # type: ignore[method-assign]  # this one journal fails
    with pytest.raises(OSError, match="full"):
        await conductor.happen(AgentJoined(at_ms=5))
    assert not hands.commands
    assert conductor.state == before


async def test_loading_folds_and_does_nothing() -> None:
    conductor, hands, _ = await loaded(ASKED)
    assert conductor.state.stage == "listening"
    assert not hands.commands


async def test_an_event_that_somebody_else_wrote_comes_first() -> None:
    conductor, hands, log = await loaded(ASKED)
    log.events.append(CandidateTyped(at_ms=10, text="I would measure retention."))
    await conductor.happen(HoldSet(at_ms=11, on=True))
    assert conductor.state.answer == "I would measure retention."
    assert conductor.state == fold(log.events)
    assert [command.do for command in hands.commands][:1] == ["forget"]


async def test_looking_acts_on_the_pages_events_once() -> None:
    conductor, hands, log = await loaded(ASKED)
    log.events.append(CandidateTyped(at_ms=10, text="Could you repeat the question?"))
    await asyncio.gather(conductor.look(), conductor.look(), conductor.look())
    assert hands.said() == ["Again:", QUESTION.text]


async def test_happenings_at_the_same_moment_are_taken_one_after_another() -> None:
    conductor, _, log = await loaded(ASKED)
    await asyncio.gather(*(conductor.happen(CandidateTyped(at_ms=n, text=f"part {n}")) for n in range(20)))
    assert conductor.state == fold(log.events)
    assert len(log.events) == len(ASKED) + 20


async def test_an_interviewer_that_takes_over_stands_where_the_first_one_stood() -> None:
    first, _, log = await loaded(ASKED)
    spoke = CandidateSpoke(at_ms=20, text="I would measure retention.", started_ms=10, ended_ms=19)
    await first.happen(spoke)
    second, hands, _ = await loaded(log.events)
    assert second.state == first.state
    # What was said and not yet answered is answered by the one that takes over.
    await second.happen(AgentJoined(at_ms=30))
    assert hands.said() == ["Back again."]
    assert second.state.answer == "I would measure retention."


async def test_one_that_takes_over_an_open_question_asks_it_again() -> None:
    conductor, hands, _ = await loaded(ASKED)
    await conductor.happen(AgentJoined(at_ms=30))
    assert hands.said() == ["Back again.", QUESTION.text]
    await conductor.happen(TurnEnded(at_ms=31))
    assert conductor.state.agents == 2
