"""Judges the axes of a coding section from the tests' outcomes; the submitted code is the evidence."""

from interview.spec import Axis, Section
from scoring.code.coding import Answer, CodeRun
from scoring.evidence import Evidence
from scoring.judge import NOT_REACHED, JudgedAxis, JudgedSection, Judgement, unscored
from scoring.transcript import Clause

NO_CODE = "The candidate wrote no code."
NOT_BY_TESTS = "Tests cannot judge this axis; read the code."


def judge_code(
    section: Section, answer: Answer | None, run: CodeRun | None, reached: bool, why_none: str = NO_CODE
) -> JudgedSection:
    """`correctness` by all tests, `edge_cases` by the hidden ones; other axes are for people.

    `why_none`: why there is no answer where the section was reached.
    """
    if answer is None or run is None:
        return unscored(section, why_none if reached else NOT_REACHED)
    if run.status == "unscored":
        return unscored(section, run.reason)
    return JudgedSection(axes=tuple(_axis(axis, run, code_evidence(section.id, answer)) for axis in section.axes))


def code_evidence(section: str, answer: Answer) -> Evidence:
    """The whole code at the moment it was handed in or last changed."""
    clause = Clause(text=answer.source, start_ms=answer.at_ms, end_ms=answer.at_ms, section=section, seq=answer.seq)
    return Evidence(clause=clause, nearness=1.0)


def _axis(axis: Axis, run: CodeRun, evidence: Evidence) -> JudgedAxis:
    if axis.id == "correctness":
        passed, total, which = run.passed(), run.total(), "tests"
    elif axis.id == "edge_cases":
        passed, total, which = run.passed("hidden"), run.total("hidden"), "hidden tests"
    else:
        return JudgedAxis(axis=axis, reason=NOT_BY_TESTS)
    judgement: Judgement = "strong" if passed == total else "adequate" if passed * 2 >= total else "weak"
    reason = f"The code passes {passed} of {total} {which}."
    share = passed / total
    return JudgedAxis(axis=axis, judgement=judgement, probability=share, reason=reason, evidence=(evidence,))
