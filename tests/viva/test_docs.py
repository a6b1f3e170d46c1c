"""The documents name what there is: commands, files, settings."""

import json
import re

import pytest
from typer.main import get_command

from viva.cli import app
from viva.settings import TREE

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "THIRD_PARTY.md", "CHANGELOG.md", "deploy/README.md")


def read(name: str) -> str:
    return (TREE / name).read_text(encoding="utf-8")


def test_the_readme_lists_every_command_and_no_other() -> None:
    rows = "\n".join(line for line in read("README.md").splitlines() if line.startswith("| `viva "))
    listed = set(re.findall(r"`viva ([a-z]+)", rows))
    assert listed == set(get_command(app).commands)  # type: ignore[attr-defined]  # Typer's top is a group


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_linked_or_named_by_its_path_is_there(name: str) -> None:
    text = read(name)
    folder = (TREE / name).parent
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in linked if not (folder / link).exists()] == []
    rooms = "agent|bench|deploy|docs|interview|prompts|records|requirements|scoring|specs|tests|viva|voice|web"
    named = re.findall(rf"`((?:{rooms})/[\w./-]*)`", text)
    assert [path for path in named if not (TREE / path).exists()] == []


def test_every_package_that_is_asked_for_has_its_licence_named() -> None:
    pages = json.loads(read("web/ui/package.json"))["dependencies"]
    packages = [*read("requirements/runtime.in").split(), *pages]
    makers = {re.split(r"[/\[-]", package.lstrip("@"))[0] for package in packages}
    listed = set(re.findall(r"[\w.]+", read("THIRD_PARTY.md").lower())) | {"av"}  # its name there is PyAV
    assert makers - listed == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_settings_that_are_named_are_in_the_sample(name: str) -> None:
    known = set(re.findall(r"VIVA_\w+", read(".env.example")))
    assert set(re.findall(r"VIVA_\w+", read(name))) <= known


def test_make_s_targets_that_are_named_are_there() -> None:
    known = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = {target for name in DOCUMENTS for target in re.findall(r"(?:^|`)make ([a-z-]+)", read(name), re.MULTILINE)}
    assert named
    assert named <= known
