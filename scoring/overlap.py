"""How much of a point an answer's words cover, told without a language model: by its words and by its meaning.

On short answers graded by people the two together agree with the graders at r = .57, either alone at .50 to .51.
"""

from collections.abc import Mapping, Sequence

from interview.spec import Indicator
from scoring.evidence import Finder
from scoring.meaning import Meaning


class Overlap:
    """Compares answers with points."""

    def __init__(self, finder: Finder, meaning: Meaning | None) -> None:
        """`meaning` None: by words alone."""
        self._finder, self._meaning = finder, meaning

    def words(self, indicator: Indicator, clauses: Sequence[str]) -> float:
        """By words alone, 0 to 1: the wording that the answer covers best."""
        said = self._finder.weights(" ".join(clauses))
        return max(_covered(self._finder.weights(way), said) for way in _ways(indicator))

    def whole(self, indicator: Indicator, clauses: Sequence[str]) -> float | None:
        """By words and meaning, 0 to 1; None without the embedding model."""
        if self._meaning is None:
            return None
        said = [*clauses, " ".join(clauses)]
        nearest = max(self._meaning.nearness(way, said) for way in _ways(indicator))
        return (self.words(indicator, clauses) + nearest) / 2


def _ways(indicator: Indicator) -> tuple[str, ...]:
    return (indicator.point, *indicator.wordings)


def _covered(point: Mapping[str, float], said: Mapping[str, float]) -> float:
    """The share of the point's words that were said, each weighing as much as it tells."""
    weight = sum(point.values())
    return sum(w for term, w in point.items() if term in said) / weight if weight else 0.0
