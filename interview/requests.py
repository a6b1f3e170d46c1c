"""Recognizes what candidates ask of an interviewer besides answering: rules over the recognizer's words, no model.

An answer taken for a request loses the candidate's point, a missed request costs one odd follow-up. So a turn is a
request only when phrases explain every word of it, or when it ends with one that addresses the interviewer beyond
doubt. In that second case the words before are an answer all the same: whoever acts on `recognise` keeps
`answer_before`.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from interview import request_wording as wording
from interview.languages import is_foreign
from interview.persona import Request
from interview.phrases import Word, pattern, plain_words
from interview.request_phrases import WHOLE

WHOLE_WORDS = 60
"""A longer turn is no mere request."""
END_WORDS = 40
"""In so many last words a request at the end is looked for."""


def _named(kinds: Mapping[Any, tuple[str, ...]]) -> str:
    """One expression for all kinds; which one matched is the match's `lastgroup`."""
    return "|".join(f"(?P<{kind}>{pattern(phrases, wording.PARTS)})" for kind, phrases in kinds.items())


_OTHER: Final = {"around": wording.AROUND, "unsure": wording.UNSURE}
_AROUND: Final = f"(?:{pattern((*wording.AROUND, *wording.UNSURE), wording.PARTS)})*"
_PIECE: Final = re.compile(_named({**_OTHER, **WHOLE}))
_ALONE: Final = re.compile(_named(wording.ALONE))
_AT_END: Final = re.compile(rf"(?:^|(?<= )){_AROUND}(?:{_named(wording.AT_END)}){_AROUND}$")
_REPORTED: Final = re.compile(rf"(?:^|.* )(?:{pattern(wording.REPORTED, wording.PARTS)})$")


def recognise(text: str) -> Request | None:
    """The request that `text`, one turn of the candidate as recognized or typed, makes; None when it is an answer."""
    found = _found(text)
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


def _found(text: str) -> tuple[Request, int] | None:
    """The request and the index of the character with which it begins."""
    if is_foreign(text):
        return "language", 0
    words = plain_words(text)
    if whole := _whole(words):
        return whole, 0
    return _at_end(words)


def _whole(words: list[Word]) -> Request | None:
    """What a turn asks for that is nothing but a request; of several what comes first in `WHOLE`."""
    alone = _ALONE.fullmatch(_joined(words)) if words else None
    asked = {alone.lastgroup} if alone else set(_pieces(words) or ())
    return next((request for request in WHOLE if request in asked), None)


def _pieces(words: list[Word]) -> list[str] | None:
    """What each of the fewest known phrases is that these words consist of; None when some word belongs to none."""
    if len(words) > WHOLE_WORDS:
        return None
    spoken = _joined(words)
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
            if piece := _PIECE.fullmatch(spoken, at[start], at[end]):
                fewest[end] = [*before, piece.lastgroup or ""]
    return fewest[-1]


def _at_end(words: list[Word]) -> tuple[Request, int] | None:
    tail = words[-END_WORDS:]
    match = _AT_END.search(_joined(tail))
    if match is None:
        return None
    first = match.string.count(" ", 0, match.start())
    if _REPORTED.fullmatch(match.string, 0, match.start()):
        return None
    request = next(request for request in wording.AT_END if match[request])
    whole = len(tail) == len(words) and _pieces(tail[:first]) is not None
    return request, 0 if whole else tail[first].start


def _joined(words: list[Word]) -> str:
    return "".join(f"{word.text} " for word in words)
