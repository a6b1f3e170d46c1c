"""What may be said in one section of one interview, whoever speaks."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Literal

from interview.conduct_terms import TERMS
from interview.model import Frozen
from interview.persona import Persona
from interview.spec import Section, Spec
from interview.words import phrase, plain, runs_of, stems

RUBRIC_WORDS = 3
"""An indicator with fewer telling words than this gives nothing away."""

Names = tuple[str, ...]
"""Names for one thing."""


def _names(term: str) -> Names:
    return tuple(name.strip() for name in term.split("|") if name.strip())


ALL_TERMS: Final[tuple[Names, ...]] = tuple(map(_names, TERMS))


class Policy(Frozen):
    """What may be said in one section of one interview, whoever speaks."""

    max_words: int
    validation: Literal["never", "warm", "templates"]
    rapport: tuple[str, ...]
    """Persona lines that may show warmth, word for word; empty unless the spec allows it."""
    templates: tuple[str, ...]
    """The spec's verdicts as complete lines, which may judge and tell, word for word; empty unless it allows them."""
    summaries: tuple[str, ...]
    """Patterns of the spec's summary sentences, which may sum up, in plain form; empty unless the spec allows it."""
    forbidden: tuple[str, ...]
    withheld: tuple[Names, ...]
    """A group is free once the candidate said one of its names."""
    unnamed: tuple[Names, ...]
    """Technical terms that nothing public in the section names: a follow-up that brings one up gives a hint."""
    authored: frozenset[str]
    """The section's own follow-up questions, in plain form: what they name is the spec's choice."""
    prompts: frozenset[str]
    """The section's own main questions, in plain form: said again when the candidate asks for it."""
    coding: bool
    """The section asks for code."""
    answers: bool
    """The candidate asks in this section, and the interviewer tells what the notes say."""
    public: frozenset[str]
    """Stems of the words that the section's own prompts, objective and intents use."""
    rubric: tuple[frozenset[str], ...]
    """Telling stems of each indicator wording. Never leaves the process."""
    rubric_runs: frozenset[str]
    """Stretches of the indicators' wordings that no public text contains. Never leaves the process."""

    def is_verdict(self, text: str) -> bool:
        """Whether it is one of the interview's own verdicts, word for word."""
        return _bare(text) in self._verdicts

    def is_rapport(self, text: str) -> bool:
        """Whether it is one of the persona's warm lines, word for word, and the interview allows them."""
        return _bare(text) in self._warm

    @cached_property
    def _verdicts(self) -> frozenset[str]:
        return frozenset(map(_bare, self.templates))

    @cached_property
    def _warm(self) -> frozenset[str]:
        return frozenset(map(_bare, self.rapport))

    def is_summary(self, text: str) -> bool:
        """Whether it is a sentence of the interview's own summary."""
        return any(re.fullmatch(pattern, plain(text)) for pattern in self.summaries)


def _bare(line: str) -> str:
    return plain(line).rstrip(" .!")


def policy_for(spec: Spec, persona: Persona, section_id: str | None) -> Policy:
    """The policy of a section; with None that of the opening and the closing. KeyError for an unknown section."""
    section = spec.section(section_id) if section_id else None
    conduct = spec.conduct
    text = " . ".join(_public_text(spec, section))
    public = stems(text)
    return Policy(
        max_words=conduct.max_words,
        validation=conduct.validation,
        rapport=persona.rapport if conduct.validation == "warm" else (),
        templates=tuple(_verdict_lines(spec)) if conduct.validation == "templates" else (),
        summaries=tuple(_summaries(spec)) if conduct.summary == "closing" else (),
        forbidden=conduct.forbidden,
        withheld=tuple(_names(term) for term in section.withheld_terms) if section else (),
        unnamed=tuple(_unnamed(text)),
        authored=frozenset(plain(question) for question in _follow_ups(section)),
        prompts=frozenset(plain(question.prompt.aloud) for question in (section.questions if section else ())),
        coding=bool(section and section.coding),
        answers=bool(section and section.takes_questions),
        public=public,
        rubric=tuple(telling for words in _rubric(section) if len((telling := stems(words)) - public) >= RUBRIC_WORDS),
        rubric_runs=_runs(_rubric(section)) - _runs(_public_text(spec, section)),
    )


def _verdict_lines(spec: Spec) -> Iterator[str]:
    if spec.verdicts is None:
        return
    yield spec.verdicts.correct
    for section in spec.sections:
        yield from spec.verdicts.lines(section)


def _summaries(spec: Spec) -> Iterator[str]:
    """A pattern for each of the summary's sentences: its authored words around authored names of points."""
    points = [point for section in spec.sections for point in section.rubric() if point.spoken]
    for part in spec.summary:
        if part.otherwise:
            yield re.escape(plain(part.otherwise))
        names = "|".join(re.escape(plain(point.spoken)) for point in points if point.axis in part.axes)
        if names:
            before, _, after = plain(part.said).partition("{points}")
            yield rf"{re.escape(before)}(?:{names})(?:, (?:{names}))*(?: and (?:{names}))?{re.escape(after)}"


def _unnamed(public_text: str) -> Iterator[Names]:
    text = plain(public_text)
    for names in ALL_TERMS:
        if not any(phrase(name).search(text) for name in names):
            yield names


def _public_text(spec: Spec, section: Section | None) -> Iterator[str]:
    yield spec.context.spoken
    for block in spec.context.shown:
        yield from (block.body, *block.points)
    if section is None:
        return
    yield from (section.title, *section.objective)
    for question in section.questions:
        yield from (question.prompt.shown, question.prompt.spoken)
        for block in question.context:
            yield from (block.body, *block.points)
    yield from (axis.name for axis in section.axes)
    for intent in section.intents:
        yield from (intent.name, *intent.asks, *intent.variants)


def _follow_ups(section: Section | None) -> Iterator[str]:
    if section is None:
        return
    for question in section.questions:
        yield from question.guides
    for intent in section.intents:
        yield from intent.variants


def _rubric(section: Section | None) -> Iterator[str]:
    for indicator in section.rubric() if section else ():
        yield from (indicator.point, *indicator.wordings)


def _runs(texts: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(runs_of, texts))
