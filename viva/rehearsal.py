"""`viva rehearse`: puts an interview, its answers and a language model together for a rehearsal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import openai

from agent import follow_up_prompt, judge
from agent.follow_ups import Writer
from agent.judge import Judge
from agent.language_model import connect
from agent.rehearsal import Rehearsal, SpokenLine, parse_turns
from viva.catalogue import read_yaml
from viva.errors import SettingsError
from viva.settings import Settings
from viva.stack import language_model
from viva.terminal import steps
from viva.wiring import catalogue


async def hold(
    settings: Settings, answers: Path, spec_name: str, persona_name: str, llm: str, name: str, brief: bool
) -> list[SpokenLine]:
    """All lines the interviewer spoke. Raises SpecError, RehearsalError or VivaError with the mend."""
    known = catalogue(settings)
    spec, persona = known.interview(spec_name, persona_name)
    turns = parse_turns(read_yaml(answers), str(answers))
    prompt = follow_up_prompt.Prompt.model_validate(known.prompt("follow_up"))
    judge_prompt = judge.Prompt.model_validate(known.prompt("judge"))
    async with _client(settings, llm) as client:
        writer = Writer(prompt, spec, persona, client, settings.llm_model)
        judging = Judge(judge_prompt, spec, client, settings.llm_model)
        rehearsal = Rehearsal(spec, persona, writer, judging, candidate=name, brief=brief)
        return await rehearsal.run(turns)


@asynccontextmanager
async def _client(settings: Settings, llm: str) -> AsyncIterator[openai.AsyncOpenAI | None]:
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
