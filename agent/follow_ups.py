"""Follow-up questions: written by the language model within the section's intents, authored where that fails."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

import openai

from agent import follow_up_prompt, grounding, language_model, quotation
from agent.config import AgentConfig
from agent.errors import ModelError
from agent.follow_up_prompt import Prompt, Reply
from agent.language_model import Messages
from interview.commands import AskFollowUp
from interview.conduct import Policy, check, policy_for, repeats
from interview.events import FollowUpWritten, Refusal, Source
from interview.persona import Persona
from interview.spec import Section, Spec
from interview.state import State
from interview.words import stems

TEMPERATURE = 0.3
"""Of 24 answers (22 November 2026) a question written at 0.3 could be asked as it stood for 15 to 18, at 0.6 for 9. Two
drafts at once were good for 20 and took 1.6 times as long: beside a recognizer that is too late."""
LEAKED = 2
"""So many telling words of an example, which neither the candidate nor the interview used, show where it is from."""
MAX_TOKENS = 110
"""`about` and `question` at 30 words each plus JSON."""


@dataclass
class _Work:
    """One follow-up being written: what is asked for, and what came of it so far."""

    ask: AskFollowUp
    section: Section
    state: State
    policy: Policy
    elsewhere: frozenset[str]
    """Stems that show nothing when a question has them: of the question answered and the section's public words."""
    draft: Reply | None = None
    refused: list[Refusal] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All that the candidate has said in the section."""
        return f"{self.state.said.get(self.ask.section, '')} {self.ask.answer}"

    def objection(self, question: str) -> str:
        """Why this may not be asked: the name of the rule; empty when it may."""
        if repeats(question, [self.ask.question, *(past.text for past in self.state.asked)]):
            return "repeated"
        breaches = check(question, self.policy, "follow_up", self.said)
        return breaches[0].rule if breaches else ""

    def grounded(self, question: str) -> bool:
        """Whether the question takes up the candidate's words."""
        return bool(grounding.taken_up(question, self.ask.answer, self.elsewhere))


