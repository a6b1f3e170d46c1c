"""Runs the parts of the embedded stack as processes of their own: starts, watches, starts again, stops."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from viva.errors import PartError

Tell = Callable[[str], None]
"""Takes one line for the person at the terminal."""

Ready = Callable[[str], Awaitable[bool]]
"""Whether a part does its work now; takes what it has written to its log since it started."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
"""Before a part that ended is started again; doubles each time."""
STEADY_S = 60.0
"""A part that ran so long starts again without the pauses that earlier ends added up to."""
PROBE_EVERY_S = 0.1

Chore = Callable[[], None]
"""Something this process itself has to do before the stack is ready."""
NO_CHORES: Final[Mapping[str, Chore]] = {}

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Part:
    """One process of the stack."""

    name: str
    command: tuple[str, ...]
    ready: Ready
    after: tuple[str, ...] = ()
    """Parts that must be ready, and chores that must be done, before this one starts."""
    patience_s: float = 60
    """How long it may take to get ready."""
    grace_s: float = 5
    """How long it may take to end after SIGTERM."""
    needed: bool = True
    """False: the stack goes on without it."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Set for it besides our own environment."""


class Supervisor:
    """The parts of one stack, from start to stop. Parts stop in the reverse of their order."""

    def __init__(self, parts: list[Part], logs: Path, tell: Tell) -> None:
        self._parts = {part.name: part for part in parts}
        self._logs = logs
        self._tell = tell
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._log_began: dict[str, int] = {}
        self._watchers: list[asyncio.Task[None]] = []
        self._ready = {part.name: asyncio.Event() for part in parts}
        self._stopping = False

    async def start(
        self, on_ready: Callable[[str], None] = lambda _name: None, chores: Mapping[str, Chore] = NO_CHORES
    ) -> list[str]:
        """Starts all parts, each as soon as those it comes after are ready.

        `chores` are done by this process meanwhile, each in a thread; parts may come after one, by its name.
        Returns the names of the parts that are not needed and did not get ready. PartError for one that is needed; a
        chore's error as it is.
        """
        self._logs.mkdir(parents=True, exist_ok=True)
        self._ready |= {name: asyncio.Event() for name in chores}
        missing: list[str] = []

        async def do(name: str, chore: Chore) -> None:
            await asyncio.to_thread(chore)
            self._ready[name].set()

        async def bring_up(part: Part) -> None:
            for other in part.after:
                await self._ready[other].wait()
            self._rotate(part)
            await self._spawn(part)
            try:
                await self._wait_ready(part)
            except PartError:
                if part.needed:
                    raise
                missing.append(part.name)
                await self._end(part)
                return
            self._ready[part.name].set()
            on_ready(part.name)
            self._watchers.append(asyncio.create_task(self._watch(part)))

        try:
            async with asyncio.TaskGroup() as group:
                for name, chore in chores.items():
                    group.create_task(do(name, chore))
                for part in self._parts.values():
                    group.create_task(bring_up(part))
        except* Exception as errors:
            raise errors.exceptions[0] from None
        return missing

    async def stop(self) -> None:
        """Ends every part, the last one first, and leaves no process behind."""
        self._stopping = True
        for watcher in self._watchers:
            watcher.cancel()
        await asyncio.gather(*self._watchers, return_exceptions=True)
        for part in reversed(self._parts.values()):
            await self._end(part)

    def log(self, name: str) -> Path:
        """Where a part's output goes."""
        return self._logs / f"{name}.log"

    def _rotate(self, part: Part) -> None:
        """Keeps the log of the run before, and no more than that."""
        with contextlib.suppress(FileNotFoundError):
            self.log(part.name).replace(self._logs / f"{part.name}.log.1")

    async def _spawn(self, part: Part) -> None:
        with self.log(part.name).open("ab") as log:
            self._log_began[part.name] = log.tell()
            self._processes[part.name] = await _spawn(part, log)

    async def _wait_ready(self, part: Part) -> None:
        process = self._processes[part.name]
        until = time.monotonic() + part.patience_s
        while not await part.ready(self._said(part)):
            if process.returncode is not None:
                raise PartError(
                    f"{part.name} ended with code {process.returncode} before it was ready: {self._last_words(part)}"
                )
            if time.monotonic() > until:
                raise PartError(
                    f"{part.name} was not ready within {part.patience_s:.0f} s; its log is {self.log(part.name)}"
                )
            await asyncio.sleep(PROBE_EVERY_S)

    def _said(self, part: Part) -> str:
        with self.log(part.name).open("rb") as log:
            log.seek(self._log_began[part.name])
            return log.read().decode(errors="replace")

    def _last_words(self, part: Part) -> str:
        lines = self._said(part).strip().splitlines()
        return lines[-1] if lines else f"it said nothing in {self.log(part.name)}"

    async def _watch(self, part: Part) -> None:
        """Starts the part again whenever it ends by itself."""
        pause = FIRST_PAUSE_S
        while True:
            began = time.monotonic()
            code = await self._processes[part.name].wait()
            if self._stopping:
                return
            if time.monotonic() - began > STEADY_S:
                pause = FIRST_PAUSE_S
            _kill_group(self._processes[part.name].pid)
            self._tell(f"{part.name} ended with code {code} and is started again; its log is {self.log(part.name)}")
            pause = await self._start_again(part, pause)
            with contextlib.suppress(PartError, OSError):
                await self._wait_ready(part)
                self._tell(f"{part.name} is back")

    async def _start_again(self, part: Part, pause: float) -> float:
        """Tries until it has started; returns the pause before the next time."""
        while True:
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)
            try:
                await self._spawn(part)
            except OSError as error:  # what made it end, a machine without memory or disk, may last
                self._tell(f"{part.name} cannot be started ({error.strerror}) and is tried again in {pause:g} s")
            else:
                return pause

    async def _end(self, part: Part) -> None:
        process = self._processes.get(part.name)
        if process is None:
            return
        if process.returncode is None:
            process.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), part.grace_s)
        # What the part itself started goes with it, also when the part died before it could see to that.
        _kill_group(process.pid)
        await process.wait()


async def _spawn(part: Part, log: BinaryIO) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *part.command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **part.environment},
        # A group of its own: Ctrl-C in the terminal reaches us alone, and we stop the parts in their order. No session
        # of its own: Linux shares the processor out between sessions first, and no part would give way to another.
        process_group=0,
        preexec_fn=_die_with_parent,
    )


def _die_with_parent() -> None:
    """On Linux, SIGTERM to the part when we are killed and cannot stop it ourselves."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
