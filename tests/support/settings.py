"""Settings for tests: nothing from the surroundings but the model cache, and ports that are free."""

import os
import socket
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
        "web_port": ports.free_port(),
        "worker_port": ports.free_port(),
        "llm_port": ports.free_port(),
        "livekit_url": f"ws://127.0.0.1:{ports.free_port()}",
        "livekit_tcp_port": ports.free_port(),
        "livekit_udp_port": ports.free_port(socket.SOCK_DGRAM),
    }
    return Settings(_env_file=None, **(values | KEYS | changes))
