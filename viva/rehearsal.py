"""`viva rehearse`: puts an interview, a candidate and a language model together for a rehearsal."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import openai

from agent import follow_up_prompt, judge
from agent.follow_ups import Writer
from agent.judge import Judge
from agent.language_model import connect
from agent.rehearsal import MODEL_DEADLINE_S, Rehearsal, SpokenLine, Turn
from interview.arrangement import Arrangement
from interview.persona import Persona
from interview.spec import Spec
from viva.errors import SettingsError
from viva.played import Part, Player
from viva.settings import Settings
from viva.stack import language_model
from viva.terminal import steps
from viva.wiring import catalogue


@dataclass(frozen=True)
class Held:
    """An interview to rehearse."""

    spec: Spec
    persona: Persona
    arrangement: Arrangement
    name: str = ""
    brief: bool = False
    interview_id: str = "rehearsal"
    model_deadline_s: float = MODEL_DEADLINE_S


async def hold(settings: Settings, held: Held, llm: str, turns: Iterable[Turn]) -> list[SpokenLine]:
    """All lines the interviewer spoke to these turns. Raises SpecError or VivaError with the mend."""
    async with model(settings, llm) as client:
        return await rehearsal(settings, held, client).run(turns)


async def hold_with(settings: Settings, held: Held, llm: str, manner: str, most: int, seed: int) -> list[SpokenLine]:
    """The same with a candidate whom the model plays, for at most so many turns."""
    async with model(settings, llm) as client:
        if client is None:
            raise SettingsError("A candidate needs a language model to play it; add --llm embedded")
        holds = rehearsal(settings, held, client)
        return await holds.run(player(settings, held, client, manner, seed).turns(holds, most))


def rehearsal(settings: Settings, held: Held, client: openai.AsyncOpenAI | None) -> Rehearsal:
    """The interviewer, before anything is said. Without a client the follow-ups are the authored ones."""
    known = catalogue(settings)
    prompt = follow_up_prompt.Prompt.model_validate(known.prompt("follow_up"))
    judge_prompt = judge.Prompt.model_validate(known.prompt("judge"))
    return Rehearsal(
        held.spec,
        held.persona,
        Writer(prompt, held.spec, held.persona, client, settings.llm_model),
        Judge(judge_prompt, held.spec, client, settings.llm_model),
        candidate=held.name,
        brief=held.brief,
        arrangement=held.arrangement,
        interview_id=held.interview_id,
        model_deadline_s=held.model_deadline_s,
    )


def player(settings: Settings, held: Held, client: openai.AsyncOpenAI, manner: str, seed: int) -> Player:
    """The candidate whom the model plays."""
    part = Part.model_validate(catalogue(settings).prompt(f"candidates/played/{manner}"))
    return Player(part, held.spec, held.arrangement, client, settings.llm_model, seed)


@asynccontextmanager
async def model(settings: Settings, llm: str) -> AsyncIterator[openai.AsyncOpenAI | None]:
    """The language model by the name of the option: none, embedded or configured."""
    if llm == "none":
        yield None
    elif llm == "configured":
        if settings.llm_is_embedded or settings.llm_url is None:
            raise SettingsError("VIVA_LLM_BASE_URL is not set; name a server there, or use --llm embedded")
        yield connect(settings.llm_url, settings.llm_api_key)
    else:
        embedded = settings.model_copy(update={"llm_base_url": ""})
        with steps() as show:
            async with language_model(embedded, show) as at:
                assert at.llm_url is not None
                yield connect(at.llm_url, "")
