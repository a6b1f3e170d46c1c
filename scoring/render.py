"""Renders a stored report, as plain JSON, into the forms that people read."""

import textwrap
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jinja2

Report = dict[str, Any]
"""A report's body as `scoring.forms` builds it."""

WIDTH = 70
RULE = "=" * WIDTH
WORDS = {"strong": "Strong", "adequate": "Adequate", "weak": "Weak", None: "Unscored"}
ENDS = {
    "completed": "completed",
    "stopped": "ended at the candidate's request",
    "left": "left by the candidate",
    "absent": "ended after the candidate did not come back",
    None: "not ended in order",
}


def clock(ms: int) -> str:
    """A moment on the recording, as m:ss or h:mm:ss."""
    seconds = ms // 1000
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def counts(report: Report) -> dict[str, int]:
    """How many axes got each judgement."""
    found = dict.fromkeys(("strong", "adequate", "weak", "unscored"), 0)
    for section in report["sections"]:
        for axis in section["axes"]:
            found[axis["judgement"] or "unscored"] += 1
    return found


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(Path(__file__).parent / "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"clock": clock, "day": _day}
    environment.globals |= {"words": WORDS, "ends": ENDS}
    return environment


def html(report: Report) -> str:
    """A page that needs nothing else: no script, no other file. All that a candidate said or wrote is escaped."""
    return _environment().get_template(f"{report['form']}.html.j2").render(report=report, counts=counts(report))


def text(report: Report) -> str:
    """Plain text in lines of rules and blocks, for mail and terminals."""
    return "\n".join(_lines(report)) + "\n"


def render(report: Report, form: Literal["html", "text"]) -> str:
    """Either form by name."""
    return html(report) if form == "html" else text(report)


def _day(iso: str) -> str:
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M UTC")


def _lines(report: Report) -> Iterator[str]:
    yield from _heading("INTERVIEW REPORT", f"Role: {report['spec']['role']}")
    held = report["held"]
    yield from _filled("Interview:", f"{report['spec']['title']} (version {report['spec']['version']})")
    if report["candidate"]:
        yield from _filled("Candidate:", report["candidate"])
    yield f"Held: {_day(held['started_at'])}, {clock(held['duration_ms'])}, {ENDS[held['end_reason']]}"
    for note in report["notes"]:
        yield from _item("Note:", note)
    for number, section in enumerate(report["sections"], 1):
        yield ""
        yield ""
        yield from _heading(f"QUESTION {number}: {section['id']} ({section['title']})")
        yield from _section(section, report)
    yield ""
    yield from _summary(report)


def _heading(title: str, *more: str) -> Iterator[str]:
    yield from (RULE, title, RULE)
    if more:
        yield from (*more, RULE)
    yield ""


def _section(section: Report, report: Report) -> Iterator[str]:
    yield from _filled("", section["question"])
    yield ""
    yield "Candidate Answer:"
    coding = report["coding"] if report["coding"] and report["coding"]["section"] == section["id"] else None
    if section["answer"]:
        yield from _filled("", section["answer"])
    if coding:
        yield from _code(coding)
    if not section["answered"]:
        yield "(none)"
    yield ""
    for axis in section["axes"]:
        yield from _item(f"{axis['name']}: {WORDS[axis['judgement']]}.", axis["reason"], bullet="")
    points = [point for axis in section["axes"] for point in axis["points"]]
    yield from _points("Strengths:", [p for p in points if p["status"] == "met"], report)
    yield from _points("Shown in part:", [p for p in points if p["status"] == "partly"], report)
    absent = [p for p in points if p["status"] == "absent"]
    yield from _points("Weaknesses (not shown in the answer):", absent, report, "nearest words: ")
    yield from _points("Unscored points:", [p for p in points if p["status"] == "unscored"], None)
    yield from _points("Red flags:", section["red_flags"], report)


def _code(coding: Report) -> Iterator[str]:
    handed_in = "submitted" if coding["submitted"] else "not submitted: the editor's last content"
    yield f"({coding['language']}, {handed_in})"
    yield ""
    yield from (f"    {line}".rstrip() for line in _safe(coding["source"]).splitlines())
    yield ""
    if coding["status"] == "unscored":
        yield from _filled("Tests:", coding["reason"])
        return
    yield f"Tests: {coding['passed']} of {coding['total']} passed"
    for test in coding["tests"]:
        yield from _item("-", f"{test['name']} ({test['group']}): {test['status']}. {test['detail']}".rstrip())


def _points(title: str, points: list[Report], report: Report | None, lead: str = "") -> Iterator[str]:
    """A list of points; with the report, each with the words it rests on, after `lead`."""
    if not points:
        return
    yield ""
    yield title
    for point in points:
        yield from _item("-", point["point"])
        if report and point["evidence_id"]:
            evidence = report["evidence"][point["evidence_id"]]
            yield from _item("", f"{lead}[{clock(evidence['start_ms'])}] “{evidence['text']}”", bullet="    ")


def _summary(report: Report) -> Iterator[str]:
    found = counts(report)
    yield from _heading("OVERALL SUMMARY")
    sections = report["sections"]
    yield f"Total Questions: {len(sections)}"
    yield f"Answered: {sum(section['answered'] for section in sections)}"
    yield f"Axes: {sum(found.values())}"
    for name, number in found.items():
        yield f"  {WORDS[None if name == 'unscored' else name]}: {number}"
    if report["coding"] and report["coding"]["status"] == "run":
        yield f"Code Tests Passed: {report['coding']['passed']} of {report['coding']['total']}"
    yield f"Red Flags: {sum(len(section['red_flags']) for section in sections)}"
    yield from ("", RULE)


def _item(mark: str, words: str, bullet: str = "  ") -> Iterator[str]:
    first = f"{bullet}{mark} " if mark else bullet
    hanging = " " * len(first) if mark in ("-", "") else f"{bullet}  "
    yield from textwrap.wrap(_safe(words), WIDTH, initial_indent=first, subsequent_indent=hanging)


def _filled(label: str, words: str) -> Iterator[str]:
    yield from textwrap.wrap(f"{label} {_safe(words)}".strip(), WIDTH)


def _safe(words: str) -> str:
    """Without the control characters that could steer the terminal it is read in."""
    return "".join(c for c in words if c in "\n\t" or c.isprintable())
