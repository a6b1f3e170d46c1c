"""The embedded language model: the weights that set-up brings, served by llama.cpp's OpenAI-compatible server, and made
int8 for scoring, which reads them in its own process."""

import os
from pathlib import Path

from viva import priority
from viva.errors import PartError
from viva.settings import Settings
from viva.stopping import asked_to_stop
from voice import int8, weights
from voice.catalogue import MODELS

CONTEXT = 4096
"""Tokens of prompt and answer together, for each request."""
AT_ONCE = 2
"""Requests side by side: a follow-up must not wait for the scorer."""
PROMPT_CACHE_MIB = 256
"""Memory for prompts seen before: the shared beginning of a prompt is read once."""


def locate(settings: Settings, progress: weights.Progress | None = None) -> Path:
    """The GGUF file to load, fetched when it is one of ours and missing. Raises WeightsError or PartError."""
    if settings.llm_weights in MODELS:
        return weights.ensure(settings.llm_weights, settings.cache, progress) / "model.gguf"
    path = Path(settings.llm_weights).expanduser()
    if not path.is_file():
        raise PartError(f"VIVA_LLM_WEIGHTS names {path}, which is no file; give a GGUF file or {', '.join(MODELS)}")
    return path


def converts(settings: Settings) -> bool:
    """Whether the embedded model is one that set-up makes int8, for scoring to read it in its own process."""
    return settings.llm_is_embedded and settings.llm_weights in MODELS and bool(MODELS[settings.llm_weights].int8)


def convert(settings: Settings, progress: weights.Progress | None = None) -> None:
    """Makes it int8 where it is not yet. Raises WeightsError."""
    if converts(settings):
        int8.ensure_int8(settings.llm_weights, settings.cache, progress)


def in_process(settings: Settings) -> Path | None:
    """The folder that scoring reads it from; None where a server is asked."""
    if converts(settings) and int8.int8_present(settings.llm_weights, settings.cache):
        return int8.int8_folder(settings.llm_weights, settings.cache)
    return None


def serve(settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT; blocking.

    Behind recognizer and voice: a draft is written while the candidate speaks, and would hold up their last words.
    """
    priority.give_way()
    # Before the library loads: waiting threads sleep. Spinning, they take the cores from recognizer and voice and then
    # wait for each other: beside two busy processes on two cores 3 tokens/s instead of 16 (22 November 2026).
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import xllamacpp

    stop = asked_to_stop()
    params = xllamacpp.CommonParams()
    params.model.path = str(locate(settings))
    params.model_alias = {settings.llm_model}
    params.hostnames = [settings.llm_host]
    params.port = settings.llm_port
    params.n_ctx = CONTEXT * AT_ONCE
    params.n_parallel = AT_ONCE
    params.cpuparams.n_threads = settings.llm_threads
    params.cpuparams_batch.n_threads = settings.llm_threads
    params.cpuparams.poll = params.cpuparams_batch.poll = 0
    # Fitting the model to a GPU's memory loads it twice, here without a GPU: 6.2 s instead of 3.0 s (22 November 2026).
    params.fit_params = False
    params.cache_prompt = True
    params.cache_ram_mib = PROMPT_CACHE_MIB
    # Its web page, its slots page (which shows prompts), its CORS for any site and its chatty log stay shut.
    params.ui = False
    params.endpoint_slots = False
    params.cors_origins = ""
    params.verbosity = 1
    server = xllamacpp.Server(params)
    print(f"language model {settings.llm_model} answers at {server.listening_address}/v1", flush=True)
    stop.wait()
    del server
