"""Prints the API's OpenAPI document: `python -m web.openapi > web/ui/openapi.json`."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from web.app import create_app
from web.config import WebConfig


def document() -> dict[str, Any]:
    """The OpenAPI document as plain data; needs no running server."""
    with tempfile.TemporaryDirectory() as folder:
        config = WebConfig(
            data_dir=Path(folder),
            database_url=f"sqlite:///{folder}/viva.db",
            livekit_api_key="none",
            livekit_api_secret=SecretStr("-" * 32),
            session_secret=SecretStr("-" * 32),
            review_password=SecretStr("-" * 8),
        )
        return create_app(config).openapi()


if __name__ == "__main__":
    json.dump(document(), sys.stdout, indent=2)
    print()
