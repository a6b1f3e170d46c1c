"""How well grades agree with people's: correlation, weighted kappa, bias, and how sure of these one can be."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from interview.model import Frozen

HIGHEST = 5
"""The scale is 0 to 5; kappa is told over its whole grades."""
DRAWS = 2000
"""Of the bootstrap."""

Grades = Sequence[float]


class Interval(Frozen):
    """A figure and where 95 of 100 fresh sets of questions would put it."""

    value: float
    low: float
    high: float


class Agreement(Frozen):
    """Of grades with people's."""

    answers: int
    questions: int
    pearson: Interval
    kappa: Interval
    """Quadratic weighted, over whole grades."""
    bias: float
    """The mean of ours less theirs, of 5."""
    error: float
    """The mean distance, of 5."""
    ours: tuple[int, ...]
    """How many answers got 0, 1, … 5."""
    theirs: tuple[int, ...]


def pearson(one: Grades, other: Grades) -> float:
    """The correlation; 0 where one side does not vary."""
    a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if a.std() == 0 or b.std() == 0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def kappa(one: Grades, other: Grades) -> float:
    """Cohen's kappa with quadratic weights over grades rounded to whole ones (Cohen 1968); 0 where nothing varies."""
    a, b = _whole(one), _whole(other)
    apart = (a - b) ** 2
    # The mean squared distance of independent grades with these two distributions.
    by_chance = float(a.var() + b.var() + (a.mean() - b.mean()) ** 2)
    return 1 - float(apart.mean()) / by_chance if by_chance else 0.0


def correlation(one: Grades, other: Grades, questions: Sequence[str], draws: int = DRAWS) -> Interval:
    """Pearson with its interval; by drawing whole questions, as answers to one are alike."""
    return _interval(pearson, np.asarray(one, dtype=float), np.asarray(other, dtype=float), questions, draws)


def agreement(ours: Grades, theirs: Grades, questions: Sequence[str], draws: int = DRAWS) -> Agreement:
    """Of grades on the same answers; intervals as of `correlation`."""
    a, b = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    return Agreement(
        answers=len(a),
        questions=len(set(questions)),
        pearson=correlation(ours, theirs, questions, draws),
        kappa=_interval(kappa, a, b, questions, draws),
        bias=float((a - b).mean()),
        error=float(np.abs(a - b).mean()),
        ours=_counts(a),
        theirs=_counts(b),
    )


def _interval(
    figure: Callable[[Grades, Grades], float],
    a: npt.NDArray[np.float64],
    b: npt.NDArray[np.float64],
    questions: Sequence[str],
    draws: int,
) -> Interval:
    groups = [np.flatnonzero(np.asarray(questions) == name) for name in dict.fromkeys(questions)]
    # Seeded: the same grades have the same interval.
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(draws):
        rows = np.concatenate([groups[place] for place in chance.integers(len(groups), size=len(groups))])
        drawn.append(figure(a[rows].tolist(), b[rows].tolist()))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(value=figure(a.tolist(), b.tolist()), low=float(low), high=float(high))


def _whole(grades: Grades) -> npt.NDArray[np.int64]:
    # Half a grade goes up, as people round.
    return np.clip(np.floor(np.asarray(grades, dtype=float) + 0.5), 0, HIGHEST).astype(np.int64)


def _counts(grades: npt.NDArray[np.float64]) -> tuple[int, ...]:
    return tuple(int(n) for n in np.bincount(_whole(grades.tolist()), minlength=HIGHEST + 1))
