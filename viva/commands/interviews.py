"""Commands about interviews that are kept: invite, list, show, score, report, export, erase."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

import typer

from viva.commands.common import (
    AsJson,
    ExtraTime,
    Facts,
    InterviewId,
    JobDescription,
    Notes,
    Role,
    SpecName,
    database,
    example,
    full_id,
    json_text,
    print_json,
    recordings,
)
from viva.errors import VivaError
from viva.settings import Settings, load_settings

PANEL = "Interviews"


Form = Literal["text", "json", "html", "pdf"]
"""How a report is written out."""


def add_to(app: typer.Typer) -> None:
    """Adds this group's commands."""
    app.command(epilog=example("viva invite --spec mle-v1 --name Ada"), rich_help_panel=PANEL)(invite)
    app.command("interviews", epilog=example("viva interviews --json"), rich_help_panel=PANEL)(interviews)
    app.command(epilog=example("viva show 3f2a"), rich_help_panel=PANEL)(show)
    app.command(epilog=example("viva score 3f2a --repeat 3"), rich_help_panel=PANEL)(score)
    app.command(epilog=example("viva report 3f2a --form pdf --out report.pdf"), rich_help_panel=PANEL)(report)
    app.command(epilog=example("viva export 3f2a --out ada.zip"), rich_help_panel=PANEL)(export)
    app.command(epilog=example("viva erase 3f2a"), rich_help_panel=PANEL)(erase)


def invite(
    spec: SpecName = "mle-v1",
    name: Annotated[str, typer.Option(help="The candidate's name, for the greeting and the report.")] = "",
    brief: Annotated[bool, typer.Option("--brief", help="At most one follow-up a section.")] = False,
    days: Annotated[float, typer.Option(min=0.01, help="How long the link may be opened.")] = 7,
    fact: Facts = None,
    role: Role = "",
    job_description: JobDescription = None,
    notes: Notes = None,
    extra_time: ExtraTime = 1,
    as_json: AsJson = False,
) -> None:
    """Make a link for one candidate."""
    from records.invites import Invites
    from viva.arranging import agreed
    from viva.wiring import catalogue

    settings = load_settings()
    rules = catalogue(settings).interview(spec)
    arrangement = agreed(*rules, fact or [], role, job_description, notes, extra_time)
    with database(settings) as engine:
        made = Invites(engine).create(
            *rules, candidate=name, brief=brief, valid_for=timedelta(days=days), arrangement=arrangement
        )
    url = f"{settings.site}/i/{made.code}"
    if as_json:
        print_json({"id": made.id, "code": made.code, "url": url})
    else:
        typer.echo(f"{url}\nInterview {made.id}; the link works once, in the browser that opens it first.")


def interviews(as_json: AsJson = False) -> None:
    """List all interviews, the newest first."""
    from rich.table import Table

    from records.listing import list_interviews
    from viva.terminal import out

    with database() as engine:
        rows = list_interviews(engine)
    if as_json:
        print_json([row.model_dump(mode="json") for row in rows])
        return
    if not rows:
        typer.echo("There are no interviews yet; `viva invite` makes a link for one.")
        return
    table = Table("id", "candidate", "interview", "status", "created", "minutes", "report", box=None)
    for row in rows:
        minutes = f"{row.duration_ms / 60_000:.0f}" if row.duration_ms is not None else ""
        made = f"{row.created_at.astimezone():%Y-%m-%d %H:%M}"
        version = row.scoring or str(row.report_version or "")
        table.add_row(row.id[:8], row.candidate, row.spec, row.status, made, minutes, version)
    out.print(table)


