"""All that scoring found out about one interview: what every report form is built from."""

from datetime import datetime
from typing import Literal

from interview.events import Began, EndReason
from interview.model import Frozen
from scoring.code.coding import Answer, CodeRun
from scoring.grades import QuestionFinding
from scoring.held import HeldWith
from scoring.job_fit import FitFinding
from scoring.judge import JudgedSection
from scoring.transcript import SectionAnswer


class CodeFinding(Frozen):
    """The coding answer and how it did."""

    section: str
    answer: Answer
    run: CodeRun


class Passage(Frozen):
    """Words that were not heard clearly in the call."""

    section: str
    seq: int
    """The journal's number of the utterance."""
    start_ms: int
    end_ms: int
    heard: str
    """In the call."""
    heard_again: str
    """From the recording; empty where nobody listened again."""
    confidence: float | None
    """Of the clearer hearing, 0 to 1."""
    shaky: bool
    """Unclear even so: nothing is judged by it."""


class Findings(Frozen):
    """One interview, scored."""

    began: Began
    created_at: datetime
    duration_ms: int
    end_reason: EndReason | None
    """None when the journal has no end."""
    models: dict[str, str | None]
    """What judged, by part; None where nothing did."""
    prompts: dict[str, str]
    """The prompts' hashes by name."""
    held_with: HeldWith = HeldWith()
    audience: Literal["team"] | None = None
    """Whom the report is kept for; None: whomever its form says."""
    notes: tuple[str, ...]
    """What a reader has to know about this scoring, a sentence each."""
    answers: dict[str, SectionAnswer]
    judged: dict[str, JudgedSection]
    code: CodeFinding | None = None
    questions: tuple[QuestionFinding, ...] = ()
    """In the spec's order, also those that were not asked."""
    fit: tuple[FitFinding, ...] = ()
    """What answers say of the job description's requirements, where the form tells it."""
    hearing: tuple[Passage, ...] = ()
    """What was not heard clearly, in the order of time."""
    calibration: str = "none"
    """The calibration file's name and sha256, or "none"."""
