"""The interview as it was held: of what the spec could ask, what it did ask, and what asked it."""

from collections.abc import Iterable

from pydantic import Field

from interview.events import PROMPT_VERSION, AgentJoined, Began, Event, LineStarted
from interview.model import Frozen
from interview.spec import Section, Spec


class HeldWith(Frozen):
    """What an interview was held with, as far as its journal tells."""

    viva: str = ""
    """The version of Viva; empty where the journal does not tell."""
    models: dict[str, str] = Field(default_factory=dict)
    """recognizer, voice, llm and end_of_turn; "none" where there was none, both where another took over with others."""
    prompts: dict[str, str] = Field(default_factory=dict)
    """The hashes of the interviewer's prompts, by name."""


def held_with(began: Began, events: Iterable[Event]) -> HeldWith:
    """From the versions it began with and every interviewer that joined."""
    models: dict[str, dict[str, None]] = {}
    if "end_of_turn" in began.versions:
        models["end_of_turn"] = {began.versions["end_of_turn"]: None}
    for event in events:
        if isinstance(event, AgentJoined):
            for part, name in event.models.items():
                models.setdefault(part, {})[name or "none"] = None
    return HeldWith(
        viva=began.versions.get("viva", ""),
        models={part: " and ".join(names) for part, names in models.items()},
        prompts={
            name.removeprefix(PROMPT_VERSION): sha256
            for name, sha256 in began.versions.items()
            if name.startswith(PROMPT_VERSION)
        },
    )


def as_held(spec: Spec, events: Iterable[Event]) -> Spec:
    """The spec with only the questions that were asked, and without the sections that were not for this candidate.

    A section that evaluates nothing is left out; one that the interview just never came to stays, with one question.
    """
    asked: dict[str, list[str]] = {}
    for event in events:
        if isinstance(event, LineStarted) and event.line.kind == "prompt":
            asked.setdefault(event.line.section, []).append(event.line.question)
    sections = (_section(section, asked.get(section.id, [])) for section in spec.sections)
    return spec.model_copy(update={"sections": tuple(section for section in sections if section is not None)})


def _section(section: Section, asked: list[str]) -> Section | None:
    if not section.axes or (section.when and not asked):
        return None
    questions = [section.question(question) for question in dict.fromkeys(asked)] or [section.questions[0]]
    return section.model_copy(update={"questions": tuple(questions)})
