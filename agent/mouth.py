"""The interviewer's voice: lines one after another, each with its moments told. What may be said was decided before."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import numpy as np
from livekit import rtc
from livekit.agents import AgentSession
from livekit.agents.voice import SpeechHandle, io
from numpy.typing import NDArray

from agent.log import logger
from interview.events import Line
from voice.sound import FRAME, RATE_HZ

YIELD_S = 20.0
"""A line waits at most so long for the candidate's turn to end: whoever goes on after a pause is heard out, but a line
about the time must come some day."""
LOOK_S = 0.02
"""How often the floor is looked at by a line that waits."""
RETRY_S = 0.2
"""Before a line that was cut off unheard is tried again."""

Speak = Callable[[str, bool], Awaitable[NDArray[np.int16]]]
"""Text to 48-kHz mono sound; True keeps it for other calls."""


class Mouth:
    """Speaks queued lines in order.

    `started` is awaited with the line and the wall-clock time of its first sound, `ended` with the line, whether it was
    cut off, and what was heard of it then.
    """

    def __init__(
        self,
        session: "AgentSession[None]",
        speak: Speak,
        started: Callable[[Line, float], Awaitable[None]],
        ended: Callable[[Line, bool, str], Awaitable[None]],
        floor_taken: Callable[[], bool],
    ) -> None:
        """`floor_taken` says whether the candidate has the floor, short pauses included."""
        self._session, self._speak, self._started, self._ended = session, speak, started, ended
        self._floor_taken = floor_taken
        self._queue: deque[Line] = deque()
        self._forgotten = 0
        """How often lines were dropped; tells a line on its way out that it was."""
        self._unheard: SpeechHandle | None = None
        """The line that the session has and that is still without sound."""
        self._wake = asyncio.Event()
        self._ready: dict[str, asyncio.Task[NDArray[np.int16]]] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._line: Line | None = None
        """What is being said."""
        self._handle: SpeechHandle | None = None
        self._heard_since: float | None = None
        """Wall-clock time at which the sound began or went on; None while nothing sounds."""
        self._heard_s = 0.0
        """How much of it sounded before that."""

    def say(self, line: Line) -> None:
        """Queues a line; its sound is made at once."""
        self.prepare(line.text, keep=_lasting(line))
        self._queue.append(line)
        self._idle.clear()
        self._wake.set()

    def prepare(self, text: str, *, keep: bool) -> None:
        """Makes the sound of a line that may be said."""
        if text not in self._ready:
            self._ready[text] = asyncio.create_task(self._make(text, keep))

    def forget(self) -> None:
        """Drops the lines of which nothing was heard yet."""
        self._queue.clear()
        self._forgotten += 1
        if self._unheard is not None:
            self._unheard.interrupt(force=True)

    async def close(self) -> None:
        """Ends the making of sounds that nobody will hear."""
        making, self._ready = list(self._ready.values()), {}
        for task in making:
            task.cancel()
        await asyncio.gather(*making, return_exceptions=True)

    @property
    def sounding(self) -> bool:
        """Whether a line is being heard, or is held back in its middle."""
        return self._line is not None and (self._heard_since is not None or self._heard_s > 0)

    def hold_back(self) -> None:
        """Falls silent in the middle of a line that may be interrupted; `go_on` or `give_way` follows."""
        if self._heard_since is None or self._line is None or not self._line.interruptible:
            return
        self._heard_s, self._heard_since = self._heard_so_far(), None
        if self._session.output.audio is not None:
            self._session.output.audio.pause()

    def go_on(self) -> None:
        """With the line that was held back."""
        if self._line is None or self._heard_since is not None or self._heard_s == 0:
            return
        self._heard_since = time.time()
        if self._session.output.audio is not None:
            self._session.output.audio.resume()

    def give_way(self) -> None:
        """Ends the line that is being said; one that nobody has heard yet is said when the floor is free again."""
        handle, line = self._handle, self._line
        if handle is not None and line is not None and line.interruptible and not handle.interrupted:
            handle.interrupt()

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
        sound = await self._sound(line)
        if self._forgotten != forgotten:
            return
        output = self._session.output.audio
        assert output is not None
        playing: asyncio.Future[float] = asyncio.get_running_loop().create_future()

        def on_started(event: io.PlaybackStartedEvent) -> None:
            self._unheard = None
            if not playing.done():
                playing.set_result(event.created_at)
                self._heard_since = event.created_at

        output.on("playback_started", on_started)
        try:
            handle = self._unheard = self._session.say(
                line.text, audio=_frames(sound), allow_interruptions=line.interruptible, add_to_chat_ctx=False
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
            heard_s, held_back = self._heard_so_far(), playing.done() and self._heard_since is None
            self._line = self._handle = self._heard_since = None
            self._heard_s = 0.0
            if held_back:
                output.resume()
        if not playing.done():  # cut off before its first sound: nobody heard it, so it is still to be said
            if self._forgotten == forgotten:
                self._ready[line.text] = _done(sound)
                self._queue.appendleft(line)
            await asyncio.sleep(RETRY_S)
            return
        share = min(1.0, heard_s * RATE_HZ / len(sound))
        words = line.text.split()
        heard = " ".join(words[: round(share * len(words))]) if handle.interrupted else ""
        await self._ended(line, handle.interrupted, heard)

    def _heard_so_far(self) -> float:
        return self._heard_s + (time.time() - self._heard_since if self._heard_since is not None else 0.0)

    async def _sound(self, line: Line) -> NDArray[np.int16]:
        task = self._ready.pop(line.text, None)
        try:
            return await (task or self._speak(line.text, _lasting(line)))
        except Exception:
            # Whatever broke the voice, the line still stands in the captions and the interview goes on.
            logger.exception("a line could not be synthesized; it is shown in the captions only")
            return np.zeros(RATE_HZ, np.int16)

    async def _make(self, text: str, keep: bool) -> NDArray[np.int16]:
        return await self._speak(text, keep)


def _lasting(line: Line) -> bool:
    """Whether other interviews say it too: not the model's questions, and not what holds a name."""
    return line.source == "authored" and line.kind not in ("greeting", "closing")


async def _frames(sound: NDArray[np.int16]) -> AsyncIterator[rtc.AudioFrame]:
    for start in range(0, len(sound), FRAME):
        piece = sound[start : start + FRAME]
        yield rtc.AudioFrame(piece.tobytes(), RATE_HZ, 1, len(piece))


async def _finished(handle: SpeechHandle) -> None:
    await handle.wait_for_playout()


def _done(sound: NDArray[np.int16]) -> asyncio.Task[NDArray[np.int16]]:
    async def same() -> NDArray[np.int16]:
        return sound

    return asyncio.create_task(same())
