"""The measurement's own arithmetic; times themselves are never asserted."""

import json
import sys
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from bench import machine
from bench.figures import BRIDGE, MODEL, TRANSITION, Memory, Run, Turn, counted, ratio, to_question, viva_turns
from bench.picture import draw
from bench.pipelines import STOCK, VIVA
from bench.table import show
from interview.events import Began, Event, Line, LineKind, LineStarted
from tests.interview.material import mle_v1, voice
from viva.talker import Reply
from viva.terminal import out

STARTED = datetime(2026, 1, 1, tzinfo=UTC)


def started(line_id: int, at_ms: int, kind: LineKind, text: str, source: str = "authored") -> LineStarted:
    line = Line.model_validate({"text": text, "kind": kind, "source": source})
    return LineStarted(at_ms=at_ms, line_id=line_id, line=line)


def reply(latency_ms: int, at_ms: int, *, talked_over: bool = False) -> Reply:
    return Reply(latency_ms, STARTED.timestamp() + at_ms / 1000, talked_over)


def run(*latencies_ms: int, pipeline: str = VIVA) -> Run:
    turns = tuple(Turn(answer="An answer.", latency_ms=latency) for latency in latencies_ms)
    return Run(pipeline=pipeline, turns=turns, greetings_ms=(900, 1300, 800), asked=0, load_before=0.1)


def test_the_ratio_says_how_many_times_longer_the_other_takes() -> None:
    assert ratio(1000, 3800) == pytest.approx(3.8)


def test_turns_that_were_talked_over_do_not_count() -> None:
    turns = (Turn(answer="One.", latency_ms=700), Turn(answer="Two.", latency_ms=0, talked_over=True))
    assert counted(turns) == to_question(turns) == [700]


def test_each_turn_is_told_by_the_line_it_heard_first() -> None:
    began = Began(at_ms=0, interview_id="i", started_at=STARTED, recording=True, spec=mle_v1(), persona=voice())
    events: list[Event] = [
        began,
        started(0, 10_000, "follow_up", "Why clicks?", "model"),
        started(1, 30_000, "acknowledgement", voice().thinking[0]),
        started(2, 32_500, "follow_up", "What then?"),
        started(3, 50_000, "acknowledgement", voice().transitions[0]),
    ]
    replies = [reply(800, 10_040), reply(900, 30_030), reply(600, 50_050, talked_over=True)]
    turns = viva_turns(replies, [("One.", 4.0), ("Two.", 20.0), ("Three.", 7.5)], events)
    assert [turn.first for turn in turns] == [MODEL, BRIDGE, TRANSITION]
    assert [turn.question_ms for turn in turns] == [None, 3400, None]
    assert turns[2].talked_over
    assert [(turn.answer, turn.answer_s) for turn in turns] == [("One.", 4.0), ("Two.", 20.0), ("Three.", 7.5)]


def test_of_several_greetings_the_median_is_told() -> None:
    assert run(700).greeting_ms == 900
    assert run(700).model_copy(update={"greetings_ms": ()}).greeting_ms is None


def test_the_picture_is_xml_with_a_dot_for_each_turn() -> None:
    picture = ElementTree.fromstring(
        draw([run(700, 900, 1200), run(3000, 4900, pipeline="a < b")], "caption & all", "more")
    )
    assert len(picture.findall("{http://www.w3.org/2000/svg}circle")) == 5


def test_the_picture_of_nothing_is_a_picture() -> None:
    ElementTree.fromstring(draw([run(), run()], ""))


def test_the_table_names_both_pipelines_and_the_ratio() -> None:
    with out.capture() as shown:
        show(run(1000), run(3800, pipeline=STOCK))
    assert "3.8 ×" in shown.get()
    assert STOCK in shown.get()


def test_figures_survive_their_file() -> None:
    before = run(700).model_copy(update={"memory": {"llm": Memory(processes=1, rss_mib=2, pss_mib=1)}})
    assert Run.model_validate(json.loads(before.model_dump_json())) == before


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ([sys.executable, "-m", "viva", "worker"], "worker"),
        (["/cache/bin/livekit-server-v1.13.4", "--config", "x"], "livekit"),
        ([sys.executable, "-c", "from bench.stock import serve; serve()"], "stock worker"),
        ([], "other"),
    ],
)
def test_parts_are_known_by_their_command(command: list[str], name: str) -> None:
    assert machine.part_name(command) == name
