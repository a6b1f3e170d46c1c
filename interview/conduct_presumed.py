"""What a question takes for granted: claims inside it, and forms that expect their answer.

Who asks "How would you tune the depth, given that deep trees memorize noise?" has told something. It is a hint unless
the candidate said it.
"""

import re
from collections.abc import Iterator
from typing import Final

from interview.conduct_wording import AUXILIARY, START

_NEGATED: Final = rf"(?:(?:{AUXILIARY})n't|won't|can't|shan't|ain't)"
EXPECTS: Final = re.compile(
    rf"{START}(?:{_NEGATED}\b|(?:{AUXILIARY})\s+(?:\w+\s+)?not\b)"
    rf"|{START}(?:do|did|can|could|have)\s+you\s+(?:\w+\s+)?(?:see|seen|realiz\w+|realis\w+|understand|understood|notice\w*|"
    rf"recogniz\w+|recognis\w+|grasp|appreciate)\s+(?:why|that|how\s+(?!\w+\s+you\b|you\b|to\b|often\b|much\b|many\b|well\b))"
    rf"|{START}(?:is|was|could|might|would)\s+(?:the|a|one|another|it)\s+(?:\w+\s+)?(?:problem|issue|trouble|risk|catch|reason|"
    r"answer|cause|danger)\b[^?]*\b(?:maybe|perhaps|be|that|with)\b",
)
"""A question that expects its answer: "Isn't that risky?", "Do you see why it might mislead?"."""

_GROUNDS: Final = (
    # A reason in front of the question or behind it.
    rf"(?:\b(?:given|knowing|seeing|considering|assuming|supposing|granted|noting|now|provided|recalling)\s+(?:that|how)"
    rf"|\b(?:the|that) fact that|\b(?:since|because(?: of)?|whereas|although|though|"
    rf"in view of|in light of|due to|owing to"
    rf"|on account of|despite|given)|{START}(?:as|with)(?!\s+(?:a|an|the|you|for|"
    rf"to|well|soon|long|part|it|that|this|is|was)\b))"
    r"\s+(?P<claim>[^,;:—–?]+)"
)
_STATES: Final = (
    r"\b(?:with|for|about|of|despite|against)\s+(?P<claim>(?:[\w'-]+\s+){1,4}(?:being|getting|having|failing|going|becoming|"
    r"arriving|changing|drifting|missing|lacking)\b[^,;:—–?]*)"
)
_NAMED: Final = re.compile(r"\byou (?:\w+ )?(?:described|mentioned|named|said|raised|listed|brought up|told)\b")
_TROUBLES: Final = (
    r"\bhow\s+(?:would|do|did|will|could|can|might|should)\s+(?:[\w'-]+\s+){1,3}?(?:handle|"
    r"deal with|cope with|tackle|mitigate|"
    r"counter|combat|guard against|allow for|account for|correct for|compensate for|"
    r"make up for|prevent|avoid|overcome)\s+"
    r"(?P<claim>[^,;:—–?]+)"
    r"|\b(?:stop|keep|protect|save)\s+(?P<kept>[^,;:—–?]+\b(?:from|against)\b[^,;:—–?]+)"
    r"|\bhow\s+(?:would|do|does|did|will)\s+(?P<state>(?!you\b)[^,;:—–?]+\b(?:stay|remain|end up)\b[^,;:—–?]+)"
    r"|\b(?:limitation|drawback|weakness|shortcoming|flaw|disadvantage|downside)(?:e?s)?\b[^?]*?\b(?:in|for|when|at)\s+"
    r"(?P<lack>\w+ing\b[^,;:—–?]+)"
    r"|\b(?:instead of|rather than|as opposed to)\s+(?P<other>[^,;:—–?]+)"
    rf"|{START}(?:do|did) you (?:\w+ )?know (?:why|that) (?P<why>[^,;:—–?]+)"
)


def claims(question: str) -> Iterator[str]:
    """What is stated inside a question, in lower case: grounds, states of things."""
    for pattern in (_GROUNDS, _STATES):
        yield from (found["claim"].strip() for found in re.finditer(pattern, question))


def troubles(question: str) -> Iterator[str]:
    """What a question brings up as if it were there: a difficulty to deal with, a lack, an alternative."""
    for found in re.finditer(_TROUBLES, question):
        named = next(filter(None, found.groupdict().values())).strip()
        if not _NAMED.search(named):
            yield named
