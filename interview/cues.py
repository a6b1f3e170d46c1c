"""Recognizes a request by the few words that make it, in whatever way it is put, where nothing else is told with it.

The tables of whole phrases know the usual ways. Nervous people and those who speak another language put the same words
in other orders, so here a clause is a request when its telling words are a cue's, in its order, and all its other
words are empty. Any word that belongs to neither makes it an answer.
"""

import re
from functools import cache
from typing import Final

from interview import request_wording as wording
from interview.persona import Request
from interview.phrases import Word, pattern, plain_words
from interview.request_phrases import BESIDE, CUES
from interview.request_phrases.empty import EMPTY

FEWEST_WORDS: Final = 3
"""A shorter clause without a question mark is too little: "a hint", "static" and "no time" answer questions."""
TOLD_TOO: Final[frozenset[Request]] = frozenset(
    (
        "finish",
        "interruption",
        "trouble",
        "language",
        "rude",
        "personal",
        "change_answer",
        "go_back",
        "hold",
        "repeat",
        "manipulation",
    )
)
"""Requests that may be told: "somebody is at the door". The others are put to somebody, or they are answers."""
_PLEADS: Final = re.compile(r"\?|\bplease\b|\bexcuse me\b", re.IGNORECASE)
_EMPTY_WORDS: Final = r"(?:\S+  )*"
"""Two spaces stand after an empty word, one after any other."""


def cued(clause: str) -> Request | None:
    """The request that one clause makes."""
    words = plain_words(clause)
    spoken = "".join(f"{word.text} " for word in words)
    if (len(words) < FEWEST_WORDS and not _PLEADS.search(clause)) or _interviewers().search(spoken):
        return None
    said = {word.text for word in words}
    request = next(
        (
            request
            for request in CUES
            if said <= _known(request) and _expression(request).fullmatch(_marked(words, request))
        ),
        None,
    )
    if request is None and clause.rstrip().endswith("?") and _question().fullmatch(spoken):
        return "clarify"
    if request is None or _PLEADS.search(clause) or _addressed().search(spoken):
        return request
    if request not in TOLD_TOO or _telling().search(spoken):
        return None
    return request


def is_empty(words: list[Word]) -> bool:
    """Whether a clause tells nothing."""
    return all(word.text in EMPTY for word in words)


def prepare() -> None:
    """Makes the expressions, in some tenths of a second: before a call rather than at its first words."""
    for expression in (_addressed, _telling, _question, _interviewers):
        expression()
    for request in CUES:
        _expression(request)


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{pattern(wording.ADDRESSED, wording.PARTS)})")


@cache
def _question() -> re.Pattern[str]:
    return re.compile(pattern(wording.QUESTIONS, wording.PARTS))


@cache
def _interviewers() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{pattern(wording.INTERVIEWERS, wording.PARTS)})")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{pattern(wording.TELLING, wording.PARTS)})")


def _marked(words: list[Word], request: Request) -> str:
    empty = _empty(request)
    return "".join(f"{word.text}{'  ' if word.text in empty else ' '}" for word in words)


@cache
def _empty(request: Request) -> frozenset[str]:
    return EMPTY.union(BESIDE[request])


@cache
def _known(request: Request) -> frozenset[str]:
    """All words of a request's cues and beside them: most answers have another."""
    cues = " ".join(CUES[request])
    parts = " ".join(wording.PARTS[name] for name in re.findall(r"[A-Z_]{2,}", cues))
    words = re.findall(r"[a-z0-9']+\??", f"{cues} {parts}")
    return _empty(request).union(word.rstrip("?") for word in words).union(word[:-2] for word in words if "?" in word)


@cache
def _expression(request: Request) -> re.Pattern[str]:
    """One expression for the cues of a request; some of a cue's own words count as empty too."""
    return re.compile(f"{_EMPTY_WORDS}(?:{pattern(CUES[request], wording.PARTS, f' ?{_EMPTY_WORDS}')})")
