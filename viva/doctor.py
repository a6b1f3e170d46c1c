"""`viva doctor`: checks every part, each line with its mend, and ends with one spoken turn."""

import asyncio
import platform
import re
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from interview.errors import SpecError
from records.errors import RecordsError
from viva import links, livekit, ports, secrets
from viva.errors import VivaError
from viva.probes import http_ok, llm_answers
from viva.settings import Settings
from viva.stack import is_running
from viva.wiring import catalogue
from voice.errors import VoiceError

LEAST_FREE_GB = 2.0
"""An hour's call takes about 0.7 GB of segments and 0.02 GB of recording."""
SENTENCE = "The quick brown fox jumps over the lazy dog."
LEAST_HEARD = 7
"""Words of the nine that the recognizer must hear of its own machine's clear voice."""


class Finding(BaseModel):
    """One check's outcome."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    part: str
    status: Literal["ok", "warning", "failed"]
    """warning: interviews work without it."""
    detail: str
    """One sentence: what is there, or what is wrong and its mend."""

    def line(self) -> str:
        """As a person reads it."""
        sign = {"ok": "ok     ", "warning": "warning", "failed": "FAILED "}[self.status]
        return f"{sign}  {self.part}: {self.detail}"


class Bad(Exception):
    """A check failed; carries the sentence."""


class Meh(Exception):
    """A part is missing that interviews can do without; carries the sentence."""


def needed_failed(findings: list[Finding]) -> bool:
    """Whether any part that interviews need failed."""
    return any(finding.status == "failed" for finding in findings)


def examine(settings: Settings, quick: bool = False) -> Iterator[Finding]:
    """Every check in turn; `quick` leaves out hashing the models and the spoken turn."""
    for part in CHECKS:
        if not (quick and part in LONG):
            yield look(part, settings)


def look(part: str, settings: Settings) -> Finding:
    """One of the checks."""
    try:
        return Finding(part=part, status="ok", detail=CHECKS[part](settings))
    except Meh as error:
        return Finding(part=part, status="warning", detail=str(error))
    except (Bad, VivaError, SpecError, RecordsError, VoiceError) as error:
        return Finding(part=part, status="failed", detail=str(error))


def should_run(settings: Settings) -> bool:
    """Whether the services ought to be up: `viva up` holds its lock, or somebody runs them one by one."""
    return is_running(settings) or not settings.starts_livekit


def near(host: str) -> str:
    """Where a service that listens on this address is reached from its own machine."""
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host


def python(_settings: Settings) -> str:
    """The interpreter; set-up refuses one that is too old."""
    return f"{platform.python_version()} at {sys.executable}"


def secrets_fit(settings: Settings) -> str:
    """No secret is missing, the sample's or short."""
    secrets.complete(settings)
    return "every key is set or generated, and long enough"


def specs_valid(settings: Settings) -> str:
    """Every interview may be held."""
    known = catalogue(settings)
    if problems := known.problems():
        raise Bad(problems[0] + (f" ({len(problems) - 1} more: `viva specs check`)" if problems[1:] else ""))
    return ", ".join(known.spec_names)


def disk_space(settings: Settings) -> str:
    """There is room for calls."""
    settings.data.mkdir(parents=True, exist_ok=True)
    free_gb = shutil.disk_usage(settings.data).free / 1e9
    if free_gb < LEAST_FREE_GB:
        raise Bad(f"only {free_gb:.1f} GB are free at {settings.data}; free some space or move VIVA_DATA_DIR")
    return f"{free_gb:.0f} GB free at {settings.data}"


def database_works(settings: Settings) -> str:
    """The database is there, up to date, and takes a write."""
    import sqlalchemy as sa

    from records.database import open_database, write

    engine = open_database(settings.database)
    try:
        with write(engine) as connection:
            connection.execute(sa.text("CREATE TEMPORARY TABLE doctor (n INTEGER)"))
            connection.execute(sa.text("DROP TABLE doctor"))
    finally:
        engine.dispose()
    return f"{engine.url.get_backend_name()} is up to date and takes writes"


