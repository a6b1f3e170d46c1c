"""The job description as single requirements, and where an answer speaks to them: chosen words, as for every point."""

import re
from collections.abc import Iterable

from interview.spec import Indicator, Spec
from scoring.addressed import judgeable
from scoring.evidence import Evidence, Finder
from scoring.transcript import Clause
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


def spoken_to(wanted: Iterable[str], spec: Spec, clauses: Iterable[Clause]) -> dict[str, dict[str, Evidence]]:
    """Section id → requirement → the clearly heard words of that section's answer that come near it."""
    said = [clause for clause in judgeable(list(clauses)) if not clause.shaky]
    finder = Finder(spec, said)
    found: dict[str, dict[str, Evidence]] = {}
    for requirement in wanted:
        point = Indicator(id="requirement", axis="fit", point=requirement)
        for section in dict.fromkeys(clause.section for clause in said):
            nearest = finder.nearest(point, [clause for clause in said if clause.section == section])
            if nearest is not None:
                found.setdefault(section, {})[requirement] = nearest
    return found
