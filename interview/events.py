"""Everything that can happen in an interview, as a tagged union. The journal holds these and nothing else."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from interview.arrangement import Arrangement
from interview.model import Frozen
from interview.persona import Persona
from interview.spec import Language, Spec

LineKind = Literal[
    "greeting", "context", "prompt", "follow_up", "acknowledgement", "reply", "pointer", "nudge", "warning", "closing"
]
Source = Literal["authored", "model"]
Band = Literal["correct", "incomplete", "incorrect", "unclear"]
"""A live verdict on an answer. unclear: nothing came back that could be used, so none is said."""
Timer = Literal[
    "thinking", "nudge", "move_on", "hold", "code_warning", "code_time", "absent", "goodbye",
    "section_warning", "section_time", "interview_warning", "interview_time",
]  # fmt: skip
SILENCE_TIMERS: tuple[Timer, ...] = ("nudge", "move_on", "hold")
"""Those that count silence: they stand still while the candidate speaks."""
EndReason = Literal["completed", "stopped", "left", "absent"]
"""completed: closed after the last section. stopped: the candidate asked aloud to end. left: pressed leave.
absent: never came back."""
PROMPT_VERSION = "prompt "
"""What stands before a prompt's name in `Began.versions`; its version is a sha256."""


class Word(Frozen):
    """One word that was heard, of either side."""

    text: str
    start_ms: int
    """On the recording's clock."""
    end_ms: int
    confidence: float = Field(ge=0, le=1)
    """The recognizer's probability; 1 for the interviewer's, who was given the words."""


class Line(Frozen):
    """Something the interviewer says."""

    text: str
    kind: LineKind
    section: str = ""
    """The id of the section it belongs to; empty in the opening and closing."""
    question: str = ""
    """The id of the question it asks or follows up; empty: the section's first."""
    intent: str = ""
    """The follow-up's intent; empty for other kinds."""
    source: Source = "authored"
    purpose: str = ""
    """What an authored line that is no section's question is for: the request it answers, `say_more`, `verdict` …"""
    interruptible: bool = True
    """False: the candidate's voice does not stop it (greeting, context, closing)."""
    opens_editor: bool = False
    """With this line the coding stage begins."""
    takes_questions: bool = False
    """With this line the candidate's own questions begin."""
    brief_answer: bool = False
    """A few words answer it: no invitation to say more."""


class Refusal(Frozen):
    """A model's line that conduct did not let through."""

    text: str
    rule: str


class _Event(Frozen):
    at_ms: int = Field(ge=0)
    """Milliseconds since the call began, on the recording's own clock."""


class Began(_Event):
    """Consent was given: the interview and its clock begin. Carries the rules it is held and scored under."""

    type: Literal["began"] = "began"
    interview_id: str
    candidate: str = ""
    """The name given with the invite; empty when none was."""
    started_at: datetime
    """UTC, the wall-clock time of `at_ms` 0."""
    recording: bool
    """What the candidate agreed to; an interview without recording does not begin in this version, so always true."""
    brief: bool = False
    """At most one follow-up a section."""
    arrangement: Arrangement = Arrangement()
    spec: Spec
    persona: Persona
    versions: dict[str, str] = Field(default_factory=dict)
    """Names and versions of software, models and prompts (`PROMPT_VERSION`), for scoring years later."""


class AgentJoined(_Event):
    """An interviewer entered the call: the first, or one that takes over after a crash."""

    type: Literal["agent_joined"] = "agent_joined"
    models: dict[str, str] = Field(default_factory=dict)
    """recognizer, voice, llm; llm is empty when no language model answers."""


class LineStarted(_Event):
    """First audio of a line left for the candidate."""

    type: Literal["line_started"] = "line_started"
    line_id: int = Field(ge=0)
    """Counts up through the interview."""
    line: Line
    latency_ms: int | None = None
    """From the candidate's last word to the line's first audio; None when it answers nothing."""
    timings: dict[str, int] = Field(default_factory=dict)
    """What the latency went to, in ms. From the last word to the final text: transcription; to the end of the turn:
    endpointing; to the moment when this line's text was settled: question_ready (journals of earlier versions lack it).
    From the end of the turn to the first audio: reply."""


class LineEnded(_Event):
    """A line finished or was cut off."""

    type: Literal["line_ended"] = "line_ended"
    line_id: int
    interrupted: bool = False
    heard: str = ""
    """What was played when interrupted; empty otherwise."""
    words: tuple[Word, ...] = ()
    """Those that were heard, by how long the voice sounds each phone; empty in journals of earlier versions and in
    rehearsals without sound."""


class CandidateSpoke(_Event):
    """One utterance of the candidate, final. Kept as soon as it is known; it is answered when the turn ends."""

    type: Literal["candidate_spoke"] = "candidate_spoke"
    text: str
    started_ms: int
    ended_ms: int
    words: tuple[Word, ...] = ()


