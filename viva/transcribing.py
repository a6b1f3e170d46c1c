"""`viva transcribe`: a sound file through the live recognizer, on the clock of a call."""

import asyncio
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

import av
import numpy as np
from numpy.typing import NDArray

from viva.settings import Settings
from viva.terminal import steps
from voice import weights
from voice.errors import AudioError
from voice.streaming import StreamingTranscriber
from voice.stt import Recognizer
from voice.tts import Synthesizer

RATE_HZ = 16_000
FRAME_S = 0.02
"""What LiveKit delivers at a time."""


class Heard(TypedDict):
    """What came of it."""

    text: str
    finalize_ms: int
    """From the last frame to the final text, as a candidate would wait."""
    audio_s: float


def read_sound(path: Path) -> NDArray[np.float32]:
    """Any sound file as 16 kHz mono, shape (samples,), -1 to 1. Raises AudioError."""
    try:
        with av.open(str(path)) as source:
            return _resampled(source.decode(audio=0))
    except (av.FFmpegError, OSError, IndexError) as error:
        raise AudioError(f"{path} cannot be read as sound ({error}); give a WAV or another common sound file") from None


def _resampled(frames: Iterable[av.AudioFrame]) -> NDArray[np.float32]:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    pieces = [out for frame in (*frames, None) for out in resampler.resample(frame)]
    return np.concatenate([np.zeros(0, np.float32), *(piece.to_ndarray().reshape(-1) for piece in pieces)])


def said(settings: Settings, text: str) -> NDArray[np.float32]:
    """The interviewer's voice saying the text, as 16 kHz mono."""
    voice = Synthesizer(weights.locate(settings.voice_model, settings.cache), threads=settings.speech_threads)
    speech = voice.speak(text)
    frame = av.AudioFrame.from_ndarray(speech.pcm.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = speech.rate_hz
    return _resampled([frame])


async def transcribe(settings: Settings, sound: NDArray[np.float32]) -> Heard:
    """Feeds the sound in frames as a call would: while a decode runs, more of it goes on arriving.

    The call's clock is simulated, so that a minute of speech need not take a minute.
    """
    with steps() as show:
        model = weights.locate(settings.whisper_model, settings.cache, show.at)
    recognizer = await asyncio.to_thread(Recognizer, model, settings.speech_threads)
    transcriber = StreamingTranscriber(recognizer.decode)
    frame, clock_s, pushed = round(FRAME_S * RATE_HZ), 0.0, 0
    while pushed < len(sound):
        clock_s += FRAME_S
        arrived = min(len(sound), round(clock_s * RATE_HZ))
        for at in range(pushed, arrived, frame):
            transcriber.push(sound[at : min(at + frame, arrived)])
        pushed = arrived
        if pushed < len(sound):
            began = time.perf_counter()
            await transcriber.step()
            clock_s += time.perf_counter() - began
    audio_s = len(sound) / RATE_HZ
    began = time.perf_counter()
    heard = await transcriber.finish()
    # A decode that was still running when the sound ended is part of the wait.
    waited_s = max(0.0, clock_s - audio_s) + time.perf_counter() - began
    return {"text": heard.text, "finalize_ms": round(waited_s * 1000), "audio_s": round(audio_s, 3)}
