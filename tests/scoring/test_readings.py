"""The language model is asked nothing twice."""

import dataclasses

import pytest

from records.erasure import erase
from records.errors import InterviewErased
from scoring.errors import ModelUnavailable
from scoring.indicators import ModelReader
from scoring.job import score
from scoring.model import ServedModel
from scoring.prompts import read_prompt
from scoring.readings import Remembered, prompt_key
from tests.interview.material import ROOT
from tests.scoring.conftest import Desk
from tests.scoring.server import StandIn, stand_in

PROMPT = read_prompt(ROOT / "prompts" / "scoring", "point")


def held(desk: Desk) -> str:
    """An interview with two answers of which six points are asked."""
    call = desk.invited().prompt("1").say("Users should keep coming back over months. Clicks are a proxy for value.")
    return desk.hold(call.prompt("2").say("New items have a cold start.").end())


def with_model(desk: Desk, server: StandIn) -> None:
    desk.parts = dataclasses.replace(desk.parts, reader=ModelReader(PROMPT, ServedModel(server.url)))


def told(desk: Desk, interview_id: str) -> list[object]:
    """The newest report without its version and time."""
    body = desk.parts.reports.latest(interview_id).body
    return [(name, part) for name, part in sorted(body.items()) if name not in ("version", "created_at")]


def test_scoring_again_asks_nothing_and_tells_the_same(desk: Desk) -> None:
    interview_id = held(desk)
    with stand_in() as server:
        with_model(desk, server)
        assert score(interview_id, desk.parts) == 1
        first, asked = told(desk, interview_id), server.asked.copy()
        assert score(interview_id, desk.parts) == 2
    assert len(asked) == len(set(asked)) == 5
    assert server.asked == asked
    assert told(desk, interview_id) == first


def test_a_model_that_goes_away_midway_is_asked_only_for_the_rest(desk: Desk) -> None:
    interview_id = held(desk)
    with stand_in() as server:
        remembered = Remembered(ServedModel(server.url), desk.parts.readings, interview_id)
        answered = remembered.first_token("system", "first")
        server.gone = True
        with pytest.raises(ModelUnavailable):
            remembered.first_token("system", "second")
        assert remembered.first_token("system", "first") == answered


def test_the_model_and_every_word_of_a_prompt_make_the_key() -> None:
    keys = {
        prompt_key("m", "s", "u"),
        prompt_key("n", "s", "u"),
        prompt_key("m", "su", ""),
        prompt_key("m", "s", "u "),
        prompt_key("ms", "", "u"),
        prompt_key("m", "s", "\ud800"),
    }
    assert len(keys) == 6


def test_what_is_heard_after_an_erasure_is_not_kept(desk: Desk) -> None:
    interview_id = held(desk)
    with stand_in() as server:
        remembered = Remembered(ServedModel(server.url), desk.parts.readings, interview_id)
        erase(desk.engine, desk.parts.recordings, interview_id)
        with pytest.raises(InterviewErased):
            remembered.first_token("system", "user")
    assert desk.parts.readings.all(interview_id) == {}
