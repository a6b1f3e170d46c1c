"""Six synthetic speakers, and answers spoken by them with a pause wherever the text says so."""

import re
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from viva.errors import VivaError
from viva.talker import CandidateVoice
from voice.sound import RATE_HZ as CALL_HZ
from voice.streaming import RATE_HZ
from voice.word_edges import runs

Sound = NDArray[np.float32]
"""16-kHz mono, -1 to 1."""

LEVEL = 0.1
"""RMS of the sounding parts, -20 dBFS: what a headset gives."""
LOUD = 0.01
SENTENCE_GAP_S = 0.35
"""Between two sentences of an answer that flows: a breath."""
MARK = "|"
SHORTEST_GAP_S = 0.05
HOP = RATE_HZ // 100

FLITE = ("slt", "rms", "awb")
ESPEAK = ("en-us", "en-gb")
ESPEAK_WORDS_A_MINUTE = 155


@dataclass(frozen=True)
class Speaker:
    """One voice."""

    name: str
    speak: Callable[[str], Sound]


@dataclass(frozen=True)
class Spoken:
    """An answer without its thinking pauses."""

    pcm: Sound
    """Ends with its last sound."""
    pauses: tuple[int, ...]
    """Samples at which the speaker stops to think."""


def speakers(piper_dir: Path) -> list[Speaker]:
    """All of them; VivaError where the programs of the first five are missing."""
    if missing := [program for program in ("flite", "espeak-ng") if shutil.which(program) is None]:
        raise VivaError(f"The synthetic speakers need {' and '.join(missing)}; install the Debian packages so named")
    piper = CandidateVoice(piper_dir)
    made = [Speaker(f"flite {name}", _by("flite", "-voice", name, "-t", "{text}", "-o", "{file}")) for name in FLITE]
    pace = str(ESPEAK_WORDS_A_MINUTE)
    made += [
        Speaker(f"espeak-ng {name}", _by("espeak-ng", "-v", name, "-s", pace, "-w", "{file}", "{text}"))
        for name in ESPEAK
    ]
    return [*made, Speaker("Piper, raised", lambda text: levelled(_resampled(piper.speak(text), CALL_HZ)))]


def spoken(text: str, speaker: Speaker) -> Spoken:
    """The text sentence by sentence. A mark is spoken as a comma, so that the voice sounds as before a pause; the
    pause is to be where the voice then rests."""
    pieces: list[Sound] = []
    pauses: list[int] = []
    length = 0
    for sentence in re.split(r"(?<=[.?!])(?: \|)? +(?=[A-Z])", text.strip()):
        parts = [part.strip(" ,") for part in sentence.split(MARK)]
        whole = trimmed(speaker.speak(", ".join(parts)))
        gaps = _gaps(whole)
        for place in range(1, len(parts)):
            upto = len(trimmed(speaker.speak(", ".join(parts[:place]) + ",")))
            near = min(gaps, key=lambda gap: abs(gap - upto), default=upto)
            pauses.append(length + (near if abs(near - upto) < RATE_HZ // 2 else upto))
        pieces += [whole, np.zeros(round(SENTENCE_GAP_S * RATE_HZ), np.float32)]
        length += len(whole) + len(pieces[-1])
    return Spoken(np.concatenate(pieces[:-1]), tuple(sorted(set(pauses))))


def trimmed(sound: Sound) -> Sound:
    """Without the silence at both ends."""
    loud = np.flatnonzero(np.abs(sound) > LOUD)
    return sound[loud[0] : loud[-1] + 1] if len(loud) else sound


def _gaps(sound: Sound) -> list[int]:
    """Where the voice rests: the first sample of each quiet stretch inside."""
    frames = sound[: len(sound) // HOP * HOP].reshape(-1, HOP)
    quiet = np.sqrt(np.mean(np.square(frames), axis=1)) < LOUD
    return [start * HOP for start, _ in runs(quiet, round(SHORTEST_GAP_S * RATE_HZ / HOP))]


def _by(*command: str) -> Callable[[str], Sound]:
    """A voice of a program that writes a wav file."""

    def speak(text: str) -> Sound:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "speech.wav"
            filled = [part.format(text=text, file=file) for part in command]
            subprocess.run(filled, check=True, capture_output=True)
            with wave.open(str(file)) as sound:
                pcm, rate_hz = np.frombuffer(sound.readframes(sound.getnframes()), np.int16), sound.getframerate()
        return levelled(_resampled(pcm, rate_hz))

    return speak


def _resampled(pcm: NDArray[np.int16], rate_hz: int) -> Sound:
    ticks = np.arange(0, len(pcm), rate_hz / RATE_HZ)
    resampled: Sound = np.interp(ticks, np.arange(len(pcm)), pcm / 32768.0).astype(np.float32)
    return resampled


def levelled(sound: Sound) -> Sound:
    """At `LEVEL`."""
    loud = sound[np.abs(sound) > LOUD]
    return sound if len(loud) == 0 else sound * np.float32(LEVEL / np.sqrt(np.mean(np.square(loud))))
