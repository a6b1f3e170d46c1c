"""How times, ends and words of a report are shown, in whatever form."""

import math
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


def counts(report: Report) -> dict[str, int]:
    """How many axes got each judgement, in the form `sections`."""
    found = dict.fromkeys(("strong", "adequate", "weak", "unscored"), 0)
    for section in report["sections"]:
        for axis in section["axes"]:
            found[axis["judgement"] or "unscored"] += 1
    return found
