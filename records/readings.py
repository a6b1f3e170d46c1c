"""What a language model's replies to the scorer were, kept so that scoring again gives the same."""

import sqlalchemy as sa

from records.database import read, write
from records.journal import find_interview
from records.tables import readings


class Readings:
    """One interview's readings: key, a sha256 of all that was asked → word → its probability."""

    def __init__(self, engine: sa.Engine, interview_id: str) -> None:
        self._engine, self._interview_id = engine, interview_id

    def recall(self, key: str) -> dict[str, float] | None:
        """The reading kept under a key; None when there is none."""
        query = sa.select(readings.c.reading).where(
            readings.c.interview_id == self._interview_id, readings.c.key == key
        )
        with read(self._engine) as connection:
            found: dict[str, float] | None = connection.execute(query).scalar_one_or_none()
        return found

    def all(self) -> dict[str, dict[str, float]]:
        """Every reading by its key."""
        query = sa.select(readings.c.key, readings.c.reading).where(readings.c.interview_id == self._interview_id)
        with read(self._engine) as connection:
            return {row.key: row.reading for row in connection.execute(query.order_by(readings.c.key))}

    def keep(self, key: str, reading: dict[str, float]) -> None:
        """Keeps a reading; the first one under a key stays. Raises InterviewUnknown, for an erased interview too."""
        with write(self._engine) as connection:
            find_interview(connection, self._interview_id, lock=True)
            known = sa.select(readings.c.key).where(
                readings.c.interview_id == self._interview_id, readings.c.key == key
            )
            if connection.execute(known).one_or_none() is None:
                row = {"interview_id": self._interview_id, "key": key, "reading": reading}
                connection.execute(readings.insert().values(**row))
