"""Where in a YAML file a key stands, so that an error can name the line."""

import re
from pathlib import Path

import yaml

from interview.errors import Problem, SpecError


def line_of(path: Path, key: str) -> int | None:
    """The line, from 1, of `sections[0].title` in the file; of what is above it where it lacks. None: no such file."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    line = node.start_mark.line if node else 0
    for step in re.findall(r"[^.\[\]]+", key):
        if isinstance(node, yaml.MappingNode):
            found = next(((at, value) for at, value in node.value if at.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            found = (node.value[int(step)],) * 2
        else:
            found = None
        if found is None:
            break
        line, node = found[0].start_mark.line, found[1]
    return line + 1


def at_line(path: Path, key: str) -> str:
    """`file:line`, or the file where no line is known."""
    line = line_of(path, key) if key else None
    return f"{path}:{line}" if line else str(path)


def located(path: Path, error: SpecError, within: str = "") -> SpecError:
    """The same error with a line for each of its mistakes; `within` is what the file's content was wrapped in."""
    problems = tuple(
        Problem(problem.key.removeprefix(within), problem.expected, problem.got) for problem in error.problems
    )
    sentences = (problem.sentence(at_line(path, problem.key)) for problem in problems)
    return SpecError("\n".join(sentences), problems) if problems else error