class Writer:
    """Writes follow-ups. Sees one section at a time; no indicator, no test, no axis ever enters the prompt.

    In turn: the model's question, an authored question behind the candidate's own words, an authored question alone.
    The first that keeps the conduct rules is asked; those before the last must also take up what the candidate said.
    """

    def __init__(
        self, prompt: Prompt, spec: Spec, persona: Persona, client: openai.AsyncOpenAI | None, model: str
    ) -> None:
        """`client` None: every follow-up is an authored one."""
        self._prompt, self._spec, self._persona = prompt, spec, persona
        self._client, self._model = client, model
        self._examples = [stems(f"{example.answer} {example.reply.question}") for example in prompt.few_shot]
        self._opening = follow_up_prompt.opening(prompt)

    @classmethod
    def of(cls, config: AgentConfig, spec: Spec, persona: Persona) -> Self:
        """The writer that a worker's config describes."""
        client = language_model.connect(config.llm_base_url, config.llm_api_key) if config.llm_base_url else None
        return cls(Prompt.model_validate_json(config.follow_up_prompt), spec, persona, client, config.llm_model)

    async def answers(self) -> bool:
        """Whether a language model is there at all."""
        return self._client is not None and await language_model.answers(self._client)

    async def warm(self) -> None:
        """Has the server read what never changes of the prompt."""
        if self._client is not None:
            await _read(self._client, self._model, self._opening)

    async def warm_up_to(self, ask: AskFollowUp) -> None:
        """Has the server read all of this follow-up's prompt but the answer, which is still being spoken."""
        if self._client is not None:
            unanswered = ask.model_copy(update={"answer": ""})
            before = follow_up_prompt.task(self._persona, self._spec.section(ask.section), unanswered)
            await language_model.read_ahead(self._client, self._model, [*self._opening, before])

    async def write(self, ask: AskFollowUp, state: State, deadline_s: float) -> FollowUpWritten:
        """The next follow-up, within `deadline_s` seconds; authored when the model is late, refused or broken.

        `at_ms` is 0: the caller stamps it.
        """
        work = self._work(ask, state)
        started = time.monotonic()
        reply, failure = None, "no language model"
        if self._client is not None:
            try:
                async with asyncio.timeout(deadline_s):
                    reply, failure = await self._ask_model(self._client, work)
            except TimeoutError:
                failure = "late"
        written = _by_the_model(work, reply) if reply else self._rewritten(work) or _authored(work)
        latency_ms = round((time.monotonic() - started) * 1000)
        return written.model_copy(
            update={
                "number": ask.number,
                "latency_ms": latency_ms,
                "refused": tuple(work.refused),
                "failure": "" if reply else failure,
            }
        )

    def at_once(self, ask: AskFollowUp, state: State) -> FollowUpWritten:
        """The follow-up when there is no time for the model."""
        work = self._work(ask, state)
        written = self._rewritten(work) or _authored(work)
        failure = "late" if self._client is not None else "no language model"
        return written.model_copy(update={"number": ask.number, "failure": failure})

    def _work(self, ask: AskFollowUp, state: State) -> _Work:
        section = self._spec.section(ask.section)
        policy = policy_for(self._spec, self._persona, section.id)
        return _Work(ask, section, state, policy, policy.public | stems(ask.question))

    async def _ask_model(self, client: openai.AsyncOpenAI, work: _Work) -> tuple[Reply | None, str]:
        try:
            reply = work.draft = await self._complete(client, work)
        except ModelError as error:
            return None, str(error)
        rule = "" if reply.intent in work.ask.intents else "intent"
        rule = rule or work.objection(reply.question) or self._grounding(work, reply.question)
        if not rule:
            return reply, ""
        work.refused.append(Refusal(text=reply.question, rule=rule))
        return None, "refused"

    def _grounding(self, work: _Work, question: str) -> str:
        """Why this takes up nothing of this answer; empty when it does."""
        free = work.elsewhere | stems(work.said)
        if any(len((stems(question) & example) - free) >= LEAKED for example in self._examples):
            return "example"
        return "" if work.grounded(question) else "not_taken_up"

    async def _complete(self, client: openai.AsyncOpenAI, work: _Work) -> Reply:
        pieces = grounding.pieces(work.ask.answer, work.elsewhere)
        shape = follow_up_prompt.schema(follow_up_prompt.offered(work.section, work.ask), pieces)
        try:
            response = await client.chat.completions.create(
                model=self._model,
                messages=[*self._opening, follow_up_prompt.task(self._persona, work.section, work.ask)],
                max_tokens=MAX_TOKENS,
                temperature=TEMPERATURE,
                response_format={
                    "type": "json_schema",
                    "json_schema": {"name": "follow_up", "strict": True, "schema": shape},
                },
            )
            reply = Reply.model_validate_json(response.choices[0].message.content or "")
            return reply.model_copy(update={"question": grounding.first_question(reply.question)})
        except Exception as error:  # a server may answer anything, and the interview goes on whatever it was
            raise ModelError(type(error).__name__) from None

    def _rewritten(self, work: _Work) -> FollowUpWritten | None:
        """An authored question behind the candidate's own words: those a refused draft was about, or else the most
        telling ones of the answer, also when the model is late or not there."""
        for about, picked, source in self._worth_quoting(work):
            intents = [picked] if picked in work.ask.intents else list(work.ask.intents)
            intent, variant = authored(work.section, intents, work.state)
            for text in quotation.framed(about, work.ask.answer, variant, self._prompt.frames, len(work.state.asked)):
                if work.grounded(text) and not work.objection(text):
                    return FollowUpWritten(
                        at_ms=0, section=work.section.id, intent=intent, question=text,
                        source=source, step="rewritten", grounded=True,
                    )  # fmt: skip
        return None

    def _worth_quoting(self, work: _Work) -> Iterator[tuple[str, str, Source]]:
        """Words of the answer, the intent that the model had for them, and who picked them; the best first."""
        draft = work.draft
        if draft is not None:
            for piece in quotation.mentioned(draft.about, work.elsewhere):
                yield piece, draft.intent, "model"
        for piece in quotation.mentioned(work.ask.answer, work.elsewhere):
            yield piece, "", "authored"


async def read_ahead(config: AgentConfig) -> None:
    """Has the language model read what the prompts of all interviews begin with; without one does nothing."""
    if config.llm_base_url:
        async with language_model.connect(config.llm_base_url, config.llm_api_key) as client:
            prompt = Prompt.model_validate_json(config.follow_up_prompt)
            await _read(client, config.llm_model, follow_up_prompt.opening(prompt))


async def _read(client: openai.AsyncOpenAI, model: str, opening: Messages) -> None:
    await language_model.read_ahead(client, model, [*opening, {"role": "user", "content": "Ready?"}])


def _by_the_model(work: _Work, reply: Reply) -> FollowUpWritten:
    return FollowUpWritten(
        at_ms=0, section=work.section.id, intent=reply.intent, question=reply.question,
        source="model", step="first", grounded=True,
    )  # fmt: skip


def _authored(work: _Work) -> FollowUpWritten:
    intent, question = authored(work.section, work.ask.intents, work.state)
    return FollowUpWritten(
        at_ms=0, section=work.section.id, intent=intent, question=question,
        source="authored", step="authored", grounded=work.grounded(question),
    )  # fmt: skip


def authored(section: Section, intents: Sequence[str], state: State) -> tuple[str, str]:
    """An authored question of an allowed intent that was not asked before, in whatever words: (intent id, question)."""
    asked = [past.text for past in state.asked]
    by_id = {intent.id: intent for intent in section.intents}
    ways = [(intent_id, variant) for intent_id in intents for variant in by_id[intent_id].variants]
    unused = [way for way in ways if way[1] not in asked] or ways
    return next((way for way in unused if not repeats(way[1], asked)), unused[0])
