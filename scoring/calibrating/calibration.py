"""The constants that join a grade's parts and map them to the scale, and what they were fitted on.

They come from answers that people graded. `viva calibrate --fit` makes such a file; the shipped one says in its
provenance where it comes from.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from interview.model import Frozen
from scoring.errors import CalibrationBroken

SHIPPED = Path(__file__).parent.parent / "calibrations" / "shipped.json"
LARGEST_Z = 3.0
"""A standardized part counts as far as this: beyond it one part would outvote the others."""
HIGHEST_BASE = 2.0
"""An answer that makes no point gets no more than this, of 5. Of 575 answers that people graded the cap holds down
sixteen, to which they gave 4.0 on average: they say in words of their own what the points say. At 1 it would hold down
sixty and cost .015 of r. Answers off their topic lie below 1.5 before any cap."""


class Scale(Frozen):
    """How a part's values lie, over the answers fitted on."""

    mean: float
    sd: float = Field(gt=0)

    def z(self, value: float) -> float:
        """The value standardized, cut at LARGEST_Z."""
        return max(-LARGEST_Z, min(LARGEST_Z, (value - self.mean) / self.sd))


class Provenance(Frozen):
    """What a calibration was fitted on, and with what."""

    data: str
    """The file's name."""
    data_sha256: str
    """Of the answers fitted on and their grades, whatever their order."""
    rows: int
    """Answers fitted on."""
    questions: int
    date: str
    """UTC."""
    spec: str = ""
    """Name and version of the interview whose answers they are; empty: none in particular."""
    prompts: dict[str, str]
    """The prompts' hashes by name."""
    model: str | None
    """None: fitted without a language model."""
    meaning: str | None
    """The embedding model; None: fitted without."""
    answers: tuple[str, ...] = ()
    """Digests of the answers, so that none of them is taken for a fresh one …"""
    asked: tuple[str, ...] = ()
    """… and of their questions, to which no answer is."""
    note: str = ""


class Check(Frozen):
    """How grades by a calibration's constants agreed with people's on answers that it was not fitted on."""

    data: str
    """The file's name."""
    data_sha256: str
    answers: int
    """With a grade."""
    questions: int
    date: str
    """UTC."""
    pearson: float
    kappa: float
    error: float
    """The mean distance, of 5."""
    calibrated: bool
    """By the gate of that day."""


class Calibration(Frozen):
    """All constants of the grade."""

    provenance: Provenance
    check: Check | None = None
    """On fresh answers, by the same instrument; None: there was none, or the file is from before they were kept."""
    asks: tuple[Scale, ...]
    """Of the expected grade, by wording of the prompt; empty: fitted without a model."""
    points: Scale | None
    correct: Scale | None = None
    """Of how correct an answer's sentences are; None: fitted without a model, or before this part was."""
    overlap: Scale | None
    """Of overlap by meaning; None: fitted without the embedding model."""
    overlap_words: Scale
    """Of overlap by words alone."""
    intercept: float
    """Where the grade of an answer whose parts are all usual lies between 0 and 5, in log odds …"""
    slope: float
    """… and how much higher for each standard deviation of the joined parts. In log odds, so that a better answer has a
    better grade all the way up: cut off at 5 instead, all good answers would have the same."""
    alone_intercept: float
    """The same where overlap is all there is."""
    alone_slope: float
    cap_base: float = Field(ge=0, le=HIGHEST_BASE)
    """The highest grade, of 5, of an answer that makes none of its points …"""
    cap_slope: float
    """… and how much higher it is for one that makes them all."""
    error: float | None = None
    """How far grades lie from people's on average, of 5, by constants that never saw the question; None: unknown."""

    def cap(self, points: float) -> float:
        """The highest grade for a share of points made, 0 to 5."""
        return max(0.0, min(5.0, self.cap_base + self.cap_slope * points))


def read_calibration(path: Path = SHIPPED) -> Calibration:
    """Raises CalibrationBroken with the file and the mend."""
    try:
        return Calibration.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CalibrationBroken(
            f"{path} cannot be read ({error.strerror}); name a file that `viva calibrate --fit` wrote"
        ) from None
    except (ValidationError, UnicodeDecodeError):
        raise CalibrationBroken(
            f"{path} is no calibration file; write one with `viva calibrate FILE.csv --fit`"
        ) from None


def standing(
    calibration: Calibration, spec: str, prompts: Mapping[str, str], model: str | None, meaning: str | None
) -> str:
    """A sentence for the report where grades by these constants are not known to agree with people's; else empty.

    `model` None: none took part, so neither it nor the prompts matter.
    """
    if strange := differences(calibration, spec, prompts, model, meaning):
        return (
            f"The grades are not calibrated for this interview: their constants come from {', '.join(strange)}; "
            "`viva calibrate` checks how they hold."
        )
    if calibration.check is None:
        return (
            "The grades are not checked on fresh answers: their constants are fitted to answers to this interview's "
            "questions; `viva calibrate --record` checks them on others."
        )
    if not calibration.check.calibrated:
        return (
            "The grades are not calibrated: checked on fresh answers to this interview's questions, they agree with "
            f"people's at r {calibration.check.pearson:.2f}; `viva calibrate` says what is missing."
        )
    return ""


def differences(
    calibration: Calibration, spec: str, prompts: Mapping[str, str], model: str | None, meaning: str | None
) -> list[str]:
    """In what the constants come from another interview or instrument; empty where they fit. `model` as above."""
    made = calibration.provenance
    fits = {
        "other questions": made.spec == spec,
        "other prompts": model is None or made.prompts == dict(prompts),
        "another language model": model is None or made.model == model,
        "another embedding model": made.meaning == meaning,
    }
    return [name for name, same in fits.items() if not same]


def exactness(calibration: Calibration) -> str:
    """A sentence for the report on how far its grades may be trusted; empty where that was not measured."""
    if calibration.error is None:
        return ""
    return (
        f"On {calibration.provenance.rows} answers that people graded, grades made like these, each without knowledge "
        f"of other answers to its question, lie {calibration.error:.1f} of 5 from people's on average: a smaller "
        "difference between two answers says little."
    )


def identity(path: Path) -> str:
    """A calibration file's name and the sha256 of its bytes, as a report names it.

    Of one with a check they are those from before it was recorded, as write_calibration wrote them: the same constants
    keep their name. Raises CalibrationBroken.
    """
    check, written = read_calibration(path).check, path.read_bytes()
    if check is not None:
        written = _text(json.loads(written) | {"check": None})
    return f"{path.name} {hashlib.sha256(written).hexdigest()}"


def write_calibration(calibration: Calibration, path: Path) -> None:
    """Writes it so that it reads well beside its earlier self."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_text(calibration.model_dump()))


def _text(constants: Mapping[str, Any]) -> bytes:
    return (json.dumps(constants, indent=1) + "\n").encode()
