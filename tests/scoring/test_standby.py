"""Scoring keeps out of the way of a call, but not for ever."""

import dataclasses
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from interview.events import Began, CandidateSpoke, Ended
from records.invites import Invites
from records.listing import interview_row
from scoring.config import ScoringConfig
from scoring.errors import ScoringStopped
from scoring.job import _handle, run, score
from scoring.standby import LONGEST_WAIT, WAITING, Standby
from tests.interview.material import ROOT, voice
from tests.records.samples import job_state
from tests.scoring.calls import GivenReader, small_spec
from tests.scoring.conftest import Desk


def call_begins(desk: Desk) -> str:
    """Somebody else consents now; returns that interview's id."""
    invite = Invites(desk.engine).create(small_spec(), voice(), "Grace")
    desk.parts.journal.begin(
        Began(
            at_ms=0,
            interview_id=invite.id,
            candidate="Grace",
            started_at=datetime.now(UTC),
            recording=True,
            spec=invite.spec,
            persona=invite.persona,
        )
    )
    return invite.id


def answered(desk: Desk) -> str:
    """A held interview with answers to judge."""
    call = desk.invited().prompt("1").say("Users should keep coming back over months.")
    return desk.hold(call.prompt("2").say("New items have a cold start.").end())


def test_a_scoring_waits_for_a_call_to_end_and_goes_on_after_it(desk: Desk) -> None:
    caller = call_begins(desk)
    told: list[str] = []
    stop = threading.Event()

    def tell(doing: str) -> None:
        told.append(doing)
        if len(told) == 3:
            desk.parts.journal.append(caller, Ended(at_ms=5, reason="completed"))

    score(answered(desk), desk.parts, Standby(desk.engine, datetime.now(UTC), tell, stop, look_s=0.01))
    assert told[:3] == [WAITING] * 3
    assert WAITING not in told[3:]
    assert told[-1] == "judging section 2"


def test_a_call_that_begins_between_two_judgements_is_let_past(desk: Desk) -> None:
    callers: list[str] = []
    order: list[str] = []

    def leaning(point: str, _answer: str) -> float:
        order.append("judged")
        if not callers:
            callers.append(call_begins(desk))
        return 2.0

    def tell(doing: str) -> None:
        order.append(doing)
        if doing == WAITING:
            desk.parts.journal.append(callers[0], Ended(at_ms=5, reason="completed"))

    desk.parts = dataclasses.replace(desk.parts, reader=GivenReader(leaning))
    standby = Standby(desk.engine, datetime.now(UTC), tell, threading.Event(), look_s=0.01)
    score(answered(desk), desk.parts, standby)
    steps = [step for step in order if step in ("judged", WAITING)]
    assert steps == ["judged", WAITING, "judged", "judged", "judged"]


class Resting(GivenReader):
    """Counts how often it gave its memory back, and may fail."""

    def __init__(self, fails: bool = False) -> None:
        super().__init__(self._lean)
        self._fails, self.rested = fails, 0

    def _lean(self, _point: str, _answer: str) -> float:
        if self._fails:
            raise OSError("the disk is full")
        return 2.0

    def rest(self) -> None:
        self.rested += 1


class Hurried(threading.Event):
    """Nobody waits for it."""

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set()


def test_the_models_memory_is_given_back_once_as_a_wait_begins_and_once_it_is_done(desk: Desk) -> None:
    caller, reader = call_begins(desk), Resting()
    desk.parts = dataclasses.replace(desk.parts, reader=reader)
    rested: list[int] = []

    def tell(doing: str) -> None:
        rested.append(reader.rested)
        if len(rested) == 4:
            assert doing == WAITING
            desk.parts.journal.append(caller, Ended(at_ms=5, reason="completed"))

    _handle(desk.parts, Hurried(), answered(desk), tell)
    assert rested[:4] == [0, 1, 1, 1]
    assert set(rested[4:]) == {1}
    assert reader.rested == 2


def test_the_models_memory_is_given_back_where_a_scoring_fails(desk: Desk) -> None:
    reader = Resting(fails=True)
    desk.parts = dataclasses.replace(desk.parts, reader=reader)
    with pytest.raises(OSError, match="disk is full"):
        _handle(desk.parts, Hurried(), answered(desk), lambda _: None)
    assert reader.rested == 1


def test_it_does_not_wait_longer_than_it_says(desk: Desk) -> None:
    call_begins(desk)
    told: list[str] = []
    asked = datetime.now(UTC)
    late = Standby(desk.engine, asked - LONGEST_WAIT, told.append, threading.Event(), look_s=0.01)
    late("running the code")
    assert told == ["running the code"]


def test_a_stuck_call_holds_nothing_up(desk: Desk) -> None:
    call_begins(desk)
    told: list[str] = []
    in_a_while = datetime.now(UTC) + timedelta(minutes=11)
    standby = Standby(desk.engine, in_a_while, told.append, threading.Event(), now=lambda: in_a_while)
    standby("running the code")
    assert told == ["running the code"]


def test_a_scorer_that_stops_does_not_go_on_waiting(desk: Desk) -> None:
    call_begins(desk)
    stop = threading.Event()
    standby = Standby(desk.engine, datetime.now(UTC), lambda _doing: stop.set(), stop, look_s=600)
    with pytest.raises(ScoringStopped):
        standby("running the code")


@pytest.mark.slow
def test_a_waiting_job_says_so_survives_a_stop_and_is_scored_after_the_call(desk: Desk) -> None:
    held = answered(desk)
    caller = call_begins(desk)
    config = ScoringConfig(database_url=desk.url, data_dir=desk.data, prompts_dir=ROOT / "prompts")

    def work_until(true: Callable[[], bool]) -> None:
        stop = threading.Event()
        scorer = threading.Thread(target=run, args=(config, stop))
        scorer.start()
        try:
            while not true():
                threading.Event().wait(0.05)
        finally:
            stop.set()
            scorer.join()

    work_until(lambda: interview_row(desk.engine, held).scoring == WAITING)
    assert job_state(desk.engine, held) == "running"
    desk.parts.journal.append(caller, CandidateSpoke(at_ms=9, text="Thank you.", started_ms=8, ended_ms=9))
    assert desk.parts.reports.versions(held) == []
    desk.parts.journal.append(caller, Ended(at_ms=10, reason="completed"))
    work_until(lambda: job_state(desk.engine, held) == "done")
    assert [report.version for report in desk.parts.reports.versions(held)] == [1]