def recordings_work(settings: Settings) -> str:
    """The place for recordings takes and deletes them, and the one for a running call's sound is written."""
    from records.database import connect
    from records.recordings import Recordings

    engine = connect(settings.database)
    try:
        Recordings(settings.recordings, engine, settings.segments).check()
        settings.segments.mkdir(parents=True, exist_ok=True)
        probe = settings.segments / ".doctor"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Bad(f"{settings.segments} cannot be written ({error.strerror}); fix VIVA_DATA_DIR") from None
    finally:
        engine.dispose()
    return settings.recordings


def has_address(_settings: Settings) -> str:
    """An address besides loopback: WebRTC offers no other, so calls on a machine without one never connect."""
    import psutil

    found = [a.address for addresses in psutil.net_if_addrs().values() for a in addresses if a.family == socket.AF_INET]
    if not [address for address in found if not address.startswith("127.")]:
        raise Bad("this machine has no address but loopback, and WebRTC needs one; connect it to any network")
    return "an address for calls is there; none needs to lead outside"


def livekit_answers(settings: Settings) -> str:
    """The LiveKit server lets us in; where `viva up` would start it, that it can."""
    from livekit.api import ListRoomsRequest, LiveKitAPI, TwirpError

    filled = secrets.complete(settings)

    async def ask() -> None:
        # No failover: it would ask the server for other regions and go to hosts nobody configured.
        key, secret = filled.livekit_api_key, filled.livekit_api_secret
        async with LiveKitAPI(filled.livekit_url, key, secret, failover=False) as api:
            await asyncio.wait_for(api.room.list_rooms(ListRoomsRequest()), 5)

    try:
        asyncio.run(ask())
    except TwirpError as error:
        if not should_run(settings):
            _ports_free(settings)  # some other program's server stands where ours would
        if error.status not in (401, 403):
            raise Bad(f"what answers at {filled.livekit_url} is no LiveKit server; correct VIVA_LIVEKIT_URL") from None
        raise Bad(
            f"the server at {filled.livekit_url} refuses our key; correct VIVA_LIVEKIT_API_KEY and _SECRET"
        ) from None
    except (OSError, TimeoutError):
        if should_run(settings):
            raise Bad(f"nothing answers at {filled.livekit_url}; start it, or correct VIVA_LIVEKIT_URL") from None
        if livekit.find(settings) is None:
            raise Bad("there is no livekit-server; `viva setup` builds one (it needs Go 1.26 or newer)") from None
        _ports_free(settings)
        return "not running; `viva up` starts it"
    return f"{filled.livekit_url} answers and takes our key"


def _ports_free(settings: Settings) -> None:
    """With no stack up, its ports must be free."""
    ports.refuse_busy(ports.wanted(settings, settings.starts_livekit, settings.llm_is_embedded))


def pages_answer(settings: Settings) -> str:
    """The web server is up, or could be."""
    if not (settings.ui / "index.html").exists() and settings.ui.parent.exists():
        raise Bad("the pages are not built; run `make setup`")
    if http_ok(f"http://{near(settings.web_host)}:{settings.web_port}/readyz") or http_ok(f"{settings.site}/readyz"):
        return f"{settings.site} answers"
    if should_run(settings):
        raise Bad(f"nothing is ready at port {settings.web_port}; start `viva web`, or read {settings.logs}/web.log")
    return "not running; `viva up` starts them"


def links_hold_calls(settings: Settings) -> str:
    """Whoever opens an invite's link gets a microphone there and reaches LiveKit."""
    links.check(settings)
    return f"invites lead to {settings.site}/i/…, where browsers give a microphone"


def worker_answers(settings: Settings) -> str:
    """The worker's own page says that it is well."""
    if http_ok(f"http://{near(settings.worker_host)}:{settings.worker_port}/"):
        return "takes calls"
    if should_run(settings):
        raise Bad(
            f"nothing is well at port {settings.worker_port}; start `viva worker`, or read {settings.logs}/worker.log"
        )
    return "not running; `viva up` starts it"


