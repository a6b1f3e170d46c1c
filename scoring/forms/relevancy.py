"""The form `relevancy`: each question with answer, score out of 100, strengths, weaknesses, tips and justification.

Its text has the layout of the source's sample. Every sentence is authored: made from the points' own sentences, with
the words they rest on beside it. What the job description asks for is judged like a point, next to the words that come
near it; no score hangs on it, so that two candidates invited with different descriptions can still be compared.
"""

import math
from collections.abc import Sequence
from typing import Literal

from interview.model import Frozen
from scoring.findings import Findings
from scoring.forms import sentences
from scoring.forms.evidence import EvidenceTable
from scoring.forms.head import Report, head
from scoring.forms.points import Flag, Point, QuestionGrade, cited, flag, grades, looked_for, not_raised, rounded
from scoring.grades import QuestionFinding
from scoring.judge import JudgedPoint, PointStatus
from scoring.requirements import never_judged, requirements

SCORE_RULE = (
    "A score is the question's grade, from 0 to 5, times 20 and rounded to a whole number. A question without a grade "
    "is unscored and left out of the average, the highest and the lowest."
)
NOT_NEAR = "No answer, as far as it was heard clearly, comes near it."
NOT_TOLD = "These words come near it; whether they state it could not be told."
NEVER_JUDGED = "Never judged here: it asks for manner or person."
NO_DESCRIPTION = "No job description was given with the invite, so the answers stand for themselves."
KINDS = {
    "situation": "the situation",
    "action": "the candidate's own action",
    "result": "the result",
    "figures": "figures",
    "collaboration": "collaboration",
    "fit": "what the work asks for",
    "trade_off": "a trade-off",
}
"""Parts of an answer about experience, as a justification names them."""
MOST = 5
"""Strengths, weaknesses and tips at most, each; all points are in the list of points."""


class Remark(Frozen):
    """A strength or a weakness, with the words it rests on."""

    text: str
    evidence_id: str | None
    """null: nothing in the answer comes near it."""
    nearest: bool
    """The words come nearest to a point and do not state it."""


class Fit(Frozen):
    """A requirement of the job description that words of the answer come near."""

    requirement: str
    """As the invite words it."""
    status: PointStatus
    probability: float | None
    """That the answer states it, 0 to 1; null when it could not be told."""
    evidence_id: str


class Requirement(Frozen):
    """A requirement of the job description, by the answer that states it best."""

    requirement: str
    status: PointStatus
    probability: float | None
    evidence_id: str | None
    """null: no answer comes near it, or it is never judged."""
    reason: str
    """Why it is unscored; empty where it is not."""


class QuestionReport(Frozen):
    """One question."""

    section: str
    id: str
    """The section's id where it has one question, as the sample names its questions."""
    question: str
    asked: bool
    answer: str
    answer_unclear: tuple[tuple[int, int], ...] = ()
    """From and to in the answer, in characters: words that were not heard clearly."""
    answer_ms: tuple[int, int | None] | None
    status: Literal["scored", "unscored"]
    score: int | None
    """0 to 100; null: unscored."""
    uncertainty: int | None
    """Half the spread over paraphrased prompts, on the same scale, rounded up; null: not measured."""
    strengths: tuple[Remark, ...]
    weaknesses: tuple[Remark, ...]
    improvement_tips: tuple[str, ...]
    justification: str
    fit: tuple[Fit, ...]
    evidence: tuple[str, ...]
    """The words that the points rest on; empty where none come near them, and the score is the whole answer's."""
    red_flags: tuple[Flag, ...]
    """Those raised."""
    not_raised: tuple[Flag, ...] = ()
    """The question's other red flags."""
    points: tuple[Point, ...]


class Summary(Frozen):
    """All questions together."""

    questions: int
    scored: int
    unscored: int
    average: int | None
    """0 to 100, of the scored ones; null: none is."""
    highest: int | None
    lowest: int | None
    not_spoken_to: tuple[str, ...]
    """Requirements of the job description that no answer, as far as it was heard clearly, comes near: asked or not,
    nothing can be said about them. Those that are never judged are not among them."""
    improvement_tips: tuple[str, ...] = ()
    """One for each of these, and for each requirement that words come near and do not state."""


class RelevancyReport(Report):
    """The whole report."""

    form: Literal["relevancy"] = "relevancy"
    job_description: str
    requirements: tuple[Requirement, ...]
    """All of the job description, in its order; no score hangs on them."""
    score_rule: str
    questions: tuple[QuestionReport, ...]
    summary: Summary
    grades: tuple[QuestionGrade, ...]


def build(findings: Findings) -> RelevancyReport:
    """The report from what scoring found."""
    table = EvidenceTable()
    description = findings.began.arrangement.job_description
    questions = tuple(_question(q, findings, table) for q in _questions(findings))
    near = [fit for question in questions for fit in question.fit]
    told = tuple(
        _requirement(wanted, [fit for fit in near if fit.requirement == wanted]) for wanted in requirements(description)
    )
    notes = (*findings.notes, *(() if description else (NO_DESCRIPTION,)))
    scores = [question.score for question in questions if question.score is not None]
    return RelevancyReport(
        job_description=description,
        requirements=told,
        score_rule=SCORE_RULE,
        questions=questions,
        summary=Summary(
            questions=len(questions),
            scored=len(scores),
            unscored=len(questions) - len(scores),
            average=_whole(sum(scores) / len(scores)) if scores else None,
            highest=max(scores, default=None),
            lowest=min(scores, default=None),
            not_spoken_to=tuple(each.requirement for each in told if each.reason == NOT_NEAR),
            improvement_tips=tuple(
                sentences.tip_to_speak_to(each.requirement)
                for each in told
                if each.reason == NOT_NEAR or each.status == "absent"
            ),
        ),
        grades=grades(findings),
        **head(findings, table) | {"notes": notes},
    )


