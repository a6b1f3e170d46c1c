"""The catalogue: what is broken is named by file, key and what was expected."""

import shutil
from pathlib import Path

import pytest

from interview.errors import SpecError
from viva.catalogue import Catalogue
from viva.settings import TREE


@pytest.fixture
def known(tmp_path: Path) -> Catalogue:
    shutil.copytree(TREE / "specs", tmp_path / "specs")
    shutil.copytree(TREE / "prompts", tmp_path / "prompts")
    return Catalogue(tmp_path / "specs", tmp_path / "prompts")


def spec_file(tmp_path: Path) -> Path:
    return tmp_path / "specs" / "mle-v1.yaml"


@pytest.mark.slow
def test_everything_that_ships_may_be_held(known: Catalogue) -> None:
    assert known.problems() == []
    specs, personas = known.all()
    assert "mle-v1" in [spec.name for spec in specs]
    assert {spec.persona for spec in specs} == {persona.name for persona in personas}


def test_an_unknown_interview_names_those_there_are(known: Catalogue) -> None:
    with pytest.raises(SpecError, match=r"mle-v1.*'mle-v9'"):
        known.spec("mle-v9")


def test_a_name_cannot_lead_out_of_the_folder(known: Catalogue) -> None:
    with pytest.raises(SpecError):
        known.spec("../prompts/personas/voice")


def test_broken_yaml_names_file_and_line(known: Catalogue, tmp_path: Path) -> None:
    spec_file(tmp_path).write_text("name: mle-v1\nversion: [1\n")
    with pytest.raises(SpecError, match=r"mle-v1\.yaml:\d+: expected valid YAML"):
        known.spec("mle-v1")


def test_a_key_that_stands_twice_is_refused_where_it_stands_again(known: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "specs" / "mle-v1.yaml"
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines, "name: other"]))
    with pytest.raises(
        SpecError, match=rf"mle-v1.yaml:{len(lines) + 1}: expected valid YAML, got the key 'name' twice"
    ):
        known.spec("mle-v1")


def test_a_typo_in_a_key_names_the_key(known: Catalogue, tmp_path: Path) -> None:
    path = spec_file(tmp_path)
    path.write_text(path.read_text().replace("\nrole:", "\nrolle:", 1))
    with pytest.raises(SpecError, match=r"mle-v1\.yaml:\d+: .*rol"):
        known.spec("mle-v1")


def test_other_bytes_than_text_are_refused_in_a_sentence(known: Catalogue, tmp_path: Path) -> None:
    spec_file(tmp_path).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SpecError, match="expected UTF-8 text"):
        known.spec("mle-v1")


def test_a_file_must_be_named_like_its_interview(known: Catalogue, tmp_path: Path) -> None:
    spec_file(tmp_path).rename(tmp_path / "specs" / "other.yaml")
    with pytest.raises(SpecError, match=r"name: expected 'other', the name of the file"):
        known.spec("other")


def test_problems_lists_every_broken_file(known: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "specs" / "a.yaml").write_text("[]")
    (tmp_path / "specs" / "b.yaml").write_text("{")
    found = "\n".join(known.problems())
    assert "a.yaml" in found
    assert "b.yaml" in found


def test_a_line_that_conduct_forbids_names_file_line_and_key(known: Catalogue, tmp_path: Path) -> None:
    path = spec_file(tmp_path)
    variant = known.spec("mle-v1").sections[1].intents[0].variants[0]
    path.write_text(path.read_text().replace(variant, "Great answer, well done. What else?", 1))
    line = next(n for n, text in enumerate(path.read_text().splitlines(), start=1) if "Great answer" in text)
    (problem, *_) = known.problems()
    assert f"mle-v1.yaml:{line}: sections[1].intents[0].variants[0]: " in problem
    with pytest.raises(SpecError, match=rf"mle-v1\.yaml:{line}: "):
        known.interview("mle-v1")
