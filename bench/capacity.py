"""`python -m bench.capacity`: how many calls at once one and two cores hold, and what one more call costs."""

import asyncio
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import httpx2
import psutil
import typer

from bench.calls import SPEC, own_settings
from bench.entry import start
from bench.growth import LIMIT_MS, Constants, Load, chapter, constants, rewritten
from bench.in_turn import Repeating
from bench.machine import Machine, memory_watch, part_name, this_machine, versions
from interview.events import Began, CandidateSpoke
from interview.model import Frozen
from interview.waiting import spread
from records.database import connect
from records.invites import Invites
from records.journal import Journal
from viva.caller import Caller
from viva.errors import VivaError
from viva.script import Candidate, Script, read_script
from viva.settings import TREE, Settings, load_settings
from viva.stack import chores, is_running, prepared, started
from viva.supervisor import Part
from viva.talker import CandidateVoice, Reply
from viva.terminal import Steps, out, steps
from viva.wiring import catalogue, speech_models

DOCUMENT = TREE / "docs" / "capacity.md"
APART_S = 7.0
"""Between two callers' entries: candidates do not all answer at the same moment."""
TURN_S = 90.0
"""The longest that one turn may take until a call counts as broken off."""
SETTLE_S = 8.0
"""After one load, until the processes of its calls are gone."""
COMMITS = 100


class Result(Frozen):
    """What a measurement leaves in its file."""

    date: str
    """UTC."""
    machine: Machine
    versions: dict[str, str]
    spec: str
    turns: int
    """Of each call."""
    constants: Constants | None
    loads: tuple[Load, ...]


@dataclass(frozen=True)
class Plays:
    """What each caller does."""

    script: Script
    brief: bool
    """Answers of two sentences."""
    turns: int


def main(
    cores: Annotated[
        list[int] | None, typer.Option(help="How many cores the stack may use; 1 and 2 by default.")
    ] = None,
    calls: Annotated[int, typer.Option(min=1, max=8, help="The most calls at once that are tried.")] = 6,
    turns: Annotated[int, typer.Option(min=1, help="Answers of each call.")] = 6,
    brief: Annotated[bool, typer.Option("--brief", help="Answers of two sentences.")] = False,
    out_dir: Annotated[
        Path | None, typer.Option("--out", help="A folder for the figures; docs/capacity.md then stays as it is.")
    ] = None,
) -> None:
    """Measure the calls that a machine holds at once with p95 up to 1.5 s, raising their number until it does not."""
    settings = load_settings()
    with steps() as show:
        loads, commit_ms = asyncio.run(measure(settings, sorted(cores or [1, 2]), calls, turns, brief, show))
    result = Result(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=this_machine(),
        versions=versions(),
        spec=SPEC,
        turns=turns,
        constants=constants(loads, commit_ms),
        loads=tuple(loads),
    )
    path = (out_dir or TREE / "bench" / "results") / "capacity.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")
    measured = chapter(result.constants, result.date[:10], result.machine.cpu)
    if out_dir is None:
        DOCUMENT.write_text(rewritten(DOCUMENT.read_text(encoding="utf-8"), measured), encoding="utf-8")
    out.print(measured, markup=False)
    out.print(str(path))


async def measure(
    settings: Settings, cores: list[int], most_calls: int, turns: int, brief: bool, show: Steps
) -> tuple[list[Load], float]:
    """One load after another, and how long a journal entry takes, in ms. VivaError when the stack does not start."""
    available = sorted(os.sched_getaffinity(0))
    if cores[-1] > len(available):
        raise VivaError(f"This machine lends {len(available)} cores; ask for no more with --cores")
    settings = own_settings(settings)
    if is_running(settings):
        raise VivaError("Another measurement is running; let it end first, two of them would measure each other")
    shutil.rmtree(settings.data, ignore_errors=True)
    script, loads = read_script(settings, SPEC), []
    voice = await asyncio.to_thread(Repeating, speech_models(settings).voice)
    for count in cores:
        fitting = settings.model_copy(update={"speech_threads": count, "llm_threads": count})
        with prepared(fitting, show) as (complete, parts), elsewhere(available[count:]):
            # No scorer: it would judge the calls of one load during the next.
            own = [pinned(part, available[:count]) for part in parts if part.name != "scorer"]
            async with started(complete, own, show, chores(complete)):
                for number in range(1, most_calls + 1):
                    load = await hold(complete, count, number, Plays(script, brief, turns), voice)
                    loads.append(load)
                    out.print(told(load), markup=False)
                    if not load.held:
                        break
                    await asyncio.sleep(SETTLE_S)
    return loads, await asyncio.to_thread(commit_ms, settings)


