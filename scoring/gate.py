"""Whether grades agree with people's well enough to be called calibrated."""

from interview.model import Frozen
from scoring.agreement import Agreement, pearson
from scoring.calibration import Calibration
from scoring.graded import GradedFile

LEAST_PEARSON, LEAST_KAPPA = 0.72, 0.67
"""About what two people's mean is agreed with by a third who grades the same short answers."""
LARGEST_BIAS = 0.5
LEAST_ANSWERS, LEAST_QUESTIONS = 50, 5
"""Fewer tell too little."""


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
        f"on {LEAST_ANSWERS} or more answers to {LEAST_QUESTIONS} or more fresh questions"
    )


def verdict(
    found: Agreement, by_grader: tuple[float, float, float] | None, file: GradedFile, calibration: Calibration
) -> Verdict:
    """`by_grader`: our correlation with the first, with the second, and theirs with each other."""
    made = calibration.provenance
    reasons = []
    if seen := sum(row.id in set(made.answers) for row in file.rows):
        reasons.append(f"{seen} of these answers were fitted on, so they prove nothing")
    elif made.data_sha256 == file.sha256:
        reasons.append("these answers were fitted on, so they prove nothing")
    if asked := len({row.question_id for row in file.rows} & set(made.asked)):
        reasons.append(f"{asked} of these questions were fitted on, so other answers to them are not fresh either")
    if found.answers < LEAST_ANSWERS or found.questions < LEAST_QUESTIONS:
        reasons.append(f"{found.answers} answers to {found.questions} questions are too few")
    if found.pearson.value < LEAST_PEARSON:
        reasons.append(f"Pearson {found.pearson.value:.2f} is below {LEAST_PEARSON}")
    if found.kappa.value < LEAST_KAPPA:
        reasons.append(f"weighted kappa {found.kappa.value:.2f} is below {LEAST_KAPPA}")
    if abs(found.bias) > LARGEST_BIAS:
        reasons.append(f"bias {found.bias:+.2f} is beyond {LARGEST_BIAS}")
    if by_grader and min(by_grader[:2]) < by_grader[2]:
        reasons.append(f"a grader agrees with us at {min(by_grader[:2]):.2f}, with the other at {by_grader[2]:.2f}")
    return Verdict(calibrated=not reasons, reasons=tuple(reasons))


def with_graders(ours: list[float], graders: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Our correlation with each of two graders, and theirs with each other."""
    first, second = [pair[0] for pair in graders], [pair[1] for pair in graders]
    return pearson(ours, first), pearson(ours, second), pearson(first, second)
