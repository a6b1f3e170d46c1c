"""An event loop on simulated time: minutes of conversation pass as fast as the models compute."""

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar
from unittest import mock

import numpy as np
from livekit import rtc

from bench.voices import Sound
from voice.streaming import RATE_HZ

T = TypeVar("T")

FRAME = RATE_HZ // 50
"""20 ms of a microphone."""


class Inline(ThreadPoolExecutor):
    """Runs work at once on the thread that hands it in, so that it takes no simulated time."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """As `Executor.submit`, done on return."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class _Selector(selectors.SelectSelector):
    """Waits for nothing: the clock jumps to where the loop wanted to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready and timeout:
            self.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time` begins at zero and advances only while everything waits."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)
        self.set_default_executor(Inline())

    def time(self) -> float:
        """Simulated seconds."""
        return self._virtual.now


def run(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs `main` to its end on simulated time. The wall clock goes with it: the library under test dates by that."""
    zero = time.time()
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        loop = runner.get_loop()

        def wall() -> float:
            return zero + loop.time()

        with mock.patch("time.time", wall):
            return runner.run(main())


async def charged(work: Callable[[], T]) -> T:
    """Does it, and lets as much simulated time pass as it really took.

    On an idle machine that is wall-clock time. Where others compute as well it is at most the processor time of all our
    threads, so that their load is not ours.
    """
    began, used = time.perf_counter(), time.process_time()
    result = work()
    await asyncio.sleep(min(time.perf_counter() - began, time.process_time() - used))
    return result


async def play(sound: Sound, push: Callable[[rtc.AudioFrame], None]) -> None:
    """At the speed of the (simulated) clock."""
    pcm = (np.clip(sound, -1, 1) * 32767).astype(np.int16)
    loop = asyncio.get_running_loop()
    began = loop.time()
    for start_ in range(0, len(pcm) - FRAME + 1, FRAME):
        await asyncio.sleep(max(0.0, began + (start_ + FRAME) / RATE_HZ - loop.time()))
        push(rtc.AudioFrame(pcm[start_ : start_ + FRAME].tobytes(), RATE_HZ, 1, FRAME))
