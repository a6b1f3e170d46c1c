"""Names of things in a candidate's words: what ends with a noun, never "the nightly job writes"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from agent.quotation_words import (
    ADJECTIVES,
    ALSO_VERBS,
    CUTS,
    DETERMINERS,
    LOOSE_ENDS,
    NOUNS,
    NUMBERS,
    ORDERS,
    PRONOUNS,
    UNCOUNTED,
    WEAK_NOUNS,
    WHOSE,
)
from interview.policy import ALL_TERMS
from interview.words import phrase, plain, words_of

THING_WORDS: Final = 5
LONG_WORD: Final = 7
"""A single word of so many letters says what it is about: "the probability"."""
_OF_TERMS: Final = (
    frozenset(word for names in ALL_TERMS for name in names for word in words_of(name)) - LOOSE_ENDS - {"back"}
)
_PROPER: Final = frozenset(
    word for names in ALL_TERMS for name in names for word in re.findall(r"[\w/-]+", name) if word != word.lower()
)


def things(words: list[str]) -> Iterator[list[str]]:
    """Each name of a thing: with its article up to the noun, or nouns and what describes them."""
    start = 0
    while start < len(words):
        thing = _thing(words[start:])
        if thing and (_described(thing) or _stands_alone(words, start, thing)):
            yield thing
        start += len(thing) or 1


def _stands_alone(words: list[str], at: int, thing: list[str]) -> bool:
    """Whether what stands at this place names a thing without an article: a term, many, or what is not counted."""
    first, last = words[at].lower(), thing[-1].lower()
    done = at == 0 or words[at - 1].lower() in PRONOUNS | (LOOSE_ENDS - CUTS)
    if (done and first in ORDERS) or (at and first in NUMBERS):
        return False
    if len(thing) > 1:
        return last.endswith("s") or last in UNCOUNTED or is_technical(thing)
    many = at == 0 and len(first) >= LONG_WORD and re.search("[^s]s$", first) is not None
    return first not in ADJECTIVES and (many or (is_technical([first]) and (at == 0 or not done)))


def _described(words: list[str]) -> bool:
    return words[0].lower() in DETERMINERS | WHOSE


def _thing(words: list[str]) -> list[str]:
    """The longest name that these words begin with."""
    described = _described(words)
    end = 0
    for at, word in enumerate(words[: THING_WORDS + described]):
        lower = word.lower()
        if at == 0 and described:
            continue
        if described and lower.endswith("'s"):
            continue
        weak = end == at > 0 and lower.removesuffix("s") in WEAK_NOUNS
        noun = weak or is_noun(word)
        if end and (words[end - 1].lower().endswith("s") or (words[0].lower() in "an" and lower.endswith("s"))):
            break  # what follows a plural, or is one behind "a", is no part of the name
        if end and lower in ALSO_VERBS and (at + 1 < len(words) or not described):
            break
        if lower in NUMBERS and at > described and words[at - 1].lower() not in ADJECTIVES:
            break
        describes = lower in ADJECTIVES or _could_describe(lower, at) if described else lower in ADJECTIVES
        if not (noun or lower in _OF_TERMS - ADJECTIVES or (describes and not end)):
            break
        if noun:
            end = at + 1
    return words[:end]


def _could_describe(word: str, at: int) -> bool:
    """Whether a word that nothing is known of may stand between an article and a noun."""
    return word not in LOOSE_ENDS and at <= 2 and not re.search(r"(?:s|ly)$", word) and (at == 1 or word[-2:] != "ed")


def is_noun(word: str) -> bool:
    """Whether a name may end with this word."""
    return _in_nouns(word) or is_technical([word])


def begins_low(word: str) -> bool:
    """Whether a word has its capital only from the beginning of a sentence."""
    return word not in _PROPER and (_in_nouns(word) or word.lower() in _OF_TERMS)


def _in_nouns(word: str) -> bool:
    lower = word.lower()
    return bool({lower, lower.removesuffix("s"), lower.removesuffix("es"), f"{lower.removesuffix('ies')}y"} & NOUNS)


def is_technical(words: list[str]) -> bool:
    """Whether a technical term is among these words."""
    return _terms().search(plain(" ".join(words))) is not None


@cache
def _terms() -> re.Pattern[str]:
    return re.compile("|".join(phrase(name).pattern for names in ALL_TERMS for name in names))
