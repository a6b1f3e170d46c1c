"""`python -m bench.pauses`: how often a pause to think is taken for the end of an answer, and how long true ends wait.

Answers with marked pauses are spoken by six synthetic voices and fed, frame by frame on simulated time, to the ears and
the floor of a live call with their real models, and to livekit-agents' own session with the defaults of `bench.stock`.
What computing takes is charged to the simulated clock.
"""

import os
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.table import Table

from agent.ears import Ears, SoundsOver, Utterance
from agent.floor import Floor
from bench.entry import start
from bench.pipelines import BOTH, STOCK, VIVA, Pipeline
from bench.stock_session import ChargedWhisper, StockSession
from bench.virtual import Inline, charged, play, run
from bench.voices import Sound, Speaker, speakers, spoken
from interview.events import Line
from interview.loading import parse
from interview.model import Frozen
from interview.state import State
from viva.catalogue import read_yaml
from viva.settings import load_settings
from viva.terminal import out
from viva.wiring import SpeechModels, speech_models
from voice.patience import Silence, patience_s
from voice.streaming import RATE_HZ
from voice.stt import Recognizer
from voice.transcript import Transcript
from voice.turns import UTTERANCE_PAUSE_S, EndOfTurn, vad

DATA = Path(__file__).parent / "data" / "pauses.yaml"
LENGTHS_S = (1.0, 2.0, 3.0)
GOALS = {1.0: 0.02, 2.0: 0.05, 3.0: 0.10}
"""The share of pauses of at least so long that may be cut into before so much of them has passed."""
AFTER_S = 6.0
"""Silence after an answer; whoever has not taken the turn by then has missed it."""
LEAD_S = 0.5
NOISE = 0.0004
"""RMS of the room between the words, as the synthetic caller's."""
ENOUGH, TRIAL = 46, 2
"""Takes of the 88: every answer by one voice and two more, so that 100 pauses are among them, and a trial's."""
STOCK_EVERY = 5
"""Where not all are taken, every fifth one is enough for the stock pipeline, which cuts into a third of the pauses. The
voices take turns, so this shares no factor with their number: each is heard by both."""
CONTEXT_CHARS = 200


class Answer(Frozen):
    """One line of the data."""

    say: str
    brief: bool = False


class Answers(Frozen):
    """`bench/data/pauses.yaml`."""

    answers: tuple[Answer, ...]


class Pause(Frozen):
    """One pause inside an answer."""

    before: str
    """The last words before it."""
    length_s: float
    cut_after_s: float | None
    """When the turn was taken, from its beginning; None when it was not."""


class Held(Frozen):
    """One answer, listened to by one pipeline."""

    pipeline: Pipeline
    speaker: str
    words: int
    pauses: tuple[Pause, ...]
    ended_after_s: float | None
    """From the last sound to the turn's end; None when it was missed, or was told only before."""


class Share(Frozen):
    """Cut-ins within the first so many seconds of the pauses that are at least so long."""

    within_s: float
    pauses: int
    cut: int
    goal: float


class Figures(Frozen):
    """Of one pipeline."""

    pipeline: Pipeline
    shares: tuple[Share, ...]
    ends: int
    missed: int
    median_end_ms: int
    p95_end_ms: int


class Result(Frozen):
    """All of it."""

    load_before: float
    figures: tuple[Figures, ...]
    answers: tuple[Held, ...]


@dataclass
class Take:
    """An answer as it is played: sound, and where in it the pauses lie (s)."""

    speaker: str
    answer: Answer
    sound: Sound
    pauses: list[tuple[float, float, str]]
    """Beginning, length, and the words before."""
    ends_s: float


def take(answer: Answer, speaker: Speaker, dice: random.Random) -> Take:
    """The answer with its pauses, whose lengths are drawn, and a quiet room around it."""
    what = spoken(answer.say, speaker)
    pieces, pauses, upto, at = [_silence(LEAD_S)], [], 0, LEAD_S
    befores = [part.strip() for part in answer.say.split("|")]
    for place, sample in enumerate(what.pauses):
        pieces.append(what.pcm[upto:sample])
        at += (sample - upto) / RATE_HZ
        length = dice.choice(LENGTHS_S)
        pauses.append((at, length, " ".join(befores[min(place, len(befores) - 1)].split()[-4:])))
        pieces.append(_silence(length))
        at, upto = at + length, sample
    pieces += [what.pcm[upto:], _silence(AFTER_S)]
    sound = np.concatenate(pieces)
    noise = np.random.default_rng(0).standard_normal(len(sound)).astype(np.float32) * NOISE
    return Take(speaker.name, answer, sound + noise, pauses, len(sound) / RATE_HZ - AFTER_S)


