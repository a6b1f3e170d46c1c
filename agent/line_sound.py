"""The sound of one line, sentence by sentence: the first is heard while the others are made."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

import numpy as np
from livekit import rtc

from agent.log import logger
from voice.sound import FRAME, RATE_HZ, SENTENCE_GAP_S
from voice.speech import Speech
from voice.transcript import Word

Speak = Callable[[str], Awaitable[Speech]]
"""Text to 48-kHz sound."""

_BETWEEN = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


class LineSound:
    """Begins to be made when it is created."""

    def __init__(self, text: str, speak: Speak, *, whole: bool) -> None:
        """`whole`: in one piece, as its sound may be there already."""
        self._speak = speak
        sentences = [text] if whole else _BETWEEN.split(text, maxsplit=1)
        self._beginning, rest = sentences[0], sentences[1:]
        self._first = asyncio.ensure_future(speak(self._beginning))
        self._rest = asyncio.create_task(self._make_after(*rest)) if rest else None
        self.shown_only = False
        """Whether a part of it had no voice: the candidate can read it all the same."""

    async def begun(self) -> None:
        """Returns when the first sentence can be heard. One that failed ahead is tried once more."""
        try:
            await asyncio.shield(self._first)
        except Exception:
            self._first = asyncio.create_task(self._make(self._beginning))
            await asyncio.shield(self._first)

    async def frames(self) -> AsyncIterator[rtc.AudioFrame]:
        """All of it, in pieces of 20 ms.

        Between them everything else of the call has its turn: of what it is handed at once LiveKit would measure the
        pace before it plays the first piece, 15 ms for each second of a line and more on a busy machine.
        """
        for task in (self._first, self._rest):
            sound = np.zeros(0, np.int16) if task is None else (await asyncio.shield(task)).pcm
            for start in range(0, len(sound), FRAME):
                piece = sound[start : start + FRAME]
                yield rtc.AudioFrame(piece.tobytes(), RATE_HZ, 1, len(piece))
                await asyncio.sleep(0)

    @property
    def words(self) -> tuple[Word, ...]:
        """Those of what is made, with their times in it. To be asked when it has begun."""
        first = self._first.result()
        if self._rest is None or not self._rest.done() or self._rest.cancelled():
            return first.words
        return first.words + tuple(word.later(first.seconds) for word in self._rest.result().words)

    def cancel(self) -> Sequence["asyncio.Future[Speech]"]:
        """Stops the making; the tasks that end."""
        tasks = [task for task in (self._first, self._rest) if task is not None]
        for task in tasks:
            task.cancel()
        return tasks

    async def _make(self, sentence: str) -> Speech:
        try:
            return await self._speak(sentence)
        except Exception:
            # Whatever broke the voice, the line still stands in the captions and the interview goes on.
            logger.exception("a line could not be synthesized; it is shown in the captions only")
            self.shown_only = True
            return Speech(np.zeros(RATE_HZ, np.int16), RATE_HZ)

    async def _make_after(self, sentences: str) -> Speech:
        await asyncio.wait([self._first])  # one at a time, or both would be late
        gap = np.zeros(round(SENTENCE_GAP_S * RATE_HZ), np.int16)
        made = await self._make(sentences)
        words = tuple(word.later(SENTENCE_GAP_S) for word in made.words)
        return Speech(np.concatenate([gap, made.pcm]), RATE_HZ, words)
