"""Fixtures that several rooms' tests share: settings for a throw-away data folder, model weights, a LiveKit server."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.livekit import serving
from tests.support.settings import settings_at
from viva.settings import Settings
from voice import weights


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests must not depend on the VIVA_ variables of whoever runs them; the model cache may be moved."""
    for name in list(os.environ):
        if name.startswith("VIVA_") and name != "VIVA_CACHE_DIR":
            monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a data folder of its own and free ports, secrets generated."""
    return settings_at(tmp_path)


@pytest.fixture(scope="session")
def model_weights() -> Callable[[str], Path]:
    """The folder of a model by its name, fetched when it is not in the cache yet."""
    return lambda name: weights.ensure(name, settings_at(Path("/nonexistent")).cache)


@pytest.fixture(scope="session")
def livekit_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A real LiveKit server on free ports with keys of its own; the settings lead to it."""
    with serving(settings_at(tmp_path_factory.mktemp("livekit"))) as settings:
        yield settings
