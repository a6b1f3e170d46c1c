"""Judges how the answers fit the job description that came with the invite: each of its requirements is a point of kind
`fit`, looked for in every answer, but for those that ask for manner or person. No grade hangs on them, so that
candidates invited with different ones compare."""

import re
from collections.abc import Sequence
from dataclasses import replace

from interview.model import Frozen
from interview.spec import Indicator
from scoring.addressed import judgeable
from scoring.assessing import Assessor
from scoring.errors import ModelUnavailable
from scoring.grades import QuestionFinding
from scoring.judge import JudgedPoint, judge_point
from scoring.listing import only_lists
from scoring.reading.model import Before
from scoring.requirements import never_judged
from scoring.standby import Checkpoint

_DENIES = re.compile(r"\b(?:never|not|no|none|nothing|cannot|without)\b|n['’]t\b", re.IGNORECASE)
"""Words near a requirement may deny it: "I never used Kubernetes" has all of its words, and a small model says yes."""


class FitFinding(Frozen):
    """One requirement, judged by one answer that has words near it."""

    section: str
    question: str
    judged: JudgedPoint
    """With the evidence even where it is unscored: without a language model the words say only that they come near."""


def judge_fit(
    wanted: Sequence[str], questions: Sequence[QuestionFinding], assessor: Assessor, at: Checkpoint
) -> tuple[tuple[FitFinding, ...], list[str]]:
    """The requirements that answers come near, and a note where the language model stopped answering."""
    points = [
        Indicator(id=f"requirement_{number}", axis="fit", kind="fit", point=requirement)
        for number, requirement in enumerate(wanted, 1)
        if not never_judged(requirement)
    ]
    found, notes = [], []
    for question in questions:
        try:
            judged = _judged(question, points, assessor, lambda: at("comparing answers with the job description"))
        except ModelUnavailable as error:
            notes.append(f"The job description was not compared with all answers: {error}.")
            assessor = replace(assessor, reader=None)
            judged = _judged(question, points, assessor, lambda: None)
        found += [FitFinding(section=question.section, question=question.question, judged=each) for each in judged]
    return tuple(found), notes


def _judged(
    question: QuestionFinding, points: Sequence[Indicator], assessor: Assessor, before: Before
) -> list[JudgedPoint]:
    """The points that clearly heard words of the answer come near; the model is asked of no others."""
    finder = assessor.finder
    _, told = assessor.told(question.prompt, points, judgeable(question.answer.clauses))
    clear = [clause for clause in told if not clause.shaky]
    affirmed, denied = ([c for c in clear if bool(_DENIES.search(c.text)) is denies] for denies in (False, True))
    near = [(point, words) for point in points if (words := finder.nearest(point, affirmed))]
    affirmed_ids = {point.id for point, _ in near}
    judged = [
        JudgedPoint(indicator=point, status="unscored", evidence=words)
        for point in points
        if point.id not in affirmed_ids and (words := finder.nearest(point, denied))
    ]
    said = [clause.text for clause in clear]
    if only_lists(" ".join(said)):
        return judged + [JudgedPoint(indicator=i, status="absent", probability=0.0, evidence=w) for i, w in near]
    leanings: list[float | None] = [None] * len(near)
    if assessor.reader is not None:
        leanings = assessor.reader.read(question.prompt, said, [point.point for point, _ in near], before)
    return judged + [
        judge_point(point, leaning, words).model_copy(update={"evidence": words})
        for (point, words), leaning in zip(near, leanings, strict=True)
    ]
