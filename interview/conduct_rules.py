"""The rules of conduct: each finds in a line what breaks it.

Some wordings are always a breach. For a follow-up, which a model writes, the rules also ask where its content comes
from: what it states or names has to come from the candidate's answer or from the section's own public text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from interview import conduct_presumed as presumed
from interview import conduct_wording as wording
from interview.conduct_line import ConductLine as Line
from interview.events import LineKind
from interview.policy import ALL_TERMS, RUBRIC_WORDS, Names, Policy
from interview.words import phrase, stems

ASKS: Final[frozenset[LineKind]] = frozenset({"follow_up", "prompt"})
"""Kinds that put exactly one question; all others put none or one."""
TALKS: Final[frozenset[LineKind]] = frozenset({"follow_up", "acknowledgement", "reply", "nudge"})
"""Kinds in which a statement could teach."""
SPARE_WORDS: Final = 1
"""So many telling words of "You mentioned ..." may be new: a crude stem misses some that were said."""
WORDS_FOR_A_NEW_ONE: Final = 3
"""What a question takes to be there may have one new word beside so many that were said."""
FRAME: Final = stems(wording.FRAME_WORDS)
PREAMBLE_WORDS: Final = 10
"""A statement before a follow-up's question longer than this restates or teaches."""
REFERENCE_WORDS: Final = 9
"""How many words "You mentioned ..." may quote."""
RUBRIC_SHARE = 0.6
"""A line gives the rubric away when it holds this share, and at least RUBRIC_WORDS, of an indicator's telling words."""
SYMBOLS: Final = frozenset("*_#`~|<>{}[]()\\/^=+@•‖²³→")
FOREIGN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Sk", "Sm", "So"})


def one_question(line: Line, policy: Policy) -> Iterator[str]:
    """Exactly one question where one is put, at most one elsewhere; a verdict's "Continue." needs none."""
    asked = len(re.findall(r"\?+", line.text))
    if asked > 1:
        yield f"{asked} questions; ask one"
    needless = policy.is_verdict(line.raw) or (policy.coding and line.kind == "prompt")
    if asked == 0 and line.kind in ASKS and not needless:
        yield "no question; ask one"
    for sentence in line.questions:
        for double in re.finditer(wording.DOUBLE_QUESTION, sentence):
            if not _same_question(sentence, double):
                yield f"a second question: '{double.group()}'"
        if second := re.search(wording.SECOND_HEAD, sentence):
            yield f"a second question: '{second.group()}'"
    if line.kind == "follow_up" and asked:
        for statement in line.statements:
            if re.match(wording.REQUEST_SENTENCE, statement):
                yield f"a request beside the question: '{statement}'"


def _same_question(sentence: str, double: re.Match[str]) -> bool:
    """Whether this is one question all the same: nothing was asked before the "and", or an "or" offers a choice."""
    before = sentence[: double.start()]
    if re.fullmatch(rf"\W*(?:{wording.WH})\s*", before):
        return True  # "when and why would you ..."
    if not re.search(rf"\b(?:{wording.WH}|{wording.AUXILIARY})\b", before):
        return True
    return bool(re.match(rf"\W*or\s+(?:{wording.AUXILIARY})\b", double.group()))


def question_last(line: Line, policy: Policy) -> Iterator[str]:
    """A follow-up ends with its question."""
    if line.kind == "follow_up" and "?" in line.text and not line.text.endswith("?"):
        yield "words after the question; end with it"


def max_words(line: Line, policy: Policy) -> Iterator[str]:
    """No longer than the interview allows."""
    if len(line.words) > policy.max_words:
        yield f"{len(line.words)} words; at most {policy.max_words}"


