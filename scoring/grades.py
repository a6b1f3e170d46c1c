"""How well each main question was answered, on the scale from 0 to 5, with every part the grade was made of."""

from interview.model import Frozen
from scoring.judge import JudgedPoint
from scoring.transcript import SectionAnswer


class Grade(Frozen):
    """How well one question was answered."""

    value: float
    """0 to 5, after the cap."""
    uncertainty: float | None
    """Half the spread, largest minus smallest, over the paraphrased prompts, on the same scale; None: not measured,
    for want of a language model."""
    parts: dict[str, float]
    """What went in: "expected" (0 to 5), "points" and "overlap" (0 to 1), "correct" (log odds), their standardized
    values "expected_z", "points_z", "overlap_z" and "correct_z", then "before_cap" and "cap" (0 to 5). What could not
    be had is left out."""
    model: bool
    """False: graded without a language model."""


class QuestionFinding(Frozen):
    """One main question: what was asked and answered, its points, its grade."""

    section: str
    """The section's id."""
    question: str
    """The question's id."""
    asked: bool
    prompt: str
    """As shown; the first main wording."""
    answer: SectionAnswer
    """The clauses that answer this question alone, its follow-ups' answers included."""
    points: tuple[JudgedPoint, ...]
    """The question's own and its section's indicators by which the answer was judged, without red flags."""
    red_flags: tuple[JudgedPoint, ...]
    """Those raised only."""
    grade: Grade | None
    """None: unscored."""
    reason: str
    """Why it is unscored, or how the grade came about: one authored sentence."""
