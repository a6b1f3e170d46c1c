"""What one whole turn of the candidate changes: a request, fillers, a yes or no to stopping, or part of an answer."""

import re

from interview.fillers import says_nothing
from interview.persona import Request
from interview.requests import answer_before, gives_up, recognise
from interview.resuming import resumes
from interview.state import State

SHORT_WORDS = 3
"""An answer of so few words gets one invitation to say more."""
UNCLEAR, UNCLEAR_WORDS = 0.4, 2
"""A turn of so many recognized words with less confidence than this on average is taken for not understood. Whisper's
word probabilities on clear speech average above 0.8, on noise and crosstalk below 0.4."""

AROUND_STOP = frozenset(
    (
        "please do lets let us it here now i am im would id like want to that thanks thank you okay ok well can could "
        "we sorry"
    ).split()
)
"""Words that a yes or a no to "shall we stop here" may hold beside the ones that decide."""
STOP = frozenset("yes yeah yep yup sure stop end".split())
GO_ON = frozenset("no nope dont not continue on going go keep rather yet".split())


HOLDS: frozenset[Request | None] = frozenset({"hold", "interruption"})
"""Requests that keep everything waiting."""
REVISITS: frozenset[Request | None] = frozenset({"go_back", "change_answer"})
"""Requests after which the next turn belongs to something earlier."""


def unclear(sure: float, words: int) -> bool:
    """Whether so many words, whose confidence adds up to `sure`, are taken for not understood."""
    return words >= UNCLEAR_WORDS and sure / words < UNCLEAR


def turn_changes(state: State, text: str) -> dict[str, object]:
    """What a whole turn changes: it is a request, fillers, a confirmation, unintelligible, or (part of) an answer."""
    words = " ".join(re.findall(r"[a-z]+", text.lower().replace("'", "")))
    resumed = resumes(text, held=state.hold or state.nudged, nudged=state.nudged)
    request = None if resumed else recognise(text, state.question.text if state.question else "")
    filler = request is None and (resumed or says_nothing(text))
    changes: dict[str, object] = {
        "turn": "", "turn_confidence": (0.0, 0), "last_turn": text,
        "their_questions": state.their_questions + _asks_theirs(state, request),
        "request": request, "filler": filler, "short": False, "unclear": False, "gave_up": False,
        "revisited": False, "confirming_end": state.confirming_end and filler, "end_declined": False,
        "hold": request in HOLDS or (state.hold and filler and not resumed), "resumed": resumed,
    }  # fmt: skip
    changes["hold_ended"] = state.hold and not changes["hold"]
    if state.confirming_end and (decided := _on_stopping(words, request)):
        return changes | decided
    if request == "finish" and state.stage in ("listening", "answered", "coding"):
        changes["confirming_end"] = True
    if request == "skip" and state.stage in ("listening", "answered", "coding"):
        before = answer_before(text) if state.stage == "listening" else ""
        if len(before.split()) > SHORT_WORDS and not gives_up(before):  # an answer, with the wish to go on after it
            return {**changes, **_more(state, before), **_answered(state)}
        return {**changes, "stage": "answered", "passed": True, "editor_open": False}
    if request is not None or filler or not (state.revisiting or state.stage in ("listening", "answered")):
        before = answer_before(text) if request and state.stage in ("listening", "answered") else ""
        steps_back = _steps_back(state) if request in REVISITS else {}
        return changes | steps_back | (_more(state, before) if before else {})
    if state.revisiting:
        return {**changes, "revisiting": False, "revisited": True}
    if _unclear(state):
        return {**changes, "unclear": True}
    gave_up = gives_up(text) and not state.adding
    changes |= {**_more(state, text), "gave_up": gave_up, "nudged": False, "short": _short(state, text, gave_up)}
    return changes if changes["short"] else {**changes, **_answered(state)}


def _answered(state: State) -> dict[str, object]:
    """The answer is whole or has grown. A verdict that was told stands: what follows knows it, and may repeat it."""
    told = "verdict" in state.purposes
    return {"stage": "answered", "written": None, "verdict": state.verdict if told else None, "adding": False}


def _steps_back(state: State) -> dict[str, object]:
    """Something shall be added: to what was answered before while a question is open, and else to the answer to it."""
    if state.stage == "answered":
        return {"stage": "listening", "adding": True, "passed": False, "written": None, "nudged": False}
    return {"revisiting": True} if state.stage in ("listening", "asking") else {}


def _asks_theirs(state: State, request: Request | None) -> bool:
    return state.stage == "asking" and not state.revisiting and request not in REVISITS


def _on_stopping(words: str, request: Request | None) -> dict[str, object]:
    """What a turn that says yes or no to stopping here, and nothing else, changes; nothing when it says more."""
    said = set(words.split())
    yes = (said & STOP and said <= STOP | AROUND_STOP) or words in ("please", "please do")
    if yes or request == "finish":
        return {"end_confirmed": True, "filler": False}
    no = said & GO_ON and said <= GO_ON | STOP | AROUND_STOP  # "no, I don't want to stop"
    return {"end_declined": True, "filler": False, "request": None} if no else {}


def _more(state: State, text: str) -> dict[str, object]:
    together = f"{state.answer} {text}".strip()
    return {"answer": together, "told": f"{state.told} {text}".strip(), "answers": state.answers + 1}


def _unclear(state: State) -> bool:
    asked = "say_again" in state.purposes
    return state.stage == "listening" and not asked and unclear(*state.turn_confidence)


def _short(state: State, text: str, gave_up: bool) -> bool:
    question = state.question
    if state.stage != "listening" or gave_up or question is None or question.brief_answer:
        return False
    first = not state.answer and "say_more" not in state.purposes
    return first and len(text.split()) <= SHORT_WORDS
