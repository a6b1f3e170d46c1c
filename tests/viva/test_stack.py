"""`viva up` as a person starts and stops it: ready, seen by the doctor, gone without a trace, nothing lost."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.support.settings import settings_at
from viva.doctor import examine, needed_failed
from viva.probes import http_ok
from viva.settings import TREE, Settings
from viva.stack import is_running

pytestmark = [pytest.mark.slow, pytest.mark.models, pytest.mark.call]

START_S = 180
STOP_S = 60


@contextmanager
def up(settings: Settings) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command as its own process, ready; and what it printed until then."""
    import os

    outside = {name: value for name, value in os.environ.items() if not name.startswith("VIVA_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "viva", "up"],
        cwd=TREE,
        env={**outside, **settings.environment()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process, until_ready(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=STOP_S)


def until_ready(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said, began = "", time.monotonic()
    for line in process.stderr:
        said += line
        if "Ctrl-C stops" in line:
            return said
        assert time.monotonic() - began < START_S, said
    raise AssertionError(f"the stack ended: {said}")


@pytest.fixture
def laptop(tmp_path: Path) -> Settings:
    """No key is given, so the stack brings its own LiveKit server."""
    return settings_at(tmp_path, livekit_api_key="", livekit_api_secret="", session_secret="", review_password="")


def candidate_link(said: str) -> str:
    found = re.search(r"http://\S+/i/\S+", said)
    assert found, said
    return found.group()


def test_up_is_ready_well_and_gone_without_a_trace(laptop: Settings) -> None:
    with up(laptop) as (process, said):
        family = psutil.Process(process.pid).children(recursive=True)
        assert http_ok(candidate_link(said))
        assert "/review" in said
        findings = list(examine(laptop, quick=True))
        assert not needed_failed(findings), [finding.line() for finding in findings]
        memory_gib = sum(member.memory_info().rss for member in family) / 2**30
        assert memory_gib < 6
    assert process.returncode == 0
    assert [member for member in family if member.is_running() and member.status() != psutil.STATUS_ZOMBIE] == []
    assert not is_running(laptop)
    with up(laptop.model_copy(update={"llm_base_url": "none"})) as (_, again):
        assert candidate_link(again) == candidate_link(said)
        assert "No language model" in again


def test_a_service_that_is_killed_comes_back_and_the_stack_outlives_it(laptop: Settings) -> None:
    with up(laptop.model_copy(update={"llm_base_url": "none"})) as (process, said):
        web = next(child for child in psutil.Process(process.pid).children() if child.cmdline()[-1] == "web")
        web.kill()
        web.wait(10)
        assert process.stderr is not None
        assert "web ended with code -9" in process.stderr.readline()
        assert "web is back" in process.stderr.readline()
        assert http_ok(candidate_link(said))


def test_a_stack_that_is_killed_takes_its_services_with_it(laptop: Settings) -> None:
    with up(laptop.model_copy(update={"llm_base_url": "none"})) as (process, _):
        family = psutil.Process(process.pid).children()
        process.kill()
        _, alive = psutil.wait_procs(family, timeout=30)
        assert alive == []
