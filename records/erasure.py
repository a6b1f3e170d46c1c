"""Handing an interview's data out, and erasing it: what a candidate may ask for."""

import json
import os
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from interview.arrangement import Arrangement
from interview.events import EVENT
from records.database import compact, write
from records.errors import InterviewUnknown, RecordsError
from records.invites import Invites
from records.journal import Journal, utc_now
from records.listing import interview_row
from records.readings import Readings
from records.recordings import Recordings
from records.reports import Reports, StoredReport
from records.tables import events, interviews, readings, reports
from records.transcript import last_code, transcript

README = "README.txt"
KEPT_BACK = "Left out, for the hiring team alone: {}.\n"

_SUFFIX = {"python": "py", "javascript": "js"}


def export(engine: sa.Engine, recordings: Recordings, interview_id: str, target: Path) -> Path:
    """Writes what is kept of an interview to the zip `target` and returns it: all but reports that are for the hiring
    team alone. Whole or not at all.

    In it, as far as there are any: interview.json, arrangement.json, journal.json, transcript.txt, code.py or code.js,
    recording.ogg, report-N.json, readings.json, and README.txt where reports were left out. Until the recording is put
    together its pieces stand in for it: segments/N.pcm, raw sound from millisecond N on (48 kHz, 16 bit, left the
    candidate, right the interviewer).
    Raises InterviewUnknown, or RecordsError when the recording is not to be had or `target` cannot be written.
    """
    row = interview_row(engine, interview_id)
    arrangement = Invites(engine).get(interview_id).arrangement
    journal = Journal(engine).read(interview_id)
    said = [event for _, event in journal]
    unfinished = target.with_name(f".{target.name}.part")
    try:
        # What a candidate said is for the one who asked for it, not for every user of the machine.
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("interview.json", row.model_dump_json(indent=1))
                if arrangement != Arrangement():
                    archive.writestr("arrangement.json", arrangement.model_dump_json(indent=1))
                lines = [{"seq": seq} | EVENT.dump_python(event, mode="json") for seq, event in journal]
                archive.writestr("journal.json", _json(lines))
                archive.writestr("transcript.txt", transcript(said))
                if code := last_code(said):
                    archive.writestr(f"code.{_SUFFIX[code.language]}", code.source)
                _add_reports(archive, Reports(engine).versions(interview_id))
                if kept := Readings(engine, interview_id).all():
                    archive.writestr("readings.json", _json(kept))
                _add_recording(archive, recordings, interview_id)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise RecordsError(f"{target} cannot be written ({error.strerror}); give another path.") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def erase(engine: sa.Engine, recordings: Recordings, interview_id: str) -> datetime:
    """Removes everything personal: events, code, reports, readings, recording, segments, name, link, browser's hash.

    A tombstone is left: id, spec, when it was made and erased. SQLite's file is rewritten, so that no trace stays in
    it; on Postgres the server reuses the room in its own time. Erasing again finishes what an interruption left and
    returns when it was erased first. Raises InterviewUnknown.
    """
    known = sa.select(interviews.c.id).where(interviews.c.id == interview_id)
    with write(engine) as connection:
        if connection.execute(known.with_for_update()).one_or_none() is None:
            raise InterviewUnknown("There is no such interview; look its id up with `viva interviews`.")
        _bury(connection, interview_id)
        erased_at: datetime = connection.execute(
            sa.select(interviews.c.erased_at).where(interviews.c.id == interview_id)
        ).scalar_one()
    # After the tombstone: from then on nothing new is taken for this interview.
    recordings.erase(interview_id)
    compact(engine)
    return erased_at


def _bury(connection: sa.Connection, interview_id: str) -> None:
    for table in (events, readings, reports):
        connection.execute(table.delete().where(table.c.interview_id == interview_id))
    bare: dict[str, Any] = {"candidate": "", "arrangement": {}, "status": "erased", "erased_at": utc_now()}
    bare |= dict.fromkeys(("code", "spec", "persona", "browser_hash", "started_at", "ended_at", "end_reason"))
    alive = interviews.c.erased_at.is_(None)
    connection.execute(interviews.update().where(interviews.c.id == interview_id, alive).values(**bare))


def _add_reports(archive: zipfile.ZipFile, versions: list[StoredReport]) -> None:
    kept_back = []
    for report in versions:
        if report.body.get("audience") == "team":
            kept_back.append(f"report {report.version}")
        else:
            archive.writestr(f"report-{report.version}.json", _json(report.body))
    if kept_back:
        archive.writestr(README, KEPT_BACK.format(", ".join(reversed(kept_back))))


def _add_recording(archive: zipfile.ZipFile, recordings: Recordings, interview_id: str) -> None:
    # In this order: what is merged meanwhile is found as the one or missed as the other, never passed over.
    segments = recordings.segments(interview_id)
    if not recordings.has(interview_id):
        _add_segments(archive, segments)
        return
    with archive.open("recording.ogg", "w") as file:
        for chunk in recordings.open(interview_id).chunks():
            file.write(chunk)


def _add_segments(archive: zipfile.ZipFile, segments: list[Path]) -> None:
    try:
        for piece in segments:
            archive.write(piece, f"segments/{piece.name}")
    except FileNotFoundError:
        raise RecordsError("The recording is being put together just now; export again in a minute.") from None


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)
