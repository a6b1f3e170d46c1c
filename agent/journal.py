"""The database's journal of one interview, off the event loop."""

import asyncio

from interview.events import Ended, Event
from records.journal import Journal


class CallLog:
    """`conductor.Log` on `records.journal.Journal`."""

    def __init__(self, journal: Journal, interview_id: str) -> None:
        self._journal, self._id = journal, interview_id

    async def append(self, event: Event) -> int:
        """Durable when it returns; the end also hands over to scoring, in the same transaction."""
        if isinstance(event, Ended):
            return await asyncio.to_thread(self._journal.append_end, self._id, event)
        return await asyncio.to_thread(self._journal.append, self._id, event)

    async def read(self, after: int) -> list[tuple[int, Event]]:
        """The events with a higher sequence number, in order."""
        return await asyncio.to_thread(self._journal.read, self._id, after)
