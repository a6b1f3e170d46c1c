"""A model that is asked nothing twice: each answer is on disk before it is used, so that a killed scoring goes on
where it was, and scoring again gives the same result."""

import hashlib
import json

from records.readings import Readings
from scoring.model import Model


class Remembered:
    """Another model's answers, kept with the interview they were given for."""

    def __init__(self, model: Model, readings: Readings, interview_id: str) -> None:
        self._model = model
        self._readings = readings
        self._interview_id = interview_id

    @property
    def name(self) -> str:
        """See Model."""
        return self._model.name

    def first_token(self, system: str, user: str) -> dict[str, float]:
        """See Model. Raises RecordsError too."""
        key = prompt_key(self.name, system, user)
        kept = self._readings.get(self._interview_id, key)
        if kept is None:
            kept = self._model.first_token(system, user)
            self._readings.put(self._interview_id, key, kept)
        return kept


def prompt_key(model: str, system: str, user: str) -> str:
    """The sha256 of everything that an answer depends on."""
    # JSON keeps the three apart, and a lone surrogate, which UTF-8 cannot, whole.
    return hashlib.sha256(json.dumps([model, system, user]).encode("ascii")).hexdigest()
