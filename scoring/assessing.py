"""Judges the answer to one main question: its points, its red flags, its grade."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview.model import Frozen
from interview.spec import Indicator
from scoring.addressed import meant_as_answer
from scoring.calibration import Calibration
from scoring.evidence import Evidence, Finder
from scoring.grades import Grade
from scoring.grading import Measured, grade, share
from scoring.indicators import Reader
from scoring.judge import RAISED, JudgedPoint, judge_point
from scoring.listing import only_lists
from scoring.overlap import Overlap
from scoring.standby import Checkpoint, go_on
from scoring.transcript import Clause
from scoring.words import terms


class Assessed(Frozen):
    """One answer, judged."""

    points: tuple[JudgedPoint, ...]
    """All but red flags, whatever their status."""
    red_flags: tuple[JudgedPoint, ...]
    """Those raised only."""
    measured: Measured | None
    """None: there was nothing to measure, or nothing to measure it by."""
    grade: Grade | None
    """None: there are no points to grade by."""


NOTHING_SAID = Grade(value=0.0, uncertainty=None, parts={"before_cap": 0.0, "cap": 0.0}, model=False)
"""Of an answer that says nothing the question did not say."""
ONLY_LISTED = NOTHING_SAID.model_copy()
"""Of an answer that lists terms: whoever names them all has not yet stated one point."""


@dataclass(frozen=True)
class Assessor:
    """What judging needs, for one interview."""

    finder: Finder
    overlap: Overlap
    calibration: Calibration
    reader: Reader | None = None
    """None: no language model."""

    def assess(
        self, question: str, rubric: Sequence[Indicator], clauses: Sequence[Clause], at: Checkpoint = go_on
    ) -> Assessed:
        """Judges what was answered, given in clauses that may be judged. Raises ModelUnavailable."""
        told = meant_as_answer(
            beyond_the_question(question, clauses),
            lambda clause: any(self.finder.touched(indicator, clause.text) for indicator in rubric),
        )
        strong = [indicator for indicator in rubric if indicator.kind != "red_flag"]
        if not strong:
            return Assessed(points=(), red_flags=(), measured=None, grade=None)
        if not told or only_lists(" ".join(clause.text for clause in told)):
            absent = tuple(JudgedPoint(indicator=i, status="absent", probability=0.0) for i in strong)
            return Assessed(points=absent, red_flags=(), measured=None, grade=NOTHING_SAID if not told else ONLY_LISTED)
        clear = [clause.text for clause in told if not clause.shaky]
        if 2 * len(clear) <= len(told):
            unheard = tuple(JudgedPoint(indicator=i, status="unscored", unheard=True) for i in strong)
            return Assessed(points=unheard, red_flags=(), measured=None, grade=None)
        shown = {indicator.id: self.finder.nearest(indicator, told) for indicator in rubric}
        leaning_to, asks = self._read(question, [i for i in rubric if _open(i, shown[i.id])], strong, clear, at)
        judged = [judge_point(indicator, leaning_to.get(indicator.id), shown[indicator.id]) for indicator in rubric]
        points = tuple(point for point in judged if point.indicator.kind != "red_flag")
        measured = self._measured([point for point in points if not point.unheard], leaning_to, asks, clear)
        return Assessed(
            points=points,
            red_flags=tuple(p for p in judged if p.indicator.kind == "red_flag" and _raised(p)),
            measured=measured,
            grade=grade(measured, self.calibration) if measured else None,
        )

    def _read(
        self,
        question: str,
        wanted: Sequence[Indicator],
        strong: Sequence[Indicator],
        said: Sequence[str],
        at: Checkpoint,
    ) -> tuple[dict[str, float | None], list[float | None]]:
        """The model's leaning to each wanted point by its id, and its grade by each wording."""
        if self.reader is None:
            return {}, []

        def before() -> None:
            at("judging what was answered")

        leanings = self.reader.read(question, said, [indicator.point for indicator in wanted], before)
        grades = self.reader.grades(question, said, [indicator.point for indicator in strong], before)
        return {indicator.id: leaning for indicator, leaning in zip(wanted, leanings, strict=True)}, grades

    def _measured(
        self,
        points: Sequence[JudgedPoint],
        leaning_to: Mapping[str, float | None],
        asks: Sequence[float | None],
        said: Sequence[str],
    ) -> Measured | None:
        if not points:
            return None
        # A point of which not even the words were said is void, whatever the model thinks of it.
        told = [
            (point, _chance(leaning) if any(self.finder.touched(point.indicator, text) for text in said) else 0.0)
            for point in points
            if (leaning := leaning_to.get(point.indicator.id)) is not None
        ]
        whole = [near for point in points if (near := self.overlap.meaning(point.indicator, said)) is not None]
        return Measured(
            asks=tuple(asks),
            points=share([chance for _, chance in told]) if told else None,
            made=share([0.0 if point.status == "absent" else chance for point, chance in told]) if told else None,
            overlap=share(whole) if len(whole) == len(points) else None,
            overlap_words=share([self.overlap.words(point.indicator, said) for point in points]),
        )


def _open(indicator: Indicator, shown: Evidence | None) -> bool:
    """Whether the model's reply can change anything: a red flag without a clause is not raised, and what was not heard
    clearly is judged neither way."""
    return indicator.kind != "red_flag" if shown is None else not shown.clause.shaky


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _raised(point: JudgedPoint) -> bool:
    return point.evidence is not None and (point.probability or 0) >= RAISED


def beyond_the_question(question: str, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that say something the question did not: repeating it states nothing."""
    asked = set(terms(question))
    return [clause for clause in clauses if set(terms(clause.text)) - asked]
