"""What a language model answered while an interview was scored, so that nothing is asked twice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Interviews scored before have no readings; scoring one again asks the model anew."""
    op.create_table(
        "readings",
        sa.Column("interview_id", sa.String(32), sa.ForeignKey("interviews.id"), primary_key=True),
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("chances", sa.JSON, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
