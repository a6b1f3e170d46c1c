"""Settings and secrets: read once, named when wrong, never weak."""

import json
from pathlib import Path

import pytest

from tests.support.settings import KEYS, settings_at
from viva import secrets
from viva.errors import SettingsError
from viva.sample import sample
from viva.settings import TREE, Settings, load_settings


def test_env_example_lists_exactly_the_settings_with_their_defaults() -> None:
    assert (TREE / ".env.example").read_text() == sample()
    names = {line.lstrip("# ").split("=")[0] for line in sample().splitlines() if "VIVA_" in line and "=" in line}
    assert {name for name in names if name.startswith("VIVA_")} >= {f"VIVA_{n.upper()}" for n in Settings.model_fields}


def test_the_sample_itself_is_refused_as_settings(tmp_path: Path) -> None:
    (tmp_path / "env").write_text(sample())
    settings = Settings(_env_file=tmp_path / "env", data_dir=tmp_path)
    with pytest.raises(SettingsError, match=r"VIVA_LIVEKIT_API_KEY still has the sample's value"):
        secrets.complete(settings)


def test_an_unreadable_setting_names_its_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIVA_WEB_PORT", "eighty")
    with pytest.raises(SettingsError, match="VIVA_WEB_PORT cannot be used"):
        load_settings()


def test_an_empty_variable_means_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VIVA_WEB_PORT", "")
    assert load_settings().web_port == 8080


def test_settings_reach_another_process_unchanged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = settings_at(tmp_path, llm_base_url="none")
    for name, value in before.environment().items():
        monkeypatch.setenv(name, value)
    assert Settings(_env_file=None) == before


def test_secrets_never_show_in_a_settings_repr(tmp_path: Path) -> None:
    shown = repr(settings_at(tmp_path))
    assert not [value for name, value in KEYS.items() if name != "livekit_api_key" and value in shown]


def test_generated_keys_are_long_private_and_kept(tmp_path: Path) -> None:
    empty = dict.fromkeys(KEYS, "")
    first = secrets.complete(settings_at(tmp_path, **empty))
    assert secrets.complete(settings_at(tmp_path, **empty)).livekit_api_secret == first.livekit_api_secret
    assert len(first.livekit_api_secret.encode()) >= 32
    assert len(first.session_secret.encode()) >= 32
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("livekit_api_secret", "secret"), ("session_secret", "x" * 31), ("review_password", "short")],
)
def test_a_short_secret_is_refused_by_name(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"VIVA_{name.upper()} is too short") as caught:
        secrets.complete(settings_at(tmp_path, **{name: value}))
    assert value not in str(caught.value).split()


def test_a_key_without_its_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="belong together"):
        secrets.complete(settings_at(tmp_path, livekit_api_secret=""))


@pytest.mark.parametrize("content", ["not json", json.dumps({"livekit_api_key": "x"}), "[]"])
def test_a_damaged_secrets_file_says_what_to_do(tmp_path: Path, content: str) -> None:
    (tmp_path / "secrets.json").write_text(content)
    with pytest.raises(SettingsError, match="delete it and new"):
        secrets.complete(settings_at(tmp_path, session_secret=""))


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="VIVA_DATA_DIR"):
        secrets.complete(settings_at(tmp_path / "file", session_secret=""))
