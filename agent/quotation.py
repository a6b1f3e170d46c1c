"""The candidate's own words as a person would take them up: a thing by its name, or a clause that is whole."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from agent.follow_up_prompt import Frames
from agent.grounding import SAYS_NOTHING, is_addressed
from agent.quotation_words import ADJECTIVES, CUTS, DETERMINERS, LOOSE_ENDS, PLACING, PRONOUNS, SPEAKER
from agent.things import LONG_WORD, begins_low, is_noun, is_technical, things
from interview.words import stems

MOST_WORDS: Final = 8
"""A longer quotation reads like a record."""
TELLING: Final = 2
"""So many telling words make a quotation that says what it is about: not "a part"."""
TERM_COUNTS: Final = 2
"""A technical term counts as so many telling words more: "the cost of reviews" is better than "my last company"."""

_SECOND_PERSON: Final = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours",
    "i'd": "you'd", "we'd": "you'd", "i'll": "you'll", "we'll": "you'll", "i've": "you've", "we've": "you've",
    "i'm": "you're", "we're": "you're", "am": "are", "myself": "yourself", "ourselves": "yourselves",
}  # fmt: skip
_SUBJECTS: Final = SPEAKER | frozenset("it it's there they they're".split())
_FILLERS: Final = re.compile(
    r"\b(?:um+|uh+|er|erm|hmm|basically|actually|honestly|really|just|maybe|probably|you know|kind of|sort of|i mean)\b"
    r"(?:\s*,)?\s*",
    re.IGNORECASE,
)
"""Left out of a quotation: nobody repeats them."""
_BREAKS: Final = re.compile(
    r"[.,;:?!—–\n]+|\b(?:and|but|because|since|so|then|than|when|whenever|where|while|if|unless|until|though|although|or"
    r"|as|i think|i guess|i believe|i suppose)\b",
    re.IGNORECASE,
)
"""Where one thought ends and the next begins."""
_DEPENDENT: Final = frozenset("if when whenever unless until where though although than while as or".split())
"""What begins with one of these was not said as such: "if it drifts"."""
_HANGING: Final = frozenset("than or as".split())
"""A clause that goes on with one of these is not over: "it is faster"."""
_ASKED: Final = frozenset("whether what how who which".split())
"""A clause may be cut before these only behind a thing: "I'd ask the team", never "I'd rather predict"."""
_SETTLED: Final = frozenset("back aside again separately first".split())
"""A clause may be cut behind these as behind a thing."""
_OPINION: Final = frozenset(
    "think guess mean know believe hope suppose feel say said saw see wonder forgot remember want wanted tell told "
    "understand heard noticed".split()
)
"""What stands behind these verbs is what was said: without it nothing was."""
_DENIAL: Final = frozenset("never not no nothing".split())
_BOTH: Final = frozenset("between compare compared both".split())
"""What goes on with "and" belongs to these."""


class _Part(NamedTuple):
    """A stretch of an answer between two breaks."""

    words: list[str]
    before: str
    """The break before it, a word or punctuation; empty at the beginning."""
    after: str


def mentioned(answer: str, elsewhere: frozenset[str]) -> list[str]:
    """What of an answer can be quoted unseen, the most telling first; none of it tells only what is `elsewhere`."""
    found: dict[str, int] = {}
    for part in _parts(_cleaned(answer)):
        for piece in () if _denies(part.words) else (_clause(part), *things(part.words)):
            telling = len(stems(" ".join(piece)) - elsewhere - SAYS_NOTHING)
            technical = is_technical(piece)
            enough = telling >= TELLING or (telling and (technical or max(map(len, piece)) >= LONG_WORD))
            if enough and not is_addressed(piece):
                found[" ".join(piece)] = telling + TERM_COUNTS * technical
    return sorted(found, key=lambda piece: -found[piece])


def framed(about: str, answer: str, question: str, frames: Frames, turn: int = 0) -> Iterator[str]:
    """The authored question behind a short reference to the candidate's own words, in each of the fitting frames; none
    when `about` is not in the answer, or is nothing to be quoted. `turn`: with which of the frames to begin, so that
    they take turns."""
    words, said = _words(_cleaned(about)), _words(_cleaned(answer))
    if not words or len(words) > MOST_WORDS or is_addressed(words) or words[-1].lower() in LOOSE_ENDS:
        return
    if f" {' '.join(words).lower()} " not in f" {' '.join(said).lower()} ":
        return
    clause = words[0].lower() in _SUBJECTS
    if words[0].lower() in DETERMINERS | _SUBJECTS | ADJECTIVES or begins_low(words[0]):
        words = [words[0].lower(), *words[1:]]  # it began a sentence there
    quoted = re.sub(r"\b(you) was\b", r"\1 were", " ".join(_SECOND_PERSON.get(word.lower(), word) for word in words))
    ways = frames.clause if clause else frames.thing
    for at in range(len(ways)):
        way = ways[(turn + at) % len(ways)]
        yield f"{way.replace('{about}', quoted)} {question}"


def _cleaned(text: str) -> str:
    return _FILLERS.sub("", text.replace("’", "'"))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+(?:[-/][\w']+)*", text)


def _parts(text: str) -> Iterator[_Part]:
    before, start = "", 0
    for found in _BREAKS.finditer(text):
        yield _Part(_words(text[start : found.start()]), before, found.group().lower())
        before, start = found.group().lower(), found.end()
    yield _Part(_words(text[start:]), before, "")


def _denies(words: list[str]) -> bool:
    """Whether the speaker says what was not done: nothing to ask more about."""
    lower = [word.lower() for word in words]
    return bool(SPEAKER & set(lower[:3])) and any(word in _DENIAL or "n't" in word for word in lower[:5])


def _clause(part: _Part) -> list[str]:
    """The part as a clause with its subject, whole or cut behind a thing; empty when it is none."""
    words = part.words
    while words and words[0].lower() in ("well", "okay", "like", "also", "now", "first", "here"):
        words = words[1:]
    lower = [word.lower() for word in words]
    parted = part.after == "and" and _BOTH & set(lower)
    if (
        len(words) < 3
        or parted
        or lower[-1] == "us"
        or lower[0] not in _SUBJECTS
        or part.before in _DEPENDENT
        or _OPINION & set(lower[1:3])
    ):
        return []
    whole = len(words) <= MOST_WORDS and part.after not in _HANGING
    ends = not part.after[:1].isalpha() or lower[-1] in _SETTLED or is_noun(words[-1])
    if not whole or not ends or lower[-1] in LOOSE_ENDS:
        follow = [*lower, part.after]
        cuts = [
            at
            for at in range(3, min(MOST_WORDS, len(words)) + 1)
            if follow[at] in CUTS | _ASKED
            and not (PLACING | _BOTH) & set(lower[:at])
            and ((f"{lower[at - 1]} {follow[at]}" != "back to" and lower[at - 1] in _SETTLED) or is_noun(words[at - 1]))
        ]
        if not cuts:
            return []
        words = words[: max(cuts)]
    if PRONOUNS & {word.lower() for word in words[2:]} and (part.before[:1].isalpha() or part.after[:1].isalpha()):
        return []  # two sentences without a stop between them
    return words
