"""`viva score`: one interview scored at once, beside the queue."""

import asyncio
from contextlib import AsyncExitStack

from scoring.job import open_parts, score
from viva.settings import Settings
from viva.stack import has_own_llm, language_model
from viva.terminal import Steps
from viva.wiring import scoring_config


async def score_now(settings: Settings, interview_id: str, show: Steps) -> int:
    """Writes a new report and returns its version; starts the embedded language model for it where none is up."""
    async with AsyncExitStack() as held:
        if has_own_llm(settings, show):
            settings = await held.enter_async_context(language_model(settings, show))
        show.at("scoring")
        try:
            return await asyncio.to_thread(_score, settings, interview_id)
        finally:
            show.done("scoring")


def _score(settings: Settings, interview_id: str) -> int:
    with open_parts(scoring_config(settings)) as parts:
        return score(interview_id, parts)
