"""Words that say nothing: those of people who think, and those by which listeners show that they listen."""

import re
from typing import Final

from interview.phrases import ASSENT
from interview.words import words_of

FILLERS: Final = frozenset(
    (
        "okay ok sure um uh uhm er erm ah oh hum right yeah yes yep alright so well and but like hi hello hey thanks "
        "thank you got it great cool nice perfect"
    ).split()
)
"""Among them, with hums and "uh-huh", what listeners say most in telephone calls: uh-huh, yeah, right, oh, yes, okay,
um-hum, sure (Switchboard, annotated for speech acts by Jurafsky, Shriberg and Biasca, 1997)."""
_HUM: Final = re.compile(r"(?=[hn]*m)[hmn]{2,}")
"""However the recognizer writes it: "Hm", "Mm-hmm", "Mhmm", "M-hm". One letter alone may be the name of something."""


def says_nothing(text: str) -> bool:
    """Whether it is made of these words alone: no answer, and nothing to fall silent for."""
    rest = [word for word in words_of(ASSENT.sub(" ", text)) if word not in FILLERS]
    return not rest or _HUM.fullmatch("".join(rest)) is not None
