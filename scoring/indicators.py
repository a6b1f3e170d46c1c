"""How likely an answer states a point, asked of a language model behind an OpenAI-compatible server.

The model answers Yes or No; what counts is how much it leans towards Yes, from the log probabilities of its first
token. It writes no word of the report.
"""

import hashlib
import math
import re
from collections.abc import Callable, Sequence
from typing import Protocol

from records.readings import Readings
from scoring.model import Model
from scoring.prompts import Prompt
from scoring.readings import Remembered

LONGEST_ANSWER = 6000
"""Characters the model is shown at once; a longer answer is shown in parts, and its best part counts."""
CLEAR = 0.5
"""The probability that Yes and No together need: below it the model did not answer the question."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORGEABLE = str.maketrans(
    {"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "¦", "#": "♯", "`": "'", "«": "'", "»": "'"}
)


class Reader(Protocol):
    """Whoever can tell whether an answer states points."""

    @property
    def name(self) -> str:
        """The model, as the report names it."""

    def remembering(self, readings: Readings, interview_id: str) -> "Reader":
        """The same for one interview, asking the model nothing that it has answered before."""

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        """For each point the log odds that the answer, given as its clauses, states it.

        None where the model's reply cannot be told. Calls `before` each time it asks. Raises ModelUnavailable.
        """


def fence(answer: str) -> str:
    """The candidate's words as a model may see them: one line between marks they cannot have known, without the
    characters that such marks, prompts and chat templates are made of."""
    plain = _CONTROL.sub(" ", answer).translate(_FORGEABLE).strip()
    mark = hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:10]
    return f"[answer {mark} begins]\n{plain}\n[answer {mark} ends]"


def parts(clauses: Sequence[str], longest: int = LONGEST_ANSWER) -> list[str]:
    """The clauses put together again, in as many parts as their length needs; a lone endless clause is cut."""
    found: list[str] = []
    for clause in clauses:
        for at in range(0, len(clause), longest):
            piece = clause[at : at + longest]
            if found and len(found[-1]) + len(piece) < longest:
                found[-1] += f" {piece}"
            else:
                found.append(piece)
    return found


class ModelReader:
    """Asks a language model."""

    def __init__(self, prompt: Prompt, model: Model) -> None:
        self._prompt = prompt
        self._model = model

    @property
    def name(self) -> str:
        """See Reader."""
        return self._model.name

    def remembering(self, readings: Readings, interview_id: str) -> "ModelReader":
        """See Reader."""
        return ModelReader(self._prompt, Remembered(self._model, readings, interview_id))

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        """See Reader. Asks all points of one part of the answer in a row, so that the server reads the part once."""
        best: list[float | None] = [None] * len(points)
        for part in parts(answer):
            for place, point in enumerate(points):
                before()
                leaning, so_far = self._log_odds(question, part, point), best[place]
                if leaning is not None:
                    best[place] = leaning if so_far is None else max(so_far, leaning)
        return best

    def _log_odds(self, question: str, answer: str, point: str) -> float | None:
        """log P(Yes) / P(No); None when the model says neither."""
        # replace, not format: an answer may hold braces; the answer last, so that nothing in it is replaced.
        user = (
            self._prompt.user.replace("{question}", question)
            .replace("{point}", point)
            .replace("{answer}", fence(answer))
        )
        chances = {"yes": 0.0, "no": 0.0}
        for token, chance in self._model.first_token(self._prompt.system, user).items():
            word = token.strip().lower()
            if word in chances:
                chances[word] += chance
        if sum(chances.values()) < CLEAR:
            return None
        return math.log(max(chances["yes"], 1e-6) / max(chances["no"], 1e-6))
