"""The LiveKit worker: one process per call, one recognizer and one voice for all of them."""

import asyncio
import json
import os
import signal
from collections.abc import Awaitable
from contextlib import suppress

from livekit.agents import AgentServer, AutoSubscribe, JobContext, JobExecutorType, JobProcess

from agent import follow_ups, forking, inference
from agent.call import Call
from agent.config import AgentConfig
from agent.crashes import Crashes
from agent.log import logger, quiet
from interview import requests
from interview.names import AGENT_NAME

CALLS = 8
"""Calls that one worker takes at once; above it LiveKit looks for another worker."""

LOOK_S = 1.0
"""How often the process of recognizer and voice is looked at."""
CLOSE_S = 5.0
"""How long calls may take to end once that process is dead."""


def prewarm(process: JobProcess) -> None:
    """What an idle process does before it has a call."""
    requests.prepare()


async def entrypoint(ctx: JobContext) -> None:
    """One job: the interview its dispatch names."""
    quiet()
    config = AgentConfig.from_environment(dict(os.environ))
    interview_id = json.loads(ctx.job.metadata or "{}").get("interview_id", ctx.job.room.name)
    call = Call(ctx, config, interview_id)
    # Nothing is subscribed to before consent: the call does that.
    entering = asyncio.create_task(ctx.connect(auto_subscribe=AutoSubscribe.SUBSCRIBE_NONE))
    holding = asyncio.create_task(_hold(ctx, call, entering))

    async def leave() -> None:
        """A worker that stops gives the call time to put the end of its sound on disk."""
        call.leave()
        await asyncio.gather(holding, return_exceptions=True)

    # Not awaited here: LiveKit waits for this function before it runs what is to be done at the end.
    ctx.add_shutdown_callback(leave)
    try:
        await entering
    except Exception:  # the call tells of it, and ends
        await holding


async def _hold(ctx: JobContext, call: Call, entering: Awaitable[None]) -> None:
    try:
        await call.hold(entering)
    except Exception:
        logger.exception("the call failed")
    finally:
        ctx.shutdown()


def server(config: AgentConfig) -> AgentServer:
    """The worker, ready to run once `forking.begin` was called; its processes read the config from the environment."""
    inference.register()
    worker = AgentServer(
        job_executor_type=JobExecutorType.PROCESS,
        ws_url=config.livekit_url,
        api_key=config.livekit_api_key,
        api_secret=config.livekit_api_secret,
        host=config.health_host,
        port=config.health_port,
        num_idle_processes=1,
        load_fnc=load,
        load_threshold=1.0,
        initialize_process_timeout=60,
        log_level="INFO",
        preload_modules=[forking.CALL],
    )
    worker.setup_fnc = prewarm
    worker.rtc_session(entrypoint, agent_name=AGENT_NAME)
    # Whoever started this process waits for these words.
    worker.on("worker_registered", lambda *_: logger.info("registered worker"))
    return worker


def load(worker: AgentServer) -> float:
    """Share of the calls this machine takes, 0 to 1. The processor's load says nothing here: LiveKit would send a lone
    candidate nowhere while the scorer is busy."""
    return len(worker.active_jobs) / CALLS


def run(config: AgentConfig) -> None:
    """Serves calls until SIGINT or SIGTERM; then takes no more, gives running ones their time and returns.

    The language model reads the beginning of its prompts ahead: 13 s on two cores, which the first candidate's first
    follow-up would have to wait for.
    """
    quiet()
    asyncio.run(_run(server(config), config))


async def _read_ahead(config: AgentConfig, registered: asyncio.Event) -> None:
    await registered.wait()  # until then the cores are wanted by everything that starts
    await follow_ups.read_ahead(config)


async def _without_models(worker: AgentServer) -> None:
    """Returns when the process of recognizer and voice has died. LiveKit only shows it on the worker's health page,
    while every candidate sits in silence."""
    while True:
        await asyncio.sleep(LOOK_S)
        models = worker._inference_executor
        if models is not None and models.started and not models.is_alive():
            return


async def _run(worker: AgentServer, config: AgentConfig) -> None:
    crashes = Crashes(config)
    registered = asyncio.Event()
    worker.once("worker_registered", lambda *_: registered.set())
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    # The pool of processes exists once the worker has started.
    worker.on("worker_started", lambda: crashes.watch(worker))
    running = asyncio.create_task(worker.run())
    reading = asyncio.create_task(_read_ahead(config, registered))
    waiting = asyncio.create_task(stopping.wait())
    deaf = asyncio.create_task(_without_models(worker))
    await asyncio.wait([running, waiting, deaf], return_when=asyncio.FIRST_COMPLETED)
    if deaf.done():
        logger.error("the process of recognizer and voice died, so the worker ends; another one takes its calls over")
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.aclose(), CLOSE_S)
        os._exit(1)  # whatever still waits for the dead process would wait for ever
    deaf.cancel()
    waiting.cancel()
    reading.cancel()
    if stopping.is_set() and config.drain_s:
        with suppress(TimeoutError):
            await worker.drain(timeout=config.drain_s)
    await worker.aclose()
    await running
