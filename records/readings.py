"""Readings: what a language model answered while an interview was scored, each kept as it comes."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from records.database import read, write
from records.journal import find_interview, utc_now
from records.tables import readings


class Readings:
    """Keeps and finds readings. They go when their interview is erased."""

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime] = utc_now) -> None:
        """`now` is the wall clock, in UTC."""
        self._engine = engine
        self._now = now

    def get(self, interview_id: str, key: str) -> dict[str, float] | None:
        """The reading kept under this key; None when there is none."""
        query = sa.select(readings.c.chances).where(readings.c.interview_id == interview_id, readings.c.key == key)
        with read(self._engine) as connection:
            kept: dict[str, float] | None = connection.execute(query).scalar_one_or_none()
        return kept

    def put(self, interview_id: str, key: str, chances: dict[str, float]) -> None:
        """Keeps a reading; it is on disk then. What was kept under the key before stays as it is.

        `key`: the sha256, in hex, of all that the model was shown. Raises InterviewUnknown, for an erased one too.
        """
        row = {"interview_id": interview_id, "key": key, "chances": chances, "created_at": self._now()}
        mine = sa.select(readings.c.key).where(readings.c.interview_id == interview_id, readings.c.key == key)
        with write(self._engine) as connection:
            # The lock makes a scoring beside this one, or an erasure, wait its turn.
            find_interview(connection, interview_id, lock=True)
            if connection.execute(mine).one_or_none() is None:
                connection.execute(readings.insert().values(row))

    def all(self, interview_id: str) -> dict[str, dict[str, float]]:
        """Every reading of an interview by its key."""
        query = sa.select(readings.c.key, readings.c.chances).where(readings.c.interview_id == interview_id)
        with read(self._engine) as connection:
            return {row.key: row.chances for row in connection.execute(query.order_by(readings.c.key))}
