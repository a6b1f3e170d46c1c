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

    @property
    def words_alone(self) -> bool:
        """Whether it rests on the answer's words alone, for want of a language model; not of an answer that says
        nothing, whose grade no model could change."""
        return not self.model and "overlap" in self.parts


class PointInput(Frozen):
    """What was read of one point for a grade."""

    indicator: str
    leaning: float | None
    """The log odds that the answer states it, by the language model; None: it was not asked, or not clear."""
    nearness: float | None
    """Of the clause it is judged by, 0 to 1; None: none comes near."""
    likeness: float | None
    """Of the whole answer, in meaning, 0 to 1; None without the embedding model."""
    words: float
    """How far the answer has its words, 0 to 1."""
    made: float | None
    """How far it is made, 0 to 1, of which the grade's "points" is the mean of the best; None: it could not be told."""


class Inputs(Frozen):
    """What a grade's parts were made of: with the calibration's constants, all that is needed to make them again."""

    asks: tuple[float | None, ...]
    """The grade expected by each wording of the prompt, 2.5 being the middle between the two anchors; None where the
    model's reply could not be told."""
    anchors: tuple[float, float] | None
    """The grades, 0 to 5, of an answer that says nothing and of a full one; None without a model."""
    sentences: tuple[float, ...]
    """The log odds that each of the answer's telling sentences is correct."""
    points: tuple[PointInput, ...]
    """Of the points that were heard well enough to count."""


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
    not_raised: tuple[JudgedPoint, ...] = ()
    """The others that were looked for: absent, or unscored where that could not be told."""
    grade: Grade | None
    """None: unscored."""
    inputs: Inputs | None = None
    """What the grade was made of; None: nothing was measured."""
    reason: str
    """Why it is unscored, or how the grade came about: one authored sentence."""
