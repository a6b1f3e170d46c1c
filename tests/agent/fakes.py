"""Small real fakes: a journal in memory, a language model behind HTTP, a loudspeaker."""

import asyncio
import json
import math
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import openai
from aiohttp import web
from livekit import rtc
from livekit.agents.voice import io
from numpy.typing import NDArray

from interview.events import Event
from voice.sound import RATE_HZ
from voice.speech import Speech
from voice.transcript import Word


@dataclass
class MemoryLog:
    """A journal that others may write to as well; `conductor.Log`."""

    events: list[Event] = field(default_factory=list)

    async def append(self, event: Event) -> int:
        """Kept in order, numbered from 1."""
        await asyncio.sleep(0)
        self.events.append(event)
        return len(self.events)

    async def read(self, after: int) -> list[tuple[int, Event]]:
        """What came after."""
        await asyncio.sleep(0)
        return list(enumerate(self.events, start=1))[after:]


Answer = Mapping[str, str] | str | int | float | Callable[[], Any]
"""A reply as JSON, raw text, an HTTP error status, how likely Yes is against No, or a coroutine function that gives the
answer."""


@dataclass
class ModelServer:
    """Speaks as much of the OpenAI protocol as the client needs, and keeps what it was sent."""

    answers: list[Answer]
    """One a request; the last one stays."""
    requests: list[dict[str, Any]] = field(default_factory=list)

    @property
    def sent(self) -> str:
        """Everything that ever reached the model."""
        return json.dumps(self.requests, ensure_ascii=False)

    @asynccontextmanager
    async def client(self) -> AsyncIterator[openai.AsyncOpenAI]:
        """A client of this server, while the block runs."""
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._complete)
        runner = web.AppRunner(app, shutdown_timeout=0.1)  # an answer that hangs keeps nobody waiting
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        async with openai.AsyncOpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key="none", max_retries=0) as client:
            yield client
        await runner.cleanup()

    async def _complete(self, request: web.Request) -> web.Response:
        self.requests.append(await request.json())
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            answer = await answer()
        if isinstance(answer, int):
            return web.json_response({"error": {"message": "no"}}, status=answer)
        return web.json_response(
            {"id": "1", "object": "chat.completion", "created": 0, "model": "fake", "choices": [_choice(answer)]}
        )


def _choice(answer: Mapping[str, str] | str | float) -> dict[str, Any]:
    if isinstance(answer, float):
        return _leaning(answer)
    return _said(answer if isinstance(answer, str) else json.dumps(dict(answer)))


def _said(content: str) -> dict[str, Any]:
    return {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}


def _leaning(yes: float) -> dict[str, Any]:
    """One token and what else it could have been, each word in several spellings."""
    chances = (("Yes", 0.7 * yes), ("No", 0.8 * (1 - yes)), (" yes", 0.3 * yes), ("NO", 0.2 * (1 - yes)))
    ways = [{"token": token, "logprob": math.log(p), "bytes": None} for token, p in chances]
    return _said("Yes") | {"logprobs": {"content": [{**ways[0], "top_logprobs": ways}], "refusal": None}}


class Loudspeaker(io.AudioOutput):
    """A sink that plays in the time its sound takes, divided by `speed`, and can be paused; what it has ready then is
    lost, as in LiveKit's."""

    def __init__(self, speed: float = 1.0, start_after_s: float = 0.0) -> None:
        super().__init__(label="loudspeaker", capabilities=io.AudioOutputCapabilities(pause=True), sample_rate=RATE_HZ)
        self.speed, self.start_after_s = speed, start_after_s
        self.played: list[NDArray[np.int16]] = []
        """What was really heard, a piece a run."""
        self.runs: list[float] = []
        """Wall-clock time at which each run began."""
        self._sound: list[NDArray[np.int16]] = []
        self._position = 0
        self._run_began: float | None = None
        self._playing: asyncio.Task[None] | None = None
        self._whole = asyncio.Event()
        self._going = asyncio.Event()
        self._going.set()

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        self._sound.append(np.frombuffer(frame.data, np.int16).copy())
        if self._playing is None:
            self._playing = asyncio.create_task(self._play())

    def flush(self) -> None:
        super().flush()
        self._whole.set()

    def pause(self) -> None:
        super().pause()
        self._going.clear()
        if self._run_began is not None:
            self._end_run()
            self._position = min(self._length(), self._position + round(0.2 * RATE_HZ))

    def resume(self) -> None:
        super().resume()
        if self._playing is not None and self.runs:
            self._begin_run()
        self._going.set()

    def hold_up(self, seconds: float) -> None:
        """The whole process stands still, the sound runs out, and its next piece tells so."""
        ran_out, heard = time.time(), self._heard()
        time.sleep(seconds)
        duration = (heard - self._position) / RATE_HZ
        self.played.append(np.concatenate(self._sound)[self._position : heard])
        self.on_playback_progressed(started_at=ran_out - duration, offset=self._position / RATE_HZ, duration=duration)
        self._position = heard
        self._begin_run()

    def clear_buffer(self) -> None:
        if self._playing is not None:
            self._playing.cancel()
            self._finish(interrupted=True)

    async def _play(self) -> None:
        await asyncio.sleep(self.start_after_s)
        self._begin_run()
        self.on_playback_started(created_at=self.runs[-1])
        while not (self._whole.is_set() and self._heard() >= self._length()):
            await asyncio.sleep(0.005)
            await self._going.wait()
        self._finish(interrupted=False)

    def _length(self) -> int:
        return sum(len(piece) for piece in self._sound)

    def _heard(self) -> int:
        running = 0.0 if self._run_began is None else (time.time() - self._run_began) * self.speed * RATE_HZ
        return min(self._length(), self._position + round(running))

    def _begin_run(self) -> None:
        self._run_began = time.time()
        self.runs.append(self._run_began)

    def _end_run(self) -> None:
        if self._run_began is None:
            return
        heard = self._heard()
        self.played.append(np.concatenate(self._sound)[self._position : heard])
        self.on_playback_progressed(
            started_at=self._run_began, offset=self._position / RATE_HZ, duration=(heard - self._position) / RATE_HZ
        )
        self._position, self._run_began = heard, None

    def _finish(self, *, interrupted: bool) -> None:
        self._end_run()
        position = self._position / RATE_HZ
        self._sound, self._position, self._playing = [], 0, None
        self._whole.clear()
        self.on_playback_finished(playback_position=position, interrupted=interrupted)


def tone(seconds: float, hz: float = 220) -> NDArray[np.int16]:
    """48-kHz mono."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound: NDArray[np.int16] = (np.sin(2 * np.pi * hz * at) * 8000).astype(np.int16)
    return sound


def speech(text: str, seconds: float = 0.5) -> Speech:
    """A tone whose words are equally long."""
    written = text.split()
    each_s = seconds / max(1, len(written))
    words = (Word(word, n * each_s, (n + 1) * each_s, 1.0) for n, word in enumerate(written))
    return Speech(tone(seconds), RATE_HZ, tuple(words))


def frames(sound: NDArray[np.int16]) -> list[rtc.AudioFrame]:
    """In pieces of 20 ms."""
    return [
        rtc.AudioFrame(piece.tobytes(), RATE_HZ, 1, len(piece))
        for piece in np.split(sound, range(RATE_HZ // 50, len(sound), RATE_HZ // 50))
    ]