@contextmanager
def elsewhere(cpus: list[int]) -> Iterator[None]:
    """The callers, which are this process, on cores that the stack does not have, if there are any."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus or before)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def pinned(part: Part, cpus: list[int]) -> Part:
    """The same part on these processors alone."""
    return replace(part, command=("taskset", "-c", ",".join(map(str, cpus)), *part.command))


async def hold(settings: Settings, cores: int, calls: int, plays: Plays, voice: CandidateVoice) -> Load:
    """So many calls at once, until each has had its turns."""
    engine = connect(settings.database)
    rules = catalogue(settings).interview(SPEC)
    invites = [Invites(engine).create(*rules, candidate=plays.script.name) for _ in range(calls)]
    site = f"http://127.0.0.1:{settings.web_port}"
    finished: list[int] = []
    read = asyncio.Event()

    async def call(place: int) -> list[Reply] | None:
        await asyncio.sleep(place * APART_S)
        async with Caller(voice=voice, site=site, code=invites[place].code) as caller:
            whole = await answer(caller, plays)
            finished.append(place)
            await read.wait()  # processor time is read while the calls' processes are there
            with suppress(httpx2.HTTPError):
                await caller.post("leave")
        return caller.replies if whole else None

    async with memory_watch() as memory, asyncio.TaskGroup() as group:
        before, began = processor_seconds(), time.monotonic()
        callers = [group.create_task(call(place)) for place in range(calls)]
        while len(finished) < calls:
            await asyncio.sleep(0.2)
        lasted, after = time.monotonic() - began, processor_seconds()
        await asyncio.to_thread(memory.look)
        read.set()
    events = sum(len(Journal(engine).read(invite.id)) for invite in invites)
    engine.dispose()
    replies = [reply for caller in callers for reply in caller.result() or []]
    return Load(
        cores=cores,
        calls=calls,
        spread=spread([reply.latency_ms for reply in replies if not reply.talked_over]),
        talked_over=sum(reply.talked_over for reply in replies),
        unanswered=sum(caller.result() is None for caller in callers),
        memory=memory.peak,
        busy_cores={name: round((after[name] - before.get(name, 0.0)) / lasted, 4) for name in after},
        events_per_s=round(events / lasted, 3),
    )


async def answer(caller: Caller, plays: Plays) -> bool:
    """Talks until the call has had its turns; False when it broke off before."""
    taking = asyncio.create_task(Candidate(caller, plays.script, plays.brief).take())
    try:
        async with asyncio.timeout(plays.turns * TURN_S):
            while len(caller.replies) < plays.turns and not taking.done():
                await asyncio.sleep(0.1)
    except TimeoutError:
        return False
    finally:
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
    return len(caller.replies) >= plays.turns


def processor_seconds() -> dict[str, float]:
    """What each part of the stack has used so far, with the processes it started, also those that ended."""
    used: dict[str, float] = {}
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):
            name = part_name(child.cmdline())
            for process in (child, *child.children(recursive=True)):
                used[name] = used.get(name, 0.0) + sum(process.cpu_times()[:4])
    return used


def commit_ms(settings: Settings) -> float:
    """How long one journal entry takes on this disk, from the call to its return."""
    engine = connect(settings.database)
    journal = Journal(engine)
    invite = Invites(engine).create(*catalogue(settings).interview(SPEC))
    journal.begin(
        Began(
            at_ms=0, interview_id=invite.id, started_at=datetime.now(UTC), recording=True, spec=invite.spec,
            persona=invite.persona,
        )
    )  # fmt: skip
    began = time.monotonic()
    for _ in range(COMMITS):
        journal.append(invite.id, CandidateSpoke(at_ms=0, text="A sentence of usual length.", started_ms=0, ended_ms=0))
    lasted = time.monotonic() - began
    engine.dispose()
    return round(1000 * lasted / COMMITS, 2)


def told(load: Load) -> str:
    """A load in one line."""
    waited = f"median {load.spread.median} ms, p95 {load.spread.p95} ms" if load.spread else "no reply"
    broken = f", {load.unanswered} broke off" if load.unanswered else ""
    memory = sum(part.pss_mib for part in load.memory.values())
    verdict = "held" if load.held else f"not held (p95 up to {LIMIT_MS} ms)"
    return f"{load.cores} cores, {load.calls} calls: {waited}{broken}, {memory} MiB, {verdict}"


if __name__ == "__main__":
    start(main)
