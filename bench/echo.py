"""`python -m bench.echo`: the interviewer's own voice in the candidate's microphone must neither stop it nor be heard.

Lines of all interviews in the interviewer's voice come back through a loudspeaker and a room, weaker by 10 to 30 dB and
late by 20 to 250 ms, a little differently for each line; the candidate is silent. They are fed on simulated time to the
ears and the floor of a live call and, every fourth line, to those without the echo guard and to livekit-agents' own
session with the defaults of `bench.stock`.
"""

import os
import random
import time
from collections.abc import Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from agent.ears import Ears, SoundsOver, Utterance
from agent.floor import Floor
from bench.entry import start
from bench.pauses import NOISE, sounds_over
from bench.pipelines import STOCK, VIVA, Pipeline
from bench.stock_session import SETTLE_S, ChargedWhisper, StockSession
from bench.virtual import FRAME, Inline, play, run
from bench.voices import Sound
from interview.events import Line
from interview.model import Frozen
from interview.spec import Spec
from interview.state import State
from viva.settings import Settings, load_settings
from viva.terminal import out
from viva.wiring import catalogue, speech_models
from voice.echo import BLOCK, EchoCanceller
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.transcript import Transcript
from voice.tts import Synthesizer
from voice.turns import UTTERANCE_PAUSE_S, vad

LEVELS_DB = (-10, -20, -30)
TURNS = 102
QUICK_TURNS = 6
BESIDE_EVERY = 4
"""Of the lines so many go to what is shown beside the guard."""
LONGEST_S = 4.0
"""Of a line so much is played."""
GAP_S = 1.5
"""Silence between two lines."""
DELAYS_S = (0.02, 0.25)
SHIFT_S = 0.02
"""Buffers on the way shift the echo of each line by up to so much against the one before."""
REVERBERATION_S = 0.3
"""Time in which the room's sound falls by 60 dB: a furnished office."""


class Measured(Frozen):
    """One level, with the guard or without."""

    pipeline: Pipeline
    level_db: int
    guarded: bool
    turns: int
    held_back: int
    """Lines that fell silent for a moment."""
    stopped: int
    """Lines that gave way for good."""
    words: int
    """Words that were heard as the candidate's."""


class Result(Frozen):
    """All of it."""

    load_before: float
    measured: tuple[Measured, ...]
    guard_share_of_a_core: float
    """Processor time of the guard, of the sound's duration."""


class Mouth:
    """An interviewer who speaks all the time, and who stops it."""

    sounding = True

    def __init__(self) -> None:
        self.held_back = self.stopped = False

    def hold_back(self) -> None:
        """Noted."""
        self.held_back = True

    def go_on(self) -> None:
        """Of no interest here."""

    def give_way(self) -> None:
        """Noted."""
        self.stopped = True


