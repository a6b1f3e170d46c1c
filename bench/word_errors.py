"""How far what was heard is from what was said, in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    return Errors(_distances(expected, got)[-1][-1], len(expected))


def pairs(said: Sequence[str], heard: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of the words that are the same in both, on one shortest way from one to the other."""
    table = _distances(said, heard)
    i, j = len(said), len(heard)
    found = []
    while i and j:
        if said[i - 1] == heard[j - 1] and table[i][j] == table[i - 1][j - 1]:
            found.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif table[i][j] == table[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
        elif table[i][j] == table[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return reversed(found)


def _distances(said: Sequence[str], heard: Sequence[str]) -> list[list[int]]:
    table = [list(range(len(heard) + 1))]
    for i, word in enumerate(said, start=1):
        row = [i]
        for j, other in enumerate(heard, start=1):
            row.append(min(table[-1][j] + 1, row[-1] + 1, table[-1][j - 1] + (word != other)))
        table.append(row)
    return table
