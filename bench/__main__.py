"""`python -m bench`: every goal of the conversation beside the stock pipeline, in one table."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from bench import capacity, goals
from bench.entry import start
from bench.goals import Row
from bench.machine import this_machine
from bench.parts import PARTS, Kept, keep, measured
from viva.errors import VivaError
from viva.settings import TREE, load_settings
from viva.terminal import err, out


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


def _capacity(path: Path) -> list[Row]:
    """`python -m bench.capacity` takes an hour, so it is a command of its own."""
    if not path.exists():
        return []
    result = capacity.Result.model_validate_json(path.read_text(encoding="utf-8"))
    out.print(f"calls at once: as they were on {result.date[:10]}")
    return goals.of_capacity(result)


if __name__ == "__main__":
    start(main)
