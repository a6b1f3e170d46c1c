"""Recognizes words that are meant for whoever grades instead of for the interviewer.

They are left out of what is judged (the transcript keeps them). The rules are narrow: a candidate speaks of ignoring,
scoring and answering for good reasons too. Wider ones hold only for words that are near no point of the question; the
report notes them, and an answer of such words alone is unscored.
"""

import re
from collections.abc import Callable, Iterable

from scoring.transcript import SHORTEST_CLAUSE_WORDS, Clause

_FOR_THE_GRADER = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(ignore|disregard|forget|override)\b.{0,40}\b(instructions?|your rules|system prompt|guidelines|rubric)\b",
        r"\b(answer|say|respond|reply|output|print|write)\b.{0,15}\b(yes|true|met|strong)\b.{0,30}\b(every|each|all)\b",
        r"^\W*(yes\b\W*){2,}$",
        # In ranking an item is a "candidate" too: only what is said of people counts.
        r"\b(the|this) candidate('s answer)?\s+(has (fully |clearly )?)?(states?|stated|deserves?|meets|"
        r"answered|covered|showed|shown|demonstrated|named)\b",
        r"\b(give|award|grant|assign)\s+(me|this answer|this candidate|the candidate|them)\b.{0,40}"
        r"\b(points?|marks?|scores?|grades?|ratings?|credit)\b",
        r"\b(as|you are|dear|note to|message to|attention)\s+(now\s+)?(an?\s+|the\s+)?"
        r"(ai|llm|language model|evaluator|grader|judge|assessor|scorer|scoring model|grading model)\b",
        r"\b(note|message) to (whoever|anyone|everyone|all)\b.{0,15}\b(grad|scor|judg|read|mark|assess)",
        r"\bgive (an? )?(five|5|ten|10|hundred|100|full|top|best|highest)\b.{0,20}\bto (this|my) "
        r"(account|answer|candidate|explanation)\b",
        r"\b(the|this) candidate's answer\b",
        r"<\|?/?(im_start|im_end|system|assistant|user|eot|answer|end|fence)\b|\[/?(inst|answer|system)\b",
        r"^\s*(system|assistant|point)\s*:|\b(student|reference) answer\s*:",
        # "We asked the model to answer yes or no" tells what was done.
        r"\bdoes the (student|candidate('s)?) answer\b|(?<!\bto )\b(reply|answer|respond)( with)? yes or no\b",
    )
)

_MARKED = r"(marks?|scores?|ratings?|credits?|evaluat(e|es|ion))"
_WHO = (
    r"(me|whoever|examiners?|evaluators?|assessors?|teachers?|award|deserves?|(this|my) (answer|explanation|account))"
)
_GRADING = (
    r"(marks?|passed|teachers?|examiners?|evaluators?|assessors?|judges?|(an|the|this) interview|interviewer|"
    r"no rules|(this|my) (answer|explanation|account)|(full|top|best|highest|perfect) (scores?|ratings?|credits?))"
)

_PERHAPS_FOR_THE_GRADER = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\b(answer|say|respond|reply|output|print)\s+(only\s+|with\s+|just\s+)*[\"'“‘]?(yes|strong)\b",
        r"\bsystem\s*(prompt|message|override|instruction)",
        r"\b(grad(e|es|er|ing)|examiners?|rubric)\b",
        # Items, users and models are scored, rated and evaluated too: somebody who grades has to stand beside it.
        rf"\b{_MARKED}\b.{{0,20}}\b{_WHO}\b|\b{_WHO}\b.{{0,20}}\b{_MARKED}\b|\bfull (marks?|credits?|scores?)\b",
        r"\b(student|reference) (answer|solution)\b",
        r"\b(five|5|ten|10|100)\s*(out of|of|/)\s*(five|5|ten|10|100)\b|\b(met|yes|result|grade|score)\b\W{0,3}[:=]",
        r"\b(ignore|disregard|forget|override|instructions?|ignor(a|ez|iere|iert)|oublie[zr]?|olvida|vergiss)\b",
        r"\b(act as|you are now|from now on|let us play|role.?play)\b",
        # Who thinks of a case says so: "imagine a shop", "suppose we have no labels".
        rf"\b(imagine|pretend|suppose)\b.{{0,60}}\b{_GRADING}\b",
        r"\b(points? (is|are)|every(thing)?|all)\b.{0,20}\b(met|yes|true|correct)\b",
        # Structure instead of speech: JSON, comments, markup, code.
        r"^\s*([{\[<#]|//|/\*|\"\"\"|assert\b|return\b)|[\]}>]\s*$|\*/",
        # The same in tongues that candidates of an English interview are not judged in.
        r"\b(punktzahl|bewert\w+|anweisung\w*|puntuaci\w+|nota|calificaci\w+|instrucciones|consignes|notez?|meilleure)\b",
        r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}",
    )
)


_SENTENCE = re.compile(r"[^.?!;]+(?:[.?!;]+(?=\s|$)|$)")


def perhaps_for_grader(text: str) -> bool:
    """Whether a clause might be meant for the grader: no reason to leave it out where it is near a point."""
    return any(rule.search(text) for rule in _PERHAPS_FOR_THE_GRADER)


def judgeable(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that answer the interviewer; of one that does so in part, its sentences that do.

    A clause that goes on in the middle of a sentence from one that was left out belongs to that, one and no more: what
    the recognizer heard may have no full stop for long.
    """
    found: list[Clause] = []
    left_out: Clause | None = None
    for clause in clauses:
        goes_on = left_out is not None and left_out.seq == clause.seq and clause.text[:1].islower()
        kept = [] if goes_on else _kept(clause, addressed_to_grader)
        left_out = None if kept or goes_on else clause
        found += kept
    return found


def meant_as_answer(clauses: Iterable[Clause], is_near: Callable[[Clause], bool]) -> list[Clause]:
    """The same by the wider rules, of which those clauses are spared that are near a point."""
    return [kept for clause in clauses for kept in ([clause] if is_near(clause) else _kept(clause, perhaps_for_grader))]


def addressed_to_grader(text: str) -> bool:
    """Whether a clause tries to steer its own grading."""
    return any(rule.search(text) for rule in _FOR_THE_GRADER)


def _kept(clause: Clause, for_grader: Callable[[str], bool]) -> list[Clause]:
    """The clause itself when no rule holds for it, else its sentences for which none does."""
    if not for_grader(clause.text):
        return [clause]
    sentences = [_stripped(clause, *match.span()) for match in _SENTENCE.finditer(clause.text)]
    # A word or two that are left over belong to what was left out: "Yes or No."
    return [each for each in sentences if len(each.text.split()) >= SHORTEST_CLAUSE_WORDS and not for_grader(each.text)]


def _stripped(clause: Clause, start: int, end: int) -> Clause:
    """The part of a clause without white space around it."""
    text = clause.text[start:end]
    return clause.part(end - len(text.lstrip()), start + len(text.rstrip()))
