"""What each interview's conduct comes to, part by part, and which rule of its source each part comes from."""

from collections.abc import Iterator

from interview.model import Frozen
from interview.persona import Persona
from interview.policy import policy_for
from interview.spec import Spec

OWN = "no rule of the source is named for it"


class Part(Frozen):
    """One part of a policy."""

    key: str
    """As in the spec's `conduct`, or what it is about."""
    value: str | int | list[str] | dict[str, list[str]]
    source: str
    """The source's rule word for word, or that there is none."""


def parts(spec: Spec, persona: Persona) -> Iterator[Part]:
    """The policy that spec and persona come to. Where they differ, the spec has settled it."""
    conduct = spec.conduct
    opening = policy_for(spec, persona, None)

    def of(key: str) -> str:
        return conduct.sources.get(key, OWN)

    yield Part(key="rules", value=list(conduct.rules), source=of("rules"))
    yield Part(key="validation", value=conduct.validation, source=of("validation"))
    yield Part(key="max_words", value=opening.max_words, source=of("max_words"))
    yield Part(key="forbidden", value=list(opening.forbidden), source=of("forbidden"))
    yield Part(key="summary", value=conduct.summary, source=of("summary"))
    if spec.summary:
        said = [text for part in spec.summary for text in (part.said, part.otherwise) if text]
        yield Part(key="summary sentences", value=said, source=of("summary"))
    if spec.verdicts:
        told = spec.verdicts
        templates = [told.correct, told.incomplete, told.incorrect, told.moving_on]
        yield Part(key="verdicts", value=templates, source=of("validation"))
    withheld = {section.id: list(section.withheld_terms) for section in spec.sections if section.withheld_terms}
    yield Part(key="withheld terms", value=withheld, source=of("withheld_terms"))
    yield from _bounds(spec, persona)


def _bounds(spec: Spec, persona: Persona) -> Iterator[Part]:
    """What of the persona the spec bounds."""
    source = spec.conduct.sources.get("validation", OWN)
    if persona.rapport and spec.conduct.validation != "warm":
        yield Part(key=f"bounds {persona.name}: never said", value=list(persona.rapport), source=source)
    elif persona.rapport:
        yield Part(key=f"bounds {persona.name}: the only warm lines", value=list(persona.rapport), source=source)
    else:
        yield Part(key=f"bounds {persona.name}", value="nothing; it has no warm line", source=source)


def lines(spec: Spec, persona: Persona) -> Iterator[str]:
    """The same for people, a part in a line or two."""
    yield f"{spec.name} ({spec.title}), held by {persona.name}"
    for part in parts(spec, persona):
        yield f"  {part.key}: {_said(part)}"
        yield f"      from: {part.source}"


def _said(part: Part) -> str:
    match part.value:
        case dict():
            sections = "; ".join(f"section {section}: {', '.join(terms)}" for section, terms in part.value.items())
            return sections or "none"
        case list():
            count = f"{len(part.value)}: " if part.key == "forbidden" else ""
            return count + (" | ".join(part.value) or "none")
        case _:
            return str(part.value)
