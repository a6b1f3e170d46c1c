"""Whatever happens in whatever order, the engine stands in a known stage and has an answer."""

from datetime import UTC, datetime
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from interview.commands import AskFollowUp, Finish, Say
from interview.engine import decide
from interview.events import (
    AgentJoined,
    Began,
    CandidateDropped,
    CandidateLeft,
    CandidateReturned,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    Ended,
    Event,
    FollowUpWritten,
    HoldSet,
    Line,
    LineEnded,
    LineKind,
    LineStarted,
    RecordingFailed,
    RecordingResumed,
    Timer,
    TimerFired,
    TurnEnded,
)
from interview.folding import apply, fold
from interview.state import Stage, State
from tests.interview.walk import PERSONA, SPEC

AT = st.integers(0, 4_000_000)
TEXT = st.sampled_from(
    ["I would measure retention", "um", "could you repeat that", "skip this question", "stop the interview", "yes", ""]
)
SECTION = st.sampled_from([section.id for section in SPEC.sections])
LINES = st.builds(
    Line, text=st.just("A line?"), kind=st.sampled_from(get_args(LineKind)), section=SECTION, opens_editor=st.booleans()
)
EVENTS = st.one_of(
    st.builds(AgentJoined, at_ms=AT, models=st.just({})),
    st.builds(LineStarted, at_ms=AT, line_id=st.integers(0, 5), line=LINES, latency_ms=st.none(), timings=st.just({})),
    st.builds(LineEnded, at_ms=AT, line_id=st.integers(0, 5)),
    st.builds(CandidateSpoke, at_ms=AT, text=TEXT, started_ms=AT, ended_ms=AT, words=st.just(())),
    st.builds(TurnEnded, at_ms=AT),
    st.builds(CandidateTyped, at_ms=AT, text=TEXT.filter(bool)),
    st.builds(
        FollowUpWritten,
        at_ms=AT,
        section=SECTION,
        intent=st.just("trade"),
        question=st.just("What does that cost?"),
        source=st.just("model"),
        number=st.none() | st.integers(0, 3),
        refused=st.just(()),
    ),
    st.builds(CodeChanged, at_ms=AT, language=st.just("python"), source=st.just("x")),
    st.builds(CodeSubmitted, at_ms=AT, language=st.just("python"), source=st.just("x")),
    st.builds(CodeRefused, at_ms=AT, size=st.integers(50_000, 10_000_000), submitted=st.booleans()),
    st.builds(HoldSet, at_ms=AT, on=st.booleans()),
    st.builds(TimerFired, at_ms=AT, timer=st.sampled_from(get_args(Timer))),
    st.builds(RecordingFailed, at_ms=AT, reason=st.just("disk full")),
    st.builds(RecordingResumed, at_ms=AT),
    st.builds(CandidateDropped, at_ms=AT),
    st.builds(CandidateReturned, at_ms=AT),
    st.builds(CandidateLeft, at_ms=AT),
    st.builds(Ended, at_ms=AT, reason=st.just("left")),
)
BEGAN = Began(
    at_ms=0, interview_id="i", started_at=datetime(2026, 1, 1, tzinfo=UTC), recording=True, spec=SPEC, persona=PERSONA
)


@settings(max_examples=400, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_any_sequence_of_events_leaves_the_engine_in_a_known_stage(events: list[Event]) -> None:
    state = apply(State(), BEGAN)
    for event in events:
        state = apply(state, event)
        commands = decide(SPEC, PERSONA, state, event)
        assert state.stage in get_args(Stage)
        for command in commands:
            if isinstance(command, Say):
                assert command.line.text
            if isinstance(command, AskFollowUp):
                assert command.intents
            if isinstance(command, Finish):
                assert state.stage != "ended"
    assert state == fold([BEGAN, *events])


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=30))
def test_an_end_is_final(events: list[Event]) -> None:
    ended = fold([BEGAN, Ended(at_ms=0, reason="left")])
    after = fold([BEGAN, Ended(at_ms=0, reason="left"), *events])
    assert after.model_copy(update={"at_ms": 0}) == ended.model_copy(update={"at_ms": 0})
