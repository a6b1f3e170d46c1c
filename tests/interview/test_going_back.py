"""The wish to go back or to add something is met wherever it comes."""

import pytest

from interview.commands import AskFollowUp, Forget, JudgeAnswer, SetTimer
from interview.events import AnswerJudged
from tests.interview.test_branches import asking, basics
from tests.interview.walk import Walk, of, said

ANSWER = "I would measure retention over a month."
ADDED = "I would also ask people every quarter."
STEPS_BACK = ("can I go back and add something to my last answer", "I want to change my answer")


@pytest.mark.parametrize("wish", STEPS_BACK)
def test_while_a_follow_up_is_made_the_addition_is_waited_for_and_followed_up_with_the_answer(wish: str) -> None:
    walk = Walk().open()
    walk.hear(ANSWER)
    commands = walk.hear(wish)
    assert of(commands, Forget)
    assert said(commands) in (["Go back, then."], ["Change it, then."])
    assert not of(commands, AskFollowUp)
    assert walk.state.stage == "listening"
    walk.carry_out(commands)
    (ask,) = of(walk.hear(ADDED), AskFollowUp)
    assert ask.answer == f"{ANSWER} {ADDED}"


def test_who_then_adds_nothing_gets_the_follow_up_and_is_not_passed_over() -> None:
    walk = Walk().open()
    walk.hear(ANSWER)
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    walk.carry_out(walk.fire("nudge"))
    (ask,) = of(walk.fire("move_on"), AskFollowUp)
    assert ask.answer == ANSWER
    assert not walk.state.passed


def test_an_addition_after_i_do_not_know_more_is_no_giving_up_of_the_answer_before() -> None:
    walk = basics()
    walk.hear("There is a gap because training error is far below test error.")
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    assert of(walk.hear("Actually I don't know."), JudgeAnswer)


def test_a_question_that_was_skipped_can_still_be_answered_before_the_next_one_begins() -> None:
    walk = Walk().open()
    walk.hear("let's skip this one")
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    (ask,) = of(walk.hear(ANSWER), AskFollowUp)
    assert ask.answer == ANSWER


def test_an_addition_to_a_judged_answer_is_judged_with_it_once() -> None:
    walk = basics()
    (early,) = of(walk.hear("There is a gap because training error is far below test error."), JudgeAnswer)
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    stale = AnswerJudged(at_ms=walk.now, number=early.number, section="basics", question="fit", band="incomplete")
    assert walk.happen(stale) == []
    (ask,) = of(walk.hear("And I would penalize large weights."), JudgeAnswer)
    assert ask.answer.endswith("And I would penalize large weights.")


def test_silence_after_going_back_returns_to_the_open_question() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    walk.carry_out(walk.fire("nudge"))
    commands = walk.fire("move_on")
    assert said(commands) == ["Back to where we were.", "What is success?"]
    walk.carry_out(commands)
    assert (walk.state.stage, walk.state.passed) == ("listening", False)
    assert said(walk.fire("nudge")) == ["Still there?"]


@pytest.mark.parametrize("wish", STEPS_BACK)
def test_among_the_candidates_own_questions_an_addition_is_taken_and_they_may_go_on_asking(wish: str) -> None:
    walk = asking()
    commands = walk.hear(wish)
    assert said(commands) in (["Go back, then."], ["Change it, then."])
    assert {timer.after_ms for timer in of(walk.carry_out(commands), SetTimer)} == {25_000}
    added = walk.hear(ADDED)
    assert said(added) == ["Back to where we were.", "Technical complete. Questions for me?"]
    assert ADDED in walk.state.said["end"]
    assert (walk.state.stage, walk.state.their_questions) == ("asking", 0)
    walk.carry_out(added)
    assert said(walk.hear("No, thank you, I have none."))[-1] == "That was all. Goodbye."


def test_silence_instead_of_the_addition_at_the_end_closes() -> None:
    walk = asking()
    walk.carry_out(walk.hear(STEPS_BACK[0]))
    assert said(walk.fire("move_on"))[-1] == "That was all. Goodbye."
