"""How well speech is understood and how soon: the live path beside Whisper's full window, on the same sound."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel

from bench.clips import Clip, clips
from bench.degrade import WAYS, Sound
from bench.live import listen
from bench.word_errors import errors
from interview.model import Frozen
from voice.streaming import RATE_HZ
from voice.stt import Recognizer


class Heard(Frozen):
    """One clip in one way."""

    clip: str
    way: str
    seconds: float
    """Of speech."""
    said: int
    """Words."""
    edits: int
    """Words wrong in the live path's final text."""
    full_edits: int
    """Words wrong in the full window's."""
    stood_ms: int
    """From the end of speech to the moment from which the final words were there to work with."""
    ended_ms: int
    """From the end of speech to the decision that the utterance is over."""
    final_ms: int
    """From the end of speech to the final text."""
    full_final_ms: int
    """The same for a pipeline that gives the utterance to the full window once it is over."""
    decoding_s: float
    """Computing time of all the live path's decodes."""
    first_word_ms: int | None
    """How far the first word's beginning is from the clip's, where both are known: in clear sound."""
    last_word_ms: int | None
    """How far the last word's end is from the clip's."""


FullWindow = Callable[[Sound], str]


def full_window(model_dir: Path, threads: int) -> FullWindow:
    """faster-whisper as it comes: 30-s windows, beams of five."""
    model = WhisperModel(str(model_dir), device="auto", compute_type="int8", cpu_threads=threads)

    def transcribe(sound: Sound) -> str:
        segments, _ = model.transcribe(sound, language="en")
        return " ".join(segment.text.strip() for segment in segments)

    return transcribe


def tasks(quick: bool, every_way: bool) -> Iterator[tuple[Clip, str]]:
    """Each clip as it is and in one other way, in turn; or in every way."""
    others = list(WAYS)[1:]
    for number, clip in enumerate(clips(quick)):
        chosen = others if every_way else [others[number % len(others)]]
        yield clip, "clean"
        yield from ((clip, way) for way in chosen if not (clip.narrow and way == "telephone"))


async def hear(clip: Clip, way: str, recognizer: Recognizer, full: FullWindow) -> Heard:
    """The clip through both."""
    sound = WAYS[way](clip.sound, len(clip.text))
    heard = await listen(sound, recognizer)
    began = time.perf_counter()
    baseline = full(sound)
    took = time.perf_counter() - began
    end = len(clip.sound) / RATE_HZ
    live, other = errors(clip.text, heard.text), errors(clip.text, baseline)
    edges = way == "clean" and bool(heard.words)
    return Heard(
        clip=clip.name,
        way=way,
        seconds=round(end, 2),
        said=live.said,
        edits=live.edits,
        full_edits=other.edits,
        stood_ms=_ms(heard.stood_s - end),
        ended_ms=_ms(heard.ended_s - end),
        final_ms=_ms(heard.final_s - end),
        full_final_ms=_ms(heard.ended_s - end + took),
        decoding_s=round(heard.decoding_s, 3),
        first_word_ms=_ms(heard.words[0].start_s - _onset(clip.sound)) if edges else None,
        last_word_ms=_ms(heard.words[-1].end_s - end) if edges else None,
    )


def _onset(sound: Sound) -> float:
    """Where it first reaches a fiftieth of its peak."""
    return float(np.argmax(np.abs(sound) > 0.02 * np.max(np.abs(sound)))) / RATE_HZ


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
