"""Which points an answer has touched on, by its words alone: decides what is asked next, never what is scored."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from interview.spec import Indicator
from interview.words import stems

WINDOW_WORDS, STEP_WORDS = 30, 10
"""A point is looked for in stretches of about two spoken sentences: over a long answer its words turn up by chance."""
LEAST_WORDS = 3
"""A wording of fewer telling words is not near because of one of them."""
TOUCHED_SHARE = 0.6
"""This share of a wording's telling words, and two of them if it has two, in one stretch."""

NEAREST: Final = 8
"""So many points, those that an answer comes nearest to, show what it has: nobody speaks to all of them."""
FLAG_COUNTS: Final = 0.25
"""What the nearest red flag takes away; people name a mistake to warn of it, too."""


def touched(indicators: Iterable[Indicator], said: str) -> list[Indicator]:
    """Those of the points that `said` touches on, in their order."""
    windows = list(_windows(said))
    return [indicator for indicator in indicators if _touches(indicator, windows)]


def share(indicators: Iterable[Indicator], said: str) -> float | None:
    """The share of the strong points that are touched, 0 to 1; None when there are none."""
    strong = [indicator for indicator in indicators if indicator.kind != "red_flag"]
    return len(touched(strong, said)) / len(strong) if strong else None


def standing(indicators: Sequence[Indicator], said: str) -> float | None:
    """How near the words come to the strong points they come nearest to, less what they have of a red flag, 0 to 1;
    None without strong points. Finer than `share`, which hardly knows a point put in words of one's own."""
    near = [(point.kind == "red_flag", nearness(point, said)) for point in indicators]
    strong = sorted((share for flagged, share in near if not flagged), reverse=True)
    if not strong:
        return None
    flag = max((share for flagged, share in near if flagged), default=0.0)
    return max(0.0, statistics.mean(strong[:NEAREST]) - FLAG_COUNTS * flag)


def nearness(indicator: Indicator, said: str) -> float:
    """How much of one of the point's wordings a stretch of `said` covers, 0 to 1: the best of all wordings."""
    windows = list(_windows(said))
    wordings = [telling for way in (indicator.point, *indicator.wordings) if (telling := stems(way))]
    return max((len(telling & w) / max(len(telling), LEAST_WORDS) for telling in wordings for w in windows), default=0)


def _touches(indicator: Indicator, windows: list[frozenset[str]]) -> bool:
    for way in (indicator.point, *indicator.wordings):
        telling = stems(way)
        least = max(min(2, len(telling)), TOUCHED_SHARE * len(telling))
        if telling and any(len(telling & window) >= least for window in windows):
            return True
    return False


def _windows(said: str) -> Iterator[frozenset[str]]:
    words = said.split()
    for start in range(0, max(1, len(words) - WINDOW_WORDS + STEP_WORDS), STEP_WORDS):
        yield stems(" ".join(words[start : start + WINDOW_WORDS]))
