"""How likely an answer states a point, and which grade it deserves, asked of a language model.

The model answers Yes or No, or a digit; what counts is how much it leans towards each, from the probabilities of its
first token. It writes no word of the report.
"""

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

from scoring.fluent import fluent
from scoring.reading.memory import SharedMemory
from scoring.reading.model import Before, Forgetful, LanguageModel, Memory, Reading
from scoring.reading.prompts import GradePrompt, Prompt, SentencePrompt, cut

LONGEST_ANSWER = 6000
"""Characters the model is shown at once; a longer answer is shown in parts, and its best part counts."""
CLEAR = 0.5
"""The probability that Yes and No, or the digits, together need: below it the model did not answer the question."""
DIGITS = ("0", "1", "2", "3", "4", "5")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORGEABLE = str.maketrans(
    {"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "|": "¦", "#": "♯", "`": "'", "«": "'", "»": "'"}
    | dict.fromkeys("≪≫《》⟪⟫‹›", "'")
)


class Reader(Protocol):
    """Whoever can tell whether an answer states points, and how good it is."""

    @property
    def name(self) -> str:
        """The model, as the report names it."""

    def read(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """For each point the log odds that the answer, given as its clauses, states it.

        None where the model's reply cannot be told. Raises ModelUnavailable.
        """

    def grades(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """The grade, 0 to 5, by each wording of the prompt; None where the model's reply cannot be told.

        Raises ModelUnavailable.
        """

    def last_grade(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> float | None:
        """The grade by the last wording alone. Raises ModelUnavailable."""

    def correctness(
        self, question: str, sentences: Sequence[str], points: Sequence[str], before: Before
    ) -> list[float | None]:
        """For each sentence of an answer the log odds that it is correct; None where the model's reply cannot be told.

        Raises ModelUnavailable.
        """

    def remembering(self, memory: Memory) -> Self:
        """The same reader, which keeps what it reads in `memory` and reads nothing twice."""

    def for_all(self) -> Self:
        """The same reader, which keeps what it reads for all interviews: not for words of a candidate. One that keeps
        nothing asks for this afresh, too: else what varies between two gradings would look less than it is."""

    def rest(self) -> None:
        """Gives back the memory that the model takes, until it is asked again."""


def fence(answer: str) -> str:
    """The candidate's words as a model may see them: without hesitations, in one line between marks that they cannot
    have, without the characters that such marks, prompts and chat templates are made of."""
    return f"«{_CONTROL.sub(' ', fluent(answer)).translate(_FORGEABLE).strip()}»"


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

    def __init__(
        self,
        model: LanguageModel,
        point: Prompt,
        grade: GradePrompt,
        sentence: SentencePrompt,
        memory: Memory | None = None,
        common: Path | None = None,
    ) -> None:
        """`memory` None: nothing is kept; `common` is the folder of what is kept for all interviews."""
        self._model, self._point, self._grade, self._sentence = model, point, grade, sentence
        self._memory = memory or Forgetful()
        self._common = common

    @property
    def name(self) -> str:
        """See LanguageModel."""
        return self._model.name

    def remembering(self, memory: Memory) -> "ModelReader":
        """See Reader."""
        return ModelReader(self._model, self._point, self._grade, self._sentence, memory, self._common)

    def for_all(self) -> "ModelReader":
        """See Reader."""
        if self._common is None or isinstance(self._memory, Forgetful):
            return self
        return self.remembering(SharedMemory(self._memory, self._common))

    def rest(self) -> None:
        """See Reader."""
        self._model.rest()

    def read(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader. Asks for all points of one part of the answer together, so that the part is read once."""
        best: list[float | None] = [None] * len(points)
        beginning, end = cut(self._point.user, "{point}")
        for part in parts(answer):
            ends = [_filled(end, {"{question}": question, "{point}": point}, part) for point in points]
            readings = self._choose(_filled(beginning, {"{question}": question}, part), ends, ("yes", "no"), before)
            best = [_better(one, _log_odds(reading)) for one, reading in zip(best, readings, strict=True)]
        return best

    def grades(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader. Of an answer in parts the best part counts."""
        return self._grades_by(self._grade.asks, question, answer, points, before)

    def last_grade(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> float | None:
        """See Reader."""
        return self._grades_by(self._grade.asks[-1:], question, answer, points, before)[0]

    def correctness(
        self, question: str, sentences: Sequence[str], points: Sequence[str], before: Before
    ) -> list[float | None]:
        """See Reader."""
        fixed = {"{question}": question, "{points}": "; ".join(points)}
        beginning, end = cut(self._sentence.user, "{answer}")
        ends = [_filled(end, fixed, sentence[:LONGEST_ANSWER]) for sentence in sentences]
        readings = self._choose(_filled(beginning, fixed), ends, ("correct", "wrong"), before)
        return [_log_odds(reading) for reading in readings]

    def _grades_by(
        self, asks: Sequence[str], question: str, answer: Sequence[str], points: Sequence[str], before: Before
    ) -> list[float | None]:
        best: list[float | None] = [None] * len(asks)
        fixed = {"{question}": question, "{points}": "\n".join(f"- {point}" for point in points)}
        beginning, end = cut(self._grade.user, "{ask}")
        for part in parts(answer):
            ends = [_filled(end, fixed | {"{ask}": ask}, part) for ask in asks]
            readings = self._choose(_filled(beginning, fixed, part), ends, DIGITS, before)
            best = [_better(one, _digit(reading)) for one, reading in zip(best, readings, strict=True)]
        return best

    def _choose(self, beginning: str, ends: Sequence[str], words: Sequence[str], before: Before) -> list[Reading]:
        return self._model.choose(self._point.system, beginning, ends, words, self._memory, before)


def _log_odds(reading: Reading) -> float | None:
    """Of the first of two words against the other; None when the model says neither."""
    if sum(reading.values()) < CLEAR:
        return None
    word, other = reading.values()
    return math.log(max(word, 1e-6) / max(other, 1e-6))


def _digit(reading: Reading) -> float | None:
    """The expected digit; None when the model gives none."""
    if (whole := sum(reading.values())) < CLEAR:
        return None
    return sum(int(digit) * chance for digit, chance in reading.items()) / whole


def _better(one: float | None, other: float | None) -> float | None:
    told = [value for value in (one, other) if value is not None]
    return max(told, default=None)


def _filled(user: str, places: dict[str, str], answer: str = "") -> str:
    """A prompt, or a part of one, with its places filled. An answer may hold braces, so it comes last: nothing in it is
    replaced."""
    for place, text in places.items():
        user = user.replace(place, text)
    return user.replace("{answer}", fence(answer))
