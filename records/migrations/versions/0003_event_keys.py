"""Events get a key of their writer's, so that one written twice by mistake is kept once."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("events", sa.Column("key", sa.String(32)))
    op.create_index("events_by_key", "events", ["interview_id", "key"], unique=True)
