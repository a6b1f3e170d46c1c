"""`python -m bench.listening`: how well the interviewer listens, beside the same model's full window.

The recognizer and voice activity detection are the live ones; see `bench.live` for what the clock is.
"""

import asyncio
import os
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.table import Table

from bench.entry import start
from bench.live import listen, taken_for_speech
from bench.machine import Machine, this_machine
from bench.noises import STRETCH_S, stretches
from bench.transcription import Heard, full_window, hear, tasks
from bench.word_errors import Errors
from bench.word_times import deviations
from interview.model import Frozen
from viva.settings import TREE, Settings, load_settings
from viva.terminal import err, out
from viva.wiring import speech_models
from voice.stt import Recognizer
from voice.tts import Synthesizer

HOUR_S = 3600.0
TRIAL_S = 120.0
NEAR_MS = 120
"""A word's time this close to the truth is right."""


class Invented(Frozen):
    """Words heard where nobody spoke."""

    minutes: dict[str, float]
    """Of sound, by kind."""
    words: dict[str, int]
    """By kind, like the next."""
    full_words: dict[str, int]
    """What the full window makes of the stretches that voice activity detection takes for speech."""
    decodes: int
    """How often voice activity detection let the sound through to the recognizer."""


class Listening(Frozen):
    """What one run found."""

    date: str
    """UTC."""
    machine: Machine
    model: str
    device: str
    load: tuple[float, float]
    """The machine's load average over a minute before and after; times count where it is low."""
    quick: bool
    heard: tuple[Heard, ...]
    word_times_ms: tuple[int, ...]
    """Deviations of words' beginnings and ends from the truth, synthetic."""

    @property
    def rates(self) -> dict[str, tuple[Errors, Errors]]:
        """Word errors by way, live and full window; last over all."""
        found: dict[str, tuple[Errors, Errors]] = {}
        for one in self.heard:
            for key in (one.way, "all"):
                live, full = found.pop(key, (Errors(0, 0), Errors(0, 0)))
                found[key] = (live + Errors(one.edits, one.said), full + Errors(one.full_edits, one.said))
        return found

    @property
    def speed(self) -> float:
        """Seconds of computing for a second of speech."""
        return sum(one.decoding_s for one in self.heard) / sum(one.seconds for one in self.heard)


async def measure(settings: Settings, *, quick: bool, every_way: bool = False, every: int = 1) -> Listening:
    """What is said, one clip after the other; with `every` only each so manyth of them."""
    load = os.getloadavg()[0]
    models = speech_models(settings)
    recognizer = Recognizer(models.recognizer, settings.speech_threads)
    full = full_window(models.recognizer, settings.speech_threads)
    heard = [await hear(clip, way, recognizer, full) for clip, way in islice(tasks(quick, every_way), 0, None, every)]
    times = await deviations(recognizer, Synthesizer(models.voice), quick)
    return Listening(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=this_machine(),
        model=settings.whisper_model,
        device=recognizer.device,
        load=(round(load, 1), round(os.getloadavg()[0], 1)),
        quick=quick,
        heard=tuple(heard),
        word_times_ms=tuple(times),
    )


async def invent(settings: Settings, seconds: float) -> Invented:
    """So long a sound without speech through the live path and the full window, faster than it would last."""
    models = speech_models(settings)
    recognizer = Recognizer(models.recognizer, settings.speech_threads)
    full = full_window(models.recognizer, settings.speech_threads)
    minutes: dict[str, float] = {}
    words: dict[str, int] = {}
    full_words: dict[str, int] = {}
    decodes = 0
    for kind, sound in stretches(seconds):
        heard = await listen(sound, recognizer)
        taken = await taken_for_speech(sound) if heard.decodes else []
        minutes[kind] = minutes.get(kind, 0.0) + STRETCH_S / 60
        words[kind] = words.get(kind, 0) + len(heard.words)
        full_words[kind] = full_words.get(kind, 0) + sum(len(full(piece).split()) for piece in taken)
        decodes += heard.decodes
    minutes = {kind: round(m, 1) for kind, m in minutes.items()}
    return Invented(minutes=minutes, words=words, full_words=full_words, decodes=decodes)


