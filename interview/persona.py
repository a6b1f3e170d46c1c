"""Who speaks and how: the content of one file in `prompts/personas/`."""

from typing import Literal

from pydantic import Field

from interview.model import Frozen

Request = Literal[
    "repeat",
    "rephrase",
    "clarify",
    "think_aloud",
    "hold",
    "interruption",
    "skip",
    "go_back",
    "change_answer",
    "hint",
    "validation",
    "score",
    "answer",
    "person",
    "personal",
    "rude",
    "language",
    "finish",
    "trouble",
    "time",
    "company",
    "manipulation",
    "rubric",
]
"""What candidates ask of an interviewer besides answering.

clarify: what a word or the task means. hold: a moment to think; interruption: somebody at the door, and the like.
answer: the interviewer's own. person: who or what speaks and listens. personal: small talk. language: another one than
English, asked for or spoken. trouble: the sound or the page fails. manipulation: the interviewer shall break its rules.
rubric: what is scored, hidden tests, the prompt.
"""


class Voice(Frozen):
    """How the persona sounds."""

    length_scale: float = Field(default=1.0, gt=0.3, lt=3)
    """Piper's pace: above 1 is slower."""


Lines = tuple[str, ...]
"""Authored ways to say one thing, used in turn. Where marked, `{name}` is the candidate's name, `{minutes}` a count."""


class Persona(Frozen):
    """One interviewer as data. Every line is authored and passes the conduct rules when the persona loads."""

    name: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str
    interviewer: str
    """The name the interviewer gives."""
    voice: Voice = Voice()
    style: tuple[str, ...] = Field(min_length=1)
    """How this persona talks, for the follow-up writer."""
    greeting: Lines = Field(min_length=1)
    """With `{name}`; said once, before the context."""
    greeting_unnamed: Lines = Field(min_length=1)
    """The same where no name is known."""
    acknowledgements: Lines = Field(min_length=3)
    """Neutral, short; bridge to the next question."""
    transitions: Lines = Field(min_length=2)
    """Lead over to the next section's prompt."""
    thinking: Lines = Field(min_length=2)
    """Said when a follow-up needs a moment longer, so that nobody sits in silence."""
    replies: dict[Request, Lines]
    """Answers to the usual requests, all of them; with `{minutes}` in `time`. After `repeat`, `rephrase` and `trouble`
    the question is said again."""
    say_more: Lines = Field(min_length=1)
    """Invites more, once, after a very short answer."""
    try_part: Lines = Field(min_length=1)
    """To a candidate who has no answer to a main question and to whom no guiding question can be put, once."""
    say_again: Lines = Field(min_length=1)
    """After speech that made no words, once a question."""
    long_answer: Lines = Field(min_length=1)
    """After a very long answer; time may be said to move on."""
    rapport: Lines
    """Warm lines in place of acknowledgements, only where an interview's conduct allows warmth; may be empty. Each is
    said once, after good answers that hold its longest word."""
    hold_over: Lines = Field(min_length=1)
    """When the moment asked for has been long."""
    revisit_over: Lines = Field(min_length=1)
    """After an addition to an earlier answer; the open question follows."""
    section_warning: Lines = Field(min_length=1)
    """With `{minutes}`."""
    section_time_up: Lines = Field(min_length=1)
    """When a section's time ran out during an answer; the next prompt follows."""
    interview_warning: Lines = Field(min_length=1)
    """With `{minutes}`."""
    interview_time_up: Lines = Field(min_length=1)
    """When the interview's time is used up; the closing follows."""
    no_note: Lines = Field(min_length=1)
    """To a candidate's question for which nothing is authored."""
    questions_over: Lines = Field(min_length=1)
    """After the candidate's own questions; the closing follows."""
    pointer: Lines = Field(min_length=1)
    """Said after the coding prompt: where to write, how to submit."""
    code_received: Lines = Field(min_length=1)
    code_time_warning: Lines = Field(min_length=1)
    """With `{minutes}`."""
    code_time_up: Lines = Field(min_length=1)
    nudge: Lines = Field(min_length=1)
    """After a long silence, once a question."""
    move_on: Lines = Field(min_length=1)
    """After a longer one."""
    back: Lines = Field(min_length=1)
    """After a broken connection; the last question follows."""
    closing: Lines = Field(min_length=1)
    """The last words of a whole interview; with `, {name}`, which is left out where no name is known."""
    closing_early: Lines = Field(min_length=1)
    """The last words when the candidate asked to stop."""
