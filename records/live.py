"""Whether somebody is being interviewed now: what heavy work that can wait asks first."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from records.database import read
from records.tables import events, interviews

SILENT = timedelta(minutes=10)
"""An interview that has begun and not ended, but wrote nothing for so long, is stuck or deserted: nobody waits for a
reply there. The pages end one that nobody came back to after as long."""


def call_is_live(engine: sa.Engine, now: datetime) -> bool:
    """Whether any interview of this installation has begun, has not ended, and wrote an event lately."""
    query = (
        sa.select(events.c.seq)
        .join(interviews, interviews.c.id == events.c.interview_id)
        .where(interviews.c.status == "live", events.c.written_at > now - SILENT)
        .limit(1)
    )
    with read(engine) as connection:
        return connection.execute(query).first() is not None
