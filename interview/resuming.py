"""Recognizes what is said to go on after a pause or a rude word, and is neither an answer nor a request."""

import re
from typing import Final

from interview.phrases import plain_words

_AROUND: Final = frozenset(
    "i am we are is was that this it so okay yes yeah no well now here again for to the my me you your just all "
    "done set "
    "good right then can could let us go on ahead continue proceed carry start with of at a thanks thank waiting wait "
    "patience bit little rude harsh sorry apologize apologies did not mean out unfair of bad moment hello back ready "
    "interruption delay noise do where were please about english stay".split()
)
"""A turn with any other word says something."""
_READY: Final = frozenset(("back", "ready"))
_GO_ON: Final = _READY | {"continue", "proceed", "go", "carry", "done", "start", "here"}
_APOLOGY: Final = frozenset(("sorry", "apologize", "apologies"))
_MEANT: Final = frozenset(("rude", "harsh", "unfair", "mean", "apologize", "apologies"))
"""Beside an apology; "sorry" alone asks for the question once more."""


def resumes(text: str, *, held: bool = False, nudged: bool = False) -> bool:
    """Whether a turn says no more than that its speaker goes on: "I'm back", "sorry, that was rude". `held`: whether
    there was a pause, after which "let's continue" is enough. `nudged`: whether the silence was broken just now, with
    what may have been the offer to say the question again: then "yes, please" is."""
    said = {word.text for word in plain_words(text)}
    if nudged and re.fullmatch(
        r"\W*(?:(?:yes|yeah|yep|sure|please|that would be (?:good|nice|great)|do)\W*)+", text.lower()
    ):
        return True
    if not said or not said <= _AROUND:
        return False
    if "english" in said and len(said) > 1:
        return True
    return bool(said & (_GO_ON if held else _READY)) or bool(said & _APOLOGY and said & _MEANT)
