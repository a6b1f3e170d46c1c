"""Where an interview stands. Facts only; what to do about them is the engine's."""

from typing import Literal

from pydantic import Field

from interview.arrangement import Arrangement
from interview.events import AnswerJudged, CodeRefused, EndReason, FollowUpWritten, Line
from interview.model import Frozen
from interview.persona import Request
from interview.spec import Language

Stage = Literal["waiting", "opening", "listening", "answered", "coding", "asking", "closing", "ended"]
"""waiting: consent given, no interviewer yet. opening: greeting and context. listening: a question is open. answered:
it has an answer and the interviewer owes the next line. coding: the editor is open. asking: the candidate asks.
closing: last words said."""


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
    resumed: bool = False
    """The last turn said no more than that the candidate goes on, after a pause or a rude word."""
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
    code_refused: CodeRefused | None = None
    """What the editor holds since is too long to be kept."""
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
