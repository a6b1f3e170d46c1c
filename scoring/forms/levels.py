"""From a share of points to a score of 1 to 5, calibrated for the level, and from scores to a recommendation."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from interview.events import Began
from interview.spec import Bar

Recommendation = Literal["Strong No", "No", "Neutral", "Yes", "Strong Yes"]

STEPS: tuple[Recommendation, ...] = ("Strong No", "No", "Neutral", "Yes", "Strong Yes")
FEWEST, FEWEST_FOR_YES = 3, 5
"""Scores a recommendation needs at all, and one above Neutral."""
FLAGS = 2
"""So many raised red flags lower the recommendation by a step."""

SCORE_RULE = (
    "Each of the six scores goes by the expected share of its points that the answers state, a point counting with its "
    "probability. No point gives 1; the share that this level asks of a correct but incomplete answer "
    "({incomplete:.0%}) gives 3; the share it asks of a correct one ({correct:.0%}) gives 4; every point gives 5; "
    "shares between are in proportion, and the result is rounded to a whole score. A score of which no more than half "
    "the points could be told, or none with evidence, is unscored."
)
RECOMMENDATION_RULE = (
    "The recommendation is the mean of the scores, rounded to a whole step: 1 Strong No, 2 No, 3 Neutral, 4 Yes, "
    f"5 Strong Yes. {FLAGS} or more raised red flags lower it by one step. With fewer than {FEWEST_FOR_YES} of the six "
    f"scores it is Neutral at best, and with fewer than {FEWEST} there is none."
)


def level(began: Began) -> tuple[str, Bar]:
    """The level the interview was held for, and its bars; KeyError for a spec without verdicts."""
    verdicts = began.spec.verdicts
    if verdicts is None:
        raise KeyError("verdicts")
    default = next(fact.default for fact in began.spec.facts if fact.id == verdicts.level)
    name = began.arrangement.facts.get(verdicts.level, default)
    return name, verdicts.bars[name]


def score(share: float, bar: Bar) -> int:
    """1 to 5 from a share of 0 to 1."""
    edges = [(0.0, 1), (bar.incomplete, 3), (bar.correct, 4), (1.0, 5)]
    for (low, least), (high, most) in pairwise(edges):
        if share <= high:
            # Half up: Python's own rounding takes a half to the even score.
            return int(least + (most - least) * (share - low) / ((high - low) or 1) + 0.5)
    return 5


def recommend(scores: Sequence[int], red_flags: int) -> tuple[Recommendation | None, str]:
    """The step and one sentence on how the rule led to it."""
    if len(scores) < FEWEST:
        given = f"Only {len(scores)}" if scores else "None"
        return None, f"{given} of the six scores could be given, too few for a recommendation."
    mean = sum(scores) / len(scores)
    step = int(mean + 0.5)
    sentence = f"The {len(scores)} scores have a mean of {mean:.1f}"
    if red_flags >= FLAGS and step > 1:
        step -= 1
        sentence += f", and {red_flags} raised red flags take a step off"
    if len(scores) < FEWEST_FOR_YES and step > 3:
        step = 3
        sentence += ", and so few scores allow Neutral at best"
    return STEPS[step - 1], f"{sentence}: {STEPS[step - 1]}."
