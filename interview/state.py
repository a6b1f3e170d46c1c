"""Where an interview stands: a fold over its journal. Facts only; what to do about them is the engine's."""

import re
from collections.abc import Iterable
from functools import reduce
from typing import Literal

from pydantic import Field

from interview.events import (
    AgentJoined,
    Began,
    CandidateDropped,
    CandidateLeft,
    CandidateReturned,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeSubmitted,
    Ended,
    EndReason,
    Event,
    FollowUpWritten,
    HoldSet,
    Line,
    LineEnded,
    LineStarted,
    RecordingFailed,
    RecordingResumed,
    TimerFired,
    TurnEnded,
)
from interview.model import Frozen
from interview.persona import Request
from interview.requests import recognise
from interview.spec import Language

Stage = Literal["waiting", "opening", "listening", "answered", "coding", "closing", "ended"]
"""waiting: consent given, no interviewer yet. opening: greeting and context. listening: a question is open. answered:
it has an answer and the interviewer owes the next line. coding: the editor is open. closing: last words said."""

FILLERS = frozenset(
    (
        "okay ok sure um uh hmm mhm mm right yeah yes yep alright so well and but like hi hello hey thanks thank "
        "you got it great"
    ).split()
)
"""An utterance of these words alone is no answer: the question stays open."""

YES = frozenset(
    ["yes", "yeah", "yep", "sure", "please", "please do", "yes please", "lets stop", "lets end", "end it", "stop"]
)


class Code(Frozen):
    """What the editor holds."""

    language: Language
    source: str
    submitted: bool = False


class Asked(Frozen):
    """A follow-up that was spoken."""

    section: str
    intent: str
    text: str


class State(Frozen):
    """Everything the engine and the pages need to know of the past."""

    stage: Stage = "waiting"
    at_ms: int = 0
    """Of the newest event."""
    candidate: str = ""
    brief: bool = False
    agents: int = 0
    """Interviewers that entered so far; above 1 one took over."""
    lines: int = 0
    """Lines started so far; the next line's id."""
    speaking: int | None = None
    """The id of the line being heard; None in silence."""
    kinds: dict[str, int] = Field(default_factory=dict)
    """Lines started of each kind, to use authored variants in turn."""
    section: str = ""
    """The id of the current section; empty in the opening."""
    section_started_ms: int | None = None
    context_shown: bool = False
    question: Line | None = None
    """The prompt or follow-up last asked."""
    turn: str = ""
    """Utterances of the turn that has not ended yet, joined by a space."""
    answer: str = ""
    """What the candidate said to the open question in ended turns, joined by a space."""
    answers: int = 0
    """Turns so far that answered a question or added to its answer; tells a follow-up to less of it from one to all."""
    said: dict[str, str] = Field(default_factory=dict)
    """All the candidate said, by section id."""
    asked: tuple[Asked, ...] = ()
    written: FollowUpWritten | None = None
    """The follow-up that is ready and not yet spoken."""
    passed: bool = False
    """The question is given up (skipped, silence, code taken): no follow-up to it."""
    request: Request | None = None
    """What the last utterance asked for, when it was no answer."""
    filler: bool = False
    """The last utterance was only fillers."""
    confirming_end: bool = False
    """The candidate was asked whether to stop here."""
    end_confirmed: bool = False
    nudged: bool = False
    """The open question had its nudge."""
    hold: bool = False
    code: Code | None = None
    editor_open: bool = False
    editor_opened_ms: int | None = None
    dropped: bool = False
    """The candidate's connection is broken."""
    unrecorded: bool = False
    """The recording fails at present; what is said is kept in words."""
    end_reason: EndReason | None = None


def fold(events: Iterable[Event]) -> State:
    """The state after these events, oldest first."""
    return reduce(apply, events, State())


def apply(state: State, event: Event) -> State:
    """The state after one more event."""
    changes = _changes(state, event)
    return state.model_copy(update={**changes, "at_ms": max(state.at_ms, event.at_ms)})


