"""Holds one interview: every happening is journalled, folded, decided upon and carried out, in that order."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from interview.commands import Command
from interview.engine import decide
from interview.events import Began, Event
from interview.folding import apply
from interview.state import State


class Log(Protocol):
    """Where events are kept; `records.journal.Journal` bound to one interview, or a list in a rehearsal."""

    async def append(self, event: Event) -> int:
        """Keeps the event and returns its sequence number; durable when it returns."""
        ...

    async def read(self, after: int) -> list[tuple[int, Event]]:
        """The events with a higher sequence number, in order."""
        ...


class Conductor:
    """The fold at work. One happening at a time; commands are carried out in the order they were decided."""

    def __init__(self, log: Log, carry_out: Callable[[Command], Awaitable[None]]) -> None:
        self._log = log
        self._carry_out = carry_out
        self._turnstile = asyncio.Lock()
        self._seen = 0
        self.state = State()
        self.began: Began | None = None

    async def load(self) -> None:
        """Folds what is in the journal already, without acting on it: for an interviewer that takes over."""
        async with self._turnstile:
            for seq, event in await self._log.read(self._seen):
                self._fold(seq, event)

    async def happen(self, event: Event) -> None:
        """Something happened: keep it, then act on it."""
        async with self._turnstile:
            seq = await self._log.append(event)
            if seq == self._seen + 1:
                await self._take(seq, event)
            else:  # somebody else appended before: theirs comes first
                await self._catch_up()

    async def look(self) -> None:
        """Acts on what others appended since: the page's events."""
        async with self._turnstile:
            await self._catch_up()

    async def _catch_up(self) -> None:
        for seq, event in await self._log.read(self._seen):
            await self._take(seq, event)

    async def _take(self, seq: int, event: Event) -> None:
        self._fold(seq, event)
        if self.began is not None:
            for command in decide(self.began.spec, self.began.persona, self.state, event):
                await self._carry_out(command)

    def _fold(self, seq: int, event: Event) -> None:
        if isinstance(event, Began):
            self.began = event
        self.state = apply(self.state, event)
        self._seen = seq
