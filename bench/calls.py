"""The calls of one measurement: interviews with Viva, then some of the same answers to the stock pipeline.

Two calls are held side by side, in turn (`bench.in_turn`): while one candidate answers, the other hears a question.
"""

import asyncio
import os
import shutil
import sys
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from livekit.api import AccessToken, RoomAgentDispatch, RoomConfiguration, VideoGrants

from bench import stock
from bench.figures import Run, Turn, follow_ups, viva_turns
from bench.in_turn import PATIENCE_S, CallerInTurn, InTurn, Repeating
from bench.machine import memory_watch
from bench.measures import asked_after
from bench.pipelines import STOCK, VIVA
from interview.events import Event
from interview.loading import parse
from interview.model import Frozen
from records.database import connect
from records.invites import Invites
from records.journal import Journal
from viva import ports
from viva.catalogue import read_yaml
from viva.errors import PartError, VivaError
from viva.script import NO_QUESTIONS, Candidate, Script, read_script
from viva.settings import TREE, Settings
from viva.stack import chores, is_running, prepared, saying, started
from viva.supervisor import Part
from viva.terminal import Steps, out
from viva.wiring import catalogue, speech_models

T = TypeVar("T")
SPEC = "mle-v1"
DATA = Path(__file__).parent / "data" / "turns.yaml"
APART_S = 20.0
"""Between two candidates' entries, for whom the worker has a process ready each."""
STOCK_EVERY, STOCK_ANSWERS = 2, 4
"""The stock pipeline takes seconds for a reply that is heard out, so it gets in each call every second answer, and so
many of those as fit into a quarter of an hour beside the other parts."""
QUICK_TURNS = 2
SHARED = ("livekit", "llm")
"""Parts that both pipelines use."""
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
            "livekit_api_key": "",
            "livekit_api_secret": "",
            "web_host": "127.0.0.1",
        }
        | ports.free_for_a_stack()
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
    stock = tuple(tuple(own[1::STOCK_EVERY][:STOCK_ANSWERS]) for own in answers)
    return Plays(candidates=candidates, turns=None, stock=stock)


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
    """The candidates', with everything they say synthesized already."""
    voice = Repeating(speech_models(settings).voice)
    for script in who.candidates:
        for text in (*(each for answers in script.sections.values() for each in answers), NO_QUESTIONS, script.goodbye):
            voice.speak(text)
    return voice


async def with_viva(settings: Settings, voice: Repeating, who: Plays) -> Run:
    """An interview with each candidate, side by side."""
    out.print("[bold]Viva[/bold]")
    load = os.getloadavg()[0]
    engine = connect(settings.database)
    rules, journal, site = catalogue(settings).interview(SPEC), Journal(engine), f"http://127.0.0.1:{settings.web_port}"
    floor = asyncio.Lock()

    async def hold(place: int, script: Script) -> tuple[CallerInTurn, list[Event], bool]:
        await asyncio.sleep(APART_S * place)
        invite = Invites(engine).create(*rules, candidate=script.name)
        async with CallerInTurn(voice=voice, site=site, code=invite.code, floor=floor, name=script.name) as caller:
            replied = await _take(caller, script, who.turns)
        if caller.greeting_ms is None:
            raise PartError(f"Viva never greeted; its log is {settings.logs / 'worker.log'}")
        return caller, [event for _, event in journal.read(invite.id)], replied

    async with memory_watch() as memory:
        held = await _side_by_side([hold(place, script) for place, script in enumerate(who.candidates)])
    engine.dispose()
    ways: Counter[str] = Counter()
    for _, events, _ in held:
        ways.update(follow_ups(events))
    asked = [follow_up for _, events, _ in held for follow_up in asked_after(events)]
    return Run(
        pipeline=VIVA,
        turns=tuple(turn for caller, events, _ in held for turn in viva_turns(caller.replies, caller.answers, events)),
        unanswered=sum(not replied for _, _, replied in held),
        greetings_ms=tuple(caller.greeting_ms for caller, _, _ in held if caller.greeting_ms is not None),
        follow_ups=dict(ways),
        asked=len(asked),
        taken_up=sum(each.taken_up for each in asked),
        memory=memory.peak,
        load_before=load,
    )


async def _side_by_side(calls: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    """What they come to; what a person can mend is raised as it is, and ends the other calls."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(call) for call in calls]
    except* VivaError as errors:
        raise errors.exceptions[0] from None
    return [task.result() for task in tasks]


async def _take(caller: CallerInTurn, script: Script, turns: int | None) -> bool:
    """The interview to its end, or until so many replies were heard; False: it stalled, for a reply never came. What
    else ends it early is raised."""
    taking = asyncio.create_task(Candidate(caller, script, brief=False).take())
    try:
        while not taking.done() and (turns is None or len(caller.replies) < turns):
            await asyncio.sleep(0.1)
        if taking.done():
            taking.result()
    except TimeoutError:
        return False
    finally:
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
    if turns is not None:
        with suppress(httpx2.HTTPError):
            await caller.post("leave")
    return True


async def with_stock(settings: Settings, voice: Repeating, calls: Sequence[Sequence[str]]) -> Run:
    """These answers to the stock pipeline, whatever it asks, the calls side by side."""
    out.print("[bold]The stock pipeline[/bold]")
    load, floor = os.getloadavg()[0], asyncio.Lock()
    async with memory_watch() as memory:
        held = await _side_by_side(
            [_answer(settings, voice, floor, f"caller {number}", answers) for number, answers in enumerate(calls, 1)]
        )
    talkers = [talker for talker, _ in held]
    return Run(
        pipeline=STOCK,
        turns=tuple(
            Turn(
                answer=answer,
                latency_ms=reply.latency_ms,
                answer_s=spoke_s,
                talked_over=reply.talked_over,
                first="reply of the model",
            )
            for talker in talkers
            for reply, (answer, spoke_s) in zip(talker.replies, talker.answers, strict=True)
        ),
        unanswered=sum(unanswered for _, unanswered in held),
        greetings_ms=tuple(talker.greeting_ms for talker in talkers if talker.greeting_ms is not None),
        asked=0,
        memory=memory.peak,
        load_before=load,
    )


async def _answer(
    settings: Settings, voice: Repeating, floor: asyncio.Lock, name: str, answers: Sequence[str]
) -> tuple[InTurn, int]:
    """One call with the stock pipeline, and how many answers got no reply.

    The others wait until a reply is heard out: its model writes further sentences while the first is heard.
    """
    talker, unanswered = InTurn(voice=voice, floor=floor, name=name, heard_out_s=QUIET_S), 0
    try:
        await talker.enter(settings.livekit_url, token(settings, name))
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
