"""Grades by constants that never saw the answer's question: what fresh questions may expect."""

from collections.abc import Sequence

from scoring.calibration import Provenance
from scoring.fitting import fit
from scoring.grades import Grade
from scoring.grading import Measured, grade


def across_questions(
    measured: Sequence[Measured], scores: Sequence[float], questions: Sequence[str], provenance: Provenance
) -> list[Grade]:
    """For each answer its grade by constants fitted to the answers to all other questions."""
    fitted = {}
    for question in dict.fromkeys(questions):
        others = [place for place, name in enumerate(questions) if name != question]
        fitted[question] = fit([measured[n] for n in others], [scores[n] for n in others], provenance)
    return [grade(each, fitted[question]) for each, question in zip(measured, questions, strict=True)]
