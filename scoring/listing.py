"""Recognizes an answer that lists terms and says nothing of them."""

import re

from scoring.words import terms

FEWEST_TERMS = 9
"""A shorter list may be all that a question asks for."""
MOST_SMALL_WORDS = 0.15
"""Of all words. Speech has about one small word to every term: without them nothing is said of anything."""

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_JOINT = re.compile(r"[,;.\n]|\b(?:and|or)\b", re.IGNORECASE)


def only_lists(text: str) -> bool:
    """Whether a text is nothing but terms, one to three between one comma and the next."""
    words = [word for word in _WORD.findall(text) if word.lower() not in ("and", "or")]
    small = sum(not terms(word) for word in words)
    telling = len(words) - small
    joints = len(_JOINT.findall(text))
    return telling >= FEWEST_TERMS and small < MOST_SMALL_WORDS * len(words) and telling <= 3 * joints
