"""The whole stack as an operator starts it: `viva up` in a process of its own, with a data folder of its own."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

import sqlalchemy as sa

from interview.persona import Persona
from interview.spec import Spec
from records.database import connect
from records.invites import Invite, Invites
from records.journal import Journal
from tests.support.settings import settings_at
from viva import secrets
from viva.settings import TREE, Settings
from viva.wiring import catalogue

SPEC = "short"
LAST_WORDS = "Ctrl-C stops everything."
"""The last line that `viva up` prints when everything runs."""
START_S, STOP_S = 120, 30


@dataclass
class Stack:
    """A running stack."""

    settings: Settings
    process: subprocess.Popen[str]
    printed: list[str] = field(default_factory=list)
    ready_s: float = 0.0
    """From its start to the links."""

    @cached_property
    def engine(self) -> sa.Engine:
        """Of its database."""
        return connect(self.settings.database)

    @cached_property
    def journal(self) -> Journal:
        """Its journal, read from outside."""
        return Journal(self.engine)

    @cached_property
    def interview(self) -> tuple[Spec, Persona]:
        """What it holds."""
        return catalogue(self.settings).interview(SPEC)

    def invite(self, candidate: str = "") -> Invite:
        """A new invite."""
        return Invites(self.engine).create(*self.interview, candidate=candidate)

    def processes(self) -> dict[int, str]:
        """Every process of this stack by its id, with its command line: they all inherit its data folder's name."""
        found = {}
        mark = f"VIVA_DATA_DIR={self.settings.data}".encode()
        for place in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (place / "environ").read_bytes().split(b"\0"):
                    found[int(place.name)] = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
            except OSError:
                continue
        # One that has ended and waits to be reaped has no command line.
        return {pid: command for pid, command in found.items() if command}

    def logs(self) -> str:
        """Everything that any part wrote to a log, and what `viva up` printed."""
        texts = [path.read_text(errors="replace") for path in sorted(self.settings.logs.iterdir())]
        return "\n".join([*texts, *self.printed])

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(STOP_S)


def stack_settings(data_dir: Path) -> Settings:
    """Free ports, generated keys, the short interview, and no language model: its follow-ups are authored ones."""
    settings = settings_at(
        data_dir,
        llm_base_url="none",
        specs_dir=Path(__file__).parent / "specs",
        livekit_api_key="",
        livekit_api_secret="",
    )
    return settings


@contextmanager
def up(settings: Settings) -> Iterator[Stack]:
    """Runs `viva up` while the block runs; the stack's settings have the generated secrets filled in."""
    process = subprocess.Popen(
        [sys.executable, "-m", "viva", "up", "--spec", SPEC],
        cwd=TREE, env={**os.environ, **settings.environment(), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    stack = Stack(settings, process)
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process.stdout, stack.printed, lines))
    reader.start()
    began = time.monotonic()
    try:
        while LAST_WORDS not in (line := _next(lines, began, stack)):
            assert line is not None
        stack.ready_s = time.monotonic() - began
        stack.settings = secrets.complete(settings)
        yield stack
    finally:
        if process.poll() is None:
            stack.interrupt()
        reader.join()
        process.stdout.close()
        if "engine" in stack.__dict__:
            stack.engine.dispose()


def _read(output: IO[str], printed: list[str], lines: "queue.SimpleQueue[str | None]") -> None:
    for line in output:
        printed.append(line.rstrip())
        lines.put(line)
    lines.put(None)


def _next(lines: "queue.SimpleQueue[str | None]", began: float, stack: Stack) -> str:
    try:
        line = lines.get(timeout=max(0.1, began + START_S - time.monotonic()))
    except queue.Empty:
        line = None
    if line is None:
        raise RuntimeError("the stack did not start:\n" + "\n".join(stack.printed[-20:]))
    return line
