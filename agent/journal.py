"""The database's journal of one interview, off the event loop."""

import asyncio

from agent.log import logger
from interview.events import Event
from records.errors import DatabaseBusy, DatabaseUnreachable, DiskFull
from records.journal import Journal

RETRY_S = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Pauses between tries to write an event."""


class CallLog:
    """`conductor.Log` on `records.journal.Journal`."""

    def __init__(self, journal: Journal, interview_id: str) -> None:
        self._journal, self._id = journal, interview_id

    async def append(self, event: Event) -> int:
        """Durable when it returns; the end also hands over to scoring, in the same transaction.

        A full disk or a busy database is tried again for a while: nothing that was said may be lost. Raises
        RecordsError when the interview takes nothing more, or when the trouble lasts.
        """
        for pause_s in RETRY_S:
            try:
                return await asyncio.to_thread(self._journal.append, self._id, event)
            except (DatabaseBusy, DatabaseUnreachable, DiskFull) as error:
                logger.warning("an event could not be written yet: %s", error)
                await asyncio.sleep(pause_s)
        return await asyncio.to_thread(self._journal.append, self._id, event)

    async def read(self, after: int) -> list[tuple[int, Event]]:
        """The events with a higher sequence number, in order."""
        return await asyncio.to_thread(self._journal.read, self._id, after)
