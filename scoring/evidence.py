"""Chooses the clause that speaks to a point. It only chooses: whatever a report quotes was said or typed.

Nearness is the cosine of tf-idf vectors over word stems (Salton and Buckley 1988) between the clause and the point in
each of its wordings. On short answers it agrees with human graders about as well as a small language model does. Where
the embedding model is there, a clause has to be near in meaning too: words in common are not yet the same matter.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from interview.model import Frozen
from interview.spec import Indicator, Spec
from scoring.fluent import fluent
from scoring.meaning import Meaning
from scoring.transcript import Clause
from scoring.words import terms

FLOOR = 0.28
"""Below this nearness a clause is not about the point. Chosen on the labels in tests/scoring/attachments.yaml: of the
clauses that are shown by words alone 36 of 51 carry their point; with 0.18 it would be 47 of 83, which shows a quarter
more of what was said and three times as much of what was not."""
FLOOR_FOR_ONE_WORD = 0.4
"""The same for a clause that has a single word in common with the point in all its wordings: one that is rare in the
interview lifts a clause over the other floor whatever it says. From here on the word is most of what both say."""
CLOSE = 1.46
"""What nearness, how far the clause covers the point and how alike the two are must come to, of 3. Chosen on the labels
in tests/scoring/attachments.yaml: of the clauses above it nine in ten carry their point (24 of 26; with 1.36 31 of
37), of all chosen by words three in four."""


class Evidence(Frozen):
    """A clause and how near it is to the point it was chosen for."""

    clause: Clause
    nearness: float
    """0 to 1, by words."""


class Finder:
    """Knows how telling each word is in one interview."""

    def __init__(self, spec: Spec, clauses: Iterable[Clause], meaning: Meaning | None = None) -> None:
        """Counts words over the interview's own clauses and the spec's points. `meaning` None: by words alone."""
        points = [text for section in spec.sections for item in section.rubric() for text in item.ways]
        self._read([*points, *(clause.text for clause in clauses)], meaning)

    @classmethod
    def over(cls, texts: Iterable[str], meaning: Meaning | None = None) -> "Finder":
        """Counts words over any texts: where there is no interview."""
        finder = cls.__new__(cls)
        finder._read(texts, meaning)
        return finder

    def _read(self, texts: Iterable[str], meaning: Meaning | None) -> None:
        documents = [set(terms(text)) for text in texts]
        self._count = len(documents)
        # Each clause is looked at for every point, and each point's wordings for every clause.
        self._fluent, self._weighed = cache(fluent), cache(self._weigh)
        self._holding = Counter(term for document in documents for term in document)
        self.meaning = meaning

    def nearest(self, indicator: Indicator, clauses: Sequence[Clause]) -> Evidence | None:
        """The clause that speaks to the point best, the earlier of equals; None when none does."""
        best: tuple[float, Evidence] | None = None
        for clause in clauses:
            said = self._fluent(clause.text)
            nearness, enough = self._near(indicator, said)
            close = self._close(indicator, said, nearness)
            if (enough if close is None else close >= CLOSE) and (best is None or (close or nearness) > best[0]):
                best = close or nearness, Evidence(clause=clause, nearness=min(1.0, nearness))
        return best and best[1]

    def touched(self, indicator: Indicator, text: str) -> bool:
        """Whether a text has the point's words, be it close or not."""
        return self._near(indicator, text)[1]

    def _near(self, indicator: Indicator, text: str) -> tuple[float, bool]:
        """The nearness by words, and whether it is above the floor."""
        ways = [*(self.weights(way) for way in indicator.ways), together := self.weights(" ".join(indicator.ways))]
        vector = self.weights(text)
        nearness = max(_cosine(vector, way) for way in ways)
        return nearness, nearness >= (FLOOR if len(vector.keys() & together.keys()) > 1 else FLOOR_FOR_ONE_WORD)

    def _close(self, indicator: Indicator, text: str, nearness: float) -> float | None:
        """Nearness and likeness by meaning together; None without the embedding model."""
        if self.meaning is None:
            return None
        covered = max(self.meaning.covered(way, [text], self.weight) for way in indicator.ways)
        return nearness + covered + max(self.meaning.likeness(way, text) for way in indicator.ways)

    def weight(self, word: str) -> float:
        """How much a word tells."""
        return sum(self.weights(word).values())

    def weights(self, text: str) -> Mapping[str, float]:
        """Stem → how much it tells, of a text's words: its tf-idf."""
        return self._weighed(text)

    def _weigh(self, text: str) -> dict[str, float]:
        return {
            term: (1 + math.log(count)) * math.log(1 + self._count / (1 + self._holding[term]))
            for term, count in Counter(terms(text)).items()
        }


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
