"""Holds many rehearsals and measures the interviewer: `python -m bench.evals`, with `--quick` for about ten of them.

The candidates' turns come from prepared answers (`bench/data/answers`, chosen by seed), a few from the language model.
Follow-ups are authored but for one part, which the embedded model writes: see `plan`.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import openai
import typer

from bench.banks import KINDS, Bank, common
from bench.entry import start
from bench.evals_table import Result, show
from bench.machine import this_machine, versions
from bench.measures import Measured, measure
from interview.arrangement import Arrangement
from interview.spec import Spec
from viva.rehearsal import Held, model, player, rehearsal
from viva.script import read_script
from viva.settings import Settings, load_settings
from viva.terminal import steps
from viva.wiring import catalogue

RESULTS = Path(__file__).parent / "results" / "evals.json"
SEEDS = 2
MODEL_DEADLINE_S = 600.0
"""The interviewer is measured, not the machine that has other work beside it."""
PLAYED_TURNS = 8
"""Of a candidate whom the model plays: each costs seconds, and the ending is measured with the others."""


@dataclass(frozen=True)
class Planned:
    """One rehearsal to hold."""

    spec: str
    candidate: str
    seed: int
    writer: str = "none"
    player: str = "bank"


def plan(specs: list[str], *, quick: bool) -> Iterator[Planned]:
    """Every interview with every candidate; the embedded model writes for two of each and plays one more."""
    if quick:
        for number, spec in enumerate(specs):
            yield Planned(spec, KINDS[number % len(KINDS)], 0)
            yield Planned(spec, KINDS[(number + 3) % len(KINDS)], 1)
        return
    for spec in specs:
        for candidate in KINDS:
            for seed in range(SEEDS):
                yield Planned(spec, candidate, seed)
    for number, spec in enumerate(specs):
        yield Planned(spec, "strong", SEEDS, writer="embedded")
        yield Planned(spec, "fishing", SEEDS, writer="embedded")
        yield Planned(spec, KINDS[number % len(KINDS)], SEEDS + 1, writer="embedded", player="model")


async def run(settings: Settings, planned: list[Planned]) -> list[Measured]:
    """Holds them one after the other. Raises SpecError or VivaError with the mend."""
    found: list[Measured] = []
    for writer in ("none", "embedded"):
        part = [each for each in planned if each.writer == writer]
        if not part:
            continue
        with steps() as shown:
            async with model(settings, writer) as client:
                for number, each in enumerate(part, start=1):
                    shown.at(f"{len(part)} rehearsals, follow-ups by {writer}", number / len(part))
                    found.append(await hold(settings, each, client))
    return found


async def hold(settings: Settings, planned: Planned, client: openai.AsyncOpenAI | None) -> Measured:
    """One rehearsal, measured."""
    spec, persona = catalogue(settings).interview(planned.spec)
    arrangement = agreed(spec, planned)
    held = Held(
        spec, persona, arrangement, "Robin", interview_id=f"evals-{planned.seed}", model_deadline_s=MODEL_DEADLINE_S
    )
    holds = rehearsal(settings, held, client)
    bank = Bank(spec, planned.candidate, planned.seed, read_script(settings, spec.name))
    if planned.player == "model" and client is not None:
        plays = player(settings, held, client, planned.candidate, planned.seed)
        await holds.run(plays.turns(holds, PLAYED_TURNS))
    else:
        await holds.run(bank.turns(holds))
    return Measured.model_validate(vars(planned) | measure(holds.events, bank.asked))


def agreed(spec: Spec, planned: Planned) -> Arrangement:
    """What is given with the invite, another option of each fact with each seed; more time for every second one."""
    given = {
        fact.id: fact.options[planned.seed % len(fact.options)].id for fact in spec.facts if fact.source == "given"
    }
    asks = any(section.takes_questions for section in spec.sections)
    return Arrangement(facts=given, notes=common().notes if asks else (), extra_time=1.5 if planned.seed % 2 else 1.0)


def main(
    quick: Annotated[bool, typer.Option("--quick", help="About ten rehearsals without a language model.")] = False,
    out: Annotated[Path, typer.Option(help="Where the figures go; what was there is compared with.")] = RESULTS,
) -> None:
    """Hold many rehearsals, measure the interviewer, and compare with the last figures that were kept."""
    settings = load_settings()
    planned = list(plan(catalogue(settings).spec_names, quick=quick))
    measured = asyncio.run(run(settings, planned))
    models = {"follow-ups and candidates": settings.llm_model} if not quick else {}
    result = Result.of(datetime.now(UTC), this_machine(), versions(), models, measured)
    show(result, Result.model_validate_json(out.read_text(encoding="utf-8")) if out.exists() else None)
    if not quick:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(result.model_dump_json(indent=1) + "\n", encoding="utf-8")
    raise typer.Exit(int(result.totals.violations > 0 or result.totals.repeated > 0))


if __name__ == "__main__":
    start(main)
