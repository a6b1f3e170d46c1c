"""A language model behind an OpenAI-compatible server.

With prompt caching a server's log probabilities vary a little between calls.
"""

import math
import weakref
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

import openai
from pydantic import BaseModel, Field, ValidationError

from scoring.errors import ModelUnavailable
from scoring.reading.model import Before, Memory, Reading, with_memory


class _Named(BaseModel):
    """A model, as its server lists it."""

    id: str


class _Models(BaseModel):
    """What a server has, as far as it is looked at."""

    data: list[_Named]


class _Token(BaseModel):
    """A word or a piece of one that might have been said."""

    token: str
    logprob: float = Field(lt=0.01)
    """Above 0 by rounding at most."""


class _Place(BaseModel):
    """One token of a reply and what might have stood there."""

    top_logprobs: list[_Token] | None = None


class _LogProbs(BaseModel):
    """How likely the reply's tokens were."""

    content: list[_Place] | None = None


class _Choice(BaseModel):
    """A reply."""

    logprobs: _LogProbs | None = None


class _Completion(BaseModel):
    """What comes back, as far as it is looked at: the client's own types are filled unchecked."""

    choices: list[_Choice]


_Sent = TypeVar("_Sent", _Models, _Completion)


class ServedModel:
    """One model on one server."""

    def __init__(self, base_url: str, model: str = "", api_key: str = "unused", timeout_s: float = 120) -> None:
        """`model` empty: the first that the server names."""
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
            sent = self._client.models.with_raw_response.list().content
        except openai.OpenAIError as error:
            raise _unavailable(error) from None
        models = _read(_Models, sent).data
        if self._model:
            return self._model
        if not models:
            raise ModelUnavailable("the language model's server names no model; set VIVA_LLM_MODEL")
        return models[0].id

    def choose(
        self, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, before: Before
    ) -> list[Reading]:
        """See LanguageModel. One request for each end, in a row, so that the server reads the beginning once."""

        def ask(missing: Sequence[str]) -> Iterator[tuple[str, Reading]]:
            for end in missing:
                before()
                yield end, self._ask(system, beginning + end, words)

        return with_memory(self.name, system, beginning, ends, words, memory, ask)

    def rest(self) -> None:
        """See LanguageModel. Nothing: the server's memory is the server's."""

    def _ask(self, system: str, user: str, words: Sequence[str]) -> Reading:
        try:
            sent = self._client.chat.completions.with_raw_response.create(
                model=self.name,
                messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
                temperature=0,
                max_tokens=1,
                logprobs=True,
                top_logprobs=20,
            ).content
        except openai.OpenAIError as error:
            raise _unavailable(error) from None
        choices = _read(_Completion, sent).choices
        logprobs = choices[0].logprobs if choices else None
        told = logprobs.content[0].top_logprobs if logprobs and logprobs.content else None
        if not told:
            raise ModelUnavailable(
                "the language model's server gives no log probabilities; use one that does, such as llama.cpp's"
            )
        chances = dict.fromkeys(words, 0.0)
        for token in told:
            word = token.token.strip().lower()
            if word in chances:
                chances[word] += math.exp(token.logprob)
        return chances


def _read(what: type[_Sent], sent: bytes) -> _Sent:
    try:
        return what.model_validate_json(sent)
    except ValidationError:
        # Nothing of what was sent is repeated, as below.
        raise ModelUnavailable(
            "the language model's server does not answer as an OpenAI-compatible one does; check VIVA_LLM_BASE_URL"
        ) from None


def _unavailable(error: openai.OpenAIError) -> ModelUnavailable:
    # The kind alone: a server's message may quote the prompt, which holds what a candidate said.
    return ModelUnavailable(f"the language model's server failed ({type(error).__name__}); see `viva doctor`")