def model_answers(settings: Settings) -> str:
    """The language model answers, or its weights are there."""
    from viva import llm
    from voice import weights
    from voice.catalogue import MODELS

    scores = "scoring reads it as int8" if llm.in_process(settings) else "axes stay unscored"
    without = f"interviews go on with authored follow-ups, and {scores}"
    if settings.llm_url is None:
        raise Meh(f"switched off by VIVA_LLM_BASE_URL=none; {without}")
    answering = llm_answers(settings.llm_url, settings.llm_api_key)
    if not answering:
        if not settings.llm_is_embedded:
            raise Meh(f"nothing answers at VIVA_LLM_BASE_URL, or not with this key; {without}")
        if settings.llm_weights in MODELS and not weights.present(settings.llm_weights, settings.cache):
            raise Meh(f"its weights are not there, `viva setup` fetches them; until then {without}")
    if llm.converts(settings) and llm.in_process(settings) is None:
        raise Meh(
            "it is not made int8 yet, `viva setup` does that; until then scoring asks its server, and takes longer"
        )
    if answering:
        return f"{settings.llm_model} answers"
    llm.locate(settings)
    return "not running; `viva up` starts it"


def sandbox_works(_settings: Settings) -> str:
    """Submitted code can be run without danger."""
    from scoring.code.coding import check
    from scoring.code.languages import program
    from scoring.code.sandbox import Sandbox
    from scoring.errors import SandboxUnavailable

    try:
        for language in ("python", "javascript"):
            check(Sandbox(), program(language))
    except SandboxUnavailable as error:
        raise Meh(f"{error}; until then submitted code stays unscored") from None
    return "runs Python and JavaScript shut off from this machine"


def pdf_drawn(_settings: Settings) -> str:
    """A report can be had as PDF."""
    from scoring.errors import PdfUnavailable
    from scoring.pdf import pdf

    try:
        pdf("<p>A report.</p>")
    except PdfUnavailable as error:
        raise Meh(f"{error}") from None
    return "reports can be had as PDF"


def models_whole(settings: Settings) -> str:
    """The models' files have their checksums."""
    from voice import int8, weights
    from voice.catalogue import MODELS

    speech = (settings.whisper_model, settings.voice_model, settings.turn_model)
    ours = [name for name in (*speech, settings.meaning_model) if name in MODELS]
    if settings.llm_weights in MODELS and weights.present(settings.llm_weights, settings.cache):
        ours.append(settings.llm_weights)
    for name in ours:
        weights.verify(name, settings.cache)
    # Also where a server is set: the scorer's settings may be others than the doctor's.
    if settings.llm_weights in MODELS and int8.int8_present(settings.llm_weights, settings.cache):
        ours.append(int8.verify_int8(settings.llm_weights, settings.cache).name)
    return f"{', '.join(ours)} have their checksums" if ours else "all are your own"


def hears_itself(settings: Settings) -> str:
    """One spoken turn: the voice says a sentence, the recognizer hears it and how it ends."""
    import numpy as np

    from viva.transcribing import hear, said
    from viva.wiring import speech_models
    from voice.turns import EndOfTurn

    sound = said(settings, SENTENCE)
    heard = hear(settings, sound)
    EndOfTurn(speech_models(settings).end_of_turn).probability((sound * 32767).astype(np.int16))
    known = set(re.findall(r"[a-z]+", heard.text.lower()))
    count = sum(word in known for word in re.findall(r"[a-z]+", SENTENCE.lower()))
    if count < LEAST_HEARD:
        raise Bad(
            f"the recognizer heard {count} of 9 words of the voice; check VIVA_WHISPER_MODEL and VIVA_VOICE_MODEL"
        )
    return f"understood {count} of 9 words, {heard.finalize_ms} ms after the last"


CHECKS: dict[str, Callable[[Settings], str]] = {
    "Python": python,
    "settings": secrets_fit,
    "interviews": specs_valid,
    "disk": disk_space,
    "database": database_works,
    "recordings": recordings_work,
    "network": has_address,
    "LiveKit": livekit_answers,
    "pages": pages_answer,
    "links": links_hold_calls,
    "worker": worker_answers,
    "language model": model_answers,
    "sandbox": sandbox_works,
    "PDF": pdf_drawn,
    "models": models_whole,
    "spoken turn": hears_itself,
}
"""In the order they are made; each returns what is there or raises with the mend."""
LONG = {"models", "spoken turn"}
"""Left out of a quick look."""
