"""Runs one program on untrusted code under bubblewrap: no network, no home, no writing, no processes, little time.

Without a working sandbox nothing is run: SandboxUnavailable says what to install or allow.
"""

import contextlib
import os
import platform
import selectors
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scoring import seccomp
from scoring.errors import SandboxUnavailable

_SYSTEM = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share/nodejs")
"""What a dynamically linked interpreter needs; no /etc but the linker's cache, no /usr/local, no home."""


@dataclass(frozen=True)
class Limits:
    """What one run may use."""

    wall_s: float = 4
    """From start to the result."""
    cpu_s: int = 4
    memory_bytes: int = 512 * 1024 * 1024
    file_bytes: int = 1024 * 1024
    """The largest file in /tmp, which holds 16 MiB in all."""
    output_bytes: int = 256 * 1024
    """Above this a result is refused."""


@dataclass(frozen=True)
class Program:
    """An interpreter as the sandbox sees it."""

    command: tuple[str, ...]
    """Its path and options inside the sandbox; the channel's file descriptor is added at the end."""
    binds: tuple[tuple[Path, str], ...]
    """Paths outside and where they are seen, read-only."""
    hidden: tuple[str, ...] = ()
    """Folders inside that are shown empty, such as installed packages."""
    caps_address_space: bool = True
    """False for V8, which reserves far more addresses than it uses; its heap is limited by its own option too."""


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
        """Runs the program with `request` on standard input. Raises SandboxUnavailable; all else is in the Outcome."""
        bwrap, prlimit = self.tools
        with contextlib.ExitStack() as stack:
            stdin = stack.enter_context(tempfile.TemporaryFile())
            stdin.write(request)
            stdin.seek(0)
            rules = stack.enter_context(tempfile.TemporaryFile())
            rules.write(seccomp.program(platform.machine()))
            rules.seek(0)
            errors = stack.enter_context(tempfile.TemporaryFile())
            reader, writer = os.pipe()
            stack.callback(os.close, reader)
            command = [prlimit, *self._rlimits(program), bwrap, *_walls(program, rules.fileno())]
            try:
                process = subprocess.Popen(
                    [*command, "--", *program.command, str(writer)],
                    stdin=stdin,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    pass_fds=(writer, rules.fileno()),
                    cwd="/",
                )
            finally:
                os.close(writer)
            with process:
                output, timed_out, too_long = self._read(reader)
                # Killing bwrap ends everything inside: its namespace dies with it.
                process.kill()
            errors.seek(0)
            said = errors.read(4096).decode(errors="replace").strip().splitlines()
            return Outcome(output, timed_out, too_long, said[-1][:300] if said else "")

    def _read(self, channel: int) -> tuple[bytes, bool, bool]:
        """What comes through the channel until it closes, the time is up or the cap is passed."""
        deadline = time.monotonic() + self.limits.wall_s
        output = b""
        with selectors.DefaultSelector() as selector:
            selector.register(channel, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0:
                if not selector.select(left):
                    continue
                chunk = os.read(channel, 65536)
                if not chunk:
                    return output, False, False
                output += chunk
                if len(output) > self.limits.output_bytes:
                    return b"", False, True
        return b"", True, False

    def _rlimits(self, program: Program) -> list[str]:
        limits = self.limits
        memory = f"--as={limits.memory_bytes}" if program.caps_address_space else f"--data={2 * limits.memory_bytes}"
        return [memory, f"--cpu={limits.cpu_s}", f"--fsize={limits.file_bytes}", "--nofile=64", "--core=0", "--"]


def _walls(program: Program, rules_fd: int) -> list[str]:
    walls = ["--unshare-all", "--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534"]
    walls += ["--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv"]
    for path in _SYSTEM:
        if os.path.islink(path):
            walls += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            walls += ["--ro-bind", path, path]
    walls += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    for outside, inside in program.binds:
        walls += ["--ro-bind", str(outside), inside]
    for folder in program.hidden:
        walls += ["--tmpfs", folder, "--remount-ro", folder]
    # /dev is a tmpfs without a size; read-only it cannot be filled. /tmp has a size.
    walls += [
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--remount-ro",
        "/dev",
        "--size",
        str(16 * 1024 * 1024),
        "--tmpfs",
        "/tmp",
    ]
    walls += ["--remount-ro", "/", "--chdir", "/tmp", "--seccomp", str(rules_fd)]
    for name, value in {
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PATH": "/opt/run/bin",
        "LD_LIBRARY_PATH": "/opt/run/lib",
    }.items():
        walls += ["--setenv", name, value]
    return walls
