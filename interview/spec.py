"""What one interview asks: the content of one file in `specs/`."""

from typing import Any, Literal

from pydantic import Field, model_validator

from interview.model import Frozen

Language = Literal["python", "javascript"]
"""Programming languages a coding answer may be written in."""

ReportForm = Literal["sections"]
"""The forms that scoring can write; a spec that asks for another is refused when it loads."""


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
    """An atomic point that an answer may contain. Never sent to the browser or the live language model."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    axis: str
    """The id of the axis it speaks for."""
    point: str
    """One sentence that an answer states or does not state."""
    wordings: tuple[str, ...] = ()
    """Other ways candidates put the same point."""
    kind: Literal["strong", "red_flag"] = "strong"


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
    """Absolute and relative tolerance for numbers."""
    minutes: float = 12
    """How long the editor stays open before the interview goes on."""


class Section(Frozen):
    """One part of the interview."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    objective: tuple[str, ...] = Field(min_length=1)
    """What the section evaluates, a point each; the follow-up writer sees it."""
    prompt: Prompt
    axes: tuple[Axis, ...] = Field(min_length=1)
    intents: tuple[Intent, ...] = ()
    """Empty: no follow-up in this section."""
    follow_ups: int = Field(default=2, ge=0, le=6)
    """How many follow-ups at most."""
    minutes: float = Field(default=6, gt=0)
    """After this time no further follow-up is asked."""
    disallowed: tuple[str, ...] = ()
    """The source's rules for the interviewer in this section, for the follow-up writer."""
    withheld_terms: tuple[str, ...] = ()
    """Words (a metric, a model, a failure) the interviewer may not say here unless the candidate said them first.
    Names for one thing are separated by a bar; saying one frees all of them."""
    terms: tuple[str, ...] = ()
    """Vocabulary that helps the recognizer; never taken from indicators."""
    indicators: tuple[Indicator, ...] = ()
    coding: CodingTask | None = None
    """Present: the editor opens and the interviewer keeps quiet."""

    @model_validator(mode="after")
    def _names_agree(self) -> "Section":
        axes = {axis.id for axis in self.axes}
        for indicator in self.indicators:
            if indicator.axis not in axes:
                raise ValueError(
                    f"indicator '{indicator.id}' names axis '{indicator.axis}'; expected one of {sorted(axes)}"
                )
        for what, ids in (
            ("axis", [axis.id for axis in self.axes]),
            ("intent", [intent.id for intent in self.intents]),
            ("indicator", [indicator.id for indicator in self.indicators]),
        ):
            if twice := sorted({i for i in ids if ids.count(i) > 1}):
                raise ValueError(f"{what} ids must be unique in a section; used twice: {', '.join(twice)}")
        if self.follow_ups and not self.intents:
            raise ValueError("follow_ups is above 0 but there are no intents; add intents or set follow_ups: 0")
        return self


class Conduct(Frozen):
    """What the interviewer may never do, whoever speaks: it bounds every persona."""

    rules: tuple[str, ...] = Field(min_length=1)
    """The source's rules in words; the follow-up writer sees them."""
    max_words: int = Field(default=30, ge=5, le=60)
    """Spoken words in one line."""
    validation: Literal["never", "warm", "templates"] = "never"
    """never: no praise, no verdict. warm: rapport phrases of the persona. templates: only the spec's fixed verdicts."""
    forbidden: tuple[str, ...] = ()
    """Phrases never spoken, whole words, any case."""


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
    context: Context
    conduct: Conduct
    sections: tuple[Section, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sections_differ(self) -> "Spec":
        ids = [section.id for section in self.sections]
        if len(set(ids)) != len(ids):
            raise ValueError(f"section ids must be unique; got {ids}")
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
