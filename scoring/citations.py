"""Keeps every row of a report to words that were said: it cites some of the table of evidence, or says there are none.

A strength, a weakness, a gap, a finding or a flag that cites nothing is taken out, a point that is said to be made or a
requirement to be met, becomes unscored, and a plain sentence says so. Told by the keys that all forms share, whatever
form it is.
"""

from collections.abc import Collection
from typing import Any

UNCITED = "What rests on no words of the transcript was left out of this report."

WHOLE = frozenset({"points", "requirements", "not_raised"})
"""Lists that hold all there is, so that no row may be missing."""
NOTHING_SAID = frozenset({"absent", "not shown", "unscored"})
"""Statuses that need no words: they say that none state the point."""


def cited(report: dict[str, Any]) -> dict[str, Any]:
    """A report's JSON without what cites nothing; as it is where all of it does."""
    known: Collection[str] = report["evidence"]
    kept = {key: part if key == "evidence" else _cited(part, known, key) for key, part in report.items()}
    return kept if kept == report else kept | {"notes": [*kept["notes"], UNCITED]}


def _cited(part: Any, known: Collection[str], key: str) -> Any:
    if isinstance(part, dict):
        return {name: _cited(inner, known, name) for name, inner in part.items()}
    if not isinstance(part, list):
        return part
    if key == "evidence":
        return [evidence_id for evidence_id in part if evidence_id in known]
    rows = [_row(row, known, key) if isinstance(row, dict) and "evidence_id" in row else row for row in part]
    return [_cited(row, known, key) for row in rows if row is not None]


def _row(row: dict[str, Any], known: Collection[str], key: str) -> dict[str, Any] | None:
    """The row as it may stand; None: not at all."""
    if row["evidence_id"] in known:
        return row
    if row["evidence_id"] is None and (row.get("status") in NOTHING_SAID or row.get("nearest")):
        return row
    if key not in WHOLE:
        return None
    reason = {"reason": UNCITED} if "reason" in row else {}
    return row | {"status": "unscored", "probability": None, "evidence_id": None} | reason
