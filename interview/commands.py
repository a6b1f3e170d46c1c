"""What the engine asks of whoever holds the call."""

from typing import Literal

from interview.events import EndReason, Line, Timer
from interview.model import Frozen
from interview.spec import Bar


class Say(Frozen):
    """Speak a line, after those said before it."""

    do: Literal["say"] = "say"
    line: Line


class Forget(Frozen):
    """Drop the lines that have not begun and the follow-up being written: the candidate said more."""

    do: Literal["forget"] = "forget"


class AskFollowUp(Frozen):
    """Have a follow-up written; answer with FollowUpWritten."""

    do: Literal["ask_follow_up"] = "ask_follow_up"
    section: str
    intents: tuple[str, ...]
    """Ids allowed now, those not used before first."""
    question: str
    """What the candidate was answering."""
    answer: str
    """What the candidate has said to it so far: untrusted text."""
    number: int = 0
    """Of that answer, `State.answers`; goes into FollowUpWritten."""


class JudgeAnswer(Frozen):
    """Have an answer judged against its question's points; answer with AnswerJudged."""

    do: Literal["judge_answer"] = "judge_answer"
    number: int
    """Of the answer, `State.answers`; goes into AnswerJudged."""
    section: str
    question: str
    """The question's id."""
    asked: str
    """As it was asked."""
    answer: str
    """Untrusted text."""
    bar: Bar


class ShowContext(Frozen):
    """Show the problem context on the page."""

    do: Literal["show_context"] = "show_context"


class OpenEditor(Frozen):
    """Show the coding task and the editor."""

    do: Literal["open_editor"] = "open_editor"
    section: str


class CloseEditor(Frozen):
    """Make the editor read-only."""

    do: Literal["close_editor"] = "close_editor"


class SetTimer(Frozen):
    """Send TimerFired after so long; a timer of the same name is replaced.

    Those of SILENCE_TIMERS pause while the candidate speaks and start anew after it.
    """

    do: Literal["set_timer"] = "set_timer"
    timer: Timer
    after_ms: int


class StopTimer(Frozen):
    """Forget a timer."""

    do: Literal["stop_timer"] = "stop_timer"
    timer: Timer


class Finish(Frozen):
    """End the interview: append Ended with this reason, hand over to scoring, close the call."""

    do: Literal["finish"] = "finish"
    reason: EndReason


Command = (
    Say | Forget | AskFollowUp | JudgeAnswer | ShowContext | OpenEditor | CloseEditor | SetTimer | StopTimer | Finish
)
