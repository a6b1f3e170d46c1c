"""The first tables: interviews, events, reports, recordings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "interviews",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code", sa.String(64), unique=True),
        sa.Column("spec_name", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("spec", sa.JSON),
        sa.Column("persona", sa.JSON),
        sa.Column("candidate", sa.String, nullable=False),
        sa.Column("brief", sa.Boolean, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("browser_hash", sa.String(64)),
        sa.Column("started_at", moment),
        sa.Column("ended_at", moment),
        sa.Column("end_reason", sa.String(16)),
        sa.Column("erased_at", moment),
    )
    op.create_table(
        "events",
        sa.Column("interview_id", sa.String(32), sa.ForeignKey("interviews.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("written_at", moment, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("interview_id", sa.String(32), sa.ForeignKey("interviews.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("form", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("created_at", moment, nullable=False),
    )
    op.create_table(
        "recordings",
        sa.Column("interview_id", sa.String(32), sa.ForeignKey("interviews.id"), primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("duration_ms", sa.BigInteger, nullable=False),
        sa.Column("peaks", sa.JSON, nullable=False),
        sa.Column("created_at", moment, nullable=False),
    )
