"""What was said without the hesitations in it: judged is what somebody says, not how smoothly.

Spoken language has fillers, repeats and restarts: what is broken off, often a word of repair, and the same said again
(Shriberg 1994). A small language model takes an answer with them for a worse one. Quotes keep every word.
"""

import re
from collections.abc import Sequence

_BEFORE, _BEHIND = r"(?<![\w'’-])", r"(?![\w'’-])"
_FILLER = r"(?:u+h+m*|u+m+|e+r+m*|a+h+|h+m+|mm+)"
_MARKER = r"(?:you know|i mean|like|sort of|kind of)"
_REPAIR = (
    rf"(?:(?:{_FILLER}|i mean|sorry|wait|rather)[,.]?|(?:no|well|so|okay|ok|right|{_MARKER}|"
    r"let me (?:say that again|rephrase|start (?:over|again)))[,.])"
)
_FILLERS = re.compile(rf"{_BEFORE}{_FILLER}{_BEHIND}[,.…]*\s*", re.IGNORECASE)
_MARKERS = re.compile(rf"{_BEFORE}{_MARKER},\s+|(?:(?<=^)|(?<=[,;.?!…]\s))(?:well|okay|ok|right|so),\s+", re.IGNORECASE)
"""Words that only mark time: before a comma; those that tell something elsewhere, between two."""
_AGAIN = re.compile(
    rf"{_BEFORE}(?:([^\W\d_][\w'’-]*(?:\s[\w'’-]+){{0,3}}),?(?:\s{_REPAIR})+\s(?=\1{_BEHIND})"
    rf"|(and|or|[^\W\d_][\w'’-]*(?:\s[\w'’-]+){{0,3}}(?<!\sand)(?<!\sor)),?\s(?=\2{_BEHIND}))",
    re.IGNORECASE,
)
"""One to four words, and the same again: after words of repair, or at once; "again and again" may well be meant, and so
may figures."""
_SENTENCE = r"(?:(?<=^)|(?<=[.?!]\s))"
_EDITING = r"(?:no,? wait|wait,? no|scratch that|let me (?:rephrase|start (?:over|again)))"
_HANGING = r"(?:i|we|you|he|she|they|is|are|was|were|the|an?|what|to|of)"
"""Words that end no phrase: a beginning that breaks off after one was given up."""
_GIVEN_UP = re.compile(
    rf"{_SENTENCE}(?:(?:[\w'’-]+\s){{0,3}}(?:[\w'’-]+,\s{_EDITING}|{_HANGING},\s(?:{_FILLER}|well|{_MARKER}))"
    r"|how (?:do|should|shall|can) i (?:put|say) (?:this|it)),\s+",
    re.IGNORECASE,
)
"""A sentence's first words, where it is then begun in another way."""
_CLAUSE_END = re.compile(r"(?<=[,;.?!])\s+")
_BEGINNING = re.compile(r"(?:^|(?<=[.?!]\s))[a-z]")


def fluent(text: str) -> str:
    """The text as somebody says it who does not hesitate; unchanged where nobody does."""
    smooth = _MARKERS.sub("", _FILLERS.sub("", _GIVEN_UP.sub("", text)))
    while (shorter := _AGAIN.sub("", smooth)) != smooth:
        smooth = shorter
    if smooth == text or not smooth.strip():
        return text
    return _BEGINNING.sub(lambda letter: letter[0].upper(), smooth) if text[:1].isupper() else smooth


def fluent_clauses(clauses: Sequence[str]) -> list[str]:
    """The same of an answer's clauses, over whose ends restarts go; cut anew where something was left out."""
    whole = " ".join(clauses)
    smooth = fluent(whole)
    return list(clauses) if smooth == whole else _CLAUSE_END.split(smooth)
