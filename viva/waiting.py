"""How long candidates waited for replies, in three figures."""

import math
import statistics
from collections.abc import Sequence

from interview.model import Frozen


class Spread(Frozen):
    """A distribution in three figures, in ms."""

    turns: int
    median: int
    p95: int
    maximum: int


def spread(samples_ms: Sequence[int]) -> Spread | None:
    """Median, p95 and maximum; None of nothing. p95 is the nearest rank: a wait that somebody had."""
    if not samples_ms:
        return None
    ordered = sorted(samples_ms)
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return Spread(turns=len(ordered), median=round(statistics.median(ordered)), p95=p95, maximum=ordered[-1])
