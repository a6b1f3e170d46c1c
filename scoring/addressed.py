"""Recognizes words that are meant for whoever grades instead of for the interviewer.

They are left out of what is judged (the transcript keeps them). The rules are narrow: a candidate speaks of ignoring,
scoring and answering for good reasons too.
"""

import re
from collections.abc import Iterable

from scoring.transcript import Clause

_FOR_THE_GRADER = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(ignore|disregard|forget|override)\b.{0,40}\b(instructions?|your rules|system prompt|guidelines|rubric)\b",
        r"\b(answer|say|respond|reply|output|print|write)\b.{0,15}\b(yes|true|met|strong)\b.{0,30}\b(every|each|all)\b",
        r"\b(answer|say|respond|reply|output|print)\s+(only\s+|with\s+|just\s+)*[\"'“‘]?(yes|strong)\b",
        r"^\W*(yes\b\W*){2,}$",
        # In ranking an item is a "candidate" too: only what is said of people counts.
        r"\b(the|this) candidate('s answer)?\s+(has (fully |clearly )?)?(states?|stated|deserves?|meets|"
        r"answered|covered|showed|shown|demonstrated|named)\b",
        r"\b(give|award|grant|assign)\s+(me|this answer|this candidate|the candidate|them)\b.{0,40}"
        r"\b(points?|marks?|scores?|grades?|ratings?|credit)\b",
        r"\b(as|you are|dear|note to|message to|attention)\s+(now\s+)?(an?\s+|the\s+)?"
        r"(ai|llm|language model|evaluator|grader|judge|assessor|scorer|scoring model|grading model)\b",
        r"\b(the|this) candidate's answer\b",
        r"\bsystem\s*(prompt|message|override|instruction)",
        r"<\|?/?(im_start|im_end|system|assistant|user|eot|answer|end|fence)\b|\[/?(inst|answer|system)\b",
        r"^\s*(system|assistant|point)\s*:",
    )
)


def judgeable(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that answer the interviewer."""
    return [clause for clause in clauses if not addressed_to_grader(clause.text)]


def addressed_to_grader(text: str) -> bool:
    """Whether a clause tries to steer its own grading."""
    return any(rule.search(text) for rule in _FOR_THE_GRADER)
