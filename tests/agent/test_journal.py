"""What was said is kept however long the database takes, and the candidate hears of the wait."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
import sqlalchemy as sa
from livekit import rtc

from agent.conductor import Conductor
from agent.journal import CallLog
from agent.room import InterviewRoom
from agent.saving import Saving
from interview.events import CandidateTyped
from records.database import connect, open_database
from records.errors import DatabaseBusy
from records.invites import Invites
from records.journal import Journal
from tests.records.samples import begin, persona, spec
from tests.support.database import unconfirmed

SAID = CandidateTyped(at_ms=7, text="I would measure retention.")
BUSY_WAIT_S, LATE_S = 0.05, 0.2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "viva.db"
    open_database(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def engine(file: Path) -> Iterator[sa.Engine]:
    """As the agent opens it, only hastier."""
    engine = connect(f"sqlite:///{file}", BUSY_WAIT_S)
    yield engine
    engine.dispose()


@pytest.fixture
def journal(engine: sa.Engine) -> Journal:
    return Journal(engine)


@pytest.fixture
def live(file: Path) -> str:
    engine = connect(f"sqlite:///{file}")
    invite = Invites(engine).create(spec(), persona())
    begin(Journal(engine), invite)
    engine.dispose()
    return invite.id


def locked(file: Path) -> closing[sqlite3.Connection]:
    """Another program that keeps the database locked until it is closed."""
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    return closing(holder)


class Page:
    """LiveKit's side of the room: what the page is told."""

    def __init__(self) -> None:
        self.told: list[dict[str, object]] = []
        self.news = asyncio.Event()

    @property
    def local_participant(self) -> "Page":
        return self

    def trouble(self) -> object:
        """What was told last."""
        return self.told[-1]["trouble"]

    async def set_attributes(self, attributes: dict[str, str]) -> None:
        self.told.append(json.loads(attributes["viva.state"]))
        self.news.set()


class Desk:
    """One interviewer's way of keeping events, put together as a call does it."""

    def __init__(self, journal: Journal, interview_id: str) -> None:
        self.page = Page()
        self.room = InterviewRoom(cast("rtc.Room", self.page), interview_id)
        self.conductor = Conductor(CallLog(journal, interview_id), self._carry_out)
        self.saving = Saving(lambda: self._shows.append(asyncio.create_task(self.show())), LATE_S)
        self._shows: list[asyncio.Task[None]] = []

    async def _carry_out(self, _command: object) -> None:
        """Nobody listens here."""

    async def show(self) -> None:
        """Tells the page."""
        await self.room.show(self.conductor.state, self.conductor.began, saving_late=self.saving.late)

    async def keep(self, event: CandidateTyped) -> None:
        """Keeps an event and tells the page."""
        with self.saving.watch():
            await self.conductor.happen(event)
        await self.show()


async def test_a_locked_database_is_shown_to_the_candidate_and_loses_no_words(
    file: Path, journal: Journal, live: str
) -> None:
    desk = Desk(journal, live)
    await desk.conductor.load()
    with locked(file):
        keeping = [asyncio.create_task(desk.keep(SAID)) for _ in range(2)]
        await asyncio.wait_for(desk.page.news.wait(), 10)
        assert desk.page.trouble() == "saving"
        assert journal.last_seq(live) == 1, "the page was told while nothing could be written"
    await asyncio.gather(*keeping)
    assert [event for _, event in journal.read(live, after=1)] == [SAID, SAID]
    assert desk.page.trouble() == ""


async def test_a_database_that_answers_is_not_mentioned(journal: Journal, live: str) -> None:
    desk = Desk(journal, live)
    await desk.conductor.load()
    await desk.keep(SAID)
    await asyncio.sleep(2 * LATE_S)
    assert {told["trouble"] for told in desk.page.told} == {""}


async def test_patience_ends_with_the_database_s_own_error(file: Path, journal: Journal, live: str) -> None:
    with locked(file), pytest.raises(DatabaseBusy):
        await CallLog(journal, live, patience_s=0).append(SAID)
    assert journal.last_seq(live) == 1


async def test_words_whose_commit_was_not_confirmed_are_kept_once(
    engine: sa.Engine, journal: Journal, live: str
) -> None:
    with unconfirmed(engine):
        assert await CallLog(journal, live).append(SAID) == 2
    assert journal.read(live, after=1) == [(2, SAID)]
