"""Turns parsed YAML into specs and personas, with errors an author can act on."""

import difflib
import re
import types
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeGuard, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from interview.atomic import compound, surely_compound
from interview.conduct import Policy, breaches, policy_for
from interview.conduct_line import ConductLine
from interview.errors import Problem, SpecError
from interview.events import LineKind
from interview.manner import claims
from interview.persona import Lines, Persona, Request
from interview.spec import Indicator, Section, Spec

Model = TypeVar("Model", bound=BaseModel)

PLACEHOLDERS: Final[dict[str, frozenset[str]]] = {
    "greeting": frozenset({"name"}),
    "closing": frozenset({"name"}),
    "code_time_warning": frozenset({"minutes"}),
    "section_warning": frozenset({"minutes"}),
    "interview_warning": frozenset({"minutes"}),
    "replies.time": frozenset({"minutes"}),
}
"""The fields of a persona whose lines take a value, and which; all others take none."""
SAMPLE: Final = {"name": "Ada", "minutes": "2"}
"""Stand-ins while lines are checked."""

KINDS: Final[dict[str, LineKind]] = {
    "greeting": "greeting",
    "greeting_unnamed": "greeting",
    "acknowledgements": "acknowledgement",
    "transitions": "acknowledgement",
    "thinking": "acknowledgement",
    "pointer": "pointer",
    "code_received": "acknowledgement",
    "code_time_warning": "warning",
    "code_time_up": "warning",
    "nudge": "nudge",
    "move_on": "acknowledgement",
    "back": "reply",
    "say_more": "nudge",
    "try_part": "follow_up",
    "say_again": "reply",
    "long_answer": "acknowledgement",
    "rapport": "acknowledgement",
    "hold_over": "nudge",
    "revisit_over": "acknowledgement",
    "section_warning": "warning",
    "section_time_up": "warning",
    "interview_warning": "warning",
    "interview_time_up": "warning",
    "no_note": "reply",
    "questions_over": "acknowledgement",
    "closing": "closing",
    "closing_early": "closing",
}
"""Each spoken field of a persona and the kind of line it becomes; `replies` are all of kind reply."""


def parse_spec(data: Any, file: str) -> Spec:
    """The interview in `data`, parsed YAML of `file`; SpecError lists every mistake."""
    spec = parse(Spec, data, file)
    if problems := tuple(_spec_problems(spec)):
        raise SpecError.in_file(file, problems)
    return spec


def parse_persona(data: Any, file: str) -> Persona:
    """The persona in `data`, parsed YAML of `file`; SpecError lists every mistake."""
    persona = parse(Persona, data, file)
    if problems := tuple(_persona_problems(persona)):
        raise SpecError.in_file(file, problems)
    return persona


def check_lines(spec: Spec, persona: Persona) -> list[str]:
    """One sentence for every authored line this interview's conduct forbids; empty when the persona may hold it."""
    found: list[str] = []
    # Built once: a policy reads the whole spec.
    policies = {section.id: policy_for(spec, persona, section.id) for section in spec.sections}
    for section in spec.sections:
        for key, line, kind in _section_lines(spec, section):
            found += _breaches(f"{spec.name}: {key}", line, kind, policies[section.id])
    opening = policy_for(spec, persona, None)
    context = spec.context.spoken.replace("{role}", spec.role)
    found += _breaches(f"{spec.name}: context.spoken", context, "context", opening)
    for key, line in _summary_lines(spec):
        found += _breaches(f"{spec.name}: {key}", line, "closing", opening)
    for key, line, kind in _persona_lines(persona):
        if key.startswith("rapport") and spec.conduct.validation != "warm":
            continue  # never said in such an interview
        # A persona's lines may be said in any section, so each section's withheld words bind them.
        found += _breaches(f"{persona.name}: {key}", line, kind, opening, *policies.values())
    return list(dict.fromkeys(found))


def _breaches(place: str, text: str, kind: LineKind, *policies: Policy) -> list[str]:
    line = ConductLine(text, kind)
    broken = [breach for policy in policies for breach in breaches(line, policy)]
    return [f"{place}: '{text}' breaks {breach.rule}: {breach.detail}." for breach in broken]


