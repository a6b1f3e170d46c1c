"""What is agreed for one interview when its invite is made, beside the spec it follows."""

from pydantic import Field

from interview.model import Frozen


class Note(Frozen):
    """One thing the interviewer may tell a candidate who asks about the company."""

    about: tuple[str, ...] = Field(min_length=1)
    """Words by which a question asks for it: "team size", "remote"."""
    say: str
    """The answer, spoken as it stands."""


class Arrangement(Frozen):
    """Who the interview is for and what is granted. Everything may be left out."""

    role: str = ""
    """In place of the spec's role."""
    job_description: str = ""
    """As the hiring team wrote it; shown on the page and used by the report."""
    facts: dict[str, str] = Field(default_factory=dict)
    """Facts of the spec that are settled from the start: fact id → option."""
    notes: tuple[Note, ...] = ()
    """Answers to questions about the company."""
    extra_time: float = Field(default=1.0, ge=1, le=3)
    """Every time limit and every patience is multiplied by it (an accommodation)."""
