"""`python -m bench.silences`: what the interviewer knows at each silence, kept in a file; patience is tried on that.

Hearing the answers takes minutes. Deciding on what was heard takes none, so constants of `voice.patience` and
`voice.cues` are found here, on answers of their own (`--tuning`), and measured by `bench.pauses`.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from agent.ears import LOOKS_S
from bench.entry import start
from bench.pauses import AFTER_S, DATA, GOALS, Take, Viva, takes
from bench.virtual import run
from interview.model import Frozen
from viva.settings import load_settings
from viva.terminal import out
from viva.wiring import SpeechModels, speech_models
from voice.patience import Silence, patience_s

TUNING = DATA.with_name("pauses-tuning.yaml")
UNDECIDED_S = AFTER_S - 0.5
"""While it is being found out what is known, no pause is cut into and every answer ends."""


class Met(Frozen):
    """A silence that the floor was asked about."""

    speaker: str
    lasts_s: float | None
    """How long a pause to think is; None at the end of an answer."""
    known_after_s: tuple[float, ...]
    """From the last sound on, by look: when all was known that decides."""
    said: str
    sounded_over: tuple[float | None, ...]
    """By look."""
    typical_words: int
    own_pauses_s: tuple[float, ...]

    def taken_s(self, let_be: Callable[[Silence], float]) -> float:
        """When the turn is taken with that patience, as `agent.ears` decides it."""
        looks = [let_be(Silence(self.said, over, self.typical_words, self.own_pauses_s)) for over in self.sounded_over]
        place = 0 if looks[0] <= LOOKS_S[1] else len(looks) - 1
        return max(self.known_after_s[place], looks[place])


class Silences(Frozen):
    """The file."""

    met: tuple[Met, ...]


class _Noting(Viva):
    """Lets every silence be and notes it."""

    def __init__(self, models: SpeechModels, threads: int) -> None:
        super().__init__(models, threads, self._note)
        self._asked: list[tuple[float, Silence]] = []

    async def note(self, take: Take) -> list[Met]:
        """The silences of one answer."""
        self._asked, began = [], time.time()
        await self.hold(take)
        spans: list[tuple[float, float | None]] = [(begins, length) for begins, length, _ in take.pauses]
        spans.append((take.ends_s, None))
        asked = [(at - began, silence) for at, silence in self._asked]
        found = [_met(take.speaker, begins, lasts_s, asked) for begins, lasts_s in spans]
        return [met for met in found if met is not None]

    def _note(self, silence: Silence) -> float:
        self._asked.append((time.time(), silence))
        return UNDECIDED_S


def _met(speaker: str, begins: float, lasts_s: float | None, asked: Sequence[tuple[float, Silence]]) -> Met | None:
    """None for a silence that was too short to be asked about."""
    looks = [(at, silence) for at, silence in asked if begins <= at and (lasts_s is None or at < begins + lasts_s)]
    if not looks:
        return None
    first = looks[0][1]
    return Met(
        speaker=speaker,
        lasts_s=lasts_s,
        known_after_s=tuple(round(at - begins, 3) for at, _ in looks),
        said=first.said,
        sounded_over=tuple(None if each.sounded_over is None else round(each.sounded_over, 3) for _, each in looks),
        typical_words=first.typical_words,
        own_pauses_s=tuple(round(pause_s, 2) for pause_s in first.own_pauses_s),
    )


def record(data: Path) -> Silences:
    """Every answer of the data, by two voices each."""
    settings = load_settings()
    models = speech_models(settings)
    listener, played = _Noting(models, settings.speech_threads), takes(data, models.voice)
    return Silences(met=tuple(run(partial(_listen, listener, played))))


async def _listen(listener: _Noting, takes: Sequence[Take]) -> list[Met]:
    return [met for each in takes for met in await listener.note(each)]


def tried(met: Sequence[Met], let_be: Callable[[Silence], float] = patience_s) -> list[str]:
    """What this patience would come to: cut-ins beside their goals, then when the ends are taken."""
    taken = [(each, each.taken_s(let_be)) for each in met]
    lines = []
    for within_s, goal in GOALS.items():
        long = [after for each, after in taken if each.lasts_s is not None and each.lasts_s >= within_s]
        cut = sum(after < within_s for after in long)
        lines.append(f"within {within_s:.0f} s: {cut} of {len(long)}, {cut / max(1, len(long)):.1%} (≤ {goal:.0%})")
    ends = [after for each, after in taken if each.lasts_s is None]
    shares = np.percentile(ends, [50, 75, 90, 95])
    lines.append(f"{len(ends)} ends taken after {', '.join(f'{s:.2f} s' for s in shares)} (50, 75, 90, 95 %)")
    return lines


def main(
    file: Annotated[Path, typer.Argument(help="What was heard; it is made where it is missing.")],
    tuning: Annotated[bool, typer.Option("--tuning", help="The answers for tuning, not those for measuring.")] = False,
) -> None:
    """Try the interviewer's patience on silences that were heard once."""
    if not file.exists():
        file.write_text(record(TUNING if tuning else DATA).model_dump_json(indent=1) + "\n", encoding="utf-8")
    for line in tried(Silences.model_validate_json(file.read_text(encoding="utf-8")).met):
        out.print(line)


if __name__ == "__main__":
    start(main)
