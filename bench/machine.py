"""The machine a measurement ran on, and the memory of what ran there."""

import asyncio
import os
import platform
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

import psutil

from bench.figures import Memory
from interview.model import Frozen

LOOK_EVERY_S = 10.0
MIB = 2**20


class Machine(Frozen):
    """What figures depend on."""

    cpu: str
    cores: int
    """That this process may use."""
    memory_gib: float
    system: str
    python: str


def this_machine() -> Machine:
    """The one we are on."""
    return Machine(
        cpu=_cpu(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=round(psutil.virtual_memory().total / 2**30, 1),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
    )


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def versions() -> dict[str, str]:
    """Of the packages that the figures depend on."""
    names = (
        "viva",
        "livekit",
        "livekit-agents",
        "livekit-local-inference",
        "ctranslate2",
        "faster-whisper",
        "piper-tts",
    )
    return {name: version(name) for name in (*names, "onnxruntime", "xllamacpp")}


class MemoryWatch:
    """The largest total so far, by part of the stack."""

    def __init__(self) -> None:
        self.peak: dict[str, Memory] = {}

    def look(self) -> None:
        """Adds up what our child processes hold now."""
        now = of_children()
        if sum(part.pss_mib for part in now.values()) > sum(part.pss_mib for part in self.peak.values()):
            self.peak = now


@asynccontextmanager
async def memory_watch() -> AsyncIterator[MemoryWatch]:
    """Looks every ten seconds while the block runs."""
    watch = MemoryWatch()

    async def keep_looking() -> None:
        while True:
            await asyncio.to_thread(watch.look)
            await asyncio.sleep(LOOK_EVERY_S)

    looking = asyncio.create_task(keep_looking())
    try:
        yield watch
    finally:
        looking.cancel()


def of_children() -> dict[str, Memory]:
    """The memory of each of this process's children with all that they started."""
    parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for child in psutil.Process().children():
        try:
            name = part_name(child.cmdline())
            family = [child, *child.children(recursive=True)]
        except psutil.NoSuchProcess:
            continue
        parts[name] += [used for process in family if (used := _used(process))]
    return {
        name: Memory(
            processes=len(used), rss_mib=sum(rss for rss, _ in used) // MIB, pss_mib=sum(pss for _, pss in used) // MIB
        )
        for name, used in parts.items()
    }


def part_name(command: list[str]) -> str:
    """What a part of the stack is called, by its command line."""
    if command and "livekit-server" in command[0]:
        return "livekit"
    if command[1:3] == ["-m", "viva"]:
        return command[3]
    return "stock worker" if "-c" in command else "other"


def _used(process: psutil.Process) -> tuple[int, int] | None:
    """(RSS, PSS) in bytes; RSS twice where the system tells no PSS; None when the process is gone."""
    try:
        rss = process.memory_info().rss
        return rss, getattr(process.memory_full_info(), "pss", rss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
