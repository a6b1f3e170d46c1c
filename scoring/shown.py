"""How times, ends and words of a report are shown, in whatever form."""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

Report = dict[str, Any]
"""A report's body as it is stored."""

WORDS = {"strong": "Strong", "adequate": "Adequate", "weak": "Weak", None: "Unscored"}
ENDS = {
    "completed": "completed",
    "stopped": "ended at the candidate's request",
    "left": "left by the candidate",
    "absent": "ended after the candidate did not come back",
    None: "not ended in order",
}

STATUSES = {"met": "stated", "partly": "partly stated", "absent": "not stated", "unscored": "unscored"}
"""What became of a point or a requirement, as the report's page says it too."""
UNCLEAR = "not heard clearly"
BECAME = {True: "stays unclear", False: "clear when listened to again"}
"""Of a passage that was not heard clearly in the call, by whether it is shaky."""
SAY_SO = "If you have done any of this, say so:"
"""Over the requirements of a job description that no answer states."""


def clock(ms: int) -> str:
    """A moment on the recording, as m:ss or h:mm:ss."""
    seconds = ms // 1000
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def day(iso: str) -> str:
    """A moment on the wall, UTC."""
    return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M UTC")


def spread(uncertainty: float | None) -> str:
    """What stands behind a grade of 5, as in " ± 0.2"; empty where it was not measured.

    Rounded up to the digit that the grade is shown with, and never to nothing: wordings that agree are no certainty.
    """
    return "" if uncertainty is None else f" ± {max(1, math.ceil(10 * uncertainty)) / 10:.1f}"


def safe(words: str) -> str:
    """Without the control characters that could steer a terminal or break a page."""
    return "".join(c for c in words if c in "\n\t" or c.isprintable())


def about(report: Report) -> list[tuple[str, str]]:
    """How a report came about: labels and values."""
    spec, persona, held = report["spec"], report["persona"], report["held"]
    version = f", version {report['version']}" if report["version"] else ""
    rows = [
        ("Report", f"{report['form']}{version}, {day(report['created_at'])}{_by_viva(report['viva'])}"),
        ("Interview", f"{spec['name']} {spec['version']}, held by {persona['name']} {persona['version']}"
                      f"{_by_viva(held['viva'])}"),
        ("Held with", _named(held["models"], ": ")),
        ("Live prompts", _hashes(held["prompts"])),
        ("Judged by", _named(report["models"], ": ")),
        ("Prompts", _hashes(report["prompts"])),
        ("Calibration", report["calibration"]),
    ]  # fmt: skip
    return [(label, value) for label, value in rows if value]


def _by_viva(version: str) -> str:
    return f", Viva {version}" if version else ""


def _named(parts: dict[str, str | None], between: str) -> str:
    return "; ".join(f"{part}{between}{name or 'none'}" for part, name in parts.items())


def _hashes(prompts: dict[str, str]) -> str:
    """The beginning of each: enough to tell two apart."""
    return _named({name: sha256[:12] for name, sha256 in prompts.items()}, " ")


def worth_showing(points: Sequence[Report]) -> Sequence[Report]:
    """Points worth showing: none where not one could be told and no words came near, for the reason says as much."""
    return points if any(p["status"] != "unscored" or p["evidence_id"] for p in points) else ()


def job_lines(report: Report) -> tuple[list[Report], list[Report]]:
    """The job description's requirements: those of which something can be said, and those to speak to, because no
    answer comes near them or none states them. Earlier versions kept only some of the latter."""
    missed = report["summary"]["not_spoken_to"]
    rows = report.get("requirements") or [{"requirement": line, "status": "unscored"} for line in missed]
    to_speak_to = [row for row in rows if row["status"] == "absent" or row["requirement"] in missed]
    return [row for row in rows if row not in to_speak_to], to_speak_to


def counts(section: Report) -> dict[str, int]:
    """How many axes of a section got each judgement, of those that some got, in the form `sections`.

    Of one section alone: over the whole interview they would read as its verdict.
    """
    given = [axis["judgement"] or "unscored" for axis in section["axes"]]
    return {name: given.count(name) for name in ("strong", "adequate", "weak", "unscored") if name in given}


def passages(answer: str, unclear: Iterable[Sequence[int]]) -> Iterator[tuple[str, bool]]:
    """An answer in pieces, and whether each was not heard clearly; `unclear` is from and to, in characters."""
    at = 0
    for start, end in unclear:
        yield answer[at:start], False
        yield answer[start:end], True
        at = end
    yield answer[at:], False


def marked(row: Report) -> str:
    """The answer of a section, phase or question, with what was not heard clearly in square brackets."""
    pieces = passages(row["answer"], row.get("answer_unclear", ()))
    return "".join(f"[{UNCLEAR}: {words}]" if unclear else words for words, unclear in pieces)
