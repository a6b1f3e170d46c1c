"""Grades answers from a file as the job grades those of an interview: to calibrate, and to measure how it does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from interview.events import CandidateTyped
from interview.spec import Indicator, Spec
from scoring.addressed import judgeable
from scoring.assessing import Assessed, Assessor
from scoring.calibrating.graded import Graded
from scoring.errors import GradesBroken
from scoring.evidence import Finder
from scoring.meaning import Meaning
from scoring.reference import points
from scoring.transcript import Clause, cut

Rubrics = Mapping[str, tuple[Indicator, ...]]
"""Question as shown → the indicators its answers are judged by."""


def clauses_of(answer: str) -> list[Clause]:
    """A written answer's clauses, as those of a typed one, without words for the grader; none of an empty one."""
    return judgeable(cut(CandidateTyped(at_ms=0, text=answer), 1, "answer")) if answer.strip() else []


def rubrics(rows: Iterable[Graded], spec: Spec | None = None) -> Rubrics:
    """Of a spec's questions its indicators; without a spec a reference's statements are the points.

    Raises GradesBroken for a question that the spec does not ask, or one without a reference where there is no spec.
    """
    if spec is not None:
        asked = {q.prompt.shown: section.rubric(q.id) for section in spec.sections for q in section.questions}
    found: dict[str, tuple[Indicator, ...]] = {}
    for row in rows:
        if row.question in found:
            continue
        if spec is not None:
            if row.question not in asked:
                raise GradesBroken(
                    f"{spec.name} does not ask “{row.question}”; write its questions as the page shows them"
                )
            found[row.question] = asked[row.question]
        else:
            if not row.reference.strip():
                raise GradesBroken(f"“{row.question}” has no reference; write a full answer, or name the --spec")
            found[row.question] = tuple(
                Indicator(id=f"point_{place}", axis="answer", point=point)
                for place, point in enumerate(points(row.reference), 1)
            )
    return found


def finder_over(rows: Iterable[Graded], by: Rubrics, meaning: Meaning | None) -> Finder:
    """Knows the words of the answers and of what they are judged by."""
    ways = [text for rubric in by.values() for item in rubric for text in item.ways]
    return Finder.over([*ways, *(clause.text for row in rows for clause in clauses_of(row.answer))], meaning)


@dataclass(frozen=True)
class Meter:
    """Judges single answers."""

    assessor: Assessor
    by: Rubrics

    def judge(self, row: Graded) -> Assessed | None:
        """None: the answer is empty. Raises ModelUnavailable."""
        clauses = clauses_of(row.answer)
        return self.assessor.assess(row.question, self.by[row.question], clauses) if clauses else None

    def judge_all(self, rows: Iterable[Graded], tell: Callable[[int], None]) -> list[Assessed | None]:
        """Each of them; `tell` takes how many are done."""
        found = []
        for place, row in enumerate(rows):
            tell(place)
            found.append(self.judge(row))
        return found
