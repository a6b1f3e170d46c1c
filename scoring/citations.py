"""Keeps what a report is built from to words that were said: a judgement that shows none of them is void.

A point that is said to be made becomes unscored, a red flag is not raised, a requirement has no words near it. The axis
that rested on such a point is judged again without it, and the answer's grade, which counted it, is unscored. All this
happens before the report is built, so that no score, recommendation or sentence in it counts what was taken out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from scoring.evidence import Evidence
from scoring.findings import Findings
from scoring.grades import QuestionFinding
from scoring.judge import JudgedAxis, JudgedPoint, JudgedSection, judge_axis

UNCITED = "What rests on no words of the transcript was left out of this report."

Said = Mapping[int, Sequence[str]]
"""What may be cited: the words of the candidate's clauses, by the journal's number of their utterance."""


def only_cited(findings: Findings) -> Findings:
    """The findings without what rests on no words; as they are where all of it does."""
    said: dict[int, list[str]] = {}
    for answer in (*findings.answers.values(), *(question.answer for question in findings.questions)):
        for clause in answer.clauses:
            said.setdefault(clause.seq, []).append(clause.text)
    kept = findings.model_copy(
        update={
            "judged": {name: _section(section, said) for name, section in findings.judged.items()},
            "questions": tuple(_question(question, said) for question in findings.questions),
            "fit": tuple(each for each in findings.fit if _stands(each.judged.evidence, said)),
        }
    )
    return kept if kept == findings else kept.model_copy(update={"notes": (*findings.notes, UNCITED)})


def _stands(evidence: Evidence | None, said: Said) -> bool:
    """Whether the words were said; a clause may be a part of the one that was cut."""
    return evidence is not None and any(evidence.clause.text in words for words in said.get(evidence.clause.seq, ()))


def _point(judged: JudgedPoint, said: Said) -> JudgedPoint:
    """That a point is absent or could not be told needs no words."""
    if _stands(judged.evidence, said):
        return judged
    if judged.status in ("met", "partly"):
        return JudgedPoint(indicator=judged.indicator, status="unscored")
    return judged.model_copy(update={"evidence": None})


def _points(judged: Sequence[JudgedPoint], said: Said) -> tuple[JudgedPoint, ...]:
    return tuple(_point(point, said) for point in judged)


def _flags(
    raised: Sequence[JudgedPoint], others: Sequence[JudgedPoint], said: Said
) -> dict[str, tuple[JudgedPoint, ...]]:
    """Those raised and the others; whether one without words is raised cannot be told."""
    void = [JudgedPoint(indicator=f.indicator, status="unscored") for f in raised if not _stands(f.evidence, said)]
    return {
        "red_flags": tuple(flag for flag in raised if _stands(flag.evidence, said)),
        "not_raised": (*_points(others, said), *void),
    }


def _section(judged: JudgedSection, said: Said) -> JudgedSection:
    axes = tuple(_axis(axis, said) for axis in judged.axes)
    return judged.model_copy(update={"axes": axes, **_flags(judged.red_flags, judged.not_raised, said)})


def _axis(judged: JudgedAxis, said: Said) -> JudgedAxis:
    points = _points(judged.points, said)
    shows_words = judged.evidence or any(point.evidence for point in points)
    if points == judged.points and (shows_words or not judged.judgement):
        return judged
    again = judge_axis(judged.axis, points)
    return again if again.judgement or not judged.judgement else again.model_copy(update={"reason": UNCITED})


def _question(found: QuestionFinding, said: Said) -> QuestionFinding:
    points = _points(found.points, said)
    changes: dict[str, Any] = {"points": points, **_flags(found.red_flags, found.not_raised, said)}
    if [point.status for point in points] != [point.status for point in found.points]:
        changes |= {"grade": None, "inputs": None, "reason": UNCITED}
    return found.model_copy(update=changes)
