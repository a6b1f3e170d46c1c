"""The interviewer's voice: lines one after another, each with its moments told. What may be said was decided before."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Container
from typing import Any

from livekit.agents import AgentSession
from livekit.agents.voice import SpeechHandle, io

from agent.heard import heard_words
from agent.line_sound import LineSound, Speak
from interview.events import Line
from voice.transcript import Word

YIELD_S = 20.0
"""A line waits at most so long for the candidate's turn to end: whoever goes on after a pause is heard out, but a line
about the time must come some day."""
LOOK_S = 0.02
"""How often the floor is looked at by a line that waits."""
RETRY_S = 0.2
"""Before a line that was cut off unheard is tried again."""

MOST_AHEAD = 4
"""Sounds kept of lines that may be said. Every pause in an answer brings another question that could follow; the draft
and those of the last pauses are what may still be asked, and six seconds of sound are 0.6 MB."""


class Mouth:
    """Speaks queued lines in order.

    `started` is awaited with the line and the wall-clock time of its first sound, `ended` with the line, whether it was
    cut off, and the words of it that were heard, with their wall-clock times.
    """

    def __init__(
        self,
        session: "AgentSession[None]",
        speak: Speak,
        started: Callable[[Line, float], Awaitable[None]],
        ended: Callable[[Line, bool, tuple[Word, ...]], Awaitable[None]],
        floor_taken: Callable[[], bool],
        lasting: Container[str] = (),
    ) -> None:
        """`floor_taken` says whether the candidate has the floor, short pauses included; `lasting` are the lines that
        other interviews say too, whose sound may lie ready as a whole."""
        self._session, self._speak, self._started, self._ended = session, speak, started, ended
        self._floor_taken, self._lasting = floor_taken, lasting
        self._queue: deque[Line] = deque()
        self._forgotten = 0
        """How often lines were dropped; tells a line on its way out that it was."""
        self._unheard: SpeechHandle | None = None
        """The line that the session has and that is still without sound."""
        self._wake = asyncio.Event()
        self._ready: dict[str, LineSound] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._line: Line | None = None
        """What is being said."""
        self._sound: LineSound | None = None
        self._handle: SpeechHandle | None = None
        self._begun = self._held_back = False
        """Whether it was heard already, and whether it has fallen silent since."""

    def say(self, line: Line) -> None:
        """Queues a line; its sound is made at once."""
        self.prepare(line.text)
        self._queue.append(line)
        self._idle.clear()
        self._wake.set()

    def prepare(self, text: str) -> None:
        """Makes the sound of a line that may be said; the oldest of more than `MOST_AHEAD` such is let go."""
        made = self._ready.pop(text) if text in self._ready else self._make(text)
        self._ready[text] = made  # the newest now, whenever it was made
        queued = {line.text for line in self._queue}
        ahead = [other for other in self._ready if other not in queued]
        for other in ahead[:-MOST_AHEAD]:
            self._ready.pop(other).cancel()

    def forget(self) -> None:
        """Drops the lines of which nothing was heard yet."""
        self._queue.clear()
        self._forgotten += 1
        if self._unheard is not None:
            self._unheard.interrupt(force=True)

    async def close(self) -> None:
        """Ends the making of sounds that nobody will hear."""
        making, self._ready = [*self._ready.values(), *([self._sound] if self._sound else [])], {}
        ending = [task for sound in making for task in sound.cancel()]
        await asyncio.gather(*ending, return_exceptions=True)

    @property
    def sounding(self) -> bool:
        """Whether a line is being heard, or is held back in its middle."""
        return self._line is not None and self._begun

    def hold_back(self) -> None:
        """Falls silent in the middle of a line that may be interrupted; `go_on` or `give_way` follows."""
        if self._line is None or not self._begun or self._held_back or not self._line.interruptible:
            return
        self._held_back = True
        if self._session.output.audio is not None:
            self._session.output.audio.pause()

    def go_on(self) -> None:
        """With the line that was held back."""
        if self._line is None or not self._held_back:
            return
        self._held_back = False
        if self._session.output.audio is not None:
            self._session.output.audio.resume()

    def give_way(self) -> None:
        """Ends the line that is being said; one that nobody has heard yet is said when the floor is free again."""
        handle, line = self._handle, self._line
        if handle is not None and line is not None and line.interruptible and not handle.interrupted:
            handle.interrupt()

    async def stop(self) -> None:
        """Ends what is being said and drops what is not yet; returns when that has been told."""
        self.forget()
        if self._handle is not None and not self._handle.interrupted:
            self._handle.interrupt(force=True)
        await self.silence()

    async def silence(self) -> None:
        """Returns when everything queued has been said."""
        await self._idle.wait()

    async def run(self) -> None:
        """Speaks until cancelled."""
        while True:
            if not self._queue:
                self._idle.set()
                self._wake.clear()
                await self._wake.wait()
            while self._queue:
                await self._wait_for_the_floor()
                if self._queue:
                    await self._say(self._queue.popleft())

    async def _wait_for_the_floor(self) -> None:
        until = time.monotonic() + YIELD_S
        while self._floor_taken() and time.monotonic() < until:
            await asyncio.sleep(LOOK_S)

    async def _say(self, line: Line) -> None:
        forgotten = self._forgotten
        self._sound = sound = self._ready.pop(line.text, None) or self._make(line.text)
        await sound.begun()
        if self._forgotten != forgotten:
            return
        output = self._session.output.audio
        assert output is not None
        playing: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        stretches: list[io.PlaybackProgressedEvent] = []

        def on_started(event: io.PlaybackStartedEvent) -> None:
            self._unheard = None
            if not playing.done():
                playing.set_result(event.created_at)
                self._begun = True

        def on_progressed(event: io.PlaybackProgressedEvent) -> None:
            stretches.append(event)

        output.on("playback_started", on_started)
        output.on("playback_progressed", on_progressed)
        try:
            handle = self._unheard = self._session.say(
                line.text, audio=sound.frames(), allow_interruptions=line.interruptible, add_to_chat_ctx=False
            )
            self._line, self._handle = line, handle
            done = asyncio.create_task(_finished(handle))
            waiting: list[asyncio.Future[Any]] = [playing, done]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if playing.done():
                await self._started(line, playing.result())
            await done
        finally:
            self._unheard = None
            output.off("playback_started", on_started)
            output.off("playback_progressed", on_progressed)
            held_back = self._held_back
            self._line = self._handle = None
            self._begun = self._held_back = False
            if held_back:
                output.resume()
        if not playing.done():  # cut off before its first sound: nobody heard it, so it is still to be said
            if self._forgotten == forgotten:
                self._ready[line.text] = sound
                self._queue.appendleft(line)
            await asyncio.sleep(RETRY_S)
            return
        cut_off = handle.interrupted and not sound.shown_only
        await self._ended(line, cut_off, heard_words(sound.words, stretches))

    def _make(self, text: str) -> LineSound:
        return LineSound(text, self._speak, whole=text in self._lasting)


async def _finished(handle: SpeechHandle) -> None:
    await handle.wait_for_playout()
