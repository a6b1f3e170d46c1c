"""Scoring stands by while somebody is interviewed: it shares processor and memory with the interviewer."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import sqlalchemy as sa

from records.journal import utc_now
from records.live import call_is_live
from scoring.errors import ScoringStopped

WAITING = "waiting for a call to end"
LONGEST_WAIT = timedelta(hours=2)
"""From when the scoring was asked for; after that it goes on beside calls, or a busy day would hold it up for ever."""
LOOK_S = 5.0
"""How often the journal is asked while it waits."""


class Checkpoint(Protocol):
    """Called before every step of a scoring."""

    def __call__(self, doing: str) -> None:
        """Tells what comes next and returns when it may."""


def go_on(doing: str) -> None:
    """The checkpoint of a scoring that nobody watches and that waits for nobody."""


class Standby:
    """The checkpoint of one queued scoring. What it waits for is in the journal, so a restart changes nothing."""

    def __init__(
        self,
        engine: sa.Engine,
        asked_at: datetime,
        tell: Callable[[str], None],
        stop: threading.Event,
        look_s: float = LOOK_S,
        now: Callable[[], datetime] = utc_now,
        rest: Callable[[], None] = lambda: None,
    ) -> None:
        """`now` is the wall clock, in UTC; `rest` gives back memory that the call needs, once as the wait begins."""
        self._engine, self._tell, self._stop, self._look_s, self._now = engine, tell, stop, look_s, now
        self._rest = rest
        self._until = asked_at + LONGEST_WAIT

    def __call__(self, doing: str) -> None:
        """See Checkpoint. Raises ScoringStopped when the service stops meanwhile."""
        waits = False
        while (now := self._now()) < self._until and call_is_live(self._engine, now):
            self._tell(WAITING)
            if not waits:
                self._rest()
            waits = True
            if self._stop.wait(self._look_s):
                raise ScoringStopped("The scorer stops; the scoring begins again at its next start.")
        self._tell(doing)
