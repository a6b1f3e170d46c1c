"""The table of goals: what each measurement comes to, beside the stock pipeline's."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from rich import box
from rich.table import Table

from bench import bargein, capacity, echo, listening, pauses, waiting
from bench.figures import Run, counted, counted_by_both, ratio
from bench.growth import calls_held
from bench.pipelines import STOCK, VIVA
from interview.model import Frozen
from interview.waiting import spread

TURNS = 60
"""Timed replies that the goal for them is about, like the next."""
PAUSES = 100


class Row(Frozen):
    """One line of the table."""

    what: str
    goal: str
    viva: str
    stock: str = ""
    ratio: str = ""
    over: str
    """What the figures rest on, Viva's then the stock pipeline's."""
    met: bool


def of_waiting(result: waiting.Result) -> list[Row]:
    """Last word to first sound, what was said then, and the greeting."""
    viva, stock = result.runs
    rows = _latencies(viva, stock)
    if viva.asked:
        share = viva.taken_up / viva.asked
        over = f"{viva.asked} follow-ups asked"
        rows.append(_row("follow-ups that take up the answer", "≥ 80 %", f"{share:.0%}", over=over, met=share >= 0.8))
    if viva.greeting_ms is not None:
        mine, greeted = viva.greeting_ms, stock.greeting_ms
        over = f"{len(viva.greetings_ms)} and {len(stock.greetings_ms)} calls"
        others = ("–", "") if greeted is None else (f"{greeted} ms", _ratio(mine, greeted))
        rows.append(
            _row("greeting after joining, median", "≤ 1000 ms", f"{mine} ms", *others, over=over, met=mine <= 1000)
        )
    return rows


def _latencies(viva: Run, stock: Run) -> list[Row]:
    """The ratio is that over the answers which both got; an answer without a reply has no latency, and misses."""
    ours, theirs = spread(counted(viva.turns)), spread(counted(stock.turns))
    our_shared, their_shared = (spread(shared) for shared in counted_by_both(viva.turns, stock.turns))
    if not (ours and theirs and our_shared and their_shared):
        return []
    same = f"{our_shared.turns} and {their_shared.turns} to the same answers"
    over = f"{ours.turns} and {theirs.turns} turns, ratio of {same}"
    if viva.unanswered or stock.unanswered:
        over += f"; {viva.unanswered} and {stock.unanswered} unanswered"
    rows = []
    for name, part, goal_ms in (("last word → first sound, median", "median", 600), ("… p95", "p95", 1000)):
        mine, other, our_part, their_part = (getattr(each, part) for each in (ours, theirs, our_shared, their_shared))
        fast = mine <= goal_ms and ratio(our_part, their_part) >= 6
        met = fast and ours.turns >= TURNS and not viva.unanswered
        goal, times = f"≤ {goal_ms} ms, 6 ×", _ratio(our_part, their_part)
        rows.append(_row(name, goal, f"{mine} ms", f"{other} ms", times, over=over, met=met))
    return rows


def of_pauses(result: pauses.Result) -> list[Row]:
    """Cut-ins, and what letting pauses be costs at true ends."""
    viva, stock = result.figures
    rows = []
    enough = max(share.pauses for share in viva.shares) >= PAUSES
    for mine, other in zip(viva.shares, stock.shares, strict=True):
        name = f"pauses cut into within {mine.within_s:.0f} s"
        met = enough and mine.cut <= mine.goal * mine.pauses
        more = _ratio(mine.cut / max(1, mine.pauses), other.cut / max(1, other.pauses))
        over = f"{mine.pauses} and {other.pauses} pauses"
        rows.append(_row(name, f"≤ {mine.goal:.0%}", _share(mine), _share(other), more, over=over, met=met))
    ours, theirs, over = viva.median_end_ms, stock.median_end_ms, f"{viva.ends} and {stock.ends} answers"
    name, more = "true ends taken after, median", _ratio(ours, theirs)
    return [*rows, _row(name, "≤ 500 ms", f"{ours} ms", f"{theirs} ms", more, over=over, met=ours <= 500)]


def _share(share: pauses.Share) -> str:
    return f"{share.cut / max(1, share.pauses):.1%}"


def of_listening(result: listening.Listening) -> list[Row]:
    """Word errors, delays and words' times; the stock pipeline's window is the full one."""
    live, full = result.rates["all"]
    off, utterances = live.rate - full.rate, f"{len(result.heard)} utterances"
    ours, theirs = (
        round(float(np.median([getattr(one, name) for one in result.heard]))) for name in ("final_ms", "full_final_ms")
    )
    stood = round(float(np.median([one.stood_ms for one in result.heard])))
    near = float(np.mean(np.abs(result.word_times_ms) <= listening.NEAR_MS)) if result.word_times_ms else 0.0
    return [
        _row(
            "word error rate", "within 0.5 points", f"{live.rate:.1f} %", f"{full.rate:.1f} %",
            over=f"{live.said} words", met=off <= 0.5,
        ),
        _row(
            "end of speech → final text, median", "≤ 250 ms", f"{ours} ms", f"{theirs} ms", _ratio(ours, theirs),
            over=utterances, met=ours <= 250,
        ),
        _row("… its words known, median", "≤ 250 ms", f"{stood} ms", over=utterances, met=stood <= 250),
        _row(
            f"word times within {listening.NEAR_MS} ms", "all", f"{near:.0%}",
            over=f"{len(result.word_times_ms)} times", met=near == 1.0,
        ),
    ]  # fmt: skip


def of_noise(result: listening.Invented) -> list[Row]:
    """Words heard where nobody spoke."""
    minutes, words, full = (sum(each.values()) for each in (result.minutes, result.words, result.full_words))
    return [
        _row(
            "invented words on noise and silence", "0", str(words), str(full),
            over=f"{minutes:.0f} minutes, let through to a recognizer {result.decodes} times", met=words == 0,
        )
    ]  # fmt: skip


class _Over(NamedTuple):
    """Sounds over the interviewer's line."""

    stopped: int
    tries: int
    paused: int
    """Silent for a moment only."""
    silent_ms: int
    """The median where it fell silent, else 0."""


