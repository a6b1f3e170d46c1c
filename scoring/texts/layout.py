"""The pieces that all text forms are made of."""

import textwrap
from collections.abc import Iterable, Iterator

from scoring.shown import BECAME, ENDS, UNCLEAR, Report, about, clock, day, safe, spread

WIDTH = 70
RULE = "=" * WIDTH


def heading(title: str, *more: str) -> Iterator[str]:
    """A title between rules."""
    yield from (RULE, title, RULE)
    if more:
        yield from (*more, RULE)
    yield ""


def block(title: str, *more: str) -> Iterator[str]:
    """A heading with the blank lines before it."""
    yield from ("", "")
    yield from heading(title, *more)


def opening(report: Report) -> Iterator[str]:
    """Whom the report is about."""
    yield from title_block(report)
    yield from interview_lines(report)


def title_block(report: Report) -> Iterator[str]:
    """What begins every report."""
    yield from heading("INTERVIEW REPORT", f"Role: {safe(report['role'])}")


def interview_lines(report: Report) -> Iterator[str]:
    """Which interview it was, of whom, and what has to be known about its scoring."""
    held = report["held"]
    yield from filled("Interview:", f"{report['spec']['title']} (version {report['spec']['version']})")
    if report["candidate"]:
        yield from filled("Candidate:", report["candidate"])
    yield f"Held: {day(held['started_at'])}, {clock(held['duration_ms'])}, {ENDS[held['end_reason']]}"
    for note in report["notes"]:
        yield from item("Note:", note)


def closing(report: Report) -> Iterator[str]:
    """What was not heard clearly, and how the report came about."""
    yield from _hearing(report)
    yield from block("ABOUT THIS REPORT")
    for label, value in about(report):
        yield from filled(f"{label}:", value)
    yield from ("", RULE)


def _hearing(report: Report) -> Iterator[str]:
    if not report["hearing"]:
        return
    yield from block("NOT HEARD CLEARLY IN THE CALL")
    yield from filled("", "Nothing is judged by what stays unclear.")
    for passage in report["hearing"]:
        yield from item("-", f"[{clock(passage['start_ms'])}] “{passage['heard']}”: {BECAME[passage['shaky']]}")
        if passage["heard_again"]:
            yield from item("", f"heard again: “{passage['heard_again']}”", bullet="    ")


def item(mark: str, words: str, bullet: str = "  ") -> Iterator[str]:
    """A point of a list, its later lines hanging."""
    first = f"{bullet}{mark} " if mark else bullet
    hanging = " " * len(first) if mark in ("-", "") else f"{bullet}  "
    yield from textwrap.wrap(safe(words), WIDTH, initial_indent=first, subsequent_indent=hanging)


def filled(label: str, words: str) -> Iterator[str]:
    """A paragraph after its label."""
    yield from textwrap.wrap(f"{label} {safe(words)}".strip(), WIDTH)


def quote(evidence_id: str | None, report: Report, lead: str = "") -> Iterator[str]:
    """The words a judgement rests on, after `lead`; nothing without an id."""
    if evidence_id:
        evidence = report["evidence"][evidence_id]
        mark = f" ({UNCLEAR})" if evidence.get("shaky") else ""
        yield from item("", f"{lead}[{clock(evidence['start_ms'])}] “{evidence['text']}”{mark}", bullet="    ")


def points(title: str, rows: Iterable[Report], report: Report, lead: str = "") -> Iterator[str]:
    """A list of points, each with the words it rests on, after `lead`."""
    rows = list(rows)
    if not rows:
        return
    yield from ("", title)
    for row in rows:
        yield from item("-", row["point"])
        yield from quote(row["evidence_id"], report, lead)


def by_status(rows: list[Report], report: Report) -> Iterator[str]:
    """Points under what became of them."""
    yield from points("Strengths:", [p for p in rows if p["status"] == "met"], report)
    yield from points("Partly stated:", [p for p in rows if p["status"] == "partly"], report)
    absent = [p for p in rows if p["status"] == "absent"]
    yield from points("Weaknesses (not stated in the answer):", absent, report, "nearest words: ")
    yield from points("Unscored points:", [p for p in rows if p["status"] == "unscored"], report, "nearest words: ")


def grades(report: Report) -> Iterator[str]:
    """The questions' grades, where there are any."""
    if not report["grades"]:
        return
    yield from block("GRADES OF THE QUESTIONS (0 TO 5)")
    for row in report["grades"]:
        value = "unscored" if row["value"] is None else f"{row['value']:.1f}"
        yield from item(
            "-", f"{row['prompt']} ({row['question']}): {value}{spread(row['uncertainty'])}. {row['reason']}"
        )
