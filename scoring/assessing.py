"""Judges the answer to one main question: its points, its red flags, its grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interview.model import Frozen
from interview.spec import Indicator
from scoring.addressed import meant_as_answer
from scoring.calibrating.calibration import Calibration
from scoring.evidence import Evidence, Finder
from scoring.fluent import fluent_clauses
from scoring.grades import Grade, Inputs, PointInput
from scoring.grading import Measured, grade, share
from scoring.judge import SET_ASIDE, UNHEARD, JudgedPoint, chance, judge_point, made
from scoring.listing import only_lists
from scoring.overlap import Overlap
from scoring.reading.anchoring import Anchored, anchored_grades
from scoring.reading.model import Before
from scoring.reading.reader import Reader
from scoring.reading.sentences import correctness, together
from scoring.red_flags import contrast, red_flags
from scoring.standby import Checkpoint, go_on
from scoring.transcript import Clause
from scoring.words import terms


class Assessed(Frozen):
    """One answer, judged."""

    points: tuple[JudgedPoint, ...]
    """All but red flags, whatever their status."""
    red_flags: tuple[JudgedPoint, ...]
    """Those raised only."""
    not_raised: tuple[JudgedPoint, ...] = ()
    """The others that were looked for: absent, or unscored where that could not be told."""
    measured: Measured | None
    """None: there was nothing to measure, or nothing to measure it by."""
    grade: Grade | None
    """None: unscored."""
    reason: str = ""
    """Why it is unscored; empty where there is a grade."""
    left_out: bool = False
    """Some words may be meant for whoever grades and are near no point: they were not judged."""


NO_QUESTION_POINTS = "The interview's spec has no points for this question."
NO_WORDS_FOR_IT = "No language model answered, and no words of the answer are close enough to a point to grade by them."
NOTHING_SAID = Grade(value=0.0, uncertainty=None, parts={"before_cap": 0.0, "cap": 0.0}, model=False)
"""Of an answer that says nothing the question did not say."""
ONLY_LISTED = NOTHING_SAID.model_copy()
"""Of an answer that lists terms: whoever names them all has not yet stated one point."""


BEYOND = 1 / 5
"""As many of a clause's telling words must not be the question's. Of answers that people graded those that take its
words up have a fifth and more of their own; the question said again, with a word or two misheard, has fewer."""
NOT_SHOWN = 0.5
"""A point for which there is no clause to show counts by so much of what the model and the meaning make of it: between
.5 and .7 agreement with people is best (r .729), by all of it .725, by nothing .60."""
HARDLY = 0.1
"""An absent point for which there is no clause either counts nothing where it is less probable than so: of four such
answers people gave three nothing. Counted as nothing wherever it is absent it would cost agreement (r .737 in place of
.746 over 280 answers), counted in part everywhere an answer off the topic would have more than 3 of 5."""
OF_THE_TALK = frozenset(terms("question ask hear answer tell talk say wonder"))
"""Words about the conversation itself, which whoever says the question again puts around it."""
FIGURES = {word: str(number) for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
Places = tuple[Evidence | None, Evidence | None]
"""The clause nearest to a point among those heard clearly, and among the others."""


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
        beyond, told = self.told(question, rubric, clauses)
        some_unclear = any(clause.shaky for clause in clauses)
        found = self._assessed(question, rubric, beyond, told, some_unclear, at)
        return found.model_copy(update={"left_out": told != beyond})

    def told(
        self, question: str, rubric: Sequence[Indicator], clauses: Sequence[Clause]
    ) -> tuple[list[Clause], list[Clause]]:
        """The clauses that go beyond the question, and those of them that are told to the interviewer."""
        beyond = beyond_the_question(question, clauses, rubric)
        return beyond, meant_as_answer(
            beyond, lambda clause: any(self.finder.touched(indicator, clause.text) for indicator in rubric)
        )

    def _assessed(
        self,
        question: str,
        rubric: Sequence[Indicator],
        beyond: Sequence[Clause],
        told: Sequence[Clause],
        some_unclear: bool,
        at: Checkpoint,
    ) -> Assessed:
        """By the clauses that are `told` to the interviewer, of those that go beyond the question."""
        strong = [indicator for indicator in rubric if indicator.kind != "red_flag"]
        if not strong:
            return _unscored((), NO_QUESTION_POINTS)
        heard_well = [clause for clause in told if not clause.shaky]
        # Before anything is made of how the words read: unclear ones may be anything.
        if some_unclear and 2 * len(heard_well) <= len(told):
            return _unscored([JudgedPoint(indicator=i, status="unscored", unheard=True) for i in strong], UNHEARD)
        if beyond and not told:
            return _unscored([JudgedPoint(indicator=i, status="unscored", set_aside=True) for i in strong], SET_ASIDE)
        places = {indicator.id: self._places(indicator, told) for indicator in rubric}
        clear = fluent_clauses([clause.text for clause in heard_well])
        if not clear or only_lists(" ".join(clear)):
            absent = tuple(_absent(indicator, places[indicator.id][1]) for indicator in strong)
            return Assessed(points=absent, red_flags=(), measured=None, grade=ONLY_LISTED if clear else NOTHING_SAID)
        wanted = [i for i in rubric if _open(i, *places[i.id])]

        def before() -> None:
            at("judging what was answered")

        leaning_to, anchored, correct = self._read(question, wanted, strong, heard_well, before)
        likes = {indicator.id: self.overlap.meaning(indicator, clear) for indicator in strong}
        judged = [
            _judged(indicator, leaning_to.get(indicator.id), *places[indicator.id], likes.get(indicator.id))
            for indicator in rubric
        ]
        points = tuple(point for point in judged if point.indicator.kind != "red_flag")
        clearly = {name: clear_and_unclear[0] for name, clear_and_unclear in places.items()}
        flags, others = red_flags(judged, clearly, contrast(self.reader, question, before))
        heard = [point for point in points if not point.unheard]
        measured = self._measured(heard, leaning_to, likes, anchored, correct, clear)
        if measured is None:
            return _unscored(points, UNHEARD, flags, others)
        given = grade(measured, self.calibration)
        # No clause speaks to a point: words alone cannot tell a grade then. The model can tell that the answer is off
        # the topic, and a low grade is the truth about it, though no words can be shown for it.
        if not given.model and not any(places[point.indicator.id][0] for point in heard):
            return _unscored(points, NO_WORDS_FOR_IT, flags, others)
        return Assessed(points=points, red_flags=flags, not_raised=others, measured=measured, grade=given)

    def _places(self, indicator: Indicator, told: Sequence[Clause]) -> Places:
        clear, shaky = ([clause for clause in told if clause.shaky is unclear] for unclear in (False, True))
        return self.finder.nearest(indicator, clear), self.finder.nearest(indicator, shaky)

    def _read(
        self,
        question: str,
        wanted: Sequence[Indicator],
        strong: Sequence[Indicator],
        told: Sequence[Clause],
        before: Before,
    ) -> tuple[dict[str, float | None], Anchored, tuple[float, ...]]:
        """The model's leaning to each wanted point by its id, its grade by each wording, and how correct each sentence
        is."""
        if self.reader is None:
            return {}, Anchored([], None), ()
        said = [clause.text for clause in told]
        leanings = self.reader.read(question, said, [indicator.point for indicator in wanted], before)
        points = [indicator.point for indicator in strong]
        grades = anchored_grades(self.reader, question, said, points, before)
        correct = correctness(self.reader, question, told, points, self.finder.weight, before)
        return {indicator.id: leaning for indicator, leaning in zip(wanted, leanings, strict=True)}, grades, correct

    def _measured(
        self,
        points: Sequence[JudgedPoint],
        leaning_to: Mapping[str, float | None],
        likes: Mapping[str, float | None],
        anchored: Anchored,
        correct: tuple[float, ...],
        said: Sequence[str],
    ) -> Measured | None:
        if not points:
            return None
        inputs = [
            PointInput(
                indicator=(name := point.indicator.id),
                leaning=leaning_to.get(name),
                nearness=point.evidence.nearness if point.evidence else None,
                likeness=likes[name],
                words=self.overlap.words(point.indicator, said),
                made=_made(point, leaning_to.get(name), likes[name]),
            )
            for point in points
        ]
        told = [each.made for each in inputs if each.made is not None]
        whole = [each.likeness for each in inputs if each.likeness is not None]
        return Measured(
            asks=tuple(anchored.grades),
            points=share(told) if told else None,
            correct=together(correct) if told else None,
            overlap=share(whole) if len(whole) == len(points) else None,
            overlap_words=share([each.words for each in inputs]),
            inputs=Inputs(
                asks=tuple(anchored.grades), anchors=anchored.anchors, sentences=correct, points=tuple(inputs)
            ),
        )


def _made(point: JudgedPoint, leaning: float | None, like: float | None) -> float | None:
    """How far a point is made; without the embedding model by the leaning alone. None: the model did not tell."""
    if leaning is None:
        return None
    if point.status == "absent" and (point.evidence or (point.probability or 0.0) < HARDLY):
        return 0.0
    anywhere = chance(leaning) if like is None else made(leaning, like)
    return anywhere if point.evidence else NOT_SHOWN * anywhere


def _open(indicator: Indicator, clear: Evidence | None, unclear: Evidence | None) -> bool:
    """Whether the model's reply can change anything: a red flag without a clause is not raised, and what was not heard
    clearly is judged neither way."""
    return clear is not None or (indicator.kind != "red_flag" and unclear is None)


def _judged(
    indicator: Indicator,
    leaning: float | None,
    clear: Evidence | None,
    unclear: Evidence | None,
    likeness: float | None,
) -> JudgedPoint:
    """By the clear clause; what it does not make may still be stated in the unclear one."""
    judged = judge_point(indicator, leaning, clear, likeness)
    return judge_point(indicator, leaning, unclear) if unclear and (not clear or judged.status == "absent") else judged


def _absent(indicator: Indicator, unclear: Evidence | None) -> JudgedPoint:
    """Of a point that no clear word states; it may still be stated in the unclear clause."""
    if unclear:
        return judge_point(indicator, None, unclear)
    return JudgedPoint(indicator=indicator, status="absent", probability=0.0)


def _unscored(
    points: Sequence[JudgedPoint],
    reason: str,
    red_flags: tuple[JudgedPoint, ...] = (),
    not_raised: tuple[JudgedPoint, ...] = (),
) -> Assessed:
    return Assessed(
        points=tuple(points), red_flags=red_flags, not_raised=not_raised, measured=None, grade=None, reason=reason
    )


def beyond_the_question(question: str, clauses: Sequence[Clause], rubric: Sequence[Indicator]) -> list[Clause]:
    """The clauses that say something the question did not: repeating it states nothing, whatever is put around it.

    One word is enough where it is one of the points': "global variables have file scope" answers what their scope is.
    """
    asked = {*terms(question), *terms(_as_heard(question)), *OF_THE_TALK}
    points = [way for indicator in rubric if indicator.kind != "red_flag" for way in indicator.ways]
    sought = {term for point in points for term in terms(point)} - asked
    return [clause for clause in clauses if _goes_beyond(set(terms(clause.text)), asked, sought)]


def _as_heard(question: str) -> str:
    """With its numbers as a recognizer writes them: "10" for "ten"."""
    return " ".join(FIGURES.get(word, word) for word in question.lower().split())


def _goes_beyond(said: set[str], asked: set[str], sought: set[str]) -> bool:
    return not said.isdisjoint(sought) or (bool(said) and len(said - asked) / len(said) >= BEYOND)
