"""From the one settings object to each room's own small configuration."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from interview.events import PROMPT_VERSION
from viva import llm
from viva.catalogue import Catalogue
from viva.settings import Settings
from voice import weights
from voice.catalogue import MODELS

if TYPE_CHECKING:
    # Each of these rooms takes a second or more to import; a command loads only the one it runs.
    from agent.config import AgentConfig
    from scoring.config import ScoringConfig
    from web.config import WebConfig


def catalogue(settings: Settings) -> Catalogue:
    """The specs, personas and prompts of this installation."""
    return Catalogue(settings.specs_dir, settings.prompts_dir)


class SpeechModels(NamedTuple):
    """What a call hears and speaks with, as folders."""

    recognizer: Path
    voice: Path
    end_of_turn: Path


def speech_models(settings: Settings, progress: weights.Progress | None = None) -> SpeechModels:
    """All of them, fetched when missing. Raises WeightsError."""
    return SpeechModels(
        recognizer=weights.locate(settings.whisper_model, settings.cache, progress),
        voice=weights.locate(settings.voice_model, settings.cache, progress),
        end_of_turn=weights.locate(settings.turn_model, settings.cache, progress),
    )


def meaning_model(settings: Settings, progress: weights.Progress | None = None) -> Path | None:
    """The folder of the embedding model, fetched when missing; None when there is to be none. Raises WeightsError."""
    if settings.meaning_model.lower() == "none":
        return None
    return weights.locate(settings.meaning_model, settings.cache, progress)


def agent_config(settings: Settings) -> "AgentConfig":
    """For the worker. Raises WeightsError and SpecError."""
    from agent.config import AgentConfig

    models = speech_models(settings)
    return AgentConfig(
        livekit_url=settings.livekit_url,
        livekit_api_key=settings.livekit_api_key,
        livekit_api_secret=settings.livekit_api_secret,
        database_url=settings.database,
        segments_dir=settings.segments,
        cache_dir=settings.cache,
        whisper_dir=models.recognizer,
        voice_dir=models.voice,
        turn_dir=models.end_of_turn,
        speech_threads=settings.speech_threads,
        llm_base_url=settings.llm_url or "",
        llm_model=settings.llm_model,
        llm_api_key=settings.llm_api_key,
        follow_up_prompt=json.dumps(catalogue(settings).prompt("follow_up")),
        judge_prompt=json.dumps(catalogue(settings).prompt("judge")),
        health_port=settings.worker_port,
        health_host=settings.worker_host,
        drain_s=settings.worker_drain_s,
    )


def web_config(settings: Settings) -> "WebConfig":
    """For the web server. Raises SpecError."""
    from pydantic import SecretStr

    from web.config import WebConfig

    specs, personas = catalogue(settings).all()
    return WebConfig(
        data_dir=settings.data,
        database_url=settings.database,
        record_store=settings.record_store,
        public_url=settings.site,
        livekit_url=settings.livekit_url,
        livekit_public_url=settings.livekit_public_url,
        livekit_api_key=settings.livekit_api_key,
        livekit_api_secret=SecretStr(settings.livekit_api_secret),
        session_secret=SecretStr(settings.session_secret),
        review_password=SecretStr(settings.review_password),
        ui_dir=settings.ui,
        specs=specs,
        personas=personas,
        versions=versions(settings),
        render_report=render_for_web,
    )


def scoring_config(settings: Settings) -> "ScoringConfig":
    """For the scoring job. It fetches no weights: without those of the embedding it compares words alone, and without
    the language model's as int8 it asks the server."""
    from scoring.config import ScoringConfig

    there = settings.meaning_model not in MODELS or weights.present(settings.meaning_model, settings.cache)
    model = llm.in_process(settings)
    served = settings.llm_model if settings.llm_url else ""
    return ScoringConfig(
        database_url=settings.database,
        data_dir=settings.data,
        record_store=settings.record_store,
        prompts_dir=settings.prompts_dir,
        whisper_model=settings.whisper_offline_model or settings.whisper_model,
        cache_dir=settings.cache,
        speech_threads=settings.speech_threads,
        llm_dir=model,
        llm_threads=settings.llm_threads,
        llm_base_url=settings.llm_url or "",
        # Its readings are not those of the served one, so that what was fitted to these must tell them apart.
        llm_model=MODELS[settings.llm_weights].int8 if model else served,
        llm_api_key=settings.llm_api_key or "unused",
        meaning_dir=meaning_model(settings) if there else None,
        calibration=settings.calibration.expanduser().absolute(),
    )


def render_report(body: dict[str, Any], shape: Literal["html", "text", "pdf"]) -> bytes:
    """A report's JSON as a page, as plain text or as PDF. Raises PdfUnavailable."""
    from scoring.render import render

    return render(body, shape)


def render_for_web(body: dict[str, Any], shape: Literal["html", "text", "pdf"]) -> bytes:
    """The same; what cannot be made is told to the browser."""
    from scoring.errors import PdfUnavailable
    from web.errors import WireError

    try:
        return render_report(body, shape)
    except PdfUnavailable as error:
        raise WireError(503, "no_pdf", f"{error}.") from None


def versions(settings: Settings) -> dict[str, str]:
    """What an interview is held with; kept in its first event. Raises SpecError.

    A prompt's hash is of all that the worker is given of it: unlike scoring's prompts it is more than a few texts.
    """
    from hashlib import sha256
    from importlib.metadata import version

    known = catalogue(settings)
    parts = {name: version(name) for name in ("viva", "livekit-agents", "ctranslate2", "piper-tts")}
    prompts = {
        f"{PROMPT_VERSION}{name}": sha256(json.dumps(known.prompt(name)).encode()).hexdigest()
        for name in ("follow_up", "judge")
    }
    models = {
        "recognizer": settings.whisper_model,
        "voice": settings.voice_model,
        "end_of_turn": settings.turn_model,
        "llm": settings.llm_model if settings.llm_url else "none",
    }
    return parts | models | prompts
