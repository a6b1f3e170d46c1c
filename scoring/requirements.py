"""The job description as single requirements."""

import re

from interview.manner import claims
from scoring.words import terms

LEAST_TERMS = 3
"""A line with fewer words of meaning, such as a heading, asks for nothing."""
MOST = 40
"""Lines that are looked at; a longer description repeats itself."""

_BULLET = re.compile(r"^[\s\-–—*•·\d.)]+")
_SENTENCE = re.compile(r"(?<=[.;])\s+")


def requirements(job_description: str) -> tuple[str, ...]:
    """Its lines, long ones cut into sentences, without bullets, headings and repetitions."""
    lines = (_BULLET.sub("", line).strip() for line in job_description.splitlines())
    sentences = (sentence.strip() for line in lines for sentence in _SENTENCE.split(line))
    return tuple(dict.fromkeys(s for s in sentences if len(terms(s)) >= LEAST_TERMS and not s.endswith(":")))[:MOST]


def never_judged(requirement: str) -> bool:
    """Whether it asks for manner or person, as fluent English or a friendly attitude: no words of an answer are held
    against it, and nobody is told to speak to it."""
    return bool(claims(requirement))
