"""Settings for tests: nothing from the surroundings but the model cache, and ports that are free."""

import os
from pathlib import Path
from typing import Any

from viva import ports
from viva.settings import Settings

KEYS = {
    "livekit_api_key": "vivatests",
    "livekit_api_secret": "a-secret-for-tests-of-more-than-32-bytes",
    "session_secret": "another-one-for-tests-of-more-than-32-bytes",
    "review_password": "review-these",
}


def settings_at(data_dir: Path, **changes: Any) -> Settings:
    """Settings for this data folder, with `changes` on top."""
    values: dict[str, Any] = {
        "data_dir": data_dir,
        "cache_dir": Path(os.environ.get("VIVA_CACHE_DIR", "~/.cache/viva")),
    }
    return Settings(_env_file=None, **(values | ports.free_for_a_stack() | KEYS | changes))
