"""Holds and broken connections stop every clock, in whatever stage they come, and always end."""

from interview import budget
from interview.commands import Command, SetTimer, StopTimer
from interview.events import (
    CandidateDropped,
    CandidateReturned,
    CandidateSpoke,
    CodeSubmitted,
    HoldSet,
    Line,
    LineStarted,
)
from tests.interview.test_branches import asking
from tests.interview.walk import Walk, of, said

ANSWER = "I would measure retention over a month."
TEN_MINUTES = 600_000


def timers(commands: list[Command]) -> dict[str, int]:
    return {timer.timer: timer.after_ms for timer in of(commands, SetTimer)}


def stopped(commands: list[Command]) -> set[str]:
    return {timer.timer for timer in of(commands, StopTimer)} - set(timers(commands))


def test_the_editor_does_not_close_while_the_candidate_is_away() -> None:
    walk = Walk().to_coding()
    walk.now = opened = walk.state.editor_opened_ms or 0
    assert {"code_time", "code_warning"} <= stopped(walk.happen(CandidateDropped(at_ms=walk.now + 60_000)))
    walk.now = opened + 240_000
    again = walk.happen(CandidateReturned(at_ms=walk.now))
    assert timers(again)["code_time"] == TEN_MINUTES - 60_000


def test_a_hold_while_coding_stops_the_editors_time_and_ends_by_itself() -> None:
    walk = Walk().to_coding()
    begun = walk.happen(HoldSet(at_ms=walk.now, on=True))
    assert "code_time" in stopped(begun)
    assert timers(begun)["hold"] == 120_000
    walk.now += 120_000
    assert timers(walk.fire("hold"))["code_time"] > TEN_MINUTES - 60_000


def test_a_hold_asked_for_aloud_while_coding_ends_with_the_next_words() -> None:
    walk = Walk().to_coding()
    assert "code_time" in stopped(walk.hear("give me a moment please"))
    commands = walk.hear("so here I add one to the rank")
    assert "code_time" in timers(commands)
    assert "hold" in stopped(commands)


def test_a_hold_while_coding_outlives_a_broken_connection_and_still_ends() -> None:
    walk = Walk().to_coding()
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    walk.happen(CandidateDropped(at_ms=walk.now))
    back = timers(walk.happen(CandidateReturned(at_ms=walk.now)))
    assert "hold" in back
    assert "code_time" not in back


def test_submitted_code_ends_a_hold() -> None:
    walk = Walk().to_coding()
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    walk.carry_out(walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source="def f(x): return x")))
    assert not walk.state.hold
    assert walk.state.stage == "listening"


def test_a_murmur_on_hold_does_not_bring_the_silence_to_its_end() -> None:
    walk = Walk().open()
    walk.carry_out(walk.fire("nudge"))
    walk.carry_out(walk.hear("give me a moment please"))
    assert timers(walk.hear("um okay")) == {"hold": 120_000}
    assert walk.state.hold


def test_a_request_on_hold_ends_it_for_good() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("give me a moment please"))
    assert "hold" in stopped(walk.hear("could you repeat that"))


def test_a_hold_while_the_next_question_is_made_stops_the_clocks() -> None:
    walk = Walk().open()
    walk.hear(ANSWER)
    assert "section_time" in stopped(walk.happen(HoldSet(at_ms=walk.now, on=True)))
    assert "section_time" in timers(walk.fire("hold"))


def test_no_clock_starts_with_a_question_that_nobody_is_there_to_hear() -> None:
    walk = Walk().open()
    walk.hear(ANSWER)
    walk.happen(CandidateDropped(at_ms=walk.now))
    line = Line(text="What next?", kind="prompt", section="last")
    assert timers(walk.happen(LineStarted(at_ms=walk.now, line_id=walk.state.lines, line=line))) == {}
    assert "section_time" in timers(walk.happen(CandidateReturned(at_ms=walk.now)))


def test_whoever_takes_over_on_hold_waits_for_its_end() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("give me a moment please"))
    commands = walk.join()
    assert timers(commands) == {}
    assert said(commands)[-1] == "What is success?"
    assert timers(walk.carry_out(commands)) == {"hold": 120_000}


def test_time_that_ran_out_in_an_answer_is_not_forgotten_over_a_hold() -> None:
    walk = Walk().open()
    walk.now += int(walk.spec.sections[0].minutes * 60_000)
    walk.happen(CandidateSpoke(at_ms=walk.now, text="I would begin with", started_ms=0, ended_ms=1))
    assert timers(walk.fire("section_time")) == {"section_time": budget.QUIET_MS}
    assert "section_time" in stopped(walk.happen(HoldSet(at_ms=walk.now, on=True)))
    assert timers(walk.happen(HoldSet(at_ms=walk.now, on=False)))["section_time"] == budget.QUIET_MS


def test_time_that_ran_out_before_a_moment_was_asked_for_aloud_leads_on_after_it() -> None:
    walk = Walk().open()
    walk.now += int(walk.spec.sections[0].minutes * 60_000)
    walk.happen(CandidateSpoke(at_ms=walk.now, text="Well,", started_ms=0, ended_ms=1))
    walk.fire("section_time")
    walk.carry_out(walk.hear("give me a moment please"))
    assert walk.state.hold
    assert timers(walk.fire("hold"))["section_time"] == budget.QUIET_MS
    assert said(walk.fire("section_time"))[:2] == ["This part is over.", "Write a small function."]


def test_a_time_that_runs_out_in_the_moment_a_hold_begins_waits_for_its_end() -> None:
    for timer in ("section_time", "interview_time", "move_on"):
        walk = Walk().open()
        walk.happen(HoldSet(at_ms=walk.now, on=True))
        assert walk.fire(timer) == []
        assert (walk.state.stage, walk.state.passed) == ("listening", False)


def test_the_end_of_the_interviews_time_does_not_cut_the_candidates_own_questions_short() -> None:
    walk = asking()
    walk.now = int(walk.spec.minutes * 60_000)
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    assert timers(walk.happen(HoldSet(at_ms=walk.now, on=False)))["interview_time"] == budget.WRAP_UP_MS
