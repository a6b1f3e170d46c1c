"""Grades by constants that never saw the answer's question: what fresh questions may expect."""

from collections.abc import Sequence

from scoring.assessing import Assessed
from scoring.calibrating.calibration import Provenance
from scoring.calibrating.fitting import fit
from scoring.grades import Grade
from scoring.grading import grade


def across_questions(
    assessed: Sequence[Assessed], scores: Sequence[float], questions: Sequence[str], provenance: Provenance
) -> list[Grade]:
    """For each graded answer its grade by constants fitted to the answers to all other questions.

    A grade that rests on no constant, of an answer that says nothing, stays as it is.
    """
    fitted = {}
    for question in dict.fromkeys(questions):
        others = [
            (found.measured, score)
            for found, score, name in zip(assessed, scores, questions, strict=True)
            if name != question and found.measured
        ]
        fitted[question] = fit([measured for measured, _ in others], [score for _, score in others], provenance)
    grades = []
    for found, question in zip(assessed, questions, strict=True):
        given = grade(found.measured, fitted[question]) if found.measured else found.grade
        assert given is not None, "an answer without a grade"
        grades.append(given)
    return grades
