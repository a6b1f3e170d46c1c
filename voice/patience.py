"""How long a silence is let be before the turn counts as over: what was said and how it sounded decide together.

One constant cannot serve both ends. With the library's defaults a finished answer waits half a second, and a thinking
pause of a second is cut into as soon as the end-of-turn model errs. Three things tell ends from pauses: whether a
sentence ended, how it sounded, and how much of an answer there is already. They are weighed by logistic regression,
fitted to 174 silences of the tuning answers by two voices each, 54 of them ends (`bench.silences --tuning`). How much
people say varies more than in those: one half of the weight had each silence, the other half the same silence in
answers of ten lengths, the deciles of what the synthetic candidates say as shares of what is usual at that point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median, quantiles

from voice.cues import full_stop, unfinished

SURE_S = 0.35
"""Where the turn is surely over. The gap between speakers in conversation is 0.2 s (Stivers et al. 2009); the words of
a pause's beginning are known after 0.25 to 0.35 s, and sooner nothing can be decided."""
UNSURE_S = 1.05
"""Where it is likely over: past a second, of which many pauses to think are."""
OPEN_S = 2.05
"""Where it may be over."""
MOST_OPEN_S = 3.05
"""Where it goes on. People who think aloud pause for 1 to 3 s; beyond that a word from the interviewer helps more than
it disturbs."""

OF_SHARE, OF_FULL_STOP, OF_SOUND, AT_NOTHING = 4.1, 0.85, 0.27, -4.5
"""Weights of the regression, in log odds: of the share of a usual answer, of a full stop, and of the end-of-turn
model's own log odds; and where nothing was said. The third came to 0.19, but of the six synthetic voices one ends its
sentences like questions; people do not."""
MOST_SHARE = 1.2
"""Beyond that an answer is as whole as it gets, as is a word where one may be enough. However long it is, one that
sounds broken off (a probability under 0.1) is not over at once."""
SURE, LIKELY, MAYBE = 0.8, 0.6, -0.5
"""Log odds of the turn being over from which on it is waited for `SURE_S`, `UNSURE_S`, `OPEN_S`. Of the tuning answers'
pauses 1 of 120 was cut into within a second, 4 of the 81 of two seconds and more within two, 4 of the 43 of three."""
SOUND_WITHIN = 0.005
"""The end-of-turn model's probabilities are taken to lie so far from 0 and 1: it is wrong more often than it says."""

TYPICAL_WORDS = 25
"""The median answer to a follow-up among the synthetic candidates' 221 prepared answers (12 s)."""
PRIOR_ANSWERS = 1
"""So many answers of the typical length weigh as much as the candidate's own: two long ones show who talks at length,
and that such a speaker's first twenty words are a beginning."""

BREATH_S = 0.5
"""Shorter silences are breaths and closures, of which everybody has many. Counted among a speaker's pauses they would
hide that the speaker thinks aloud."""
OWN_QUANTILE = 0.8
"""Of the candidate's own pauses, four in five are to be let be."""
MOST_SURE_S = 0.5
"""However often they pause: a whole answer is answered within the time a candidate does not notice."""


@dataclass(frozen=True)
class Silence:
    """What is known when a speaker falls silent."""

    said: str
    """The turn so far, with the recognizer's punctuation."""
    sounded_over: float | None
    """The end-of-turn model's probability, 0 to 1; None when it was not asked."""
    typical_words: int
    """How long such answers usually are; 0 where a word may be enough."""
    own_pauses_s: Sequence[float] = ()
    """How long this speaker's silences were after which they went on."""


def patience_s(silence: Silence) -> float:
    """Seconds of silence, from the last sound on, after which the turn is over."""
    own_s, over = _usual(silence.own_pauses_s), log_odds_over(silence)
    if unfinished(silence.said) or over < MAYBE:
        return MOST_OPEN_S
    if over >= SURE:
        return min(MOST_SURE_S, max(SURE_S, own_s))
    # Where a word may be enough, their thinking pauses say nothing.
    own_s = own_s if silence.typical_words else 0.0
    return min(MOST_OPEN_S, max(UNSURE_S if over >= LIKELY else OPEN_S, own_s))


def log_odds_over(silence: Silence) -> float:
    """Of the turn being over, unless the words say that it goes on."""
    words = len(silence.said.split())
    share = min(MOST_SHARE, words / silence.typical_words) if silence.typical_words else MOST_SHARE
    over = AT_NOTHING + OF_SHARE * share + OF_FULL_STOP * full_stop(silence.said)
    if silence.sounded_over is not None:
        sounded = min(1 - SOUND_WITHIN, max(SOUND_WITHIN, silence.sounded_over))
        over += OF_SOUND * log(sounded / (1 - sounded))
    return over


def typical_words(shares: Sequence[float], usual: int = TYPICAL_WORDS) -> int:
    """How long an answer is to be expected where `usual` words are usual.

    `shares`: how long the candidate's answers so far were, as shares of what was usual at their questions: a first
    question takes more words than a follow-up, and one long answer to it tells little of how long those will be.
    """
    return round(usual * median([*shares, *[1.0] * PRIOR_ANSWERS]))


def _usual(silences_s: Sequence[float]) -> float:
    pauses_s = [silence_s for silence_s in silences_s if silence_s >= BREATH_S]
    if len(pauses_s) < 2:
        return 0.0
    return quantiles(pauses_s, n=10, method="inclusive")[round(OWN_QUANTILE * 10) - 1]
