"""How long the candidate waited, read from journals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.events import (
    AnswerJudged,
    CandidateSpoke,
    Event,
    FollowUpWritten,
    Line,
    LineEnded,
    LineKind,
    LineStarted,
    TimerFired,
    TurnEnded,
)
from interview.waiting import Wait, spread, waits

TIMINGS = {"transcription": 150, "endpointing": 600, "question_ready": 640, "reply": 300}


def spoke(ended_ms: int) -> list[Event]:
    """An answer whose last word ends then, and the end of the turn 600 ms later."""
    said = CandidateSpoke(at_ms=ended_ms + 150, text="Clicks.", started_ms=ended_ms - 900, ended_ms=ended_ms)
    return [said, TurnEnded(at_ms=ended_ms + 600)]


def line(at_ms: int, kind: LineKind, text: str, latency_ms: int | None = None, source: str = "authored") -> LineStarted:
    said = Line.model_validate({"text": text, "kind": kind, "section": "1", "source": source})
    timings = TIMINGS if latency_ms is not None else {}
    return LineStarted(at_ms=at_ms, line_id=at_ms, line=said, latency_ms=latency_ms, timings=timings)


def written(at_ms: int, text: str, *, ahead: bool) -> FollowUpWritten:
    return FollowUpWritten(
        at_ms=at_ms, section="1", intent="why", question=text, source="model", speculative=ahead, latency_ms=20
    )


def only(events: list[Event]) -> Wait:
    (wait,) = waits(events)
    return wait


def test_a_question_written_ahead_is_heard_at_once() -> None:
    wait = only([*spoke(10_000), written(10_620, "Why?", ahead=True), line(10_900, "follow_up", "Why?", 900, "model")])
    assert (wait.turn, wait.kind, wait.source, wait.written_ahead) == (1, "follow_up", "model", True)
    assert (wait.final_text_ms, wait.turn_end_ms, wait.question_ready_ms) == (150, 600, 640)
    assert wait.latency_ms == wait.question_ms == 900


def test_behind_a_bridging_line_the_question_is_what_the_candidate_waited_for() -> None:
    events = [
        *spoke(10_000),
        line(10_900, "acknowledgement", "Let me see.", 900),
        written(12_500, "Why?", ahead=False),
        LineEnded(at_ms=12_700, line_id=10_900),
        line(12_900, "follow_up", "Why?", source="model"),
    ]
    wait = only(events)
    assert (wait.latency_ms, wait.question_ready_ms, wait.question_ms) == (900, 2_500, 2_900)
    assert (wait.kind, wait.source, wait.written_ahead) == ("follow_up", "model", False)


def test_a_question_that_was_settled_with_its_bridging_line_was_ready_with_it() -> None:
    events = [*spoke(10_000), line(10_900, "acknowledgement", "All right.", 900), line(12_000, "prompt", "And then?")]
    assert (only(events).question_ready_ms, only(events).question_ms) == (640, 2_000)


def test_a_verdict_settles_the_question_as_well() -> None:
    judged = AnswerJudged(at_ms=11_000, number=1, section="1", question="", band="correct")
    events = [*spoke(10_000), line(10_900, "acknowledgement", "So.", 900), judged, line(12_000, "prompt", "And then?")]
    assert only(events).question_ready_ms == 1_000


@pytest.mark.parametrize("between", [spoke(20_000)[0], TimerFired(at_ms=20_000, timer="nudge")], ids=["spoke", "timer"])
def test_what_is_said_after_more_words_or_a_long_silence_belongs_to_no_bridging_line(between: Event) -> None:
    bridge = line(10_900, "acknowledgement", "Take your time.", 900)
    wait = only([*spoke(10_000), bridge, between, line(30_000, "prompt", "And then?")])
    assert (wait.kind, wait.question_ms) == ("acknowledgement", 900)


def test_journals_of_earlier_versions_tell_what_they_have() -> None:
    began = line(10_900, "follow_up", "Why?", 900)
    old = began.model_copy(update={"timings": {"transcription": 150, "endpointing": 600, "reply": 300}})
    wait = only([*spoke(10_000), old])
    assert (wait.final_text_ms, wait.question_ready_ms, wait.latency_ms) == (150, None, 900)
    bare = only([*spoke(10_000), began.model_copy(update={"timings": {}})])
    assert (bare.final_text_ms, bare.turn_end_ms) == (None, None)


def test_lines_that_answer_nothing_are_no_replies() -> None:
    assert waits([line(1_000, "greeting", "Hello."), line(5_000, "prompt", "What is it?")]) == []


@given(st.lists(st.tuples(st.integers(0, 9_000), st.booleans()), max_size=12))
def test_every_timed_line_is_one_reply_and_its_question_comes_no_sooner(turns: list[tuple[int, bool]]) -> None:
    events: list[Event] = []
    for place, (latency_ms, bridged) in enumerate(turns):
        at_ms = 20_000 * (place + 1)
        kind: LineKind = "acknowledgement" if bridged else "follow_up"
        events += [*spoke(at_ms), line(at_ms + latency_ms, kind, "A.", latency_ms)]
        events += [line(at_ms + latency_ms + 1_000, "follow_up", "B.")] if bridged else []
    found = waits(events)
    assert [wait.turn for wait in found] == list(range(1, len(turns) + 1))
    assert [wait.latency_ms for wait in found] == [latency_ms for latency_ms, _ in turns]
    assert all(
        wait.question_ms == wait.latency_ms + 1_000 * bridged for wait, (_, bridged) in zip(found, turns, strict=True)
    )


def test_nothing_measured_has_no_spread() -> None:
    assert spread([]) is None


def test_p95_is_a_wait_that_somebody_had() -> None:
    figures = spread(range(1, 101))
    assert figures is not None
    assert (figures.turns, figures.p95, figures.maximum) == (100, 95, 100)


@given(st.lists(st.integers(0, 60_000), min_size=1, max_size=60))
def test_a_spread_lies_in_order_within_its_samples(samples: list[int]) -> None:
    figures = spread(samples)
    assert figures is not None
    assert min(samples) <= figures.median <= figures.maximum == max(samples)
    assert figures.p95 in samples