def speakable(line: Line, policy: Policy) -> Iterator[str]:
    """Nothing that cannot be said aloud: marks, lists, addresses, code, formulas."""
    raw = line.raw
    if not line.words:
        yield "nothing to say"
    if "\n" in raw or "\r" in raw or "\t" in raw:
        yield "a line break or tab"
    if re.search(r"https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|dev)\b", line.text):
        yield "a web address"
    unsaid = re.sub(r"\b[ab]/[ab]\b|\bci/cd\b", "", line.text)
    if marks := sorted(SYMBOLS & set(unsaid)):
        yield f"marks that cannot be said: {' '.join(marks)}"
    if re.match(r"\s*(?:[-–•]\s|\(?\d+[.)]\s)", raw):
        yield "a list"
    if re.search(r"\b[a-z]{2,}[A-Z][a-z]\w*\b", raw):
        yield "an identifier from code"
    if formula := re.search(wording.FORMULA_ALOUD, line.text):
        yield f"a formula: '{formula.group()}'"
    if strange := sorted({char for char in raw if _strange(char, line.kind)}):
        yield f"characters without a sound: {' '.join(map(ascii, strange))}"


@lru_cache(maxsize=1024)
def _strange(char: str, kind: LineKind) -> bool:
    if char in SYMBOLS or char.isspace():
        return False
    if unicodedata.category(char) in FOREIGN_CATEGORIES:
        return True
    # A greeting and a closing say the candidate's name, in whatever letters it is written.
    return kind not in ("greeting", "closing") and char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")


def forbidden(line: Line, policy: Policy) -> Iterator[str]:
    """None of the interview's forbidden phrases."""
    for unwanted in policy.forbidden:
        if phrase(unwanted).search(line.text):
            yield f"'{unwanted}'"


def no_validation(line: Line, policy: Policy) -> Iterator[str]:
    """No praise, no encouragement, no verdict."""
    yield from _found(wording.NO_VALIDATION, line.text)
    for claim in line.claims:
        # "You said half of the labels were wrong" gives the candidate's own verdict back.
        if not re.match(wording.REFERENCE, claim):
            yield from _found(wording.NO_VALIDATION_IN_CLAIMS, claim)
            if line.kind == "follow_up":
                yield from _found(wording.NO_VALIDATION_IN_FOLLOW_UPS, claim)


def no_hint(line: Line, policy: Policy) -> Iterator[str]:
    """No pointing the way: nothing named that nobody has named, no leading question."""
    yield from _found(wording.NO_HINT, line.text)
    for claim in line.claims:
        yield from _found(wording.NO_HINT_IN_CLAIMS, claim)
    for example in re.finditer(wording.EXAMPLES, line.text):
        if not stems(example["named"]) <= line.heard_stems:
            yield f"an example the candidate did not name: '{example.group()}'"
    if line.kind != "follow_up" or line.text in policy.authored:
        return
    if (short := re.search(wording.WHY_NOT_ENOUGH, line.text)) and not stems(short["verdict"]) & line.heard_stems:
        yield f"a leading question: '{short.group().strip()}'"
    if (named := _unheard(policy.unnamed, line)) and not stems(named) <= line.heard_stems:
        yield f"'{named}', which nobody has named"
    for question in line.questions:
        if expects := presumed.EXPECTS.search(question):
            yield f"a question that expects its answer: '{expects.group().strip()}'"
        for claim in presumed.claims(question):
            if len(stems(claim) - line.heard_stems - FRAME) > (SPARE_WORDS if claim.startswith("you ") else 0):
                yield f"a claim the candidate has not made: '{claim}'"
        for trouble in presumed.troubles(question):
            known = stems(trouble) & (line.heard_stems | policy.public | FRAME)
            if len(stems(trouble) - known) * WORDS_FOR_A_NEW_ONE > len(known):
                yield f"a difficulty the candidate did not name: '{trouble}'"
        for leading in re.finditer(wording.WOULD_IT_HELP, question):
            if not stems(leading["named"]) <= line.heard_stems:
                yield f"a proposal as a question: '{leading.group().strip()}'"
        about = re.match(wording.YES_OR_NO, question)
        if about and (new := stems(about["named"])) and new.isdisjoint(line.heard_stems | policy.public):
            yield f"a leading question: '{about.group().strip()}'"
        for about in re.finditer(wording.WHAT_ABOUT, question):
            if not stems(about["named"]) <= line.heard_stems | policy.public:
                yield f"a topic the candidate did not name: '{about.group().strip()}'"


