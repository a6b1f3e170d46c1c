"""The live judge: which points an answer states, as ids and a band. No word of a model leaves it.

A point's probability joins two readings that fail in different ways: how much the language model leans to Yes when
asked about this point alone, and how much of an authored wording the answer's own words cover.
"""

import asyncio
import math
import time
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, Self

import openai
from pydantic import BaseModel, ConfigDict

from agent import language_model
from agent.config import AgentConfig
from agent.errors import ModelError
from agent.language_model import Messages, fenced
from interview import coverage
from interview.commands import JudgeAnswer
from interview.events import AnswerJudged, Band
from interview.spec import Indicator, Spec

LEANING, NEARNESS, MIDPOINT = 9.0, 8.0, 8.4
"""probability = 1 / (1 + exp(MIDPOINT - LEANING yes - NEARNESS nearness)), both from 0 to 1; near the logistic fit to
tests/agent/judged_answers.yaml, with less weight on the words: there one hand wrote both sides."""
MET: Final = 0.5
"""From this probability on a point counts as stated."""
FLAGGED_YES, FLAGGED_NEAR = 0.6, 0.4
"""A red flag needs both readings: people name a mistake to warn of it, too."""
ALTERNATIVES: Final = 10
"""How many of the likeliest first words are looked at for Yes and No."""
ANSWER_CHARS: Final = 2400
"""The end of a longer answer is what the model sees; the wordings are compared with all of it."""


class Prompt(BaseModel):
    """The content of `prompts/judge.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    system: str
    answer: str
    """With `{question}` and `{answer}`."""
    point: str
    """With `{point}`; goes behind `answer`."""


class Judge:
    """Judges answers of one interview."""

    def __init__(self, prompt: Prompt, spec: Spec, client: openai.AsyncOpenAI | None, model: str) -> None:
        """`client` None: by the authored wordings alone."""
        self._prompt, self._spec, self._client, self._model = prompt, spec, client, model

    @classmethod
    def of(cls, config: AgentConfig, spec: Spec) -> Self:
        """The judge that a worker's config describes."""
        client = language_model.connect(config.llm_base_url, config.llm_api_key) if config.llm_base_url else None
        return cls(Prompt.model_validate_json(config.judge_prompt), spec, client, config.llm_model)

    async def read_ahead(self, ask: JudgeAnswer) -> None:
        """Has the server read the prompt up to the end of what was said so far."""
        if self._client is not None:
            await language_model.read_ahead(self._client, self._model, self._messages(ask, ""))

    async def lean(self, ask: JudgeAnswer, leanings: dict[str, float]) -> None:
        """Asks about the points that `leanings` lacks and notes there, by point id, how likely Yes is, 0 to 1.

        Raises ModelError.
        """
        if self._client is None:
            raise ModelError("no language model")
        for point in self._spec.section(ask.section).rubric(ask.question):
            if point.id not in leanings:
                leanings[point.id] = await self._leaning(self._client, ask, point)

    async def judge(self, ask: JudgeAnswer, deadline_s: float, leanings: dict[str, float]) -> AnswerJudged:
        """The verdict, within `deadline_s` seconds. Without a model the points are judged by their wordings; when the
        model was late, the verdict is what it takes whatever the other points were, and otherwise unclear.

        `leanings` are those known of this same answer already, and get the others. `at_ms` is 0: the caller stamps it.
        """
        started = time.monotonic()
        failure = ""
        try:
            async with asyncio.timeout(deadline_s):
                await self.lean(ask, leanings)
        except TimeoutError:
            failure = "late"
        except ModelError as error:
            failure = str(error)
        points = self._spec.section(ask.section).rubric(ask.question)
        verdict = weigh(points, leanings, ask)
        if failure == "late" and len({weigh(points, whole, ask).band for whole in _extremes(points, leanings)}) > 1:
            verdict = verdict.model_copy(update={"band": "unclear"})
        latency_ms = round((time.monotonic() - started) * 1000)
        return verdict.model_copy(update={"latency_ms": latency_ms, "failure": failure})

    async def _leaning(self, client: openai.AsyncOpenAI, ask: JudgeAnswer, point: Indicator) -> float:
        try:
            response = await client.chat.completions.create(
                model=self._model, messages=self._messages(ask, point.point), max_tokens=1, temperature=0,
                logprobs=True, top_logprobs=ALTERNATIVES,
            )  # fmt: skip
            logprobs = response.choices[0].logprobs
            first = logprobs.content[0] if logprobs and logprobs.content else None
            ways = [(a.token.strip().lower(), math.exp(a.logprob)) for a in (first.top_logprobs if first else ())]
            # "Yes", "yes" and " Yes" are tokens of their own.
            yes, no = (sum(p for word, p in ways if word == wanted) for wanted in ("yes", "no"))
        except Exception as error:  # a server may answer anything, and the interview goes on whatever it was
            raise ModelError(type(error).__name__) from None
        if yes + no == 0:
            raise ModelError("neither yes nor no")
        return yes / (yes + no)

    def _messages(self, ask: JudgeAnswer, point: str) -> Messages:
        told = fenced(ask.answer[-ANSWER_CHARS:])
        text = self._prompt.answer.replace("{question}", ask.asked).replace("{answer}", told)
        behind = self._prompt.point.replace("{point}", point) if point else ""
        return [{"role": "system", "content": self._prompt.system}, {"role": "user", "content": text + behind}]


