"""Who speaks and how: the content of one file in `prompts/personas/`."""

from typing import Literal

from pydantic import Field

from interview.model import Frozen

Request = Literal["repeat", "rephrase", "hint", "validation", "score", "hold", "skip", "finish"]
"""What candidates ask of an interviewer besides answering."""


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
    """Answers to the usual requests; after `repeat` the question itself is said again."""
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
    """The last words of a whole interview."""
    closing_early: Lines = Field(min_length=1)
    """The last words when the candidate asked to stop."""
