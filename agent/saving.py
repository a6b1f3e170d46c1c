"""Notices that what was said is not kept yet, so that the candidate can be told without the journal."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LATE_S = 5.0
"""A write takes milliseconds, a pause of this length reads as a broken call: then a word about it is due."""


class Saving:
    """Counts the events that have waited too long to be kept."""

    def __init__(self, changed: Callable[[], object], late_s: float = LATE_S) -> None:
        """`changed` is called whenever `late` has changed."""
        self._changed, self._late_s = changed, late_s
        self._late = 0

    @property
    def late(self) -> bool:
        """Whether something has waited for longer than `late_s`."""
        return self._late > 0

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Around the keeping of one event, the time it waits for its turn included; on the event loop."""
        counted = False

        def count() -> None:
            nonlocal counted
            counted = True
            self._add(1)

        timer = asyncio.get_running_loop().call_later(self._late_s, count)
        try:
            yield
        finally:
            timer.cancel()
            if counted:
                self._add(-1)

    def _add(self, events: int) -> None:
        before, self._late = self.late, self._late + events
        if self.late != before:
            self._changed()
