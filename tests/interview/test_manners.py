"""What is no answer, and time: few words, unclear words, a step back, holds, warnings, the end of the time."""

from interview import budget
from interview.arrangement import Arrangement
from interview.commands import AskFollowUp, Command, Say, SetTimer
from interview.events import (
    CandidateDropped,
    CandidateReturned,
    CandidateSpoke,
    HoldSet,
    Line,
    LineStarted,
    TurnEnded,
    Word,
)
from interview.spec import Spec
from tests.interview.branching import FORKED
from tests.interview.walk import SPEC, Walk, of, said

ANSWER = "I would measure retention over a month."


def mumble(walk: Walk, confidence: float) -> list[str]:
    words = tuple(Word(text=text, start_ms=0, end_ms=100, confidence=confidence) for text in ANSWER.split())
    walk.happen(CandidateSpoke(at_ms=walk.now, text=ANSWER, started_ms=0, ended_ms=100, words=words))
    return said(walk.happen(TurnEnded(at_ms=walk.now)))


def timers(commands: list[Command]) -> dict[str, int]:
    return {timer.timer: timer.after_ms for timer in of(commands, SetTimer)}


def test_a_very_short_answer_gets_one_invitation_to_say_more() -> None:
    walk = Walk().open()
    first = walk.hear("Retention.")
    assert said(first) == ["Say more?"]
    walk.carry_out(first)
    (ask,) = of(walk.hear("Just that."), AskFollowUp)
    assert ask.answer == "Retention. Just that."


def test_without_an_answer_a_part_may_be_tried_once_and_then_the_interview_goes_on() -> None:
    walk = Walk().open()
    first = walk.hear("I don't know, sorry.")
    assert said(first) == ["Try a part?"]
    assert not of(first, AskFollowUp)
    walk.carry_out(first)
    second = walk.hear("No, I really don't know.")
    assert not of(second, AskFollowUp)
    assert [say.line.kind for say in of(second, Say)][:2] == ["acknowledgement", "prompt"]


def test_the_offer_of_a_part_is_never_made_in_the_same_words_again() -> None:
    walk = Walk().open()
    for _ in range(2):
        walk.carry_out(walk.hear("I don't know."))
    walk.carry_out(walk.hear("Can we skip this one?"))
    assert walk.state.section == "last"
    assert "Try a part?" not in said(walk.hear("I don't know."))


def test_a_part_that_was_tried_is_followed_up() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I have no idea."))
    (ask,) = of(walk.hear(ANSWER), AskFollowUp)
    assert ANSWER in ask.answer


def test_unintelligible_speech_gets_one_request_to_repeat_and_no_invented_reading() -> None:
    walk = Walk().open()
    assert mumble(walk, 0.2) == ["Say it again?"]
    assert walk.state.answer == ""
    walk.speak(Line(text="Say it again?", kind="reply", purpose="say_again"))
    mumble(walk, 0.2)
    assert walk.state.answer == ANSWER


def test_clearly_heard_words_are_an_answer() -> None:
    walk = Walk().open()
    assert mumble(walk, 0.9) == []
    assert walk.state.stage == "answered"


def test_going_back_keeps_the_addition_and_returns_to_the_open_question() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("can I go back and add something to my last answer"))
    lines = said(walk.hear("I forgot to say that I would also ask people."))
    assert lines[-1] == "What is success?"
    assert walk.state.stage == "listening"
    assert "also ask people" in walk.state.said["1"]


def test_the_time_of_a_hold_is_not_charged() -> None:
    walk = Walk().open()
    before = budget.section_left_ms(SPEC.sections[0], walk.state)
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    walk.now += 60_000
    commands = walk.happen(HoldSet(at_ms=walk.now, on=False))
    assert budget.section_left_ms(SPEC.sections[0], walk.state) == before
    assert timers(commands)["section_time"] == before


def test_the_time_of_a_broken_connection_is_not_charged() -> None:
    walk = Walk().open()
    before = budget.left_ms(SPEC, walk.state)
    walk.happen(CandidateDropped(at_ms=walk.now))
    walk.now += 90_000
    walk.happen(CandidateReturned(at_ms=walk.now))
    assert budget.left_ms(SPEC, walk.state) == before


def test_extra_time_lengthens_every_limit() -> None:
    twice = Walk(arrangement=Arrangement(extra_time=2.0))
    prompt = of(twice.join(), Say)[-1]
    usual, longer = SPEC.sections[0].minutes * 60_000, timers(twice.speak(prompt.line))
    assert longer["section_time"] == 2 * usual
    assert longer["nudge"] == 50_000


def test_a_warning_waits_for_the_end_of_the_answer() -> None:
    walk = Walk(FORKED).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    walk.happen(CandidateSpoke(at_ms=walk.now, text="There is a gap", started_ms=0, ended_ms=1))
    commands = walk.fire("section_warning")
    assert said(commands) == []
    assert timers(commands) == {"section_warning": budget.QUIET_MS}


def test_an_answer_leaves_the_clocks_alone_and_one_that_ends_a_hold_sets_them_anew() -> None:
    walk = Walk().open()
    assert "section_time" not in timers(walk.hear(ANSWER))
    walk = Walk().open()
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    assert "section_time" in timers(walk.hear(ANSWER))


def test_a_warning_tells_the_minutes_that_are_left() -> None:
    walk = Walk(FORKED).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    walk.now += 7 * 60_000 - 1000
    assert said(walk.fire("section_warning")) == ["3 minutes for this part."]


def test_when_a_sections_time_is_up_in_silence_it_thanks_and_goes_on() -> None:
    walk = Walk().open()
    walk.now += int(SPEC.sections[0].minutes * 60_000)
    assert said(walk.fire("section_time"))[:2] == ["This part is over.", "Write a small function."]


def test_nobody_is_cut_off_when_the_time_is_up_in_the_middle_of_an_answer() -> None:
    walk = Walk().open()
    walk.now += int(SPEC.sections[0].minutes * 60_000)
    walk.happen(CandidateSpoke(at_ms=walk.now, text="I would begin with", started_ms=0, ended_ms=1))
    assert said(walk.fire("section_time")) == []
    assert said(walk.hear("surveys of people."))[1] == "Write a small function."


def test_an_interview_out_of_time_still_reaches_its_closing_line() -> None:
    walk = Walk(Spec.model_validate(SPEC.model_dump() | {"minutes": 3})).open()
    walk.now += 3 * 60_000
    assert said(walk.fire("interview_time"))[-1] == "That was all. Goodbye."


def test_a_candidate_who_asks_to_stop_confirms_it_once() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I want to stop the interview"))
    assert said(walk.hear("yes"))[-1] == "We stop here. Goodbye."


def test_a_line_says_in_the_journal_what_it_is_for() -> None:
    walk = Walk().open()
    (line,) = [say.line for say in of(walk.hear("can you give me a hint"), Say)]
    assert LineStarted(at_ms=0, line_id=0, line=line).line.purpose == "hint"
