"""A disk that takes no more sound is in the journal, from its beginning to its end, and nowhere twice."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from agent.conductor import Conductor
from agent.journal import CallLog
from agent.outages import Outages
from interview.events import AgentJoined, Event, RecordingFailed, RecordingResumed
from interview.folding import fold
from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from tests.records.samples import begin, persona, spec
from voice.recorder import SegmentRecorder

FULL_DISK = Path("/dev/full")
SEGMENT_MS = 1200
FRAME = np.full(960, 5000, np.int16)

# Only Linux has it; nothing else is always full without filling the machine's own disk.
needs_full_disk = pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no /dev/full")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/viva.db")
    yield engine
    engine.dispose()


async def nothing(_command: object) -> None:
    """Nobody listens here."""


class Interviewer:
    """One that records; its clock is moved by the test."""

    def __init__(self, journal: Journal, interview_id: str, folder: Path, now_ms: int) -> None:
        self.now_ms = now_ms
        self.conductor = Conductor(CallLog(journal, interview_id), nothing)
        self._told: list[asyncio.Task[None]] = []
        outages = Outages(lambda: self.now_ms, lambda: self.conductor.state.unrecorded, self._happen)
        self._recorder = SegmentRecorder(folder, lambda: self.now_ms, outages.changed)

    def _happen(self, event: Event) -> None:
        self._told.append(asyncio.create_task(self.conductor.happen(event)))

    async def record(self, until_ms: int) -> None:
        """Goes on with sound up to this moment and closes the recorder."""
        await self.conductor.load()
        while self.now_ms < until_ms:
            self._recorder.candidate(FRAME, self.now_ms)
            self.now_ms += 20
        await asyncio.to_thread(self._recorder.close)
        await asyncio.sleep(0)  # what the recorder said last is taken up
        await asyncio.gather(*self._told)


def outages(journal: Journal, interview_id: str) -> list[Event]:
    """What the journal says of the recording."""
    events = [event for _, event in journal.read(interview_id)]
    return [event for event in events if isinstance(event, RecordingFailed | RecordingResumed)]


def fill(folder: Path, starts: range) -> None:
    """Has the kernel refuse these segments for want of space."""
    folder.mkdir(exist_ok=True)
    for start in starts:
        (folder / f"{start:010d}.pcm.partial").symlink_to(FULL_DISK)


@pytest.fixture
def live(engine: sa.Engine) -> str:
    invite = Invites(engine).create(spec(), persona())
    begin(Journal(engine), invite)
    return invite.id


@needs_full_disk
async def test_a_full_disk_is_journalled_once_and_so_is_its_end(engine: sa.Engine, live: str, tmp_path: Path) -> None:
    journal, folder = Journal(engine), tmp_path / "segments"
    fill(folder, range(SEGMENT_MS, 4 * SEGMENT_MS, SEGMENT_MS))
    interviewer = Interviewer(journal, live, folder, now_ms=0)
    await interviewer.record(6 * SEGMENT_MS)
    failed, resumed = outages(journal, live)
    assert isinstance(failed, RecordingFailed)
    assert failed.reason == "disk full"
    assert isinstance(resumed, RecordingResumed)
    assert not interviewer.conductor.state.unrecorded


async def test_a_folder_that_cannot_be_made_is_journalled_and_the_call_goes_on(
    engine: sa.Engine, live: str, tmp_path: Path
) -> None:
    journal = Journal(engine)
    (tmp_path / "in the way").write_text("")
    interviewer = Interviewer(journal, live, tmp_path / "in the way" / "segments", now_ms=0)
    await interviewer.record(2 * SEGMENT_MS)
    (failed,) = outages(journal, live)
    assert isinstance(failed, RecordingFailed)
    assert failed.reason == "Not a directory"
    assert interviewer.conductor.state.unrecorded
    await interviewer.conductor.happen(AgentJoined(at_ms=9_000))
    assert fold(event for _, event in journal.read(live)).unrecorded


async def test_a_recording_that_works_is_not_mentioned(engine: sa.Engine, live: str, tmp_path: Path) -> None:
    await Interviewer(Journal(engine), live, tmp_path / "segments", now_ms=0).record(3 * SEGMENT_MS)
    assert outages(Journal(engine), live) == []


@needs_full_disk
async def test_an_interviewer_that_takes_over_ends_an_outage_or_goes_on_with_it(
    engine: sa.Engine, live: str, tmp_path: Path
) -> None:
    journal, folder = Journal(engine), tmp_path / "segments"
    fill(folder, range(0, 4 * SEGMENT_MS, SEGMENT_MS))
    for began in (0, SEGMENT_MS, 4 * SEGMENT_MS):  # the first two see nothing but the full disk
        await Interviewer(journal, live, folder, now_ms=began).record(began + SEGMENT_MS)
    failed, resumed = outages(journal, live)
    assert isinstance(failed, RecordingFailed)
    assert isinstance(resumed, RecordingResumed)
