"""`viva demo`: a synthetic candidate takes a whole interview by voice through the real stack."""

import asyncio
import contextlib
import json
from typing import Any

import sqlalchemy as sa
from rich.markup import escape

from interview.events import CandidateSpoke, CodeSubmitted, Ended, LineStarted
from interview.waiting import spread
from records.database import connect
from records.errors import NoRecording, NoReport
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from records.reports import Reports
from records.transcript import transcript
from viva.caller import Caller
from viva.errors import VivaError
from viva.script import LOOK_S, Candidate, read_script
from viva.settings import Settings
from viva.stack import running
from viva.talker import CandidateVoice
from viva.terminal import Steps, out, steps
from viva.wiring import catalogue, render_report, speech_models

REPORT_WAIT_S = 600
"""Scoring a whole interview with the embedded model takes a few minutes on two cores."""


async def hold(settings: Settings, spec: str, brief: bool) -> tuple[str, list[int]]:
    """One interview on a running stack: (its id, the candidate's waiting times in ms)."""
    script = read_script(settings, spec)
    engine = connect(settings.database)
    invite = Invites(engine).create(*catalogue(settings).interview(spec), candidate=script.name, brief=brief)
    voice = await asyncio.to_thread(CandidateVoice, speech_models(settings).voice)
    site = f"http://127.0.0.1:{settings.web_port}"
    async with Caller(voice=voice, site=site, code=invite.code) as caller:
        printing = asyncio.create_task(print_conversation(Journal(engine), invite.id, script.name))
        try:
            await Candidate(caller, script, brief).take()
            async with asyncio.timeout(10):
                await printing
        finally:
            printing.cancel()
    engine.dispose()
    # Where the interviewer was still talking, what was timed may be the rest of that.
    return invite.id, [reply.latency_ms for reply in caller.replies if not reply.talked_over]


async def print_conversation(journal: Journal, interview_id: str, candidate: str) -> None:
    """Prints what is said as the journal gets it, until the end."""
    seen = 0
    while True:
        for seq, event in await asyncio.to_thread(journal.read, interview_id, seen):
            seen = seq
            at = f"[dim]{event.at_ms // 60_000:02}:{event.at_ms // 1000 % 60:02}[/dim]"
            match event:
                case LineStarted():
                    mark = f" [dim]({event.line.intent}, {event.line.source})[/dim]" if event.line.intent else ""
                    out.print(f"{at} [bold cyan]Interviewer[/bold cyan] {escape(event.line.text)}{mark}")
                case CandidateSpoke():
                    out.print(f"{at} [bold green]{escape(candidate)}[/bold green] {escape(event.text)}")
                case CodeSubmitted():
                    out.print(f"{at} [bold green]{escape(candidate)}[/bold green] submits {event.language} code:")
                    out.print(event.source, markup=False)
                case Ended():
                    out.print(f"{at} The interview has ended ({event.reason}).")
                    return
        await asyncio.sleep(LOOK_S)


async def wait_for_report(engine: sa.Engine, settings: Settings, interview_id: str) -> dict[str, Any]:
    """The report, when scoring is done; VivaError after ten minutes."""
    reports = Reports(engine)
    for _ in range(REPORT_WAIT_S):
        with contextlib.suppress(NoReport):
            return (await asyncio.to_thread(reports.latest, interview_id)).body
        await asyncio.sleep(1)
    raise VivaError(f"No report after {REPORT_WAIT_S // 60} minutes; see {settings.logs / 'scorer.log'}")


def keep(engine: sa.Engine, settings: Settings, interview_id: str, report: dict[str, Any]) -> list[str]:
    """Puts recording, transcript and report into one folder and says where each is."""
    folder = settings.data / "demo" / interview_id
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    with contextlib.suppress(NoRecording):
        recording = Recordings(settings.recordings, engine, settings.segments).open(interview_id)
        (folder / "recording.ogg").write_bytes(recording.read())
        lines.append(f"recording   {folder / 'recording.ogg'}  (candidate left, interviewer right)")
    events = [event for _, event in Journal(engine).read(interview_id)]
    (folder / "transcript.txt").write_text(transcript(events), encoding="utf-8")
    (folder / "report.json").write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
    (folder / "report.html").write_bytes(render_report(report, "html"))
    (folder / "report.txt").write_bytes(render_report(report, "text"))
    lines.append(f"transcript  {folder / 'transcript.txt'}")
    lines.append(f"report      {folder / 'report.txt'}, report.html and report.json")
    return lines


def summary(latencies_ms: list[int]) -> str:
    """One line on how long the candidate waited."""
    waits = spread(latencies_ms)
    if waits is None:
        return "No reply was timed."
    return (
        f"Last word to first audio, over {waits.turns} turns: "
        f"median {waits.median} ms, p95 {waits.p95} ms, maximum {waits.maximum} ms."
    )


def run_demo(settings: Settings, spec: str, brief: bool) -> None:
    """Starts the stack, holds the interview, waits for its report, says where everything is."""
    with steps() as show:
        asyncio.run(_run(settings, spec, brief, show))


async def _run(settings: Settings, spec: str, brief: bool, show: Steps) -> None:
    read_script(settings, spec)
    async with running(settings, show) as complete:
        out.print(f"[dim]A synthetic candidate takes {spec} by voice.[/dim]")
        interview_id, latencies_ms = await hold(complete, spec, brief)
        show.at("scoring: the offline job judges the interview, a few minutes")
        engine = connect(complete.database)
        report = await wait_for_report(engine, complete, interview_id)
        show.done("scoring")
        lines = await asyncio.to_thread(keep, engine, complete, interview_id, report)
        engine.dispose()
    out.print()
    for line in [summary(latencies_ms), *lines]:
        out.print(line, markup=False)
    out.print(f"review      make run, then {complete.site}/review/{interview_id}", markup=False)
