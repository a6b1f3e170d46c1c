"""`viva score`: asks for a scoring and stays until it is done; where no scorer is up, it works the queue so far."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from records.errors import ScoringFailed
from records.reports import Reports
from scoring.job import run
from scoring.single import scorer_works
from viva.settings import Settings
from viva.stack import with_language_model
from viva.terminal import Steps
from viva.wiring import scoring_config

LOOK_S = 0.5


async def rescore(settings: Settings, reports: Reports, interview_id: str, show: Steps) -> int:
    """Writes a new report beside the older ones and returns its version.

    Raises InterviewNotOver, InterviewUnknown, ScoringFailed.
    """
    reports.order(interview_id)
    async with AsyncExitStack() as held:
        ours: asyncio.Task[None] | None = None
        while (job := await asyncio.to_thread(reports.job, interview_id)) and job.state in ("queued", "running"):
            show.at(f"scoring: {job.doing or job.state}")
            if ours is None and not scorer_works(settings.data):
                ours = await held.enter_async_context(scorer(settings, show))
            if ours is not None and ours.done():
                ours.result()
            await asyncio.sleep(LOOK_S)
    show.done("scoring")
    if job is None or job.state == "failed":
        raise ScoringFailed(
            f"Scoring failed: {job.doing if job else 'it was taken from the queue.'} "
            f"Mend that and run `viva score {interview_id[:8]}` again."
        )
    return reports.latest(interview_id).version


@asynccontextmanager
async def scorer(settings: Settings, show: Steps) -> AsyncIterator[asyncio.Task[None]]:
    """A scorer in this process while the block runs, with the embedded language model where none is up."""
    async with with_language_model(settings, show) as settings:
        stop = threading.Event()
        work = asyncio.create_task(asyncio.to_thread(run, scoring_config(settings), stop))
        try:
            yield work
        finally:
            stop.set()
            await asyncio.wait([work])
