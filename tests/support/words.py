"""How far what was recognized is from what was said."""

import re


def words(text: str) -> list[str]:
    """Lower case, letters and digits alone."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))


def word_error_rate(reference: str, hypothesis: str) -> float:
    """Edits (Levenshtein 1966, over words) by the reference's length."""
    expected, got = words(reference), words(hypothesis)
    row = list(range(len(got) + 1))
    for i, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(got, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1] / len(expected)
