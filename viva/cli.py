"""The `viva` command: gathers the groups of commands, and turns what went wrong into one sentence."""

import sys
from typing import Annotated

import typer

from interview.errors import SpecError
from records.errors import RecordsError
from scoring.errors import ScoringError
from viva.commands import checks, grades, interviews, practice, services
from viva.errors import VivaError
from viva.terminal import err
from voice.errors import VoiceError

app = typer.Typer(
    name="viva",
    help="Technical interviews as a spoken conversation, on your own machine.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)

EXPECTED = (VivaError, SpecError, RecordsError, VoiceError, ScoringError)
"""Errors that a person can mend; anything else is our own mistake and shows where it happened."""


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"viva {version('viva')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Technical interviews as a spoken conversation, on your own machine."""


services.add_to(app)
practice.add_to(app)
interviews.add_to(app)
grades.add_to(app)
checks.add_to(app)


def main() -> None:
    """The entry point. Exit code 0: done. 1: it could not be done, and one sentence says why. 2: misused."""
    try:
        app()
    except EXPECTED as error:
        err.print(f"viva: {error}", markup=False)
        sys.exit(1)
