"""Commands about how well the grades hold: calibrate."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from viva.commands.common import AsJson, example, print_json
from viva.errors import VivaError
from viva.settings import load_settings

if TYPE_CHECKING:
    from scoring.calibrating.agreement import Interval
    from viva.calibrating import Checked


def add_to(app: typer.Typer) -> None:
    """Adds this group's commands."""
    app.command(
        epilog=example("viva calibrate graded.csv --spec ml-rigorous --fit ours.json"), rich_help_panel="Checks"
    )(calibrate)


def calibrate(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="Answers that people graded: question, reference, answer, score from 0 to 5, and if two people did, "
            "grader_1 and grader_2.",
        ),
    ],
    spec: Annotated[
        str, typer.Option("--spec", help="Judge by this interview's points; else a reference's statements are them.")
    ] = "",
    fit: Annotated[
        Path | None, typer.Option("--fit", help="Fit constants to these answers and write them to this file.")
    ] = None,
    record: Annotated[
        bool,
        typer.Option(
            "--record", help="Write the verdict into the file that VIVA_CALIBRATION names; its reports then go by it."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say whether grades agree with people's: agreement, bias, distribution, and whether that is calibrated."""
    from scoring.calibrating.graded import read_graded
    from viva.calibrating import check
    from viva.terminal import steps
    from viva.wiring import catalogue

    if fit and record:
        raise VivaError("--fit and --record exclude each other; fit first, then check on answers to other questions")
    settings = load_settings()
    answers = read_graded(file)
    interview = catalogue(settings).spec(spec) if spec else None
    with steps() as show:
        found = check(settings, interview, answers, show, fit, record=record)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    typer.echo("\n".join(lines(found)))
    if fit:
        typer.echo(
            f"The constants are in {fit}; set VIVA_CALIBRATION to it, and check them on answers to other questions "
            "with --record."
        )
    if record:
        typer.echo(f"The verdict is in {settings.calibration}.")


def lines(found: "Checked") -> list[str]:
    """What a person reads."""
    said, made = found.agreement, found.instrument
    prompts = ", ".join(f"{name} {sha256[:10]}" for name, sha256 in made.prompts.items())
    told = [
        f"{said.answers} answers to {said.questions} questions from {found.file}"
        + (f"; {found.left_out} more could not be graded" if found.left_out else ""),
        f"Pearson         {_interval(said.pearson)}",
        f"weighted kappa  {_interval(said.kappa)}",
        f"bias            {said.bias:+.2f} of 5, mean distance {said.error:.2f}",
        f"grades 0 to 5   ours {_counts(said.ours)}, people's {_counts(said.theirs)}",
    ]
    if found.by_grader:
        first, second, each_other = found.by_grader
        told += [
            f"graders         r {_interval(first)} and {_interval(second)} with us,",
            f"                {_interval(each_other)} with each other",
        ]
    if found.fresh:
        told.append(
            f"fitted anew     Pearson {_interval(found.fresh.pearson)}, weighted kappa {_interval(found.fresh.kappa)}, "
            "each question by constants fitted to the others"
        )
    told += [
        f"for exactly     {made.spec or 'references as points'}; prompts {prompts}; "
        f"language model {made.models['llm'] or 'none'}; embedding {made.models['meaning'] or 'none'}; "
        f"constants {_short(made.calibration)}",
        f"gate            {found.gate}",
        f"verdict         {'calibrated' if found.verdict.calibrated else 'not calibrated'}"
        + (f": {'; '.join(found.verdict.reasons)}" if found.verdict.reasons else ""),
    ]
    return told


def _interval(interval: "Interval") -> str:
    return f"{interval.value:.2f} ({interval.low:.2f} to {interval.high:.2f})"


def _counts(counts: tuple[int, ...]) -> str:
    return " ".join(str(count) for count in counts)


def _short(calibration: str) -> str:
    name, _, sha256 = calibration.rpartition(" ")
    return f"{name} {sha256[:10]}"
