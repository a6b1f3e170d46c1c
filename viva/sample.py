"""Writes `.env.example` from the settings: `python -m viva.sample > .env.example`."""

from pathlib import Path
from textwrap import wrap

from viva.secrets import SAMPLE, SHORTEST
from viva.settings import TREE, Settings

HEAD = """\
# Viva's settings. Copy this file to .env and change what you need; a line that is commented out shows the default.
# `viva up` on one machine needs none of it. `docker compose` needs the keys at the end.
"""
KEYS = f"""\
# Keys and passwords. `viva up` generates them into the data folder when they are not set here. `docker compose` needs
# them set: `openssl rand -hex 32` makes one. Values that contain '{SAMPLE}' are refused.
"""


def sample() -> str:
    """The whole text of `.env.example`."""
    secret = ("livekit_api_key", *SHORTEST)
    plain = [
        _entry(name, f"# VIVA_{name.upper()}={_default(name)}") for name in Settings.model_fields if name not in secret
    ]
    keys = [_entry(name, f"VIVA_{name.upper()}={SAMPLE}") for name in secret]
    return "\n".join([HEAD, *plain, KEYS, *keys])


def _entry(name: str, line: str) -> str:
    comment = wrap(Settings.model_fields[name].description or "", 116)
    return "".join(f"# {words}\n" for words in comment) + line + "\n"


def _default(name: str) -> str:
    value = Settings.model_fields[name].default
    return value.relative_to(TREE).as_posix() if isinstance(value, Path) and value.is_relative_to(TREE) else str(value)


if __name__ == "__main__":
    print(sample(), end="")
