"""Chooses the clause nearest to a point. It only chooses: whatever a report quotes was said or typed.

Nearness is the cosine of tf-idf vectors over word stems (Salton and Buckley 1988) between the clause and the point in
each of its wordings. On short answers it agrees with human graders about as well as a small language model does.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from interview.model import Frozen
from interview.spec import Indicator, Spec
from scoring.transcript import Clause
from scoring.words import terms

FLOOR = 0.18
"""Below this nearness a clause is not about the point."""
FLOOR_FOR_ONE_WORD = 0.4
"""The same for a clause that has a single word in common with the point in all its wordings: one that is rare in the
interview lifts a clause over the other floor whatever it says. From here on the word is most of what both say."""


class Evidence(Frozen):
    """A clause and how near it is to the point it was chosen for."""

    clause: Clause
    nearness: float
    """0 to 1, at least the floor."""


class Finder:
    """Knows how telling each word is in one interview."""

    def __init__(self, spec: Spec, clauses: Iterable[Clause]) -> None:
        """Counts words over the interview's own clauses and the spec's points."""
        points = [
            text for section in spec.sections for item in section.rubric() for text in (item.point, *item.wordings)
        ]
        self._read([*points, *(clause.text for clause in clauses)])

    @classmethod
    def over(cls, texts: Iterable[str]) -> "Finder":
        """Counts words over any texts: where there is no interview."""
        finder = cls.__new__(cls)
        finder._read(texts)
        return finder

    def _read(self, texts: Iterable[str]) -> None:
        documents = [set(terms(text)) for text in texts]
        self._count = len(documents)
        self._holding = Counter(term for document in documents for term in document)

    def nearest(self, indicator: Indicator, clauses: Sequence[Clause]) -> Evidence | None:
        """The clause nearest to the point, the earlier of equals; None when none comes above the floor."""
        texts = (indicator.point, *indicator.wordings)
        together = self.weights(" ".join(texts))
        ways = [*(self.weights(text) for text in texts), together]
        best: Evidence | None = None
        for clause in clauses:
            vector = self.weights(clause.text)
            nearness = max(_cosine(vector, way) for way in ways)
            floor = FLOOR if len(vector.keys() & together.keys()) > 1 else FLOOR_FOR_ONE_WORD
            if nearness >= floor and (best is None or nearness > best.nearness):
                best = Evidence(clause=clause, nearness=min(1.0, nearness))
        return best

    def weights(self, text: str) -> dict[str, float]:
        """Stem → how much it tells, of a text's words: its tf-idf."""
        return {
            term: (1 + math.log(count)) * math.log(1 + self._count / (1 + self._holding[term]))
            for term, count in Counter(terms(text)).items()
        }


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