def _questions(findings: Findings) -> list[QuestionFinding]:
    """Those that were asked; of a section in which none was, its first, so that what was not reached is seen."""
    shown: list[QuestionFinding] = []
    for section in findings.began.spec.sections:
        own = [question for question in findings.questions if question.section == section.id]
        shown += [question for question in own if question.asked] or own[:1]
    return shown


def _requirement(wanted: str, near: Sequence[Fit]) -> Requirement:
    """By the answer that states it best; where none does, it is absent only if that could be told of all of them."""
    if (never := never_judged(wanted)) or not near:
        reason = NEVER_JUDGED if never else NOT_NEAR
        return Requirement(requirement=wanted, status="unscored", probability=None, evidence_id=None, reason=reason)
    stating = [fit for fit in near if fit.status in ("met", "partly")]
    untold = [fit for fit in near if fit.status == "unscored"]
    best = max(stating or untold or near, key=lambda fit: fit.probability or 0.0)
    return Requirement(**best.model_dump(), reason=NOT_TOLD if best.status == "unscored" else "")


def _question(found: QuestionFinding, findings: Findings, table: EvidenceTable) -> QuestionReport:
    alone = sum(q.section == found.section for q in findings.questions) <= 1
    fit = tuple(
        Fit(
            requirement=each.judged.indicator.point,
            status=each.judged.status,
            probability=rounded(each.judged.probability),
            evidence_id=table.id(each.judged.evidence),
        )
        for each in findings.fit
        if (each.section, each.question) == (found.section, found.question) and each.judged.evidence
    )
    grade = found.grade if found.answer.clauses else None
    section = findings.began.spec.section(found.section)
    rubric = section.rubric(found.question)
    points = looked_for(rubric, found.points, table)
    red_flags = tuple(flag(p, table) for p in found.red_flags)
    evidence = cited((*points, *red_flags))
    spread = grade.uncertainty if grade else None
    met = sorted((p for p in found.points if p.status == "met"), key=lambda p: -(p.probability or 0))
    partly = [p for p in found.points if p.status == "partly"]
    lacking = sorted((p for p in found.points if p.status == "absent"), key=lambda p: p.probability or 0)
    answered = bool(found.answer.clauses)
    weak = [*found.red_flags, *lacking, *partly] if answered else []
    return QuestionReport(
        section=found.section,
        id=found.section if alone else found.question,
        question=found.prompt,
        asked=found.asked,
        answer=found.answer.text,
        answer_unclear=found.answer.unclear,
        answer_ms=None if found.answer.start_ms is None else (found.answer.start_ms, found.answer.end_ms),
        status="scored" if grade else "unscored",
        score=_whole(20 * grade.value) if grade else None,
        uncertainty=None if spread is None else max(1, math.ceil(20 * spread)),
        strengths=tuple(_remark(p, p.indicator.point, table) for p in met[:MOST]),
        weaknesses=tuple(_remark(p, _weakness(p), table) for p in weak[:MOST]),
        improvement_tips=tuple(sentences.tip(p.indicator.point) for p in [*lacking, *partly][:MOST])
        if answered
        else (),
        justification=_justification(found, fit, bool(findings.began.arrangement.job_description)),
        fit=fit,
        evidence=evidence,
        red_flags=red_flags,
        not_raised=not_raised(rubric, found.red_flags, found.not_raised, table),
        points=points,
    )


def _remark(judged: JudgedPoint, text: str, table: EvidenceTable) -> Remark:
    evidence_id = table.id(judged.evidence) if judged.evidence else None
    return Remark(text=text, evidence_id=evidence_id, nearest=judged.status == "absent")


def _weakness(judged: JudgedPoint) -> str:
    if judged.indicator.kind == "red_flag":
        return judged.indicator.point
    phrase = sentences.in_part if judged.status == "partly" else sentences.missing
    return phrase(judged.indicator.point)


def _justification(found: QuestionFinding, fit: Sequence[Fit], described: bool) -> str:
    told = [found.reason]
    if found.points and found.answer.clauses:
        shown = [p for p in found.points if p.status == "met"]
        untold = sum(p.status == "unscored" for p in found.points)
        unclear = f"; {untold} could not be told" if untold else ""
        all_points = f"the {len(found.points)} points" if len(found.points) > 1 else "one point"
        told.append(f"The answer shows {len(shown)} of {all_points} looked for{unclear}.")
        kinds = dict.fromkeys(p.indicator.kind for p in shown if p.indicator.kind in KINDS)
        lacking = dict.fromkeys(p.indicator.kind for p in found.points if p.status == "absent")
        if kinds:
            told.append(f"It tells of {sentences.listed([KINDS[kind] for kind in kinds])}.")
        if open_ := [KINDS[kind] for kind in lacking if kind in KINDS and kind not in kinds]:
            told.append(f"It leaves out {sentences.listed(open_)}.")
    if described and found.answer.clauses:
        words = "words of it that were heard clearly" if any(c.shaky for c in found.answer.clauses) else "words of it"
        far = f"No {words} come near a line of the job description."
        statuses = {each.status for each in fit}
        if statuses & {"met", "partly"}:
            told.append("It speaks to the job description.")
        elif fit:
            whether = "whether they state any could not be told" if "unscored" in statuses else "they state none"
            told.append(f"Words of it come near lines of the job description; {whether}.")
        else:
            told.append(far)
    return " ".join(told)


def _whole(number: float) -> int:
    """The nearest whole number, a half upwards."""
    return int(number + 0.5)
