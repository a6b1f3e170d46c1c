"""What `make bench` consists of, and how its parts are measured and kept."""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench import bargein, echo, goals, listening, pauses, pauses_picture, waiting
from bench.goals import Row
from bench.machine import Machine, this_machine
from interview.model import Frozen
from viva.settings import Settings
from viva.terminal import out
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


UTTERANCES_EVERY = 3
"""Of the recorded clips as they are and degraded: `python -m bench.listening` hears them all, and an hour of noise."""
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
        lambda settings, quick: asyncio.run(listening.measure(settings, quick=quick, every=UTTERANCES_EVERY)),
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


def measured(names: list[str], settings: Settings, quick: bool, load: float) -> Iterator[tuple[str, Kept]]:
    """Parts that are timed one after the other, then the others side by side."""
    for name in (name for name in names if PARTS[name].timed):
        out.print(f"[bold]{name}[/bold]")
        yield name, _measured(name, settings, quick, load)
    beside = [name for name in names if not PARTS[name].timed]
    if not beside:
        return
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
