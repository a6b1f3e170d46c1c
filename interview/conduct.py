"""The only door to the voice: every line is checked against the interview's policy before it is spoken.

Each rule is a function from the line to the breaches it finds; `RULES` names them. A good line refused costs an
authored one in its place; a bad line let through breaks the interview's promise to the candidate.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from interview import conduct_wording as wording
from interview.events import LineKind
from interview.model import Frozen
from interview.persona import Persona
from interview.spec import Section, Spec
from interview.words import phrase, plain, stems, stretches, with_joined_letters, words_of

ASKS: Final[frozenset[LineKind]] = frozenset({"follow_up", "prompt"})
"""Kinds that put exactly one question; all others put none or one."""
PREAMBLE_WORDS: Final = 10
"""A statement before a follow-up's question longer than this restates or teaches."""
REFERENCE_WORDS: Final = 9
"""How many words "You mentioned ..." may quote."""
RUBRIC_SHARE, RUBRIC_WORDS = 0.6, 3
"""A line gives the rubric away when it holds this share, and at least so many, of an indicator's telling words."""
SYMBOLS: Final = frozenset("*_#`~|<>{}[]()\\/^=+@•")
FOREIGN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Sk", "Sm", "So"})


class Breach(Frozen):
    """One rule that a line breaks."""

    rule: str
    detail: str
    """What in the line breaks it, for the author or the log of refusals."""


class Policy(Frozen):
    """What may be said in one section of one interview, whoever speaks."""

    max_words: int
    validation: Literal["never", "warm", "templates"]
    rapport: tuple[str, ...]
    """Persona lines that may show warmth; empty unless the spec allows it."""
    forbidden: tuple[str, ...]
    withheld: tuple[tuple[str, ...], ...]
    """Groups of names for one thing; a group is free once the candidate said one of its names."""
    coding: bool
    """The section asks for code."""
    public: frozenset[str]
    """Stems of the words that the section's own prompt, objective and intents use."""
    rubric: tuple[frozenset[str], ...]
    """Telling stems of each indicator wording. Never leaves the process."""
    rubric_runs: frozenset[str]
    """Stretches of the indicators' wordings that no public text contains. Never leaves the process."""


def policy_for(spec: Spec, persona: Persona, section_id: str | None) -> Policy:
    """The policy of a section; with None that of the opening and the closing. KeyError for an unknown section."""
    section = spec.section(section_id) if section_id else None
    conduct = spec.conduct
    public = stems(" ".join(_public_text(spec, section)))
    return Policy(
        max_words=conduct.max_words,
        validation=conduct.validation,
        rapport=persona.acknowledgements if conduct.validation == "warm" else (),
        forbidden=conduct.forbidden,
        withheld=tuple(_names(term) for term in section.withheld_terms) if section else (),
        coding=bool(section and section.coding),
        public=public,
        rubric=tuple(telling for words in _rubric(section) if len((telling := stems(words)) - public) >= RUBRIC_WORDS),
        rubric_runs=_runs(_rubric(section)) - _runs(_public_text(spec, section)),
    )


def check(text: str, policy: Policy, kind: LineKind, said: str = "") -> list[Breach]:
    """Every rule that `text`, a line of this kind, breaks; empty when it may be spoken.

    `said` is all the candidate has said in the section: what they named themselves is free to be named.
    """
    line = _Line(text, kind, said)
    return [Breach(rule=rule, detail=detail) for rule, find in RULES.items() for detail in find(line, policy)]


def repeats(question: str, asked: Iterable[str]) -> bool:
    """Whether a question only asks again what one of `asked` did: nothing new in it, or a stretch word for word."""
    words, telling = words_of(question), stems(question)
    for past in asked:
        if not telling - stems(past):
            return True
        if not set(stretches(words_of(past))).isdisjoint(stretches(words)):
            return True
    return False


@dataclass(frozen=True)
class _Line:
    raw: str
    kind: LineKind
    said: str

    @cached_property
    def text(self) -> str:
        """Lower case, plain quotes, single spaces."""
        return plain(self.raw)

    @cached_property
    def sentences(self) -> list[str]:
        return [sentence for sentence in re.split(r"(?<=[.!?…])\s+", self.text) if sentence]

    @cached_property
    def statements(self) -> list[str]:
        return [sentence for sentence in self.sentences if not sentence.endswith("?")]

    @cached_property
    def words(self) -> list[str]:
        return re.findall(r"[\w']+(?:-[\w']+)*", self.text)


def _one_question(line: _Line, policy: Policy) -> Iterator[str]:
    asked = len(re.findall(r"\?+", line.text))
    if asked > 1:
        yield f"{asked} questions; ask one"
    if asked == 0 and line.kind in ASKS and not (policy.coding and line.kind == "prompt"):
        yield "no question; ask one"
    for sentence in line.sentences:
        if not sentence.endswith("?"):
            continue
        for double in re.finditer(wording.DOUBLE_QUESTION, sentence):
            if not _same_question(sentence, double):
                yield f"a second question: '{double.group()}'"
    if line.kind == "follow_up" and asked:
        for statement in line.statements:
            if re.match(wording.REQUEST_SENTENCE, statement):
                yield f"a request beside the question: '{statement}'"


def _same_question(sentence: str, double: re.Match[str]) -> bool:
    """Whether this is one question all the same: nothing was asked before the "and", or an "or" offers a choice."""
    before = sentence[: double.start()]
    if not re.search(
        r"\b(?:what|how|why|which|when|where|who|would|do|does|did|is|are|will|can|could|should)\b", before
    ):
        return True
    return bool(re.match(r"\W*or\s+(?:would|do|does|did|is|are|will|can|could|should)\b", double.group()))


