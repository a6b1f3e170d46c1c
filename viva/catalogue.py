"""Reads interviews, personas and prompts from their YAML files."""

from pathlib import Path
from typing import Any, Final

import yaml

from interview.errors import Problem, SpecError
from interview.loading import check_lines, parse_persona, parse_spec
from interview.persona import Persona
from interview.spec import Spec
from viva.places import at_line, located

SAFE: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, where PyYAML has it: ten times as fast, and every process of the stack reads every interview."""


class Loader(SAFE):  # type: ignore[misc]  # which of the two it is, is known at run time
    """Refuses a key that stands twice in one mapping: YAML would keep the last and say nothing."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping; ConstructorError names the key and where it stands the second time."""
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key.value}' twice", key.start_mark)
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def read_yaml(path: Path) -> Any:
    """The file's content as plain data; SpecError names the file and, for broken YAML, the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # a safe one
    except OSError as error:
        raise _broken(path, "", "a YAML file", f"'{error.strerror}' on reading it") from None
    except UnicodeDecodeError:
        raise _broken(path, "", "UTF-8 text", "other bytes") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else path
        raise _broken(place, "", "valid YAML", getattr(error, "problem", None) or "something unreadable") from None


def _broken(path: Path | str, key: str, expected: str, got: str) -> SpecError:
    return SpecError.in_file(str(path), (Problem(key, expected, got),))


def _one_of(what: str, name: str, names: list[str], folder: Path) -> SpecError:
    return _broken(folder, "", f"{what} of these: {', '.join(names) or 'none there'}", f"'{name}'")


class Catalogue:
    """The specs and personas of one installation, each file read when first asked for."""

    def __init__(self, specs: Path, prompts: Path) -> None:
        self._specs = specs
        self._prompts = prompts

    @property
    def spec_names(self) -> list[str]:
        """The names of all interviews, sorted."""
        return sorted(path.stem for path in self._specs.glob("*.yaml"))

    @property
    def persona_names(self) -> list[str]:
        """The names of all personas, sorted."""
        return sorted(path.stem for path in (self._prompts / "personas").glob("*.yaml"))

    def spec(self, name: str) -> Spec:
        """The interview of this name; SpecError when there is none or it is broken."""
        if name not in self.spec_names:
            raise _one_of("one interview", name, self.spec_names, self._specs)
        path = self._specs / f"{name}.yaml"
        data = read_yaml(path)
        try:
            spec = parse_spec(data, str(path))
        except SpecError as error:
            raise located(path, error) from None
        if spec.name != name:
            raise _broken(path, "name", f"'{name}', the name of the file", f"'{spec.name}'")
        return spec

    def persona(self, name: str) -> Persona:
        """The persona of this name; SpecError when there is none or it is broken."""
        folder = self._prompts / "personas"
        if name not in self.persona_names:
            raise _one_of("one persona", name, self.persona_names, folder)
        path = folder / f"{name}.yaml"
        data = read_yaml(path)
        try:
            persona = parse_persona(data, str(path))
        except SpecError as error:
            raise located(path, error) from None
        if persona.name != name:
            raise _broken(path, "name", f"'{name}', the name of the file", f"'{persona.name}'")
        return persona

    def interview(self, spec_name: str, persona_name: str = "") -> tuple[Spec, Persona]:
        """An interview with the persona that holds it, its lines checked against its conduct; SpecError otherwise."""
        spec, persona = self.unchecked(spec_name, persona_name)
        if broken := check_lines(spec, persona):
            raise SpecError(self._placed(broken[0]))
        return spec, persona

    def unchecked(self, spec_name: str, persona_name: str = "") -> tuple[Spec, Persona]:
        """The same where its lines were checked a moment ago: that takes a third of a second an interview."""
        spec = self.spec(spec_name)
        return spec, self.persona(persona_name or spec.persona)

    def all(self) -> tuple[tuple[Spec, ...], tuple[Persona, ...]]:
        """Every interview and every persona that interviews name; SpecError for the first that is broken."""
        pairs = [self.interview(name) for name in self.spec_names]
        personas = {persona.name: persona for _, persona in pairs}
        return tuple(spec for spec, _ in pairs), tuple(personas.values())

    def prompt(self, name: str) -> Any:
        """The content of `prompts/NAME.yaml`; SpecError when it cannot be read."""
        return read_yaml(self._prompts / f"{name}.yaml")

    def problems(self) -> list[str]:
        """Everything wrong in any file, one sentence each; empty when all may be held."""
        found: list[str] = []
        if not self.spec_names:
            found.append(f"There is no interview in {self._specs}; point VIVA_SPECS_DIR at the folder specs/.")
        for name in self.persona_names:
            try:
                self.persona(name)
            except SpecError as error:
                found.append(str(error))
        for name in self.spec_names:
            try:
                spec = self.spec(name)
                found += map(self._placed, check_lines(spec, self.persona(spec.persona)))
            except SpecError as error:
                found.append(str(error))
        return list(dict.fromkeys(found))

    def _placed(self, breach: str) -> str:
        """A line that conduct forbids, with the file and line where it stands in place of the name."""
        name, key, rest = breach.split(": ", 2)
        folder = self._specs if name in self.spec_names else self._prompts / "personas"
        return f"{at_line(folder / f'{name}.yaml', key)}: {key}: {rest}"
