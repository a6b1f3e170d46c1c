"""What every report begins and ends with, whatever its form: whom it is about and how it came about."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from pydantic import ConfigDict, Field

from interview.events import EndReason
from interview.model import Frozen
from scoring.findings import Findings, Passage
from scoring.forms.evidence import EvidenceTable
from scoring.transcript import Clause


class SpecNamed(Frozen):
    """The interview that was held."""

    name: str
    version: str
    title: str
    role: str


class PersonaNamed(Frozen):
    """Who held it."""

    name: str
    version: str


class Held(Frozen):
    """When and how long."""

    started_at: str
    """ISO 8601, UTC."""
    duration_ms: int
    end_reason: EndReason | None
    """None: the journal has no end."""
    viva: str = ""
    """The version of Viva that held it; empty where the journal does not tell."""
    models: dict[str, str] = Field(default_factory=dict)
    """What the interviewer heard, spoke and thought with: recognizer, voice, llm, end_of_turn."""
    prompts: dict[str, str] = Field(default_factory=dict)
    """The hashes of the interviewer's prompts, by name."""


class Report(Frozen):
    """The part that all forms have in common."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    layout: int = Field(default=1, alias="schema")
    """Raised when the meaning of a key changes."""
    version: int | None = None
    """1 for the interview's first report; set when it is kept."""
    interview_id: str
    candidate: str
    role: str
    """Agreed with the invite, or else the spec's."""
    spec: SpecNamed
    persona: PersonaNamed
    created_at: str
    """ISO 8601, UTC."""
    viva: str = ""
    """The version of Viva that scored it."""
    models: dict[str, str | None]
    """What judged, by part; null where nothing did."""
    prompts: dict[str, str]
    """The prompts' hashes by name."""
    calibration: str
    """The calibration file's name and sha256, or "none"."""
    held: Held
    notes: tuple[str, ...]
    """What a reader has to know about this scoring, a sentence each."""
    hearing: tuple[Passage, ...]
    """What was not heard clearly in the call, and what was heard when it was listened to again."""
    evidence: Mapping[str, Clause]
    """What judgements cite, by id: verbatim words with their times on the recording, in ms."""

    def plain(self) -> dict[str, Any]:
        """As plain JSON; the version is left out until the report is kept."""
        return self.model_dump(mode="json", exclude={"version"})


def head(findings: Findings, table: EvidenceTable) -> dict[str, Any]:
    """The common part's fields; to be called last, when the table is complete."""
    began = findings.began
    spec, persona = began.spec, began.persona
    return {
        "interview_id": began.interview_id,
        "candidate": began.candidate,
        "role": began.arrangement.role or spec.role,
        "spec": SpecNamed(name=spec.name, version=spec.version, title=spec.title, role=spec.role),
        "persona": PersonaNamed(name=persona.name, version=persona.version),
        "created_at": findings.created_at.isoformat(),
        "viva": version("viva"),
        "models": findings.models,
        "prompts": findings.prompts,
        "calibration": findings.calibration,
        "held": Held(
            started_at=began.started_at.isoformat(),
            duration_ms=findings.duration_ms,
            end_reason=findings.end_reason,
            **findings.held_with.model_dump(),
        ),
        "notes": findings.notes,
        "hearing": findings.hearing,
        "evidence": table.rows,
    }