def weigh(points: Sequence[Indicator], leanings: dict[str, float], ask: JudgeAnswer) -> AnswerJudged:
    """The verdict from the model's leanings, by point id, where there are any, and from the points' wordings."""
    strong = [point for point in points if point.kind != "red_flag"]
    near = {point.id: coverage.nearness(point, ask.answer) for point in points}
    touched = {point.id for point in coverage.touched(points, ask.answer)}
    chances: dict[str, float] = {}
    for point in strong:
        if point.id in leanings:
            chances[point.id] = _chance(leanings[point.id], near[point.id])
        else:
            chances[point.id] = float(point.id in touched)
    flags = tuple(
        point.id
        for point in points
        if point.kind == "red_flag" and leanings.get(point.id, 0.0) >= FLAGGED_YES and near[point.id] >= FLAGGED_NEAR
    )
    met = tuple(point.id for point in strong if chances[point.id] >= MET)
    share = sum(chances.values()) / len(strong) if strong else 0.0
    return AnswerJudged(
        at_ms=0, number=ask.number, section=ask.section, question=ask.question,
        band=_band(share, ask, states=bool(met), flagged=bool(flags)) if strong else "unclear",
        met=met,
        missing=tuple(point.id for point in strong if chances[point.id] < MET),
        flags=flags,
        source="model" if leanings else "authored",
    )  # fmt: skip


def _extremes(points: Sequence[Indicator], leanings: dict[str, float]) -> Iterator[dict[str, float]]:
    """The leanings if the model had found all the other points in the answer or none, and all other flags or none."""
    for strong, flag in product((0.0, 1.0), repeat=2):
        yield {point.id: flag if point.kind == "red_flag" else strong for point in points} | leanings


def _chance(yes: float, nearness: float) -> float:
    return 1 / (1 + math.exp(MIDPOINT - LEANING * yes - NEARNESS * nearness))


def _band(share: float, ask: JudgeAnswer, *, states: bool, flagged: bool) -> Band:
    """A share of the points says how much was said, not whether it was right: an answer that states one and raises no
    red flag is never incorrect."""
    if not states:  # many points that may have been stated are not one that was, and not none either
        return "unclear" if share >= ask.bar.incomplete and not flagged else "incorrect"
    if flagged:
        return "incomplete" if share >= ask.bar.incomplete else "incorrect"
    return "correct" if share >= ask.bar.correct else "incomplete"
