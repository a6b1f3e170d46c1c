"""`viva up`: the whole stack on one machine."""

import asyncio
import contextlib
import fcntl
import signal
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import replace

from viva import livekit, llm, ports, secrets
from viva.errors import PartError, SettingsError, VivaError
from viva.probes import answers, llm_answers
from viva.settings import Settings
from viva.supervisor import NO_CHORES, Chore, Part, Ready, Supervisor
from viva.terminal import Steps, steps
from viva.wiring import catalogue, meaning_model, speech_models
from voice.errors import WeightsError

NO_MODEL = "Interviews go on with authored follow-ups, and reports say which axes stay unscored."
NO_SERVER = "Interviews go on with authored follow-ups; scoring reads the language model without it."
REGISTERED = "worker registered"
"""What the LiveKit server logs once a worker may be given calls; the worker's health page answers before that."""


@contextmanager
def prepared(settings: Settings, show: Steps) -> Iterator[tuple[Settings, list[Part]]]:
    """Everything before the first process: the lock, weights and ports.

    Yields the settings with secrets filled in and the parts to start, and holds the lock while the block runs.
    Raises VivaError or WeightsError with the mend.
    """
    own_livekit = settings.starts_livekit
    if own_livekit and not settings.livekit_is_local:
        raise SettingsError(
            "VIVA_LIVEKIT_URL names another machine; set VIVA_LIVEKIT_API_KEY and VIVA_LIVEKIT_API_SECRET to its keys"
        )
    settings = secrets.complete(settings)
    with only_one(settings):
        yield settings, prepare(settings, own_livekit, show)


@asynccontextmanager
async def started(
    settings: Settings, parts: list[Part], show: Steps, chores: Mapping[str, Chore] = NO_CHORES
) -> AsyncIterator[None]:
    """The parts as processes, ready, and the chores done, while the block runs.

    Raises PartError when a part that is needed does not start, and what a chore raises.
    """
    supervisor = Supervisor(parts, settings.logs, show.say)
    try:
        for part in parts:
            show.at(f"{part.name}: starting")
        for name in await supervisor.start(show.done, chores):
            show.done(name)
            show.say(f"{name} did not start; its log is {supervisor.log(name)}. {without_llm(settings)}")
        yield
    finally:
        show.at("stopping")
        await supervisor.stop()
        show.done("stopping")


@asynccontextmanager
async def running(settings: Settings, show: Steps) -> AsyncIterator[Settings]:
    """The whole stack while the block runs; yields the settings it runs with. Blocks while it fetches and checks."""
    with prepared(settings, show) as (complete, parts):
        async with started(complete, parts, show, chores(complete)):
            yield complete


def prepare(settings: Settings, own_livekit: bool, show: Steps) -> list[Part]:
    """Fetches what is missing, checks the ports and says which parts this stack consists of."""
    speech_models(settings, show.at)
    meaning_model(settings, show.at)
    own_llm = has_own_llm(settings, show)
    if own_llm:
        convert(settings, show)
    server = livekit.ensure(settings, show.at) if own_livekit else None
    ports.refuse_busy(ports.wanted(settings, own_livekit, own_llm))
    # In the order of their start; they stop the other way round.
    parts = []
    if server:
        config = livekit.write_config(settings)
        ready = answering(f"http://127.0.0.1:{settings.livekit_port}/")
        parts.append(Part("livekit", (str(server), "--config", str(config)), ready))
    after = ("livekit",) if server else ()
    stored = (*after, "database")
    if own_llm:
        parts.append(llm_part(settings))
    parts.append(service(settings, "scorer", saying("scorer ready"), ("database",)))
    parts.append(service(settings, "worker", at_work(settings, bool(server)), after))
    parts.append(service(settings, "web", answering(f"http://127.0.0.1:{settings.web_port}/readyz"), stored))
    return parts


def chores(settings: Settings) -> dict[str, Chore]:
    """What is to be seen to before the stack is ready, done while its parts start. SpecError or RecordsError."""

    def database() -> None:
        """Once here, so that the processes do not all bring a fresh database up to date at the same time."""
        from records.database import open_database

        open_database(settings.database).dispose()

    def interviews() -> None:
        catalogue(settings).all()

    return {"database": database, "interviews": interviews}


def has_own_llm(settings: Settings, show: Steps) -> bool:
    """Whether this stack starts a language model; says so when there will be none."""
    if not settings.llm_is_embedded:
        if settings.llm_url is None:
            show.say(f"No language model, as VIVA_LLM_BASE_URL asks. {NO_MODEL}")
        elif not llm_answers(settings.llm_url, settings.llm_api_key):
            show.say(f"The language model at VIVA_LLM_BASE_URL does not answer now. {NO_MODEL}")
        return False
    try:
        llm.locate(settings, show.at)
    except (WeightsError, PartError) as error:
        show.say(f"No server for the language model: {error} {without_llm(settings)}")
        return False
    return True


