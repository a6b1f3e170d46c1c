"""How long a candidate waits for an answer, with Viva and with what they would build instead."""

import asyncio

from bench.calls import SPEC, measure
from bench.figures import Run, counted
from bench.machine import Machine, versions
from bench.picture import draw
from bench.table import show
from interview.model import Frozen
from interview.waiting import Spread, spread
from viva.settings import Settings
from viva.terminal import steps


class Result(Frozen):
    """What a measurement leaves in its file: figures, and everything they came from."""

    versions: dict[str, str]
    models: dict[str, str]
    spec: str
    spreads: dict[str, Spread | None]
    """By pipeline, in ms, without the turns in which the interviewer talked over the candidate."""
    runs: tuple[Run, ...]


def measured(settings: Settings, quick: bool) -> Result:
    """The calls with each, one pipeline after the other. VivaError when the stack does not start."""
    with steps() as progress:
        viva, stock = asyncio.run(measure(settings, quick, progress))
    show(viva, stock)
    return Result(
        versions=versions(),
        models={"recognizer": settings.whisper_model, "voice": settings.voice_model, "llm": settings.llm_model},
        spec=SPEC,
        spreads={run.pipeline: spread(counted(run.turns)) for run in (viva, stock)},
        runs=(viva, stock),
    )


def picture(result: Result, machine: Machine, date: str) -> str:
    """Both distributions as an SVG."""
    cores = f"{machine.cores} cores of {machine.cpu}"
    return draw(
        list(result.runs),
        "A dot is a turn; solid: median, dashed: p95. The same caller and models, one pipeline after the other.",
        f"{cores}, {date[:10]}",
    )
