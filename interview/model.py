"""The base of every value in the interview room."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, equal by content, refusing unknown keys so that a typo is an error and not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
