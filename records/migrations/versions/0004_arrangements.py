"""What is agreed for one interview beside its spec: role, facts, notes, more time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Interviews from before had nothing agreed."""
    op.add_column("interviews", sa.Column("arrangement", sa.JSON, nullable=False, server_default="{}"))
