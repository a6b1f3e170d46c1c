"""A persona for tests: a line for everything it may have to say, whatever fields a persona has."""

from typing import Any, get_args

from interview.persona import Lines, Persona, Request


def persona(said: Lines, replies: dict[str, Lines] | None = None, **own: Any) -> Persona:
    """`said` for every line, except where `replies` (by request) or `own` (by field) say otherwise."""
    lines = [name for name, field in Persona.model_fields.items() if field.annotation == Lines]
    usual = {"name": "plain", "version": "1", "interviewer": "Pat", "style": ("Be plain",)}
    answers = dict.fromkeys(get_args(Request), said) | (replies or {})
    return Persona.model_validate({**dict.fromkeys(lines, said), **usual, "replies": answers, **own})
