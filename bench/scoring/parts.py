"""The measurements of scoring, part by part, each with its goals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench import hostile, killed
from bench.scoring import goals, time
from bench.scoring.evidence import Attached, attached
from bench.scoring.flags import Flags, flags, reading_flags
from bench.scoring.goals import Goal
from bench.scoring.measures import Desk, Moved, People, Steered, Told, hesitating, people, steered, told_apart
from interview.model import Frozen
from scoring.calibrating.calibration import Calibration
from scoring.calibrating.graded import GradedFile
from scoring.meaning import Meaning
from scoring.reading.reader import Reader
from viva.settings import Settings
from viva.terminal import Steps


@dataclass(frozen=True)
class Given:
    """What parts are measured with."""

    settings: Settings
    file: GradedFile | None
    """Answers that people graded."""
    reader: Reader | None
    """None: no language model."""
    meaning: Meaning | None
    by: Calibration
    show: Steps

    @property
    def desk(self) -> Desk:
        """Where answers are judged."""
        return Desk(self.reader, self.meaning, self.by)


@dataclass(frozen=True)
class Part:
    """One measurement."""

    model: type[Frozen]
    goals: Sequence[Goal[Any]]
    measure: Callable[[Given], Frozen | None]
    """None: it cannot be measured with what there is."""
    grades: bool = True
    """Whether its figures depend on the language model, prompts and constants."""


def _people(given: Given) -> People | None:
    return people(given.file, given.reader, given.meaning, given.by) if given.file else None


def _interview(given: Given) -> time.Timed | None:
    return time.measure(given.settings, given.show) if given.reader else None


def _flags(given: Given) -> Flags | None:
    return flags(Desk(reading_flags(given.reader), given.meaning, given.by)) if given.reader else None


def _killed(given: Given) -> killed.Result:
    return killed.measure(given.settings, tell=lambda done: given.show.at(f"killed: {done}", done / killed.KILLS))


PARTS: Mapping[str, Part] = {
    "people": Part(People, goals.PEOPLE, _people),
    "told": Part(Told, goals.TOLD, lambda given: told_apart(given.desk)),
    "steered": Part(Steered, goals.STEERED, lambda given: steered(given.desk)),
    "disfluency": Part(Moved, goals.DISFLUENCY, lambda given: hesitating(given.desk)),
    "evidence": Part(Attached, goals.EVIDENCE, lambda given: attached(given.desk)),
    "flags": Part(Flags, goals.FLAGS, _flags),
    "interview": Part(time.Timed, goals.INTERVIEW, _interview),
    "hostile": Part(hostile.Result, goals.HOSTILE, lambda _: hostile.measure(), grades=False),
    "killed": Part(killed.Result, goals.KILLED, _killed, grades=False),
}
QUICK = ("people", "told", "steered", "disfluency", "evidence")
"""What is measured without the language model in a minute or two."""
