"""The pipeline that livekit-agents' documentation leads to, with our models: what Viva is compared with.

Everything that is not said here is livekit-agents' default: voice detection, the local end-of-turn model with its
delays, replies begun before the turn is over, sentences spoken as the language model writes them. Where there was a
choice it is the faster one (greedy decoding, a fixed language, models loaded before the call).
"""

import asyncio
import logging
import os
from pathlib import Path
from typing import Any, Never

import numpy as np
import openai
from faster_whisper import WhisperModel
from livekit import rtc
from livekit.agents import (
    DEFAULT_API_CONNECT_OPTIONS,
    NOT_GIVEN,
    Agent,
    AgentServer,
    AgentSession,
    APIConnectOptions,
    JobContext,
    JobProcess,
    LanguageCode,
    NotGivenOr,
    TurnHandlingOptions,
    inference,
    llm,
    stt,
    tts,
)
from livekit.agents.utils import AudioBuffer, shortuuid
from piper import PiperVoice

from interview.model import Frozen

AGENT_NAME = "stock"
CONFIG_VARIABLE = "VIVA_BENCH_STOCK"
"""Carries the config to the worker and to its jobs."""
READY = "stock worker ready"
"""Printed once calls may come."""
HEARING_HZ = 16_000


class StockConfig(Frozen):
    """What the stock worker needs to know."""

    livekit_url: str
    livekit_api_key: str
    livekit_api_secret: str
    whisper_dir: Path
    voice_dir: Path
    threads: int
    """Processor threads of a recognition."""
    llm_base_url: str
    llm_model: str
    llm_api_key: str
    instructions: str
    greeting: str
    """Said on entering; ends with the first question."""
    calls: int
    """At once."""


class WhisperSTT(stt.STT[Never]):
    """faster-whisper's `transcribe()` on each stretch of speech."""

    def __init__(self, model: WhisperModel) -> None:
        super().__init__(capabilities=stt.STTCapabilities(streaming=False, interim_results=False))
        self._model = model

    async def _recognize_impl(
        self, buffer: AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        text = await asyncio.to_thread(self.transcribe, rtc.combine_audio_frames(buffer))
        heard = stt.SpeechData(language=LanguageCode("en"), text=text)
        return stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[heard])

    def transcribe(self, frame: rtc.AudioFrame) -> str:
        """The words of one stretch of speech."""
        resampler = rtc.AudioResampler(frame.sample_rate, HEARING_HZ, num_channels=frame.num_channels)
        sound = b"".join(bytes(piece.data) for piece in [*resampler.push(frame), *resampler.flush()])
        pcm = np.frombuffer(sound, np.int16).astype(np.float32) / 32768
        segments, _ = self._model.transcribe(pcm, language="en", beam_size=1)
        return " ".join(segment.text.strip() for segment in segments)


class LocalLLM(llm.LLM[Never]):
    """Any OpenAI-compatible server, with livekit-agents' own streaming of its replies."""

    def __init__(self, config: StockConfig) -> None:
        super().__init__()
        self._model = config.llm_model
        self._client = openai.AsyncOpenAI(
            base_url=config.llm_base_url, api_key=config.llm_api_key or "none", max_retries=0
        )

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: NotGivenOr[bool] = NOT_GIVEN,
        tool_choice: NotGivenOr[llm.ToolChoice] = NOT_GIVEN,
        extra_kwargs: NotGivenOr[dict[str, Any]] = NOT_GIVEN,
    ) -> llm.LLMStream:
        return inference.LLMStream(
            self,
            model=self._model,
            strict_tool_schema=False,
            client=self._client,
            chat_ctx=chat_ctx,
            tools=tools or [],
            conn_options=conn_options,
            extra_kwargs={},
        )


class PiperTTS(tts.TTS[Never]):
    """Piper, a sentence at a time."""

    def __init__(self, voice: PiperVoice) -> None:
        capabilities = tts.TTSCapabilities(streaming=False)
        super().__init__(capabilities=capabilities, sample_rate=voice.config.sample_rate, num_channels=1)
        self.voice = voice

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return _Sentence(self, text, conn_options)


class _Sentence(tts.ChunkedStream):
    def __init__(self, piper: PiperTTS, text: str, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=piper, input_text=text, conn_options=conn_options)
        self._piper = piper

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=shortuuid(), sample_rate=self._piper.sample_rate, num_channels=1, mime_type="audio/pcm"
        )
        chunks = iter(self._piper.voice.synthesize(self.input_text))
        while chunk := await asyncio.to_thread(next, chunks, None):
            output_emitter.push(chunk.audio_int16_bytes)
        output_emitter.flush()


def load_models(process: JobProcess) -> None:
    """Once in each of the worker's processes, before a call."""
    config = _config()
    process.userdata["whisper"] = WhisperModel(
        str(config.whisper_dir), device="cpu", compute_type="int8", cpu_threads=config.threads
    )
    process.userdata["voice"] = PiperVoice.load(next(config.voice_dir.glob("*.onnx")))


async def entrypoint(ctx: JobContext) -> None:
    """One call."""
    config = _config()
    await ctx.connect()
    session: AgentSession[None] = AgentSession(
        stt=WhisperSTT(ctx.proc.userdata["whisper"]),
        llm=LocalLLM(config),
        tts=PiperTTS(ctx.proc.userdata["voice"]),
        vad=inference.VAD(model="silero"),
        # By name only because the defaults ask the vendor's cloud first and then fall back to these.
        turn_handling=TurnHandlingOptions(
            turn_detection=inference.TurnDetector(version="v1-mini"), interruption={"mode": "vad"}
        ),
    )
    await session.start(Agent(instructions=config.instructions), room=ctx.room, record=False)
    await session.say(config.greeting)


def serve() -> None:
    """The worker; blocking, until SIGTERM ends the process."""
    logging.basicConfig(level=logging.INFO)
    config = _config()
    worker = AgentServer(
        ws_url=config.livekit_url,
        api_key=config.livekit_api_key,
        api_secret=config.livekit_api_secret,
        host="127.0.0.1",
        port=0,
        num_idle_processes=config.calls,
        # The default refuses calls above 70 % processor load, which a small machine passes at once.
        load_fnc=lambda _worker: 0.0,
        initialize_process_timeout=60,
        setup_fnc=load_models,
    )
    worker.rtc_session(entrypoint, agent_name=AGENT_NAME)
    worker.on("worker_registered", lambda *_: print(READY, flush=True))
    asyncio.run(worker.run())


def _config() -> StockConfig:
    return StockConfig.model_validate_json(os.environ[CONFIG_VARIABLE])
