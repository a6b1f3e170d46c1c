"""How far what was recognized is from what was said."""

import re

from voice.alignment import distances


def words(text: str) -> list[str]:
    """Lower case, letters and digits alone."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))


def word_error_rate(reference: str, hypothesis: str) -> float:
    """Edits (Levenshtein 1966, over words) by the reference's length."""
    expected, got = words(reference), words(hypothesis)
    return int(distances(expected, got)[-1, -1]) / len(expected)