def _over(tried: Iterable[bargein.Tried]) -> _Over:
    mine = list(tried)
    silent = [each.silent_after_ms for each in mine if each.silent_after_ms is not None]
    return _Over(
        stopped=sum(each.stopped for each in mine),
        tries=len(mine),
        paused=sum(each.silent_after_ms is not None and not each.stopped for each in mine),
        silent_ms=round(float(np.median(silent))) if silent else 0,
    )


def of_bargein(result: bargein.Result) -> list[Row]:
    """Who silences the interviewer."""
    (speech, other), (stock_speech, stock_other) = (
        [
            _over(each for each in result.tried if each.pipeline == pipeline and (each.kind == "speech") is spoken)
            for spoken in (True, False)
        ]
        for pipeline in (VIVA, STOCK)
    )
    ours, theirs = speech.silent_ms, stock_speech.silent_ms
    stopped = (f"{each.stopped} of {each.tries}" for each in (speech, stock_speech))
    return [
        _row(
            "barge-in → silence, median", "≤ 300 ms", f"{ours} ms", f"{theirs} ms", _ratio(ours, theirs),
            over=f"{' and '.join(stopped)} stopped it", met=0 < ours <= 300 and speech.stopped == speech.tries,
        ),
        _row(
            'stopped by a cough, "mm-hm" or key press', "0", str(other.stopped), str(stock_other.stopped),
            over=f"{other.tries} and {stock_other.tries} sounds; "
            f"silent only for a moment at {other.paused} and {stock_other.paused}",
            met=other.stopped == 0,
        ),
    ]  # fmt: skip


def of_echo(result: echo.Result) -> list[Row]:
    """The interviewer's own sound in the candidate's microphone, with Viva's guard, without it, and the stock
    pipeline's, which has none."""
    ours = [row for row in result.measured if row.guarded]
    bare = [row for row in result.measured if row.pipeline == VIVA and not row.guarded]
    stock = [row for row in result.measured if row.pipeline == STOCK]
    (turns, stopped, words), (tries, bare_stopped, bare_words), (others, stock_stopped, stock_words) = (
        (sum(row.turns for row in rows), sum(row.stopped for row in rows), sum(row.words for row in rows))
        for rows in (ours, bare, stock)
    )
    over = f"{turns} and {others} lines; without the guard"
    return [
        _row(
            "self-interruptions by echo", "0", str(stopped), str(stock_stopped),
            over=f"{over} {bare_stopped} of {tries}", met=stopped == 0,
        ),
        _row(
            "words heard from echo", "0", str(words), str(stock_words),
            over=f"{over} {bare_words} in {tries}", met=words == 0,
        ),
    ]  # fmt: skip


def of_capacity(result: capacity.Result) -> list[Row]:
    """What `bench.capacity` found on two cores."""
    held = calls_held(result.loads, 2)
    over = f"{result.turns} turns a call"
    rows = [_row("calls at once on two cores, p95 ≤ 1.5 s", "≥ 3", str(held), over=over, met=held >= 3)]
    if (known := result.constants) is not None:
        mib = known.call_mib
        rows.append(_row("memory of one more call", "≤ 150 MB", f"{mib:.0f} MiB", over=over, met=mib <= 143))
    return rows


def _ratio(ours: float, theirs: float) -> str:
    return f"{ratio(ours, theirs):.1f} ×" if ours else ""


def _row(what: str, goal: str, viva: str, stock: str = "", ratio: str = "", *, over: str, met: bool) -> Row:
    return Row(what=what, goal=goal, viva=viva, stock=stock, ratio=ratio, over=over, met=met)


def table(rows: Sequence[Row]) -> Table:
    """For the terminal."""
    shown = Table(title="Talking at the speed of conversation", title_justify="left", box=box.SIMPLE, padding=(0, 1))
    shown.add_column("")
    for name in ("goal", "Viva", "stock", "ratio"):
        shown.add_column(name, justify="right", no_wrap=True)
    shown.add_column("over")
    shown.add_column("met")
    for row in rows:
        cells = (row.goal, row.viva, row.stock, row.ratio, row.over, "yes" if row.met else "no")
        shown.add_row(row.what, *cells, style="" if row.met else "bold")
    return shown
