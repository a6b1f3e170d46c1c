"""How likely an answer states a point, and which grade it deserves, asked of a language model.

The model answers Yes or No, or a digit; what counts is how much it leans towards each, from the probabilities of its
first token. It writes no word of the report.
"""

import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, Self

from scoring.fluent import fluent
from scoring.reading.memory import SharedMemory
from scoring.reading.model import Forgetful, LanguageModel, Memory
from scoring.reading.prompts import GradePrompt, Prompt, SentencePrompt

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


Before = Callable[[], None]
"""Called each time before the model is asked."""


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
        """The model's name; ModelUnavailable when the server does not answer."""
        return self._model.name

    def remembering(self, memory: Memory) -> "ModelReader":
        """See Reader."""
        return ModelReader(self._model, self._point, self._grade, self._sentence, memory, self._common)

    def for_all(self) -> "ModelReader":
        """See Reader."""
        if self._common is None or isinstance(self._memory, Forgetful):
            return self
        return self.remembering(SharedMemory(self._memory, self._common))

    def read(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader. Asks all points of one part of the answer in a row, so that the server reads the part once."""
        best: list[float | None] = [None] * len(points)
        for part in parts(answer):
            for place, point in enumerate(points):
                before()
                leaning = self._log_odds(_filled(self._point.user, question, part, {"{point}": point}), "yes", "no")
                so_far = best[place]
                if leaning is not None:
                    best[place] = leaning if so_far is None else max(so_far, leaning)
        return best

    def grades(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader. Of an answer in parts the best part counts."""
        return [self._grade_by(ask, question, answer, points, before) for ask in self._grade.asks]

    def last_grade(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> float | None:
        """See Reader."""
        return self._grade_by(self._grade.asks[-1], question, answer, points, before)

    def correctness(
        self, question: str, sentences: Sequence[str], points: Sequence[str], before: Before
    ) -> list[float | None]:
        """See Reader."""
        told = []
        for sentence in sentences:
            before()
            user = _filled(self._sentence.user, question, sentence[:LONGEST_ANSWER], {"{points}": "; ".join(points)})
            told.append(self._log_odds(user, "correct", "wrong"))
        return told

    def _grade_by(
        self, ask: str, question: str, answer: Sequence[str], points: Sequence[str], before: Before
    ) -> float | None:
        listed = "\n".join(f"- {point}" for point in points)
        best: float | None = None
        for part in parts(answer):
            before()
            digit = self._digit(_filled(self._grade.user, question, part, {"{points}": listed, "{ask}": ask}))
            if digit is not None:
                best = digit if best is None else max(best, digit)
        return best

    def _log_odds(self, user: str, word: str, other: str) -> float | None:
        """Of one word against the other; None when the model says neither."""
        chances = self._model.choose(self._point.system, user, (word, other), self._memory)
        if sum(chances.values()) < CLEAR:
            return None
        return math.log(max(chances[word], 1e-6) / max(chances[other], 1e-6))

    def _digit(self, user: str) -> float | None:
        """The expected digit; None when the model gives none."""
        chances = self._model.choose(self._point.system, user, DIGITS, self._memory)
        if (whole := sum(chances.values())) < CLEAR:
            return None
        return sum(int(digit) * chance for digit, chance in chances.items()) / whole


def _filled(user: str, question: str, answer: str, rest: dict[str, str]) -> str:
    """The prompt with its places filled. An answer may hold braces, so it comes last: nothing in it is replaced."""
    for place, text in ({"{question}": question} | rest).items():
        user = user.replace(place, text)
    return user.replace("{answer}", fence(answer))
