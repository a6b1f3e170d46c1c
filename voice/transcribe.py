"""A sound file through the live recognizer, as a call would feed it: what `viva transcribe` does."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio
from numpy.typing import NDArray

from voice.errors import AudioError
from voice.stt import RATE_HZ, Interim, Recognizer, StreamingTranscriber, Transcript

_FRAME = RATE_HZ // 50
"""20 ms, as WebRTC sends it."""


@dataclass(frozen=True)
class Transcribed:
    """What was heard, and how long after the last sound the text was final."""

    text: str
    finalize_ms: int
    audio_s: float


def transcribe_file(path: Path, recognizer: Recognizer, paced: bool = False) -> Transcribed:
    """Feed the file in 20-ms frames to a streaming transcriber; any format FFmpeg reads.

    Args:
        paced: feed at the speed of speech, as in a call; otherwise as fast as decoding keeps up.

    Raises:
        AudioError: the file is missing or is no sound.
    """
    return asyncio.run(_transcribe(_load(path), recognizer, paced))


def _load(path: Path) -> NDArray[np.float32]:
    try:
        sound: NDArray[np.float32] = decode_audio(str(path), sampling_rate=RATE_HZ)
    except FileNotFoundError as error:
        raise AudioError(f"There is no file {path}; name one that exists.") from error
    except Exception as error:  # PyAV raises a class per FFmpeg error code
        raise AudioError(f"{path} cannot be read as sound; name a WAV, OGG, FLAC or MP3 file.") from error
    return sound


async def _transcribe(sound: NDArray[np.float32], recognizer: Recognizer, paced: bool) -> Transcribed:
    async def decode(pcm: NDArray[np.float32], prompt: str) -> Transcript:
        return await asyncio.to_thread(recognizer.decode, pcm, prompt)

    transcriber = StreamingTranscriber(decode)
    running: asyncio.Task[Interim | None] | None = None
    began = time.monotonic()
    for start in range(0, len(sound), _FRAME):
        transcriber.push(sound[start : start + _FRAME])
        if paced:
            await asyncio.sleep(max(0.0, began + (start + _FRAME) / RATE_HZ - time.monotonic()))
            if transcriber.due and (running is None or running.done()):
                running = asyncio.create_task(transcriber.step())
        else:
            await transcriber.step()
    ended = time.monotonic()
    final = await transcriber.finish()
    finalize_ms = round((time.monotonic() - ended) * 1000)
    if running:
        await running
    return Transcribed(final.text, finalize_ms, round(len(sound) / RATE_HZ, 3))
