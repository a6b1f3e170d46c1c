"""Writes `.env.example` from the settings: `python -m viva.sample > .env.example`."""

from pathlib import Path
from textwrap import wrap

from viva.secrets import SAMPLE, SHORTEST
from viva.settings import TREE, Settings

HEAD = """\
# Viva's settings. Copy this file to .env and change what you need; a line that is commented out shows the default.
# `viva up` on one machine needs none of it. `docker compose` needs the keys at the end: `python3 deploy/make_env.py`
# writes this file to .env with keys and passwords of your own.
"""
COMPOSE = f"""\
# What follows is for `docker compose` alone. In containers, folders and inner addresses and ports are fixed; of the
# settings above it takes VIVA_PUBLIC_URL, VIVA_LIVEKIT_PUBLIC_URL, VIVA_WEB_PORT, VIVA_LIVEKIT_TCP_PORT,
# VIVA_LIVEKIT_UDP_PORT, VIVA_RECORD_STORE, VIVA_LLM_BASE_URL, VIVA_LLM_MODEL, VIVA_LLM_API_KEY, VIVA_LLM_THREADS,
# VIVA_SPEECH_THREADS and VIVA_WORKER_DRAIN_S (600 there, at most).

# The address of this machine that the pages' port and LiveKit's are opened on, usually for a proxy that adds https.
# VIVA_BIND_ADDRESS=127.0.0.1

# Where the requests of a proxy before the pages come from: addresses or networks, with commas between. They alone may
# say whose request it is; else all that come through the proxy count as one person's, who guesses passwords and links.
# VIVA_PROXY_ADDRESSES=127.0.0.1

# The address of this machine that the two ports for sound are opened on; 0.0.0.0: all of them.
# VIVA_MEDIA_ADDRESS=127.0.0.1

# The IP address at which browsers reach the ports for sound.
# VIVA_PUBLIC_IP=127.0.0.1

# The port at which browsers reach LiveKit.
# VIVA_LIVEKIT_PORT=7880

# The database's password.
VIVA_POSTGRES_PASSWORD={SAMPLE}
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
    return "\n".join([HEAD, *plain, KEYS, *keys, COMPOSE])


def _entry(name: str, line: str) -> str:
    comment = wrap(Settings.model_fields[name].description or "", 116)
    return "".join(f"# {words}\n" for words in comment) + line + "\n"


def _default(name: str) -> str:
    value = Settings.model_fields[name].default
    return value.relative_to(TREE).as_posix() if isinstance(value, Path) and value.is_relative_to(TREE) else str(value)


if __name__ == "__main__":
    print(sample(), end="")
