"""Judges a whole interview: each main question's answer, and from those the axes of each section."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from interview.model import Frozen
from interview.spec import Question, Section, Spec
from scoring.addressed import judgeable
from scoring.assessing import NOTHING_SAID, ONLY_LISTED, Assessed, Assessor
from scoring.code.axes import NO_CODE, judge_code
from scoring.errors import ModelUnavailable
from scoring.findings import CodeFinding
from scoring.grades import QuestionFinding
from scoring.judge import (
    NO_MODEL,
    NO_POINTS,
    NOT_ANSWERED,
    NOT_REACHED,
    JudgedPoint,
    JudgedSection,
    judge_axes,
    unscored,
)
from scoring.standby import Checkpoint
from scoring.transcript import Asked, Clause, SectionAnswer

NOT_ASKED = "This question was not asked."
NO_ANSWER = "The candidate gave no answer to this question."
ONLY_REPEATS = "The answer says nothing that the question does not say already."
ONLY_LISTS = "The answer lists terms and says nothing of them."
BY_TESTS = "A coding answer is judged by its tests, and has no grade."
GRADED = (
    "The grade joins how the language model reads the answer, as a whole and sentence by sentence, the points it makes "
    "and how far its words cover them."
)
GRADED_AS_A_WHOLE = (
    "The grade joins how the language model reads the answer, the points it makes and how far its words cover them."
)
HELD_DOWN = "The grade is held down by how few of the question's points the answer makes."
NEAR_NO_POINT = (
    "No clause of the answer comes near any of the question's points, so the grade rests on the answer as a whole and "
    "nothing is shown as evidence for it."
)
BY_WORDS = "No language model answered, so the grade rests on how far the answer's words cover the question's points."


class Judged(Frozen):
    """What judging found."""

    sections: dict[str, JudgedSection]
    questions: tuple[QuestionFinding, ...]
    notes: tuple[str, ...]


@dataclass
class Judging:
    """The judging of one interview, question after question."""

    spec: Spec
    """As held."""
    answers: dict[Asked, SectionAnswer]
    """Of every question in the spec as authored, asked or not."""
    code: CodeFinding | None
    assessor: Assessor
    at: Checkpoint
    failure: str = ""
    """Why the language model is not asked any more."""
    no_code: str = NO_CODE
    """Why there is no code where the section was reached."""
    _cut: dict[Asked, list[Clause]] = field(default_factory=dict)
    _left_out: set[str] = field(default_factory=set)
    """Sections in which words were not judged that may be meant for whoever grades."""

    def judge(self, authored: Spec) -> Judged:
        """Goes through the questions in the order of the spec as authored, then through the sections as held."""
        held = {section.id for section in self.spec.sections}
        assessed: dict[Asked, Assessed | None] = {}
        findings = []
        for section in authored.sections:
            for question in section.questions if section.axes else ():
                assessed[section.id, question.id], finding = self._question(section, question, section.id in held)
                findings.append(finding)
        sections = {section.id: self._section(section, assessed) for section in self.spec.sections}
        return Judged(sections=sections, questions=tuple(findings), notes=tuple(self._notes()))

    def _question(self, section: Section, question: Question, held: bool) -> tuple[Assessed | None, QuestionFinding]:
        answer = self.answers[section.id, question.id]
        asked = held and answer.start_ms is not None
        assessed, reason = self._assess(section, question) if asked else (None, NOT_ASKED)
        grade = assessed.grade if assessed else None
        if assessed and assessed.left_out:
            self._left_out.add(section.id)
        return assessed, QuestionFinding(
            section=section.id,
            question=question.id,
            asked=asked,
            prompt=question.prompt.shown,
            answer=answer,
            points=assessed.points if assessed else (),
            red_flags=assessed.red_flags if assessed else (),
            not_raised=assessed.not_raised if assessed else (),
            grade=grade,
            inputs=assessed.measured.inputs if assessed and assessed.measured else None,
            reason=_why(assessed) if assessed else reason,
        )

    def _assess(self, section: Section, question: Question) -> tuple[Assessed | None, str]:
        """The judged answer, and why there is none."""
        clauses = self._judgeable((section.id, question.id))
        rubric = section.rubric(question.id)
        if section.coding is not None:
            return None, BY_TESTS
        if not clauses:
            return None, NO_ANSWER
        try:
            return self.assessor.assess(question.prompt.shown, rubric, clauses, self._checkpoint(section)), ""
        except ModelUnavailable as error:
            self.failure = f"The axes were not all judged: {error}."
            self.assessor = replace(self.assessor, reader=None)
            return self.assessor.assess(question.prompt.shown, rubric, clauses), ""

    def _checkpoint(self, section: Section) -> Checkpoint:
        return lambda _: self.at(f"judging section {section.id}")

    def _section(self, section: Section, assessed: dict[Asked, Assessed | None]) -> JudgedSection:
        asked = [(section.id, question.id) for question in section.questions]
        reached = any(self.answers[key].start_ms is not None for key in asked)
        if section.coding is not None:
            own = self.code if self.code and self.code.section == section.id else None
            return judge_code(section, own.answer if own else None, own.run if own else None, reached, self.no_code)
        if not any(self._judgeable(key) for key in asked):
            return unscored(section, NOT_ANSWERED if reached else NOT_REACHED)
        if not section.rubric():
            return unscored(section, NO_POINTS)
        judged = [found for key in asked if (found := assessed[key]) is not None]
        points = [point for found in judged for point in found.points]
        untold = all(point.probability is None for point in points)
        if self.assessor.reader is None and untold and not any(point.unheard for point in points):
            return unscored(section, NO_MODEL)
        flags = _best([flag for found in judged for flag in found.red_flags])
        raised = {flag.indicator.id for flag in flags}
        others = [flag for found in judged for flag in found.not_raised if flag.indicator.id not in raised]
        return JudgedSection(
            axes=judge_axes(section, _best(points)),
            red_flags=tuple(flags),
            not_raised=tuple(_best(others, _weight_not_raised)),
        )

    def _judgeable(self, asked: Asked) -> list[Clause]:
        if asked not in self._cut:
            self._cut[asked] = judgeable(self.answers[asked].clauses)
        return self._cut[asked]

    def _notes(self) -> Iterable[str]:
        for section in self.spec.sections:
            keys = [(section.id, question.id) for question in section.questions]
            if any(self._judgeable(key) != list(self.answers[key].clauses) for key in keys):
                yield f"Words in section {section.id} that address the grader were not judged; the transcript has them."
            if section.id in self._left_out:
                yield f"Words in section {section.id} that may address the grader and are near no point were left out."
        if self.failure:
            yield self.failure


def _why(assessed: Assessed) -> str:
    """Why an answer is unscored, or how its grade came about."""
    grade = assessed.grade
    if grade is None:
        return assessed.reason
    if grade is NOTHING_SAID:
        return ONLY_REPEATS
    if grade is ONLY_LISTED:
        return ONLY_LISTS
    if not grade.model:
        return BY_WORDS
    if not any(point.evidence for point in assessed.points):
        return NEAR_NO_POINT
    if grade.parts["cap"] < grade.parts["before_cap"]:
        return HELD_DOWN
    return GRADED if "correct" in grade.parts else GRADED_AS_A_WHOLE


def _weight(point: JudgedPoint) -> tuple[bool, float]:
    """A point that was told goes before one that is void, whatever the model thinks of the void one."""
    return point.status in ("met", "partly"), point.probability or 0.0


def _weight_not_raised(flag: JudgedPoint) -> tuple[bool, float]:
    """Where one answer did not raise a red flag and of another it could not be told, it could not be told."""
    return flag.status == "unscored", flag.probability or 0.0


def _best(
    points: Sequence[JudgedPoint], weight: Callable[[JudgedPoint], tuple[bool, float]] = _weight
) -> list[JudgedPoint]:
    """Each indicator once: where several answers of a section were judged by it, the one that weighs most."""
    best: dict[str, JudgedPoint] = {}
    for point in points:
        so_far = best.setdefault(point.indicator.id, point)
        if weight(point) > weight(so_far):
            best[point.indicator.id] = point
    return list(best.values())
