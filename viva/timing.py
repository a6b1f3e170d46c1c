"""An interview's reply times at the terminal: a table of its turns, three figures, and how they are distributed."""

import math
from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from interview.waiting import Wait, Waiting
from viva.terminal import out

NOTHING = "No reply of this interview was timed: nobody answered by voice, or it was rehearsed in writing."
STEPS_MS = (100, 250, 500, 1_000, 2_500, 5_000, 15_000, 60_000)
"""Widths of a histogram's rows; the smallest that needs at most `ROWS` is taken."""
ROWS = 12
WIDTH = 40
"""Characters of the longest bar."""


def print_waiting(found: Waiting) -> None:
    """Prints the replies, or that there are none."""
    if not found.turns:
        out.print(NOTHING)
        return
    out.print("Milliseconds after the candidate's last word:")
    out.print(table(found.turns))
    for name, figures in (("first sound", found.first_sound), ("question", found.question)):
        if figures:
            out.print(
                f"{name:12} median {figures.median:5}   p95 {figures.p95:5}   maximum {figures.maximum:5}"
                f"   over {figures.turns} turns"
            )
    out.print("\nFirst sound, seconds:")
    for line in histogram([wait.latency_ms for wait in found.turns]):
        out.print(line, markup=False)


def table(found: Sequence[Wait]) -> Table:
    """One row a reply."""
    shown = Table(box=None)
    for heading in ("turn", "at", "section", "question", "source"):
        shown.add_column(heading)
    for heading in ("final text", "turn's end", "question ready", "first sound", "question heard"):
        shown.add_column(heading, justify="right")
    for wait in found:
        shown.add_row(
            str(wait.turn),
            f"{wait.at_ms // 60_000:02}:{wait.at_ms // 1000 % 60:02}",
            wait.section,
            wait.kind.replace("_", " "),
            f"{wait.source}, written ahead" if wait.written_ahead else wait.source,
            *(
                "" if ms is None else str(ms)
                for ms in (wait.final_text_ms, wait.turn_end_ms, wait.question_ready_ms, wait.latency_ms)
            ),
            str(wait.question_ms),
        )
    return shown


def histogram(samples_ms: Sequence[int]) -> list[str]:
    """One row for each stretch of time between the shortest and the longest wait: its bar and its count."""
    step = next((step for step in STEPS_MS if max(samples_ms) // step - min(samples_ms) // step < ROWS), STEPS_MS[-1])
    counts = Counter(sample // step for sample in samples_ms)
    shrink = max(1.0, max(counts.values()) / WIDTH)
    return [
        f"{place * step / 1000:5.2f} – {(place + 1) * step / 1000:5.2f}  "
        f"{'█' * math.ceil(counts[place] / shrink)} {counts[place] or ''}".rstrip()
        for place in range(min(counts), max(counts) + 1)
    ]
