"""Fits a calibration's constants to answers that people graded."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.calibrating.agreement import kappa, pearson
from scoring.calibrating.calibration import HIGHEST_BASE, Calibration, Provenance, Scale
from scoring.grading import HIGHEST, Measured, grade, joined_z

STRETCHES = (1.0, 1.1, 1.2, 1.3, 1.4)
"""How much steeper than regression the curve may be: regression draws grades to the middle, where people's are not.
Chosen by agreement; in steps of .2 the choice jumps from fold to fold (r .728 in place of .729)."""
CAP_SLOPE = 20.0
"""An answer that makes a sixth of its points is held down no more. It is not fitted: of the graded answers too few make
hardly a point to choose it by, and chosen anew for each fold it cost agreement."""
HELD = np.array([1e-3, 0.1])
"""How far intercept and slope are held towards nothing: hardly, but without it answers that a line parts cleanly would
have an endless slope."""
STEPS = 100
"""Of Newton's method at most; a dozen do."""
LONGEST_STEP, CLOSE_ENOUGH = 1.0, 1e-9
"""In log odds."""


def fit(measured: Sequence[Measured], scores: Sequence[float], provenance: Provenance) -> Calibration:
    """The constants under which grades lie as the scores do.

    The parts are standardized over the answers; joined, they are mapped to the scale by a logistic curve, on which
    answers differ all the way up and down.
    """
    with_model = all(each.points is not None for each in measured)
    by_meaning = all(each.overlap is not None for each in measured)
    correct = [each.correct for each in measured if each.correct is not None]
    loose = Calibration(
        provenance=provenance,
        asks=_asks(measured) if with_model else (),
        points=_scale([each.points for each in measured if each.points is not None]) if with_model else None,
        correct=_scale(correct) if with_model and correct else None,
        overlap=_scale([each.overlap for each in measured if each.overlap is not None]) if by_meaning else None,
        overlap_words=_scale([each.overlap_words for each in measured]),
        intercept=0.0,
        slope=0.0,
        alone_intercept=0.0,
        alone_slope=0.0,
        cap_base=HIGHEST_BASE,
        cap_slope=CAP_SLOPE,
    )
    alone = [each.model_copy(update={"asks": (), "points": None}) for each in measured]
    intercept, slope = curve([joined_z(each, loose) for each in measured], scores)
    alone_intercept, alone_slope = curve([joined_z(each, loose) for each in alone], scores)
    mapped = loose.model_copy(
        update={
            "intercept": intercept,
            "slope": slope,
            "alone_intercept": alone_intercept,
            "alone_slope": alone_slope,
        }
    )
    return _agreeing(mapped, measured, scores) if with_model else mapped


def curve(z: Sequence[float], scores: Sequence[float]) -> tuple[float, float]:
    """Intercept and slope, in log odds of the scale, by fractional logistic regression (Papke and Wooldridge 1996)."""
    shares = np.asarray(scores) / HIGHEST
    columns = np.column_stack([np.ones(len(shares)), z])
    found = np.zeros(2)
    for _ in range(STEPS):
        expected = 1 / (1 + np.exp(-(columns @ found)))
        uphill = columns.T @ (shares - expected) - HELD * found
        steepness = (columns * (expected * (1 - expected))[:, None]).T @ columns + np.diag(HELD)
        step = np.linalg.solve(steepness, uphill)
        length = float(np.abs(step).max())
        # Far from the top a whole step may lead past it and never back.
        found += step / max(1.0, length / LONGEST_STEP)
        if length < CLOSE_ENOUGH:
            break
    return float(found[0]), float(found[1])


def _agreeing(mapped: Calibration, measured: Sequence[Measured], scores: Sequence[float]) -> Calibration:
    """With the steepness under which the grades agree best."""
    z = np.array([joined_z(each, mapped) for each in measured])
    ways = [mapped.model_copy(update=_stretched(mapped, z, scores, by)) for by in STRETCHES]

    def agrees(way: Calibration) -> float:
        ours = [grade(each, way).value for each in measured]
        return round(pearson(ours, scores) + kappa(ours, scores), 3)

    return max(ways, key=agrees)


def _stretched(mapped: Calibration, z: npt.NDArray[np.float64], scores: Sequence[float], by: float) -> dict[str, float]:
    """The curve so many times as steep, with people's mean."""
    slope, wanted = by * mapped.slope, float(np.mean(scores)) / HIGHEST
    low, high = -20.0, 20.0
    for _ in range(60):
        intercept = (low + high) / 2
        mean = float(np.mean(1 / (1 + np.exp(-(intercept + slope * z)))))
        low, high = (intercept, high) if mean < wanted else (low, intercept)
    return {"intercept": (low + high) / 2, "slope": slope}


def _asks(measured: Sequence[Measured]) -> tuple[Scale, ...]:
    count = max(len(each.asks) for each in measured)
    return tuple(_scale([v for each in measured if (v := each.asks[place]) is not None]) for place in range(count))


def _scale(values: Sequence[float]) -> Scale:
    return Scale(mean=float(np.mean(values)), sd=_spread(values))


def _spread(values: Sequence[float]) -> float:
    return max(float(np.std(values)), 1e-6)
