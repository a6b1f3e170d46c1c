"""A scoring that is killed, again and again, at whatever moment: one report, and no answer of the model lost."""

import multiprocessing
import random
import shutil
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from records.readings import Readings
from scoring.config import ScoringConfig
from scoring.job import run
from tests.interview.material import ROOT
from tests.records.samples import job_state
from tests.scoring.calls import DCG
from tests.scoring.conftest import Desk
from tests.scoring.server import StandIn, stand_in
from tests.scoring.test_job import recorded

KILLS = 15
"""Fifty take over a minute; all fifty of this seed passed on 23 November 2026."""
SEED = 20_261_122


def scorer(config: ScoringConfig) -> None:
    """The scorer's process: works until it is killed."""
    run(config, threading.Event())


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    """Starts scorers that need not import everything first, so that kills fall into the work."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def held(desk: Desk) -> str:
    """A recorded interview with code and two answers, about which five questions are asked; its scoring is queued."""
    call = desk.invited().prompt("1").say("Users should keep coming back over months. Clicks are a proxy for value.")
    call.prompt("coding").submit(DCG).prompt("2").say("New items have a cold start.")
    recorded(desk, call.began.interview_id)
    return desk.hold(call.end())


def answered(desk: Desk, interview_id: str, asked: list[str]) -> set[str]:
    """The prompts whose answers are on disk: all but the last, which may have been on its way when the scorer died."""
    prompts, kept = set(asked), len(Readings(desk.engine, interview_id).all())
    assert kept in (len(prompts), len(prompts) - 1)
    return prompts if kept == len(prompts) else prompts - set(asked[-1:])


def until(true: Callable[[], bool], process: BaseProcess | None = None) -> None:
    while not true():
        assert process is None or process.is_alive()
        time.sleep(0.002)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_at_many_moments_it_writes_one_report_and_asks_nothing_twice(
    desk: Desk, tmp_path: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    chance = random.Random(SEED)
    kills, interviews = 0, []
    with stand_in() as server:
        server.pause_s = 0.02
        config = ScoringConfig(
            database_url=desk.url,
            data_dir=desk.data,
            record_store=str(desk.data / "recordings"),
            prompts_dir=ROOT / "prompts",
            llm_base_url=server.url,
        )
        while kills < KILLS:
            # What is read once for all interviews each has to ask for itself here.
            shutil.rmtree(desk.data / "readings", ignore_errors=True)
            interviews.append(interview_id := held(desk))
            first = len(server.asked)
            while (state := job_state(desk.engine, interview_id)) != "done":
                assert state in ("queued", "running")
                asked = len(server.asked)
                done = answered(desk, interview_id, server.asked[first:])
                process = processes.Process(target=scorer, args=(config,))
                process.start()
                if kills < KILLS:
                    wait_for_the_moment(desk, interview_id, server, chance)
                    kills += 1
                else:
                    until(lambda: job_state(desk.engine, interviews[-1]) == "done", process)
                process.kill()
                process.join()
                process.close()
                assert not done.intersection(server.asked[asked:])
            assert len(answered(desk, interview_id, server.asked[first:])) >= 5
    assert [len(desk.parts.reports.versions(interview_id)) for interview_id in interviews] == [1] * len(interviews)


def wait_for_the_moment(desk: Desk, interview_id: str, server: StandIn, chance: random.Random) -> None:
    """Returns some time into the work: after a start, some of the model's answers, or the report, and a little more."""
    asked = len(server.asked) + chance.choice((0, 0, 1, 2, 3, 9))
    reports = desk.parts.reports
    until(lambda: len(server.asked) >= asked or bool(reports.versions(interview_id)))
    at_the_start = len(server.asked) == asked and not reports.versions(interview_id)
    time.sleep(chance.uniform(0, 1.5 if at_the_start and asked == len(server.asked) else 0.05))
