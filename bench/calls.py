"""Two interviews on one machine, one after the other: with Viva, then the same answers with the stock pipeline."""

import asyncio
import os
import shutil
import socket
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from livekit.api import AccessToken, RoomAgentDispatch, RoomConfiguration, VideoGrants

from bench import stock
from bench.figures import Run, Turn, follow_ups, viva_turns
from bench.machine import memory_watch
from bench.measures import asked_after
from records.database import connect
from records.invites import Invites
from records.journal import Journal
from viva import ports
from viva.caller import Caller
from viva.demo import print_conversation
from viva.errors import PartError, VivaError
from viva.script import Candidate, read_script
from viva.settings import TREE, Settings
from viva.stack import chores, is_running, prepared, saying, started
from viva.supervisor import Part
from viva.talker import CandidateVoice, Talker
from viva.terminal import Steps, out
from viva.wiring import catalogue, speech_models

SPEC = "mle-v1"
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


async def measure(settings: Settings, quick: bool, show: Steps) -> tuple[Run, Run]:
    """Viva's run and the stock pipeline's. VivaError when the stack does not start."""
    settings = own_settings(settings)
    if settings.llm_url is None:
        raise VivaError("The comparison needs a language model; take VIVA_LLM_BASE_URL=none out of the settings")
    if is_running(settings):
        raise VivaError("Another measurement is running; let it end first, two of them would measure each other")
    shutil.rmtree(settings.data, ignore_errors=True)
    with prepared(settings, show) as (complete, parts):
        shared = [part for part in parts if part.name in SHARED]
        own = [replace(part, after=()) for part in parts if part.name not in SHARED]
        voice = await asyncio.to_thread(CandidateVoice, speech_models(complete).voice)
        async with started(complete, shared, show, chores(complete)):
            async with started(complete, own, show):
                viva, answers = await with_viva(complete, voice, quick)
            async with started(complete, [stock_part(complete)], show):
                return viva, await with_stock(complete, voice, answers)


async def with_viva(settings: Settings, voice: CandidateVoice, brief: bool) -> tuple[Run, list[str]]:
    """A whole interview, as `viva demo` holds it; also gives back the answers that were spoken."""
    script = read_script(settings, SPEC)
    out.print("[bold]Viva[/bold]")
    load = os.getloadavg()[0]
    engine = connect(settings.database)
    invite = Invites(engine).create(*catalogue(settings).interview(SPEC), candidate=script.name, brief=brief)
    site = f"http://127.0.0.1:{settings.web_port}"
    async with memory_watch() as memory, Caller(voice=voice, site=site, code=invite.code) as caller:
        printing = asyncio.create_task(print_conversation(Journal(engine), invite.id, script.name))
        try:
            await Candidate(caller, script, brief).take()
        finally:
            printing.cancel()
    events = [event for _, event in Journal(engine).read(invite.id)]
    engine.dispose()
    run = Run(
        pipeline="Viva",
        turns=viva_turns(caller.replies, events),
        greeting_ms=caller.greeting_ms,
        follow_ups=follow_ups(events),
        taken_up=sum(asked.taken_up for asked in asked_after(events)),
        memory=memory.peak,
        load_before=load,
    )
    return run, [text for text in caller.said if text != script.goodbye]


async def with_stock(settings: Settings, voice: CandidateVoice, answers: list[str]) -> Run:
    """The same answers to the stock pipeline, whatever it asks."""
    out.print("[bold]The stock pipeline[/bold]")
    load = os.getloadavg()[0]
    talker, unanswered = Talker(voice), 0
    async with memory_watch() as memory:
        await talker.join(settings.livekit_url, token(settings))
        try:
            await talker.hear_out(QUIET_S)
            for answer in answers:
                await talker.say(answer)
                try:
                    await talker.hear_out(QUIET_S, PATIENCE_S)
                    out.print(f"[dim]  replied after {talker.replies[-1].latency_ms} ms[/dim]")
                except TimeoutError:
                    unanswered += 1
        except TimeoutError:
            raise PartError(f"The stock pipeline never greeted; its log is {settings.logs / 'stock.log'}") from None
        finally:
            await talker.hang_up()
    return Run(
        pipeline="livekit-agents, stock",
        turns=tuple(
            Turn(latency_ms=reply.latency_ms, talked_over=reply.talked_over, first="reply of the model")
            for reply in talker.replies
        ),
        unanswered=unanswered,
        greeting_ms=talker.greeting_ms,
        memory=memory.peak,
        load_before=load,
    )


def stock_part(settings: Settings) -> Part:
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
    )
    # By import, not by `-m`: the worker's own processes have to find the same functions under the same names.
    command = (sys.executable, "-c", "from bench.stock import serve; serve()")
    environment = {stock.CONFIG_VARIABLE: config.model_dump_json(), "PYTHONPATH": str(TREE)}
    return Part("stock", command, saying(stock.READY), patience_s=120, environment=environment)


def token(settings: Settings) -> str:
    """Opens a room of its own and calls the stock pipeline into it."""
    return (
        AccessToken(settings.livekit_api_key, settings.livekit_api_secret)
        .with_identity("candidate")
        .with_ttl(timedelta(minutes=10))
        .with_grants(VideoGrants(room_join=True, room="stock"))
        .with_room_config(RoomConfiguration(agents=[RoomAgentDispatch(agent_name=stock.AGENT_NAME)]))
        .to_jwt()
    )
