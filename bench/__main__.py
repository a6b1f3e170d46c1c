"""`python -m bench`: every goal of the conversation beside the stock pipeline, in one table."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
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
    timed: bool = True
    """By what the machine computes in that time, so that nothing else may run beside it."""


NOISE_S = 600.0
QUICK_NOISE_S = 80.0

PARTS = {
    "latency": Part(waiting.measured, waiting.Result, goals.of_waiting, waiting.picture),
    "pauses": Part(
        lambda settings, quick: pauses.measure(
            speech_models(settings), settings.speech_threads, pauses.TRIAL if quick else pauses.ENOUGH
        ),
        pauses.Result,
        goals.of_pauses,
        pauses_picture.draw,
    ),
    "listening": Part(
        lambda settings, quick: asyncio.run(listening.measure(settings, quick=quick)),
        listening.Listening,
        goals.of_listening,
    ),
    "noise": Part(
        lambda settings, quick: asyncio.run(listening.invent(settings, QUICK_NOISE_S if quick else NOISE_S)),
        listening.Invented,
        goals.of_noise,
        timed=False,
    ),
    "barge-in": Part(
        lambda settings, quick: bargein.measure(speech_models(settings), settings.speech_threads, quick),
        bargein.Result,
        goals.of_bargein,
        timed=False,  # what silences a line is the voice detector, whose computing takes no simulated time
    ),
    "echo": Part(echo.measure, echo.Result, goals.of_echo, timed=False),
}


class Kept(Frozen):
    """What a part leaves in its file."""

    date: str
    """UTC."""
    machine: Machine
    load_before: float
    """The machine's load average over a minute when the run began, of whatever else it does."""
    took_s: float
    result: dict[str, Any]
    """The part's own model."""


def main(
    quick: Annotated[bool, typer.Option("--quick", help="A trial of every part, kept in build/bench.")] = False,
    only: Annotated[list[str] | None, typer.Option("--only", help=f"A part: {', '.join(PARTS)}.")] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="A folder for figures and pictures, instead of the tree's own.")
    ] = None,
) -> None:
    """Measure the conversation part by part and print all goals in one table; parts left out are shown as they were."""
    if unknown := set(only or ()) - PARTS.keys():
        raise VivaError(f"There is no part {', '.join(unknown)}; name some of {', '.join(PARTS)}")
    settings, began, load = load_settings(), time.monotonic(), os.getloadavg()[0]
    if load > 0.5 * this_machine().cores:
        err.print(f"This machine is busy (load {load:.1f}); the figures will be worse than it can do.")
    folder = out_dir or (TREE / "build" / "bench" if quick else None)
    results = folder or TREE / "bench" / "results"
    names = list(only or PARTS)
    for name, kept in measured(names, settings, quick, load):
        for path in keep(name, kept, results, folder or TREE / "docs" / "images"):
            out.print(str(path))
    rows = []
    for name, part in PARTS.items():
        if (path := results / f"{name}.json").exists():
            kept = Kept.model_validate_json(path.read_text(encoding="utf-8"))
            rows += part.rows(part.model.model_validate(kept.result))
            if name not in names:
                out.print(f"{name}: as it was on {kept.date[:10]}")
    out.print(goals.table([*rows, *_capacity(results / "capacity.json")]))
    out.print(f"It took {(time.monotonic() - began) / 60:.1f} minutes.")


def measured(names: list[str], settings: Settings, quick: bool, load: float) -> Iterator[tuple[str, Kept]]:
    """Parts that are timed one after the other, then the others side by side."""
    for name in (name for name in names if PARTS[name].timed):
        out.print(f"[bold]{name}[/bold]")
        yield name, _measured(name, settings, quick, load)
    beside = [name for name in names if not PARTS[name].timed]
    out.print(f"[bold]{', '.join(beside)}[/bold]")
    with ProcessPoolExecutor(this_machine().cores, get_context("spawn")) as pool:
        results = {name: pool.submit(_measured, name, settings, quick, load) for name in beside}
        yield from ((name, result.result()) for name, result in results.items())


def _measured(name: str, settings: Settings, quick: bool, load: float) -> Kept:
    began = time.monotonic()
    result = PARTS[name].measure(settings, quick)
    return Kept(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=this_machine(),
        load_before=round(load, 1),
        took_s=round(time.monotonic() - began, 1),
        result=result.model_dump(mode="json"),
    )


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


def _capacity(path: Path) -> list[Row]:
    """`python -m bench.capacity` takes an hour, so it is a command of its own."""
    if not path.exists():
        return []
    result = capacity.Result.model_validate_json(path.read_text(encoding="utf-8"))
    out.print(f"calls at once: as they were on {result.date[:10]}")
    return goals.of_capacity(result)


if __name__ == "__main__":
    start(main)
