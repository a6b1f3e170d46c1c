"""Slowing down whoever tries too often."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

_MOST_KEYS = 10_000


class Throttle:
    """Counts tries by key (an address, an interview) over a sliding stretch of time; each process counts its own."""

    def __init__(self, allowed: int, per_s: float, clock: Callable[[], float] = monotonic) -> None:
        self._allowed, self._per_s, self._clock = allowed, per_s, clock
        self._tries: OrderedDict[str, list[float]] = OrderedDict()

    def wait_s(self, key: str) -> int:
        """Whole seconds until this key may try again; 0 when it may now."""
        tries = self._recent(key)
        if len(tries) < self._allowed:
            return 0
        return max(1, round(tries[-self._allowed] + self._per_s - self._clock()))

    def count(self, key: str) -> None:
        """Note a try."""
        tries = self._recent(key)
        tries.append(self._clock())
        self._tries[key] = tries[-self._allowed :]
        self._tries.move_to_end(key)
        if len(self._tries) > _MOST_KEYS:
            self._tries.popitem(last=False)

    def forget(self, key: str) -> None:
        """Start this key anew."""
        self._tries.pop(key, None)

    def _recent(self, key: str) -> list[float]:
        start = self._clock() - self._per_s
        return [at for at in self._tries.get(key, []) if at > start]