def no_suggestion(line: Line, policy: Policy) -> Iterator[str]:
    """No proposal of what to do."""
    yield from _found(wording.NO_SUGGESTION, line.text)
    for claim in line.claims:
        yield from _found(wording.NO_SUGGESTION_IN_CLAIMS, claim)
    for why_not in re.finditer(wording.WHY_NOT, line.text):
        if not stems(why_not["named"]) <= line.heard_stems:
            yield f"a suggestion: '{why_not.group().strip()}'"


def no_teaching(line: Line, policy: Policy) -> Iterator[str]:
    """No explanation, no lesson: a follow-up states nothing that the candidate has not said."""
    yield from _found(wording.NO_TEACHING, line.text)
    # A prompt may state what it asks about, and is said again when the candidate asks for it.
    if line.kind not in TALKS or line.text in policy.prompts or policy.coding or policy.answers:
        return
    for claim in line.claims:
        yield from _found(wording.NO_TEACHING_IN_CLAIMS, claim)
    for claim in line.claims:
        if line.kind != "follow_up":
            if term := _term_in(claim):
                yield f"a statement about '{term}'"
            continue
        new = stems(claim) - line.heard_stems - policy.public - FRAME
        spare = SPARE_WORDS if re.match(wording.REFERENCE, claim) else 0
        if len(new) > spare and not re.match(wording.REQUEST_SENTENCE, claim):
            yield f"a statement the candidate has not made: '{claim}'"


def no_summary(line: Line, policy: Policy) -> Iterator[str]:
    """No restating of the answer."""
    yield from _found(wording.NO_SUMMARY, line.text)
    if line.kind not in TALKS:
        return
    for claim in line.claims:
        yield from _found(wording.NO_SUMMARY_IN_CLAIMS, claim)
        if line.kind == "follow_up":
            yield from _found(wording.NO_SUMMARY_IN_FOLLOW_UPS, claim)
    for reference in re.finditer(wording.REFERENCE, line.text):
        if len(reference["what"].split()) > REFERENCE_WORDS:
            yield f"restating the answer: '{reference.group().strip()}'"
    if line.kind != "follow_up":
        return
    stated = sum(len(re.findall(r"[\w'-]+", claim)) for claim in line.claims)
    if stated > PREAMBLE_WORDS:
        yield f"a statement of {stated} words before the question; at most {PREAMBLE_WORDS}"


def no_derivation(line: Line, policy: Policy) -> Iterator[str]:
    """No derivation, proof, memorized formula; code only where the section asks for it."""
    yield from _found(wording.NO_DERIVATION, line.text)
    if not policy.coding:
        yield from _found(wording.NO_CODE, line.text)


def withheld(line: Line, policy: Policy) -> Iterator[str]:
    """No word the section withholds, unless the candidate said it."""
    if named := _unheard(policy.withheld, line):
        yield f"'{named}', which the candidate has not said"


def _unheard(terms: Iterable[Names], line: Line) -> str | None:
    """The first of these terms in the line that the candidate has said by none of its names."""
    for names in terms:
        named = next((name for name in names if phrase(name).search(line.text)), None)
        if named and not any(phrase(name).search(line.heard) for name in names):
            return named
    return None


def no_rubric(line: Line, policy: Policy) -> Iterator[str]:
    """Nothing of what a strong answer contains."""
    free = policy.public | stems(line.said)
    for run in sorted(policy.rubric_runs & line.runs):
        if not stems(run) <= free:
            yield f"words of the rubric: '{run}'"
            return
    for telling in policy.rubric:
        left = telling - free
        hits = left & line.stems
        if len(hits) >= RUBRIC_WORDS and len(hits) / len(left) >= RUBRIC_SHARE:
            yield f"words of the rubric: {', '.join(sorted(hits))}"
            return


@lru_cache(maxsize=1024)
def _term_in(claim: str) -> str | None:
    """The first technical term that a claim names."""
    return next((name for names in ALL_TERMS for name in names if phrase(name).search(claim)), None)


# Remembered: an interview's lines are checked against the policy of each of its sections.
@lru_cache(maxsize=4096)
def _found(patterns: wording.Patterns, text: str) -> tuple[str, ...]:
    matches = ((evidence, re.search(pattern, text)) for pattern, evidence in patterns)
    return tuple(f"{evidence}: '{match.group().strip()}'" for evidence, match in matches if match)
