"""The state after events: a fold over the journal."""

from collections.abc import Iterable
from functools import reduce

from interview.events import (
    AgentJoined,
    AnswerJudged,
    Began,
    CandidateDropped,
    CandidateLeft,
    CandidateReturned,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    Ended,
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
from interview.last_turn import turn_changes
from interview.state import Asked, Code, Stage, State


def fold(events: Iterable[Event]) -> State:
    """The state after these events, oldest first."""
    return reduce(apply, events, State())


def apply(state: State, event: Event) -> State:
    """The state after one more event."""
    then = state.model_copy(update={**_changes(state, event), "at_ms": max(state.at_ms, event.at_ms)})
    closed = {"editor_closed_ms": then.at_ms} if state.editor_open and not then.editor_open else {}
    return then.model_copy(update={**closed, **_pauses(state, then, event)})


def _pauses(before: State, then: State, event: Event) -> dict[str, object]:
    """Time stands still on hold, while the candidate is away, and from a crash until the next interviewer."""
    paused = then.hold or then.dropped
    if isinstance(event, AgentJoined) and before.agents:
        since = before.at_ms if before.paused_since is None else before.paused_since
        return {"paused_ms": then.paused_ms + then.at_ms - since, "paused_since": then.at_ms if paused else None}
    if paused:
        return {"paused_since": then.at_ms} if then.paused_since is None else {}
    if then.paused_since is None:
        return {}
    return {"paused_ms": then.paused_ms + then.at_ms - then.paused_since, "paused_since": None}


def _changes(state: State, event: Event) -> dict[str, object]:
    if state.stage == "ended":
        return {}
    match event:
        case Began():
            known = {"interview_id": event.interview_id, "candidate": event.candidate, "brief": event.brief}
            return {**known, "arrangement": event.arrangement}
        case AgentJoined():
            stage = "opening" if state.stage == "waiting" else state.stage
            joined: dict[str, object] = {"agents": state.agents + 1, "stage": stage, "speaking": None, "written": None}
            # Who is there is for the new interviewer to see: the return of a candidate may have gone unseen.
            joined |= {"dropped": False}
            return {**joined, **turn_changes(state, state.turn)} if state.turn else joined
        case LineStarted():
            return _line_started(state, event)
        case LineEnded():
            return {"speaking": None if state.speaking == event.line_id else state.speaking}
        case CandidateSpoke():
            sure, words = state.turn_confidence
            confidence = (sure + sum(word.confidence for word in event.words), words + len(event.words))
            turn = f"{state.turn} {event.text}".strip()
            return {"turn": turn, "turn_confidence": confidence, "said": _said(state, event.text)}
        case TurnEnded():
            return turn_changes(state, state.turn)
        case CandidateTyped():
            return {"said": _said(state, event.text), **turn_changes(state, f"{state.turn} {event.text}".strip())}
        case FollowUpWritten():
            fits = state.stage == "answered" and event.section == state.section
            fits = fits and event.number in (None, state.answers)
            # One follow-up an answer: the first stands, and one to an answer that has grown since never comes up.
            return {"written": event} if fits and state.written is None else {}
        case AnswerJudged():
            fits = state.stage == "answered" and event.number == state.answers and state.verdict is None
            return {"verdict": event, "judged": (*state.judged, event)} if fits else {}
        case CodeChanged():
            code = Code(language=event.language, source=event.source)
            return {"code": code, "code_refused": None} if _takes_code(state) else {}
        case CodeSubmitted():
            return _submitted(state, event)
        case CodeRefused():
            return {"code_refused": event} if _takes_code(state) else {}
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
        "purposes": state.purposes | {line.purpose} if line.purpose else state.purposes,
    }
    if line.purpose == "rapport":
        changes["rapport"] = state.rapport | {line.text}
    if state.stage == "closing":
        return changes | _closing(line)
    match line.kind:
        case "context":
            changes["context_shown"] = True
        case "prompt":
            changes |= _asked(line) | _prompted(state, event)
        case "follow_up":
            asked = Asked(section=line.section, question=line.question, intent=line.intent, text=line.text)
            begins = {} if state.section else _prompted(state, event)
            changes |= _asked(line) | begins | {"asked": (*state.asked, asked)}
        case "closing":
            changes |= {"stage": "closing", "editor_open": False, **_closing(line)}
        case "nudge":
            changes["nudged"] = True
        case _:
            pass
    return changes


def _closing(line: Line) -> dict[str, object]:
    return {"farewell": True} if line.kind == "closing" and not line.purpose else {}


def _asked(line: Line) -> dict[str, object]:
    """A question is open, and nothing of the one before stands in its way."""
    stage: Stage = "coding" if line.opens_editor else "asking" if line.takes_questions else "listening"
    return {
        "stage": stage, "question": line, "answer": "", "written": None, "verdict": None, "passed": False,
        "nudged": False, "request": None, "confirming_end": False, "filler": False, "gave_up": False, "short": False,
        "unclear": False, "revisiting": False, "revisited": False, "adding": False, "purposes": frozenset(),
    }  # fmt: skip


def _prompted(state: State, event: LineStarted) -> dict[str, object]:
    line = event.line
    changes: dict[str, object] = {"told": "", "prompted_ms": event.at_ms}
    if (line.section, line.question) not in state.prompts:
        changes["prompts"] = (*state.prompts, (line.section, line.question))
    if line.section != state.section:
        changes |= {"section": line.section, "section_started_ms": event.at_ms, "section_paused_ms": state.paused_ms}
    if line.opens_editor:
        changes |= {"editor_open": True, "editor_opened_ms": event.at_ms}
    return changes


def _said(state: State, text: str) -> dict[str, str]:
    return {**state.said, state.section: f"{state.said.get(state.section, '')} {text}".strip()}


def _takes_code(state: State) -> bool:
    """From the editor's opening to the submission: what was written in time may arrive just after it."""
    return state.editor_opened_ms is not None and not (state.code and state.code.submitted)


def _submitted(state: State, event: CodeSubmitted) -> dict[str, object]:
    if not _takes_code(state):
        return {}
    code = Code(language=event.language, source=event.source, submitted=True)
    kept: dict[str, object] = {"code": code, "code_refused": None}
    if not state.editor_open:  # the interview has gone on already
        return kept
    return {**kept, "editor_open": False, "stage": "answered", "passed": True, "hold": False}


def _timer(state: State, event: TimerFired) -> dict[str, object]:
    if event.timer == "hold":
        return {"hold": False}
    if state.hold or state.dropped:  # it ran out in the moment that stopped it
        return {}
    match event.timer, state.stage:
        case "move_on", "listening" if state.adding:
            return {"stage": "answered"}
        case "move_on", "listening" if state.revisiting:
            return {"revisiting": False, "revisited": True, "nudged": False}
        case "move_on", "listening":
            return {"stage": "answered", "passed": True}
        case "section_time" | "interview_time", "listening" if not state.turn:
            return {"stage": "answered", "passed": True}
        case "code_time", "coding":
            return {"stage": "answered", "passed": True, "editor_open": False}
        case _:
            return {}
