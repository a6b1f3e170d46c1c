"""Reports: what the scoring job found, every version of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from pydantic import AwareDatetime, BaseModel, ConfigDict

from records import queue
from records.database import plain_errors, read, write
from records.errors import InterviewNotOver, NoReport
from records.journal import find_interview, utc_now
from records.tables import interviews, reports


class StoredReport(BaseModel):
    """One version of a report."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    interview_id: str
    version: int
    """1 for the first."""
    form: str
    """The kind of report, as the spec names it."""
    body: dict[str, Any]
    """The report itself, with `version` put in."""
    created_at: AwareDatetime


class Reports:
    """Saves and finds reports. A new one never replaces an older one."""

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime] = utc_now) -> None:
        """`now` is the wall clock, in UTC."""
        self._engine = engine
        self._now = now

    def save(self, interview_id: str, form: str, body: dict[str, Any], job: int | None = None) -> int:
        """Keeps a report as the next version, which it returns; an ended interview is scored from then on.

        With the number of the job that scored: a job that was cut off and runs again finds its report kept, and that
        one stands. Raises InterviewUnknown, for an erased interview too.
        """
        with write(self._engine) as connection:
            row = find_interview(connection, interview_id, lock=True)
            if job is not None and (kept := _version_of(connection, interview_id, job)) is not None:
                return kept
            newest = sa.select(sa.func.max(reports.c.version)).where(reports.c.interview_id == interview_id)
            version: int = (connection.execute(newest).scalar_one() or 0) + 1
            connection.execute(
                reports.insert().values(
                    interview_id=interview_id,
                    version=version,
                    form=form,
                    body=body | {"version": version},
                    created_at=self._now(),
                    job=job,
                )
            )
            if row.status == "ended":
                connection.execute(interviews.update().where(interviews.c.id == interview_id).values(status="scored"))
        return version

    def latest(self, interview_id: str) -> StoredReport:
        """The newest version. Raises NoReport."""
        versions = self._find(interview_id, limit=1)
        if not versions:
            raise NoReport("There is no report yet; it is written after the interview, or now by `viva score ID`.")
        return versions[0]

    def versions(self, interview_id: str) -> list[StoredReport]:
        """All versions, newest first."""
        return self._find(interview_id)

    def of_job(self, interview_id: str, job: int | None) -> int | None:
        """The version that a job has written, by the job's number; None when it has written none."""
        with read(self._engine) as connection:
            return _version_of(connection, interview_id, job) if job is not None else None

    def order(self, interview_id: str) -> str:
        """Queues the scoring of an ended interview once more, unless a job for it waits or runs; returns the job's id.

        Raises InterviewNotOver, InterviewUnknown.
        """
        last = self.job(interview_id)
        busy = last is not None and last.state in ("queued", "running")
        attempt = 1 if last is None else last.number if busy else last.number + 1
        with write(self._engine) as connection:
            if find_interview(connection, interview_id, lock=True).ended_at is None:
                raise InterviewNotOver("The interview has not ended; when it has, it is scored by itself.")
            return queue.enqueue_score(connection, interview_id, attempt)

    def job(self, interview_id: str) -> queue.Job | None:
        """The newest scoring; None when it was never asked for."""
        with plain_errors():
            return queue.newest_job(self._engine, interview_id)

    def _find(self, interview_id: str, limit: int | None = None) -> list[StoredReport]:
        query = (
            sa.select(reports)
            .where(reports.c.interview_id == interview_id)
            .order_by(reports.c.version.desc())
            .limit(limit)
        )
        with read(self._engine) as connection:
            return [StoredReport.model_validate(dict(row._mapping)) for row in connection.execute(query)]


def _version_of(connection: sa.Connection, interview_id: str, job: int) -> int | None:
    query = sa.select(reports.c.version).where(reports.c.interview_id == interview_id, reports.c.job == job)
    version: int | None = connection.execute(query).scalar_one_or_none()
    return version
