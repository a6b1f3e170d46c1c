"""Reads interviews, personas and prompts from their YAML files."""

from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from interview.errors import SpecError
from interview.loading import check_lines, parse_persona, parse_spec
from interview.persona import Persona
from interview.spec import Spec


def read_yaml(path: Path) -> Any:
    """The file's content as plain data; SpecError names the file and, for broken YAML, the line."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SpecError(f"{path}: cannot be read ({error.strerror}); expected a YAML file there") from None
    except UnicodeDecodeError:
        raise SpecError(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "unreadable"
        raise SpecError(f"{path}{line}: is not valid YAML ({problem}); expected a mapping of keys to values") from None


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
            raise SpecError(f"there is no interview '{name}'; expected one of: {', '.join(self.spec_names) or 'none'}")
        path = self._specs / f"{name}.yaml"
        spec = parse_spec(read_yaml(path), str(path))
        if spec.name != name:
            raise SpecError(f"{path}: key 'name' is '{spec.name}'; expected '{name}', the name of the file")
        return spec

    def persona(self, name: str) -> Persona:
        """The persona of this name; SpecError when there is none or it is broken."""
        if name not in self.persona_names:
            expected = ", ".join(self.persona_names) or "none"
            raise SpecError(f"there is no persona '{name}'; expected one of: {expected}")
        path = self._prompts / "personas" / f"{name}.yaml"
        persona = parse_persona(read_yaml(path), str(path))
        if persona.name != name:
            raise SpecError(f"{path}: key 'name' is '{persona.name}'; expected '{name}', the name of the file")
        return persona

    def interview(self, spec_name: str, persona_name: str = "") -> tuple[Spec, Persona]:
        """An interview with the persona that holds it, its lines checked against its conduct; SpecError otherwise."""
        spec = self.spec(spec_name)
        persona = self.persona(persona_name or spec.persona)
        if broken := check_lines(spec, persona):
            raise SpecError(f"{self._specs / f'{spec_name}.yaml'}: {broken[0]}")
        return spec, persona

    @cached_property
    def titles(self) -> dict[str, str]:
        """Each interview's title by its name."""
        return {name: self.spec(name).title for name in self.spec_names}

    def problems(self) -> list[str]:
        """Everything wrong in any file, one sentence each; empty when all may be held."""
        found: list[str] = []
        for name in self.persona_names:
            try:
                self.persona(name)
            except SpecError as error:
                found.append(str(error))
        for name in self.spec_names:
            try:
                spec = self.spec(name)
                broken = check_lines(spec, self.persona(spec.persona))
                found += [f"{self._specs / f'{name}.yaml'}: {line}" for line in broken]
            except SpecError as error:
                found.append(str(error))
        return list(dict.fromkeys(found))
