"""The table of goals: what each measurement comes to, beside the stock pipeline's."""

from collections.abc import Sequence

import numpy as np
from rich.table import Table

from bench import bargein, echo, listening, pauses, waiting
from bench.figures import counted, ratio
from bench.growth import Load
from interview.model import Frozen
from interview.waiting import spread


class Row(Frozen):
    """One line of the table."""

    what: str
    goal: str
    viva: str
    stock: str = ""
    ratio: str = ""
    met: bool


def of_waiting(result: waiting.Result) -> list[Row]:
    """Last word to first sound, what was said then, and the greeting."""
    viva, stock = result.runs
    ours, theirs = spread(counted(viva.turns)), spread(counted(stock.turns))
    rows = []
    if ours and theirs:
        for name, mine, other, goal_ms in (
            (f"last word → first sound, median of {ours.turns}", ours.median, theirs.median, 600),
            ("… p95", ours.p95, theirs.p95, 1000),
        ):
            longer = ratio(mine, other)
            fast = mine <= goal_ms and longer >= 6
            rows.append(_row(name, f"≤ {goal_ms} ms, 6 ×", f"{mine} ms", f"{other} ms", f"{longer:.1f} ×", met=fast))
    if asked := sum(viva.follow_ups.values()):
        share = viva.taken_up / asked
        rows.append(_row("follow-ups that take up the answer", "≥ 80 %", f"{share:.0%} of {asked}", met=share >= 0.8))
    if viva.greeting_ms is not None:
        greeted = f"{stock.greeting_ms} ms" if stock.greeting_ms is not None else "–"
        met = viva.greeting_ms <= 1000
        rows.append(_row("greeting after joining", "≤ 1000 ms", f"{viva.greeting_ms} ms", greeted, met=met))
    return rows


def of_pauses(result: pauses.Result) -> list[Row]:
    """Cut-ins, and what letting pauses be costs at true ends."""
    viva, *stock = result.figures
    rows = []
    for place, share in enumerate(viva.shares):
        others = [_share(figures.shares[place]) for figures in stock]
        name = f"pauses cut into within {share.within_s:.0f} s"
        met = share.cut <= share.goal * share.pauses
        rows.append(_row(name, f"≤ {share.goal:.0%}", _share(share), *others, met=met))
    others = [f"{figures.median_end_ms} ms" for figures in stock]
    within = viva.median_end_ms <= 500
    rows.append(_row("true ends taken after, median", "≤ 500 ms", f"{viva.median_end_ms} ms", *others, met=within))
    return rows


def _share(share: pauses.Share) -> str:
    return f"{share.cut / max(1, share.pauses):.1%} of {share.pauses}"


def of_listening(result: listening.Listening) -> list[Row]:
    """Word errors, delays, words' times and invented words; the stock pipeline's window is the full one."""
    live, full = result.rates["all"]
    off = live.rate - full.rate
    final = round(float(np.median([one.final_ms - one.ended_ms for one in result.heard])))
    full_final = round(float(np.median([one.full_final_ms - one.ended_ms for one in result.heard])))
    near = float(np.mean(np.abs(result.word_times_ms) <= listening.NEAR_MS)) if result.word_times_ms else 0.0
    invented, minutes = sum(result.invented.words.values()), sum(result.invented.minutes.values())
    name = f"word error rate, {live.said} words"
    return [
        _row(name, "within 0.5 points", f"{live.rate:.1f} %", f"{full.rate:.1f} %", met=off <= 0.5),
        _row("utterance over → final text, median", "≤ 250 ms", f"{final} ms", f"{full_final} ms", met=final <= 250),
        _row("word times within 120 ms", "all", f"{near:.0%}", met=near == 1.0),
        _row(f"invented words in {minutes:.0f} min without speech", "0", str(invented), met=invented == 0),
    ]


def of_bargein(result: bargein.Result) -> list[Row]:
    """Who silences the interviewer."""
    speech = [tried.silent_after_ms for tried in result.tried if tried.kind == "speech"]
    after = [ms for ms in speech if ms is not None]
    median = round(float(np.median(after))) if after else 0
    others = [tried for tried in result.tried if tried.kind != "speech"]
    stopped = sum(tried.stopped for tried in others)
    reached = bool(after) and median <= 300
    return [
        _row("barge-in → silence, median", "≤ 300 ms", f"{median} ms", met=reached),
        _row('stopped by a cough, "mm-hm" or key press', "0", f"{stopped} of {len(others)}", met=stopped == 0),
    ]


def of_echo(result: echo.Result) -> list[Row]:
    """The interviewer's own sound in the candidate's microphone."""
    guarded = [row for row in result.measured if row.guarded]
    stopped, words = sum(row.stopped for row in guarded), sum(row.words for row in guarded)
    turns = sum(row.turns for row in guarded)
    return [
        _row("self-interruptions by echo", "0", f"{stopped} of {turns}", met=stopped == 0),
        _row("words heard from echo", "0", str(words), met=words == 0),
    ]


def of_capacity(loads: Sequence[Load]) -> list[Row]:
    """What `bench.capacity` found on two cores."""
    held = max((load.calls for load in loads if load.cores == 2 and load.held), default=0)
    return [_row("calls at once on two cores, p95 ≤ 1.5 s", "≥ 3", str(held), met=held >= 3)]


def _row(what: str, goal: str, viva: str, stock: str = "", ratio: str = "", *, met: bool) -> Row:
    return Row(what=what, goal=goal, viva=viva, stock=stock, ratio=ratio, met=met)


def table(rows: Sequence[Row]) -> Table:
    """For the terminal."""
    shown = Table(title="Talking at the speed of conversation", title_justify="left")
    shown.add_column("")
    for name in ("goal", "Viva", "stock", "ratio", ""):
        shown.add_column(name, justify="right")
    for row in rows:
        shown.add_row(row.what, row.goal, row.viva, row.stock, row.ratio, "✓" if row.met else "")
    return shown
