"""Sound through the live recognizer as a call would feed it: what `viva transcribe` and the doctor do."""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio
from numpy.typing import NDArray

from voice.errors import AudioError
from voice.streaming import RATE_HZ, StreamingTranscriber
from voice.stt import Recognizer

_FRAME = RATE_HZ // 50
"""20 ms, what LiveKit delivers at a time."""


@dataclass(frozen=True)
class Transcribed:
    """What was heard, and how long after the last sound the text was final."""

    text: str
    finalize_ms: int
    """From the last frame to the final text, as a candidate would wait."""
    audio_s: float


def read_sound(path: Path) -> NDArray[np.float32]:
    """A file of any format FFmpeg reads, as `transcribe` takes it: shape (samples,), 16 kHz mono, -1 to 1.

    Raises:
        AudioError: the file is missing or is no sound.
    """
    try:
        sound: NDArray[np.float32] = decode_audio(str(path), sampling_rate=RATE_HZ)
    except FileNotFoundError as error:
        raise AudioError(f"There is no file {path}; name one that exists.") from error
    except Exception as error:  # PyAV raises a class per FFmpeg error code
        raise AudioError(f"{path} cannot be read as sound; name a WAV, OGG, FLAC or MP3 file.") from error
    return sound


def read_candidate(path: Path) -> NDArray[np.float32]:
    """The candidate's side of a kept recording: shape (samples,), 16 kHz, -1 to 1. Raises AudioError."""
    try:
        left: NDArray[np.float32] = decode_audio(str(path), sampling_rate=RATE_HZ, split_stereo=True)[0]
    except Exception as error:  # PyAV raises a class per FFmpeg error code
        raise AudioError(f"{path.name} cannot be read as a recording of a call.") from error
    return left


async def transcribe(sound: NDArray[np.float32], recognizer: Recognizer) -> Transcribed:
    """Feed sound (shape (samples,), 16 kHz mono, -1 to 1) in 20-ms frames to a streaming transcriber.

    The call's clock is simulated: while a decode runs, as much sound arrives as would in that time, but the waits
    between decodes are skipped, so a minute of speech takes less than one.
    """
    transcriber = StreamingTranscriber(recognizer.decode)
    arrived, pushed = 0.0, 0
    while pushed < len(sound):
        arrived += _FRAME
        while pushed < min(arrived, len(sound)):
            transcriber.push(sound[pushed : pushed + _FRAME])
            pushed += _FRAME
        if pushed < len(sound):
            began = time.perf_counter()
            await transcriber.step()
            arrived += (time.perf_counter() - began) * RATE_HZ
    began = time.perf_counter()
    final = await transcriber.finish()
    # A decode that was still running when the sound ended is part of the wait.
    waited_s = max(0.0, arrived - pushed) / RATE_HZ + time.perf_counter() - began
    return Transcribed(final.text, round(waited_s * 1000), round(len(sound) / RATE_HZ, 3))
