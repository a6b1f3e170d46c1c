"""Nothing stands in a report that rests on no words of its table of evidence."""

from typing import Any

import pytest

from interview.spec import ReportForm
from scoring.citations import UNCITED, WHOLE, cited
from scoring.forms.registry import FORMS, build
from scoring.render import render
from tests.scoring.reported import SPECS, findings, held

ROWS = frozenset({"strengths", "weaknesses", "gaps", "findings", "red_flags", "fit"})


def rows(part: Any, key: str = "") -> list[tuple[str, dict[str, Any]]]:
    """All rows of a report that cite, and the key each stands under."""
    if isinstance(part, dict):
        own = [(key, part)] if "evidence_id" in part else []
        return own + [row for name, inner in part.items() for row in rows(inner, name)]
    return [row for inner in part for row in rows(inner, key)] if isinstance(part, list) else []


def report(form: ReportForm) -> dict[str, Any]:
    return build(form, findings(held(SPECS[form])))


@pytest.mark.parametrize("form", list(FORMS))
def test_a_report_whose_rows_all_cite_words_is_left_as_it_is(form: ReportForm) -> None:
    body = report(form)
    assert rows(body)
    assert cited(body) == body
    assert UNCITED not in body["notes"]


@pytest.mark.parametrize("form", list(FORMS))
def test_what_cites_words_that_are_not_in_the_table_does_not_stand(form: ReportForm) -> None:
    body = report(form)
    gone = next(row["evidence_id"] for _, row in rows(body) if row.get("status") != "absent" and row["evidence_id"])
    del body["evidence"][gone]
    checked = cited(body)
    assert gone not in str({**checked, "evidence": {}}).replace("'", " ").split()
    assert checked["notes"][-1] == UNCITED
    for shape in ("html", "text"):
        assert UNCITED in " ".join(render(checked | {"version": 1}, shape).decode().split())


@pytest.mark.parametrize("form", list(FORMS))
def test_what_says_that_something_was_said_and_cites_nothing_does_not_stand(form: ReportForm) -> None:
    body = report(form)
    for _, row in rows(body):
        row["evidence_id"] = None
    checked = cited(body)
    assert checked["notes"][-1] == UNCITED
    for key, row in rows(checked):
        assert key in ROWS | WHOLE
        assert row.get("status") in ("absent", "not shown", "unscored") or row["nearest"]
        assert row.get("status") != "unscored" or row["probability"] is None


def test_a_point_that_is_judged_made_without_words_gets_into_no_report() -> None:
    found = findings(held("ml-experience"))
    first, *others = found.questions
    bare = tuple(p.model_copy(update={"evidence": None}) if p.status == "met" else p for p in first.points)
    body = build(
        "relevancy", found.model_copy(update={"questions": (first.model_copy(update={"points": bare}), *others)})
    )
    assert body["notes"][-1] == UNCITED
    assert body["questions"][0]["strengths"] == []
    assert {p["status"] for p in body["questions"][0]["points"]} <= {"unscored", "absent"}
    assert body["questions"][1]["strengths"]


def test_a_point_that_cites_nothing_is_unscored_and_keeps_its_place() -> None:
    point = {"indicator": "a", "point": "A claim.", "status": "met", "probability": 0.9, "evidence_id": None}
    body = {"notes": [], "evidence": {"e1": {}}, "points": [point, point | {"evidence_id": "e1"}]}
    first, second = cited(body)["points"]
    assert first == point | {"status": "unscored", "probability": None}
    assert second["status"] == "met"


def test_an_answer_without_words_near_a_point_may_be_said_to_lack_it() -> None:
    lacking = {"text": "The answer does not say this: A claim.", "evidence_id": None, "nearest": True}
    claiming = {"text": "A claim.", "evidence_id": None, "nearest": False}
    body = {"notes": [], "evidence": {}, "weaknesses": [lacking], "strengths": [claiming]}
    assert cited(body) == {"notes": [UNCITED], "evidence": {}, "weaknesses": [lacking], "strengths": []}
