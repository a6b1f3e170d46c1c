"""A scoring that is killed, again and again, at whatever moment: one report, and no answer of the model lost."""

import multiprocessing
import random
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from scoring.config import ScoringConfig
from scoring.job import run
from tests.interview.material import ROOT
from tests.records.samples import job_state
from tests.scoring.calls import DCG
from tests.scoring.conftest import Desk
from tests.scoring.server import StandIn, stand_in
from tests.scoring.test_job import recorded

KILLS = 50
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


def until(true: Callable[[], bool], process: BaseProcess | None = None) -> None:
    while not true():
        assert process is None or process.is_alive()
        time.sleep(0.002)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_at_fifty_moments_it_writes_one_report_and_asks_nothing_twice(
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
            interviews.append(interview_id := held(desk))
            while (state := job_state(desk.engine, interview_id)) != "done":
                assert state in ("queued", "running")
                kept = set(desk.parts.readings.all(interview_id))
                asked = len(server.asked)
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
                assert not kept.intersection(server.asked[asked:])
            # Each question was put and answered; one that was on its way when the scorer died may have been put again.
            assert set(server.asked) >= set(desk.parts.readings.all(interview_id))
            assert len(desk.parts.readings.all(interview_id)) == 5
    assert [len(desk.parts.reports.versions(interview_id)) for interview_id in interviews] == [1] * len(interviews)


def wait_for_the_moment(desk: Desk, interview_id: str, server: StandIn, chance: random.Random) -> None:
    """Returns some time into the work: after a start, some of the model's answers, or the report, and a little more."""
    asked = len(server.asked) + chance.choice((0, 0, 1, 2, 3, 9))
    reports = desk.parts.reports
    until(lambda: len(server.asked) >= asked or bool(reports.versions(interview_id)))
    at_the_start = len(server.asked) == asked and not reports.versions(interview_id)
    time.sleep(chance.uniform(0, 1.5 if at_the_start and asked == len(server.asked) else 0.05))
