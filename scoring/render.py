"""Renders a stored report, as plain JSON, into what people read: a page, text, or the page as PDF."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import Markup

from scoring.shown import (
    BECAME,
    ENDS,
    SAY_SO,
    STATUSES,
    UNCLEAR,
    WORDS,
    Report,
    about,
    clock,
    counts,
    day,
    job_lines,
    passages,
    safe,
    spread,
    worth_showing,
)
from scoring.texts import conversation, design, relevancy, rigorous, sections

Shape = Literal["html", "text", "pdf"]

LINES: dict[str, Callable[[Report], Iterator[str]]] = {
    "sections": sections.lines,
    "rigorous": rigorous.lines,
    "conversation": conversation.lines,
    "design": design.lines,
    "relevancy": relevancy.lines,
}
KINDS = {
    "sections": "Interview report by section",
    "rigorous": "Evaluation for the hiring team",
    "conversation": "Interview report by phase",
    "design": "System design report",
    "relevancy": "Relevancy report",
}


def html(report: Report) -> str:
    """A page that needs nothing else: no script, no other file. All that a candidate said or wrote is escaped."""
    whole = _whole(report)
    return _environment().get_template(f"{whole['form']}.html.j2").render(report=whole, kind=KINDS[whole["form"]])


def text(report: Report) -> str:
    """Plain text in lines of rules and blocks, for mail and terminals."""
    whole = _whole(report)
    return "\n".join(LINES[whole["form"]](whole)) + "\n"


def render(report: Report, shape: Shape) -> bytes:
    """Any of the shapes by name, text in UTF-8. Raises PdfUnavailable."""
    if shape == "pdf":
        from scoring.pdf import pdf

        return pdf(html(report))
    # A browser can send half of a surrogate pair, which no encoding takes.
    return (html(report) if shape == "html" else text(report)).encode("utf-8", "replace")


def _whole(report: Report) -> Report:
    """The report with what those that are older than this version lack."""
    lacking = {"calibration": "none", "role": report["spec"]["role"], "grades": [], "others": []}
    lacking |= {"hearing": [], "version": None, "viva": ""}
    held = {"viva": "", "models": {}, "prompts": {}} | report["held"]
    return lacking | report | {"held": held}


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters |= {"clock": clock, "day": day, "spread": spread}
    environment.globals |= {"words": WORDS, "ends": ENDS, "counts": counts, "about": about}
    environment.globals |= {"passages": passages, "worth_showing": worth_showing, "unclear": UNCLEAR, "became": BECAME}
    environment.globals |= {"statuses": STATUSES, "job_lines": job_lines, "say_so": SAY_SO}
    return environment


def _printable(value: Any) -> Any:
    """What a template puts in, without control characters."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value
