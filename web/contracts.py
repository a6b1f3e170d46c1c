"""What travels between a browser and this server, as JSON."""

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from interview.arrangement import Arrangement
from interview.events import EndReason, LineKind
from interview.spec import Language
from interview.state import Stage
from interview.waiting import Waiting

Status = Literal["invited", "joined", "live", "ended"]
Who = Literal["interviewer", "candidate"]


class Wire(BaseModel):
    """A message: unknown keys are refused, so that a typo is an error and not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class ErrorDetail(Wire):
    """What went wrong."""

    code: str
    """snake_case, for programs."""
    message: str
    """One sentence that names the mend."""


class ErrorBody(Wire):
    """The body of every failure."""

    error: ErrorDetail


class Health(Wire):
    """A part that works."""

    ok: bool


class Joined(Wire):
    """A way into the call."""

    interview_id: str
    livekit_url: str
    token: str
    """Opens this interview's room for ten minutes: microphone and listening, nothing else."""
    identity: str
    """The candidate's name in the room."""
    candidate: str
    """The name given with the invite; may be empty."""
    consented: bool
    ended: bool
    title: str


class SectionTitle(Wire):
    """A section by name."""

    id: str
    title: str


class Question(Wire):
    """The open question, in the form the page shows."""

    id: str
    """Which of the section's questions is asked or followed up."""
    text: str
    kind: LineKind


class ContextPart(Wire):
    """One headed part of the problem context."""

    heading: str
    body: str
    points: list[str]


class ContextShown(Wire):
    """The problem context."""

    blocks: list[ContextPart]


class VisibleTest(Wire):
    """An example call of the function to write."""

    name: str
    args: list[Any]
    expected: Any


class Editor(Wire):
    """The coding task and what the candidate wrote so far."""

    open: bool
    prompt: str
    languages: list[Language]
    starter: dict[Language, str]
    language: Language | None
    """Of the newest text; None before the first."""
    source: str | None
    submitted: bool
    visible_tests: list[VisibleTest]
    closes_at_ms: int | None
    """On the interview's clock; None once it is closed."""


class Caption(Wire):
    """Something that was said or typed."""

    seq: int
    who: Who
    text: str
    at_ms: int


class Screen(Wire):
    """Everything the candidate's page shows."""

    interview_id: str
    title: str
    minutes: float
    """How long the interview takes at most, with the time granted to this candidate."""
    writes_code: bool
    """Part of it is written in an editor."""
    gives_hints: bool
    """Whoever is stuck is led on."""
    tells_verdicts: bool
    """Answers are told to be right or wrong."""
    candidate: str
    status: Status
    consented: bool
    started_at: AwareDatetime | None
    now_ms: int
    """The interview's clock now; 0 before consent."""
    stage: Stage
    section: str
    """The current section's id; empty before the first."""
    section_title: str
    section_index: int
    """From 0; -1 before the first."""
    sections: list[SectionTitle]
    section_started_ms: int | None
    question: Question | None
    context: ContextShown | None
    """None until it was introduced."""
    editor: Editor | None
    """None until the coding section."""
    hold: bool
    unrecorded: bool
    """The recording fails at present; what is said is kept in words."""
    captions: list[Caption]
    end_reason: EndReason | None
    broken_off: bool
    """One interviewer after the other broke off here: none is called until the candidate joins anew."""


class Consent(Wire):
    """The candidate's answer to being recorded."""

    recording: bool


class CodeText(Wire):
    """The editor's whole text."""

    language: Language
    source: str = Field(max_length=50_000)


class Submitted(Wire):
    """The code was taken."""

    submitted: bool


class Say(Wire):
    """A typed answer."""

    text: str = Field(min_length=1, max_length=4000, pattern=r"\S")


class Hold(Wire):
    """A moment to think, or the end of it."""

    on: bool


class Password(Wire):
    """The review side's password."""

    password: str = Field(max_length=1000)


class Session(Wire):
    """A session that runs."""

    signed_in: bool


class Entry(Wire):
    """One line of the timeline."""

    seq: int
    who: Who
    kind: str
    """The interviewer's: what kind of line. The candidate's: spoken, typed, submitted, and refused: submitted
    code that is too long to be kept."""
    section: str
    text: str
    start_ms: int
    end_ms: int
    """Equal to the start while it is being said, and when the interview broke off in the middle of it."""
    intent: str = ""
    source: str = ""


class InterviewItem(Wire):
    """One interview in the list."""

    id: str
    candidate: str
    spec: str
    title: str
    status: str
    created_at: AwareDatetime
    started_at: AwareDatetime | None
    ended_at: AwareDatetime | None
    end_reason: EndReason | None
    duration_ms: int | None
    report_version: int | None
    broken_off: bool
    """One interviewer after the other broke off at the same place, and the candidate has not tried again since."""
    scoring: str
    """What a scoring that is not done is at; empty when none is under way."""


class CodeWritten(Wire):
    """The newest code of the interview."""

    language: Language
    source: str
    submitted: bool


class InterviewDetail(InterviewItem):
    """One interview with all that was said."""

    arrangement: Arrangement
    sections: list[SectionTitle]
    timeline: list[Entry]
    code: CodeWritten | None
    has_recording: bool
    peaks: list[float] | None
    """Loudness from 0 to 1 in even steps over the recording."""
    waiting: Waiting
    """How long the candidate waited for each reply."""


class NewInvite(Wire):
    """An invite to make."""

    spec: str
    candidate: str = Field(default="", max_length=200)
    brief: bool = False
    arrangement: Arrangement = Arrangement()
    """What is agreed for this one interview; everything in it may be left out."""


class Invited(Wire):
    """The invite made."""

    id: str
    code: str
    url: str
    """What the candidate opens."""


class FactItem(Wire):
    """Something that may be settled with the invite."""

    id: str
    options: list[str]


class SpecItem(Wire):
    """An interview that may be invited to."""

    name: str
    title: str
    role: str
    """Whom it is for where the invite names no role."""
    facts: list[FactItem]
    takes_questions: bool
    """Whether the candidate may ask about the company: notes answer."""
