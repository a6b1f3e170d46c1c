"""The list of interviews as the hiring team sees it."""

from typing import Any

import sqlalchemy as sa
from pydantic import AwareDatetime, BaseModel, ConfigDict

from records import queue
from records.database import plain_errors, read
from records.journal import find_interview
from records.tables import interviews, reports


class InterviewRow(BaseModel):
    """One interview in a list."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    candidate: str
    """Empty when no name was given."""
    spec: str
    """The spec's name."""
    title: str
    """The spec's title."""
    status: str
    """invited, joined, live, ended or scored."""
    brief: bool
    created_at: AwareDatetime
    expires_at: AwareDatetime
    started_at: AwareDatetime | None
    ended_at: AwareDatetime | None
    end_reason: str | None
    duration_ms: int | None
    """From consent to the end; None until then."""
    report_version: int | None
    """The newest report's; None without one."""
    scoring: str = ""
    """What the scoring that is asked for and not done is at: queued, what it does now, or why it failed."""


def list_interviews(engine: sa.Engine) -> list[InterviewRow]:
    """All interviews, newest first, without those erased."""
    with read(engine) as connection:
        rows = connection.execute(_query()).all()
    with plain_errors():
        jobs = queue.unfinished_jobs(engine)
    return [_row(row, jobs.get(row.id)) for row in rows]


def ids_beginning(engine: sa.Engine, beginning: str, *, erased: bool = False) -> list[str]:
    """The ids that begin so; `erased`: also those of interviews of which only the tombstone is left."""
    query = sa.select(interviews.c.id).where(interviews.c.id.startswith(beginning, autoescape=True))
    with read(engine) as connection:
        return list(connection.scalars(query if erased else query.where(interviews.c.erased_at.is_(None))))


def interview_row(engine: sa.Engine, interview_id: str) -> InterviewRow:
    """One interview's row. Raises InterviewUnknown (InterviewErased, a kind of it, for a tombstone)."""
    with read(engine) as connection:
        find_interview(connection, interview_id)
        row = connection.execute(_query().where(interviews.c.id == interview_id)).one()
    with plain_errors():
        return _row(row, queue.newest_job(engine, interview_id))


def _query() -> sa.Select[Any]:
    newest = (
        sa.select(sa.func.max(reports.c.version)).where(reports.c.interview_id == interviews.c.id).scalar_subquery()
    )
    columns = [interviews.c[name] for name in InterviewRow.model_fields if name in interviews.c and name != "spec"]
    return (
        sa.select(*columns, interviews.c.spec_name.label("spec"), newest.label("report_version"))
        .where(interviews.c.erased_at.is_(None))
        .order_by(interviews.c.created_at.desc(), interviews.c.id)
    )


def _row(row: Any, job: queue.Job | None) -> InterviewRow:
    values = dict(row._mapping)
    held = values["ended_at"] - values["started_at"] if values["ended_at"] else None
    duration_ms = round(held.total_seconds() * 1000) if held is not None else None
    return InterviewRow(**values, duration_ms=duration_ms, scoring=_scoring(job, row.status))


def _scoring(job: queue.Job | None, status: str) -> str:
    match job:
        case queue.Job(state="queued"):
            return "queued"
        case queue.Job(state="running"):
            return job.doing or "running"
        # Of a failure before there is any report: afterwards a later scoring may have made up for it.
        case queue.Job(state="failed") if status == "ended":
            return f"failed: {job.doing}" if job.doing else "failed"
        case _:
            return ""
