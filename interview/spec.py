"""What one interview asks: the content of one file in `specs/`."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, model_validator

from interview.model import Frozen

Language = Literal["python", "javascript"]
"""Programming languages a coding answer may be written in."""

Conditions = dict[str, tuple[str, ...]]
"""Fact id → the options under which something is asked; all must hold. Empty: always."""

IndicatorKind = Literal[
    "strong", "red_flag", "trade_off", "situation", "action", "result", "figures", "collaboration", "fit"
]
"""strong: a point of knowledge or reasoning. trade_off: one made explicit. situation to fit: parts of an answer about
experience, fit being to a point of the job description. All but red_flag speak for the candidate."""

ReportForm = Literal["sections", "rigorous", "conversation", "design", "relevancy"]
"""The forms that scoring can write; a spec that asks for another is refused when it loads.

sections: each section's axes, and the coding tests. rigorous: six scores and a recommendation for the level, for the
team alone. conversation: strong indicators and red flags by phase. design: the parts of `summary` in words, without a
number. relevancy: a score out of 100 for each question."""


class ContextBlock(Frozen):
    """One headed part of the problem context, as the page shows it."""

    heading: str
    body: str = ""
    """A paragraph; may be empty when there are points."""
    points: tuple[str, ...] = ()
    """Bullet points under the paragraph."""


class Context(Frozen):
    """The problem all sections refer to: shown on the page once, spoken in a sentence."""

    spoken: str
    """One sentence for the voice."""
    shown: tuple[ContextBlock, ...] = Field(min_length=1)
    """What the page shows."""


class Prompt(Frozen):
    """A section's opening question: what the page shows and, where it differs, what is said."""

    shown: str
    spoken: str = ""
    """Empty: the shown form is also said aloud."""

    @property
    def aloud(self) -> str:
        """The form for the voice."""
        return self.spoken or self.shown


class Axis(Frozen):
    """One thing a section evaluates."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    """snake_case, unique in its section."""
    name: str
    """As the hiring team reads it."""


class Intent(Frozen):
    """One allowed purpose of a follow-up question."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    """snake_case, unique in its section."""
    name: str
    asks: tuple[str, ...] = Field(min_length=1)
    """What a follow-up of this intent may ask, as the source document words it."""
    variants: tuple[str, ...] = Field(min_length=3)
    """Authored questions that stand in when the model is late, refused or absent."""


class Indicator(Frozen):
    """An atomic point that an answer may contain. Never sent to the browser or the model that writes what is spoken."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    axis: str
    """The id of the axis it speaks for."""
    point: str
    """One sentence that an answer states or does not state."""
    wordings: tuple[str, ...] = ()
    """Other ways candidates put the same point."""
    kind: IndicatorKind = "strong"
    opposite: str = ""
    """Of a red flag: what is said where it is not so. Scoring reads the two against each other, and nothing else reads
    it. Empty only in an interview held before there were any."""
    intent: str = ""
    """The id of the intent whose follow-up would bring it up; empty: none in particular."""
    missing: str = ""
    """Said when the point is missing, in an interview that tells its verdicts: "You haven't addressed …"."""
    spoken: str = ""
    """A few words for the point in a spoken summary, where the interview closes with one: "a feature store"."""
    error: str = ""
    """Of a red flag, in an interview that tells its verdicts: what is wrong with it."""
    approach: str = ""
    """And the correct approach in its place, in a few words."""

    @property
    def ways(self) -> tuple[str, ...]:
        """The point in all its wordings."""
        return (self.point, *self.wordings)


class Question(Frozen):
    """One main question of a section."""

    id: str = Field(pattern=r"^[A-Za-z0-9_]+$")
    """Unique in its section."""
    prompt: Prompt
    when: Conditions = Field(default_factory=dict)
    context: tuple[ContextBlock, ...] = ()
    """Shown on the page from this question on, beside the interview's own context."""
    about: tuple[str, ...] = ()
    """Words a candidate uses who has touched on it; decides where `draw` is `said`."""
    guides: tuple[str, ...] = ()
    """Authored questions for a candidate who is stuck; never asked otherwise."""
    indicators: tuple[Indicator, ...] = ()
    """Points of this question alone, beside the section's."""
    error: str = ""
    """For an interview that tells its verdicts: what an answer that states none of the points does not do."""
    approach: str = ""
    """The correct approach in a few words; fits the verdict's template."""
    technique: str = ""
    """What a solution requires, in a few words; fits the verdict's template."""


