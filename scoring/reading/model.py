"""A language model behind an OpenAI-compatible server, asked for one token: how likely each of some words is.

With prompt caching a server's log probabilities vary a little between calls. So every reading is kept, and asked for
again the kept one is given: scoring again gives the same, and a scoring that was cut off does not ask twice.
"""

import hashlib
import json
import math
import weakref
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol, TypeVar

import openai
from pydantic import BaseModel, Field, ValidationError

from scoring.errors import ModelUnavailable

Reading = dict[str, float]
"""Word → its probability as the reply's first token, 0 to 1."""


class Memory(Protocol):
    """Where readings are kept."""

    def recall(self, key: str) -> Reading | None:
        """The reading kept under a key; None when there is none."""

    def keep(self, key: str, reading: Reading) -> None:
        """Keeps a reading for good; the first one under a key stays."""


class Forgetful:
    """Keeps nothing."""

    def recall(self, key: str) -> Reading | None:
        """None."""
        return None

    def keep(self, key: str, reading: Reading) -> None:
        """Does nothing."""


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


class LanguageModel:
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

    def choose(self, system: str, user: str, words: Sequence[str], memory: Memory) -> Reading:
        """How likely each of the words, in small letters, is the reply's first. Raises ModelUnavailable."""
        key = hashlib.sha256(json.dumps([self.name, system, user, list(words)]).encode()).hexdigest()
        kept = memory.recall(key)
        if kept is None:
            kept = self._ask(system, user, words)
            memory.keep(key, kept)
        return kept

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
