"""`python -m bench`: how long a candidate waits for an answer, with Viva and with what they would build instead."""

import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bench.calls import SPEC, measure
from bench.entry import start
from bench.figures import Run, counted
from bench.machine import Machine, this_machine, versions
from bench.picture import draw
from bench.table import show
from interview.model import Frozen
from interview.waiting import Spread, spread
from viva.settings import TREE, load_settings
from viva.terminal import err, out, steps


class Result(Frozen):
    """What a measurement leaves in its file: figures, and everything they came from."""

    date: str
    """UTC."""
    command: str
    machine: Machine
    versions: dict[str, str]
    models: dict[str, str]
    spec: str
    quick: bool
    spreads: dict[str, Spread | None]
    """By pipeline, in ms, without the turns in which the interviewer talked over the candidate."""
    runs: tuple[Run, ...]


def main(
    quick: Annotated[
        bool, typer.Option("--quick", help="A brief interview; a trial, kept apart in build/bench.")
    ] = False,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="A folder for figures and picture, instead of the tree's own.")
    ] = None,
) -> None:
    """Measure the time from a candidate's last word to the first sound, beside a plain livekit-agents pipeline."""
    if (load := os.getloadavg()[0]) > 0.5 * this_machine().cores:
        err.print(f"This machine is busy (load {load:.1f}); the figures will be worse than it can do.")
    settings = load_settings()
    with steps() as progress:
        viva, stock = asyncio.run(measure(settings, quick, progress))
    result = Result(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        command=" ".join(["python", "-m", "bench", *sys.argv[1:]]),
        machine=this_machine(),
        versions=versions(),
        models={"recognizer": settings.whisper_model, "voice": settings.voice_model, "llm": settings.llm_model},
        spec=SPEC,
        quick=quick,
        spreads={run.pipeline: spread(counted(run.turns)) for run in (viva, stock)},
        runs=(viva, stock),
    )
    show(viva, stock)
    for path in keep(result, out_dir or (TREE / "build" / "bench" if quick else None)):
        out.print(str(path))


def keep(result: Result, folder: Path | None) -> tuple[Path, Path]:
    """Writes figures and picture into the folder, or where the tree keeps them: bench/results and docs/images."""
    figures = (folder or TREE / "bench" / "results") / f"{result.date[:10]}-latency.json"
    picture = (folder or TREE / "docs" / "images") / "latency.svg"
    for path, text in (
        (figures, result.model_dump_json(indent=2) + "\n"),
        (picture, draw(list(result.runs), *_caption(result))),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return figures, picture


def _caption(result: Result) -> tuple[str, str]:
    cores = f"{result.machine.cores} cores of {result.machine.cpu}"
    return (
        "A dot is a turn; solid: median, dashed: p95. The same models and answers, one after the other.",
        f"{cores}, {result.date[:10]}",
    )


if __name__ == "__main__":
    start(main)
