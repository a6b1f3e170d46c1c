"""What is agreed for one interview when its invite is made, beside the spec it follows."""

from typing import Annotated

from pydantic import AfterValidator, Field

from interview.model import Frozen


def _one_line(text: str) -> str:
    """Without control characters, which garble lists and which Postgres refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _lines(text: str) -> str:
    return "\n".join(
        "".join(c if c.isprintable() else " " for c in line).rstrip() for line in text.splitlines()
    ).strip()


OneLine = Annotated[str, AfterValidator(_one_line)]
Lines = Annotated[str, AfterValidator(_lines)]


class Note(Frozen):
    """One thing the interviewer may tell a candidate who asks about the company."""

    about: tuple[Annotated[str, Field(pattern=r"\w")], ...] = Field(min_length=1)
    """Words by which a question asks for it: "team size", "remote"."""
    say: OneLine = Field(min_length=1)
    """The answer, spoken as it stands."""


class Arrangement(Frozen):
    """Who the interview is for and what is granted. Everything may be left out."""

    role: OneLine = Field(default="", max_length=200)
    """In place of the spec's role."""
    job_description: Lines = Field(default="", max_length=20_000)
    """As the hiring team wrote it; shown on the page and used by the report."""
    facts: dict[str, str] = Field(default_factory=dict)
    """Facts of the spec that are settled from the start: fact id → option."""
    notes: tuple[Note, ...] = Field(default=(), max_length=50)
    """Answers to questions about the company."""
    extra_time: float = Field(default=1.0, ge=1, le=3)
    """Every time limit and every patience is multiplied by it (an accommodation)."""
