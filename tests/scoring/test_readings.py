"""The language model is asked nothing twice."""

import dataclasses
from pathlib import Path

import pytest

from bench.stand_in import StandIn, stand_in
from records.erasure import erase
from records.errors import InterviewErased
from records.readings import Readings
from scoring.config import ScoringConfig
from scoring.errors import ModelUnavailable
from scoring.job import open_reader, score
from scoring.reading.memory import SharedMemory
from scoring.reading.model import Forgetful, Memory, Reading
from scoring.reading.served import ServedModel
from tests.interview.material import ROOT
from tests.scoring.conftest import Desk


def held(desk: Desk) -> str:
    """An interview with two answers, about which several questions are asked."""
    call = desk.invited().prompt("1").say("Users should keep coming back over months. Clicks are a proxy for value.")
    return desk.hold(call.prompt("2").say("New items have a cold start.").end())


def with_model(desk: Desk, server: StandIn) -> None:
    config = ScoringConfig(
        database_url=desk.url, data_dir=desk.data, prompts_dir=ROOT / "prompts", llm_base_url=server.url
    )
    desk.parts = dataclasses.replace(desk.parts, reader=open_reader(config)[0])


def ask(model: ServedModel, user: str, memory: Memory) -> list[Reading]:
    return model.choose("system", user, [""], ("yes", "no"), memory, lambda: None)


def told(desk: Desk, interview_id: str) -> list[object]:
    """The newest report without its version and time."""
    body = desk.parts.reports.latest(interview_id).body
    return [(name, part) for name, part in sorted(body.items()) if name not in ("version", "created_at")]


def test_scoring_again_asks_nothing_and_tells_the_same(desk: Desk) -> None:
    interview_id = held(desk)
    with stand_in() as server:
        with_model(desk, server)
        assert score(interview_id, desk.parts) == 1
        first, asked = told(desk, interview_id), list(server.asked)
        assert score(interview_id, desk.parts) == 2
    assert len(asked) == len(set(asked)) >= 5
    assert server.asked == asked
    assert told(desk, interview_id) == first


def test_what_comes_with_viva_is_recalled_and_what_does_not_is_kept_for_all(tmp_path: Path) -> None:
    shipped = tmp_path / "ends.json"
    shipped.write_text('{"there": {"0": 0.25}}', encoding="utf-8")
    memory = SharedMemory(Forgetful(), tmp_path / "common", shipped)
    assert memory.recall("there") == {"0": 0.25}
    assert memory.recall("new") is None
    memory.keep("new", {"0": 0.5})
    assert SharedMemory(Forgetful(), tmp_path / "common", tmp_path / "none.json").recall("new") == {"0": 0.5}
    assert [path.name for path in (tmp_path / "common").iterdir()] == ["new.json"]


class Sorted:
    """Keeps readings with their words in the order of the alphabet, as a database may."""

    def __init__(self) -> None:
        self._kept: dict[str, Reading] = {}

    def recall(self, key: str) -> Reading | None:
        return self._kept.get(key)

    def keep(self, key: str, reading: Reading) -> None:
        self._kept[key] = dict(sorted(reading.items()))


def test_a_kept_reading_has_its_words_in_the_order_they_were_asked_in() -> None:
    memory = Sorted()
    with stand_in() as server:
        model = ServedModel(server.url)
        first, again = (ask(model, "one", memory)[0] for _ in range(2))
    assert list(again.items()) == list(first.items())
    assert list(again) == ["yes", "no"]


def test_a_model_that_goes_away_midway_is_asked_only_for_the_rest(desk: Desk) -> None:
    memory = Readings(desk.engine, held(desk))
    with stand_in() as server:
        model = ServedModel(server.url)
        answered = ask(model, "first", memory)
        server.gone = True
        with pytest.raises(ModelUnavailable):
            ask(model, "second", memory)
        assert ask(model, "first", memory) == answered


def test_what_is_heard_after_an_erasure_is_not_kept(desk: Desk) -> None:
    interview_id = held(desk)
    with stand_in() as server:
        erase(desk.engine, desk.parts.recordings, interview_id)
        with pytest.raises(InterviewErased):
            ask(ServedModel(server.url), "user", Readings(desk.engine, interview_id))
    assert Readings(desk.engine, interview_id).all() == {}
