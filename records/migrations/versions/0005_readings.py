"""What a language model was asked once while scoring is not asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Interviews scored before are read anew when they are scored again."""
    op.create_table(
        "readings",
        sa.Column("interview_id", sa.String(32), sa.ForeignKey("interviews.id"), primary_key=True),
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("reading", sa.JSON, nullable=False),
    )
