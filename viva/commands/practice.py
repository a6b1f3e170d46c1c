"""Commands that try the interviewer out without a candidate: demo, rehearse, transcribe."""

import asyncio
import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from viva.commands.common import (
    AsJson,
    ExtraTime,
    Facts,
    JobDescription,
    Notes,
    Role,
    SpecName,
    example,
    print_json,
)
from viva.errors import VivaError
from viva.settings import load_settings

PANEL = "Practice"


class Model(StrEnum):
    """Who writes the follow-ups of a rehearsal."""

    none = "none"
    embedded = "embedded"
    configured = "configured"


class Played(StrEnum):
    """The candidates that the language model plays: `prompts/candidates/played/`."""

    strong = "strong"
    weak = "weak"
    terse = "terse"
    rambling = "rambling"
    fishing = "fishing"
    injecting = "injecting"


def add_to(app: typer.Typer) -> None:
    """Adds this group's commands."""
    app.command(epilog=example("viva demo --brief"), rich_help_panel=PANEL)(demo)
    line = "viva rehearse --spec mle-v1 --answers answers.yaml --out lines.jsonl"
    app.command(epilog=example(line), rich_help_panel=PANEL)(rehearse)
    app.command(epilog=example("viva transcribe answer.wav --json"), rich_help_panel=PANEL)(transcribe)


def demo(
    spec: SpecName = "mle-v1",
    brief: Annotated[bool, typer.Option("--brief", help="One follow-up a section; under five minutes.")] = False,
) -> None:
    """Let a synthetic candidate take a whole interview by voice, and print where its results are."""
    from viva.demo import run_demo

    run_demo(load_settings(), spec, brief)


def rehearse(
    answers: Annotated[
        Path | None, typer.Option(help="A YAML list of turns: say, type, submit (with language), silence_s.")
    ] = None,
    candidate: Annotated[
        Played | None, typer.Option(help="In place of answers: a candidate whom the language model plays.")
    ] = None,
    turns: Annotated[int, typer.Option(min=1, max=200, help="How many turns that candidate takes at most.")] = 20,
    seed: Annotated[int, typer.Option(min=0, help="For the same candidate again.")] = 0,
    spec: SpecName = "mle-v1",
    persona: Annotated[str, typer.Option(help="Another persona than the spec's.")] = "",
    llm: Annotated[Model, typer.Option(help="Who writes follow-ups; none: the authored ones.")] = Model.none,
    out: Annotated[Path | None, typer.Option(help="A file for one JSON object a line; otherwise printed.")] = None,
    name: Annotated[str, typer.Option(help="The candidate's name.")] = "",
    brief: Annotated[bool, typer.Option("--brief", help="At most one follow-up a section.")] = False,
    fact: Facts = None,
    role: Role = "",
    job_description: JobDescription = None,
    notes: Notes = None,
    extra_time: ExtraTime = 1,
) -> None:
    """Hold an interview in writing with the same interviewer, without audio."""
    from viva.answers import read_answers
    from viva.arranging import agreed
    from viva.rehearsal import Held, hold, hold_with
    from viva.wiring import catalogue

    if (answers is None) == (candidate is None):
        raise typer.BadParameter("give either --answers FILE or --candidate, and not both")
    settings = load_settings()
    rules = catalogue(settings).interview(spec, persona)
    arrangement = agreed(*rules, fact or [], role, job_description, notes, extra_time)
    held = Held(*rules, arrangement, name, brief, f"rehearsal-{seed}" if seed else "rehearsal")
    if answers is not None:
        lines = asyncio.run(hold(settings, held, llm.value, read_answers(answers)))
    else:
        assert candidate is not None
        lines = asyncio.run(hold_with(settings, held, llm.value, candidate.value, turns, seed))
    written = [json.dumps(line.model_dump(mode="json"), ensure_ascii=False) for line in lines]
    if out is None:
        typer.echo("\n".join(written))
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    except OSError as error:
        raise VivaError(f"{out} cannot be written ({error.strerror}); give another path with --out") from None
    typer.echo(f"{len(lines)} spoken lines are in {out}.")


def transcribe(
    wav: Annotated[Path, typer.Argument(help="A sound file with speech.")],
    as_json: AsJson = False,
) -> None:
    """Hear a sound file with the live recognizer, fed as a call would feed it."""
    from viva.transcribing import hear
    from voice.transcribe import read_sound

    heard = hear(load_settings(), read_sound(wav))
    if as_json:
        print_json(asdict(heard))
    else:
        typer.echo(heard.text)
