"""`python -m bench.bargein`: who speaks over a line silences it; a cough, an "mm-hm" or a key press does not.

Sounds are fed on simulated time to the ears and the floor of a live call while the interviewer speaks, and to
livekit-agents' own session with the defaults of `bench.stock`. What the call adds after the floor's word is the frame
under way, 50 ms at most.
"""

import os
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from agent.ears import Ears, SoundsOver, Utterance
from agent.floor import Floor
from bench.entry import start
from bench.hums import hums
from bench.pauses import NOISE, sounds_over
from bench.pipelines import STOCK, VIVA, Pipeline
from bench.stock_session import SETTLE_S, ChargedWhisper, StockSession
from bench.virtual import Inline, charged, play, run
from bench.voices import Sound, Speaker, speakers, trimmed
from interview.events import Line
from interview.model import Frozen
from interview.state import State
from viva.settings import load_settings
from viva.terminal import out
from viva.wiring import SpeechModels, speech_models
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.transcript import Transcript
from voice.turns import UTTERANCE_PAUSE_S, vad

LEAD_S, AFTER_S = 1.0, 2.5
FRAME_S = 0.05
"""Of the call's output: what has been handed over is still heard."""
SAID = (
    "Sorry, can I just add something to that?",
    "Wait, I think you misunderstood me there.",
    "Actually, I would like to start with the data.",
    "Could you repeat the question, please?",
    "Yes, we did that in the second project as well.",
)
LISTENING = ("Okay.", "Right.", "Yeah.")
COUGHS = KEYS = 12
STOCK_EVERY = 2
"""Of the sounds so many go to the stock pipeline as well."""


class Tried(Frozen):
    """One sound over a line."""

    pipeline: Pipeline
    kind: str
    silent_after_ms: int | None
    """From its onset to the interviewer's silence; None when it never fell silent."""
    stopped: bool
    """The line was given up, not only held back for a moment."""


class Result(Frozen):
    """All of it."""

    load_before: float
    tried: tuple[Tried, ...]


class Mouth:
    """An interviewer who speaks, and when it fell silent."""

    def __init__(self) -> None:
        self.sounding = True
        self.silent_at: float | None = None
        self.stopped = False

    def hold_back(self) -> None:
        """The first time counts."""
        self.silent_at = time.time() if self.silent_at is None else self.silent_at

    def go_on(self) -> None:
        """Of no interest here."""

    def give_way(self) -> None:
        """For good."""
        self.hold_back()
        self.stopped = True


def measure(models: SpeechModels, threads: int, quick: bool = False) -> Result:
    """Every sound on its own."""
    load = os.getloadavg()[0]
    recognizer, whisper = Recognizer(models.recognizer, threads), ChargedWhisper(models, threads)
    sounds = _sounds(speakers(models.voice))[:: 8 if quick else 1]
    ours = run(partial(_try, recognizer, sounds_over(models), sounds))
    return Result(load_before=load, tried=(*ours, *run(partial(_try_stock, whisper, sounds[::STOCK_EVERY]))))


def _sounds(voices: Sequence[Speaker]) -> list[tuple[str, Sound]]:
    dice = np.random.default_rng(0)
    said = [("speech", trimmed(voice.speak(text))) for voice in voices for text in SAID]
    listening = [trimmed(voice.speak(text)) for voice in voices for text in LISTENING]
    shown = [("mm-hm", sound) for sound in (*hums(dice), *listening)]
    coughs = [("cough", _burst(dice, seconds=0.28, falls_s=0.09, level=0.15)) for _ in range(COUGHS)]
    keys = [("key press", _burst(dice, seconds=0.03, falls_s=0.006, level=0.1)) for _ in range(KEYS)]
    return [*said, *shown, *coughs, *keys]


def _burst(dice: np.random.Generator, *, seconds: float, falls_s: float, level: float) -> Sound:
    """Noise that sets in at once and dies away."""
    ticks = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    burst: Sound = (dice.standard_normal(len(ticks)) * np.exp(-ticks / falls_s) * level).astype(np.float32)
    return burst


async def _try(recognizer: Recognizer, ear: SoundsOver, sounds: Sequence[tuple[str, Sound]]) -> tuple[Tried, ...]:
    state = State(stage="listening", question=Line(text="", kind="prompt"))

    async def decode(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        return await charged(partial(recognizer.decode, pcm, prompt, urgent, draft))

    async def heard(_utterance: Utterance) -> None:
        """What was said is of no interest."""

    def nothing(*_: object) -> None:
        """Nor when turns end."""

    tried = []
    for kind, sound in sounds:
        mouth = Mouth()
        floor = Floor(lambda: state, partial(_same, mouth), heard, nothing, nothing)
        stream = Ears(decode, vad(UTTERANCE_PAUSE_S, Inline()), ear, floor).stream()
        began = time.time()
        try:
            await play(_in_a_room(sound), stream.push_frame)
        finally:
            await stream.aclose()
        silent = _after_ms(mouth.silent_at, began)
        tried.append(Tried(pipeline=VIVA, kind=kind, silent_after_ms=silent, stopped=mouth.stopped))
    return tuple(tried)


async def _try_stock(whisper: ChargedWhisper, sounds: Sequence[tuple[str, Sound]]) -> tuple[Tried, ...]:
    tried = []
    async with StockSession.open(whisper) as session:
        await session.begin()
        await session.hear(np.zeros(round(SETTLE_S * RATE_HZ), np.float32))
        for kind, sound in sounds:
            await session.begin()
            began = time.time()
            noticed = await session.hear(_in_a_room(sound))
            silent = _after_ms(noticed.silent_at, began)
            tried.append(Tried(pipeline=STOCK, kind=kind, silent_after_ms=silent, stopped=noticed.stopped))
    return tuple(tried)


def _after_ms(silent_at: float | None, began: float) -> int | None:
    return None if silent_at is None else round(1000 * (silent_at - began - LEAD_S + FRAME_S))


def _same(mouth: Mouth) -> Mouth:
    return mouth


def _in_a_room(sound: Sound) -> Sound:
    whole = np.pad(sound, (round(LEAD_S * RATE_HZ), round(AFTER_S * RATE_HZ)))
    return whole + (np.random.default_rng(1).standard_normal(len(whole)) * NOISE).astype(np.float32)


def table(result: Result) -> Table:
    """By pipeline and kind of sound."""
    shown = Table(title="Over the interviewer's line", title_justify="left")
    for name in ("", "sound", "times", "silent after, median", "held back", "stopped"):
        shown.add_column(name, justify="right")
    for pipeline, kind in dict.fromkeys((tried.pipeline, tried.kind) for tried in result.tried):
        rows = [tried for tried in result.tried if (tried.pipeline, tried.kind) == (pipeline, kind)]
        after = [tried.silent_after_ms for tried in rows if tried.silent_after_ms is not None]
        median = f"{np.median(after):.0f} ms" if after else "–"
        stopped = sum(tried.stopped for tried in rows)
        shown.add_row(pipeline, kind, str(len(rows)), median, str(len(after)), str(stopped))
    return shown


def main(
    quick: Annotated[bool, typer.Option("--quick", help="Every eighth sound.")] = False,
    out_file: Annotated[Path | None, typer.Option("--out", help="Where the figures are written as JSON.")] = None,
) -> None:
    """Measure how soon the interviewer gives way, and to what."""
    settings = load_settings()
    result = measure(speech_models(settings), settings.speech_threads, quick)
    out.print(table(result))
    if out_file is not None:
        out_file.write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    start(main)