def without_llm(settings: Settings) -> str:
    """What becomes of interviews and scoring without the embedded language model's server."""
    return NO_SERVER if llm.in_process(settings) else NO_MODEL


def convert(settings: Settings, show: Steps) -> None:
    """Makes the embedded language model int8, for scoring; where that fails, says that the server is asked."""
    try:
        llm.convert(settings, show.at)
    except WeightsError as error:
        show.say(f"Scoring asks the language model's server, which is slower: {error}")


def service(settings: Settings, name: str, ready: Ready, after: tuple[str, ...] = (), needed: bool = True) -> Part:
    """One of our own services as a process: `viva NAME`."""
    command = (sys.executable, "-m", "viva", name)
    return Part(name, command, ready, after, patience_s=120, needed=needed, environment=settings.environment())


def answering(url: str) -> Ready:
    """Ready when the URL answers."""

    async def ready(_said: str) -> bool:
        return await answers(url)

    return ready


def saying(words: str) -> Ready:
    """Ready when the log has these words."""

    async def ready(said: str) -> bool:
        return words in said

    return ready


def at_work(settings: Settings, own_livekit: bool) -> Ready:
    """Ready when the worker may be given calls: its page answers and, where we can read it, LiveKit has noted it."""

    async def ready(_said: str) -> bool:
        livekit_log = settings.logs / "livekit.log"
        noted = not own_livekit or REGISTERED in livekit_log.read_text(encoding="utf-8", errors="replace")
        return noted and await answers(f"http://127.0.0.1:{settings.worker_port}/")

    return ready


def llm_part(settings: Settings) -> Part:
    """The embedded language model; a stack goes on without it."""
    return service(settings, "llm", answering(f"http://127.0.0.1:{settings.llm_port}/health"), needed=False)


@asynccontextmanager
async def language_model(settings: Settings, show: Steps) -> AsyncIterator[Settings]:
    """An embedded language model while the block runs: the one that is up, or one of our own on a free port.

    Yields the settings that lead to it. Raises WeightsError or PartError.
    """
    if await answers(f"http://127.0.0.1:{settings.llm_port}/health"):
        yield settings
        return
    llm.locate(settings, show.at)
    own = settings.model_copy(update={"llm_port": ports.free_port(), "llm_host": "127.0.0.1"})
    async with started(own, [replace(llm_part(own), name="llm-alone", needed=True)], show):
        yield own


@asynccontextmanager
async def with_language_model(settings: Settings, show: Steps) -> AsyncIterator[Settings]:
    """The settings, with the embedded language model up while the block runs where scoring asks it and it is ours to
    start. Raises as `language_model`.
    """
    async with AsyncExitStack() as held:
        if llm.in_process(settings) is None and has_own_llm(settings, show):
            settings = await held.enter_async_context(language_model(settings, show))
        yield settings


@contextmanager
def only_one(settings: Settings) -> Iterator[None]:
    """Holds the data folder's lock: two stacks on one database would take each other's calls and ports."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        lock = (settings.data / "up.lock").open("w")
    except OSError as error:
        raise VivaError(
            f"{settings.data} cannot be written ({error.strerror}); point VIVA_DATA_DIR at a folder you may write to"
        ) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise VivaError(
                f"A stack already runs on {settings.data}; stop it, or give this one another VIVA_DATA_DIR and ports"
            ) from None
        yield


def is_running(settings: Settings) -> bool:
    """Whether a stack holds the data folder's lock."""
    try:
        with (settings.data / "up.lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def up(settings: Settings, spec: str) -> None:
    """Runs the stack until Ctrl-C or SIGTERM, and says where candidate and hiring team go in."""
    catalogue(settings).unchecked(spec)  # a wrong name is told before anything starts
    with steps() as show, prepared(settings, show) as (complete, parts):
        asyncio.run(_hold(complete, parts, spec, show))
        show.say("Everything is stopped.")


async def _hold(settings: Settings, parts: list[Part], spec: str, show: Steps) -> None:
    holding = asyncio.create_task(_run(settings, parts, spec, show))

    def stop() -> None:
        if not holding.cancelling():  # a second Ctrl-C must not cut the stopping short and leave processes behind
            holding.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await holding


async def _run(settings: Settings, parts: list[Part], spec: str, show: Steps) -> None:
    async with started(settings, parts, show, chores(settings)):
        for line in await asyncio.to_thread(doors, settings, spec):
            show.say(line)
        await asyncio.Event().wait()


def doors(settings: Settings, spec: str) -> list[str]:
    """The lines that tell where to go in: the candidate's link and the review page with its login."""
    from records.database import connect
    from viva.invitations import ready_invite

    engine = connect(settings.database)
    try:
        invite = ready_invite(engine, *catalogue(settings).unchecked(spec))
    finally:
        engine.dispose()
    return [
        "",
        f"Interview {spec} is ready. The candidate opens",
        f"  {settings.site}/i/{invite.code}",
        "The hiring team reviews at",
        f"  {settings.site}/review   password: {settings.review_password}",
        "Ctrl-C stops everything.",
    ]
