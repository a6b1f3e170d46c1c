"""A line as the conduct rules see it: its words, its sentences, and what it states beside its question."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from interview.conduct_wording import AUXILIARY, SUBORDINATE, WH
from interview.events import LineKind
from interview.words import plain, runs_of, stems, with_joined_letters

_CUT: Final = re.compile(rf"\s*[;:—–]\s*|,\s*(?=(?:(?:and|but|so|then|now|or)\s+)*(?:{WH}|{AUXILIARY})\b)")
"""Where a lead-in ends and a question begins."""
_QUESTION_HEAD: Final = re.compile(rf"(?:(?:and|but|so|then|now|or|okay|ok|well),?\s+)*(?:{WH}|{AUXILIARY})\b")
_SUBORDINATE: Final = re.compile(rf"(?:(?:and|but|so|then|now|okay|ok|well),?\s+)*(?:{SUBORDINATE})\b")


@dataclass(frozen=True)
class ConductLine:
    """A line about to be spoken."""

    raw: str
    kind: LineKind
    said: str = ""
    """All the candidate has said in the section."""

    @cached_property
    def text(self) -> str:
        """Lower case, plain quotes, single spaces."""
        return plain(self.raw)

    @cached_property
    def words(self) -> list[str]:
        """As they are counted: "train-test" is one."""
        return re.findall(r"[\w']+(?:-[\w']+)*", self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its telling words."""
        return stems(self.raw)

    @cached_property
    def runs(self) -> frozenset[str]:
        """Its stretches, and its longer runs of plainer words."""
        return runs_of(self.raw)

    @cached_property
    def sentences(self) -> list[str]:
        """With their closing marks."""
        return [sentence for sentence in re.split(r"(?<=[.!?…])\s+", self.text) if sentence]

    @cached_property
    def statements(self) -> list[str]:
        """The sentences that are no questions."""
        return [sentence for sentence in self.sentences if not sentence.endswith("?")]

    @cached_property
    def questions(self) -> list[str]:
        """The sentences that are."""
        return [sentence for sentence in self.sentences if sentence.endswith("?")]

    @cached_property
    def lead_ins(self) -> list[str]:
        """What stands before the question in its own sentence and states something: "Trees are fast; why …?"."""
        return [
            clause
            for question in self.questions
            for clause in _CUT.split(question)[:-1]
            if clause and not _QUESTION_HEAD.match(clause) and not _SUBORDINATE.match(clause)
        ]

    @cached_property
    def claims(self) -> list[str]:
        """Everything that is stated, not asked."""
        return self.statements + self.lead_ins

    @cached_property
    def heard(self) -> str:
        """What the candidate said, acronyms spelled out or not, in plain form."""
        return with_joined_letters(plain(self.said))

    @cached_property
    def heard_stems(self) -> frozenset[str]:
        """Its telling words."""
        return stems(self.heard)
