"""The interview as it was held: of what the spec could ask, what it did ask."""

from collections.abc import Iterable

from interview.events import Event, LineStarted
from interview.spec import Section, Spec


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
