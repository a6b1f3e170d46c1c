"""Measures the grades: `python -m bench.scoring --graded FILE.csv`, with `--quick` without the language model.

What the language model was asked once is kept in the cache and not asked again, so a long measurement may be taken in
pieces: `--minutes` ends one, and the figures say of how many answers they are.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bench.entry import start
from bench.machine import Machine, this_machine, versions
from bench.scoring_evidence import Attached, attached
from bench.scoring_measures import Desk, People, Piecewise, Steered, Told, people, steered, told_apart
from bench.scoring_picture import agreement_picture, distribution_picture
from bench.scoring_table import show
from interview.model import Frozen
from scoring.calibration import identity, read_calibration
from scoring.graded import GradedFile, read_graded
from scoring.job import open_reader
from scoring.meaning import Meaning
from viva.settings import TREE, Settings, load_settings
from viva.stack import has_own_llm, language_model
from viva.terminal import Steps, out, steps
from viva.wiring import scoring_config

RESULTS = TREE / "bench" / "results" / "scoring.json"
PICTURES = TREE / "docs" / "images"
PARTS = ("told", "steered", "people")


class Result(Frozen):
    """What a measurement leaves in its file."""

    date: str
    """UTC."""
    machine: Machine
    versions: dict[str, str]
    models: dict[str, str | None]
    prompts: dict[str, str]
    calibration: str
    people: People | None
    """None: no graded answers were given."""
    told: Told | None
    steered: Steered | None
    evidence: Attached


def main(
    graded: Annotated[
        Path | None, typer.Option(help="Answers that people graded, as `viva calibrate` takes them.")
    ] = None,
    minutes: Annotated[
        float, typer.Option(help="Ask the language model for so long; what is missing then is left out.")
    ] = 600,
    only: Annotated[str, typer.Option(help="Only these parts, with commas: told, steered, people.")] = ",".join(PARTS),
    quick: Annotated[bool, typer.Option("--quick", help="Without the language model; kept only with --out.")] = False,
    to: Annotated[
        Path | None, typer.Option("--out", help="Where the figures go.", show_default=str(RESULTS.relative_to(TREE)))
    ] = None,
) -> None:
    """Measure agreement with people, telling answers apart, steadiness against steering, and evidence."""
    settings = load_settings()
    file = read_graded(graded) if graded else None
    with steps() as progress:
        result = asyncio.run(_measure(settings, file, 0 if quick else minutes, only.split(","), progress))
    show(result.people, result.told, result.steered, result.evidence)
    if to or not quick:
        _keep(result, (to or RESULTS).absolute())


async def _measure(
    settings: Settings, file: GradedFile | None, minutes: float, only: Sequence[str], show: Steps
) -> Result:
    async with AsyncExitStack() as held:
        if minutes and has_own_llm(settings, show):
            settings = await held.enter_async_context(language_model(settings, show))
        return await asyncio.to_thread(_measured, settings, file, minutes, only, show)


def _measured(settings: Settings, file: GradedFile | None, minutes: float, only: Sequence[str], show: Steps) -> Result:
    config = scoring_config(settings)
    reader, prompts = open_reader(config)
    meaning = Meaning(config.meaning_dir) if config.meaning_dir else None
    by = read_calibration(config.calibration)
    if reader is None or not minutes:
        reader = None
    else:
        reader = reader.remembering(Piecewise(settings.cache / "readings", minutes))
    models = {"llm": reader.name if reader else None, "meaning": meaning.name if meaning else None}
    desk = Desk(reader, meaning, by)
    show.at("telling answers apart")
    told = told_apart(desk) if "told" in only else None
    show.at("steering")
    moved = steered(desk) if "steered" in only else None
    show.at("agreement with people")
    found = people(file, reader, meaning, by) if file is not None and "people" in only else None
    return Result(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=this_machine(),
        versions=versions(),
        models=models,
        prompts=prompts,
        calibration=identity(config.calibration),
        people=found,
        told=told,
        steered=moved,
        evidence=attached(desk),
    )


def _keep(result: Result, to: Path) -> None:
    """Figures, and pictures where people's grades are known."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(result.model_dump_json(indent=1) + "\n", encoding="utf-8")
    out.print(str(to))
    if result.people is None:
        return
    whole = result.people.whole
    caption = f"{whole.answers} answers to {whole.questions} questions, r {whole.pearson.value:.2f}, {result.date[:10]}"
    folder = PICTURES if to == RESULTS else to.parent
    for name, picture in (
        ("scoring-agreement.svg", agreement_picture(result.people.rows, caption)),
        ("scoring-distribution.svg", distribution_picture(whole.ours, whole.theirs, caption)),
    ):
        (folder / name).write_text(picture, encoding="utf-8")
        out.print(str(folder / name))


if __name__ == "__main__":
    start(main)
