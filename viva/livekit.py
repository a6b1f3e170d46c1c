"""The LiveKit server of the embedded stack: found or built, then set up so that nothing leaves this machine."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import yaml

from viva.errors import PartError
from viva.settings import Settings

MODULE = "github.com/livekit/livekit-server"
VERSION = "v1.13.4"

Progress = Callable[[str], None]
"""Called with what is being done."""


def find(settings: Settings) -> Path | None:
    """A `livekit-server` on the PATH, or the one that an earlier set-up built; None when there is neither."""
    if on_path := shutil.which("livekit-server"):
        return Path(on_path)
    built = _built(settings)
    return built if os.access(built, os.X_OK) else None


def ensure(settings: Settings, progress: Progress) -> Path:
    """The server's program, built from its Go module when there is none. PartError says what to install."""
    found = find(settings)
    if found:
        return found
    go = shutil.which("go")
    if not go:
        raise PartError(
            "The LiveKit server is missing; install Go 1.26 or newer, or put a livekit-server on the PATH, and go on"
        )
    progress(f"LiveKit server {VERSION}: fetching its source")
    described = _run(
        [go, "mod", "download", "-json", f"{MODULE}@{VERSION}"], Path.home(), "Downloading the LiveKit server"
    )
    folder = Path(json.loads(described)["Dir"])
    target = _built(settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    progress(f"LiveKit server {VERSION}: building, about two minutes the first time")
    # Inside the module's own folder, so that its go.sum vouches for everything it pulls in.
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _run([go, "build", "-trimpath", "-o", str(draft), "./cmd/server"], folder, "Building the LiveKit server")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def write_config(settings: Settings) -> Path:
    """The server's configuration with the keys in it, readable by the owner alone."""
    path = settings.data / "livekit.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        yaml.safe_dump(configuration(settings), file, sort_keys=False)
    path.chmod(0o600)
    return path


def configuration(settings: Settings) -> dict[str, object]:
    """What the server is told: this machine only, our keys, no STUN or TURN server of anybody else."""
    return {
        "port": settings.livekit_port,
        "bind_addresses": ["127.0.0.1"],
        "keys": {settings.livekit_api_key: settings.livekit_api_secret},
        "rtc": {
            "node_ip": "127.0.0.1",
            "use_external_ip": False,
            "enable_loopback_candidate": True,
            "ips": {"includes": ["127.0.0.1/32"]},
            "udp_port": settings.livekit_udp_port,
            # Media takes TCP here: browsers and the SDKs offer no loopback address, so UDP to 127.0.0.1 never connects.
            # The listener cannot be bound to one address; it talks to nobody without a session's ICE credentials.
            "tcp_port": settings.livekit_tcp_port,
            # With an empty list the server sends every browser to public STUN servers of other companies.
            "stun_servers": [f"127.0.0.1:{settings.livekit_udp_port}"],
        },
        "room": {"auto_create": True},
        "logging": {"level": "info", "json": False},
    }


def _built(settings: Settings) -> Path:
    return settings.cache / "bin" / f"livekit-server-{VERSION}"


def _run(command: list[str], folder: Path, what: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise PartError(f"{what} failed ({last}); check the network and that Go is 1.26 or newer, then run this again")
    return done.stdout
