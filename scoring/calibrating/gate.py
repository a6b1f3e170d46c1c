"""Whether grades agree with people's well enough to be called calibrated."""

from collections.abc import Sequence

from interview.model import Frozen
from scoring.calibrating.agreement import Agreement, Interval, correlation
from scoring.calibrating.calibration import Calibration
from scoring.calibrating.graded import GradedFile

LEAST_PEARSON, LEAST_KAPPA = 0.72, 0.67
"""About what two people's mean is agreed with by a third who grades the same short answers."""
LARGEST_BIAS = 0.5
LEAST_ANSWERS, LEAST_QUESTIONS = 50, 5
"""Fewer tell too little."""
MOST_UNSCORED = 0.05
"""Of the answers: those that get no grade may be just the ones on which people and we would not agree."""

ByGrader = tuple[Interval, Interval, Interval]
"""Our correlation with the first of two graders, with the second, and theirs with each other."""


class Verdict(Frozen):
    """For exactly the prompts, models and constants that graded."""

    calibrated: bool
    reasons: tuple[str, ...]
    """What stands in the way; empty when nothing does."""


def gate() -> str:
    """The gate in a sentence."""
    return (
        f"Pearson at least {LEAST_PEARSON}, weighted kappa at least {LEAST_KAPPA}, bias at most {LARGEST_BIAS}, r with "
        "each of two graders at least theirs with each other, "
        f"on {LEAST_ANSWERS} or more answers to {LEAST_QUESTIONS} or more fresh questions, at most "
        f"{MOST_UNSCORED:.0%} of them unscored"
    )


def verdict(found: Agreement, by_grader: ByGrader | None, file: GradedFile, calibration: Calibration) -> Verdict:
    """`found` is of those of the file's answers that have a grade."""
    reasons = known(file, calibration)
    if (unscored := len(file.rows) - found.answers) > MOST_UNSCORED * len(file.rows):
        reasons.append(f"{unscored} of {len(file.rows)} answers are unscored, more than {MOST_UNSCORED:.0%}")
    if found.answers < LEAST_ANSWERS or found.questions < LEAST_QUESTIONS:
        reasons.append(f"{found.answers} answers to {found.questions} questions are too few")
    if found.pearson.value < LEAST_PEARSON:
        reasons.append(f"Pearson {found.pearson.value:.2f} is below {LEAST_PEARSON}")
    if found.kappa.value < LEAST_KAPPA:
        reasons.append(f"weighted kappa {found.kappa.value:.2f} is below {LEAST_KAPPA}")
    if abs(found.bias) > LARGEST_BIAS:
        reasons.append(f"bias {found.bias:+.2f} is beyond {LARGEST_BIAS}")
    if by_grader:
        first, second, each_other = (each.value for each in by_grader)
        if min(first, second) < each_other:
            reasons.append(f"a grader agrees with us at {min(first, second):.2f}, with the other at {each_other:.2f}")
    return Verdict(calibrated=not reasons, reasons=tuple(reasons))


def known(file: GradedFile, calibration: Calibration) -> list[str]:
    """Why the file's answers are not fresh for a calibration; empty where they are."""
    made = calibration.provenance
    reasons = []
    if seen := sum(row.id in set(made.answers) for row in file.rows):
        reasons.append(f"{seen} of these answers were fitted on, so they prove nothing")
    elif made.data_sha256 == file.sha256:
        reasons.append("these answers were fitted on, so they prove nothing")
    if asked := len({row.question_id for row in file.rows} & set(made.asked)):
        reasons.append(f"{asked} of these questions were fitted on, so other answers to them are not fresh either")
    return reasons


def with_graders(ours: Sequence[float], graders: Sequence[tuple[float, float]], questions: Sequence[str]) -> ByGrader:
    """With each of the two who graded the answers to these questions."""
    first, second = [pair[0] for pair in graders], [pair[1] for pair in graders]
    return (
        correlation(ours, first, questions),
        correlation(ours, second, questions),
        correlation(first, second, questions),
    )
