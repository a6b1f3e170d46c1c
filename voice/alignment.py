"""What two sequences have in common, in order: words said and heard, or phones written and spoken."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray


def distances(ours: Sequence[str], theirs: Sequence[str]) -> NDArray[np.int64]:
    """Levenshtein's (1966) between all beginnings of both: shape (len(ours) + 1, len(theirs) + 1); the last is that of
    the whole."""
    columns = np.arange(len(theirs) + 1)
    codes = {sign: number for number, sign in enumerate(dict.fromkeys([*ours, *theirs]))}
    across = np.array([codes[sign] for sign in theirs], np.int64)
    table = np.empty((len(ours) + 1, len(theirs) + 1), np.int64)
    table[0] = columns
    for i, sign in enumerate(ours, start=1):
        table[i] = table[i - 1] + 1
        np.minimum(table[i, 1:], table[i - 1, :-1] + (across != codes[sign]), out=table[i, 1:])
        # Then along the row, each step costing one.
        table[i] = np.minimum.accumulate(table[i] - columns) + columns
    return table


def matches(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of what is the same in both, in order, on one shortest way from one to the other."""
    table = distances(ours, theirs)
    i, j = len(ours), len(theirs)
    found = []
    while i and j:
        if ours[i - 1] == theirs[j - 1] and table[i, j] == table[i - 1, j - 1]:
            found.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif table[i, j] == table[i - 1, j - 1] + 1:
            i, j = i - 1, j - 1
        elif table[i, j] == table[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return reversed(found)
