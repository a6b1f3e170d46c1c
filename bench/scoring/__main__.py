"""Measures scoring against every goal: `python -m bench.scoring --graded FILE.csv`, `--quick` for the grades alone and
without the language model.

What the language model was asked once is kept in the cache and not asked again, so a long measurement may be taken in
pieces: `--minutes` ends one, and the figures say of how many answers they are. A part that is left out is shown as it
was measured last by the same prompts and constants.
"""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bench.entry import start
from bench.machine import this_machine, versions
from bench.scoring.goals import table
from bench.scoring.kept import RESULTS, Kept, Made, Result, joined, keep, recall
from bench.scoring.measures import People, Piecewise, Told
from bench.scoring.parts import PARTS, QUICK, Given
from scoring.calibrating.calibration import identity, read_calibration
from scoring.calibrating.graded import GradedFile, read_graded
from scoring.job import open_meaning, open_reader
from viva.errors import VivaError
from viva.settings import TREE, Settings, load_settings
from viva.stack import with_language_model
from viva.terminal import Steps, out, steps
from viva.wiring import scoring_config


def main(
    graded: Annotated[
        Path | None, typer.Option(help="Answers that people graded, as `viva calibrate` takes them.")
    ] = None,
    minutes: Annotated[
        float, typer.Option(help="Ask the language model for so long; what is missing then is left out.")
    ] = 600,
    only: Annotated[str, typer.Option(help=f"Only these parts, with commas: {', '.join(PARTS)}.")] = "",
    quick: Annotated[
        bool, typer.Option("--quick", help="The grades alone, without the language model; kept only with --out.")
    ] = False,
    to: Annotated[
        Path | None, typer.Option("--out", help="Where the figures go.", show_default=str(RESULTS.relative_to(TREE)))
    ] = None,
) -> None:
    """Measure agreement with people, telling answers apart, steadiness, evidence, time, hostile code and kills."""
    names = [name.strip() for name in only.split(",")] if only else list(QUICK if quick else PARTS)
    if unknown := [name for name in names if name not in PARTS]:
        raise VivaError(f"There is no part {', '.join(unknown)}; name some of {', '.join(PARTS)}")
    if only and "people" in names and graded is None:
        raise VivaError("Agreement needs answers that people graded; name them with --graded FILE.csv")
    settings = load_settings()
    file = read_graded(graded) if graded else None
    path = to.absolute() if to else None if quick else RESULTS
    if quick or not any(PARTS[name].grades for name in names):
        minutes = 0
    with steps() as progress:
        result = asyncio.run(_measure(settings, file, minutes, names, path, progress))
    out.print(table(result.goals))
    for line in _below(result):
        out.print(line)


async def _measure(
    settings: Settings, file: GradedFile | None, minutes: float, names: Sequence[str], path: Path | None, show: Steps
) -> Result:
    async with with_language_model(settings, show) if minutes else nullcontext(settings) as settings:
        return await asyncio.to_thread(_measured, settings, file, minutes, names, path, show)


def _measured(
    settings: Settings, file: GradedFile | None, minutes: float, names: Sequence[str], path: Path | None, show: Steps
) -> Result:
    config = scoring_config(settings)
    reader, prompts = open_reader(config)
    reader = reader.remembering(Piecewise(settings.cache / "readings", minutes)) if reader and minutes else None
    meaning = open_meaning(config)
    models = {"llm": reader.name if reader else None, "meaning": meaning.name if meaning else None}
    made = Made(models=models, prompts=prompts, calibration=identity(config.calibration))
    given = Given(settings, file, reader, meaning, read_calibration(config.calibration), show)
    parts = recall(path, made, show) if path else {}
    for name in names:
        show.at(name)
        part = PARTS[name]
        found = part.measure(given)
        if found is None:
            continue
        parts[name] = Kept(
            date=datetime.now(UTC).isoformat(timespec="seconds"),
            machine=this_machine(),
            versions=versions(),
            made=made if part.grades else None,
            result=found.model_dump(mode="json"),
        )
        # At once: what comes next may take an hour.
        if path:
            keep(joined(parts), path)
    return joined(parts)


def _below(result: Result) -> list[str]:
    """What stands below the table."""
    lines = []
    if kept := result.parts.get("told"):
        told = Told.model_validate(kept.result)
        for title, grades in (("Mean grade by kind", told.means), ("The same as heard", told.spoken)):
            lines.append(f"{title}: " + ", ".join(f"{kind} {grade:.2f}" for kind, grade in grades.items()))
    if kept := result.parts.get("people"):
        parts = People.model_validate(kept.result).parts
        lines.append("Pearson of the parts: " + ", ".join(f"{name} {r:.2f}" for name, r in parts.items()))
    return lines


if __name__ == "__main__":
    start(main)
