"""The tables, as SQLAlchemy Core sees them. The migrations make them."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa


class UtcTime(sa.types.TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database. SQLite, which knows no zones, stores it bare."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """To UTC; ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """From UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = sa.MetaData()

interviews = sa.Table(
    "interviews",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    # None in a tombstone, like everything below that a person could be known by.
    sa.Column("code", sa.String(64), unique=True),
    sa.Column("spec_name", sa.String, nullable=False),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("spec", sa.JSON(none_as_null=True)),
    sa.Column("persona", sa.JSON(none_as_null=True)),
    # Empty: nothing was agreed, or it was erased.
    sa.Column("arrangement", sa.JSON, nullable=False, server_default="{}"),
    sa.Column("candidate", sa.String, nullable=False),
    sa.Column("brief", sa.Boolean, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("browser_hash", sa.String(64)),
    sa.Column("started_at", UtcTime),
    sa.Column("ended_at", UtcTime),
    sa.Column("end_reason", sa.String(16)),
    sa.Column("erased_at", UtcTime),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("interview_id", sa.ForeignKey("interviews.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at_ms", sa.BigInteger, nullable=False),
    sa.Column("type", sa.String(32), nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("written_at", UtcTime, nullable=False),
    # The writer's own name for the event; None where nobody would write it again.
    sa.Column("key", sa.String(32)),
    sa.Index("events_by_key", "interview_id", "key", unique=True),
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("interview_id", sa.ForeignKey("interviews.id"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("form", sa.String(32), nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    # The number of the scoring that wrote it; None in reports that no job wrote.
    sa.Column("job", sa.Integer),
    sa.Index("reports_by_job", "interview_id", "job", unique=True),
)

recordings = sa.Table(
    "recordings",
    metadata,
    sa.Column("interview_id", sa.ForeignKey("interviews.id"), primary_key=True),
    sa.Column("key", sa.String, nullable=False),
    sa.Column("duration_ms", sa.BigInteger, nullable=False),
    sa.Column("peaks", sa.JSON, nullable=False),
    # None in recordings from before it was kept.
    sa.Column("gaps", sa.JSON(none_as_null=True)),
    sa.Column("created_at", UtcTime, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("interview_id", sa.ForeignKey("interviews.id"), primary_key=True),
    # sha256 of model, prompt and answer: the words themselves are in the journal alone.
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("reading", sa.JSON, nullable=False),
)
