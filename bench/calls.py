"""The calls of one measurement: interviews with Viva, then some of the same answers to the stock pipeline.

Two calls are held side by side, in turn (`bench.in_turn`): while one candidate answers, the other hears a question.
"""

import asyncio
import os
import shutil
import socket
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx2
from livekit.api import AccessToken, RoomAgentDispatch, RoomConfiguration, VideoGrants

from bench import stock
from bench.figures import Run, Turn, follow_ups, viva_turns
from bench.in_turn import CallerInTurn, InTurn, Repeating
from bench.machine import memory_watch
from bench.measures import asked_after
from interview.events import Event
from interview.loading import parse
from interview.model import Frozen
from records.database import connect
from records.invites import Invites
from records.journal import Journal
from viva import ports
from viva.catalogue import read_yaml
from viva.errors import PartError, VivaError
from viva.script import Candidate, Script, read_script
from viva.settings import TREE, Settings
from viva.stack import chores, is_running, prepared, saying, started
from viva.supervisor import Part
from viva.terminal import Steps, out
from viva.wiring import catalogue, speech_models

SPEC = "mle-v1"
DATA = Path(__file__).parent / "data" / "turns.yaml"
APART_S = 20.0
"""Between two candidates' entries, for whom the worker has a process ready each."""
STOCK_EVERY = 2
"""The stock pipeline takes seconds for a reply and gets every second answer."""
QUICK_TURNS = 2
SHARED = ("livekit", "llm")
"""Parts that both pipelines use."""
PATIENCE_S = 40.0
"""How long the caller waits for a reply of the stock pipeline."""
QUIET_S = 2.5
"""The stock pipeline pauses between sentences while the model writes the next; the caller waits for the end."""


def own_settings(settings: Settings) -> Settings:
    """The same models, and everything else apart from any stack that is running: a folder and ports of its own."""
    return settings.model_copy(
        update={
            "data_dir": TREE / "build" / "bench" / "data",
            "database_url": "",
            "record_store": "",
            "public_url": "",
            "livekit_public_url": "",
            "livekit_url": f"ws://127.0.0.1:{ports.free_port()}",
            "livekit_api_key": "",
            "livekit_api_secret": "",
            "livekit_tcp_port": ports.free_port(),
            "livekit_udp_port": ports.free_port(socket.SOCK_DGRAM),
            "web_host": "127.0.0.1",
            "web_port": ports.free_port(),
            "worker_port": ports.free_port(),
            "llm_port": ports.free_port(),
        }
    )


class Plays(Frozen):
    """Who calls."""

    candidates: tuple[Script, ...]
    turns: int | None
    """After so many replies a candidate leaves; None: with the interview's end."""
    stock: tuple[tuple[str, ...], ...]
    """By call the answers that the stock pipeline gets, whatever it asks."""


class _Candidate(Frozen):
    name: str
    sections: dict[str, tuple[str, ...]]


class _Data(Frozen):
    candidates: tuple[_Candidate, ...]


def plays(settings: Settings, quick: bool) -> Plays:
    """The candidates of `bench/data/turns.yaml`, who else behave as that of `viva demo`; for a trial one of them."""
    own = read_script(settings, SPEC)
    candidates = tuple(
        own.model_copy(update={"name": each.name, "sections": each.sections})
        for each in parse(_Data, read_yaml(DATA), str(DATA)).candidates
    )
    answers = [[text for section in each.sections.values() for text in section] for each in candidates]
    if quick:
        return Plays(candidates=candidates[:1], turns=QUICK_TURNS, stock=(tuple(answers[0][1 : 1 + QUICK_TURNS]),))
    return Plays(candidates=candidates, turns=None, stock=tuple(tuple(own[1::STOCK_EVERY]) for own in answers))


async def measure(settings: Settings, quick: bool, show: Steps) -> tuple[Run, Run]:
    """Viva's run and the stock pipeline's. VivaError when the stack does not start."""
    settings = own_settings(settings)
    if settings.llm_url is None:
        raise VivaError("The comparison needs a language model; take VIVA_LLM_BASE_URL=none out of the settings")
    if is_running(settings):
        raise VivaError("Another measurement is running; let it end first, two of them would measure each other")
    shutil.rmtree(settings.data, ignore_errors=True)
    who = plays(settings, quick)
    with prepared(settings, show) as (complete, parts):
        shared = [part for part in parts if part.name in SHARED]
        # No scorer: it would judge the first interviews during the next.
        own = [replace(part, after=()) for part in parts if part.name not in (*SHARED, "scorer")]
        speaking = asyncio.create_task(asyncio.to_thread(_voice, complete, who))
        async with started(complete, shared, show, chores(complete)):
            async with started(complete, own, show):
                voice = await speaking
                viva = await with_viva(complete, voice, who)
            async with started(complete, [stock_part(complete, len(who.stock))], show):
                return viva, await with_stock(complete, voice, who.stock)


def _voice(settings: Settings, who: Plays) -> Repeating:
    """The candidates', with every answer synthesized already."""
    voice = Repeating(speech_models(settings).voice)
    for script in who.candidates:
        for text in (answer for answers in script.sections.values() for answer in answers):
            voice.speak(text)
    return voice


