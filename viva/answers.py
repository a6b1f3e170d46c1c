"""Reads the answers of a rehearsal from a file."""

from pathlib import Path

from agent.rehearsal import Turn
from interview.errors import SpecError
from interview.loading import parse
from interview.model import Frozen
from viva.catalogue import read_yaml
from viva.places import located


class Answers(Frozen):
    """The content of an answers file: a list of turns."""

    turns: tuple[Turn, ...]


def read_answers(path: Path) -> tuple[Turn, ...]:
    """The candidate's turns; SpecError names file, line, key and the mend."""
    data = read_yaml(path)
    try:
        return parse(Answers, {"turns": data}, str(path)).turns
    except SpecError as error:
        raise located(path, error, within="turns") from None