class CodeTest(Frozen):
    """One call of the candidate's function."""

    name: str
    args: tuple[Any, ...]
    """Positional JSON arguments."""
    expected: Any
    """The JSON value the call returns; numbers are compared with the task's tolerance."""


class CodingTask(Frozen):
    """A small function to write in the companion editor."""

    functions: dict[Language, str]
    """The function's name in each language."""
    starter: dict[Language, str]
    """What the editor holds at first."""
    visible_tests: tuple[CodeTest, ...] = Field(min_length=1)
    """Examples the candidate may see."""
    hidden_tests: tuple[CodeTest, ...] = Field(min_length=1)
    """Run by the scoring job only. Never sent to the browser or the live language model."""
    tolerance: float = 1e-6
    """Absolute and relative tolerance for numbers; a whole number returned for a whole number must be equal."""
    minutes: float = 12
    """How long the editor stays open before the interview goes on."""


class Section(Frozen):
    """One part of the interview. A file may write `prompt` in place of `questions` where there is only one."""

    id: str = Field(pattern=r"^[A-Za-z0-9_]+$")
    title: str
    when: Conditions = Field(default_factory=dict)
    """Under which facts the section is held at all."""
    objective: tuple[str, ...] = Field(min_length=1)
    """What the section evaluates, a point each; the follow-up writer sees it."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """Those that may be asked."""
    ask: int = Field(default=1, ge=1)
    """How many of the questions are asked at most."""
    draw: Literal["first", "shuffled", "said"] = "first"
    """first: in the file's order. shuffled: by the interview's id. said: those the candidate has touched on first."""
    axes: tuple[Axis, ...] = ()
    """May be empty only where nothing is evaluated."""
    intents: tuple[Intent, ...] = ()
    """Empty: no follow-up in this section."""
    follow_ups: int = Field(default=2, ge=0, le=6)
    """How many follow-ups at most to each question."""
    minutes: float = Field(default=6, gt=0)
    """After this time nothing further is asked in it."""
    warn_minutes: float = Field(default=0, ge=0)
    """How long before its time is over the candidate is told; 0: not at all."""
    judged: bool = False
    """Each answer is judged while the call goes on, and its verdict said by the interview's templates."""
    clarifying: bool = False
    """What the candidate asks about the task is part of the answer here."""
    takes_questions: bool = False
    """The candidate asks here, and the interviewer answers from the notes given with the invite."""
    disallowed: tuple[str, ...] = ()
    """The source's rules for the interviewer in this section, for the follow-up writer."""
    withheld_terms: tuple[str, ...] = ()
    """Words (a metric, a model, a failure) the interviewer may not say here unless the candidate said them first.
    Names for one thing are separated by a bar; saying one frees all of them."""
    terms: tuple[str, ...] = ()
    """Vocabulary that helps the recognizer; never taken from indicators."""
    indicators: tuple[Indicator, ...] = ()
    """Points of the section, whichever of its questions is asked."""
    coding: CodingTask | None = None
    """Present: the editor opens and the interviewer keeps quiet."""

    @model_validator(mode="before")
    @classmethod
    def _one_prompt(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "prompt" not in data:
            return data
        if "questions" in data:
            raise ValueError("a section has either prompt or questions, not both")
        rest = {key: value for key, value in data.items() if key != "prompt"}
        return {**rest, "questions": [{"id": data.get("id"), "prompt": data["prompt"]}]}

    @model_validator(mode="after")
    def _names_agree(self) -> "Section":
        axes = {axis.id for axis in self.axes}
        intents = {intent.id for intent in self.intents}
        rubric = self.rubric()
        for indicator in rubric:
            if indicator.axis not in axes:
                raise ValueError(
                    f"indicator '{indicator.id}' names axis '{indicator.axis}'; expected one of {sorted(axes)}"
                )
            if indicator.intent and indicator.intent not in intents:
                raise ValueError(
                    f"indicator '{indicator.id}' names intent '{indicator.intent}'; expected one of {sorted(intents)}"
                )
        for what, ids in (
            ("axis", [axis.id for axis in self.axes]),
            ("question", [question.id for question in self.questions]),
            ("intent", [intent.id for intent in self.intents]),
            ("indicator", [indicator.id for indicator in rubric]),
        ):
            if twice := sorted({i for i in ids if ids.count(i) > 1}):
                raise ValueError(f"{what} ids must be unique in a section; used twice: {', '.join(twice)}")
        if self.follow_ups and not self.intents:
            raise ValueError("follow_ups is above 0 but there are no intents; add intents or set follow_ups: 0")
        return self

    @property
    def prompt(self) -> Prompt:
        """The first question's: the only one of most sections."""
        return self.questions[0].prompt

    def question(self, question_id: str) -> Question:
        """The question with this id; the first when the id is empty. KeyError when there is none."""
        for question in self.questions:
            if question_id in ("", question.id):
                return question
        raise KeyError(question_id)

    def rubric(self, question_id: str | None = None) -> tuple[Indicator, ...]:
        """The indicators of one question and the section's own; with None those of every question."""
        of_questions = (
            indicator
            for question in self.questions
            if question_id is None or question is self.question(question_id)
            for indicator in question.indicators
        )
        return (*self.indicators, *of_questions)


class Conduct(Frozen):
    """What the interviewer may never do, whoever speaks: it bounds every persona."""

    rules: tuple[str, ...] = Field(min_length=1)
    """The source's rules in words; the follow-up writer sees them."""
    max_words: int = Field(default=30, ge=5, le=60)
    """Spoken words in one line."""
    validation: Literal["never", "warm", "templates"] = "never"
    """never: no praise, no verdict. warm: rapport phrases of the persona. templates: only the spec's fixed verdicts."""
    summary: Literal["never", "closing"] = "never"
    """closing: the interview ends with the spoken summary that the spec authors."""
    forbidden: tuple[str, ...] = ()
    """Phrases never spoken, whole words, any case."""
    sources: dict[str, str] = Field(default_factory=dict)
    """Key of this policy → the rule of the source document it comes from, word for word; for `viva specs check`."""


class Option(Frozen):
    """One value a fact may have."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    heard: tuple[str, ...] = ()
    """Words by which a candidate names it."""
    from_share: float = Field(default=0, ge=0, le=1)
    """For a judged fact: holds from this share of good answers on."""


class Fact(Frozen):
    """Something about this one interview that decides what is asked. Given with the invite it is not worked out."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    options: tuple[Option, ...] = Field(min_length=2)
    source: Literal["given", "heard", "drawn", "judged"] = "given"
    """given: with the invite only. heard: named by the candidate in `section`. drawn: by the interview's id.
    judged: by the share of good answers so far."""
    section: str = ""
    """Where it is heard, or after which it is judged; empty: anywhere."""
    default: str
    """Where nothing else decides."""

    @model_validator(mode="after")
    def _default_is_an_option(self) -> "Fact":
        ids = [option.id for option in self.options]
        if self.default not in ids:
            raise ValueError(f"default '{self.default}' of fact '{self.id}' is no option; expected one of {ids}")
        if self.source == "judged" and all(option.from_share for option in self.options):
            raise ValueError(f"fact '{self.id}' is judged and needs an option without from_share, for no good answers")
        return self


class Bar(Frozen):
    """From which share of an answer's points, 0 to 1, a verdict holds."""

    incomplete: float = Field(ge=0, le=1)
    """An answer that raises a red flag is incorrect below it."""
    correct: float = Field(ge=0, le=1)


class Verdicts(Frozen):
    """Templates of an interview that tells its verdicts. Where marked they take authored words."""

    correct: str
    incomplete: str
    """With `{missing}`."""
    incorrect: str
    """With `{error}` and `{approach}`."""
    moving_on: str
    """With `{technique}`; said when the candidate cannot solve it."""
    level: str
    """The id of the fact that names the level."""
    bars: dict[str, Bar] = Field(min_length=1)
    """Level → its bar."""

    def lines(self, section: Section) -> Iterator[str]:
        """Each template but `correct`, with each of the section's authored words that it may be said with."""
        for question in section.questions:
            if question.error and question.approach:
                yield self.incorrect.format(error=question.error, approach=question.approach)
            if question.technique:
                yield self.moving_on.format(technique=question.technique)
        for point in section.rubric():
            if point.missing:
                yield self.incomplete.format(missing=point.missing)
            if point.error and point.approach:
                yield self.incorrect.format(error=point.error, approach=point.approach)


class SummaryPart(Frozen):
    """One sentence of the spoken summary at the end."""

    title: str
    """As the source names it."""
    axes: tuple[str, ...] = Field(min_length=1)
    """Ids of the axes, in whatever section, whose points it names."""
    names: Literal["met", "missing"] = "met"
    said: str
    """With `{points}`: up to three of the points, in their spoken words."""
    otherwise: str = ""
    """Said when there is no such point; empty: nothing is."""


class Spec(Frozen):
    """One interview as data."""

    name: str = Field(pattern=r"^[a-z0-9-]+$")
    version: str
    """Raised whenever a change could change a score."""
    title: str
    role: str
    level: str = ""
    """Empty: any level."""
    persona: str
    """The name of the persona that holds it by default."""
    report: ReportForm
    minutes: float = Field(default=45, gt=0)
    """After this time the interview goes to its closing."""
    warn_minutes: float = Field(default=5, ge=0)
    """How long before that the candidate is told; 0: not at all."""
    context: Context
    conduct: Conduct
    facts: tuple[Fact, ...] = ()
    verdicts: Verdicts | None = None
    summary: tuple[SummaryPart, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _parts_agree(self) -> "Spec":
        ids = [section.id for section in self.sections]
        if len(set(ids)) != len(ids):
            raise ValueError(f"section ids must be unique; got {ids}")
        options = {fact.id: {option.id for option in fact.options} for fact in self.facts}
        for section in self.sections:
            for when in (section.when, *(question.when for question in section.questions)):
                _check_conditions(section.id, when, options)
            if section.judged and self.verdicts is None:
                raise ValueError(f"section '{section.id}' is judged, but the interview has no verdicts")
        for fact in self.facts:
            if fact.section and fact.section not in ids:
                raise ValueError(f"fact '{fact.id}' names section '{fact.section}'; expected one of {ids}")
        if self.verdicts and set(self.verdicts.bars) != options.get(self.verdicts.level, set()):
            raise ValueError(f"verdicts.bars must have a bar for each option of the fact '{self.verdicts.level}'")
        if self.report == "rigorous" and self.verdicts is None:
            raise ValueError("report rigorous goes by the level's bars; add verdicts, or write another report")
        if self.report == "design" and not self.summary:
            raise ValueError("report design is written along the summary's parts; add summary, or write another report")
        if self.report != "sections" and any(section.coding for section in self.sections):
            raise ValueError(
                "there is a coding section, and only report sections shows its tests; write sections there"
            )
        if self.summary and self.conduct.summary != "closing":
            raise ValueError("there is a summary, but conduct.summary is never; write closing there")
        return self

    def section(self, section_id: str) -> Section:
        """The section with this id; KeyError when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def after(self, section_id: str) -> Section | None:
        """The section that follows this one; None after the last."""
        ids = [section.id for section in self.sections]
        place = ids.index(section_id) + 1
        return self.sections[place] if place < len(ids) else None


def _check_conditions(section: str, when: Conditions, options: dict[str, set[str]]) -> None:
    for fact, allowed in when.items():
        if fact not in options:
            raise ValueError(f"section '{section}' depends on '{fact}'; expected one of the facts {sorted(options)}")
        if strange := sorted(set(allowed) - options[fact]):
            raise ValueError(f"'{strange[0]}' is no option of '{fact}'; expected one of {sorted(options[fact])}")
