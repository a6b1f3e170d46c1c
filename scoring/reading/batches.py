"""Which ends of a prompt are read in one go: few enough for the memory, and for a call that waits for the cores."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

BATCH_TOKENS = 500
"""Tokens of ends that are read in one go: some 3 s, for which a call that needs the cores has to wait. The first batch
reads the beginning as well, up to 7 s for the longest part of an answer."""
HELD_TOKENS = 3000
"""Tokens that are held in memory while a batch is read. CTranslate2 holds the beginning once for each of the batch's
ends, and each token takes 0.34 MB: 1 GB."""


def batches(lengths: Sequence[int], beginning: int, most: int = BATCH_TOKENS) -> Iterator[list[int]]:
    """The places of ends of these lengths in tokens, those of equal length together, up to `most` tokens at a time.

    `beginning`: the tokens of what stands before each of them.
    """
    alike = defaultdict(list)
    for place, length in enumerate(lengths):
        alike[length].append(place)
    for length, places in alike.items():
        size = max(1, min(most // length, HELD_TOKENS // (beginning + length)))
        for at in range(0, len(places), size):
            yield places[at : at + size]
