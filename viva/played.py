"""A candidate whom the language model plays: it hears what is said aloud and knows what the page shows, no more."""

from collections.abc import AsyncIterator
from typing import Any

import openai
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, ConfigDict, Field

from agent.rehearsal import Rehearsal, Turn
from interview.arrangement import Arrangement
from interview.arranging import with_role
from interview.folding import fold
from interview.spec import Spec
from viva.errors import VivaError

REMEMBERED = 12
"""Of the newest messages the candidate is given: a small model answers the worse the more it reads."""
SILENT = "Sorry, I do not know."
"""The candidate, where the model says nothing."""


class Part(BaseModel):
    """The content of `prompts/candidates/played/NAME.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    system: str
    """With `{title}` and `{context}`, which every candidate is told."""
    temperature: float = Field(ge=0, le=2)
    max_tokens: int = Field(ge=8, le=400)


class Player:
    """Plays one candidate in one rehearsal."""

    def __init__(
        self, part: Part, spec: Spec, arrangement: Arrangement, client: openai.AsyncOpenAI, model: str, seed: int
    ) -> None:
        context = with_role(spec.context.spoken, spec, arrangement)
        self._system = part.system.replace("{title}", spec.title).replace("{context}", context)
        self._part, self._spec, self._client, self._model, self._seed = part, spec, client, model, seed

    async def turns(self, rehearsal: Rehearsal, most: int) -> AsyncIterator[Turn]:
        """The candidate's turns, each made when the interviewer has spoken, at most so many."""
        said: list[ChatCompletionMessageParam] = []
        heard = 0
        for number in range(most):
            if rehearsal.over:
                return
            lines, heard = rehearsal.lines[heard:], len(rehearsal.lines)
            said.append({"role": "user", "content": " ".join(line.text for line in lines) or "…"})
            state = fold(rehearsal.events)
            if state.stage == "coding":
                task = self._spec.section(state.section).coding
                assert task is not None
                language = sorted(task.starter, reverse=True)[0]
                yield Turn(submit=task.starter[language], language=language)
                said.pop()
                continue
            text = await self._say(said[-REMEMBERED:], number)
            said.append({"role": "assistant", "content": text})
            yield Turn(say=text)

    async def _say(self, said: list[ChatCompletionMessageParam], number: int) -> str:
        messages: list[Any] = [{"role": "system", "content": self._system}, *said]
        try:
            answer = await self._client.chat.completions.create(
                model=self._model,
                messages=messages,
                temperature=self._part.temperature,
                max_tokens=self._part.max_tokens,
                seed=self._seed * 1000 + number,
            )
        except openai.OpenAIError as error:
            raise VivaError(
                f"The language model could not play the candidate ({type(error).__name__}); try again, or use --answers"
            ) from None
        return _whole(answer.choices[0].message.content or "") or SILENT


def _whole(text: str) -> str:
    """One line, without a sentence that the limit cut off where there is another."""
    flat = " ".join(text.split())
    end = max(flat.rfind(mark) for mark in ".!?")
    return flat[: end + 1] if end > 0 else flat
