"""Callers of several calls at once who speak in turn: while one answers and waits, the others listen to their question.

A call in which the interviewer talks leaves the machine nearly idle, so two calls take little longer than one, and
each reply comes from a machine that has no other answer to follow.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from viva.caller import Caller
from viva.talker import CandidateVoice, Talker
from viva.terminal import out
from voice.sound import RATE_HZ

HEARD_S = 0.05
"""Between two looks whether the interviewer is heard."""
PATIENCE_S = 40.0
"""How long a caller of the stock pipeline waits for a reply; no caller's wait keeps the others silent for longer."""


class Repeating(CandidateVoice):
    """Speaks each answer once, then from memory: synthesis would load the cores that are measured."""

    def __init__(self, voice_dir: Path) -> None:
        super().__init__(voice_dir)
        self._spoken: dict[str, NDArray[np.int16]] = {}

    def speak(self, text: str) -> NDArray[np.int16]:
        """As a candidate's voice does."""
        if text not in self._spoken:
            self._spoken[text] = super().speak(text)
        return self._spoken[text]


@dataclass(kw_only=True)
class InTurn(Talker):
    """Speaks while no other caller speaks or waits for a reply."""

    floor: asyncio.Lock
    """All callers'."""
    name: str = ""
    heard_out_s: float | None = None
    """Others may speak when the interviewer has been quiet for so long after its reply; None: when it begins."""
    answers: list[tuple[str, float]] = field(default_factory=list)
    """What was said and for how many seconds, in the order of `replies`."""
    _last_s: float = 0.0

    async def enter(self, url: str, token: str) -> None:
        """As `Talker.join`, but in turn, for the greeting is timed."""
        async with self._turn():
            self._joining = time.monotonic()
            await self.join(url, token)

    async def say(self, text: str, *, timed: bool = True) -> None:
        """As `Talker.say`; others may speak once the reply is heard, or at once where none is waited for."""
        async with self._turn(replied=timed):
            await super().say(text, timed=timed)

    async def play(self, sound: NDArray[np.int16]) -> None:
        """As `Talker.play`."""
        self._last_s = round(len(sound) / RATE_HZ, 1)
        await super().play(sound)

    async def hear_out(self, quiet_s: float = 1.2, patience_s: float = 60.0) -> None:
        """As `Talker.hear_out`; says how long the reply took."""
        replied = len(self.replies)
        await super().hear_out(quiet_s, patience_s)
        for reply in self.replies[replied:]:
            self.answers.append((self.said[-1], self._last_s))
            over = " (talked over)" if reply.talked_over else ""
            out.print(f"[dim]  {self.name}, after {self._last_s} s of answer: {reply.latency_ms} ms{over}[/dim]")

    @asynccontextmanager
    async def _turn(self, *, replied: bool = True) -> AsyncIterator[None]:
        """Keeps the others silent for the block and, where it is replied to, until that is heard."""
        await self.floor.acquire()
        try:
            yield
        except BaseException:
            self.floor.release()
            raise
        if not replied:
            self.floor.release()
            return
        listening = asyncio.create_task(self._heard())
        listening.add_done_callback(lambda _: self.floor.release())
        self._tasks.append(listening)

    async def _heard(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                while self.ear.first_loud_since is None or not self._heard_out:
                    await asyncio.sleep(HEARD_S)

    @property
    def _heard_out(self) -> bool:
        return self.heard_out_s is None or time.monotonic() - self.ear.last_loud >= self.heard_out_s


@dataclass(kw_only=True)
class CallerInTurn(InTurn, Caller):
    """A candidate of Viva's who does; they also join in turn, for the greeting is timed."""

    async def __aenter__(self) -> Self:
        async with self._turn():
            try:
                await super().__aenter__()
            except BaseException:
                await self.__aexit__(None, None, None)
                raise
        return self
