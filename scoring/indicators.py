"""How likely an answer states a point, asked of a language model behind an OpenAI-compatible server.

The model answers Yes or No; what counts is how much it leans towards Yes, from the log probabilities of its first
token. It writes no word of the report.
"""

import hashlib
import math
import re
import weakref
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

import openai

from scoring.errors import ModelUnavailable
from scoring.prompts import Prompt

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

    def __init__(
        self, prompt: Prompt, base_url: str, model: str = "", api_key: str = "unused", timeout_s: float = 120
    ) -> None:
        """`model` empty: the first that the server names."""
        self._prompt = prompt
        # Straight to the server that was set: a proxy named in the environment would read what candidates said.
        direct = openai.DefaultHttpxClient(trust_env=False)
        weakref.finalize(self, direct.close)
        self._client = openai.OpenAI(
            base_url=base_url, api_key=api_key, timeout=timeout_s, max_retries=1, http_client=direct
        )
        self._model = model

    @cached_property
    def name(self) -> str:
        """The model's name; ModelUnavailable when the server does not answer."""
        try:
            models = [model.id for model in self._client.models.list().data]
        except openai.OpenAIError as error:
            raise _unavailable(error) from None
        if self._model:
            return self._model
        if not models:
            raise ModelUnavailable("the language model's server names no model; set VIVA_LLM_MODEL")
        return models[0]

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
        try:
            reply = self._client.chat.completions.create(
                model=self.name,
                messages=[{"role": "system", "content": self._prompt.system}, {"role": "user", "content": user}],
                temperature=0,
                max_tokens=1,
                logprobs=True,
                top_logprobs=20,
            )
        except openai.OpenAIError as error:
            raise _unavailable(error) from None
        logprobs = reply.choices[0].logprobs if reply.choices else None
        if logprobs is None or not logprobs.content:
            raise ModelUnavailable(
                "the language model's server gives no log probabilities; use one that does, such as llama.cpp's"
            )
        chances = {"yes": 0.0, "no": 0.0}
        for token in logprobs.content[0].top_logprobs:
            word = token.token.strip().lower()
            if word in chances:
                chances[word] += math.exp(token.logprob)
        if sum(chances.values()) < CLEAR:
            return None
        return math.log(max(chances["yes"], 1e-6) / max(chances["no"], 1e-6))


def _unavailable(error: openai.OpenAIError) -> ModelUnavailable:
    # The kind alone: a server's message may quote the prompt, which holds what a candidate said.
    return ModelUnavailable(f"the language model's server failed ({type(error).__name__}); see `viva doctor`")
