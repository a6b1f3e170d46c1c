"""The authored lines that an interview may need, in the order in which it may need them."""

from collections.abc import Iterator

from interview.persona import Persona
from interview.spec import Spec


def to_come(spec: Spec, persona: Persona) -> Iterator[str]:
    """Every line worth having as sound before it is needed; lines with a name or a number in them are not."""
    yield spec.sections[0].prompt.aloud
    for ways in (persona.thinking, persona.transitions, persona.replies["repeat"], persona.nudge):
        yield from ways
    for section in spec.sections:
        for question in section.questions:
            yield question.prompt.aloud
            yield from question.guides
        for intent in section.intents:
            yield from intent.variants
    for ways in (persona.pointer, persona.code_received, persona.code_time_up, persona.closing, persona.closing_early):
        yield from ways
    for ways in (persona.acknowledgements, persona.move_on, persona.back, *persona.replies.values()):
        yield from ways
