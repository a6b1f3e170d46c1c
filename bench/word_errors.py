"""How far what was heard is from what was said, in words."""

import re
from dataclasses import dataclass

from voice.alignment import distances

_DIGITS = dict(zip("zero one two three four five six seven eight nine ten".split(), map(str, range(11)), strict=True))
_SAME = {"ok": "okay", "mister": "mr"}
"""Two spellings of one word; which is written is a matter of taste, not of hearing."""


@dataclass(frozen=True)
class Errors:
    """Edits that lead from what was said to what was heard."""

    edits: int
    said: int
    """Words in the reference."""

    def __add__(self, other: "Errors") -> "Errors":
        return Errors(self.edits + other.edits, self.said + other.said)

    @property
    def rate(self) -> float:
        """Word error rate in percent; 0 where nothing was said and nothing heard."""
        return 100 * self.edits / max(1, self.said)


def words(text: str) -> list[str]:
    """Lower case, letters and digits alone, small numbers as digits."""
    plain = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    return [_SAME.get(word, _DIGITS.get(word, word)) for word in plain]


def errors(said: str, heard: str) -> Errors:
    """Levenshtein's distance (1966) over words."""
    expected, got = words(said), words(heard)
    return Errors(int(distances(expected, got)[-1, -1]), len(expected))
