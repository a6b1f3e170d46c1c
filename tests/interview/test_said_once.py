"""What leads over to the next question is said once, whatever comes between it and the question."""

import pytest

from interview.commands import Command, Forget, JudgeAnswer, Say
from interview.events import AnswerJudged, Band, CandidateDropped, CandidateReturned
from tests.interview.branching import FORKED
from tests.interview.walk import SPEC, Walk, of, said

ANSWER = "There is a gap because training error is far below test error."


def verdict_begun(band: Band) -> Walk:
    """The verdict was said, what comes after it was not."""
    sections = [
        section.model_copy(update={"intents": SPEC.sections[0].intents, "follow_ups": 1}) if section.judged else section
        for section in FORKED.sections
    ]
    walk = Walk(FORKED.model_copy(update={"sections": tuple(sections)})).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    first, *_ = of(judge(walk, walk.hear(ANSWER), band), Say)
    assert first.line.purpose == "verdict"
    walk.speak(first.line)
    return walk


def judge(walk: Walk, commands: list[Command], band: Band) -> list[Command]:
    (ask,) = of(commands, JudgeAnswer)
    return walk.happen(
        AnswerJudged(at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band=band)
    )


@pytest.mark.parametrize("band", ["correct", "incorrect"])
def test_a_verdict_is_not_said_again_after_a_request(band: Band) -> None:
    walk = verdict_begun(band)
    lines = said(walk.hear("how much time is left"))
    assert lines[0].endswith("minutes are left.")
    assert not [line for line in lines if line.startswith(("Correct", "Incorrect"))]
    assert band == "correct" or lines[-1] == "What is a seed?"


@pytest.mark.parametrize("band", ["correct", "incorrect"])
def test_a_verdict_is_not_said_again_after_a_broken_connection(band: Band) -> None:
    walk = verdict_begun(band)
    walk.happen(CandidateDropped(at_ms=walk.now))
    commands = walk.happen(CandidateReturned(at_ms=walk.now))
    assert said(commands)[0] == "Back again."
    assert not [line for line in said(commands) if line.startswith(("Correct", "Incorrect"))]
    assert not of(commands, JudgeAnswer)


def test_a_verdict_is_not_said_again_by_whoever_takes_over() -> None:
    walk = verdict_begun("correct")
    commands = walk.join()
    assert said(commands) == ["Back again."]
    assert not of(commands, JudgeAnswer)


def test_words_after_a_verdict_that_told_the_solution_are_not_judged() -> None:
    walk = verdict_begun("incorrect")
    commands = walk.hear("Right, so one should compare both errors.")
    assert not of(commands, JudgeAnswer)
    assert said(commands) == ["What is a seed?"]
    assert [judged.band for judged in walk.state.judged] == ["incorrect"]


def test_a_verdict_that_had_not_begun_is_still_said() -> None:
    walk = Walk(FORKED).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    judge(walk, walk.hear(ANSWER), "correct")
    commands = walk.hear("how much time is left")
    assert of(commands, Forget)
    assert "Correct." in said(commands)


def test_words_that_lead_over_are_not_said_again_after_a_broken_connection() -> None:
    walk = Walk().open()
    for _ in range(2):
        walk.carry_out(walk.hear("I would measure retention."))
    transition, *_ = of(walk.hear("That is all of it."), Say)
    walk.speak(transition.line)
    walk.happen(CandidateDropped(at_ms=walk.now))
    assert said(walk.happen(CandidateReturned(at_ms=walk.now)))[:2] == ["Back again.", "Write a small function."]
