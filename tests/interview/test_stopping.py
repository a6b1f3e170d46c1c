"""The wish to stop: confirmed once, whenever it comes, and taken back as easily."""

import pytest

from interview.commands import AskFollowUp, Finish, SetTimer
from tests.interview.walk import Walk, of, said

STOP = "I want to stop the interview"
ANSWER = "I would measure retention over a month."


@pytest.mark.parametrize(
    "yes", ["Yes, please stop.", "yes, let's stop here", "Yes I want to stop", "yes sure", "Stop."]
)
def test_a_yes_in_any_words_ends_the_interview_without_a_second_question(yes: str) -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear(STOP))
    assert said(walk.hear(yes)) == ["We stop here. Goodbye."]


@pytest.mark.parametrize(
    "no", ["No.", "No, I'd like to go on.", "Let's go on.", "No, I don't want to stop.", "No thanks"]
)
def test_a_no_brings_the_open_question_back_and_is_no_answer_to_it(no: str) -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear(STOP))
    assert said(walk.hear(no)) == ["What is success?"]
    assert (walk.state.stage, walk.state.answer) == ("listening", "")


def test_a_question_that_is_to_be_skipped_is_skipped_even_now() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear(STOP))
    assert said(walk.hear("Let's just skip this question"))[0] == "We leave it."


def test_who_wants_to_stop_while_the_next_question_is_made_is_asked_that_alone() -> None:
    walk = Walk().open()
    walk.hear(ANSWER)
    commands = walk.hear(STOP)
    assert (said(commands), of(commands, AskFollowUp)) == (["Shall we stop here?"], [])
    walk.carry_out(commands)
    walk.carry_out(walk.hear("yes please"))
    assert of(walk.fire("goodbye"), Finish)[0].reason == "stopped"


def test_who_says_no_to_that_or_nothing_gets_the_next_question() -> None:
    for says_no in (True, False):
        walk = Walk().open()
        walk.hear(ANSWER)
        walk.carry_out(walk.hear(STOP))
        commands = walk.hear("no, go on") if says_no else walk.fire("nudge")
        assert of(commands, AskFollowUp)[0].answer == ANSWER


def test_a_sound_of_thinking_leaves_the_question_whether_to_stop_open() -> None:
    for answered in (True, False):
        walk = Walk().open()
        if answered:
            walk.hear(ANSWER)
        walk.carry_out(walk.hear(STOP))
        assert of(walk.hear("um, well"), SetTimer)[0].timer == "nudge"
        assert said(walk.hear("yes")) == ["We stop here. Goodbye."]
