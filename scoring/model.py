"""A language model behind an OpenAI-compatible server, asked for the first word of its answer and nothing else."""

import math
import weakref
from functools import cached_property
from typing import Protocol

import openai

from scoring.errors import ModelUnavailable


class Model(Protocol):
    """Whoever answers a prompt with how likely each first token is."""

    @property
    def name(self) -> str:
        """As the report names it. Raises ModelUnavailable."""

    def first_token(self, system: str, user: str) -> dict[str, float]:
        """The likeliest first tokens of the answer, each with its probability. Raises ModelUnavailable."""


class ServedModel:
    """Asks the server, every time."""

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
            models = [model.id for model in self._client.models.list().data]
        except openai.OpenAIError as error:
            raise _unavailable(error) from None
        if self._model:
            return self._model
        if not models:
            raise ModelUnavailable("the language model's server names no model; set VIVA_LLM_MODEL")
        return models[0]

    def first_token(self, system: str, user: str) -> dict[str, float]:
        """See Model."""
        try:
            reply = self._client.chat.completions.create(
                model=self.name,
                messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
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
        chances: dict[str, float] = {}
        for token in logprobs.content[0].top_logprobs:
            chances[token.token] = chances.get(token.token, 0.0) + math.exp(token.logprob)
        return chances


def _unavailable(error: openai.OpenAIError) -> ModelUnavailable:
    # The kind alone: a server's message may quote the prompt, which holds what a candidate said.
    return ModelUnavailable(f"the language model's server failed ({type(error).__name__}); see `viva doctor`")