def _section_lines(spec: Spec, section: Section) -> Iterator[tuple[str, str, LineKind]]:
    place = f"sections[{spec.sections.index(section)}]"
    for number, question in enumerate(section.questions):
        where = f"{place}.questions[{number}]"
        yield f"{where}.prompt", question.prompt.aloud, "prompt"
        for guide_number, guide in enumerate(question.guides):
            yield f"{where}.guides[{guide_number}]", guide, "follow_up"
        yield from _point_lines(spec, where, question.indicators)
        if spec.verdicts and question.error:
            text = spec.verdicts.incorrect.format(error=question.error, approach=question.approach)
            yield f"{where}.error", text, "acknowledgement"
        if spec.verdicts and question.technique:
            text = spec.verdicts.moving_on.format(technique=question.technique)
            yield f"{where}.technique", text, "acknowledgement"
    yield from _point_lines(spec, place, section.indicators)
    if spec.verdicts and section.judged:
        yield "verdicts.correct", spec.verdicts.correct, "acknowledgement"
    for number, intent in enumerate(section.intents):
        for variant_number, variant in enumerate(intent.variants):
            yield f"{place}.intents[{number}].variants[{variant_number}]", variant, "follow_up"


def _point_lines(spec: Spec, place: str, points: Iterable[Indicator]) -> Iterator[tuple[str, str, LineKind]]:
    for number, point in enumerate(points):
        if spec.verdicts and point.missing:
            text = spec.verdicts.incomplete.format(missing=point.missing)
            yield f"{place}.indicators[{number}].missing", text, "follow_up"
        if spec.verdicts and point.error:
            text = spec.verdicts.incorrect.format(error=point.error, approach=point.approach)
            yield f"{place}.indicators[{number}].error", text, "acknowledgement"


def _summary_lines(spec: Spec) -> Iterator[tuple[str, str]]:
    """The summary's sentences with each of the points that they may name."""
    for number, part in enumerate(spec.summary):
        if part.otherwise:
            yield f"summary[{number}].otherwise", part.otherwise
        for section in spec.sections:
            for point in section.rubric():
                if point.spoken and point.axis in part.axes:
                    yield f"summary[{number}].said", part.said.format(points=point.spoken)


def _persona_lines(persona: Persona) -> Iterator[tuple[str, str, LineKind]]:
    for field, lines in _line_fields(persona):
        kind = KINDS.get(field, "reply")
        for number, line in enumerate(lines):
            yield f"{field}[{number}]", _filled(line), kind


def _line_fields(persona: Persona) -> Iterator[tuple[str, Lines]]:
    for field in KINDS:
        yield field, getattr(persona, field)
    for request, lines in persona.replies.items():
        yield f"replies.{request}", lines


def _filled(line: str) -> str:
    for name, value in SAMPLE.items():
        line = line.replace(f"{{{name}}}", value)
    return line


def _spec_problems(spec: Spec) -> Iterator[Problem]:
    """What the model's types cannot say."""
    for number, section in enumerate(spec.sections):
        place = f"sections[{number}]"
        for intent_number, intent in enumerate(section.intents):
            if len(set(intent.variants)) < len(intent.variants):
                yield Problem(f"{place}.intents[{intent_number}].variants", "different wordings", "one of them twice")
        yield from _point_problems(f"{place}.indicators", section.indicators)
        for question_number, question in enumerate(section.questions):
            where = f"{place}.questions[{question_number}]"
            yield from _point_problems(f"{where}.indicators", question.indicators)
            if section.axes and not section.coding and all(i.kind == "red_flag" for i in section.rubric(question.id)):
                yield Problem(f"{where}.indicators", "at least one point that speaks for an answer", "none")
        task = section.coding
        if task is None:
            continue
        if not task.functions:
            yield Problem(f"{place}.coding.functions", "a function name for at least one language", "none")
        if missing := sorted(set(task.functions) ^ set(task.starter)):
            yield Problem(
                f"{place}.coding.starter",
                "starter code for exactly the languages in functions",
                f"a mismatch in {', '.join(missing)}",
            )
        names = [test.name for test in (*task.visible_tests, *task.hidden_tests)]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            yield Problem(f"{place}.coding", "a different name for each test", f"'{twice[0]}' twice")
        if section.follow_ups:
            yield Problem(f"{place}.follow_ups", "0 in a coding section", str(section.follow_ups))


def _point_problems(place: str, indicators: Iterable[Indicator]) -> Iterator[Problem]:
    for number, indicator in enumerate(indicators):
        where, point = f"{place}[{number}].point", indicator.point
        if not point.strip():
            yield Problem(where, "a claim that an answer makes or does not make", "nothing")
        else:
            yield from _claim_problems(where, point, "make two indicators of two")
        yield from _opposite_problems(f"{place}[{number}].opposite", indicator)
        for wording_number, wording in enumerate(indicator.wordings):
            where = f"{place}[{number}].wordings[{wording_number}]"
            if not wording.strip():
                yield Problem(where, "another way to put the point", "nothing")
            elif surely_compound(wording):
                yield Problem(where, "one claim, that of the point; leave the second out", f"'{wording}'")


