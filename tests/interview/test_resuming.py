"""Whoever comes back from a pause, or is sorry for a word, hears the question again and has answered nothing."""

import pytest

from interview.commands import AskFollowUp
from interview.resuming import resumes
from tests.interview.test_branches import asking
from tests.interview.walk import Walk, of, said

BACK = [
    "I'm back.",
    "okay i'm back sorry about that",
    "Ready.",
    "let's continue",
    "Okay, we can go on now.",
    "okay then English",
    "Here I am.",
]
SORRY = ["I'm sorry, that was rude of me.", "sorry I didn't mean that", "My apologies, that was unfair."]
NEITHER = [
    "I'm back at the metric: retention.", "sorry", "Let's continue with boosted trees.", "I'd go on with the weights.",
    "We roll back.", "The model is ready.", "sorry what was the question",
]  # fmt: skip


@pytest.mark.parametrize("text", [*BACK, *SORRY])
def test_words_that_only_go_on_are_known(text: str) -> None:
    assert resumes(text, held=True)


@pytest.mark.parametrize("text", NEITHER)
def test_an_answer_or_a_request_is_not_taken_for_going_on(text: str) -> None:
    assert not resumes(text, held=True)


def test_without_a_pause_going_on_is_no_return() -> None:
    assert not resumes("let's continue", held=False)
    assert resumes("I'm back", held=False)
    assert not resumes("yes please")


def test_after_a_pause_the_question_is_said_again_and_nothing_was_answered() -> None:
    walk = Walk().open()
    question = walk.state.question
    assert question is not None
    walk.carry_out(walk.hear("Somebody is at the door, one moment."))
    assert walk.state.hold
    commands = walk.hear("okay I'm back")
    assert said(commands) == [question.text]
    assert not of(commands, AskFollowUp)
    assert (walk.state.hold, walk.state.answer, walk.state.stage) == (False, "", "listening")


def test_an_apology_after_a_rude_word_is_not_met_with_the_offer_to_stop_again() -> None:
    walk = Walk().open()
    question = walk.state.question
    assert question is not None
    walk.carry_out(walk.hear("this is bullshit"))
    assert said(walk.hear("I'm sorry, that was rude of me.")) == [question.text]


def test_a_return_among_the_candidates_own_questions_does_not_end_them() -> None:
    walk = asking()
    walk.carry_out(walk.hear("give me a moment please"))
    walk.carry_out(walk.hear("I'm back"))
    assert walk.state.stage == "asking"


@pytest.mark.parametrize("text", ["yes please", "Yes.", "sure", "Yes, that would be good."])
def test_a_yes_to_the_nudges_offer_brings_the_question_again(text: str) -> None:
    walk = Walk().open()
    question = walk.state.question
    assert question is not None
    walk.carry_out(walk.fire("nudge"))
    assert walk.state.nudged
    assert said(walk.hear(text)) == [question.text]


def test_a_yes_to_going_on_after_a_long_pause_brings_the_question_again() -> None:
    walk = Walk().open()
    question = walk.state.question
    assert question is not None
    walk.carry_out(walk.hear("give me a moment please"))
    walk.now += 120_000
    walk.carry_out(walk.fire("hold"))
    assert said(walk.hear("Yes, let's go on.")) == [question.text]


def test_who_needs_longer_after_a_long_pause_gets_it() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("give me a moment please"))
    walk.now += 120_000
    walk.carry_out(walk.fire("hold"))
    walk.carry_out(walk.hear("no, I need a bit longer"))
    assert (walk.state.hold, walk.state.answer) == (True, "")


@pytest.mark.parametrize("sound", ["hm", "mmm", "Ah, okay.", "er"])
def test_a_sound_of_thinking_is_no_short_answer(sound: str) -> None:
    walk = Walk().open()
    assert said(walk.hear(sound)) == []
    assert walk.state.stage == "listening"
