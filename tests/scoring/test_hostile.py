"""Programs written to break out of the sandbox, or to pass tests they should fail, get nowhere."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.hostile import FOLDER, Attack, attacks, withstand
from bench.surroundings import SETTING, Surroundings, surroundings
from tests.scoring.test_sandbox import pytestmark as needs_bwrap


@pytest.fixture(scope="module")
def around() -> Iterator[Surroundings]:
    """What they may try to reach."""
    with surroundings() as reachable:
        yield reachable


@needs_bwrap
@pytest.mark.slow
@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: f"{attack.language}-{attack.name}")
def test_it_does_nothing_outside_ends_and_passes_no_test(attack: Attack, around: Surroundings) -> None:
    # The clock is generous, so that only what never ends meets it on a busy machine; processor time is not.
    withstood = withstand(attack, around, wall_s=5)
    assert withstood.harm == ()
    assert withstood.passed == 0
    assert set(withstood.ended) <= set(attack.ends), withstood.details
    assert len(withstood.ended) == 2


def test_the_secret_is_where_programs_look_for_it_and_gone_afterwards() -> None:
    with surroundings() as reachable:
        assert reachable.secret in os.environ.values()
        assert reachable.secret in (Path(reachable.targets["folder"]) / "hidden.yaml").read_text()
    assert reachable.secret not in os.environ.values()


def test_every_program_stands_in_the_table_and_none_is_expected_to_pass() -> None:
    listed = attacks()
    files = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.glob("*/*.*")}
    assert files == {f"{attack.language}/{attack.name}" for attack in listed}
    assert len(listed) >= 40
    assert "passed" not in [end for attack in listed for end in attack.ends]
    assert all(attack.source.strip() for attack in listed)


@pytest.mark.parametrize("value", ["a key of my own", None])
def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    if value:
        monkeypatch.setenv(SETTING, value)
    with surroundings() as reachable:
        assert os.environ[SETTING] == reachable.secret
    assert os.environ.get(SETTING) == value
