"""The project's own interview and persona, read as the installation reads them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from interview.loading import parse_persona, parse_spec
from interview.persona import Persona
from interview.spec import Spec

ROOT = Path(__file__).resolve().parents[2]
MLE_V1 = ROOT / "specs" / "mle-v1.yaml"
VOICE = ROOT / "prompts" / "personas" / "voice.yaml"
FOLLOW_UP = ROOT / "prompts" / "follow_up.yaml"


def read(path: Path) -> Any:
    """A fresh copy of a file's content, free to be broken by a test."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def mle_v1() -> Spec:
    """The interview."""
    return parse_spec(read(MLE_V1), "specs/mle-v1.yaml")


@cache
def voice() -> Persona:
    """The persona that holds it."""
    return parse_persona(read(VOICE), "prompts/personas/voice.yaml")
