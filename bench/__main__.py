"""`python -m bench`: every goal of the conversation beside the stock pipeline, in one table."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bench import bargein, capacity, echo, goals, listening, pauses, pauses_picture, waiting
from bench.entry import start
from bench.goals import Row
from bench.machine import Machine, this_machine
from interview.model import Frozen
from viva.errors import VivaError
from viva.settings import TREE, Settings, load_settings
from viva.terminal import err, out
from viva.wiring import speech_models


@dataclass(frozen=True)
class Part:
    """One measurement."""

    measure: Callable[[Settings, bool], Frozen]
    """With True, a trial."""
    model: type[Frozen]
    rows: Callable[[Any], list[Row]]
    picture: Callable[[Any, Machine, str], str] | None = None
    """Of the result, the machine and the date, as an SVG."""


def _listening(settings: Settings, quick: bool) -> Frozen:
    # The hour without speech is `python -m bench.listening`'s own: it takes longer than all the rest.
    return asyncio.run(listening.measure(settings, quick=quick, silent_s=listening.TRIAL_S))


PARTS = {
    "pauses": Part(
        lambda settings, quick: pauses.measure(speech_models(settings), settings.speech_threads, quick),
        pauses.Result,
        goals.of_pauses,
        pauses_picture.draw,
    ),
    "barge-in": Part(
        lambda settings, quick: bargein.measure(speech_models(settings), settings.speech_threads, quick),
        bargein.Result,
        goals.of_bargein,
    ),
    "echo": Part(echo.measure, echo.Result, goals.of_echo),
    "listening": Part(_listening, listening.Listening, goals.of_listening),
    "latency": Part(waiting.measured, waiting.Result, goals.of_waiting, waiting.picture),
}


class Kept(Frozen):
    """What a part leaves in its file."""

    date: str
    """UTC."""
    machine: Machine
    load_before: float
    """The machine's load average over a minute."""
    result: dict[str, Any]
    """The part's own model."""


def main(
    quick: Annotated[
        bool, typer.Option("--quick", help="A trial of every part but the calls, kept in build/bench.")
    ] = False,
    only: Annotated[list[str] | None, typer.Option("--only", help=f"A part: {', '.join(PARTS)}.")] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="A folder for figures and pictures, instead of the tree's own.")
    ] = None,
) -> None:
    """Measure the conversation part by part and print all goals in one table; parts left out are shown as they were."""
    if unknown := set(only or ()) - PARTS.keys():
        raise VivaError(f"There is no part {', '.join(unknown)}; name some of {', '.join(PARTS)}")
    settings = load_settings()
    folder = out_dir or (TREE / "build" / "bench" if quick else None)
    results = folder or TREE / "bench" / "results"
    for name in only or [name for name in PARTS if not (quick and name == "latency")]:
        out.print(f"[bold]{name}[/bold]")
        for path in keep(name, _measured(name, settings, quick), results, folder or TREE / "docs" / "images"):
            out.print(str(path))
    rows = [row for name, part in PARTS.items() for row in _rows(results / f"{name}.json", part)]
    out.print(goals.table([*rows, *_capacity(results / "capacity.json")]))


def _measured(name: str, settings: Settings, quick: bool) -> Kept:
    load = os.getloadavg()[0]
    if load > 0.5 * this_machine().cores:
        err.print(f"This machine is busy (load {load:.1f}); the figures will be worse than it can do.")
    result = PARTS[name].measure(settings, quick)
    date = datetime.now(UTC).isoformat(timespec="seconds")
    return Kept(date=date, machine=this_machine(), load_before=round(load, 1), result=result.model_dump(mode="json"))


def keep(name: str, kept: Kept, results: Path, pictures: Path) -> list[Path]:
    """Writes figures and, where the part has one, a picture."""
    part, files = PARTS[name], {results / f"{name}.json": kept.model_dump_json(indent=1) + "\n"}
    if part.picture is not None:
        result = part.model.model_validate(kept.result)
        files[pictures / f"{name}.svg"] = part.picture(result, kept.machine, kept.date)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(files)


def _rows(path: Path, part: Part) -> list[Row]:
    if not path.exists():
        return []
    kept = Kept.model_validate_json(path.read_text(encoding="utf-8"))
    return part.rows(part.model.model_validate(kept.result))


def _capacity(path: Path) -> list[Row]:
    """`python -m bench.capacity` takes an hour, so it is a command of its own."""
    if not path.exists():
        return []
    return goals.of_capacity(capacity.Result.model_validate_json(path.read_text(encoding="utf-8")).loads)


if __name__ == "__main__":
    start(main)
