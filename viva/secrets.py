"""Keys and passwords: generated once into the data folder, or taken from the settings and refused when weak."""

import json
import os
import secrets
from pathlib import Path

from viva.errors import SettingsError
from viva.settings import Settings

SAMPLE = "change-me"
"""What every sample value in `.env.example` contains."""

SHORTEST = {"livekit_api_secret": 32, "session_secret": 32, "review_password": 8}
"""The fewest bytes a value of one's own may have."""


def complete(settings: Settings) -> Settings:
    """The settings with every secret filled in, generated ones kept in `secrets.json` (mode 600) in the data folder.

    SettingsError names the variable whose value is the sample's or too short.
    """
    given = {name: getattr(settings, name) for name in ("livekit_api_key", *SHORTEST)}
    for name, value in settings:
        if isinstance(value, str):
            refuse_weak(name, value)
    if bool(given["livekit_api_key"]) != bool(given["livekit_api_secret"]):
        raise SettingsError("VIVA_LIVEKIT_API_KEY and VIVA_LIVEKIT_API_SECRET belong together; set both or neither")
    if all(given.values()):
        return settings
    kept = generated(settings.data / "secrets.json")
    return settings.model_copy(update={name: value or kept[name] for name, value in given.items()})


def refuse_weak(name: str, value: str) -> None:
    """SettingsError when a set value is the sample's or shorter than it may be; an empty one is generated later."""
    if SAMPLE in value:
        raise SettingsError(
            f"VIVA_{name.upper()} still has the sample's value; put your own there, as `openssl rand -hex 32` makes it"
        )
    if value and len(value.encode()) < SHORTEST.get(name, 1):
        raise SettingsError(
            f"VIVA_{name.upper()} is too short, it needs {SHORTEST[name]} characters; `openssl rand -hex 32` makes them"
        )


def generated(path: Path) -> dict[str, str]:
    """The generated secrets, made on first use and readable by the owner alone."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return _generate(path)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"{path} cannot be read ({type(error).__name__}); delete it and new keys are made"
        ) from None
    if not isinstance(kept, dict) or not {"livekit_api_key", *SHORTEST} <= set(kept):
        raise SettingsError(f"{path} lacks some of the generated keys; delete it and new ones are made")
    return {str(name): str(value) for name, value in kept.items()}


def _generate(path: Path) -> dict[str, str]:
    made = {
        "livekit_api_key": "viva" + secrets.token_hex(6),
        "livekit_api_secret": secrets.token_urlsafe(36),
        "session_secret": secrets.token_urlsafe(36),
        "review_password": secrets.token_urlsafe(12),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Linked into place whole: two commands that start at once must end up with the same keys.
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(made, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return generated(path)
        finally:
            draft.unlink()
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written ({error.strerror}); point VIVA_DATA_DIR at a folder you may write to"
        ) from None
    return made
