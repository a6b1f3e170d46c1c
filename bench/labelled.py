"""The labelled set of spoken lines, and how conduct judges each."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, model_validator

from interview.conduct import RULES, Policy, check, policy_for
from interview.events import LineKind
from interview.model import Frozen
from viva.catalogue import Catalogue, read_yaml
from viva.settings import TREE

LINES: Final = TREE / "bench" / "data" / "conduct-lines.yaml"


class Labelled(Frozen):
    """A line, and what a person who read it says of it."""

    line: str
    kind: LineKind
    interview: str
    """The name of its spec."""
    section: str = ""
    """The id of the section it is said in; empty: the interview's first."""
    said: str = ""
    """What the candidate had said."""
    good: bool
    rule: str = ""
    """The rule a bad line breaks, the plainest where it breaks several; empty for a good one."""
    by: Literal["author", "model"]
    model: str = ""
    """Which model wrote it."""

    @model_validator(mode="after")
    def _label_is_whole(self) -> "Labelled":
        if self.good == bool(self.rule):
            raise ValueError(f"'{self.line}': a bad line names the rule it breaks, a good one none")
        if self.rule and self.rule not in RULES:
            raise ValueError(f"'{self.line}': there is no rule '{self.rule}'; expected one of {', '.join(RULES)}")
        if (self.by == "model") != bool(self.model):
            raise ValueError(f"'{self.line}': model is named exactly where a model wrote the line")
        return self


class Judged(Frozen):
    """A labelled line and the rules that conduct found broken."""

    labelled: Labelled
    broken: tuple[str, ...]

    @property
    def right(self) -> bool:
        """A good line was let through, or a bad one refused."""
        return self.labelled.good != bool(self.broken)


def read_lines(path: Path = LINES) -> tuple[Labelled, ...]:
    """The labelled set; pydantic.ValidationError names the line whose label is not whole."""
    return TypeAdapter(tuple[Labelled, ...]).validate_python(read_yaml(path))


def judge(lines: Iterable[Labelled], catalogue: Catalogue) -> list[Judged]:
    """Each line whose interview the catalogue has, as conduct judges it with that interview's own persona."""

    @cache
    def policy(interview: str, section: str) -> Policy:
        spec = catalogue.spec(interview)
        return policy_for(spec, catalogue.persona(spec.persona), section or spec.sections[0].id)

    known = set(catalogue.spec_names)
    return [
        Judged(
            labelled=line,
            broken=tuple(
                dict.fromkeys(
                    breach.rule
                    for breach in check(line.line, policy(line.interview, line.section), line.kind, line.said)
                )
            ),
        )
        for line in lines
        if line.interview in known
    ]
