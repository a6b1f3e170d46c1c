"""Which words of a line were heard, and when: a line is cut off, held back in its middle, or held up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from livekit.agents.voice import io

from voice.transcript import Word


def heard_words(words: Sequence[Word], stretches: Sequence[io.PlaybackProgressedEvent]) -> tuple[Word, ...]:
    """The words of which at least half sounded, on the wall clock (s since the epoch).

    Args:
        words: with their times in the line's sound.
        stretches: what played of that sound and when, in order.
    """
    return tuple(_heard(words, stretches))


def _heard(words: Sequence[Word], stretches: Sequence[io.PlaybackProgressedEvent]) -> Iterator[Word]:
    for word in words:
        parts = []
        for stretch in stretches:
            begin = max(word.start_s, stretch.offset)
            end = min(word.end_s, stretch.offset + stretch.duration)
            if begin <= end:
                parts.append((end - begin, begin, stretch.started_at - stretch.offset))
        if parts and sum(lasted for lasted, *_ in parts) >= (word.end_s - word.start_s) / 2:
            # A word with a pause in it stands where most of it sounded.
            lasted, begin, zero = max(parts)
            yield replace(word, start_s=zero + begin, end_s=zero + begin + lasted)
