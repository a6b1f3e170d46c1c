"""The form `design` as text: words alone, as its JSON."""

from collections.abc import Iterator

from scoring.shown import Report
from scoring.texts.layout import block, closing, filled, item, opening, quote


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from opening(report)
    for part in report["parts"]:
        yield from block(part["title"].upper())
        yield from filled("Unscored." if part["status"] == "unscored" else "", part["sentence"])
        for row in part["findings"]:
            mark = "" if row["status"] == "shown" else f"({row['status']}) "
            yield from item("-", f"{mark}{row['point']}")
            yield from quote(row["evidence_id"], report, "nearest words: " if row["status"] == "not shown" else "")
    yield from closing(report)
