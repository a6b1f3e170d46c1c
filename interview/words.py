"""Text as conduct compares it: plain, in words, in stems, in stretches."""

import re
from collections.abc import Iterator
from functools import lru_cache

from interview.conduct_wording import COMMON_WORDS

STRETCH_WORDS, STRETCH_TELLING = 5, 3
"""So many words in a row, so many of them with content: too much to share by chance."""
RUN_WORDS = 6
"""So many words in a row, one of them with content, are too much as well."""


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces."""
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(straight.lower().split())


def words_of(text: str) -> list[str]:
    """Its words in order, hyphens apart."""
    return re.findall(r"[\w']+", plain(text))


def stems(text: str) -> frozenset[str]:
    """The words that carry content, cut to a crude stem so that "ranks" meets "ranking"."""
    words = re.findall(r"[a-z0-9]+", plain(text).replace("'", ""))
    return frozenset(_stem(word) for word in words if word not in COMMON_WORDS and len(word) > 2)


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=2048)
def phrase(wanted: str) -> re.Pattern[str]:
    """The phrase as whole words: any case, hyphen or space between its words, singular or plural."""
    words = re.findall(r"[\w'/]+", plain(wanted))
    return re.compile(r"(?<![\w'])" + r"[\s-]+".join(map(re.escape, words)) + r"(?:s|es|'s)?(?![\w'])")


def stretches(words: list[str]) -> Iterator[str]:
    """Runs of words long and telling enough not to be chance."""
    for start in range(len(words) - STRETCH_WORDS + 1):
        run = " ".join(words[start : start + STRETCH_WORDS])
        if len(stems(run)) >= STRETCH_TELLING:
            yield run


def runs_of(text: str) -> frozenset[str]:
    """Its stretches, and its longer runs of plainer words."""
    words = words_of(text)
    long = (" ".join(words[start : start + RUN_WORDS]) for start in range(len(words) - RUN_WORDS + 1))
    return frozenset(stretches(words)).union(run for run in long if stems(run))


def with_joined_letters(text: str) -> str:
    """With the acronyms a recognizer spells out joined beside it: "n d c g" as "ndcg", "a b test" as "a/b test"."""
    joined = re.sub(r"\b(?:[a-z][ .]){1,5}[a-z]\b", lambda spelled: re.sub(r"[ .]", "", spelled.group()), text)
    return f"{text} . {joined} . {text.replace('a b test', 'a/b test')}"
