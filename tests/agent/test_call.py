"""The way into the room, with what is made ready meanwhile: whatever becomes of it, nothing is left behind."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from livekit import rtc
from livekit.agents import JobContext
from livekit.agents.job import _JobContextVar

from agent import worker
from agent.config import CONFIG_VARIABLE, AgentConfig
from agent.log import logger
from records.database import connect, open_database
from records.invites import Invites
from tests.records.samples import persona, spec
from viva.settings import Settings
from viva.wiring import catalogue


class Voice:
    """The process that makes the sound: it is asked for lines and makes none before the test is over."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.waited_for = 0
        """Lines whose sound somebody still waits for."""

    async def do_inference(self, _method: str, _data: bytes) -> bytes:
        """As LiveKit's executor."""
        self.asked.set()
        self.waited_for += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.waited_for -= 1
        return b""


class Room:
    """LiveKit's, with those who are in it."""

    def __init__(self) -> None:
        self.remote_participants: dict[str, SimpleNamespace] = {}

    def on(self, _event: str, _tell: Callable[..., object]) -> None:
        """Nothing happens in it."""


@dataclass
class Job:
    """As much of a LiveKit job as the worker uses."""

    interview_id: str
    enter: Callable[["Job"], Awaitable[None]]
    """The way into the room."""
    inference_executor: Voice = field(default_factory=Voice)
    room: Room = field(default_factory=Room)
    at_the_end: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def job(self) -> SimpleNamespace:
        """What the dispatch said."""
        return SimpleNamespace(metadata="", room=SimpleNamespace(name=self.interview_id))

    async def connect(self, **_options: Any) -> None:
        """The test's."""
        await self.enter(self)

    def add_shutdown_callback(self, callback: Callable[[], Awaitable[None]]) -> None:
        """Kept."""
        self.at_the_end.append(callback)

    def shutdown(self) -> None:
        """The call is over."""
        self.over.set()


@dataclass
class Worker:
    """What the worker's process finds around it."""

    config: AgentConfig
    interview_id: str
    monkeypatch: pytest.MonkeyPatch

    async def take(self, enter: Callable[[Job], Awaitable[None]], **config: str) -> Job:
        """A job of which LiveKit's entrypoint has returned."""
        told = self.config.model_copy(update=config)
        self.monkeypatch.setenv(CONFIG_VARIABLE, told.model_dump_json())
        job = Job(self.interview_id, enter)
        _JobContextVar.set(cast("JobContext", job))
        async with asyncio.timeout(20):
            await worker.entrypoint(cast("JobContext", job))
        return job


@pytest.fixture
def at_work(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Worker:
    """A worker for an interview nobody has agreed to yet."""
    database = f"sqlite:///{tmp_path / 'viva.db'}"
    open_database(database).dispose()
    engine = connect(database)
    invite = Invites(engine).create(spec(), persona())
    engine.dispose()
    config = AgentConfig(
        livekit_url="", livekit_api_key="", livekit_api_secret="", database_url=database,
        segments_dir=tmp_path / "segments", cache_dir=tmp_path, whisper_dir=tmp_path, voice_dir=tmp_path,
        turn_dir=tmp_path, follow_up_prompt=json.dumps(catalogue(settings).prompt("follow_up")),
        judge_prompt=json.dumps(catalogue(settings).prompt("judge")),
    )  # fmt: skip
    return Worker(config, invite.id, monkeypatch)


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the call logged as an error."""
    told: list[str] = []

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    monkeypatch.setattr(logger, "handlers", [*logger.handlers, Heard(logging.ERROR)])
    return told


async def after_the_greeting_is_begun(job: Job) -> None:
    await job.inference_executor.asked.wait()


async def nowhere(job: Job) -> None:
    await job.inference_executor.asked.wait()
    raise ConnectionError("no such room")


def meet_another(job: Job) -> None:
    kind = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT
    job.room.remote_participants["another"] = SimpleNamespace(kind=kind)


async def into_a_served_room(job: Job) -> None:
    meet_another(job)


async def into_a_served_room_late(job: Job) -> None:
    await job.inference_executor.asked.wait()
    meet_another(job)


async def left_nothing(job: Job) -> None:
    """The call is over, and of what it began nothing goes on."""
    async with asyncio.timeout(20):
        await job.over.wait()
    async with asyncio.timeout(5):
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0.01)
    assert job.inference_executor.waited_for == 0


async def test_the_greeting_is_made_beside_the_way_in_and_dropped_when_the_worker_stops_before_consent(
    at_work: Worker, failures: list[str]
) -> None:
    job = await at_work.take(after_the_greeting_is_begun)
    assert job.inference_executor.waited_for == 1
    assert not job.over.is_set()
    await job.at_the_end[0]()
    await left_nothing(job)
    assert failures == []


async def test_a_way_in_that_fails_leaves_nothing_behind_and_is_told_once(at_work: Worker, failures: list[str]) -> None:
    await left_nothing(await at_work.take(nowhere))
    assert failures == ["the call failed"]


async def test_what_was_begun_is_ended_when_the_rest_cannot_be_made_ready(at_work: Worker, failures: list[str]) -> None:
    await left_nothing(await at_work.take(after_the_greeting_is_begun, judge_prompt="{}"))
    assert failures == ["the call failed"]


async def test_nothing_is_made_for_a_room_that_another_interviewer_serves(at_work: Worker, failures: list[str]) -> None:
    job = await at_work.take(into_a_served_room)
    await left_nothing(job)
    assert not job.inference_executor.asked.is_set()
    assert failures == []


async def test_a_served_room_is_left_without_a_word_whatever_was_being_made(
    at_work: Worker, failures: list[str]
) -> None:
    await left_nothing(await at_work.take(into_a_served_room_late, judge_prompt="{}"))
    assert failures == []