def _question_last(line: _Line, policy: Policy) -> Iterator[str]:
    if line.kind == "follow_up" and "?" in line.text and not line.text.endswith("?"):
        yield "words after the question; end with it"


def _max_words(line: _Line, policy: Policy) -> Iterator[str]:
    if len(line.words) > policy.max_words:
        yield f"{len(line.words)} words; at most {policy.max_words}"


def _speakable(line: _Line, policy: Policy) -> Iterator[str]:
    raw = line.raw
    if not line.words:
        yield "nothing to say"
    if "\n" in raw or "\r" in raw or "\t" in raw:
        yield "a line break or tab"
    if re.search(r"https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|dev)\b", line.text):
        yield "a web address"
    unsaid = re.sub(r"\b[ab]/[ab]\b", "", line.text)
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


def _strange(char: str, kind: LineKind) -> bool:
    if char in SYMBOLS or char.isspace():
        return False
    if unicodedata.category(char) in FOREIGN_CATEGORIES:
        return True
    # A greeting says the candidate's name, in whatever letters it is written.
    return kind != "greeting" and char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")


def _forbidden(line: _Line, policy: Policy) -> Iterator[str]:
    for unwanted in policy.forbidden:
        if phrase(unwanted).search(line.text):
            yield f"'{unwanted}'"


def _no_validation(line: _Line, policy: Policy) -> Iterator[str]:
    if line.text not in map(plain, policy.rapport):
        yield from _found(wording.NO_VALIDATION, line.text)


def _no_hint(line: _Line, policy: Policy) -> Iterator[str]:
    yield from _found(wording.NO_HINT, line.text)
    for example in re.finditer(wording.EXAMPLES, line.text):
        if not stems(example["named"]) <= stems(line.said):
            yield f"an example the candidate did not name: '{example.group()}'"


def _no_suggestion(line: _Line, policy: Policy) -> Iterator[str]:
    yield from _found(wording.NO_SUGGESTION, line.text)


def _no_teaching(line: _Line, policy: Policy) -> Iterator[str]:
    yield from _found(wording.NO_TEACHING, line.text)
    # The coding task's own description is a statement, and is said again when the candidate asks.
    if line.kind in ("follow_up", "acknowledgement", "reply", "nudge") and not policy.coding:
        for statement in line.statements:
            yield from _found(wording.NO_TEACHING_IN_STATEMENTS, statement)


def _no_summary(line: _Line, policy: Policy) -> Iterator[str]:
    yield from _found(wording.NO_SUMMARY, line.text)
    if line.kind != "follow_up":
        return
    stated = sum(len(re.findall(r"[\w'-]+", statement)) for statement in line.statements)
    if stated > PREAMBLE_WORDS:
        yield f"a statement of {stated} words before the question; at most {PREAMBLE_WORDS}"
    for reference in re.finditer(wording.REFERENCE, line.text):
        if len(reference["what"].split()) > REFERENCE_WORDS:
            yield f"restating the answer: '{reference.group().strip()}'"


def _no_derivation(line: _Line, policy: Policy) -> Iterator[str]:
    yield from _found(wording.NO_DERIVATION, line.text)
    if not policy.coding:
        yield from _found(wording.NO_CODE, line.text)


def _withheld(line: _Line, policy: Policy) -> Iterator[str]:
    said = with_joined_letters(plain(line.said))
    for names in policy.withheld:
        named = next((name for name in names if phrase(name).search(line.text)), None)
        if named and not any(phrase(name).search(said) for name in names):
            yield f"'{named}', which the candidate has not said"


def _no_rubric(line: _Line, policy: Policy) -> Iterator[str]:
    free = policy.public | stems(line.said)
    for run in sorted(policy.rubric_runs.intersection(stretches(words_of(line.raw)))):
        if not stems(run) <= free:
            yield f"words of the rubric: '{run}'"
            return
    spoken = stems(line.text)
    for telling in policy.rubric:
        left = telling - free
        hits = left & spoken
        if len(hits) >= RUBRIC_WORDS and len(hits) / len(left) >= RUBRIC_SHARE:
            yield f"words of the rubric: {', '.join(sorted(hits))}"
            return


Rule = Callable[[_Line, Policy], Iterator[str]]

RULES: Final[Mapping[str, Rule]] = {
    "one_question": _one_question,
    "question_last": _question_last,
    "max_words": _max_words,
    "speakable": _speakable,
    "forbidden": _forbidden,
    "no_validation": _no_validation,
    "no_hint": _no_hint,
    "no_suggestion": _no_suggestion,
    "no_teaching": _no_teaching,
    "no_summary": _no_summary,
    "no_derivation": _no_derivation,
    "withheld_terms": _withheld,
    "no_rubric": _no_rubric,
}
"""Name of a rule → what finds its breaches."""


def _found(patterns: wording.Patterns, text: str) -> Iterator[str]:
    for pattern, evidence in patterns:
        if match := re.search(pattern, text):
            yield f"{evidence}: '{match.group().strip()}'"


def _names(term: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in term.split("|") if name.strip())


def _public_text(spec: Spec, section: Section | None) -> Iterator[str]:
    yield spec.context.spoken
    for block in spec.context.shown:
        yield from (block.body, *block.points)
    if section:
        yield from (section.title, *section.objective, section.prompt.shown, section.prompt.spoken)
        yield from (axis.name for axis in section.axes)
        for intent in section.intents:
            yield from (intent.name, *intent.asks, *intent.variants)


def _rubric(section: Section | None) -> Iterator[str]:
    for indicator in section.rubric() if section else ():
        yield from (indicator.point, *indicator.wordings)


def _runs(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(run for text in texts for run in stretches(words_of(text)))
