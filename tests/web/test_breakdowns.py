"""An interview where one interviewer after the other breaks off: who hears of it, and how it goes on."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient

from interview.events import AgentJoined, CandidateSpoke, Event, Line, LineStarted, TurnEnded
from interview.folding import apply, fold
from interview.state import State
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from records.reports import Reports
from tests.web import world
from tests.web.conftest import SITE
from web import candidates, errors, review
from web.breakdowns import MOST, Breakdowns
from web.calls import Calls
from web.config import WebConfig
from web.folds import Folds

ASKED = fold(
    [AgentJoined(at_ms=1), LineStarted(at_ms=2, line_id=0, line=Line(text="Why?", kind="prompt", section="1"))]
)
BACK = LineStarted(at_ms=3, line_id=1, line=Line(text="I am back.", kind="reply", section="1"))


@pytest.fixture
def breakdowns() -> Breakdowns:
    return Breakdowns()


def break_off(breakdowns: Breakdowns, state: State, times: int = MOST, seen: bool = True) -> State:
    """Interviewers that come, say that they are back, and are gone."""
    breakdowns.alone("a", state)
    for _ in range(times):
        for event in (AgentJoined(at_ms=3), BACK):
            state = apply(state, event)
        if seen:
            breakdowns.served("a", state)
        breakdowns.alone("a", state)
    return state


@pytest.mark.parametrize("seen", [True, False])
def test_interviewers_that_only_come_back_and_break_off_are_counted_even_between_two_looks(
    breakdowns: Breakdowns, seen: bool
) -> None:
    state = break_off(breakdowns, ASKED, MOST - 1, seen)
    assert not breakdowns.too_many("a")
    break_off(breakdowns, state, 1, seen)
    assert breakdowns.too_many("a")


def test_interviewers_that_die_before_they_write_anything_are_counted(breakdowns: Breakdowns) -> None:
    for _ in range(MOST):
        breakdowns.served("a", State())
        breakdowns.alone("a", State())
    assert breakdowns.too_many("a")


def test_waiting_for_an_interviewer_is_no_breaking_off(breakdowns: Breakdowns) -> None:
    for _ in range(100):
        breakdowns.alone("a", ASKED)
    assert not breakdowns.too_many("a")


@pytest.mark.parametrize(
    "onward",
    [
        [CandidateSpoke(at_ms=4, text="To rank items well.", started_ms=3, ended_ms=4), TurnEnded(at_ms=5)],
        [LineStarted(at_ms=4, line_id=2, line=Line(text="How?", kind="follow_up", section="1"))],
        [LineStarted(at_ms=4, line_id=2, line=Line(text="And now?", kind="prompt", section="2"))],
    ],
)
def test_an_interview_that_gets_on_counts_anew(breakdowns: Breakdowns, onward: list[Event]) -> None:
    state = break_off(breakdowns, ASKED, MOST - 1)
    for event in onward:
        state = apply(state, event)
    break_off(breakdowns, state, MOST - 1)
    assert not breakdowns.too_many("a")


def test_only_running_interviews_are_remembered(breakdowns: Breakdowns) -> None:
    break_off(breakdowns, ASKED)
    breakdowns.forget_all_but({"a"})
    assert breakdowns.too_many("a")
    breakdowns.forget_all_but({"b"})
    assert not breakdowns.too_many("a")


@pytest.fixture
def browser(
    config: WebConfig, engine: sa.Engine, invites: Invites, journal: Journal, breakdowns: Breakdowns
) -> Iterator[TestClient]:
    """Both sides' routes without what stands before them."""
    folds = Folds(journal)
    recordings = Recordings(config.data_dir / "recordings", engine, config.data_dir / "segments")
    calls = Calls(config)

    @asynccontextmanager
    async def opened(_app: FastAPI) -> AsyncIterator[None]:
        async with calls.open():
            yield

    app = FastAPI(lifespan=opened)
    errors.install(app)
    app.include_router(candidates.router(config, invites, journal, folds, calls, breakdowns))
    app.include_router(review.router(config, engine, invites, Reports(engine), recordings, folds, breakdowns))
    with TestClient(app, base_url=SITE) as client:
        yield client


def test_candidate_and_team_are_told_and_opening_the_link_again_is_another_try(
    browser: TestClient, invites: Invites, journal: Journal, breakdowns: Breakdowns
) -> None:
    invite = invites.create(world.spec(), world.persona())

    def told() -> set[bool]:
        shown = browser.get(f"/api/interviews/{invite.id}/state").json()
        [listed] = browser.get("/api/review/interviews").json()
        alone = browser.get(f"/api/review/interviews/{invite.id}").json()
        return {shown["broken_off"], listed["broken_off"], alone["broken_off"]}

    browser.post(f"/api/join/{invite.code}")
    journal.begin(world.began(invite))
    assert told() == {False}
    for _ in range(MOST):
        breakdowns.served(invite.id, State())
        breakdowns.alone(invite.id, State())
    assert told() == {True}
    assert browser.post(f"/api/join/{invite.code}").status_code == 200
    assert told() == {False}
