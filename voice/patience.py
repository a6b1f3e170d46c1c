"""How long a silence is let be before the turn counts as over: what was said and how it sounded decide together.

One constant cannot serve both ends. With the library's defaults a finished answer waits half a second and a thinking
pause of a second is cut into as soon as the end-of-turn model errs, which on a comma it does about as often as on a
full stop (probabilities after 0.3 s of silence, six synthetic voices: 0.42 on average at 180 commas, 0.46 at 111
ends). The words tell more, and so does how much of an answer there is already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from voice.cues import full_stop, unfinished

SURE_S = 0.35
"""For an answer that is whole in every respect. The gap between speakers in conversation is 0.2 s (Stivers et al.
2009); the words of a pause's beginning are known after 0.25 to 0.35 s, and sooner nothing can be decided."""

UNSURE_S = 1.05
"""For an answer that may be whole but is short, or sounded open: past a second, of which many pauses to think are. Of
59 pauses of the tuning answers 7 were cut into within a second, with 0.9 s 10."""

LEAST_OPEN_S, MOST_OPEN_S = 2.2, 3.2
"""For one that is not whole. People who think aloud pause for 1 to 3 s; beyond that a word from the interviewer helps
more than it disturbs."""

HARDLY_OVER = 0.2
"""The end-of-turn model's probability under which a turn goes on: 4 of 111 ends lay below, a quarter of the pauses
after conjunctions, articles and fillers."""
LIKELY_OVER = 0.36
"""livekit-agents' own threshold for English."""

TYPICAL_WORDS = 25
"""The median answer to a follow-up among the synthetic candidates' 221 prepared answers (12 s)."""
HARDLY_AN_ANSWER, AN_ANSWER = 0.35, 0.8
"""Shares of the typical length: one in twenty of those answers is under the first, seven in ten reach the second. At
1.0 only 4 of the 59 pauses were cut into within a second, but in `make demo ARGS=--brief` six of eight turns then ended
after 1.1 s, with a median of 1.5 s to the first sound that the candidate heard."""
PRIOR_ANSWERS = 1
"""So many answers of the typical length weigh as much as the candidate's own: two long ones show who talks at length,
and that such a speaker's first twenty words are a beginning."""

BREATH_S = 0.5
"""Shorter silences are breaths and closures, of which everybody has many. Counted among a speaker's pauses they hid
that the speaker thinks aloud: 22 of the 59 pauses were cut into within a second, without them 10, both with
`UNSURE_S` at 0.9 s."""
OWN_QUANTILE = 0.8
"""Of the candidate's own pauses, four in five are to be let be."""
MOST_SURE_S = 0.5
"""However often they pause: a whole answer is answered within the time a candidate does not notice."""
MOST_UNSURE_S = 2.1
"""Beyond two seconds, of which most pauses are shorter."""

HALTING_S = 0.8
"""Who lets this much silence be in the middle of answers thinks aloud: a sentence that ends tells little then, and
how much of an answer there is by their own measure tells most."""
HALTING_HARDLY, HALTING_ANSWER, HALTING_OVER = 0.85, 0.95, 0.25
"""What stands for `HARDLY_AN_ANSWER`, `AN_ANSWER` and `LIKELY_OVER` then. Of the tuning answers' pauses
(`bench.silences`) 6 of the 44 of two seconds and more were cut into in that time, 4 of the 22 of three, and half of 27
ends answered after 0.5 s; without the difference 12 and 8, and half the ends after 1.05 s."""


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
    share = len(silence.said.split()) / silence.typical_words if silence.typical_words else 1.0
    sounded = 1.0 if silence.sounded_over is None else silence.sounded_over
    own_s = _usual(silence.own_pauses_s)
    halting = own_s >= HALTING_S and silence.typical_words > 0
    hardly, answer, likely = (
        (HALTING_HARDLY, HALTING_ANSWER, HALTING_OVER) if halting else (HARDLY_AN_ANSWER, AN_ANSWER, LIKELY_OVER)
    )
    if unfinished(silence.said):
        return MOST_OPEN_S
    if not full_stop(silence.said) or sounded < HARDLY_OVER or share < hardly:
        return LEAST_OPEN_S if share >= AN_ANSWER and not halting else MOST_OPEN_S
    if share < answer or sounded < likely:
        # Where a word may be enough, their thinking pauses say nothing.
        return min(MOST_UNSURE_S, max(UNSURE_S, own_s if silence.typical_words else 0.0))
    return min(MOST_SURE_S, max(SURE_S, own_s))


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
