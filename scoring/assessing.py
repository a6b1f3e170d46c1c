"""Judges the answer to one main question: its points, its red flags, its grade."""

from collections.abc import Sequence
from dataclasses import dataclass

from interview.model import Frozen
from interview.spec import Indicator
from scoring.calibration import Calibration
from scoring.evidence import Finder
from scoring.grades import Grade
from scoring.grading import Measured, grade, share
from scoring.indicators import Reader
from scoring.judge import RAISED, JudgedPoint, judge_point
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
    """None: there was no point to measure by."""
    grade: Grade | None


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
        said = [clause.text for clause in clauses]
        strong = [indicator for indicator in rubric if indicator.kind != "red_flag"]
        leanings: Sequence[float | None] = [None] * len(rubric)
        asks: Sequence[float | None] = ()
        if self.reader and said and rubric:

            def before() -> None:
                at("judging what was answered")

            leanings = self.reader.read(question, said, [indicator.point for indicator in rubric], before)
            asks = self.reader.grades(question, said, [i.point for i in strong], before) if strong else ()
        judged = [
            judge_point(indicator, leaning, self.finder.nearest(indicator, clauses))
            for indicator, leaning in zip(rubric, leanings, strict=True)
        ]
        points = tuple(point for point in judged if point.indicator.kind != "red_flag")
        told = [point.probability for point in points if point.probability is not None]
        whole = [near for i in strong if (near := self.overlap.whole(i, said)) is not None]
        measured = Measured(
            asks=tuple(asks),
            points=share(told) if told else None,
            overlap=share(whole) if len(whole) == len(strong) else None,
            overlap_words=share([self.overlap.words(indicator, said) for indicator in strong]),
        )
        return Assessed(
            points=points,
            red_flags=tuple(p for p in judged if p.indicator.kind == "red_flag" and _raised(p)),
            measured=measured if strong else None,
            grade=grade(measured, self.calibration) if strong else None,
        )


def _raised(point: JudgedPoint) -> bool:
    return point.evidence is not None and (point.probability or 0) >= RAISED


def beyond_the_question(question: str, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that say something the question did not: repeating it states nothing."""
    asked = set(terms(question))
    return [clause for clause in clauses if set(terms(clause.text)) - asked]
