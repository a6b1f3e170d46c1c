"""What hostile code may try to reach from a sandbox, and whether it did: files, sockets, processes, the clock."""

import hashlib
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from viva.settings import TREE

MARK: Final = "viva-hostile"
"""The name of everything the programs try to leave behind."""
SETTING: Final = "VIVA_LLM_API_KEY"
"""The environment variable that holds the secret, as it would hold a real one."""
_PLACES: Final = ("/", "/tmp", "/dev/shm", "/dev", "/usr/lib", "/root", "/var/tmp", str(Path.home()), str(Path.cwd()))


class Surroundings:
    """A folder, four sockets and two processes that wait to be harmed."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self.secret = f"canary-{secrets.token_hex(16)}"
        """The answer to a hidden test, in the folder and in the environment; a program that gives it has read it."""
        (folder / "hidden.yaml").write_text(f"expected: {self.secret}\n")
        stack.callback(_set, SETTING, os.environ.get(SETTING))
        _set(SETTING, self.secret)
        self._sockets = [
            stack.enter_context(socket.create_server(("127.0.0.1", 0))),
            stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
            stack.enter_context(socket.socket(socket.AF_UNIX)),
            stack.enter_context(socket.socket(socket.AF_UNIX)),
        ]
        self._sockets[1].bind(("127.0.0.1", 0))
        for listener, name in zip(self._sockets[2:], (f"{folder}/socket", f"\0{folder}"), strict=True):
            listener.bind(name)
            listener.listen()
        waits = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        self._victims = [stack.enter_context(subprocess.Popen(waits, stdin=subprocess.PIPE)) for _ in range(2)]
        for victim in self._victims:
            stack.callback(victim.kill)
        self._before = self._state()
        self._clock = time.time() - time.monotonic()

    @property
    def targets(self) -> dict[str, Any]:
        """What the programs are told, so that nothing is safe for want of its name; the secret backwards."""
        return {
            "folder": str(self._folder),
            "tree": str(TREE),
            "tcp": self._sockets[0].getsockname()[1],
            "udp": self._sockets[1].getsockname()[1],
            "unix": f"{self._folder}/socket",
            "abstract": str(self._folder),
            "victim": self._victims[0].pid,
            "other": self._victims[1].pid,
            "secret": self.secret[::-1],
        }

    def harm(self) -> list[str]:
        """What is no longer as it was, a few words each."""
        found = [f"{name} changed" for name, was in self._before.items() if self._state()[name] != was]
        found += ["a process was ended" for victim in self._victims if victim.poll() is not None]
        for listener, name in zip(self._sockets, ("TCP", "UDP", "a Unix socket", "an abstract socket"), strict=True):
            listener.setblocking(False)
            with suppress(BlockingIOError):
                listener.recv(1) if name == "UDP" else listener.accept()[0].close()
                found.append(f"{name} was reached")
        if abs(time.time() - time.monotonic() - self._clock) > 1:
            found.append("the clock was set")
        return found

    def _state(self) -> dict[str, Any]:
        mine = {
            path.name: hashlib.sha256(path.read_bytes()).digest() for path in self._folder.iterdir() if path.is_file()
        }
        left = [place for place in _PLACES if any(name.startswith(MARK) for name in _names(place))]
        return {"the folder": mine, "the places to leave files in": left, "the host's name": socket.gethostname()}


def survivors(limit: int) -> list[int]:
    """Processes, in whatever namespace, under a memory limit of exactly so many bytes; nothing inside can raise it.

    One that is dead and waits to be buried does not count.
    """
    found = []
    for entry in (entry for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        with suppress(OSError):
            if str(limit) in (entry / "limits").read_text().split():
                dead = "\nState:\tZ" in (entry / "status").read_text()
                found += [] if dead else [int(entry.name)]
    return found


def _set(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _names(place: str) -> list[str]:
    with suppress(OSError):
        return os.listdir(place)
    return []


@contextmanager
def surroundings() -> Iterator[Surroundings]:
    """Ready to be attacked for the block."""
    with tempfile.TemporaryDirectory(prefix="viva-target-") as folder, ExitStack() as stack:
        yield Surroundings(Path(folder), stack)
