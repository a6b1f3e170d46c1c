"""Prompts: one YAML file each, part of the instrument, so hashed and named in the report."""

import hashlib
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scoring.errors import PromptBroken

ASKS = 5
"""Wordings of the question for a grade: enough for a spread, few enough for two cores."""


class Prompt(BaseModel):
    """One prompt. `user` has the places {question}, {answer} and {point}, the point on a later line than the others:
    what stands before that line is read once for all points."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    system: str
    user: str

    @property
    def sha256(self) -> str:
        """Of all the words the model sees; changes whenever a score could."""
        return _hash(self.system, self.user)


class GradePrompt(BaseModel):
    """The prompt for a grade, in several wordings. Its system is the point's prompt's, and so is its beginning."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    user: str
    """With the places {question}, {answer}, {points} and, on a later line, {ask}."""
    asks: tuple[str, ...] = Field(min_length=ASKS, max_length=ASKS)
    """Wordings of one question, each to be answered with a digit from 0 to 5."""

    @property
    def sha256(self) -> str:
        """Of all the words the model sees, but for the system."""
        return _hash(self.user, *self.asks)


class SentencePrompt(BaseModel):
    """The prompt for one sentence of an answer. Its system is the point's prompt's."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    user: str
    """With the places {question}, {points} and, on a later line, {answer}: the sentence."""

    @property
    def sha256(self) -> str:
        """Of all the words the model sees, but for the system."""
        return _hash(self.user)


AnyPrompt = TypeVar("AnyPrompt", Prompt, GradePrompt, SentencePrompt)


def read_prompt(folder: Path, name: str) -> Prompt:
    """`NAME.yaml` in the folder. Raises PromptBroken with the file and what was expected."""
    return _read(folder / f"{name}.yaml", Prompt, ("{question}", "{answer}", "{point}"))


def read_grade_prompt(folder: Path, name: str, point: Prompt) -> GradePrompt:
    """`NAME.yaml` in the folder, which goes with `point`. Raises PromptBroken with the file and what was expected."""
    path = folder / f"{name}.yaml"
    prompt = _read(path, GradePrompt, ("{question}", "{answer}", "{points}", "{ask}"))
    if _beginning(prompt.user) != _beginning(point.user):
        raise PromptBroken(f"{path}: key 'user' must begin as in {point.name}.yaml as far as {{answer}}")
    return prompt


def read_sentence_prompt(folder: Path, name: str) -> SentencePrompt:
    """`NAME.yaml` in the folder. Raises PromptBroken with the file and what was expected."""
    return _read(folder / f"{name}.yaml", SentencePrompt, ("{question}", "{points}", "{answer}"))


def _read(path: Path, kind: type[AnyPrompt], places: tuple[str, ...]) -> AnyPrompt:
    """With these places, of which the last varies while the others stay."""
    try:
        prompt = kind.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise PromptBroken(f"{path}: cannot be read ({error.strerror}); expected a prompt there") from None
    except (yaml.YAMLError, ValidationError):
        *first, last = kind.model_fields
        raise PromptBroken(f"{path}: expected the keys {', '.join(first)} and {last}, {_shape(kind)}") from None
    for place in places:
        if prompt.user.count(place) != 1:
            raise PromptBroken(f"{path}: key 'user' needs {place} exactly once")
    *fixed, varying = places
    beginning, _ = cut(prompt.user, varying)
    if late := [place for place in fixed if place not in beginning]:
        raise PromptBroken(f"{path}: key 'user' needs {late[0]} on a line before that of {varying}")
    return prompt


def cut(user: str, varying: str) -> tuple[str, str]:
    """A prompt in two before the line with the place that varies: what is read once, and what is read each time."""
    before, _, _ = user.partition(varying)
    at = before.rfind("\n") + 1
    return user[:at], user[at:]


def _shape(kind: type[BaseModel]) -> str:
    return "each a text" if "asks" not in kind.model_fields else f"asks being {ASKS} texts"


def _beginning(user: str) -> str:
    return user.partition("{answer}")[0]


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
