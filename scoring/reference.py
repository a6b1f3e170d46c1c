"""A reference answer cut into the points it makes, where nobody has authored them."""

import re

SHORTEST_WORDS = 4
"""A shorter piece is no statement of its own."""

_SENTENCE_END = re.compile(r"(?<=[.?!;])\s+|\n+")
_JOINT = re.compile(r",?\s+(?:whereas|while|but|and also)\s+|,\s+(?:and|or)\s+(?:if\s+)?", re.IGNORECASE)


def points(reference: str) -> list[str]:
    """The statements of a reference, in its own words; one that cannot be divided is one point, an empty one none."""
    found: list[str] = []
    for sentence in _SENTENCE_END.split(reference.strip()):
        pieces = [piece.strip(" ;,") for piece in _JOINT.split(sentence)]
        whole = all(len(piece.split()) >= SHORTEST_WORDS for piece in pieces)
        found += [piece for piece in (pieces if whole else [sentence.strip(" ;,")]) if piece]
    return found
