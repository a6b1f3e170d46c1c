"""All of an interview can be handed out, and all of it can be made to go."""

import json
import threading
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from interview.arrangement import Arrangement
from interview.events import (
    EVENT,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    Ended,
    Event,
    Line,
    LineEnded,
    LineStarted,
    Word,
)
from records.database import write
from records.erasure import erase, export
from records.errors import InterviewErased, InterviewUnknown, InviteUnknown, NoRecording, NoReport, RecordsError
from records.invites import Invites
from records.journal import Journal
from records.listing import interview_row, list_interviews
from records.readings import Readings
from records.recordings import Recordings
from records.reports import Reports
from records.tables import interviews
from tests.records.samples import begin, persona, spec

CANARY = "Canary"
HAPPENED: list[Event] = [
    LineStarted(at_ms=1000, line_id=0, line=Line(text="How would you frame it?", kind="prompt", section="1")),
    LineEnded(at_ms=3000, line_id=0, words=(Word(text="How", start_ms=1010, end_ms=1200, confidence=1),)),
    CandidateSpoke(
        at_ms=9000,
        text=f"As a {CANARY} of ranking.",
        started_ms=4000,
        ended_ms=8000,
        words=(Word(text=CANARY, start_ms=4000, end_ms=8000, confidence=0.9),),
    ),
    LineStarted(at_ms=65_000, line_id=1, line=Line(text="And how would you know it works?", kind="follow_up")),
    LineEnded(at_ms=66_000, line_id=1, interrupted=True, heard="And how would"),
    CandidateTyped(at_ms=70_000, text=f"{CANARY} online"),
    CodeChanged(at_ms=80_000, language="python", source=f"# {CANARY}\n" + "x = 1\n" * 3000),
    CodeRefused(at_ms=85_000, size=5_400_123, submitted=True),
    CodeSubmitted(at_ms=90_000, language="python", source=f"# {CANARY}\n"),
    Ended(at_ms=95_000, reason="completed"),
]


@pytest.fixture
def held(engine: sa.Engine, journal: Journal, recordings: Recordings, invites: Invites, tmp_path: Path) -> str:
    """An interview with everything, the canary in all of it."""
    agreed = Arrangement(role=f"{CANARY} engineer", job_description=CANARY)
    live = invites.create(spec(), persona(), "Ada Canary", arrangement=agreed).id
    begin(journal, invites.get(live))
    invites.claim(invites.get(live).code, CANARY)
    for event in HAPPENED:
        journal.append(live, event)
    for version in range(2):
        Reports(engine).save(live, "sections", {"evidence": f"{CANARY} {version}"})
    Readings(engine, live).keep("e" * 64, {CANARY: 0.5})
    ogg = tmp_path / "merged.ogg"
    ogg.write_bytes(CANARY.encode() * 100)
    recordings.put(live, ogg, 95_000, [0.5])
    (recordings.segments_dir(live) / "0.wav").write_bytes(CANARY.encode())
    ogg.unlink()
    return live


def test_an_export_holds_everything_and_reads_back(
    engine: sa.Engine, journal: Journal, recordings: Recordings, held: str, tmp_path: Path
) -> None:
    target = export(engine, recordings, held, tmp_path / "out.zip")
    with zipfile.ZipFile(target) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    names = {
        "interview.json",
        "arrangement.json",
        "journal.json",
        "transcript.txt",
        "code.py",
        "recording.ogg",
        "report-1.json",
        "report-2.json",
        "readings.json",
    }
    assert set(files) == names
    lines = json.loads(files["journal.json"])
    assert [(line.pop("seq"), EVENT.validate_python(line)) for line in lines] == journal.read(held)
    assert files["code.py"].decode() == f"# {CANARY}\n"
    assert files["recording.ogg"] == recordings.open(held).read()
    assert json.loads(files["report-2.json"])["evidence"] == f"{CANARY} 1"
    assert json.loads(files["readings.json"]) == {"e" * 64: {CANARY: 0.5}}
    assert json.loads(files["interview.json"])["candidate"] == "Ada Canary"
    assert json.loads(files["arrangement.json"])["role"] == f"{CANARY} engineer"
    assert files["transcript.txt"].decode().splitlines() == [
        "[00:01] Interviewer: How would you frame it?",
        f"[00:04] Candidate: As a {CANARY} of ranking.",
        "[01:05] Interviewer: And how would",
        f"[01:10] Candidate (typed): {CANARY} online",
        "[01:25] Candidate: (submits code that is too long to be kept, 5.4 MB)",
        "[01:30] Candidate: (submits the code, python)",
    ]
    assert target.stat().st_mode & 0o077 == 0


def test_a_report_for_the_team_alone_is_not_handed_to_the_candidate(
    engine: sa.Engine, recordings: Recordings, held: str, tmp_path: Path
) -> None:
    for version in (3, 4):
        Reports(engine).save(held, "rigorous", {"audience": "team", "recommendation": f"{CANARY} No {version}"})
    with zipfile.ZipFile(export(engine, recordings, held, tmp_path / "out.zip")) as archive:
        files = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    assert {name for name in files if name.startswith("report")} == {"report-1.json", "report-2.json"}
    assert not any(f"{CANARY} No" in content for content in files.values())
    assert files["README.txt"] == "Left out, for the hiring team alone: report 3, report 4.\n"


