"""The supervisor with real processes: nothing is left behind, what ends is started again."""

import asyncio
import os
import sys
from pathlib import Path

import psutil
import pytest

from viva.errors import PartError
from viva.supervisor import Part, Supervisor

SERVE = "print('ready', flush=True); import time; time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SERVE
PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SERVE!r}]); " + SERVE


def part(name: str, code: str, needed: bool = True, after: tuple[str, ...] = (), grace_s: float = 5) -> Part:
    async def ready(said: str) -> bool:
        return "ready" in said

    command = (sys.executable, "-c", code)
    return Part(name, command, ready, after, patience_s=30, grace_s=grace_s, needed=needed)


def descendants() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if child.status() != psutil.STATUS_ZOMBIE]


async def test_stopping_leaves_no_process_not_even_a_grandchild(tmp_path: Path) -> None:
    before = set(descendants())
    supervisor = Supervisor([part("a", PARENT), part("b", SERVE, after=("a",))], tmp_path, print)
    assert await supervisor.start() == []
    assert len(set(descendants()) - before) >= 3
    await supervisor.stop()
    await asyncio.sleep(0.1)
    assert set(descendants()) <= before


async def test_a_part_that_ignores_sigterm_is_killed_after_its_grace(tmp_path: Path) -> None:
    before = set(descendants())
    supervisor = Supervisor([part("a", STUBBORN, grace_s=0.2)], tmp_path, print)
    await supervisor.start()
    await supervisor.stop()
    assert set(descendants()) <= before


async def test_a_part_that_dies_is_started_again_and_says_so_once(tmp_path: Path) -> None:
    lines: list[str] = []
    supervisor = Supervisor([part("a", "import os; print(os.getpid()); " + SERVE)], tmp_path, lines.append)
    await supervisor.start()
    try:
        first = int(supervisor.log("a").read_text().split()[0])
        os.kill(first, 9)
        async with asyncio.timeout(30):
            while "a is back" not in lines:
                await asyncio.sleep(0.05)
        second = int(supervisor.log("a").read_text().split()[2])
        assert second != first
        assert [line for line in lines if "ended with code -9" in line] == lines[:1]
    finally:
        await supervisor.stop()


async def test_a_part_that_cannot_be_started_again_at_first_is_tried_until_it_can(tmp_path: Path) -> None:
    lines: list[str] = []
    supervisor = Supervisor([part("a", "import os; print(os.getpid()); " + SERVE)], tmp_path, lines.append)
    await supervisor.start()
    log = supervisor.log("a")
    try:
        process = int(log.read_text().split()[0])
        log.unlink()
        log.mkdir()  # a log that cannot be opened
        os.kill(process, 9)
        async with asyncio.timeout(30):
            while not [line for line in lines if "cannot be started" in line]:
                await asyncio.sleep(0.05)
            log.rmdir()
            while "a is back" not in lines:
                await asyncio.sleep(0.05)
    finally:
        await supervisor.stop()


async def test_a_needed_part_that_fails_gives_its_last_words(tmp_path: Path) -> None:
    supervisor = Supervisor([part("a", "raise SystemExit('no weights')")], tmp_path, print)
    with pytest.raises(PartError, match=r"a ended with code 1 before it was ready: no weights"):
        await supervisor.start()
    await supervisor.stop()


async def test_the_stack_goes_on_without_a_part_it_does_not_need(tmp_path: Path) -> None:
    supervisor = Supervisor([part("llm", "1/0", needed=False), part("web", SERVE)], tmp_path, print)
    assert await supervisor.start() == ["llm"]
    await supervisor.stop()


async def test_the_log_of_the_run_before_is_kept_and_not_mistaken_for_this_one(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("ready long ago\n")
    supervisor = Supervisor([part("a", "raise SystemExit(3)")], tmp_path, print)
    with pytest.raises(PartError):
        await supervisor.start()
    assert (tmp_path / "a.log.1").read_text() == "ready long ago\n"
    await supervisor.stop()
