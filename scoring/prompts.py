"""Prompts: one YAML file each, part of the instrument, so hashed and named in the report."""

import hashlib
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from scoring.errors import PromptBroken


class Prompt(BaseModel):
    """One prompt. `user` has the places {question}, {answer} and {point}, the point last: the rest is cached."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    system: str
    user: str

    @property
    def sha256(self) -> str:
        """Of all the words the model sees; changes whenever a score could."""
        return hashlib.sha256("\0".join((self.system, self.user)).encode()).hexdigest()


def read_prompt(folder: Path, name: str) -> Prompt:
    """`NAME.yaml` in the folder. Raises PromptBroken with the file and what was expected."""
    path = folder / f"{name}.yaml"
    try:
        prompt = Prompt.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for place in ("{question}", "{answer}", "{point}"):
            if prompt.user.count(place) != 1:
                raise PromptBroken(f"{path}: key 'user' needs {place} exactly once")
        return prompt
    except OSError as error:
        raise PromptBroken(f"{path}: cannot be read ({error.strerror}); expected a prompt there") from None
    except (yaml.YAMLError, ValidationError):
        raise PromptBroken(f"{path}: expected the keys name, system and user, each a text") from None
