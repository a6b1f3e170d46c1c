"""Which scoring wrote a report, so that one that is killed between saving and being ticked off writes no second."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Of earlier reports nobody knows it."""
    op.add_column("reports", sa.Column("job", sa.Integer))
    op.create_index("reports_by_job", "reports", ["interview_id", "job"], unique=True)
