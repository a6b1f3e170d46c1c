"""Commands that try the interviewer out without a candidate: demo, rehearse, transcribe."""

import asyncio
import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from viva.commands.common import AsJson, SpecName, example, print_json
from viva.errors import VivaError
from viva.settings import load_settings

PANEL = "Practice"


class Model(StrEnum):
    """Who writes the follow-ups of a rehearsal."""

    none = "none"
    embedded = "embedded"
    configured = "configured"


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
    answers: Annotated[Path, typer.Option(help="A YAML list of turns: say, type, submit (with language), silence_s.")],
    spec: SpecName = "mle-v1",
    persona: Annotated[str, typer.Option(help="Another persona than the spec's.")] = "",
    llm: Annotated[Model, typer.Option(help="Who writes follow-ups; none: the authored ones.")] = Model.none,
    out: Annotated[Path | None, typer.Option(help="A file for one JSON object a line; otherwise printed.")] = None,
    name: Annotated[str, typer.Option(help="The candidate's name.")] = "",
    brief: Annotated[bool, typer.Option("--brief", help="At most one follow-up a section.")] = False,
) -> None:
    """Hold an interview in writing with the same interviewer, without audio."""
    from viva.rehearsal import hold

    lines = asyncio.run(hold(load_settings(), answers, spec, persona, llm.value, name, brief))
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
