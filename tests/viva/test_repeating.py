"""`viva score ID --repeat N` grades by readings made afresh, and keeps nothing of them."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from bench.stand_in import StandIn, stand_in
from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from records.readings import Readings
from records.reports import Reports
from scoring.job import open_parts, score
from scoring.reading.anchoring import NOTHING
from tests.interview.material import voice
from tests.scoring.calls import Call, small_spec
from tests.support.settings import settings_at
from tests.viva.conftest import Command
from viva.settings import Settings
from viva.wiring import scoring_config


class Drifting(StandIn):
    """Grades an answer that says nothing higher each time it is asked, all other answers alike."""

    drift = 0

    def answer(self, messages: list[dict[str, str]]) -> dict[str, Any]:
        reply = super().answer(messages)
        nothing = f"«{NOTHING}»" in messages[-1]["content"]
        self.drift += nothing
        digit = min(4, self.drift) if nothing else 5
        chances = {"Yes": 0.4, "No": 0.1, str(digit): 0.5}
        top = [{"token": token, "logprob": math.log(p), "bytes": None} for token, p in chances.items()]
        reply["choices"][0]["logprobs"] = {"content": [{**top[0], "top_logprobs": top}]}
        return reply


def on(server: StandIn, tmp_path: Path) -> Settings:
    """Without the models of the cache, which take no part in what is asked."""
    return settings_at(tmp_path / "data", cache_dir=tmp_path, llm_base_url=server.url)


@pytest.fixture
def call() -> Call:
    return Call().prompt("1").say("Users should keep coming back over months. Clicks are a proxy for value.").end()


def held(settings: Settings, call: Call) -> str:
    """The id of the interview, held and scored once."""
    engine = open_database(settings.database)
    invite = Invites(engine).create(small_spec(), voice(), "Ada")
    journal = Journal(engine)
    journal.begin(call.began.model_copy(update={"interview_id": invite.id}))
    for event in call.rest:
        journal.append(invite.id, event)
    engine.dispose()
    with open_parts(scoring_config(settings)) as parts:
        score(invite.id, parts)
    return invite.id


def kept(settings: Settings, interview_id: str) -> tuple[list[str], list[int], list[str]]:
    """Readings, reports, and readings for all interviews."""
    engine = open_database(settings.database)
    try:
        readings = sorted(Readings(engine, interview_id).all())
        versions = [report.version for report in Reports(engine).versions(interview_id)]
    finally:
        engine.dispose()
    return readings, versions, sorted(path.name for path in (settings.data / "readings").iterdir())


def test_each_grading_asks_everything_anew_and_nothing_is_kept(viva: Command, call: Call, tmp_path: Path) -> None:
    with stand_in() as server:
        settings = on(server, tmp_path)
        interview_id = held(settings, call)
        once, before = list(server.asked), kept(settings, interview_id)
        assert before[2], "the ends of the question's scale are read for all interviews"
        server.asked.clear()
        printed = viva(settings, "score", interview_id[:8], "--repeat", "3")
    assert sorted(server.asked) == sorted(once * 3)
    assert kept(settings, interview_id) == before
    (line,) = printed.strip().splitlines()
    first, *others = line.removeprefix("1 only: ").split("   ")[0].split()
    assert others == [first, first]
    assert line.endswith("   spread 0.00, reported not measured"), "this server grades all that it reads alike"


def test_what_varies_in_the_ends_of_the_scale_shows_in_the_spread(viva: Command, call: Call, tmp_path: Path) -> None:
    with stand_in(server := Drifting()):
        settings = on(server, tmp_path)
        interview_id = held(settings, call)
        (row,) = json.loads(viva(settings, "score", interview_id[:8], "--repeat", "3", "--json"))
        server.drift = 1
        printed = viva(settings, "score", interview_id[:8], "--repeat", "3")
    assert (row["section"], row["question"], len(row["grades"])) == ("1", "only", 3)
    assert row["spread"] == pytest.approx(max(row["grades"]) - min(row["grades"]))
    assert row["spread"] > 0.01
    assert f"   spread {row['spread']:.2f}, reported ±" in printed


def test_an_interview_without_an_answer_has_nothing_to_repeat(viva: Command, tmp_path: Path) -> None:
    with stand_in() as server:
        settings = on(server, tmp_path)
        printed = viva(settings, "score", held(settings, Call().prompt("1").end())[:8], "--repeat", "2")
    assert printed.strip() == "No question of this interview has a grade."
