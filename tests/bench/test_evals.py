"""The short evaluation: every interview is held with prepared candidates, and the interviewer keeps its promises."""

import asyncio
from datetime import UTC, datetime

import pytest

from bench.banks import KINDS
from bench.evals import plan, run
from bench.evals_table import Result
from bench.grounding import takes_up
from bench.machine import this_machine
from bench.measures import Measured, measure
from interview.events import AgentJoined, Began, Ended, Event, Line, LineStarted
from tests.support.settings import settings_at
from viva.settings import Settings
from viva.wiring import catalogue


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> list[Measured]:
    """About ten rehearsals, every interview among them."""
    settings = settings_at(tmp_path_factory.mktemp("evals"))
    return asyncio.run(run(settings, list(plan(catalogue(settings).spec_names, quick=True))))


@pytest.mark.slow
def test_the_short_form_holds_every_interview_and_every_candidate(held: list[Measured], settings: Settings) -> None:
    assert {run.spec for run in held} == set(catalogue(settings).spec_names)
    assert {run.candidate for run in held} == set(KINDS)


@pytest.mark.slow
def test_no_spoken_line_breaks_conduct(held: list[Measured]) -> None:
    assert sum(run.lines for run in held) > 100
    assert [violation for run in held for violation in run.violations] == []


@pytest.mark.slow
def test_no_question_is_asked_twice(held: list[Measured]) -> None:
    assert [question for run in held for question in run.repeated] == []


@pytest.mark.slow
def test_no_intent_comes_again_while_another_is_left(held: list[Measured]) -> None:
    assert sum(len(run.follow_ups) for run in held) > 20
    assert sum(run.intents_twice for run in held) == 0


@pytest.mark.slow
def test_every_interview_reaches_its_closing_line_in_time(held: list[Measured]) -> None:
    assert [(run.spec, run.candidate) for run in held if not run.closed] == []
    assert [(run.spec, run.late, run.over_s) for run in held if run.late or run.over_s] == []


def test_the_whole_plan_is_sixty_rehearsals_and_more(settings: Settings) -> None:
    whole = list(plan(catalogue(settings).spec_names, quick=False))
    assert len([planned for planned in whole if planned.player == "bank"]) >= 60
    assert {planned.candidate for planned in whole if planned.player == "model"} >= set(KINDS[:5])


def test_what_breaks_a_promise_is_counted(settings: Settings) -> None:
    spec, persona = catalogue(settings).interview("mle-v1")
    asked = Line(text="Could you restate it?", kind="prompt", section="1", question="1")
    praise = Line(text="Great answer, well done!", kind="acknowledgement", section="1")
    began = Began(at_ms=0, interview_id="x", started_at=datetime.now(UTC), recording=True, spec=spec, persona=persona)
    events: list[Event] = [
        began,
        AgentJoined(at_ms=0),
        *(LineStarted(at_ms=n, line_id=n, line=line) for n, line in enumerate((asked, praise, asked), start=1)),
        Ended(at_ms=9, reason="left"),
    ]
    found = Measured.model_validate(
        {"spec": "mle-v1", "candidate": "weak", "seed": 0, "writer": "none", "player": "bank"} | measure(events, {})
    )
    assert {violation.rule for violation in found.violations} >= {"no_validation"}
    assert found.repeated == ("could you restate it?",)
    assert not found.closed
    totals = Result.of(datetime.now(UTC), this_machine(), {}, {}, [found]).totals
    assert (totals.violations >= 1, totals.repeated, totals.endings) == (True, 1, 0.0)


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("You mentioned caching: what would you cache?", True),
        ("How would that scale?", False),
        ("What about latency?", False),
    ],
)
def test_only_words_of_the_answer_that_the_question_before_lacked_count_as_taken_up(question: str, taken: bool) -> None:
    before = "How would you bring latency down?"
    assert takes_up(question, "I would use caching, for the latency.", before) is taken
