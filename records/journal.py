"""The journal: everything that happened in an interview, in order, each event on disk before anything acts on it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from interview.events import EVENT, Began, Ended, Event
from records import queue
from records.database import read, write
from records.errors import InterviewErased, InterviewNotBegun, InterviewOver, InterviewUnknown, JournalUnreadable
from records.tables import events, interviews


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class Journal:
    """Appends and reads events. Safe for several threads and for several processes that write to one interview."""

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime] = utc_now) -> None:
        """`now` is the wall clock, in UTC."""
        self._engine = engine
        self._now = now

    def begin(self, began: Began) -> int:
        """Records consent as the first event, seq 1, and starts the clock. Consent given again changes nothing."""
        with write(self._engine) as connection:
            row = find_interview(connection, began.interview_id, lock=True)
            if row.started_at is None:
                self._insert(connection, began.interview_id, 1, began)
                _update(connection, began.interview_id, status="live", started_at=began.started_at)
        return 1

    def append(self, interview_id: str, event: Event, key: str | None = None) -> int:
        """Writes one event and returns its seq; it is on disk then. With Ended the interview is closed and its scoring
        queued: all or nothing.

        `key`, at most 32 characters, names the event among the interview's. A writer that cannot know whether a failed
        try was kept tries again with the same key: what was kept stays as it is, and its seq is returned.

        Raises InterviewNotBegun, InterviewOver, InterviewUnknown or, when the database fails, another RecordsError.
        """
        if isinstance(event, Began):
            raise ValueError("the first event is written by begin")
        with write(self._engine) as connection:
            row = find_interview(connection, interview_id, lock=True)
            if row.started_at is None:
                raise InterviewNotBegun("The interview has not begun; record the candidate's consent first.")
            if key is not None and (kept := _seq_of(connection, interview_id, key)) is not None:
                return kept
            if row.ended_at is not None:
                raise InterviewOver(
                    "The interview is over and takes nothing more; invite the candidate again to go on."
                )
            seq = _last_seq(connection, interview_id) + 1
            self._insert(connection, interview_id, seq, event, key)
            if isinstance(event, Ended):
                ended_at = row.started_at + timedelta(milliseconds=event.at_ms)
                _update(connection, interview_id, status="ended", ended_at=ended_at, end_reason=event.reason)
                queue.enqueue_score(connection, interview_id)
        return seq

    def kept(self, interview_id: str, key: str) -> bool:
        """Whether an event was written under this key."""
        with read(self._engine) as connection:
            return _seq_of(connection, interview_id, key) is not None

    def read(self, interview_id: str, after: int = 0) -> list[tuple[int, Event]]:
        """The events with a seq above `after`, in order; none for an interview that has not begun or is not there."""
        query = (
            sa.select(events.c.seq, events.c.body)
            .where(events.c.interview_id == interview_id, events.c.seq > after)
            .order_by(events.c.seq)
        )
        with read(self._engine) as connection:
            rows = connection.execute(query).all()
        return [(row.seq, _event(interview_id, row.seq, row.body)) for row in rows]

    def last_seq(self, interview_id: str) -> int:
        """The seq of the newest event; 0 before the first."""
        with read(self._engine) as connection:
            return _last_seq(connection, interview_id)

    def clock(self, interview_id: str) -> Callable[[], int]:
        """A function that gives the present `at_ms`: what the web and the agent stamp their events with.

        Raises InterviewNotBegun before consent, InterviewUnknown for an interview that is not there.
        """
        with read(self._engine) as connection:
            started_at: datetime | None = find_interview(connection, interview_id).started_at
        if started_at is None:
            raise InterviewNotBegun("The interview has not begun; record the candidate's consent first.")
        start = started_at

        def at_ms() -> int:
            # A wall clock set back must not give a time before the beginning.
            return max(0, round((self._now() - start).total_seconds() * 1000))

        return at_ms

    def _insert(
        self, connection: sa.Connection, interview_id: str, seq: int, event: Event, key: str | None = None
    ) -> None:
        connection.execute(
            events.insert().values(
                interview_id=interview_id,
                seq=seq,
                at_ms=event.at_ms,
                type=event.type,
                body=event.model_dump(mode="json"),
                written_at=self._now(),
                key=key,
            )
        )


def find_interview(connection: sa.Connection, interview_id: str, lock: bool = False) -> Any:
    """The interview's status, started_at and ended_at, its row locked for the transaction on demand.

    Raises InterviewUnknown, InterviewErased.
    """
    columns = (interviews.c.status, interviews.c.started_at, interviews.c.ended_at)
    query = sa.select(*columns).where(interviews.c.id == interview_id)
    # The row's lock makes the next seq ours on Postgres; on SQLite the writing transaction itself does.
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise InterviewUnknown("There is no such interview; look its id up with `viva interviews`.")
    if row.status == "erased":
        raise InterviewErased("This interview was erased; nothing of it is kept.")
    return row


def _last_seq(connection: sa.Connection, interview_id: str) -> int:
    newest = sa.select(sa.func.max(events.c.seq)).where(events.c.interview_id == interview_id)
    return connection.execute(newest).scalar_one() or 0


def _seq_of(connection: sa.Connection, interview_id: str, key: str) -> int | None:
    query = sa.select(events.c.seq).where(events.c.interview_id == interview_id, events.c.key == key)
    return connection.execute(query).scalar_one_or_none()


def _update(connection: sa.Connection, interview_id: str, **values: object) -> None:
    connection.execute(interviews.update().where(interviews.c.id == interview_id).values(**values))


def _event(interview_id: str, seq: int, body: object) -> Event:
    try:
        return EVENT.validate_python(body)
    except ValidationError:
        # The validation error quotes the body, which is what a candidate said.
        raise JournalUnreadable(
            f"Event {seq} of interview {interview_id} cannot be read; read it with the version of Viva that wrote it."
        ) from None
