"""The figures of many rehearsals, as they are kept and shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Self

from pydantic import AwareDatetime
from rich.table import Table

from bench.machine import Machine
from bench.measures import Measured
from interview.conduct import RULES
from interview.model import Frozen
from viva.terminal import out


class Totals(Frozen):
    """Sums over some rehearsals."""

    rehearsals: int
    lines: int
    violations: int
    repeated: int
    by_model: int
    """Follow-ups that the model wrote."""
    authored: int
    taken_up: float | None
    """Share of the follow-ups that take up the candidate's words, where a model could write, by the bench's check."""
    grounded: float | None
    """The same by the interviewer's own."""
    intents: float | None
    """Share of the intents that there were follow-ups to spend on."""
    intents_twice: int
    requests: float | None
    """Share of the requests that got the reply written for them."""
    endings: float | None
    """Share of the interviews of prepared candidates that reached closing line and end."""
    late: int
    """Questions asked when their section's time was over."""
    over_s: int
    """The most that an interview ran over, seconds."""

    @classmethod
    def of(cls, runs: Sequence[Measured]) -> Self:
        """Of these rehearsals."""
        follow_ups = [follow_up for run in runs for follow_up in run.follow_ups]
        written = [follow_up for run in runs if run.writer != "none" for follow_up in run.follow_ups]
        whole = [run for run in runs if run.player == "bank"]
        return cls(
            rehearsals=len(runs),
            lines=sum(run.lines for run in runs),
            violations=sum(len(run.violations) for run in runs),
            repeated=sum(len(run.repeated) for run in runs),
            by_model=sum(follow_up.source == "model" for follow_up in follow_ups),
            authored=sum(follow_up.source == "authored" for follow_up in follow_ups),
            taken_up=_share([follow_up.taken_up for follow_up in written]),
            grounded=_share([follow_up.grounded for follow_up in written]),
            intents=_ratio(sum(run.intents_used for run in whole), sum(run.intents_open for run in whole)),
            intents_twice=sum(run.intents_twice for run in runs),
            requests=_ratio(sum(run.answered for run in runs), sum(run.requests for run in runs)),
            endings=_share([run.closed for run in whole]),
            late=sum(run.late for run in runs),
            over_s=max((run.over_s for run in whole), default=0),
        )


class Result(Frozen):
    """One evaluation."""

    date: AwareDatetime
    machine: Machine
    versions: dict[str, str]
    models: dict[str, str]
    totals: Totals
    by_spec: dict[str, Totals]
    by_candidate: dict[str, Totals]
    rules: dict[str, int]
    """Violations by rule of conduct."""
    steps: dict[str, int]
    """Follow-ups by the step they came of, where a model could write them."""
    refused: dict[str, int]
    failures: dict[str, int]
    runs: tuple[Measured, ...]

    @classmethod
    def of(
        cls,
        date: datetime,
        machine: Machine,
        versions: dict[str, str],
        models: dict[str, str],
        runs: Sequence[Measured],
    ) -> Self:
        """Of these rehearsals."""
        violated = Counter(violation.rule for run in runs for violation in run.violations)
        written = [follow_up for run in runs if run.writer != "none" for follow_up in run.follow_ups]
        return cls(
            date=date, machine=machine, versions=versions, models=models,
            totals=Totals.of(runs),
            by_spec={
                name: Totals.of([run for run in runs if run.spec == name]) for name in _names(run.spec for run in runs)
            },
            by_candidate={
                name: Totals.of([run for run in runs if run.candidate == name])
                for name in _names(run.candidate for run in runs)
            },
            rules={rule: violated[rule] for rule in RULES},
            steps=dict(Counter(follow_up.step for follow_up in written)),
            refused=dict(sum((Counter(run.refused) for run in runs), Counter())),
            failures=dict(sum((Counter(run.failures) for run in runs), Counter())),
            runs=tuple(runs),
        )  # fmt: skip


def show(result: Result, before: Result | None) -> None:
    """Prints the table, the rules, and what became of the figures of before."""
    out.print(_side_by_side("Rehearsals by interview", {**result.by_spec, "all": result.totals}))
    out.print(_side_by_side("Rehearsals by candidate", result.by_candidate))
    if before is not None:
        out.print(changes(result, before))
    out.print(f"violations: {_counted(result.rules)}", markup=False)
    kept = {"steps": result.steps, "refused": result.refused, "gave way": result.failures}
    for what, counts in kept.items():
        told = _counted({name: count for name, count in counts.items() if count}) or "none"
        out.print(f"{what}: {told}", markup=False)
    for run in result.runs:
        place = f"{run.spec}, {run.candidate} {run.seed}"
        for violation in run.violations:
            out.print(f"{place} breaks {violation.rule} ({violation.detail}): {violation.line}", markup=False)
        for question in run.repeated:
            out.print(f"{place} asks twice: {question}", markup=False)
        if run.player == "bank" and not run.closed:
            out.print(f"{place} reached no ending", markup=False)


def _side_by_side(title: str, groups: dict[str, Totals]) -> Table:
    """One column for each, so that the figures fit a narrow terminal."""
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in groups:
        table.add_column(name.replace("-", " "), justify="right", overflow="fold", min_width=5)
    for figure in Totals.model_fields:
        values = (_shown(getattr(totals, figure)) for totals in groups.values())
        table.add_row(figure.replace("_", " "), *values)
    return table


def changes(result: Result, before: Result) -> Table:
    """Each total, old and new."""
    table = Table(title=f"Since {before.date:%Y-%m-%d}", title_justify="left")
    for name in ("", "old", "new"):
        table.add_column(name, justify="right" if name else "left")
    old, new = before.totals.model_dump(), result.totals.model_dump()
    for name, value in new.items():
        mark = "[bold]" if old[name] != value else ""
        table.add_row(name.replace("_", " "), _shown(old[name]), f"{mark}{_shown(value)}")
    return table


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0%}" if isinstance(value, float) else str(value)
