"""What the interviewer says to what is no answer: requests, silence, too few words, the candidate's questions."""

import re
from typing import Final

from interview import asking, budget
from interview.asking import SILENCE
from interview.commands import Command, Forget, SetTimer
from interview.last_turn import HOLDS
from interview.persona import Request
from interview.turn import Turn
from interview.words import phrase, plain

NUDGE_MS: Final = 25_000
"""Silence after a question before the one nudge; candidates think aloud or not for 10-20 s on design questions."""
MOVE_ON_MS: Final = 45_000
"""Further silence after the nudge before the interview goes on."""
HOLD_MS: Final = 120_000
"""How long "give me a moment" keeps everything waiting."""
ANYTHING_ELSE_MS: Final = 10_000
"""Silence after which the candidate has no further question at the end."""
MOST_QUESTIONS: Final = 6
"""Of the candidate's at the end; the rest is for people to answer."""

_QUESTION: Final = re.compile(
    r"\?|^(?:\W*(?:so|and|yes|yeah|sure|okay|well|um|uh)\W+)*(?:what|how|when|where|who|which|why|is|are|am|do|does|did|"
    r"can|could|will|would|should|may|tell me|i(?:'d| would) like to know|i(?:'m| was| am) wondering|i wonder)\b"
)
"""How a question to the interviewer begins; recognizers leave question marks out at times."""


def reply(turn: Turn, request: Request, *, ask_again: bool = True) -> list[Command]:
    """The authored answer to a usual request."""
    ways = turn.persona.replies[request]
    left = turn.minutes(max(0, budget.left_ms(turn.spec, turn.state)))
    line = turn.line(ways, "reply", request, minutes=left)
    if request in HOLDS:
        return [*SILENCE, *budget.stop(), line, SetTimer(timer="hold", after_ms=turn.patience_ms(HOLD_MS))]
    if request in ("repeat", "rephrase", "trouble") and ask_again:
        return [line, *turn.again()]
    return [line]


def heard(turn: Turn) -> list[Command]:
    """A turn that left the question open."""
    state = turn.state
    if state.end_confirmed:
        return asking.close(turn, early=True)
    if state.request:
        return [Forget(), *reply(turn, state.request)]
    if state.end_declined or state.resumed:
        return [Forget(), *turn.again()]
    if state.revisited:
        return back_again(turn)
    if state.unclear:
        return [Forget(), turn.line(turn.persona.say_again, "reply", "say_again")]
    if state.short:
        return [Forget(), turn.line(turn.persona.say_more, "reply", "say_more")]
    return count_silence(turn) if state.filler else []


def back_again(turn: Turn) -> list[Command]:
    """From an addition to something earlier back to the open question."""
    return [Forget(), turn.line(turn.persona.revisit_over, "reply", "revisit_over"), *turn.again()]


def count_silence(turn: Turn) -> list[Command]:
    """Towards the one nudge, and after it towards going on; on hold towards its end."""
    if turn.state.hold:
        return [SetTimer(timer="hold", after_ms=turn.patience_ms(HOLD_MS))]
    if turn.state.stage == "asking" and not turn.state.revisiting:
        return [SetTimer(timer="move_on", after_ms=turn.patience_ms(ANYTHING_ELSE_MS))]
    if turn.state.nudged:
        return [SetTimer(timer="move_on", after_ms=turn.patience_ms(MOVE_ON_MS))]
    return [SetTimer(timer="nudge", after_ms=turn.patience_ms(NUDGE_MS))]


def is_question(text: str) -> bool:
    """Whether the candidate asks something."""
    return _QUESTION.search(plain(text)) is not None


def their_question(turn: Turn) -> list[Command]:
    """The candidate's turn at the end: an answer from the notes, or on to the closing."""
    state, text = turn.state, turn.state.last_turn
    if state.end_confirmed:
        return asking.close(turn)
    if state.request and state.request not in ("company", "personal", "skip", "finish"):
        return [Forget(), *reply(turn, state.request)]
    if state.revisited:
        return back_again(turn)
    if state.resumed:
        return [Forget(), *turn.again()]
    if state.request in ("skip", "finish") or not is_question(text) or state.their_questions > MOST_QUESTIONS:
        return count_silence(turn) if state.filler and _pending(text) else questions_over(turn)
    note = _note(turn, text)
    if note is None:
        return [Forget(), turn.line(turn.persona.no_note, "reply", "no_note")]
    return [Forget(), turn.say(note, "reply", "note")]


def questions_over(turn: Turn) -> list[Command]:
    """From the candidate's questions to the closing."""
    return [
        *SILENCE,
        *asking.advance(turn, turn.line(turn.persona.questions_over, "acknowledgement", "questions_over")),
    ]


def _pending(text: str) -> bool:
    """A "yes" or a sound of thinking: the question is still to come."""
    return not re.search(r"\b(?:no|nope|thanks|thank|good|great)\b", plain(text))


def _note(turn: Turn, text: str) -> str | None:
    """The note whose words the question uses most; None when it uses none of any."""
    asked = plain(text)
    notes = [
        (sum(bool(phrase(way).search(asked)) for way in note.about), note.say) for note in turn.state.arrangement.notes
    ]
    hits, say = max(notes, key=lambda note: note[0], default=(0, ""))
    return say if hits else None
