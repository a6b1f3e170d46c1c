"""Answers as somebody says them who hesitates: with fillers, repeats, restarts and false starts."""

import random
import re
from typing import Final

FILLERS: Final = ("um", "uh", "er", "like", "you know", "I mean", "well")
RESTARTS: Final = ("no", "sorry", "I mean", "um", "let me say that again")
"""Between words that are broken off and the same words said again."""
FALSE_STARTS: Final = (
    "So what I, uh,",
    "I think it, well,",
    "How do I put this, um,",
    "What we, no, wait,",
    "It is, er,",
)
"""Of a sentence that is then begun in another way."""
EVERY: Final = 7
"""So many words have one of them: conversation has some 6 in 100 words (Bortfeld and others, 2001), a nervous candidate
more than twice as many."""
_ENDS = ",.;:?!"


def disfluent(text: str, seed: str) -> str:
    """The text with a false start and at least one filler, repeat and restart; the same seed gives the same.

    Every word stays, in its order, and what is put between them says nothing.
    """
    chance = random.Random(seed)
    sentences = [sentence.split() for sentence in re.split(r"(?<=[.?!])\s+", text.strip())]
    places = [(row, place) for row, words in enumerate(sentences) for place in range(len(words))]
    chosen = chance.sample(places, min(len(places), max(3, len(places) // EVERY)))
    false_start = chance.randrange(len(sentences))
    said = []
    for row, words in enumerate(sentences):
        spoken = [chance.choice(FALSE_STARTS)] if row == false_start else []
        for place, word in enumerate(words):
            if (row, place) in chosen:
                spoken.append(_hesitation(chosen.index((row, place)), words[place:], chance))
            spoken.append(_inside(word) if spoken and not place else word)
        said.append(" ".join(spoken))
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}" for sentence in said)


def _hesitation(number: int, words: list[str], chance: random.Random) -> str:
    """What comes before the first of the words: in turns a filler, that word, or it and the next broken off."""
    again = [_inside(word.strip(_ENDS)) for word in words[:2]]
    match number % 3:
        case 0:
            return f"{chance.choice(FILLERS)},"
        case 1:
            return again[0]
        case _:
            return f"{' '.join(again)}, {chance.choice(RESTARTS)},"


def _inside(word: str) -> str:
    """The word as it is written inside a sentence; names and "I" keep their capital."""
    return word.lower() if word[1:].islower() and word[:2] not in ("I'", "I’") else word