def test_an_export_of_an_interview_just_invited_has_no_empty_parts(
    engine: sa.Engine, recordings: Recordings, invites: Invites, live: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(export(engine, recordings, live, tmp_path / "out.zip")) as archive:
        assert set(archive.namelist()) == {"interview.json", "journal.json", "transcript.txt"}


def test_an_export_before_the_recording_is_put_together_holds_its_pieces(
    engine: sa.Engine, recordings: Recordings, live: str, tmp_path: Path
) -> None:
    folder = recordings.segments_dir(live)
    for name in ("0000001200.pcm", "0000000000.pcm", "0000002400.pcm.partial"):
        (folder / name).write_bytes(name.encode())
    with zipfile.ZipFile(export(engine, recordings, live, tmp_path / "out.zip")) as archive:
        pieces = {name: archive.read(name) for name in archive.namelist() if name.startswith("segments/")}
    names = ["0000000000.pcm", "0000001200.pcm"]
    assert list(pieces.items()) == [(f"segments/{name}", name.encode()) for name in names]


def test_an_export_says_so_when_the_recording_is_lost(
    engine: sa.Engine, recordings: Recordings, held: str, tmp_path: Path
) -> None:
    (tmp_path / "data" / "recordings" / f"{held}.ogg").unlink()
    with pytest.raises(NoRecording, match="missing from the store"):
        export(engine, recordings, held, tmp_path / "out.zip")
    assert not list(tmp_path.glob("*.zip*"))


def test_an_export_that_fails_leaves_nothing_behind(
    engine: sa.Engine, recordings: Recordings, held: str, tmp_path: Path
) -> None:
    with pytest.raises(RecordsError, match="another path"):
        export(engine, recordings, held, tmp_path / "missing" / "out.zip")
    with pytest.raises(InterviewUnknown):
        export(engine, recordings, "0" * 32, tmp_path / "out.zip")
    (tmp_path / "taken").mkdir()
    with pytest.raises(RecordsError, match="another path"):
        export(engine, recordings, held, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("data", "taken")] == []


def test_an_erased_interview_leaves_a_tombstone_and_no_trace(
    engine: sa.Engine, journal: Journal, recordings: Recordings, invites: Invites, held: str, tmp_path: Path
) -> None:
    code = invites.get(held).code
    erased_at = erase(engine, recordings, held)
    traces = [CANARY.encode(), code.encode(), b"frame it?"]
    for path in (path for path in (tmp_path / "data").rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert not [trace for trace in traces if trace in content], path.name
    assert not list((tmp_path / "data").rglob(f"*{held}*"))
    with write(engine) as connection:
        row = connection.execute(sa.select(interviews).where(interviews.c.id == held)).one()
    kept = {"id", "spec_name", "title", "candidate", "arrangement", "brief", "created_at", "expires_at", "status"}
    assert {name for name, value in row._mapping.items() if value is not None} == kept | {"erased_at"}
    assert (row.candidate, row.arrangement, row.status, row.spec_name) == ("", {}, "erased", "small")
    assert row.erased_at == erased_at


def test_an_erased_interview_takes_and_gives_nothing(
    engine: sa.Engine, journal: Journal, recordings: Recordings, invites: Invites, held: str, tmp_path: Path
) -> None:
    code = invites.get(held).code
    first = erase(engine, recordings, held)
    assert erase(engine, recordings, held) == first
    assert list_interviews(engine) == []
    assert journal.read(held) == []
    assert not recordings.has(held)
    with pytest.raises(InterviewErased):
        invites.get(held)
    with pytest.raises(InterviewErased):
        invites.holds(held, CANARY)
    with pytest.raises(InterviewErased):
        interview_row(engine, held)
    with pytest.raises(InviteUnknown):
        invites.claim(code, CANARY)
    with pytest.raises(InterviewErased):
        journal.append(held, CandidateTyped(at_ms=1, text="late"))
    with pytest.raises(InterviewErased):
        Reports(engine).save(held, "sections", {})
    with pytest.raises(NoReport):
        Reports(engine).latest(held)
    with pytest.raises(InterviewErased):
        Readings(engine, held).keep("e" * 64, {"Yes": 1.0})
    assert Readings(engine, held).all() == {}
    with pytest.raises(InterviewUnknown):
        export(engine, recordings, held, tmp_path / "out.zip")
    with pytest.raises(InterviewUnknown):
        erase(engine, recordings, "0" * 32)


def test_a_recorder_that_still_writes_leaves_nothing_behind(
    engine: sa.Engine, recordings: Recordings, live: str
) -> None:
    folder = recordings.segments_dir(live)
    for piece in range(500):  # so many that one more comes while they are deleted
        (folder / f"{piece:010d}.pcm").write_bytes(CANARY.encode())
    written, over = 0, threading.Event()

    def record() -> None:
        nonlocal written
        with suppress(FileNotFoundError):
            while not over.is_set():
                partial = folder / f"{written + 500:010d}.pcm.partial"
                partial.write_bytes(CANARY.encode())
                partial.replace(partial.with_suffix(""))
                written += 1
                time.sleep(0.002)

    recorder = threading.Thread(target=record)
    recorder.start()
    try:
        erase(engine, recordings, live)
    finally:
        over.set()
        recorder.join()
    assert written
    assert not folder.exists()


def test_erasing_one_interview_leaves_the_others(
    engine: sa.Engine, journal: Journal, recordings: Recordings, invites: Invites, held: str
) -> None:
    other = invites.create(invites.get(held).spec, invites.get(held).persona, "Grace")
    erase(engine, recordings, held)
    assert [row.id for row in list_interviews(engine)] == [other.id]
    assert invites.get(other.id) == other
