"""Commands that find what is wrong before a candidate does: specs check, doctor."""

from typing import Annotated

import typer

from viva.commands.common import AsJson, example, print_json
from viva.settings import load_settings

specs = typer.Typer(help="Look after the interviews' files.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Adds this group's commands."""
    app.add_typer(specs, name="specs", rich_help_panel="Checks")
    app.command(epilog=example("viva doctor"), rich_help_panel="Checks")(doctor)


@specs.command(epilog=example("viva specs check"))
def check(
    as_json: AsJson = False,
    diagram: Annotated[
        bool, typer.Option("--diagram", help="Print the engine's table as a Mermaid diagram instead.")
    ] = False,
) -> None:
    """Check every interview and persona, and show what each interview's conduct comes to and where it comes from."""
    from interview.diagram import mermaid
    from viva.policies import lines, parts
    from viva.wiring import catalogue

    if diagram:
        typer.echo(mermaid(), nl=False)
        return
    known = catalogue(load_settings())
    problems = known.problems()
    pairs = [] if problems else [known.interview(name) for name in known.spec_names]
    if as_json:
        policies = {spec.name: [part.model_dump(mode="json") for part in parts(spec, who)] for spec, who in pairs}
        names = {"specs": known.spec_names, "personas": known.persona_names}
        print_json(names | {"problems": problems, "policies": policies})
    elif not problems:
        for pair in pairs:
            typer.echo("\n".join(lines(*pair)) + "\n")
        typer.echo(f"All fine: {len(known.spec_names)} interviews, {len(known.persona_names)} personas.")
    else:
        typer.echo("\n".join(problems), err=True)
    raise typer.Exit(1 if problems else 0)


@specs.callback()
def _group() -> None:
    """Look after the interviews' files."""


def doctor(
    quick: Annotated[bool, typer.Option("--quick", help="Without hashing the models and the spoken turn.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check every part, and end with one spoken turn: what the voice says, the recognizer must hear."""
    from viva.doctor import examine, needed_failed
    from viva.terminal import out

    findings = []
    for finding in examine(load_settings(), quick):
        findings.append(finding)
        if not as_json:
            out.print(finding.line(), markup=False)
    if as_json:
        print_json([finding.model_dump() for finding in findings])
    raise typer.Exit(1 if needed_failed(findings) else 0)
