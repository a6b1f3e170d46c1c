"""One at a time, and whoever is waited for goes first."""

import heapq
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """A lock that lets the urgent pass first, and equals in the order in which they came."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[tuple[bool, int]] = []
        """(not urgent, place in the order of coming), as a heap."""
        self._came = 0
        self._busy = False

    @contextmanager
    def passed(self, *, urgent: bool) -> Iterator[None]:
        """Waits for its turn, and keeps others out during the block."""
        with self._changed:
            me = (not urgent, self._came)
            self._came += 1
            heapq.heappush(self._waiting, me)
            self._changed.wait_for(lambda: not self._busy and self._waiting[0] == me)
            heapq.heappop(self._waiting)
            self._busy = True
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
