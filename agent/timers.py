"""The engine's timers on the event loop. Those that count silence stand still while the candidate speaks, and a clock
that runs out then waits for the silence: nobody is cut off."""

import asyncio
from collections.abc import Awaitable, Callable

from interview.budget import CLOCKS, QUIET_MS
from interview.events import SILENCE_TIMERS, Timer


class Timers:
    """Starts, stops and fires timers by name."""

    def __init__(self, fire: Callable[[Timer], Awaitable[None]]) -> None:
        self._fire = fire
        self._running: dict[Timer, asyncio.Task[None]] = {}
        self._silence_ms: dict[Timer, int] = {}
        self._speaking = False

    def set(self, timer: Timer, after_ms: int) -> None:
        """Starts a timer, in place of one of the same name."""
        self.stop(timer)
        if timer in SILENCE_TIMERS:
            self._silence_ms[timer] = after_ms
            if self._speaking:
                return
        self._running[timer] = asyncio.create_task(self._run(timer, after_ms))

    def stop(self, timer: Timer) -> None:
        """Forgets a timer."""
        self._silence_ms.pop(timer, None)
        if task := self._running.pop(timer, None):
            task.cancel()

    def speech(self, speaking: bool) -> None:
        """The candidate starts or stops speaking: silence starts anew after it."""
        self._speaking = speaking
        for timer, after_ms in list(self._silence_ms.items()):
            if task := self._running.pop(timer, None):
                task.cancel()
            if not speaking:
                self._running[timer] = asyncio.create_task(self._run(timer, after_ms))

    def stop_all(self) -> None:
        """Forgets every timer."""
        for timer in list(self._running):
            self.stop(timer)
        self._silence_ms.clear()

    async def _run(self, timer: Timer, after_ms: int) -> None:
        await asyncio.sleep(after_ms / 1000)
        self._running.pop(timer, None)
        if self._speaking and timer in CLOCKS:
            # What was just said is not in text yet when the voice falls silent, hence a little later.
            self._silence_ms[timer] = QUIET_MS
            return
        self._silence_ms.pop(timer, None)
        await self._fire(timer)