def _claim_problems(where: str, claim: str, mend: str) -> Iterator[Problem]:
    """`mend`: what to do with two claims in one."""
    if compound(claim):
        yield Problem(where, f"one claim; {mend}", f"'{claim}'")
    elif told := claims(claim):
        mend = f"{' and '.join(told)} may not be judged; where none is meant, choose other words"
        yield Problem(where, f"a claim about what is said ({mend})", f"'{claim}'")


def _opposite_problems(where: str, indicator: Indicator) -> Iterator[Problem]:
    opposite = indicator.opposite
    if indicator.kind != "red_flag":
        if opposite:
            yield Problem(where, "no opposite, which only a red flag has", f"'{opposite}'")
    elif not opposite.strip():
        expected = "one sentence that says the contrary of this red flag's point, to be read against it"
        yield Problem(where, expected, "nothing")
    elif opposite == indicator.point:
        yield Problem(where, "the contrary of the point", "the point itself")
    else:
        yield from _claim_problems(where, opposite, "leave the second out")


def _persona_problems(persona: Persona) -> Iterator[Problem]:
    for request in get_args(Request):
        if not persona.replies.get(request):
            yield Problem(f"replies.{request}", "at least one line", "none")
    for field, lines in _line_fields(persona):
        allowed = PLACEHOLDERS.get(field, frozenset())
        for number, line in enumerate(lines):
            if strange := sorted(set(re.findall(r"\{(\w*)\}?|\}", line)) - allowed):
                wanted = " or ".join(f"{{{name}}}" for name in sorted(allowed)) or "no placeholder"
                yield Problem(f"{field}[{number}]", f"{wanted} and no other braces", f"'{{{strange[0]}}}'")


def parse(model: type[Model], data: Any, file: str) -> Model:
    """The model in `data`, parsed YAML of `file`, by its types alone; SpecError lists every mistake."""
    if not isinstance(data, dict):
        expected = f"a mapping of keys to values that describes a {model.__name__.lower()}"
        raise SpecError.in_file(file, (Problem("", expected, _shown(data)),))
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = tuple(_problem(model, data, details) for details in error.errors(include_url=False))
        raise SpecError.in_file(file, problems) from None


_EXPECTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "literal_error": "{expected}",
    "string_too_short": "at least {min_length} character",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "a number below {lt}",
    "less_than_equal": "{le} or less",
}
"""pydantic's error types in an author's words."""


def _problem(model: type[BaseModel], data: Any, details: ErrorDetails) -> Problem:
    kind, location, context = details["type"], details["loc"], details.get("ctx", {})
    key = _path(_as_written(data, location))
    if kind == "missing":
        return Problem(key, "this key to be there", "nothing")
    if kind == "extra_forbidden":
        known = _fields(model, location[:-1])
        near = difflib.get_close_matches(str(location[-1]), known, 1)
        expected = f"the key '{near[0]}'" if near else f"one of the keys {', '.join(known)}"
        return Problem(key, expected, f"the unknown key '{location[-1]}'")
    if kind == "string_pattern_mismatch":
        return Problem(key, f"text that matches {context['pattern']}", _shown(details["input"]))
    if kind == "value_error":
        return Problem(key, "values that agree", str(context["error"]))
    if kind == "too_short":
        return Problem(key, f"at least {context['min_length']} of them", str(context["actual_length"]))
    expected = _EXPECTED.get(kind, details["msg"]).format(**context)
    got = _shown(details["input"])
    if kind == "string_type" and isinstance(details["input"], int | float):
        got += "; put it in quotes"
    return Problem(key, expected, got)


def _as_written(data: Any, location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The place in the file: a section may write `prompt` in place of its only question."""
    match location:
        case ("sections", int(number), "questions", 0, *rest) if "prompt" in data["sections"][number]:
            return ("sections", number, *rest)
        case _:
            return location


def _path(location: tuple[int | str, ...]) -> str:
    """("sections", 0, "title") as `sections[0].title`."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location if step != "[key]"]
    return "".join(parts).lstrip(".")


def _fields(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys allowed at a place, found by walking the model's annotations."""
    here: Any = model
    for step in location:
        if isinstance(step, str) and isinstance(here, type) and issubclass(here, BaseModel):
            here = _inner(here.model_fields[step].annotation)
    return list(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else []


def _inner(annotation: Any) -> Any:
    """The model inside `tuple[Model, ...]`, `Model | None` and the like; the annotation itself otherwise."""
    if get_origin(annotation) in (tuple, dict, Union, types.UnionType):
        return next((found for part in get_args(annotation) if _is_model(found := _inner(part))), annotation)
    return annotation


def _is_model(found: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(found, type) and issubclass(found, BaseModel)


def _shown(value: Any) -> str:
    """A value as an error shows it: short, with its type where that is the point."""
    names = {dict: "a mapping", list: "a list", type(None): "nothing"}
    if type(value) in names:
        return names[type(value)]
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
