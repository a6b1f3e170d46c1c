"""A scoring job survives kills and stops, and a finished one never runs again."""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from interview.events import Ended
from records import queue
from records.database import write
from records.errors import InterviewErased, InterviewNotOver
from records.journal import Journal
from records.listing import interview_row, list_interviews
from records.reports import Reports
from tests.records.samples import job_state

ROOT = Path(__file__).parents[2]

# Writes a line before and after the work; the first run is told to hang between the two.
SCORER = """
import pathlib, sys, threading, time
from records.queue import run_worker
url, trace, hang = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3] == "hang"
stop = threading.Event()
def handler(interview_id, tell):
    with trace.open("a") as file:
        print("start", interview_id, file=file, flush=True)
    if hang:
        time.sleep(600)
    with trace.open("a") as file:
        print("end", interview_id, file=file, flush=True)
    stop.set()
run_worker(url, handler, stop)
"""


def start_scorer(url: str, trace: Path, how: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", SCORER, url, str(trace), how], cwd=ROOT, stderr=subprocess.PIPE)


def wait_until(true: Callable[[], bool]) -> None:
    """Polls; the test's own limit ends a wait in vain."""
    while not true():
        time.sleep(0.05)


def noting(calls: list[str]) -> queue.Handler:
    return lambda interview_id, _tell: calls.append(interview_id)


def work(url: str, handler: queue.Handler, until: Callable[[], bool], grace_s: float = 5) -> None:
    """Runs a worker in a thread until something is true."""
    stop = threading.Event()
    worker = threading.Thread(target=queue.run_worker, args=(url, handler, stop, grace_s, 0.05))
    worker.start()
    try:
        wait_until(until)
    finally:
        stop.set()
        worker.join()


@pytest.mark.slow
def test_a_job_killed_in_mid_run_is_run_again_and_finished_once(
    url: str, engine: sa.Engine, journal: Journal, live: str, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    journal.append(live, Ended(at_ms=10, reason="completed"))
    scorer = start_scorer(url, trace, "hang")
    wait_until(lambda: trace.exists() and trace.read_text() == f"start {live}\n")
    scorer.kill()
    scorer.communicate()
    assert job_state(engine, live) == "running"

    _, errors = start_scorer(url, trace, "go on").communicate()
    assert trace.read_text().split() == ["start", live, "start", live, "end", live]
    assert job_state(engine, live) == "done"
    assert errors == b""

    calls: list[str] = []
    other = queue_for_another(engine, "b" * 32)
    work(url, noting(calls), lambda: job_state(engine, other) == "done")
    assert calls == [other]


def queue_for_another(engine: sa.Engine, interview_id: str) -> str:
    with write(engine) as connection:
        queue.enqueue_score(connection, interview_id)
    return interview_id


def test_the_same_job_is_queued_once(engine: sa.Engine) -> None:
    with write(engine) as connection:
        assert [queue.enqueue_score(connection, "a" * 32) for _ in range(3)] == [f"score-{'a' * 32}-1"] * 3
    assert job_state(engine, "a" * 32) == "queued"
    assert job_state(engine, "b" * 32) is None


def test_a_job_rolled_back_was_never_queued(engine: sa.Engine) -> None:
    def give_up() -> None:
        with write(engine) as connection:
            queue.enqueue_score(connection, "a" * 32)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert job_state(engine, "a" * 32) is None


@pytest.mark.slow
def test_a_failing_job_is_tried_again_then_given_up_and_may_be_ordered_anew(
    url: str, engine: sa.Engine, journal: Journal, live: str, capfd: pytest.CaptureFixture[str]
) -> None:
    journal.append(live, Ended(at_ms=10, reason="completed"))
    calls: list[str] = []

    def fail(interview_id: str, _tell: queue.Tell) -> None:
        calls.append(interview_id)
        raise ValueError("the candidate said: canary")

    work(url, fail, lambda: job_state(engine, live) == "failed")
    assert calls == [live] * 3
    said = capfd.readouterr()
    assert "canary" not in said.out + said.err
    job = Reports(engine).job(live)
    assert job is not None
    assert re.fullmatch(r"ValueError at tests/records/test_queue\.py:\d+\.", job.doing)

    assert Reports(engine).order(live) == f"score-{live}-2"
    assert Reports(engine).order(live) == f"score-{live}-2"
    work(url, noting(calls), lambda: job_state(engine, live) == "done")
    assert calls == [live] * 4


@pytest.mark.slow
def test_a_stop_leaves_a_running_job_for_the_next_start(
    url: str, engine: sa.Engine, journal: Journal, live: str
) -> None:
    journal.append(live, Ended(at_ms=10, reason="completed"))
    started, release = threading.Event(), threading.Event()

    def hang(_interview_id: str, _tell: queue.Tell) -> None:
        started.set()
        release.wait()

    work(url, hang, started.is_set, grace_s=0)
    release.set()
    assert job_state(engine, live) == "running"
    calls: list[str] = []
    work(url, noting(calls), lambda: job_state(engine, live) == "done")
    assert calls == [live]


@pytest.mark.slow
def test_what_a_running_job_is_at_is_seen_from_outside(
    url: str, engine: sa.Engine, journal: Journal, live: str
) -> None:
    journal.append(live, Ended(at_ms=10, reason="completed"))
    assert interview_row(engine, live).scoring == "queued"
    release = threading.Event()

    def scored(interview_id: str, tell: queue.Tell) -> None:
        tell("waiting for a call to end")
        release.wait()
        tell("judging section 1")
        wait_until(lambda: interview_row(engine, interview_id).scoring == "judging section 1")

    def seen() -> bool:
        if not release.is_set() and interview_row(engine, live).scoring == "waiting for a call to end":
            assert [row.scoring for row in list_interviews(engine)] == ["waiting for a call to end"]
            release.set()
        return job_state(engine, live) == "done"

    work(url, scored, seen)
    assert release.is_set()
    assert interview_row(engine, live).scoring == ""


@pytest.mark.slow
def test_the_job_of_an_erased_interview_is_done(url: str, engine: sa.Engine) -> None:
    interview_id = queue_for_another(engine, "a" * 32)

    def gone(_interview_id: str, _tell: queue.Tell) -> None:
        raise InterviewErased("This interview was erased; nothing of it is kept.")

    work(url, gone, lambda: job_state(engine, interview_id) == "done")


def test_an_interview_that_is_not_over_is_not_scored(engine: sa.Engine, live: str) -> None:
    with pytest.raises(InterviewNotOver):
        Reports(engine).order(live)
