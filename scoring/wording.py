"""Keeps every generated sentence of a report to what was said, not how, nor by what kind of person.

Accent, fluency, pace, fillers, confidence, personality and language proficiency are never judged here, so a sentence
that claims any of them, wherever it comes from, is replaced by a plain one before the report is kept. What people said,
wrote, asked or named is quoted as it stands and not looked at.
"""

import re
from typing import Any

from interview.manner import claims

PLAIN = "This sentence was left out because it spoke of more than what was said."

GENERATED = frozenset(
    "gaps_note improvement_tips justification notes point reason recommendation_reason recommendation_rule score_rule "
    "sentence strengths_note text".split()
)
"""Keys of a report's JSON under which sentences of ours stand."""

_SENTENCES = re.compile(r"(?<=[.?!])\s+")


def cleaned(report: Any, key: str = "") -> Any:
    """A report's JSON, or its part under `key`, with every generated sentence that claims too much replaced."""
    if isinstance(report, dict):
        # The table of evidence holds nothing but what was said.
        return {name: part if name == "evidence" else cleaned(part, name) for name, part in report.items()}
    if isinstance(report, list):
        return [cleaned(part, key) for part in report]
    if isinstance(report, str) and key in GENERATED:
        return " ".join(dict.fromkeys(PLAIN if claims(part) else part for part in _SENTENCES.split(report)))
    return report
