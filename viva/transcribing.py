"""The configured voice and recognizer at work: `viva transcribe`, and the doctor's spoken turn."""

import asyncio

import av
import numpy as np
from numpy.typing import NDArray

from viva.settings import Settings
from viva.terminal import steps
from voice import weights
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.transcribe import Transcribed, transcribe
from voice.tts import Synthesizer


def said(settings: Settings, text: str) -> NDArray[np.float32]:
    """The interviewer's voice saying the text, as the recognizer takes it: 16 kHz mono, -1 to 1."""
    voice = Synthesizer(weights.locate(settings.voice_model, settings.cache), threads=settings.speech_threads)
    speech = voice.speak(text)
    frame = av.AudioFrame.from_ndarray(speech.pcm.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = speech.rate_hz
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
    pieces = [piece for part in (frame, None) for piece in resampler.resample(part)]
    return np.concatenate([piece.to_ndarray().reshape(-1) for piece in pieces])


def hear(settings: Settings, sound: NDArray[np.float32]) -> Transcribed:
    """What the live recognizer makes of the sound; its model is fetched when it is missing."""
    with steps() as show:
        model = weights.locate(settings.whisper_model, settings.cache, show.at)
    return asyncio.run(transcribe(sound, Recognizer(model, settings.speech_threads)))
