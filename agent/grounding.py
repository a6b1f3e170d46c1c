"""Whether a question takes up what the candidate said, and what of it a question may take up."""

import re
from collections.abc import Sequence
from typing import Final

from interview.requests import recognise
from interview.words import stems, words_of

ABOUT_WORDS: Final = 8
"""How many of the candidate's words a question may quote."""

PIECES: Final = 8
"""So many parts of an answer are enough to choose from."""

_EDGE: Final = frozenset(
    "um uh so and or but like well okay just really kind of sort that then because with to for from in on at by as if "
    "when which who how that's is are was be after than every each this these many what maybe probably basically "
    "actually know also hmm would should must honestly".split()
)
_ARTICLES: Final = frozenset("the a an my our their its".split())
_BREAKS: Final = (
    r"(?i)[.,;:?!—–\n]|\b(?:and|but|because|since|so|which|that|then|when|where|while|if|though|or|as|i mean)\b"
)
"""Where one thought ends and the next begins."""
_SECOND_QUESTION: Final = (
    r"(?i),?\s+and\s+(?=(?:how|what|why|which|when|where|who|do|does|did|would|is|are|can|could|should)\b)"
)
LEAST_WORDS: Final = 5
"""A question of fewer words was no whole question before the rest was tacked on."""
_ADDRESSED: Final = frozenset(
    "you your you're yours yourself please me ignore instructions rule rules interviewer rubric prompt marks hint "
    "authorized developer hiring hidden".split()
)
"""Words of somebody who speaks to the interviewer, not about the matter."""
SAYS_NOTHING: Final = stems(
    "hmm thing things stuff sure totally guess know mean think thought idea lot honestly others answer question say "
    "says said don't good better best really interview candidate " + " ".join(_ADDRESSED)
)
"""To take up one of these takes up nothing."""


def taken_up(question: str, answer: str, elsewhere: frozenset[str]) -> frozenset[str]:
    """The telling stems of the question that come from the answer and are not `elsewhere`: in the question that was
    answered, in the section's public words."""
    return (stems(question) & stems(answer)) - elsewhere - SAYS_NOTHING


def pieces(answer: str, elsewhere: frozenset[str]) -> list[str]:
    """The parts of an answer that a question may take up, as they were said: short, word for word, each with a telling
    word that is not `elsewhere`. At most PIECES, the most telling ones, in the answer's order."""
    found: dict[str, int] = {}
    for part in re.split(_BREAKS, answer.replace("’", "'")):
        piece = _quotable(part)
        if piece and (telling := _telling(piece, elsewhere)):
            found[" ".join(piece)] = telling
    best = sorted(found, key=lambda piece: -found[piece])[:PIECES]
    return [piece for piece in found if piece in best]


def _telling(words: list[str], elsewhere: frozenset[str]) -> int:
    return len(stems(" ".join(words)) - elsewhere - SAYS_NOTHING)


def first_question(question: str) -> str:
    """What stands before the second question, where one is tacked on to the first."""
    first, *more = re.split(_SECOND_QUESTION, question, maxsplit=1)
    return f"{first}?" if more and len(words_of(first)) >= LEAST_WORDS else question


def is_addressed(words: Sequence[str]) -> bool:
    """Whether these words speak to the interviewer."""
    return bool(_ADDRESSED & {word.lower() for word in words}) or recognise(" ".join(words)) is not None


def _quotable(part: str) -> list[str]:
    """Its words without the little ones at both ends and what is too long; none when it says nothing, or speaks to the
    interviewer."""
    words = _shortened(_trimmed(re.findall(r"[\w']+", part.replace("’", "'"))))
    return words if stems(" ".join(words)) and not is_addressed(words) else []


def _shortened(words: list[str]) -> list[str]:
    """Cut before a little word, so that nothing is left hanging."""
    if len(words) <= ABOUT_WORDS:
        return words
    cuts = [at for at in range(2, ABOUT_WORDS + 1) if words[at].lower() in _EDGE]
    return _trimmed(words[: max(cuts, default=ABOUT_WORDS)])


def _trimmed(words: list[str]) -> list[str]:
    while words and words[-1].lower() in _EDGE | _ARTICLES:
        words = words[:-1]
    while words and words[0].lower() in _EDGE:
        words = words[1:]
    return words
