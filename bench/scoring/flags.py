"""Whether red flags are raised where they are shown, and not by good answers in their own words."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Self

from pydantic import Field, TypeAdapter

from bench.scoring.data import DATA, Item, place
from bench.scoring.measures import Desk, TimeIsUp
from interview.model import Frozen
from scoring.reading.model import Before, Memory
from scoring.reading.reader import Reader
from viva.catalogue import read_yaml


class Case(Frozen):
    """Answers about one red flag, a sentence each."""

    spec: str
    section: str
    question: str
    flag: str
    """The indicator's id."""
    shows: tuple[str, ...] = Field(min_length=1)
    """Answers that truly show it, in other words than its own."""
    near: tuple[str, ...] = Field(min_length=1)
    """Good answers that have its words; no red flag at all is due in them."""
    chosen: bool = False
    """Whether the rule for raising was chosen on these."""

    @property
    def item(self) -> Item:
        """The question."""
        return Item(spec=self.spec, section=self.section, question=self.question, answers={})


class Accused(Frozen):
    """What was made of the sentences."""

    near: int
    """Near misses."""
    falsely: int
    """Those of them in which any red flag was raised."""
    probable: int
    """Near misses in which one is raised by words and leaning alone, were it not weighed against its opposite."""
    shows: int
    """Sentences that truly show their flag."""
    rightly: int
    """Those of them in which it was raised."""
    reached: int
    """Those whose words come near it: the model is asked of no others."""
    open: int
    """Sentences, of both kinds, of whose flag it could not be told."""
    of: int
    """Sentences there are; the others were not judged in the time."""


class Flags(Frozen):
    """Red flags raised, by sentences written before the rule was tried on them and by those it was chosen on."""

    fresh: Accused
    chosen: Accused


class FlagsAlone:
    """Reads what red flags hang on and leaves the rest untold: no grade is measured, and a grade's readings would take
    ten times as long."""

    def __init__(self, reader: Reader, asked: frozenset[str]) -> None:
        """`asked`: the points that are read."""
        self._reader, self._asked = reader, asked

    @property
    def name(self) -> str:
        """See Reader."""
        return self._reader.name

    def read(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader; None for every other point."""
        wanted = [point for point in points if point in self._asked]
        told = dict(zip(wanted, self._reader.read(question, answer, wanted, before), strict=True))
        return [told.get(point) for point in points]

    def grades(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> list[float | None]:
        """See Reader; none."""
        return [None]

    def last_grade(self, question: str, answer: Sequence[str], points: Sequence[str], before: Before) -> float | None:
        """See Reader; none."""
        return None

    def correctness(
        self, question: str, sentences: Sequence[str], points: Sequence[str], before: Before
    ) -> list[float | None]:
        """See Reader; none."""
        return [None] * len(sentences)

    def remembering(self, memory: Memory) -> Self:
        """See Reader."""
        return type(self)(self._reader.remembering(memory), self._asked)

    def for_all(self) -> Self:
        """See Reader."""
        return type(self)(self._reader.for_all(), self._asked)

    def rest(self) -> None:
        """See Reader."""
        self._reader.rest()


@cache
def cases() -> tuple[Case, ...]:
    """All there are; pydantic.ValidationError names what is wrong in them."""
    return TypeAdapter(tuple[Case, ...]).validate_python(read_yaml(DATA / "red-flags.yaml"))


def reading_flags(reader: Reader) -> FlagsAlone:
    """The reader, asked of the red flags of the cases' questions, and of their opposites, alone."""
    flags = [
        indicator
        for case in cases()
        for indicator in place(case.spec, case.section, case.question)[1].rubric(case.question)
        if indicator.kind == "red_flag"
    ]
    return FlagsAlone(reader, frozenset(text for flag in flags for text in (flag.point, flag.opposite)))


def flags(desk: Desk) -> Flags:
    """Over the sentences that could be judged in the time."""
    return Flags(
        fresh=accused(desk, [case for case in cases() if not case.chosen]),
        chosen=accused(desk, [case for case in cases() if case.chosen]),
    )


def accused(desk: Desk, given: Iterable[Case]) -> Accused:
    """Each sentence judged as a whole answer."""
    near: list[tuple[bool, bool]] = []
    shows: list[tuple[bool, bool]] = []
    of = untold = 0
    for case in given:
        for text in (*case.shows, *case.near):
            of += 1
            try:
                found = desk.judge(case.item, text)
            except TimeIsUp:
                continue
            sought = (*found.red_flags, *found.not_raised)
            own = [flag for flag in sought if flag.indicator.id == case.flag]
            if text in case.shows:
                shows.append((any(flag in found.red_flags for flag in own), any(flag.evidence for flag in own)))
            else:
                near.append((bool(found.red_flags), any(flag.contrast for flag in sought)))
            untold += any(flag.status == "unscored" for flag in own)
    return Accused(
        near=len(near),
        falsely=sum(raised for raised, _ in near),
        probable=sum(probable for _, probable in near),
        shows=len(shows),
        rightly=sum(raised for raised, _ in shows),
        reached=sum(reached for _, reached in shows),
        open=untold,
        of=of,
    )