async def with_viva(settings: Settings, voice: Repeating, who: Plays) -> Run:
    """An interview with each candidate, side by side."""
    out.print("[bold]Viva[/bold]")
    load = os.getloadavg()[0]
    engine = connect(settings.database)
    rules, journal, site = catalogue(settings).interview(SPEC), Journal(engine), f"http://127.0.0.1:{settings.web_port}"
    floor, held = asyncio.Lock(), list[tuple[CallerInTurn, list[Event]]]()

    async def hold(place: int, script: Script) -> None:
        await asyncio.sleep(APART_S * place)
        invite = Invites(engine).create(*rules, candidate=script.name)
        async with CallerInTurn(voice=voice, site=site, code=invite.code, floor=floor, name=script.name) as caller:
            await _take(caller, script, who.turns)
        held.append((caller, [event for _, event in journal.read(invite.id)]))

    async with memory_watch() as memory, asyncio.TaskGroup() as group:
        for place, script in enumerate(who.candidates):
            group.create_task(hold(place, script))
    engine.dispose()
    ways: Counter[str] = Counter()
    for _, events in held:
        ways.update(follow_ups(events))
    return Run(
        pipeline="Viva",
        turns=tuple(turn for caller, events in held for turn in viva_turns(caller.replies, caller.spoke_s, events)),
        greetings_ms=tuple(caller.greeting_ms for caller, _ in held if caller.greeting_ms is not None),
        follow_ups=dict(ways),
        taken_up=sum(asked.taken_up for _, events in held for asked in asked_after(events)),
        memory=memory.peak,
        load_before=load,
    )


async def _take(caller: CallerInTurn, script: Script, turns: int | None) -> None:
    """The interview to its end, or until so many replies were heard."""
    taking = asyncio.create_task(Candidate(caller, script, brief=False).take())
    try:
        while not taking.done() and (turns is None or len(caller.replies) < turns):
            await asyncio.sleep(0.1)
    finally:
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
    if turns is not None:
        with suppress(httpx2.HTTPError):
            await caller.post("leave")


async def with_stock(settings: Settings, voice: Repeating, calls: Sequence[Sequence[str]]) -> Run:
    """These answers to the stock pipeline, whatever it asks, the calls side by side."""
    out.print("[bold]The stock pipeline[/bold]")
    load, floor = os.getloadavg()[0], asyncio.Lock()
    async with memory_watch() as memory, asyncio.TaskGroup() as group:
        held = [
            group.create_task(_answer(settings, voice, floor, f"caller {number}", answers))
            for number, answers in enumerate(calls, 1)
        ]
    talkers = [each.result()[0] for each in held]
    return Run(
        pipeline="livekit-agents, stock",
        turns=tuple(
            Turn(
                latency_ms=reply.latency_ms,
                answer_s=spoke_s,
                talked_over=reply.talked_over,
                first="reply of the model",
            )
            for talker in talkers
            for reply, spoke_s in zip(talker.replies, talker.spoke_s, strict=True)
        ),
        unanswered=sum(each.result()[1] for each in held),
        greetings_ms=tuple(talker.greeting_ms for talker in talkers if talker.greeting_ms is not None),
        memory=memory.peak,
        load_before=load,
    )


async def _answer(
    settings: Settings, voice: Repeating, floor: asyncio.Lock, name: str, answers: Sequence[str]
) -> tuple[InTurn, int]:
    """One call with the stock pipeline, and how many answers got no reply."""
    await floor.acquire()
    talker, unanswered = InTurn(voice=voice, floor=floor, name=name), 0
    await talker.join(settings.livekit_url, token(settings, name))
    talker.hand_on_when_heard()
    try:
        await talker.hear_out(QUIET_S)
        for answer in answers:
            await talker.say(answer)
            try:
                await talker.hear_out(QUIET_S, PATIENCE_S)
            except TimeoutError:
                unanswered += 1
    except TimeoutError:
        raise PartError(f"The stock pipeline never greeted; its log is {settings.logs / 'stock.log'}") from None
    finally:
        await talker.hang_up()
    return talker, unanswered


def stock_part(settings: Settings, calls: int) -> Part:
    """The stock pipeline's worker as a process."""
    models = speech_models(settings)
    spec, _ = catalogue(settings).interview(SPEC)
    config = stock.StockConfig(
        livekit_url=settings.livekit_url,
        livekit_api_key=settings.livekit_api_key,
        livekit_api_secret=settings.livekit_api_secret,
        whisper_dir=models.recognizer,
        voice_dir=models.voice,
        threads=settings.speech_threads,
        llm_base_url=settings.llm_url or "",
        llm_model=settings.llm_model,
        llm_api_key=settings.llm_api_key,
        instructions=(Path(__file__).parent / "stock.txt").read_text(encoding="utf-8"),
        greeting=f"Hello. {spec.sections[0].prompt.aloud}",
        calls=calls,
    )
    # By import, not by `-m`: the worker's own processes have to find the same functions under the same names.
    command = (sys.executable, "-c", "from bench.stock import serve; serve()")
    environment = {stock.CONFIG_VARIABLE: config.model_dump_json(), "PYTHONPATH": str(TREE)}
    return Part("stock", command, saying(stock.READY), patience_s=120, environment=environment)


def token(settings: Settings, room: str) -> str:
    """Opens a room of its own and calls the stock pipeline into it."""
    return (
        AccessToken(settings.livekit_api_key, settings.livekit_api_secret)
        .with_identity("candidate")
        .with_ttl(timedelta(minutes=10))
        .with_grants(VideoGrants(room_join=True, room=f"stock, {room}"))
        .with_room_config(RoomConfiguration(agents=[RoomAgentDispatch(agent_name=stock.AGENT_NAME)]))
        .to_jwt()
    )