def measure(settings: Settings, quick: bool = False) -> Result:
    """Every level, with and without the guard, on the same sound."""
    load = os.getloadavg()[0]
    models = speech_models(settings)
    recognizer, voice = Recognizer(models.recognizer, settings.speech_threads), Synthesizer(models.voice)
    whisper = ChargedWhisper(models, settings.speech_threads)
    ear = sounds_over(models)
    turns = QUICK_TURNS if quick else TURNS
    texts = list(islice(cycle(_texts(settings)), turns // len(LEVELS_DB)))
    said = [_line(voice, text) for text in texts]
    measured: list[Measured] = []
    spent = heard_s = 0.0
    for level in LEVELS_DB:
        echoes = [_echo(line, level, random.Random(place)) for place, line in enumerate(said)]
        began = time.process_time()
        canceller = EchoCanceller()
        cleaned = [_cleaned(canceller, echo, line) for echo, line in zip(echoes, said, strict=True)]
        spent += time.process_time() - began
        heard_s += sum(len(echo) for echo in echoes) / RATE_HZ
        for guarded, sounds in ((True, cleaned), (False, echoes[::BESIDE_EVERY])):
            measured.append(run(partial(_listen, recognizer, ear, level, guarded, sounds)))
        measured.append(run(partial(_listen_as_stock, whisper, level, echoes[::BESIDE_EVERY])))
    return Result(load_before=load, measured=tuple(measured), guard_share_of_a_core=round(spent / heard_s, 4))


def _texts(settings: Settings) -> list[str]:
    interviews: list[Spec] = [catalogue(settings).spec(name) for name in catalogue(settings).spec_names]
    return [section.prompt.aloud for spec in interviews for section in spec.sections if section.prompt.aloud]


def _line(voice: Synthesizer, text: str) -> Sound:
    speech = voice.speak(text)
    ticks = np.arange(0, len(speech.pcm), speech.rate_hz / RATE_HZ)
    sound = np.interp(ticks, np.arange(len(speech.pcm)), speech.pcm / 32768.0).astype(np.float32)
    gap = np.zeros(round(GAP_S * RATE_HZ), np.float32)
    whole = np.concatenate([sound[: round(LONGEST_S * RATE_HZ)], gap])
    padded: Sound = np.pad(whole, (0, -len(whole) % (BLOCK * FRAME)))[: len(whole) // BLOCK * BLOCK]
    return padded


def _echo(line: Sound, level_db: int, dice: random.Random) -> Sound:
    """As the microphone gets it: later, softer, with the room's tail and its noise."""
    noise = np.random.default_rng(dice.randrange(2**32))
    length = round(REVERBERATION_S * RATE_HZ)
    tail = np.random.default_rng(0).standard_normal(length) * 10 ** (-3 * np.arange(length) / length) * 0.3
    tail[0] = 1.0
    tail /= np.sqrt(np.sum(np.square(tail)))
    size = 2 ** int(np.ceil(np.log2(len(line) + length)))
    heard = np.fft.irfft(np.fft.rfft(line, size) * np.fft.rfft(tail, size))[: len(line)] * 10 ** (level_db / 20)
    base_s = DELAYS_S[0] + (DELAYS_S[1] - DELAYS_S[0]) * LEVELS_DB.index(level_db) / (len(LEVELS_DB) - 1)
    late = round(min(DELAYS_S[1], base_s + dice.uniform(0, SHIFT_S)) * RATE_HZ)
    echo: Sound = np.concatenate([np.zeros(late), heard])[: len(line)].astype(np.float32)
    return echo + (noise.standard_normal(len(echo)) * NOISE).astype(np.float32)


def _cleaned(canceller: EchoCanceller, echo: Sound, line: Sound) -> Sound:
    blocks = range(0, len(echo), BLOCK)
    return np.concatenate([canceller.clean(echo[at : at + BLOCK], line[at : at + BLOCK]) for at in blocks])


async def _listen(
    recognizer: Recognizer, ear: SoundsOver, level_db: int, guarded: bool, sounds: Sequence[Sound]
) -> Measured:
    held_back = stopped = 0
    state = State(stage="listening", question=Line(text="", kind="prompt"))
    heard: list[str] = []

    async def keep(utterance: Utterance) -> None:
        heard.extend(utterance.text.split())

    async def decode(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        return recognizer.decode(pcm, prompt, urgent, draft)

    def the_state() -> State:
        return state

    def nothing(*_: object) -> None:
        """What is said and when turns end is of no interest."""

    for sound in sounds:
        mouth = Mouth()
        floor = Floor(the_state, partial(_same, mouth), keep, nothing, nothing)
        stream = Ears(decode, vad(UTTERANCE_PAUSE_S, Inline()), ear, floor).stream()
        try:
            await play(sound, stream.push_frame)
        finally:
            await stream.aclose()
        held_back += mouth.held_back
        stopped += mouth.stopped
    return Measured(
        pipeline=VIVA, level_db=level_db, guarded=guarded, turns=len(sounds), held_back=held_back, stopped=stopped,
        words=len(heard),
    )  # fmt: skip


async def _listen_as_stock(whisper: ChargedWhisper, level_db: int, sounds: Sequence[Sound]) -> Measured:
    async with StockSession.open(whisper) as session:
        await session.begin()
        await session.hear(np.zeros(round(SETTLE_S * RATE_HZ), np.float32))
        noticed = []
        for sound in sounds:
            await session.begin()
            noticed.append(await session.hear(sound))
    return Measured(
        pipeline=STOCK,
        level_db=level_db,
        guarded=False,
        turns=len(sounds),
        held_back=sum(each.silent_at is not None for each in noticed),
        stopped=sum(each.stopped for each in noticed),
        words=sum(each.words for each in noticed),
    )


def _same(mouth: Mouth) -> Mouth:
    return mouth


def table(result: Result) -> Table:
    """With the guard, without it, and the stock pipeline."""
    shown = Table(title="The interviewer's echo in the candidate's microphone", title_justify="left")
    for name in ("", "level", "lines", "guard", "held back", "stopped", "echo words"):
        shown.add_column(name, justify="right")
    for row in result.measured:
        counts = (str(count) for count in (row.held_back, row.stopped, row.words))
        shown.add_row(row.pipeline, f"{row.level_db} dB", str(row.turns), "yes" if row.guarded else "no", *counts)
    return shown


def main(
    quick: Annotated[bool, typer.Option("--quick", help="Two lines a level.")] = False,
    out_file: Annotated[Path | None, typer.Option("--out", help="Where the figures are written as JSON.")] = None,
) -> None:
    """Measure whether the interviewer's own echo stops it or is heard as words."""
    result = measure(load_settings(), quick)
    out.print(table(result))
    out.print(f"The guard takes {result.guard_share_of_a_core:.1%} of a core.")
    if out_file is not None:
        out_file.write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    start(main)
