"""What the commands share: the settings, the database, output for people and for scripts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from viva.errors import VivaError
from viva.settings import Settings, load_settings

if TYPE_CHECKING:
    import sqlalchemy as sa

    from records.recordings import Recordings

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
SpecName = Annotated[str, typer.Option("--spec", help="The interview: a file's name in specs/ without .yaml.")]
LEAST_OF_AN_ID = 4
"""Characters: an empty variable of a script, or a slip of a finger, must not be somebody's id."""
InterviewId = Annotated[str, typer.Argument(metavar="ID", help="The interview's id, or enough of its beginning.")]

Facts = Annotated[
    list[str] | None,
    typer.Option("--fact", metavar="FACT=OPTION", help="A fact of the interview that is settled: level=staff."),
]
Role = Annotated[str, typer.Option(help="Whom the interview is for, in place of the interview's own role.")]
JobDescription = Annotated[
    Path | None, typer.Option(help="A text file the candidate sees, with what the team wrote of the job.")
]
Notes = Annotated[
    Path | None,
    typer.Option(help="A YAML list of answers about the company: about (words of a question), say (the answer)."),
]
ExtraTime = Annotated[float, typer.Option(min=1, max=3, help="All times are multiplied by it, as 1.5.")]


def example(line: str) -> str:
    """A command's closing help line."""
    return f"Example: `{line}`"


def print_json(data: Any) -> None:
    """One JSON value on standard output, with nothing else around it."""
    typer.echo(json_text(data))


def json_text(data: Any) -> str:
    """JSON that people can read too."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


@contextmanager
def database(settings: Settings | None = None) -> Iterator["sa.Engine"]:
    """The records, brought up to date."""
    from records.database import open_database

    engine = open_database((settings or load_settings()).database)
    try:
        yield engine
    finally:
        engine.dispose()


def recordings(settings: Settings, engine: "sa.Engine") -> "Recordings":
    """Where recordings are kept."""
    from records.recordings import Recordings

    return Recordings(settings.recordings, engine, settings.segments)


def full_id(engine: "sa.Engine", given: str, *, erased: bool = False) -> str:
    """The id that begins so, `erased`: also an erased interview's; VivaError when none or several do."""
    from records.listing import ids_beginning

    if len(given) < LEAST_OF_AN_ID:
        raise VivaError(f"'{given}' is too short for an interview's id; give {LEAST_OF_AN_ID} characters of it or more")
    found = ids_beginning(engine, given, erased=erased)
    if len(found) != 1:
        what = "several interviews' ids begin" if found else "no interview's id begins"
        raise VivaError(f"{what} with '{given}'; `viva interviews` lists them")
    return found[0]