def _changes(state: State, event: Event) -> dict[str, object]:
    if state.stage == "ended":
        return {}
    match event:
        case Began():
            return {"candidate": event.candidate, "brief": event.brief}
        case AgentJoined():
            stage = "opening" if state.stage == "waiting" else state.stage
            joined: dict[str, object] = {"agents": state.agents + 1, "stage": stage, "speaking": None, "written": None}
            # Who is there is for the new interviewer to see: the return of a candidate may have gone unseen.
            joined["dropped"] = False
            return {**joined, **_turn(state, state.turn)} if state.turn else joined
        case LineStarted():
            return _line_started(state, event)
        case LineEnded():
            return {"speaking": None if state.speaking == event.line_id else state.speaking}
        case CandidateSpoke():
            return {"turn": f"{state.turn} {event.text}".strip(), "said": _said(state, event.text)}
        case TurnEnded():
            return _turn(state, state.turn)
        case CandidateTyped():
            return {"said": _said(state, event.text), **_turn(state, f"{state.turn} {event.text}".strip())}
        case FollowUpWritten():
            fits = state.stage == "answered" and event.section == state.section
            fits = fits and event.number in (None, state.answers)
            # One follow-up an answer: the first stands, and one to an answer that has grown since never comes up.
            return {"written": event} if fits and state.written is None else {}
        case CodeChanged():
            return {"code": Code(language=event.language, source=event.source)} if state.editor_open else {}
        case CodeSubmitted():
            return _submitted(state, event)
        case HoldSet():
            return {"hold": event.on}
        case TimerFired():
            return _timer(state, event)
        case RecordingFailed():
            return {"unrecorded": True}
        case RecordingResumed():
            return {"unrecorded": False}
        case CandidateDropped():
            return {"dropped": True}
        case CandidateReturned():
            return {"dropped": False}
        case CandidateLeft():
            return {"editor_open": False}
        case Ended():
            return {"stage": "ended", "end_reason": event.reason, "editor_open": False, "speaking": None}


def _line_started(state: State, event: LineStarted) -> dict[str, object]:
    line = event.line
    changes: dict[str, object] = {
        "lines": max(state.lines, event.line_id + 1),
        "speaking": event.line_id,
        "kinds": {**state.kinds, line.kind: state.kinds.get(line.kind, 0) + 1},
    }
    if state.stage == "closing":
        return changes
    match line.kind:
        case "context":
            changes["context_shown"] = True
        case "prompt" | "follow_up":
            changes |= {"stage": "coding" if line.opens_editor else "listening"}
            changes |= {"question": line, "answer": "", "written": None, "passed": False}
            changes |= {"nudged": False, "request": None, "confirming_end": False, "filler": False}
            if line.kind == "prompt" or not state.section:
                changes |= {"section": line.section, "section_started_ms": event.at_ms}
            if line.kind == "prompt":
                if line.opens_editor:
                    changes |= {"editor_open": True, "editor_opened_ms": event.at_ms}
            else:
                changes["asked"] = (*state.asked, Asked(section=line.section, intent=line.intent, text=line.text))
        case "closing":
            changes |= {"stage": "closing", "editor_open": False}
        case "nudge":
            changes["nudged"] = True
        case _:
            pass
    return changes


def _said(state: State, text: str) -> dict[str, str]:
    return {**state.said, state.section: f"{state.said.get(state.section, '')} {text}".strip()}


def _turn(state: State, text: str) -> dict[str, object]:
    """What a whole turn changes: it is a request, fillers, a confirmation, or (part of) an answer."""
    words = " ".join(re.findall(r"[a-z]+", text.lower().replace("'", "")))
    request = recognise(text)
    filler = request is None and all(word in FILLERS for word in words.split())
    changes: dict[str, object] = {"turn": "", "request": request, "filler": filler, "confirming_end": False}
    changes["hold"] = request == "hold" or (state.hold and filler)
    if state.confirming_end and words in YES:
        return {**changes, "end_confirmed": True, "filler": False}
    if request == "finish" and state.stage in ("listening", "coding"):
        changes["confirming_end"] = True
    if request == "skip" and state.stage in ("listening", "coding"):
        return {**changes, "stage": "answered", "passed": True, "editor_open": False}
    if request is None and not filler and state.stage in ("listening", "answered"):
        changes |= {"stage": "answered", "answer": f"{state.answer} {text}".strip(), "written": None, "nudged": False}
        changes["answers"] = state.answers + 1
    return changes


def _submitted(state: State, event: CodeSubmitted) -> dict[str, object]:
    if not state.editor_open:
        return {}
    code = Code(language=event.language, source=event.source, submitted=True)
    return {"code": code, "editor_open": False, "stage": "answered", "passed": True}


def _timer(state: State, event: TimerFired) -> dict[str, object]:
    if event.timer == "move_on" and state.stage == "listening":
        return {"stage": "answered", "passed": True}
    if event.timer == "code_time" and state.stage == "coding":
        return {"stage": "answered", "passed": True, "editor_open": False}
    if event.timer == "hold":
        return {"hold": False}
    return {}
