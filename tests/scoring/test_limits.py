"""The embedded language model at its limits, with a tiny one: too long a prompt, too little memory, no weights."""

import multiprocessing
import resource
import shutil
from pathlib import Path
from typing import Any

import psutil
import pytest

from scoring.errors import ModelUnavailable
from scoring.reading import embedded
from scoring.reading.embedded import CONTEXT, EmbeddedModel
from scoring.reading.model import Forgetful, Reading
from tests.support.language_model import NAME, in_cache
from voice.int8 import ensure_int8

NOTHING = {"yes": 0.0, "no": 0.0}
LONG = "4" * CONTEXT
"""More tokens than fit: digits are one each."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = tmp_path_factory.mktemp("cache")
    return ensure_int8(NAME, cache, None, {NAME: in_cache(cache)})


@pytest.fixture
def model(folder: Path) -> EmbeddedModel:
    return EmbeddedModel(folder, "tiny")


def ask(model: EmbeddedModel, *ends: str, beginning: str = "Say Yes or No.\n") -> list[Reading]:
    return model.choose("You answer.", beginning, ends, ("yes", "no"), Forgetful(), lambda: None)


class Watched:
    """A generator that counts how often its weights are given back, and may refuse to give them back."""

    def __init__(self, generator: Any, stuck: bool = False) -> None:
        self._generator, self.stuck, self.unloaded = generator, stuck, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._generator, name)

    def unload_model(self) -> None:
        self.unloaded += 1
        if not self.stuck:
            self._generator.unload_model()


def watch(model: EmbeddedModel, stuck: bool = False) -> Watched:
    watched = Watched(model._generator, stuck)
    model.__dict__["_generator"] = watched
    return watched


def test_of_an_end_that_does_not_fit_nothing_is_told_and_the_others_are_read(model: EmbeddedModel) -> None:
    first, long, other = ask(model, "one thing?", LONG, "another thing?")
    assert long == NOTHING
    assert [first, other] == ask(model, "one thing?", "another thing?")
    assert min(first.values()) > 0


def test_of_a_beginning_that_does_not_fit_nothing_is_told_and_the_next_one_is_read(model: EmbeddedModel) -> None:
    assert ask(model, "one thing?", "another?", beginning=LONG) == [NOTHING, NOTHING]
    assert min(ask(model, "one thing?")[0].values()) > 0


def _told_without_memory(folder: Path) -> str:
    model = EmbeddedModel(folder, "tiny")
    ask(model, "one thing?")
    taken = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (taken + 20 * 2**20,) * 2)
    try:
        ask(model, "one thing?", beginning=LONG[:-100])
    except ModelUnavailable as error:
        return str(error)
    return "it was read"


def test_too_little_memory_is_told_as_that(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert "too little memory" in pool.apply(_told_without_memory, [folder])


def test_what_is_kept_counts_until_the_weights_are_given_back(model: EmbeddedModel) -> None:
    ask(model, "one thing?", "another thing?")
    watched = watch(model, stuck=True)
    model.rest()
    assert len(model._kept) == 1
    watched.stuck = False
    model.rest()
    assert model._kept == set()


def test_a_long_beginning_is_no_reason_to_load_anew_where_none_is_kept(
    model: EmbeddedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "KEPT_TOKENS", 10)
    watched = watch(model)
    ask(model, "one thing?", "another thing?")
    assert watched.unloaded == 0
    ask(model, "one thing?", "another thing?", beginning="Say No or Yes.\n")
    assert watched.unloaded > 0


def test_a_folder_without_a_model_is_told_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="not there; run `viva setup`"):
        ask(EmbeddedModel(tmp_path, "qwen"), "end")


@pytest.mark.parametrize(("torn", "by"), [("tokenizer.json", "Exception"), ("model.bin", "RuntimeError")])
def test_a_torn_file_is_told_with_its_mend(folder: Path, tmp_path: Path, torn: str, by: str) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (tmp_path / torn).write_text("{")
    with pytest.raises(ModelUnavailable, match=rf"\({by}\).*run `viva setup`"):
        ask(EmbeddedModel(tmp_path, "qwen"), "end")
