"""Nobody waits for good for a candidate to listen who is there."""

import asyncio
from types import SimpleNamespace

import pytest

from agent import room
from agent.room import InterviewRoom
from interview.names import candidate_identity


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LOOK_S", 0.01)


def interview_room(*present: str) -> tuple[InterviewRoom, dict[str, None]]:
    people = dict.fromkeys(present)
    # The part of LiveKit's room that says who is there.
    there = SimpleNamespace(remote_participants=people)
    return InterviewRoom(there, "one"), people  # type: ignore[arg-type]  # only who is there is asked of it


@pytest.mark.usefixtures("quick")
async def test_a_candidate_who_is_there_counts_as_listening_after_a_while_even_if_nobody_said_so() -> None:
    held, _ = interview_room(candidate_identity("one"))
    listening: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    held._expect(listening, 0.05)
    assert not listening.done()
    async with asyncio.timeout(5):
        await listening


@pytest.mark.usefixtures("quick")
async def test_who_is_not_there_is_waited_for() -> None:
    held, people = interview_room("somebody-else")
    listening: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    held._expect(listening, 0.02)
    await asyncio.sleep(0.2)
    assert not listening.done()
    people[candidate_identity("one")] = None
    async with asyncio.timeout(5):
        await listening
