"""Every authored line that can be known before is made ahead, once, and none that has a name or a number in it."""

from typing import get_args

from agent.lines import to_come
from interview.persona import Lines, Request
from tests.agent.judged import SPEC
from tests.interview.material import mle_v1
from tests.support.persona import persona

REPLIES: dict[str, Lines] = {request: (f"Reply to {request}.",) for request in get_args(Request)}
PERSONA = persona(
    ("Said by {name}.", "Plain.", "A third one."), REPLIES, long_answer=("Time goes by.",), back=("Back.",)
)


def test_lines_of_persona_and_interview_are_all_there_once() -> None:
    lines = to_come(SPEC, PERSONA)
    assert len(lines) == len(set(lines))
    assert {"Time goes by.", "Back.", "Plain."} <= set(lines)
    assert {f"Reply to {request}." for request in get_args(Request)} <= set(lines)
    for section in SPEC.sections:
        for question in section.questions:
            assert {question.prompt.aloud, *question.guides} <= set(lines)
        for intent in section.intents:
            assert set(intent.variants) <= set(lines)


def test_verdicts_are_made_with_the_words_they_come_with() -> None:
    lines = to_come(SPEC, PERSONA)
    assert "Correct." in lines
    assert "Correct but incomplete. CANARY gap?" in lines
    assert "Incorrect. CANARY error. CANARY approach." in lines
    assert "Moving on. CANARY technique." in lines
    assert not [line for line in to_come(mle_v1(), PERSONA) if line.startswith("Correct")]


def test_a_line_with_a_name_or_a_number_in_it_waits_and_style_is_never_said() -> None:
    lines = to_come(SPEC, PERSONA)
    assert not [line for line in lines if "{" in line]
    assert not set(PERSONA.style) & set(lines)