def show(
    interview_id: InterviewId,
    timing: Annotated[
        bool, typer.Option("--timing", help="How long the candidate waited for each reply, in place of the words.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show one interview: who, when, and everything that was said."""
    if timing:
        _show_timing(interview_id, as_json)
        return
    from records.errors import NoRecording
    from records.invites import Invites
    from records.journal import Journal
    from records.listing import interview_row
    from records.transcript import last_code, transcript

    settings = load_settings()
    with database(settings) as engine:
        found = full_id(engine, interview_id)
        row = interview_row(engine, found)
        agreed = Invites(engine).get(found).arrangement
        journal = Journal(engine).read(found)
        try:
            recorded: int | None = recordings(settings, engine).open(found).duration_ms
        except NoRecording:
            recorded = None
    events = [event for _, event in journal]
    code = last_code(events)
    if as_json:
        print_json(
            row.model_dump(mode="json")
            | {
                "arrangement": agreed.model_dump(mode="json"),
                "recording_ms": recorded,
                "code": code.model_dump(mode="json") if code else None,
                "events": [{"seq": seq} | event.model_dump(mode="json") for seq, event in journal],
            }
        )
        return
    typer.echo(f"{row.title}  {row.id}\ncandidate: {row.candidate or 'no name'}   status: {row.status}")
    if facts := ", ".join(f"{fact} {option}" for fact, option in agreed.facts.items()):
        typer.echo(f"agreed: {facts}")
    if agreed.role:
        typer.echo(f"role: {agreed.role}")
    if agreed.extra_time > 1:
        typer.echo(f"time: {agreed.extra_time:g} times the usual")
    typer.echo(f"recording: {f'{recorded / 1000:.0f} s' if recorded is not None else 'none'}")
    report = f"version {row.report_version}" if row.report_version else "none"
    typer.echo(f"report: {report}{f'   scoring: {row.scoring}' if row.scoring else ''}\n")
    typer.echo(transcript(events) or "Nothing was said yet.")
    if code:
        typer.echo(f"code ({code.language}):\n{code.source}")


def _show_timing(interview_id: str, as_json: bool) -> None:
    from interview.waiting import waiting
    from records.journal import Journal
    from viva.timing import print_waiting

    with database() as engine:
        found = waiting(event for _, event in Journal(engine).read(full_id(engine, interview_id)))
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_waiting(found)


def score(
    interview_id: InterviewId,
    repeat: Annotated[
        int,
        typer.Option(
            min=0,
            help="Grade so many times anew and show the spread; writes no report. The embedded model reads the same "
            "each time; a server's readings vary.",
        ),
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Score a finished interview once more; earlier reports stay."""
    from records.reports import Reports
    from viva.rescoring import rescore
    from viva.terminal import steps

    settings = load_settings()
    if repeat:
        _show_spread(settings, interview_id, repeat, as_json)
        return
    with database(settings) as engine, steps() as shown:
        found = full_id(engine, interview_id)
        version = asyncio.run(rescore(settings, Reports(engine), found, shown))
    if as_json:
        print_json({"id": found, "version": version})
    else:
        typer.echo(f"Report {version} of {found} is written; `viva report {found[:8]}` prints it.")


def _show_spread(settings: Settings, interview_id: str, times: int, as_json: bool) -> None:
    from viva.repeating import repeat
    from viva.terminal import steps

    with database(settings) as engine:
        found = full_id(engine, interview_id)
    with steps() as shown:
        repeated = asyncio.run(repeat(settings, found, times, shown))
    if as_json:
        print_json([each.model_dump() | {"spread": each.spread} for each in repeated])
        return
    if not repeated:
        typer.echo("No question of this interview has a grade.")
    for each in repeated:
        grades = " ".join(f"{grade:.2f}" for grade in each.grades)
        shown_as = "not measured" if each.uncertainty is None else f"±{each.uncertainty:.2f}"
        typer.echo(f"{each.section} {each.question}: {grades}   spread {each.spread:.2f}, reported {shown_as}")


def _print_schema(kind: str) -> None:
    if kind:
        from scoring.forms.registry import FORMS, schema

        known = [form for form in FORMS if form == kind]
        if not known:
            raise VivaError(f"there is no report '{kind}'; there are {', '.join(FORMS)}")
        print_json(schema(known[0]))
        raise typer.Exit


def report(
    interview_id: InterviewId,
    form: Annotated[Form, typer.Option(help="How to write it out.")] = "text",
    version: Annotated[int, typer.Option(min=0, help="An earlier version; 0: the newest.")] = 0,
    out: Annotated[Path | None, typer.Option(help="The file to write; by default it is printed.")] = None,
    _schema: Annotated[
        str,
        typer.Option(
            "--schema",
            metavar="KIND",
            callback=_print_schema,
            is_eager=True,
            help="Print the JSON schema of a kind of report, named as a spec names it, and leave.",
        ),
    ] = "",
) -> None:
    """Print an interview's report, or write it to a file."""
    from records.reports import Reports
    from viva.wiring import render_report

    if form == "pdf" and out is None:
        raise VivaError("a PDF is no text to print; name a file for it with --out")
    with database() as engine:
        found = full_id(engine, interview_id)
        reports = Reports(engine)
        newest = reports.latest(found)
        wanted = [r for r in reports.versions(found) if r.version == version] if version else [newest]
    if not wanted:
        raise VivaError(f"there is no report {version} of this interview; the newest is {newest.version}")
    body = wanted[0].body
    if out is not None:
        # It quotes what a candidate said: for its owner alone.
        written = json_text(body).encode() if form == "json" else render_report(body, form)
        out.touch(mode=0o600)
        out.write_bytes(written)
        typer.echo(f"{out} holds report {wanted[0].version} of {found}.")
    elif form == "json":
        print_json(body)
    else:
        typer.echo(render_report(body, form).decode())


def export(
    interview_id: InterviewId,
    out: Annotated[Path | None, typer.Option(help="The zip to write; by default ID.zip here.")] = None,
) -> None:
    """Write what is kept of an interview to a zip: what a candidate may ask for, without reports for the team alone."""
    from zipfile import ZipFile

    from records.erasure import README
    from records.erasure import export as write_zip

    settings = load_settings()
    with database(settings) as engine:
        found = full_id(engine, interview_id)
        path = write_zip(engine, recordings(settings, engine), found, out or Path(f"{found}.zip"))
    with ZipFile(path) as archive:
        # The pieces of a recording that is not put together yet are thousands.
        parts = dict.fromkeys(name if "/" not in name else f"{name.split('/')[0]}/" for name in archive.namelist())
        left_out = archive.read(README).decode().rstrip() if README in parts else ""
    typer.echo(f"{path} holds {', '.join(parts)}.")
    if left_out:
        typer.echo(f"{left_out}\nPrint one with `viva report {found} --version N`.")


def erase(
    interview_id: InterviewId,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Erase an interview for good: words, code, recording, reports, name."""
    from records.erasure import erase as bury
    from records.errors import RecordsError

    settings = load_settings()
    with database(settings) as engine:
        found = full_id(engine, interview_id, erased=True)
        if not yes:
            typer.confirm(f"Erase interview {found} for good?", abort=True, err=True)
        try:
            bury(engine, recordings(settings, engine), found)
        except RecordsError as error:
            # From the list it is gone already: whoever looks there would take it for done.
            raise VivaError(f"{error} Not all of {found} is erased yet: run `viva erase {found}` again") from None
    typer.echo(f"Interview {found} is erased; only the fact that it took place is kept.")
