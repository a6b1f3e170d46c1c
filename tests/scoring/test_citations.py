"""Nothing stands in a report that rests on no words that were said, nor what was made of it."""

from collections.abc import Callable
from typing import Any

import pytest

from interview.spec import ReportForm
from scoring.citations import UNCITED, only_cited
from scoring.evidence import Evidence
from scoring.findings import Findings
from scoring.forms.registry import FORMS, build
from scoring.judge import JudgedPoint
from scoring.render import render
from tests.scoring.reported import SPECS, findings, held

NEEDS_NO_WORDS = frozenset({"absent", "not shown", "unscored"})
"""Statuses that say that no words state the point."""


def rows(part: Any, key: str = "") -> list[tuple[str, dict[str, Any]]]:
    """All rows of a report that cite, and the key each stands under."""
    if isinstance(part, dict):
        own = [(key, part)] if "evidence_id" in part else []
        return own + [row for name, inner in part.items() for row in rows(inner, name)]
    return [row for inner in part for row in rows(inner, key)] if isinstance(part, list) else []


def bare(judged: JudgedPoint) -> JudgedPoint:
    """Judged without words."""
    return judged.model_copy(update={"evidence": None})


def invented(judged: JudgedPoint) -> JudgedPoint:
    """Judged by words that nobody said."""
    if judged.evidence is None:
        return judged
    clause = judged.evidence.clause.model_copy(update={"text": "Nobody said this."})
    return judged.model_copy(update={"evidence": Evidence(clause=clause, nearness=1.0)})


def spoilt(found: Findings, spoil: Callable[[JudgedPoint], JudgedPoint]) -> Findings:
    """Every point, flag and requirement of the findings, spoilt."""

    def of(points: tuple[JudgedPoint, ...]) -> tuple[JudgedPoint, ...]:
        return tuple(map(spoil, points))

    def flags(part: Any) -> dict[str, Any]:
        return {"red_flags": of(part.red_flags), "not_raised": of(part.not_raised)}

    judged = {
        name: section.model_copy(
            update={
                "axes": tuple(axis.model_copy(update={"points": of(axis.points)}) for axis in section.axes),
                **flags(section),
            }
        )
        for name, section in found.judged.items()
    }
    questions = tuple(q.model_copy(update={"points": of(q.points), **flags(q)}) for q in found.questions)
    fit = tuple(each.model_copy(update={"judged": spoil(each.judged)}) for each in found.fit)
    return found.model_copy(update={"judged": judged, "questions": questions, "fit": fit})


@pytest.mark.parametrize("form", list(FORMS))
def test_findings_that_all_rest_on_words_are_left_as_they_are(form: ReportForm) -> None:
    found = findings(held(SPECS[form]))
    assert only_cited(found) == found
    body = build(form, found)
    assert UNCITED not in body["notes"]
    assert any(row["evidence_id"] for _, row in rows(body))
    for _, row in rows(body):
        needs_none = row.get("status") in NEEDS_NO_WORDS or row.get("nearest")
        assert row["evidence_id"] in body["evidence"] or (row["evidence_id"] is None and needs_none)


@pytest.mark.parametrize("spoil", [bare, invented])
@pytest.mark.parametrize("form", list(FORMS))
def test_what_rests_on_no_words_does_not_stand(form: ReportForm, spoil: Callable[[JudgedPoint], JudgedPoint]) -> None:
    body = build(form, spoilt(findings(held(SPECS[form])), spoil))
    assert UNCITED in body["notes"]
    cited = [row for _, row in rows(body) if row["evidence_id"] is not None]
    assert {row["evidence_id"] for row in cited} <= set(body["evidence"])
    assert "Nobody said this." not in str(body)
    for _, row in rows(body):
        assert row.get("status") in NEEDS_NO_WORDS or row.get("nearest") or row["text"] in lead(body)
        assert row.get("status") != "unscored" or row["probability"] is None
    for shape in ("html", "text"):
        assert UNCITED in " ".join(render(body | {"version": 1}, shape).decode().split())


def lead(body: dict[str, Any]) -> list[str]:
    """Gaps of a rigorous report cite the answer that lacks the point."""
    return [row["text"] for row in body.get("gaps", ()) if "does not say this" in row["text"]]


def test_an_axis_whose_points_rest_on_no_words_is_unscored() -> None:
    found = findings(held("mle-v1"))
    before, after = build("sections", found), build("sections", spoilt(found, bare))
    assert any(axis["judgement"] for section in before["sections"] for axis in section["axes"])
    spoken = [axis for section in after["sections"] for axis in section["axes"] if axis["points"]]
    assert {axis["judgement"] for axis in spoken} == {None}
    assert UNCITED in {axis["reason"] for axis in spoken}
    assert {row["value"] for row in after["grades"]} == {None}
    assert not any(section["red_flags"] for section in after["sections"])


def test_a_recommendation_counts_no_flag_and_no_score_that_rests_on_no_words() -> None:
    found = findings(held("ml-rigorous", share=1.0))
    assert build("rigorous", found)["recommendation"]
    body = build("rigorous", spoilt(found, bare))
    assert (body["recommendation"], body["strengths"], body["red_flags"]) == (None, [], [])
    assert {score["score"] for score in body["scores"]} == {None}
    flags = [f for section in found.judged.values() for f in section.red_flags]
    flagged = {f.indicator.id for f in flags}
    assert flagged
    assert flagged <= {row["indicator"] for row in body["not_raised"] if row["status"] == "unscored"}


def test_a_point_without_words_takes_its_own_answer_s_grade_and_no_other() -> None:
    found = findings(held("ml-experience"))
    first, *others = found.questions
    points = tuple(bare(p) if p.status == "met" else p for p in first.points)
    body = build(
        "relevancy", found.model_copy(update={"questions": (first.model_copy(update={"points": points}), *others)})
    )
    assert body["notes"][-1] == UNCITED
    one, other = body["questions"][:2]
    assert (one["strengths"], one["score"]) == ([], None)
    assert {p["status"] for p in one["points"]} <= {"unscored", "absent"}
    assert other["strengths"]
    assert other["score"] == 68
    assert body["summary"]["unscored"] == build("relevancy", found)["summary"]["unscored"] + 1
