"""Whether a question takes up what the candidate said, and questions that do so by construction."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from agent.follow_up_prompt import Frames
from interview.policy import ALL_TERMS
from interview.requests import recognise
from interview.words import phrase, plain, stems, words_of

ABOUT_WORDS: Final = 8
"""How many of the candidate's words a question may quote."""

CLAUSE_WORDS: Final = 3
"""With a subject among so many first words a quotation is a clause: "right now we only look …"."""
PIECES: Final = 8
"""So many parts of an answer are enough to choose from."""

_SECOND_PERSON: Final = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours",
    "i'd": "you'd", "we'd": "you'd", "i'll": "you'll", "we'll": "you'll", "i've": "you've", "we've": "you've",
    "i'm": "you're", "we're": "you're", "am": "are", "myself": "yourself", "ourselves": "yourselves",
}  # fmt: skip
_SUBJECTS: Final = frozenset(
    "i we i'd we'd i'll we'll i've we've i'm we're it it's that's they they're there's he she this".split()
)
_EDGE: Final = frozenset(
    "um uh so and or but like well okay just really kind of sort that then because with to for from in on at by as if "
    "when which who how that's is are was be after than every each this these many what maybe probably basically "
    "actually know also hmm would should must honestly".split()
)
_ARTICLES: Final = frozenset("the a an my our their its".split())
_AFTER_A_THING: Final = frozenset(
    "can could will may might do does did has have had were been being not only into over between under about of per "
    "without through during before until while whether always often usually never now still even too very more less "
    "most all any both behind against longer yourself itself themselves no gets get got goes go went comes come came "
    "makes make made takes take took needs need wants want uses use works work worked runs run ran trains reads read "
    "picks pick picked tells tell told says said looks look gives give gave helps help helped stays stay moves move "
    "matters matter becomes become became lets let keeps keep kept falls fall fell depends depend costs wrote built "
    "sets shows show showed compares learns learned knows knew holds hold held buys judges added saved reviewed agreed "
    "grew means meant finds found sees saw serves served computed arrive arrives arrived starts started failed fails "
    "leaked broke breaks drops dropped rises rose changed changes decides decided asks asked owned retried wins won "
    "loses lost tests tested scores scored".split()
)
"""Words that end a thing's name: what follows them is said of it."""
_NO_NAME: Final = _AFTER_A_THING | _EDGE | _SUBJECTS | _ARTICLES
THING_WORDS: Final = 5
TELLING: Final = 2
"""So many telling words make a quotation that says what it is about: not "a part"."""
LONG_WORD: Final = 7
"""Or a single one of so many letters: "the probability"."""
TERM_COUNTS: Final = 2
"""A technical term counts as so many telling words more: "the cost of reviews" is better than "my last company"."""
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
    "authorized developer".split()
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


def mentioned(answer: str, elsewhere: frozenset[str]) -> list[str]:
    """What of an answer can be quoted unseen, the most telling first: a thing with its article, or a short clause with
    its subject. "You mentioned keep a part aside" is what comes of the other pieces."""
    found: dict[str, int] = {}
    for part in re.split(_BREAKS, answer.replace("’", "'")):
        words = _trimmed(re.findall(r"[\w']+", part))
        clause = _shortened(words) if words and words[0].lower() in _SUBJECTS else []
        for piece in (clause, *_things(words)):
            telling = _telling(piece, elsewhere)
            enough = telling >= TELLING or (telling and max(map(len, piece)) >= LONG_WORD)
            if enough and _quotable(" ".join(piece)) == piece:
                found[" ".join(piece)] = telling + TERM_COUNTS * _technical(piece)
    return sorted(found, key=lambda piece: -found[piece])


def _technical(words: list[str]) -> bool:
    text = plain(" ".join(words))
    return any(phrase(name).search(text) for names in ALL_TERMS for name in names)


def _things(words: list[str]) -> Iterator[list[str]]:
    """Each article or possessive with the words after it, up to the first that belongs to something else."""
    for start, word in enumerate(words):
        if word.lower() in _ARTICLES:
            rest = takewhile(lambda other: other.lower() not in _NO_NAME, words[start + 1 :])
            yield [word, *islice(rest, THING_WORDS)]


def _telling(words: list[str], elsewhere: frozenset[str]) -> int:
    return len(stems(" ".join(words)) - elsewhere - SAYS_NOTHING)


def framed(about: str, answer: str, question: str, frames: Frames) -> Iterator[str]:
    """The authored question behind a short reference to the candidate's own words, in each of the fitting frames; none
    when `about` is not in the answer, or is nothing to be quoted."""
    quoted = _quotable(about)
    if not quoted or f" {' '.join(quoted).lower()} " not in f" {' '.join(words_of(answer))} ":
        return
    said = " ".join(_SECOND_PERSON.get(word.lower(), word) for word in quoted)
    if quoted[0].lower() in _ARTICLES | _SUBJECTS:
        said = said[0].lower() + said[1:]  # it began a sentence there
    for way in frames.clause if _SUBJECTS & {word.lower() for word in quoted[:CLAUSE_WORDS]} else frames.thing:
        yield f"{way.replace('{about}', said)} {question}"


def first_question(question: str) -> str:
    """What stands before the second question, where one is tacked on to the first."""
    first, *more = re.split(_SECOND_QUESTION, question, maxsplit=1)
    return f"{first}?" if more and len(words_of(first)) >= LEAST_WORDS else question


def _quotable(part: str) -> list[str]:
    """Its words without the little ones at both ends and what is too long; none when it says nothing, or speaks to the
    interviewer."""
    words = _shortened(_trimmed(re.findall(r"[\w']+", part.replace("’", "'"))))
    lower = {word.lower() for word in words}
    if not stems(" ".join(words)) or _ADDRESSED & lower or recognise(" ".join(words)):
        return []
    return words


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
