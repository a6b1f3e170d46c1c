"""Recognizes what candidates ask of an interviewer besides answering: rules over the recognizer's words, no model.

An answer taken for a request loses the candidate's point, a missed request costs one odd follow-up. So a turn is a
request only when phrases or cues explain every word of it, or when it ends with one that addresses the interviewer
beyond doubt. In that second case the words before are an answer all the same: whoever acts on `recognise` keeps
`answer_before`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from interview import cues
from interview import request_wording as wording
from interview.languages import is_foreign
from interview.persona import Request
from interview.phrases import Word, pattern, plain_words
from interview.put_to import echoed, put_to_interviewer
from interview.request_phrases import WHOLE

WHOLE_WORDS = 60
"""A longer turn is no mere request."""
WHOLE_ECHO = 0.9
"""With so many of its words in the open question a turn only says it after the interviewer."""
END_WORDS = 40
"""In so many last words a request at the end is looked for."""


def prepare() -> None:
    """Makes the expressions, in about a second: before a call rather than at its first words."""
    for expression in (_piece, _alone, _end, _reported):
        expression()
    cues.prepare()


def recognise(text: str, asked: str | None = None) -> Request | None:
    """The request that `text`, one turn of the candidate as recognized or typed, makes; None when it is an answer.

    `asked`: the question that is open, where it is known.
    """
    found = _found(text, asked)
    return found[0] if found else None


def answer_before(text: str) -> str:
    """The part of a turn that answers: all of it when it makes no request, nothing when all of it is one."""
    found = _found(text)
    return text[: found[1]].strip() if found else text


def gives_up(text: str) -> bool:
    """Whether a turn says that its speaker has no answer, and asks for nothing."""
    if recognise(text):
        return False
    return "unsure" in (_pieces(plain_words(text)) or ())


def _found(text: str, asked: str | None = None) -> tuple[Request, int] | None:
    """The request and the index of the character with which it begins."""
    if is_foreign(text):
        return "language", 0
    words = plain_words(text)
    if asked and len(words) >= cues.FEWEST_WORDS and echoed([word.text for word in words], asked) >= WHOLE_ECHO:
        return None
    if whole := _whole(words):
        return whole, 0
    if at_end := _at_end(words):
        return at_end
    if len(words) > WHOLE_WORDS or "unsure" in (_pieces(words) or ()):
        return None
    request = _by_cue(text) or put_to_interviewer(text, words, asked)
    return (request, 0) if request else None


def _whole(words: list[Word]) -> Request | None:
    """What a turn asks for that is nothing but a request; of several what comes first in `WHOLE`."""
    alone = _alone().fullmatch(_joined(words)) if words else None
    asked = {alone.lastgroup} if alone else set(_pieces(words) or ())
    return next((request for request in WHOLE if request in asked), None)


def _by_cue(text: str) -> Request | None:
    """What a turn asks for in unusual words: as one clause, by its sentences or by what stands between its commas."""
    if request := cues.cued(text):
        return request
    for clauses in (re.findall(r"[^.?!;]+[.?!;]*", text), re.findall(r"[^.?!;,]+[.?!;,]*", text)):
        found = _all_asked(clauses) if len(clauses) > 1 else frozenset()
        if found:
            return next(request for request in WHOLE if request in found)
    return None


def _all_asked(clauses: list[str]) -> frozenset[str]:
    """What clauses ask for; nothing as soon as one tells something."""
    found: frozenset[str] = frozenset()
    for clause in clauses:
        asked = _clause(clause)
        if asked is None:
            return frozenset()
        found |= asked
    return found & WHOLE.keys()


def _clause(text: str) -> set[str] | None:
    """What one clause asks for, nothing when it is empty; None when it tells something."""
    words = plain_words(text)
    if request := _whole(words) or cues.cued(text):
        return {request}
    pieces = _pieces(words)
    if pieces is not None and "unsure" in pieces:
        return {"unsure"}
    return set() if pieces is not None or cues.is_empty(words) else None


def _pieces(words: list[Word]) -> list[str] | None:
    """What each of the fewest known phrases is that these words consist of; None when some word belongs to none."""
    if len(words) > WHOLE_WORDS:
        return None
    spoken, piece_of = _joined(words), _piece()
    at = [0]
    for word in words:
        at.append(at[-1] + len(word.text) + 1)
    fewest: list[list[str] | None] = [[], *[None] * len(words)]
    for start, before in enumerate(fewest):
        if before is None:
            continue
        for end in range(start + 1, len(at)):
            reached = fewest[end]
            if reached is not None and len(reached) <= len(before) + 1:
                continue
            if piece := piece_of.fullmatch(spoken, at[start], at[end]):
                fewest[end] = [*before, piece.lastgroup or ""]
    return fewest[-1]


def _at_end(words: list[Word]) -> tuple[Request, int] | None:
    tail = words[-END_WORDS:]
    match = _end().search(_joined(tail))
    if match is None:
        return None
    first = match.string.count(" ", 0, match.start())
    if _reported().fullmatch(match.string, 0, match.start()):
        return None
    request = next(request for request in wording.AT_END if match[request])
    whole = len(tail) == len(words) and _pieces(tail[:first]) is not None
    return request, 0 if whole else tail[first].start


def _joined(words: list[Word]) -> str:
    return "".join(f"{word.text} " for word in words)


def _named(kinds: Mapping[Any, tuple[str, ...]]) -> str:
    """One expression for all kinds; which one matched is the match's `lastgroup`."""
    return "|".join(f"(?P<{kind}>{pattern(phrases, wording.PARTS)})" for kind, phrases in kinds.items())


# Made when they are first needed: most of the processes that import this module hear nobody.
@cache
def _piece() -> re.Pattern[str]:
    return re.compile(_named({"around": wording.AROUND, "unsure": wording.UNSURE, **WHOLE}))


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(_named(wording.ALONE))


@cache
def _end() -> re.Pattern[str]:
    around = f"(?:{pattern((*wording.AROUND, *wording.UNSURE), wording.PARTS)})*"
    return re.compile(rf"(?:^|(?<= )){around}(?:{_named(wording.AT_END)}){around}$")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"(?:^|.* )(?:{pattern(wording.REPORTED, wording.PARTS)})$")
