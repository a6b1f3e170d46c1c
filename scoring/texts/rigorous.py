"""The form `rigorous` as text."""

from collections.abc import Iterator

from scoring.shown import Report, worth_showing
from scoring.texts.layout import block, by_status, closing, filled, grades, item, opening, points, quote


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from opening(report)
    yield from filled("", "For the hiring team alone; not for the candidate.")
    yield from block(f"RECOMMENDATION: {report['recommendation'] or 'unscored'}")
    yield from filled("", f"{report['recommendation_reason']} Held for the level {report['level']}.")
    yield ""
    yield from filled("Rule:", report["recommendation_rule"])
    yield from block("SCORES (1 TO 5)")
    for score in report["scores"]:
        value = "unscored" if score["score"] is None else score["score"]
        yield from item(f"{score['name']}: {value}.", score["reason"], bullet="")
    yield ""
    yield from filled("Rule:", report["score_rule"])
    for title, key in (("STRENGTHS", "strengths"), ("GAPS", "gaps")):
        yield from block(title)
        if report[f"{key}_note"]:
            yield from filled("", report[f"{key}_note"])
        for row in report[key]:
            yield from item("-", f"{row['score']}: {row['text']}")
            yield from quote(row["evidence_id"], report)
    yield from block("PRODUCTION EXPERIENCE")
    yield from filled("", report["production_experience"]["sentence"])
    yield from points("Red flags:", report["production_experience"].get("red_flags", []), report)
    yield from by_status(report["production_experience"]["points"], report)
    if report["red_flags"]:
        yield from block("RED FLAGS")
    for row in report["red_flags"]:
        yield from item("-", row["point"])
        yield from quote(row["evidence_id"], report)
    for score in report["scores"]:
        if worth_showing(score["points"]):
            yield from block(score["name"].upper())
            yield from by_status(score["points"], report)
    yield from grades(report)
    yield from closing(report)
