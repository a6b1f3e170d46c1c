"""Which language model scoring reads: the embedded one in its own process where set-up has made it, else a server."""

import os
import shutil
from pathlib import Path

import pytest

from scoring.job import open_reader
from scoring.reading.embedded import EmbeddedModel
from scoring.reading.model import Forgetful
from tests.support.language_model import NAME, in_cache
from tests.support.settings import settings_at
from viva import llm
from viva.doctor import look
from viva.settings import Settings
from viva.stack import has_own_llm, with_language_model
from viva.terminal import steps
from viva.wiring import scoring_config
from voice.catalogue import MODELS
from voice.int8 import int8_folder

OWN = "http://127.0.0.1:9/v1"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose embedded language model is a tiny one, fetched and not yet made int8."""
    monkeypatch.setitem(MODELS, NAME, in_cache(tmp_path / "cache"))
    return settings_at(tmp_path / "data", cache_dir=tmp_path / "cache", llm_weights=NAME)


def test_scoring_asks_the_server_until_the_model_is_made_int8(tiny: Settings) -> None:
    before = scoring_config(tiny)
    assert (before.llm_dir, before.llm_base_url, before.llm_model) == (None, tiny.llm_url, tiny.llm_model)
    llm.convert(tiny)
    config = scoring_config(tiny)
    assert (config.llm_dir, config.llm_model) == (int8_folder(NAME, tiny.cache), "tiny, int8")
    reader, _ = open_reader(config)
    assert reader is not None
    assert reader.name == "tiny, int8", "constants that were fitted to the served model's readings are not for these"


@pytest.mark.parametrize("url", [OWN, "none"])
def test_a_server_of_ones_own_or_none_stays_what_was_asked_for(tiny: Settings, url: str) -> None:
    llm.convert(tiny)
    config = scoring_config(tiny.model_copy(update={"llm_base_url": url}))
    assert config.llm_dir is None
    assert config.llm_base_url == ("" if url == "none" else OWN)


def test_a_file_of_ones_own_is_served(tiny: Settings) -> None:
    own = tiny.model_copy(update={"llm_weights": str(tiny.cache / "models" / NAME / "model.gguf")})
    llm.convert(own)
    assert scoring_config(own).llm_dir is None


async def test_no_server_is_started_for_a_model_that_is_read_in_process(tiny: Settings) -> None:
    llm.convert(tiny)
    with steps() as show:
        async with with_language_model(tiny, show) as settings:
            assert settings == tiny
            assert not (tiny.logs / "llm-alone.log").exists()


def test_the_doctor_says_when_it_is_not_made(tiny: Settings) -> None:
    finding = look("language model", tiny)
    assert finding.status == "warning"
    assert "`viva setup`" in finding.detail
    llm.convert(tiny)
    assert look("language model", tiny).status == "ok"


def test_without_the_served_weights_it_is_said_whether_scoring_goes_on(
    tiny: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def without() -> tuple[str, str]:
        """What the doctor and the start of a stack say of it."""
        shutil.rmtree(tiny.cache / "models" / NAME, ignore_errors=True)
        with steps() as show:
            assert not has_own_llm(tiny, show)
        return look("language model", tiny).detail, capsys.readouterr().err

    llm.convert(tiny)
    for said in without():
        assert "authored follow-ups" in said
        assert "scoring reads" in said
        assert "unscored" not in said
    shutil.rmtree(int8_folder(NAME, tiny.cache))
    for said in without():
        assert "unscored" in said


@pytest.mark.parametrize("url", ["", OWN])
def test_the_doctor_looks_whether_the_model_that_was_made_is_whole(tiny: Settings, url: str) -> None:
    llm.convert(tiny)
    own = {"whisper_model": "/own", "voice_model": "/own", "turn_model": "/own", "meaning_model": "/own"}
    settings = tiny.model_copy(update={"llm_base_url": url} | own)
    assert f"{NAME}-int8" in look("models", settings).detail
    torn = int8_folder(NAME, tiny.cache) / "config.json"
    kept, content = torn.stat(), torn.read_bytes()
    torn.write_bytes(content.replace(b"e", b"x"))
    os.utime(torn, ns=(kept.st_mtime_ns, kept.st_mtime_ns))
    finding = look("models", settings)
    assert finding.status == "failed"
    assert "damaged" in finding.detail


def test_the_model_that_was_made_gives_readings(tiny: Settings) -> None:
    llm.convert(tiny)
    config = scoring_config(tiny)
    assert config.llm_dir
    model = EmbeddedModel(config.llm_dir, config.llm_model)
    ends = ["one thing?\n", "two things?\n", "one thong?\n"]

    def ask(some: list[str]) -> list[dict[str, float]]:
        return model.choose("You answer.", "Say Yes or No.\n", some, ("yes", "no"), Forgetful(), lambda: None)

    together = ask(ends)
    assert [ask([end])[0]["yes"] for end in ends] == pytest.approx([reading["yes"] for reading in together], rel=1e-4)
    assert all(0 < chance < 1 for reading in together for chance in reading.values())
