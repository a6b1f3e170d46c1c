"""One recognizer, one voice and one end-of-turn detector for all calls of a machine, in LiveKit's inference process.

Each runner lives once in that process; jobs reach it through their job context.
"""

import os

import numpy as np
from livekit import rtc
from livekit.agents import get_job_context
from livekit.agents.inference_runner import _InferenceRunner
from numpy.typing import NDArray
from pydantic import BaseModel

from agent.config import AgentConfig
from agent.log import quiet
from voice.sound import RATE_HZ
from voice.speech import Speech
from voice.stt import Recognizer
from voice.transcript import Transcript, Word
from voice.tts import Synthesizer
from voice.turns import EndOfTurn

TAKEN_AT_ONCE = 32
"""Requests that the process takes up side by side. They still take turns at recognizer and voice, but each at its own:
LiveKit takes as many as there are cores, and two lines to be spoken kept an answer's last words from being heard."""


class DecodeRequest(BaseModel):
    """What goes with 16-kHz mono int16 sound to the recognizer."""

    prompt: str
    urgent: bool
    draft: str
    hotwords: str


class Decoded(BaseModel):
    """The recognizer's answer."""

    words: list[Word]
    audio_s: float
    avg_logprob: float


class SpeakRequest(BaseModel):
    """What goes to the voice; its answer is `Spoken` and 48-kHz mono int16 sound."""

    text: str
    length_scale: float
    keep: bool


class Spoken(BaseModel):
    """What comes with the voice's sound."""

    words: list[Word]


class RecognizerRunner(_InferenceRunner):
    """Sound to words."""

    INFERENCE_METHOD = "viva_recognizer"

    def __init__(self) -> None:
        super().__init__()
        # LiveKit makes its threads after its runners, as many as it is told that there are cores.
        os.environ["NUM_CPUS"] = str(TAKEN_AT_ONCE)

    def initialize(self) -> None:
        quiet()
        config = AgentConfig.from_environment(dict(os.environ))
        self._recognizer = Recognizer(config.whisper_dir, config.speech_threads)
        self._recognizer.prepare()

    def run(self, data: bytes) -> bytes:
        head, _, sound = data.partition(b"\n")
        request = DecodeRequest.model_validate_json(head)
        pcm = np.frombuffer(sound, np.int16).astype(np.float32) / np.float32(32768.0)
        heard = self._recognizer.decode(pcm, request.prompt, request.urgent, request.draft, hotwords=request.hotwords)
        reply = Decoded(words=list(heard.words), audio_s=heard.audio_s, avg_logprob=heard.avg_logprob)
        return reply.model_dump_json().encode()


class VoiceRunner(_InferenceRunner):
    """Text to sound."""

    INFERENCE_METHOD = "viva_voice"

    def initialize(self) -> None:
        config = AgentConfig.from_environment(dict(os.environ))
        self._config = config
        self._voices: dict[float, Synthesizer] = {}
        self._voice(1.0).speak("Ready.")

    def run(self, data: bytes) -> bytes:
        request = SpeakRequest.model_validate_json(data)
        voice = self._voice(request.length_scale)
        speech = voice.speak_and_keep(request.text) if request.keep else voice.speak(request.text)
        return Spoken(words=list(speech.words)).model_dump_json().encode() + b"\n" + _at_call_rate(speech)

    def _voice(self, length_scale: float) -> Synthesizer:
        if length_scale not in self._voices:
            cache = self._config.cache_dir
            self._voices[length_scale] = Synthesizer(self._config.voice_dir, length_scale, cache)
        return self._voices[length_scale]


class EndOfTurnRunner(_InferenceRunner):
    """Sound to the probability that a turn is over."""

    INFERENCE_METHOD = "viva_end_of_turn"

    def initialize(self) -> None:
        config = AgentConfig.from_environment(dict(os.environ))
        self._model = EndOfTurn(config.turn_dir, config.speech_threads)
        self._model.probability(np.zeros(0, np.int16))

    def run(self, data: bytes) -> bytes:
        return str(self._model.probability(np.frombuffer(data, np.int16))).encode()


def _at_call_rate(speech: Speech) -> bytes:
    resampler = rtc.AudioResampler(speech.rate_hz, RATE_HZ, num_channels=1, quality=rtc.AudioResamplerQuality.HIGH)
    frame = rtc.AudioFrame(speech.pcm.tobytes(), speech.rate_hz, 1, len(speech.pcm))
    return b"".join(bytes(piece.data) for piece in [*resampler.push(frame), *resampler.flush()])


def register() -> None:
    """Makes the worker start its inference process with these runners; on the main thread, before it runs."""
    for runner in (RecognizerRunner, VoiceRunner, EndOfTurnRunner):
        if runner.INFERENCE_METHOD not in _InferenceRunner.registered_runners:
            _InferenceRunner.register_runner(runner)


async def decode(pcm: NDArray[np.float32], prompt: str, urgent: bool, draft: str, *, hotwords: str = "") -> Transcript:
    """Words in 16-kHz mono sound, by the machine's one recognizer; arguments as `voice.stt.Recognizer.decode`."""
    sound = (np.clip(pcm, -1, 1) * 32767).astype(np.int16).tobytes()
    request = DecodeRequest(prompt=prompt, urgent=urgent, draft=draft, hotwords=hotwords)
    reply = await _ask(RecognizerRunner.INFERENCE_METHOD, request.model_dump_json().encode() + b"\n" + sound)
    decoded = Decoded.model_validate_json(reply)
    return Transcript(tuple(decoded.words), decoded.audio_s, avg_logprob=decoded.avg_logprob)


async def speak(text: str, length_scale: float, *, keep: bool) -> Speech:
    """The text as 48-kHz sound, by the machine's one voice; `keep` also stores it in the cache on disk."""
    request = SpeakRequest(text=text, length_scale=length_scale, keep=keep)
    reply = await _ask(VoiceRunner.INFERENCE_METHOD, request.model_dump_json().encode())
    head, _, sound = reply.partition(b"\n")
    return Speech(np.frombuffer(sound, np.int16), RATE_HZ, tuple(Spoken.model_validate_json(head).words))


async def sounds_over(recent: NDArray[np.int16]) -> float:
    """That a turn is over, by how it sounds; as `voice.turns.EndOfTurn.probability`."""
    return float(await _ask(EndOfTurnRunner.INFERENCE_METHOD, recent.tobytes()))


async def _ask(method: str, data: bytes) -> bytes:
    return await get_job_context().inference_executor.do_inference(method, data) or b""
