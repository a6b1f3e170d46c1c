"""Which of a line's phones make which written word.

What is spoken is not what is written: "95 %" is said "ninety-five percent", and espeak-ng runs "of the" together. So
each written word is also turned into phones by itself, and these are laid beside those that were spoken.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from voice.alignment import matches

_STRESS = ("ˈ", "ˌ")


@dataclass(frozen=True)
class Phone:
    """One sound of speech; stress is part of the one behind it, length of the one before it."""

    sign: str
    """As the International Phonetic Alphabet writes it, without stress and length."""
    start: float
    end: float
    """In samples since the sound's beginning."""


def phones(timed: Iterable[tuple[str, float]]) -> list[Phone]:
    """Those of one piece of sound.

    Args:
        timed: signs as Piper has them and for how many samples each sounds; punctuation, spaces and the piece's edges
            take time too, and are no phones.
    """
    found: list[Phone] = []
    at, stressed = 0.0, None
    for sign, samples in timed:
        start, at = at, at + samples
        kind = unicodedata.category(sign[0]) if sign else ""
        if sign in _STRESS:
            stressed = start
        elif kind in ("Lm", "Mn") and found and found[-1].end == start:
            found[-1] = Phone(found[-1].sign, found[-1].start, at)
        elif kind.startswith("L"):
            found.append(Phone(sign, start if stressed is None else stressed, at))
            stressed = None
    return found


def word_places(words: Sequence[Sequence[str]], spoken: Sequence[Phone]) -> list[tuple[float, float]]:
    """Where each word of a line begins and ends, in samples; in order, and all within what was spoken.

    Exact where a word sounds as it does by itself. What does not is spread between its neighbours, phone by phone.

    Args:
        words: the signs of each word as it sounds by itself; a word without any takes no time.
        spoken: the line's phones.
    """
    if not spoken:
        return [(0.0, 0.0)] * len(words)
    signs = [sign for word in words for sign in word]
    anchors = {0: 0}
    for i, j in matches(signs, [phone.sign for phone in spoken]):
        if i > 0:  # what is spoken between two words belongs to the first
            anchors[i] = j
        anchors[i + 1] = j + 1
    anchors[len(signs)] = len(spoken)
    borders = np.cumsum([0, *map(len, words)])
    at = np.interp(borders, sorted(anchors), [anchors[i] for i in sorted(anchors)])
    places, before = [], 0.0
    for first, last in pairwise(at.tolist()):
        start = max(before, _start(spoken, first))
        before = max(start, _end(spoken, last))
        places.append((start, before))
    return places


def _start(spoken: Sequence[Phone], place: float) -> float:
    """Of what begins so many phones into the line."""
    phone = spoken[min(int(place), len(spoken) - 1)]
    return phone.start + (place - int(place)) * (phone.end - phone.start) if place < len(spoken) else phone.end


def _end(spoken: Sequence[Phone], place: float) -> float:
    """Of what ends there."""
    whole = int(np.ceil(place))
    if whole == 0:
        return spoken[0].start
    phone = spoken[whole - 1]
    return phone.end - (whole - place) * (phone.end - phone.start)
