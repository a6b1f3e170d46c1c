"""What bubblewrap and prlimit are told: a system folder to read, nothing to write, no processes, no network.

There is no /proc inside. It would show the first process's environment, which is this one's with its keys, and give
every open file a name under which its bytes could be loaded as native code.
"""

import os
from dataclasses import dataclass
from pathlib import Path

_SYSTEM = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share/nodejs")
"""What a dynamically linked interpreter needs; no /etc but the linker's cache, no /usr/local, no home."""


@dataclass(frozen=True)
class Limits:
    """What one run may use."""

    wall_s: float = 4
    """From start to the result."""
    cpu_s: int = 4
    memory_bytes: int = 512 * 1024 * 1024
    """Of addresses; of data twice as much where `Program.caps_address_space` is False."""
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
    threads: bool = False
    """Whether it may start threads. Only memory limits their number, so only where no native code can be brought in:
    V8 needs some, and each takes megabytes; ctypes could start a hundred thousand that take none."""


def rlimits(program: Program, limits: Limits) -> list[str]:
    """The options of prlimit."""
    memory = f"--as={limits.memory_bytes}" if program.caps_address_space else f"--data={2 * limits.memory_bytes}"
    # No file can be written anyway; no size stands for the one that a bind or a descriptor might let through.
    files = ["--fsize=0", "--nofile=64", "--core=0", "--memlock=0", "--msgqueue=0"]
    return [memory, f"--cpu={limits.cpu_s}", *files, "--"]


def walls(program: Program, rules_fd: int, info_fd: int) -> list[str]:
    """The options of bubblewrap: the filter is read from `rules_fd`, the first process's number told on `info_fd`."""
    options = ["--unshare-all", "--unshare-user", "--disable-userns", "--uid", "65534", "--gid", "65534"]
    options += ["--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "sandbox", "--clearenv"]
    for path in _SYSTEM:
        if os.path.islink(path):
            options += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            options += ["--ro-bind", path, path]
    options += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]
    for outside, inside in program.binds:
        options += ["--ro-bind", str(outside), inside]
    for folder in program.hidden:
        options += ["--tmpfs", folder, "--remount-ro", folder]
    # An empty file takes the kernel's memory and no room in a tmpfs: without a limit on their number, none is allowed.
    options += ["--dev", "/dev", "--remount-ro", "/dev", "--dir", "/tmp", "--remount-ro", "/", "--chdir", "/tmp"]
    options += ["--seccomp", str(rules_fd), "--info-fd", str(info_fd)]
    environment = {"HOME": "/tmp", "LANG": "C.UTF-8", "PATH": "/opt/run/bin", "LD_LIBRARY_PATH": "/opt/run/lib"}
    for name, value in environment.items():
        options += ["--setenv", name, value]
    return options
