"""Where an interview stands: a fold over its journal. Facts only; what to do about them is the engine's."""

import re
from collections.abc import Iterable
from functools import reduce
from typing import Literal

from pydantic import Field

from interview.arrangement import Arrangement
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
from interview.requests import answer_before, gives_up, recognise
from interview.spec import Language

Stage = Literal["waiting", "opening", "listening", "answered", "coding", "asking", "closing", "ended"]
"""waiting: consent given, no interviewer yet. opening: greeting and context. listening: a question is open. answered:
it has an answer and the interviewer owes the next line. coding: the editor is open. asking: the candidate asks.
closing: last words said."""

FILLERS = frozenset(
    (
        "okay ok sure um uh hmm mhm mm right yeah yes yep alright so well and but like hi hello hey thanks thank "
        "you got it great"
    ).split()
)
"""An utterance of these words alone is no answer: the question stays open."""

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


class Code(Frozen):
    """What the editor holds."""

    language: Language
    source: str
    submitted: bool = False


class Asked(Frozen):
    """A follow-up that was spoken."""

    section: str
    question: str = ""
    """The id of the section's question that it follows up."""
    intent: str
    text: str


class State(Frozen):
    """Everything the engine and the pages need to know of the past."""

    stage: Stage = "waiting"
    at_ms: int = 0
    """Of the newest event."""
    interview_id: str = ""
    candidate: str = ""
    brief: bool = False
    arrangement: Arrangement = Arrangement()
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
    section_paused_ms: int = 0
    """`paused_ms` when the section began."""
    paused_ms: int = 0
    """Holds and broken connections so far: time nobody is charged for."""
    paused_since: int | None = None
    """When the pause under way began."""
    context_shown: bool = False
    prompts: tuple[tuple[str, str], ...] = ()
    """Main questions asked so far: section id, question id."""
    prompted_ms: int = 0
    """When the newest of them was asked."""
    question: Line | None = None
    """The prompt or follow-up last asked."""
    purposes: frozenset[str] = frozenset()
    """What the authored lines since that question were for; without its own."""
    rapport: frozenset[str] = frozenset()
    """Warm lines said so far."""
    turn: str = ""
    """Utterances of the turn that has not ended yet, joined by a space."""
    answer: str = ""
    """What the candidate said to the open question in ended turns, joined by a space."""
    told: str = ""
    """What the candidate said since the newest main question, in ended turns."""
    turn_confidence: tuple[float, int] = (0.0, 0)
    """Of the turn that has not ended: the sum of its words' probabilities, and how many words."""
    answers: int = 0
    """Turns so far that answered a question or added to its answer; tells a follow-up to less of it from one to all."""
    said: dict[str, str] = Field(default_factory=dict)
    """All the candidate said, by section id."""
    asked: tuple[Asked, ...] = ()
    written: FollowUpWritten | None = None
    """The follow-up that is ready and not yet spoken."""
    verdict: AnswerJudged | None = None
    """On the answer to the open question as it stands."""
    judged: tuple[AnswerJudged, ...] = ()
    """Every verdict so far."""
    passed: bool = False
    """The question is given up (skipped, silence, code taken): no follow-up to it."""
    request: Request | None = None
    """What the last utterance asked for, when it was no answer."""
    filler: bool = False
    """The last utterance was only fillers."""
    gave_up: bool = False
    """The last turn said no more than that the candidate does not know."""
    short: bool = False
    """The last turn was a very short answer, and the first one to its question."""
    unclear: bool = False
    """The last turn could not be understood."""
    last_turn: str = ""
    """What was said in it."""
    their_questions: int = 0
    """Turns of the candidate at the end, where they may ask."""
    revisiting: bool = False
    """The candidate is adding to something earlier; the open question waits."""
    revisited: bool = False
    """That addition was just made, or did not come."""
    adding: bool = False
    """The candidate asked to add to the answer just given, before the next line began."""
    confirming_end: bool = False
    """The candidate was asked whether to stop here."""
    end_confirmed: bool = False
    end_declined: bool = False
    """The last turn said no to stopping here."""
    nudged: bool = False
    """The open question had its nudge."""
    hold: bool = False
    hold_ended: bool = False
    """The last turn ended a hold."""
    code: Code | None = None
    editor_open: bool = False
    editor_opened_ms: int | None = None
    editor_closed_ms: int | None = None
    """When it last closed."""
    dropped: bool = False
    """The candidate's connection is broken."""
    farewell: bool = False
    """The closing line itself has begun."""
    unrecorded: bool = False
    """The recording fails at present; what is said is kept in words."""
    end_reason: EndReason | None = None


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
            return {**joined, **_turn(state, state.turn)} if state.turn else joined
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
            return _turn(state, state.turn)
        case CandidateTyped():
            return {"said": _said(state, event.text), **_turn(state, f"{state.turn} {event.text}".strip())}
        case FollowUpWritten():
            fits = state.stage == "answered" and event.section == state.section
            fits = fits and event.number in (None, state.answers)
            # One follow-up an answer: the first stands, and one to an answer that has grown since never comes up.
            return {"written": event} if fits and state.written is None else {}
        case AnswerJudged():
            fits = state.stage == "answered" and event.number == state.answers and state.verdict is None
            return {"verdict": event, "judged": (*state.judged, event)} if fits else {}
        case CodeChanged():
            return {"code": Code(language=event.language, source=event.source)} if _takes_code(state) else {}
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


def _turn(state: State, text: str) -> dict[str, object]:
    """What a whole turn changes: it is a request, fillers, a confirmation, unintelligible, or (part of) an answer."""
    words = " ".join(re.findall(r"[a-z]+", text.lower().replace("'", "")))
    request = recognise(text)
    filler = request is None and all(word in FILLERS for word in words.split())
    changes: dict[str, object] = {
        "turn": "", "turn_confidence": (0.0, 0), "last_turn": text,
        "their_questions": state.their_questions + _asks_theirs(state, request),
        "request": request, "filler": filler, "short": False, "unclear": False, "gave_up": False,
        "revisited": False, "confirming_end": state.confirming_end and filler, "end_declined": False,
        "hold": request in HOLDS or (state.hold and filler),
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
    sure, words = state.turn_confidence
    asked = "say_again" in state.purposes
    return state.stage == "listening" and not asked and words >= UNCLEAR_WORDS and sure / words < UNCLEAR


def _short(state: State, text: str, gave_up: bool) -> bool:
    question = state.question
    if state.stage != "listening" or gave_up or question is None or question.brief_answer:
        return False
    first = not state.answer and "say_more" not in state.purposes
    return first and len(text.split()) <= SHORT_WORDS


def _takes_code(state: State) -> bool:
    """From the editor's opening to the submission: what was written in time may arrive just after it."""
    return state.editor_opened_ms is not None and not (state.code and state.code.submitted)


def _submitted(state: State, event: CodeSubmitted) -> dict[str, object]:
    if not _takes_code(state):
        return {}
    code = Code(language=event.language, source=event.source, submitted=True)
    if not state.editor_open:  # the interview has gone on already
        return {"code": code}
    return {"code": code, "editor_open": False, "stage": "answered", "passed": True, "hold": False}


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
