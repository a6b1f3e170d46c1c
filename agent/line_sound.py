"""The sound of one line, sentence by sentence: the first is heard while the others are made."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable

import numpy as np
from livekit import rtc
from numpy.typing import NDArray

from agent.log import logger
from voice.sound import FRAME, RATE_HZ, SENTENCE_GAP_S

Speak = Callable[[str, bool], Awaitable[NDArray[np.int16]]]
"""Text to 48-kHz mono sound; True keeps it for other calls."""

_BETWEEN = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


class LineSound:
    """Begins to be made when it is created."""

    def __init__(self, text: str, speak: Speak, *, keep: bool) -> None:
        """`keep`: as `Speak` takes it. A line that is kept is kept whole."""
        self._text, self._speak, self._keep = text, speak, keep
        sentences = [text] if keep else _BETWEEN.split(text, maxsplit=1)
        self._first = asyncio.create_task(self._make(sentences[0]))
        self._rest = asyncio.create_task(self._make_after(*sentences[1:])) if sentences[1:] else None
        self._first_share = len(sentences[0]) / max(1, len(text))

    async def begun(self) -> None:
        """Returns when the first sentence can be heard."""
        await asyncio.shield(self._first)

    async def frames(self) -> AsyncIterator[rtc.AudioFrame]:
        """All of it, in pieces of 20 ms."""
        for task in (self._first, self._rest):
            sound = np.zeros(0, np.int16) if task is None else await asyncio.shield(task)
            for start in range(0, len(sound), FRAME):
                piece = sound[start : start + FRAME]
                yield rtc.AudioFrame(piece.tobytes(), RATE_HZ, 1, len(piece))

    @property
    def seconds(self) -> float:
        """How long it is, by its letters where not all of it is made. To be asked when it has begun."""
        first = len(self._first.result())
        if self._rest is None:
            return first / RATE_HZ
        rest = len(self._rest.result()) if self._rest.done() and not self._rest.cancelled() else None
        return (first / self._first_share if rest is None else first + rest) / RATE_HZ

    def cancel(self) -> list["asyncio.Task[NDArray[np.int16]]"]:
        """Stops the making; the tasks that end."""
        tasks = [task for task in (self._first, self._rest) if task is not None]
        for task in tasks:
            task.cancel()
        return tasks

    async def _make(self, sentence: str) -> NDArray[np.int16]:
        try:
            return await self._speak(sentence, self._keep)
        except Exception:
            # Whatever broke the voice, the line still stands in the captions and the interview goes on.
            logger.exception("a line could not be synthesized; it is shown in the captions only")
            return np.zeros(RATE_HZ, np.int16)

    async def _make_after(self, sentences: str) -> NDArray[np.int16]:
        await self._first  # one at a time, or both would be late
        gap = np.zeros(round(SENTENCE_GAP_S * RATE_HZ), np.int16)
        return np.concatenate([gap, await self._make(sentences)])
