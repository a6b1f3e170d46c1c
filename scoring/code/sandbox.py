"""Runs one program on untrusted code under bubblewrap: no network, no home, no writing, no processes, little time.

Without a working sandbox nothing is run: SandboxUnavailable says what to install or allow.
"""

import contextlib
import fcntl
import json
import os
import platform
import select
import selectors
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import IO

from scoring.code import seccomp
from scoring.code.walls import Limits, Program, rlimits, walls
from scoring.errors import SandboxUnavailable

_LAST_WORDS = 4096
"""Bytes of standard error that are kept."""
_END_S = 5.0
"""How long the kernel is given to clear away what was killed; milliseconds are usual."""


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    output: bytes
    """What came through the channel; empty when the program ended without a word."""
    timed_out: bool = False
    too_long: bool = False
    said: str = ""
    """The last line on standard error, of the sandbox itself or the interpreter."""


class Sandbox:
    """Bubblewrap with one set of limits. Thread-safe."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    @cached_property
    def tools(self) -> tuple[str, str]:
        """The paths of bwrap and prlimit; SandboxUnavailable names the one that is missing."""
        paths = []
        for tool, package in (("bwrap", "bubblewrap"), ("prlimit", "util-linux")):
            path = shutil.which(tool)
            if path is None:
                raise SandboxUnavailable(
                    f"there is no sandbox on this machine ('{tool}' is missing); install {package} and score again"
                )
            paths.append(path)
        if not seccomp.known(platform.machine()):
            raise SandboxUnavailable(
                f"the sandbox does not know {platform.machine()} processors; score on x86-64 or arm64"
            )
        return paths[0], paths[1]

    def run(self, program: Program, request: bytes) -> Outcome:
        """Runs the program with `request` on standard input; when this returns, no process of it is left.

        Raises SandboxUnavailable; all else is in the Outcome.
        """
        bwrap, prlimit = self.tools
        with ExitStack() as stack:
            stdin = stack.enter_context(_sealed(request))
            rules = stack.enter_context(_sealed(seccomp.program(platform.machine(), program.threads)))
            (channel, channel_in), (errors, errors_in), (info, info_in) = [_pipe(stack) for _ in range(3)]
            run = _Run(channel, errors, self.limits)
            limited = [prlimit, *rlimits(program, self.limits), bwrap, *walls(program, rules.fileno(), info_in)]
            try:
                process = subprocess.Popen(
                    [*limited, "--", *program.command, str(channel_in)],
                    stdin=stdin,
                    stdout=subprocess.DEVNULL,
                    stderr=errors_in,
                    pass_fds=(channel_in, rules.fileno(), info_in),
                    cwd="/",
                    # Whoever reads the first process's memory finds no key of ours in it.
                    env={},
                )
            finally:
                for end in (channel_in, errors_in, info_in):
                    os.close(end)
            with process, _first_process(info) as first:
                try:
                    run.follow()
                finally:
                    _end(process, first)
                run.last_words()
            return run.outcome


class _Run:
    """What one run has said so far."""

    def __init__(self, channel: int, errors: int, limits: Limits) -> None:
        self._channel, self._errors, self._limits = channel, errors, limits
        self._deadline = time.monotonic() + limits.wall_s
        self._output = self._said = b""
        self._timed_out = self._too_long = False
        os.set_blocking(errors, False)

    def follow(self) -> None:
        """Returns when the channel is closed, the time is up or the cap is passed."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._channel, selectors.EVENT_READ)
            selector.register(self._errors, selectors.EVENT_READ)
            while (left := self._deadline - time.monotonic()) > 0:
                for key, _ in selector.select(left):
                    if key.fd == self._errors:
                        if not self._hear():
                            selector.unregister(self._errors)
                        continue
                    chunk = os.read(self._channel, 65536)
                    if not chunk:
                        return
                    self._output += chunk
                    if len(self._output) > self._limits.output_bytes:
                        self._too_long = True
                        return
        self._timed_out = True

    def last_words(self) -> None:
        """Takes what is left on standard error; nobody writes there any more."""
        while self._hear():
            pass

    def _hear(self) -> bool:
        """Takes what standard error has now; False when it has nothing."""
        try:
            chunk = os.read(self._errors, 65536)
        except BlockingIOError:
            return False
        self._said = (self._said + chunk)[-_LAST_WORDS:]
        return bool(chunk)

    @property
    def outcome(self) -> Outcome:
        """How it ended; of a run that was cut short what it had said does not count."""
        cut = self._timed_out or self._too_long
        said = self._said.decode(errors="replace").strip().splitlines()
        return Outcome(b"" if cut else self._output, self._timed_out, self._too_long, said[-1][:300] if said else "")


def _pipe(stack: ExitStack) -> tuple[int, int]:
    """The ends to read and to write; the first is closed with the stack."""
    reader, writer = os.pipe()
    stack.callback(os.close, reader)
    return reader, writer


@contextmanager
def _sealed(content: bytes) -> Iterator[IO[bytes]]:
    """A file in memory that holds the content and that nobody can write to any more."""
    with open(os.memfd_create("sealed", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING), "r+b") as file:
        file.write(content)
        file.seek(0)
        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
        fcntl.fcntl(file, fcntl.F_ADD_SEALS, seals)
        yield file


@contextmanager
def _first_process(info: int) -> Iterator[int | None]:
    """A handle on the first process inside, with which all others end; None when bubblewrap did not come so far."""
    with open(info, "rb", closefd=False) as told:
        text = told.read()
    handle = None
    if text:
        with contextlib.suppress(ProcessLookupError):
            handle = os.pidfd_open(json.loads(text)["child-pid"])
    try:
        yield handle
    finally:
        if handle is not None:
            os.close(handle)


def _end(process: subprocess.Popen[bytes], first: int | None) -> None:
    """Kills everything inside and returns when nothing of it is left."""
    if first is not None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(first, signal.SIGKILL)
        # The handle becomes readable when the namespace's first process is gone, and it goes last.
        gone = select.poll()
        gone.register(first, select.POLLIN)
        gone.poll(_END_S * 1000)
    # Bubblewrap ends by itself then, once it has buried that process.
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
