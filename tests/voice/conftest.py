"""Shared by the voice room's tests: the models, loaded once, and spoken test material."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from voice import weights
from voice.speech import Speech
from voice.stt import Recognizer
from voice.tts import Synthesizer


@pytest.fixture(scope="session")
def whisper_dir() -> Path:
    return weights.ensure("whisper-base")


@pytest.fixture(scope="session")
def piper_dir() -> Path:
    return weights.ensure("piper-joe")


@pytest.fixture(scope="session")
def recognizer(whisper_dir: Path) -> Recognizer:
    return Recognizer(whisper_dir)


@pytest.fixture(scope="session")
def synthesizer(piper_dir: Path) -> Synthesizer:
    return Synthesizer(piper_dir)


@pytest.fixture(scope="session")
def answer(synthesizer: Synthesizer) -> NDArray[np.float32]:
    """A spoken answer of about 12 s, 16 kHz, and nothing after it."""
    return at_16_khz(synthesizer, ANSWER)


ANSWER = (
    "I would start with a simple ranking model on tabular features. "
    "For offline evaluation I would measure precision at the top positions, and online I would watch the clicks. "
    "The riskiest assumption is that a click means the result was relevant."
)


def at_16_khz(synthesizer: Synthesizer, text: str) -> NDArray[np.float32]:
    return for_recognizer(synthesizer.speak(text))


def for_recognizer(speech: Speech) -> NDArray[np.float32]:
    """At 16 kHz, -1 to 1."""
    ticks = np.arange(0, len(speech.pcm), speech.rate_hz / 16_000)
    sound: NDArray[np.float32] = np.interp(ticks, np.arange(len(speech.pcm)), speech.pcm / 32768.0).astype(np.float32)
    return sound
