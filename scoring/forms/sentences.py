"""Sentences for a report, made from a point's own authored sentence: what is missing, and what would mend it."""

import re

VERBS = {
    "asks": "ask",
    "compares": "compare",
    "considers": "consider",
    "describes": "describe",
    "explains": "explain",
    "gives": "give",
    "keeps": "keep",
    "names": "name",
    "says": "say",
    "separates": "separate",
    "states": "state",
    "tells": "tell",
    "uses": "use",
}
"""What a point says the candidate does; a sentence with another verb is quoted as it stands."""

_DOES = re.compile(r"The candidate (\w+) (.+)")
_YOURS = {"they": "you", "their": "your", "themselves": "yourself"}


def missing(point: str) -> str:
    """That an answer lacks the point: 'The answer does not say what was built.'"""
    if (parts := _parts(point)) is not None:
        return f"The answer does not {parts[0]} {parts[1]}"
    return f"The answer does not say this: {point}"


def in_part(point: str) -> str:
    """That an answer has only some of the point."""
    return f"Only in part: {point}"


def tip(point: str) -> str:
    """What would bring the point in, said to whoever gave the answer: 'Say what you built yourself.'"""
    if (parts := _parts(point)) is not None:
        words = re.sub(r"\b(they|their|themselves)\b", lambda found: _YOURS[found[0]], parts[1])
        return f"{parts[0].capitalize()} {words}"
    return f"Make this clear, if it was so: {point}"


def tip_to_speak_to(requirement: str) -> str:
    """What would bring a line of the job description in, as the invite words it."""
    return f"If you have done this, say so: {requirement}"


def _parts(point: str) -> tuple[str, str] | None:
    """The verb's plain form and what follows it."""
    found = _DOES.fullmatch(point)
    return (VERBS[found[1]], found[2]) if found and found[1] in VERBS else None


def listed(words: list[str]) -> str:
    """'one', 'one and two', 'one, two and three'."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
