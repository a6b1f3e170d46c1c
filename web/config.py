"""What the web room needs to know; the front door builds it from the settings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

from interview.persona import Persona
from interview.spec import Spec


class WebConfig(BaseModel):
    """One web server's settings, frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    data_dir: Path
    """Where recordings and segments lie."""
    database_url: str
    """The journal's database."""
    record_store: str = ""
    """Where finished recordings lie; empty: the `recordings` folder in `data_dir`."""
    public_url: str = "http://127.0.0.1:8080"
    """The address candidates open; invite links begin with it, and its origin is the one that may post."""
    livekit_url: str = "ws://127.0.0.1:7880"
    """Where this server reaches LiveKit."""
    livekit_public_url: str = ""
    """Where a browser reaches LiveKit; empty: the same address."""
    livekit_api_key: str = Field(min_length=1)
    livekit_api_secret: SecretStr
    """Signs candidates' tokens; 32 bytes or more."""
    session_secret: SecretStr
    """Signs the review side's sessions; 32 bytes or more."""
    review_password: SecretStr
    """Opens the review side; 8 characters or more."""
    ui_dir: Path = Path(__file__).parent / "ui" / "dist"
    """The built pages."""
    specs: tuple[Spec, ...] = ()
    """Interviews that may be invited to."""
    personas: tuple[Persona, ...] = ()
    """Interviewers that the specs name."""
    versions: dict[str, str] = {}
    """Names and versions of software and prompts; kept with each interview when it begins."""

    render_report: Callable[[dict[str, Any], Literal["html", "text", "pdf"]], bytes] | None = None
    """Writes a report out; handed in, since this room knows nothing of scoring. None: reports come as JSON alone."""

    @model_validator(mode="after")
    def _keys_are_long(self) -> Self:
        for name, value, least in (
            ("livekit_api_secret", self.livekit_api_secret, 32),
            ("session_secret", self.session_secret, 32),
            ("review_password", self.review_password, 8),
        ):
            if len(value.get_secret_value().encode()) < least:
                raise ValueError(f"{name} is shorter than {least} bytes; generate a longer one")
        return self

    @property
    def browser_livekit_url(self) -> str:
        """The address of LiveKit that candidates are given."""
        return self.livekit_public_url or self.livekit_url

    @property
    def secure(self) -> bool:
        """Whether browsers reach this server by https."""
        return urlsplit(self.public_url).scheme == "https"

    def spec_named(self, name: str) -> Spec | None:
        """The interview of this name, or None."""
        return next((spec for spec in self.specs if spec.name == name), None)

    def persona_of(self, spec: Spec) -> Persona | None:
        """The persona that holds a spec, or None when the catalogue lacks it."""
        return next((persona for persona in self.personas if persona.name == spec.persona), None)