def table(result: Listening) -> Table:
    """Goal, Viva, the full window and how they compare."""
    shown = Table(
        title=f"Listening: {result.model} on {result.device}, {result.speed:.2f} s of computing a second of speech"
    )
    for name in ("", "goal", "Viva", "full window", "compared"):
        shown.add_column(name, justify="right" if name else "left")
    for way, (live, full) in result.rates.items():
        goal = "within 0.5 points" if way == "all" else ""
        shown.add_row(f"word error rate, {way} ({live.said} words)", goal, *_rates(live, full))
    shown.add_section()
    full_ms = _median([one.full_final_ms for one in result.heard])
    for name, goal, values in (
        ("end of speech → the final words stand", "≤ 250 ms", [one.stood_ms for one in result.heard]),
        ("end of speech → utterance over", "", [one.ended_ms for one in result.heard]),
        ("end of speech → final text", "", [one.final_ms for one in result.heard]),
        ("utterance over → final text", "≤ 250 ms", [one.final_ms - one.ended_ms for one in result.heard]),
    ):
        theirs = full_ms - _median([one.ended_ms for one in result.heard]) if name.startswith("utterance") else full_ms
        ours = _median(values)
        shown.add_row(f"{name}, median", goal, f"{ours} ms", f"{theirs} ms", f"{theirs / ours:.1f} ×" if ours else "")
    shown.add_section()
    edges = [ms for one in result.heard for ms in (one.first_word_ms, one.last_word_ms) if ms is not None]
    for name, off in (("synthetic words", result.word_times_ms), ("edges of human clips", edges)):
        shown.add_row(
            f"word times, {name}: within {NEAR_MS} ms",
            "all",
            f"{_near(off):.0f} %",
            "",
            f"median {_median([abs(ms) for ms in off])} ms",
        )
    return shown


def table_of_noise(result: Invented) -> Table:
    """By kind of noise."""
    shown = Table(title="Words heard where nobody spoke")
    for name in ("", "minutes", "Viva", "full window"):
        shown.add_column(name, justify="right" if name else "left")
    for kind, count in result.words.items():
        shown.add_row(kind, f"{result.minutes[kind]:.0f}", str(count), str(result.full_words[kind]))
    return shown


def _rates(live: Errors, full: Errors) -> tuple[str, str, str]:
    return f"{live.rate:.1f} %", f"{full.rate:.1f} %", f"{live.rate - full.rate:+.1f} points"


def _median(values: Any) -> int:
    return round(float(np.median(values))) if len(values) else 0


def _near(values: Any) -> float:
    return 100 * float(np.mean(np.abs(values) <= NEAR_MS)) if len(values) else 0.0


def main(
    quick: Annotated[bool, typer.Option("--quick", help="A few clips and two minutes of noise.")] = False,
    every_way: Annotated[bool, typer.Option("--every-way", help="Each clip in every way it can be degraded.")] = False,
    out_dir: Annotated[Path | None, typer.Option("--out", help="A folder for the figures.")] = None,
) -> None:
    """Measure word errors, delays, words' times and invented words."""
    if (load := os.getloadavg()[0]) > 0.5 * this_machine().cores:
        err.print(f"This machine is busy (load {load:.1f}); the times will be worse than it can do.")
    settings = load_settings()
    result = asyncio.run(measure(settings, quick=quick, every_way=every_way))
    out.print(table(result))
    invented = asyncio.run(invent(settings, TRIAL_S if quick else HOUR_S))
    out.print(table_of_noise(invented))
    out.print(f"Load {result.load[0]} before, {result.load[1]} after.")
    folder = out_dir or TREE / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    for name, figures in (("listening", result), ("noise", invented)):
        path = folder / f"{result.date[:10]}-{name}.json"
        path.write_text(figures.model_dump_json(indent=1) + "\n", encoding="utf-8")
        out.print(str(path))


if __name__ == "__main__":
    start(main)
