"""The authored lines that an interview may need, in the order in which it may need them."""

from collections.abc import Iterator

from interview.arrangement import Arrangement
from interview.asking import opening
from interview.commands import Say
from interview.persona import Lines, Persona
from interview.spec import Section, Spec, Verdicts
from interview.state import State
from interview.turn import Turn


def greeting(spec: Spec, persona: Persona, candidate: str, arrangement: Arrangement) -> str:
    """What this candidate hears first."""
    turn = Turn(spec, persona, State(candidate=candidate, arrangement=arrangement))
    return next(command.line.text for command in opening(turn) if isinstance(command, Say))


def to_come(spec: Spec, persona: Persona) -> list[str]:
    """Every line worth having as sound before it is needed, each once; lines with a name or a number in them are not,
    nor the summary, which nobody waits for, nor what one invite alone has: it goes when its interview is erased."""
    texts = dict.fromkeys(_texts(spec, persona))
    return [text for text in texts if text and "{" not in text]


def _texts(spec: Spec, persona: Persona) -> Iterator[str]:
    yield spec.sections[0].prompt.aloud
    for ways in (persona.thinking, persona.transitions, persona.replies["repeat"], persona.nudge):
        yield from ways
    for section in spec.sections:
        yield from _of_section(section, spec.verdicts)
    for ways in _of_persona(persona):
        yield from ways
    for section in spec.sections:
        if section.judged and spec.verdicts:
            yield from spec.verdicts.lines(section)


def _of_section(section: Section, verdicts: Verdicts | None) -> Iterator[str]:
    if section.judged and verdicts:
        yield verdicts.correct
    for question in section.questions:
        yield question.prompt.aloud
        yield from question.guides
    for intent in section.intents:
        yield from intent.variants


def _of_persona(persona: Persona) -> Iterator[Lines]:
    """All that the persona says, whatever fields it has; `style` is told to the model, not to the candidate."""
    for name, value in persona:
        if isinstance(value, dict):
            yield from value.values()
        elif isinstance(value, tuple) and name != "style":
            yield value
