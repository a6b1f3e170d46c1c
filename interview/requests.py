"""Recognizes what candidates ask of an interviewer besides answering: rules over the recognizer's words, no model.

An answer taken for a request loses the candidate's point, a missed request costs one odd follow-up; so every rule
explains the whole utterance, or the end of it when that addresses the interviewer beyond doubt.
"""

import re
from typing import Final

from interview import request_wording as wording
from interview.persona import Request

_OPENER: Final = re.compile(rf"^(?:{wording.OPENERS})\b\s*")
_CLOSER: Final = re.compile(rf"\s*\b(?:{wording.CLOSERS})$")


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


_WHOLE: Final = {request: re.compile(_any(patterns)) for request, patterns in wording.WHOLE.items()}
_AT_END: Final = {
    request: re.compile(rf"(?:.*\s)?(?:{_any(patterns)})(?:{wording.EXCUSE})?")
    for request, patterns in wording.AT_END.items()
}
_LED: Final = re.compile(rf"{wording.LEAD_IN}\s+(?P<rest>.+)")


def recognise(text: str) -> Request | None:
    """The request that `text`, one turn of the candidate as recognized or typed, makes; None when it is an answer."""
    words = _plain(text)
    whole = _trim(words)
    for candidate in dict.fromkeys((whole, _after_lead_in(whole), words)):
        if candidate and (request := _whole(candidate)):
            return request
    for request, pattern in _AT_END.items():
        if pattern.fullmatch(whole):
            return request
    return None


def _whole(words: str) -> Request | None:
    for request, pattern in _WHOLE.items():
        if pattern.fullmatch(words):
            return request
    return None


def _plain(text: str) -> str:
    """Lower-case words with apostrophes, single spaces, no other punctuation."""
    text = text.lower().replace("’", "'")
    return " ".join(re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text))


def _trim(words: str) -> str:
    """Without the fillers and courtesies at both ends; unchanged when nothing else is there."""
    before = None
    trimmed = words
    while trimmed != before:
        before = trimmed
        trimmed = _CLOSER.sub("", _OPENER.sub("", trimmed)).strip()
    return trimmed or words


def _after_lead_in(words: str) -> str:
    """What follows "I'm not sure" and the like; empty when nothing does."""
    led = _LED.fullmatch(words)
    return _trim(led["rest"]) if led else ""


def answer_before(text: str) -> str:
    """Stand-in."""
    return ""


def gives_up(text: str) -> bool:
    """Stand-in."""
    return "i don't know" in text.lower()
