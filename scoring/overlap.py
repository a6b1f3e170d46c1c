"""How much of a point an answer's words cover, told without a language model: by their meaning, or by the words alone.

On 570 short answers graded by people, meaning agrees with the graders at r = .61, words alone at .51. The meaning of
whole sentences and the words, averaged, came to .57.
"""

from collections.abc import Mapping, Sequence

from interview.spec import Indicator
from scoring.evidence import Finder


class Overlap:
    """Compares answers with points."""

    def __init__(self, finder: Finder) -> None:
        """By meaning where the finder has the embedding model."""
        self._finder = finder

    def words(self, indicator: Indicator, clauses: Sequence[str]) -> float:
        """By words alone, 0 to 1: the wording that the answer covers best."""
        said = self._finder.weights(" ".join(clauses))
        return max(_covered(self._finder.weights(way), said) for way in indicator.ways)

    def meaning(self, indicator: Indicator, clauses: Sequence[str]) -> float | None:
        """By meaning, 0 to 1, each word weighing as much as it tells; None without the embedding model."""
        meaning = self._finder.meaning
        if meaning is None:
            return None
        said = [*clauses, " ".join(clauses)]
        return max(meaning.covered(way, said, self._finder.weight) for way in indicator.ways)


def _covered(point: Mapping[str, float], said: Mapping[str, float]) -> float:
    """The share of the point's words that were said, each weighing as much as it tells."""
    weight = sum(point.values())
    return sum(w for term, w in point.items() if term in said) / weight if weight else 0.0
