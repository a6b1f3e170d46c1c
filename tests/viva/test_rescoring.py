"""`viva score` asks the queue like everybody else, and works it where nobody else does."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from interview.events import CandidateTyped, Ended
from records.database import open_database, write
from records.invites import Invites
from records.journal import Journal
from records.reports import Reports
from scoring.single import scorer_works
from tests.records.samples import begin, job_state, persona, spec
from tests.viva.conftest import Command, one_sentence
from viva.settings import TREE, Settings


@pytest.fixture
def without_model(settings: Settings) -> Settings:
    """Nothing to fetch or to start."""
    return settings.model_copy(update={"llm_base_url": "none"})


def command(settings: Settings, *words: str) -> "subprocess.Popen[str]":
    """`viva` as a process of its own: the queue's library keeps hold of the standard error it first wrote to."""
    environment = {**os.environ, "PYTHONPATH": str(TREE), **settings.environment()}
    return subprocess.Popen(
        [sys.executable, "-m", "viva", *words],
        cwd=TREE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def score(settings: Settings, interview_id: str) -> str:
    """What `viva score` prints, on standard error when it fails."""
    process = command(settings, "score", interview_id[:8])
    printed, errors = process.communicate()
    return errors if process.returncode else printed


@pytest.fixture
def engine(settings: Settings) -> Iterator[sa.Engine]:
    engine = open_database(settings.database)
    yield engine
    engine.dispose()


@pytest.fixture
def live(engine: sa.Engine) -> str:
    """The id of an interview that runs."""
    invite = Invites(engine).create(spec(), persona(), "Ada")
    begin(Journal(engine), invite)
    return invite.id


@pytest.fixture
def held(engine: sa.Engine, live: str) -> str:
    """The id of one that has ended."""
    Journal(engine).append(live, CandidateTyped(at_ms=5, text="I would rank by value."))
    Journal(engine).append(live, Ended(at_ms=10, reason="completed"))
    return live


@pytest.mark.slow
def test_where_no_scorer_is_up_it_works_the_queue_itself_and_older_reports_stay(
    without_model: Settings, engine: sa.Engine, held: str
) -> None:
    assert "Report 1 of" in score(without_model, held)
    assert job_state(engine, held) == "done"
    assert "Report 2 of" in score(without_model, held)
    assert [report.version for report in Reports(engine).versions(held)] == [2, 1]


@pytest.mark.slow
def test_where_a_scorer_is_up_it_waits_for_that_one(without_model: Settings, engine: sa.Engine, held: str) -> None:
    with command(without_model, "scorer") as scorer:
        while not Reports(engine).versions(held):
            time.sleep(0.1)
        assert scorer_works(without_model.data)
        assert "Report 2 of" in score(without_model, held)
        assert scorer.poll() is None
        scorer.terminate()
    assert not scorer_works(without_model.data)


def test_an_interview_that_has_not_ended_is_one_sentence(viva: Command, without_model: Settings, live: str) -> None:
    printed = viva(without_model, "score", live[:8], code=1)
    assert one_sentence(printed)
    assert "has not ended" in printed


@pytest.mark.slow
def test_a_scoring_that_fails_says_why_and_what_to_do(
    viva: Command, without_model: Settings, engine: sa.Engine, held: str
) -> None:
    with write(engine) as connection:
        refuse = "CREATE TRIGGER full BEFORE INSERT ON reports BEGIN SELECT RAISE(ABORT, 'no'); END"
        connection.execute(sa.text(refuse))
    last = score(without_model, held).strip().splitlines()[-1]
    why = "The database refused a statement"
    assert re.fullmatch(rf"viva: Scoring failed: {why} .* Mend that and run `viva score {held[:8]}` again\.", last)
    assert json.loads(viva(without_model, "interviews", "--json"))[0]["scoring"].startswith(f"failed: {why}")
