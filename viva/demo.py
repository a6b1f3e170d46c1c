"""`viva demo`: a synthetic candidate takes a whole interview by voice through the real stack."""

import asyncio
import contextlib
import re
import statistics
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
from pydantic import BaseModel, ConfigDict
from rich.markup import escape

from interview.events import CandidateSpoke, CodeSubmitted, Ended, LineStarted
from interview.spec import Language
from records.database import connect
from records.invites import Invites
from records.journal import Journal
from records.reports import Reports
from viva.caller import Caller
from viva.catalogue import read_yaml
from viva.errors import VivaError
from viva.settings import Settings
from viva.stack import running
from viva.talker import CandidateVoice
from viva.terminal import Steps, out, steps
from viva.wiring import catalogue, speech_models

REPORT_WAIT_S = 600
"""Scoring a whole interview with the embedded model takes a few minutes on two cores."""
LOOK_S = 0.3


class CodingPart(BaseModel):
    """What the synthetic candidate writes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    source: str
    aloud: str
    """Said while coding; the interviewer stays quiet."""


class Script(BaseModel):
    """The content of `prompts/candidates/NAME.yaml`: a candidate's part in one interview."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    goodbye: str
    sections: dict[str, tuple[str, ...]]
    """By section id: the answer to the prompt, then those to follow-ups."""
    coding: CodingPart


class Candidate:
    """Plays a script in a call."""

    def __init__(self, caller: Caller, script: Script, brief: bool) -> None:
        self._caller, self._script, self._brief = caller, script, brief
        self._given: dict[str, int] = {}
        self._coded = False

    async def take(self) -> None:
        """Answers until the interview has ended."""
        while True:
            await self._caller.hear_out()
            state = await self._caller.state()
            match state["stage"]:
                case "listening":
                    await self._caller.say(self._answer(state["section"]))
                case "coding" if not self._coded:
                    await self._code()
                case "closing":
                    with contextlib.suppress(httpx2.HTTPStatusError):
                        await self._caller.say(self._script.goodbye)
                    await self._until_ended()
                    return
                case "ended":
                    return
                case _:
                    await asyncio.sleep(LOOK_S)

    def _answer(self, section: str) -> str:
        answers = self._script.sections[section]
        place = self._given.get(section, 0)
        self._given[section] = place + 1
        answer = answers[min(place, len(answers) - 1)]
        return " ".join(re.split(r"(?<=[.?!])\s+", answer)[:2]) if self._brief else answer

    async def _code(self) -> None:
        """Types line by line as the page would send it, thinks aloud, submits."""
        part, self._coded = self._script.coding, True
        typed = ""
        for line in part.source.splitlines(keepends=True):
            typed += line
            await self._caller.post("code/changes", {"language": part.language, "source": typed})
            await asyncio.sleep(0.5)
        await self._caller.say(part.aloud, timed=False)
        await asyncio.sleep(1)
        await self._caller.post("code/submit", {"language": part.language, "source": part.source})

    async def _until_ended(self) -> None:
        while (await self._caller.state())["stage"] != "ended":
            await asyncio.sleep(LOOK_S)


def read_script(settings: Settings, spec: str) -> Script:
    """The synthetic candidate's part in this interview; VivaError when there is none."""
    path = settings.prompts_dir / "candidates" / f"{spec}.yaml"
    if not path.exists():
        raise VivaError(f"There is no synthetic candidate for '{spec}'; write its part in {path}")
    return Script.model_validate(read_yaml(path))


async def hold(settings: Settings, spec: str, brief: bool, show: Steps) -> tuple[str, list[int]]:
    """One interview on a running stack: (its id, the candidate's waiting times in ms)."""
    script = read_script(settings, spec)
    engine = connect(settings.database)
    invite = Invites(engine).create(*catalogue(settings).interview(spec), candidate=script.name, brief=brief)
    voice = await asyncio.to_thread(CandidateVoice, speech_models(settings)[1])
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
    return invite.id, [reply.latency_ms for reply in caller.replies]


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


async def wait_for_report(settings: Settings, interview_id: str) -> dict[str, Any]:
    """The report, when scoring is done; VivaError after ten minutes."""
    reports = Reports(connect(settings.database))
    for _ in range(round(REPORT_WAIT_S / 1.0)):
        if report := await asyncio.to_thread(reports.latest, interview_id):
            return report.body
        await asyncio.sleep(1)
    raise VivaError(f"No report after {REPORT_WAIT_S // 60} minutes; see {settings.logs / 'scorer.log'}")


def summary(latencies_ms: list[int]) -> str:
    """One line on how long the candidate waited."""
    if not latencies_ms:
        return "No reply was timed."
    ordered = sorted(latencies_ms)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return (
        f"Last word to first audio, over {len(ordered)} turns: "
        f"median {statistics.median(ordered):.0f} ms, p95 {p95} ms, maximum {ordered[-1]} ms."
    )


@asynccontextmanager
async def stack_for(settings: Settings, show: Steps) -> AsyncIterator[Settings]:
    """The stack, with anything the demo needs checked before it starts."""
    async with running(settings, show) as complete:
        yield complete


def run_demo(settings: Settings, spec: str, brief: bool) -> None:
    """Starts the stack, holds the interview, waits for its report, says where everything is."""
    with steps() as show:
        asyncio.run(_run(settings, spec, brief, show))


async def _run(settings: Settings, spec: str, brief: bool, show: Steps) -> None:
    read_script(settings, spec)
    async with running(settings, show) as complete:
        out.print(f"[dim]A synthetic candidate takes {spec} by voice.[/dim]")
        interview_id, latencies_ms = await hold(complete, spec, brief, show)
        show.at("scoring: the offline job judges the interview")
        await wait_for_report(complete, interview_id)
        show.done("scoring")
    out.print()
    out.print(summary(latencies_ms), markup=False)
    for line in where(settings, interview_id):
        out.print(line, markup=False)


def where(settings: Settings, interview_id: str) -> list[str]:
    """Where recording, transcript and report are."""
    return []
