"""Callers of several calls at once who speak in turn: while one answers and waits, the others listen to their question.

A call in which the interviewer talks leaves the machine nearly idle, so two calls take little longer than one, and
each reply comes from a machine that has no other answer to follow.
"""

import asyncio
from contextlib import suppress
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
"""The longest that one caller's wait for a reply keeps the others silent."""


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
    spoke_s: list[float] = field(default_factory=list)
    """How long the answers were, in the order of `replies`."""
    _last_s: float = 0.0

    async def say(self, text: str, *, timed: bool = True) -> None:
        """As `Talker.say`; others may speak once the reply is heard, or at once where none is waited for."""
        await self.floor.acquire()
        try:
            await super().say(text, timed=timed)
        except BaseException:
            self.floor.release()
            raise
        if timed:
            self.hand_on_when_heard()
        else:
            self.floor.release()

    async def play(self, sound: NDArray[np.int16]) -> None:
        """As `Talker.play`."""
        self._last_s = round(len(sound) / RATE_HZ, 1)
        await super().play(sound)

    async def hear_out(self, quiet_s: float = 1.2, patience_s: float = 60.0) -> None:
        """As `Talker.hear_out`; says how long the reply took."""
        replied = len(self.replies)
        await super().hear_out(quiet_s, patience_s)
        for reply in self.replies[replied:]:
            self.spoke_s.append(self._last_s)
            over = " (talked over)" if reply.talked_over else ""
            out.print(f"[dim]  {self.name}, after {self._last_s} s of answer: {reply.latency_ms} ms{over}[/dim]")

    def hand_on_when_heard(self) -> None:
        """Lets the others speak with the interviewer's next sound."""
        listening = asyncio.create_task(self._reply_begins())
        listening.add_done_callback(lambda _: self.floor.release())
        self._tasks.append(listening)

    async def _reply_begins(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                while self.ear.first_loud_since is None:
                    await asyncio.sleep(HEARD_S)


@dataclass(kw_only=True)
class CallerInTurn(InTurn, Caller):
    """A candidate of Viva's who does; they also join in turn, for the greeting is timed."""

    async def __aenter__(self) -> Self:
        await self.floor.acquire()
        await super().__aenter__()
        self.hand_on_when_heard()
        return self
