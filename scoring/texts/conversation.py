"""The form `conversation` as text."""

from collections.abc import Iterator

from scoring.shown import Report, marked, worth_showing
from scoring.texts.layout import block, by_status, closing, filled, grades, item, opening, points


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from opening(report)
    for title, rows in (("STRONG INDICATORS", report["overview"]), ("OTHER POINTS LOOKED FOR", report["others"])):
        if rows:
            yield from block(title)
        for row in rows:
            where = f" ({', '.join(row['phases'])})" if row["status"] in ("found", "in part") else ""
            yield from item("-", f"{row['name']}: {row['status']}{where}")
    for phase in report["phases"]:
        yield from block(phase["title"])
        for question in phase["questions"]:
            yield from filled("", question)
        yield from ("", "Candidate Answer:")
        yield from filled("", marked(phase) or "(none)")
        yield ""
        for indicator in phase["indicators"]:
            yield from item(f"{indicator['name']}: {indicator['status']}.", indicator["reason"], bullet="")
        yield from by_status(
            [point for indicator in phase["indicators"] for point in worth_showing(indicator["points"])], report
        )
        yield from points("Red flags:", phase["red_flags"], report)
    yield from grades(report)
    yield from closing(report)