def dealt(data: Path, voices: Sequence[Speaker], first: int | None) -> list[tuple[Answer, Speaker, random.Random]]:
    """Every answer of the data to two voices each, or the first so many of those; the same on every machine."""
    answers = parse(Answers, read_yaml(data), str(data)).answers
    chosen = [
        (answer, voices[(place + turn) % len(voices)], random.Random(f"{turn} {place}"))
        for turn in (0, len(voices) // 2)
        for place, answer in enumerate(answers)
    ]
    return chosen[:first]


def takes(data: Path, piper: Path, first: int | None = None) -> list[Take]:
    """What was dealt, spoken."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda each: take(*each), dealt(data, speakers(piper), first)))


def every(pipeline: Pipeline, first: int | None) -> int:
    """Of so many takes each so manyth is listened to."""
    return STOCK_EVERY if pipeline == STOCK and first is not None else 1


def _silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE_HZ), np.float32)


class Mouth:
    """An interviewer who begins to speak when the turn is over, and goes on for a while."""

    def __init__(self) -> None:
        self._speaks_until = 0.0

    def speak(self) -> None:
        """For as long as a pause lasts."""
        self._speaks_until = time.time() + max(LENGTHS_S)

    @property
    def sounding(self) -> bool:
        """Whether it speaks."""
        return time.time() < self._speaks_until

    def hold_back(self) -> None:
        """Nothing to hold back."""

    def go_on(self) -> None:
        """Nothing to go on with."""

    def give_way(self) -> None:
        """Nothing to end."""


def sounds_over(models: SpeechModels) -> SoundsOver:
    """The end-of-turn model, whose computing is charged to the simulated clock."""
    model = EndOfTurn(models.end_of_turn)

    async def probability(recent: NDArray[np.int16]) -> float:
        return await charged(lambda: model.probability(recent))

    return probability


class Viva:
    """The ears and the floor of a live call; what a speaker's floor has learned of them stays."""

    pipeline = VIVA

    def __init__(self, models: SpeechModels, threads: int, let_be: Callable[[Silence], float] = patience_s) -> None:
        self._let_be = let_be
        self._recognizer = Recognizer(models.recognizer, threads)
        self._sounds_over = sounds_over(models)
        self._floors: dict[str, Floor] = {}
        self._mouth = Mouth()
        self._state = State()
        self._over: list[float] = []

    async def hold(self, take: Take) -> list[float]:
        """When it took the turn, s from the take's beginning."""
        question = Line(text="", kind="follow_up", brief_answer=take.answer.brief)
        self._mouth = Mouth()
        self._state, self._over = State(stage="listening", question=question), []
        floor = self._floors.setdefault(
            take.speaker,
            Floor(
                lambda: self._state,
                lambda: self._mouth,
                self._heard,
                lambda *_: None,
                self._turn_over,
                self._let_be,
            ),
        )
        ears = Ears(self._decode, vad(UTTERANCE_PAUSE_S, Inline()), self._sounds_over, floor)
        stream = ears.stream()
        began = time.time()
        try:
            await play(take.sound, stream.push_frame)
        finally:
            await stream.aclose()
        return [at - began for at in self._over]

    async def _heard(self, utterance: Utterance) -> None:
        self._state = self._state.model_copy(update={"turn": f"{self._state.turn} {utterance.text}".strip()})

    def _turn_over(self) -> None:
        """As the engine has it: what is said after this joins the answer."""
        self._over.append(time.time())
        self._mouth.speak()
        answer = f"{self._state.answer} {self._state.turn}".strip()
        self._state = self._state.model_copy(update={"turn": "", "answer": answer})

    async def _decode(self, pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        context = f"{self._state.turn} {prompt}".strip()[-CONTEXT_CHARS:]
        return await charged(lambda: self._recognizer.decode(pcm, context, urgent, draft))


class Stock:
    """livekit-agents' session as `bench.stock` sets it up."""

    pipeline = STOCK

    def __init__(self, models: SpeechModels, threads: int) -> None:
        self._whisper = ChargedWhisper(models, threads)

    async def hold(self, take: Take) -> list[float]:
        """When it took the turn, s from the take's beginning."""
        async with StockSession.open(self._whisper) as session:
            began = time.time()
            noticed = await session.hear(take.sound)
        return [at - began for at in noticed.turns]


def judged(take: Take, pipeline: Pipeline, over: list[float]) -> Held:
    """What taking the turn at these moments comes to. A pause already cut into is not counted twice."""
    pauses = []
    for begins, length, before in take.pauses:
        cut = next((at - begins for at in over if begins <= at < begins + length), None)
        pauses.append(Pause(before=before, length_s=length, cut_after_s=None if cut is None else round(cut, 2)))
    end = next((at - take.ends_s for at in over if at >= take.ends_s), None)
    words = len(take.answer.say.replace("|", "").split())
    ended = None if end is None else round(end, 3)
    return Held(pipeline=pipeline, speaker=take.speaker, words=words, pauses=tuple(pauses), ended_after_s=ended)


def figures(pipeline: Pipeline, held: Sequence[Held]) -> Figures:
    """Of the answers that this pipeline listened to."""
    mine = [answer for answer in held if answer.pipeline == pipeline]
    pauses = [pause for answer in mine for pause in answer.pauses]
    shares = []
    for within_s, goal in GOALS.items():
        long = [pause for pause in pauses if pause.length_s >= within_s]
        cut = sum(pause.cut_after_s is not None and pause.cut_after_s < within_s for pause in long)
        shares.append(Share(within_s=within_s, pauses=len(long), cut=cut, goal=goal))
    ends = [answer.ended_after_s for answer in mine if answer.ended_after_s is not None]
    return Figures(
        pipeline=pipeline,
        shares=tuple(shares),
        ends=len(ends),
        missed=len(mine) - len(ends),
        median_end_ms=round(1000 * float(np.median(ends))) if ends else 0,
        p95_end_ms=round(1000 * float(np.percentile(ends, 95))) if ends else 0,
    )


def measure(models: SpeechModels, threads: int, first: int | None, pipelines: Sequence[Pipeline] = BOTH) -> Result:
    """Both pipelines on the same takes, all of them or the first so many."""
    load = os.getloadavg()[0]
    played = takes(DATA, models.voice, first)
    held: list[Held] = []
    for made in (Viva, Stock):
        if made.pipeline in pipelines:
            listener: Viva | Stock = made(models, threads)
            held += run(partial(_listen, listener, played[:: every(made.pipeline, first)]))
    return Result(load_before=load, figures=tuple(figures(name, held) for name in pipelines), answers=tuple(held))


async def _listen(listener: Viva | Stock, takes: Sequence[Take]) -> list[Held]:
    return [judged(each, listener.pipeline, await listener.hold(each)) for each in takes]


def table(result: Result) -> Table:
    """Goals and figures."""
    shown = Table(title="Pauses taken for the end of an answer", title_justify="left")
    shown.add_column("")
    for name in ("goal", *(figures.pipeline for figures in result.figures)):
        shown.add_column(name, justify="right")
    for place, (within_s, goal) in enumerate(GOALS.items()):
        cells = [f"{share.cut} of {share.pauses}" for share in (figures.shares[place] for figures in result.figures)]
        shown.add_row(f"within {within_s:.0f} s", f"≤ {goal:.0%}", *cells)
    shown.add_row("true ends, median", "", *(f"{figures.median_end_ms} ms" for figures in result.figures))
    shown.add_row("true ends, p95", "", *(f"{figures.p95_end_ms} ms" for figures in result.figures))
    return shown


def main(
    quick: Annotated[bool, typer.Option("--quick", help="Two answers.")] = False,
    only: Annotated[str | None, typer.Option("--only", help="One pipeline: Viva or stock.")] = None,
    out_file: Annotated[Path | None, typer.Option("--out", help="Where the figures are written as JSON.")] = None,
) -> None:
    """Measure how often a pause to think is taken for the end of an answer."""
    settings = load_settings()
    pipelines = tuple(name for name in BOTH if only is None or only.lower() in name.lower())
    result = measure(speech_models(settings), settings.speech_threads, TRIAL if quick else None, pipelines)
    out.print(table(result))
    if out_file is not None:
        out_file.write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    start(main)
