"""What a person sees at the end."""

from collections import Counter

from rich.table import Table

from bench.figures import Run, counted, counted_by_both, ratio, to_question
from interview.waiting import Spread, spread
from viva.terminal import out


def show(viva: Run, stock: Run) -> None:
    """Prints latencies, what Viva's turns were, and memory."""
    out.print(latencies(viva, stock))
    if talked_over := [f"{run.pipeline}: {n}" for run in (viva, stock) if (n := _talked_over(run))]:
        out.print(f"Left out: turns in which the interviewer talked over the candidate ({', '.join(talked_over)}).")
    if unanswered := [f"{run.pipeline}: {run.unanswered}" for run in (viva, stock) if run.unanswered]:
        out.print(f"Answers that got no reply: {', '.join(unanswered)}.")
    out.print(_counts("Viva's first sounds", Counter(turn.first for turn in viva.turns)))
    out.print(_counts("Viva's follow-ups", Counter(viva.follow_ups)))
    out.print(memory(viva, stock))


def latencies(viva: Run, stock: Run) -> Table:
    """Median, p95 and maximum of both, and how many times longer the stock pipeline takes over the same answers."""
    table = Table(title="Last word → first audio", title_justify="left")
    table.add_column("")
    for name in ("turns", "median", "p95", "maximum", "greeting after"):
        table.add_column(name, justify="right")
    ours, theirs = spread(counted(viva.turns)), spread(counted(stock.turns))
    table.add_row(viva.pipeline, *_row(ours), _ms(viva.greeting_ms))
    if any(turn.question_ms for turn in viva.turns):
        table.add_row("  … to the question itself", *_row(spread(to_question(viva.turns))), "")
    table.add_row(stock.pipeline, *_row(theirs), _ms(stock.greeting_ms))
    mine, other = (spread(same) for same in counted_by_both(viva.turns, stock.turns))
    if mine and other:
        pairs = [(mine.median, other.median), (mine.p95, other.p95), (mine.maximum, other.maximum)]
        if viva.greeting_ms is not None and stock.greeting_ms is not None:
            pairs.append((viva.greeting_ms, stock.greeting_ms))
        table.add_section()
        table.add_row("ratio, the same answers", str(mine.turns), *(f"{ratio(*pair):.1f} ×" for pair in pairs))
    return table


def memory(viva: Run, stock: Run) -> Table:
    """Of both stacks by part, at their largest."""
    table = Table(title="Memory at its largest, MiB", title_justify="left")
    table.add_column("")
    for name in ("processes", "resident", "shared pages counted once"):
        table.add_column(name, justify="right")
    for run in (viva, stock):
        parts = run.memory
        for name, part in parts.items():
            table.add_row(f"{run.pipeline}: {name}", str(part.processes), str(part.rss_mib), str(part.pss_mib))
        total = (sum(part.processes for part in parts.values()), *_totals(run))
        table.add_row(f"[bold]{run.pipeline}: all[/bold]", *(str(figure) for figure in total))
        table.add_section()
    return table


def _totals(run: Run) -> tuple[int, int]:
    return sum(part.rss_mib for part in run.memory.values()), sum(part.pss_mib for part in run.memory.values())


def _row(figures: Spread | None) -> tuple[str, ...]:
    if figures is None:
        return ("0", "–", "–", "–")
    return (str(figures.turns), _ms(figures.median), _ms(figures.p95), _ms(figures.maximum))


def _ms(value: int | None) -> str:
    return "–" if value is None else f"{value} ms"


def _counts(title: str, counts: Counter[str]) -> str:
    return f"{title}: " + ", ".join(f"{number} × {name}" for name, number in counts.most_common()) + "."


def _talked_over(run: Run) -> int:
    return sum(turn.talked_over for turn in run.turns)
