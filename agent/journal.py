"""The database's journal of one interview, off the event loop."""

import asyncio
import time
import uuid

from agent.log import logger
from interview.events import Event
from records.errors import DatabaseBusy, DatabaseUnreachable, DiskFull
from records.journal import Journal

BUSY_WAIT_S = 3.0
"""How long one try waits for another writer: short, so that the log soon says what the candidate waits for."""
PATIENCE_S = 300.0
"""How long an event is tried to be written: as long as the interview waits for a candidate whose connection broke."""
PAUSE_S = 0.5
LONGEST_PAUSE_S = 4.0
"""Between two tries: the first pause, doubled up to the longest."""


class CallLog:
    """`conductor.Log` on `records.journal.Journal`."""

    def __init__(self, journal: Journal, interview_id: str, patience_s: float = PATIENCE_S) -> None:
        """`patience_s` is how long an event is tried to be written."""
        self._journal, self._id, self._patience_s = journal, interview_id, patience_s

    async def append(self, event: Event) -> int:
        """Durable when it returns; the end also hands over to scoring, in the same transaction.

        A full disk or a busy database is tried again for a while: nothing that was said may be lost, and nothing is
        written twice. Raises RecordsError when the interview takes nothing more, or when the trouble lasts.
        """
        key, until, pause_s = uuid.uuid4().hex, time.monotonic() + self._patience_s, PAUSE_S
        while True:
            try:
                return await asyncio.to_thread(self._journal.append, self._id, event, key)
            except (DatabaseBusy, DatabaseUnreachable, DiskFull) as error:
                if time.monotonic() + pause_s > until:
                    raise
                logger.warning("an event could not be written yet: %s", error)
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    async def read(self, after: int) -> list[tuple[int, Event]]:
        """The events with a higher sequence number, in order."""
        return await asyncio.to_thread(self._journal.read, self._id, after)