class TurnEnded(_Event):
    """The candidate stopped talking and the floor is the interviewer's; the utterances since the last are the turn."""

    type: Literal["turn_ended"] = "turn_ended"


class CandidateTyped(_Event):
    """An answer typed instead of spoken; counts like speech and is a turn of its own."""

    type: Literal["candidate_typed"] = "candidate_typed"
    text: str = Field(min_length=1, max_length=4000)


class FollowUpWritten(_Event):
    """The follow-up that was asked for: by the model, or authored where that failed."""

    type: Literal["follow_up_written"] = "follow_up_written"
    section: str
    intent: str
    question: str
    source: Source
    number: int | None = None
    """Of the answer it was written to, `State.answers`; None in journals from before answers were numbered."""
    step: Literal["first", "second", "rewritten", "authored"] = "authored"
    """What it came of: the model's question as it stood (second: at a second try, in older journals), an authored one
    behind words of the candidate (source model: the model picked them), or an authored one alone."""
    grounded: bool = False
    """It takes up a telling word that the candidate said, and that neither the question before nor the section's public
    text has."""
    speculative: bool = False
    """Written while the candidate still talked."""
    latency_ms: int = 0
    """From the request to the accepted question."""
    refused: tuple[Refusal, ...] = ()
    failure: str = ""
    """Why the model gave way (late, unreachable, refused, broken); empty when it did not."""


class AnswerJudged(_Event):
    """The live verdict that was asked for. It never holds words that a model wrote."""

    type: Literal["answer_judged"] = "answer_judged"
    number: int
    """Of the JudgeAnswer it answers; another one was superseded."""
    section: str
    question: str
    band: Band
    met: tuple[str, ...] = ()
    """Ids of the points the answer states."""
    missing: tuple[str, ...] = ()
    """Ids of those it does not, the most important first."""
    flags: tuple[str, ...] = ()
    """Ids of the red flags it raises."""
    source: Source = "model"
    """authored: compared with the authored points, without a model."""
    latency_ms: int = 0
    failure: str = ""
    """Why the model gave way; empty when it did not."""


class CodeChanged(_Event):
    """The editor's whole text after a pause in typing."""

    type: Literal["code_changed"] = "code_changed"
    language: Language
    source: str = Field(max_length=50_000)


class CodeSubmitted(_Event):
    """The candidate's coding answer."""

    type: Literal["code_submitted"] = "code_submitted"
    language: Language
    source: str = Field(max_length=50_000)


class CodeRefused(_Event):
    """The candidate sent more code than can be kept. Of a run of refusals the first save and the first submission."""

    type: Literal["code_refused"] = "code_refused"
    size: int = Field(ge=0)
    """Bytes that came: a little more than the code has."""
    at_least: bool = False
    """There were more than `size`, which is as much as the server takes: the rest was not read."""
    submitted: bool
    """False: the editor's text was to be saved."""

    @property
    def told_size(self) -> str:
        """As people read it."""
        kilobytes = round(self.size / 1000)
        size = f"{kilobytes} kB" if kilobytes < 1000 else f"{self.size / 1_000_000:.1f} MB"
        return f"over {size}" if self.at_least else size


class HoldSet(_Event):
    """The candidate asked for a moment on the page, or ended it."""

    type: Literal["hold_set"] = "hold_set"
    on: bool


class TimerFired(_Event):
    """A timer the engine had set ran out."""

    type: Literal["timer_fired"] = "timer_fired"
    timer: Timer


class RecordingFailed(_Event):
    """Sound could not be written any more; the call goes on. Once for each outage, which RecordingResumed ends."""

    type: Literal["recording_failed"] = "recording_failed"
    reason: str
    """"disk full", or what the operating system says."""


class RecordingResumed(_Event):
    """Sound is written again. Which of it is missing the recording itself tells."""

    type: Literal["recording_resumed"] = "recording_resumed"


class CandidateDropped(_Event):
    """The candidate's connection broke."""

    type: Literal["candidate_dropped"] = "candidate_dropped"


class CandidateReturned(_Event):
    """The candidate is connected again."""

    type: Literal["candidate_returned"] = "candidate_returned"


class CandidateLeft(_Event):
    """The candidate pressed leave and confirmed."""

    type: Literal["candidate_left"] = "candidate_left"


class Ended(_Event):
    """The last event; scoring is enqueued in the same transaction."""

    type: Literal["ended"] = "ended"
    reason: EndReason


Event = Annotated[
    Began
    | AgentJoined
    | LineStarted
    | LineEnded
    | CandidateSpoke
    | TurnEnded
    | CandidateTyped
    | FollowUpWritten
    | AnswerJudged
    | CodeChanged
    | CodeSubmitted
    | CodeRefused
    | HoldSet
    | TimerFired
    | RecordingFailed
    | RecordingResumed
    | CandidateDropped
    | CandidateReturned
    | CandidateLeft
    | Ended,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Validates a dict or JSON into the right event; pydantic.ValidationError otherwise."""
