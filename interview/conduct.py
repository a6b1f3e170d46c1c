"""The only door to the voice: every line is checked against the interview's policy before it is spoken.

A good line refused costs an authored one in its place; a bad line let through breaks the interview's promise to the
candidate. `python -m bench.conduct` says how often either happens.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from interview import conduct_rules as rules
from interview.conduct_line import ConductLine
from interview.events import LineKind
from interview.model import Frozen
from interview.policy import Policy, policy_for
from interview.words import stems, stretches, words_of

__all__ = ["RULES", "Breach", "Policy", "check", "policy_for", "repeats"]


class Breach(Frozen):
    """One rule that a line breaks."""

    rule: str
    detail: str
    """What in the line breaks it, for the author or the log of refusals."""


Rule = Callable[[ConductLine, Policy], Iterator[str]]

RULES: Final[Mapping[str, Rule]] = {
    "one_question": rules.one_question,
    "question_last": rules.question_last,
    "max_words": rules.max_words,
    "speakable": rules.speakable,
    "forbidden": rules.forbidden,
    "no_validation": rules.no_validation,
    "no_hint": rules.no_hint,
    "no_suggestion": rules.no_suggestion,
    "no_teaching": rules.no_teaching,
    "no_summary": rules.no_summary,
    "no_derivation": rules.no_derivation,
    "withheld_terms": rules.withheld,
    "no_rubric": rules.no_rubric,
}
"""Name of a rule → what finds its breaches in a line."""

WARM: Final = frozenset({"no_validation"})
"""Lifted for the persona's rapport, where the interview allows warmth."""
JUDGING: Final = frozenset({"no_validation", "no_hint", "no_suggestion", "no_teaching", "no_summary", "no_rubric"})
"""Lifted for an interview's own verdicts: they say how good an answer was, what is missing and what would have been
right. What the section withholds stays withheld, and a verdict is as short, speakable and free of forbidden phrases
as any line."""
CLOSING: Final = frozenset({"no_summary", "no_teaching", "no_rubric"})
"""Lifted for an interview's own summary."""


def check(text: str, policy: Policy, kind: LineKind, said: str = "") -> list[Breach]:
    """Every rule that `text`, a line of this kind, breaks, each once; empty when it may be spoken.

    `said` is all the candidate has said in the section: what they named themselves is free to be named.
    """
    return breaches(ConductLine(text, kind, said), policy)


def breaches(line: ConductLine, policy: Policy) -> list[Breach]:
    """The same for a line that is checked against many policies."""
    lifted = _lifted(line, policy)
    return [
        Breach(rule=rule, detail=detail)
        for rule, find in RULES.items()
        if rule not in lifted
        for detail in islice(find(line, policy), 1)
    ]


def _lifted(line: ConductLine, policy: Policy) -> frozenset[str]:
    """The rules that do not bind a line which the policy allows word for word."""
    free = (
        (policy.is_rapport, WARM),
        (policy.is_verdict, JUDGING),
        (policy.is_summary, CLOSING),
    )
    return frozenset[str]().union(*(lifted for allows, lifted in free if allows(line.raw)))


def repeats(question: str, asked: Iterable[str]) -> bool:
    """Whether a question only asks again what one of `asked` did: nothing new in it, or a stretch word for word."""
    words, telling = words_of(question), stems(question)
    for past in asked:
        if not telling - stems(past):
            return True
        if not set(stretches(words_of(past))).isdisjoint(stretches(words)):
            return True
    return False
