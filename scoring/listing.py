"""Recognizes an answer that lists terms and says nothing of them."""

import re

from scoring.words import terms

FEWEST_TERMS = 9
"""A shorter list may be all that a question asks for."""
MOST_SMALL_WORDS = 0.15
"""Of all words. Speech has about one small word to every term: without them nothing is said of anything."""
MOST_MISHEARD = 0.3
"""The same where pieces are `SHORT` on average: a recognizer takes some terms for small words, "A/B test" for "a slash
be test"."""
SHORT = 2.5
"""Words from one comma to the next. Of 2,300 answers and lines in sentences none is cut so short."""

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_JOINT = re.compile(r"[,;.\n]|\b(?:and|or)\b", re.IGNORECASE)


def only_lists(text: str) -> bool:
    """Whether a text is nothing but terms: one to three between one comma and the next, or, where the recognizer heard
    no comma, without any small word."""
    words = [word for word in _WORD.findall(text) if word.lower() not in ("and", "or")]
    small = sum(not terms(word) for word in words)
    telling = len(words) - small
    joints = len(_JOINT.findall(text))
    if telling < FEWEST_TERMS:
        return False
    if small < MOST_SMALL_WORDS * len(words) and telling <= 3 * joints:
        return True
    return small == 0 or (small < MOST_MISHEARD * len(words) and len(words) <= SHORT * (joints + 1))
