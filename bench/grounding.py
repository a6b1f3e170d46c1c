"""Whether a follow-up takes up what the candidate said: a check of its own, beside the interviewer's."""

import re

LETTERS = 5
"""Words are compared by so many first letters: "ranking" with "ranks"."""
EMPTY = frozenset(
    """about actually after again always another because been before being could does doing down each else even every
    first from going good have having here into just know like look made make many maybe mean might more most much need
    never only other over people possible probably quite rather really right same should since some something start
    still such sure take than that their them then there these they thing things think this those through time under
    until used using very want well were what when where whether which while will with without work would your year
    years question answer interview mentioned said explain describe example tell walk choose decide handle approach
    system model data""".split()
)
"""Words that any two texts of such an interview share."""


def takes_up(question: str, answer: str, before: str) -> bool:
    """Whether a telling word of the answer comes back that the question it answers (`before`) did not have."""
    return bool(_telling(question) & (_telling(answer) - _telling(before)))


def _telling(text: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {word[:LETTERS] for word in words if word not in EMPTY}
