"""`python -m bench.conduct`: how many labelled lines the conduct rules judge rightly, by rule and by interview."""

import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.table import Table

from bench.entry import start
from bench.labelled import Judged, judge, read_lines
from interview.conduct import RULES
from interview.model import Frozen
from viva.catalogue import Catalogue
from viva.settings import TREE
from viva.terminal import out

RESULT: Final = TREE / "bench" / "results" / "conduct.json"


class Tally(Frozen):
    """How a group of lines was judged."""

    good: int
    good_refused: int
    bad: int
    bad_let_through: int


class RuleTally(Frozen):
    """How one rule did."""

    labelled: int
    """Bad lines that break it, by their label."""
    found: int
    """Of these, those in which it found a breach."""
    let_through: int
    """Of these, those that no rule refused."""
    fired: int
    """Lines of any label in which it found a breach."""
    fired_on_bad: int
    """Of these, the bad ones, whichever rule their label names: most bad lines break several."""

    @property
    def precision(self) -> float | None:
        """Bad lines among those it fired on; None when it never did."""
        return self.fired_on_bad / self.fired if self.fired else None

    @property
    def recall(self) -> float | None:
        """Found among labelled; None when nothing is labelled with it."""
        return self.found / self.labelled if self.labelled else None


class Result(Frozen):
    """What an evaluation leaves in its file."""

    date: str
    """UTC."""
    commit: str
    skipped: dict[str, int]
    """Lines by interview whose spec is not there."""
    all_lines: Tally
    by_writer: dict[str, Tally]
    by_interview: dict[str, Tally]
    by_rule: dict[str, RuleTally]
    wrong: tuple[Judged, ...]
    """Every line judged wrongly."""


def main(
    specs: Annotated[Path, typer.Option(help="The folder of the interviews.")] = TREE / "specs",
    to: Annotated[Path, typer.Option("--out", help="The file for the figures.")] = RESULT,
) -> None:
    """Judge every labelled line by its interview's conduct, and compare with its label."""
    lines = read_lines()
    judged = judge(lines, Catalogue(specs, TREE / "prompts"))
    seen = Counter(one.labelled.interview for one in judged)
    skipped = Counter(line.interview for line in lines if line.interview not in seen)
    result = Result(
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=_commit(),
        skipped=dict(skipped),
        all_lines=tally(judged),
        by_writer=_grouped(judged, lambda one: one.labelled.model or one.labelled.by),
        by_interview=_grouped(judged, lambda one: one.labelled.interview),
        by_rule={rule: rule_tally(rule, judged) for rule in RULES},
        wrong=tuple(one for one in judged if not one.right),
    )
    show(result)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(result.model_dump_json(indent=2) + "\n", encoding="utf-8")
    out.print(str(to))


def tally(judged: Sequence[Judged]) -> Tally:
    """Counts a group."""
    good = [one for one in judged if one.labelled.good]
    bad = [one for one in judged if not one.labelled.good]
    return Tally(
        good=len(good),
        good_refused=sum(not one.right for one in good),
        bad=len(bad),
        bad_let_through=sum(not one.right for one in bad),
    )


def rule_tally(rule: str, judged: Sequence[Judged]) -> RuleTally:
    """Counts for one rule."""
    labelled = [one for one in judged if one.labelled.rule == rule]
    fired = [one for one in judged if rule in one.broken]
    return RuleTally(
        labelled=len(labelled),
        found=sum(rule in one.broken for one in labelled),
        let_through=sum(not one.right for one in labelled),
        fired=len(fired),
        fired_on_bad=sum(not one.labelled.good for one in fired),
    )


def _grouped(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, Tally]:
    return {name: tally([one for one in judged if key(one) == name]) for name in dict.fromkeys(map(key, judged))}


def show(result: Result) -> None:
    """Prints the tables, the lines judged wrongly and what was skipped."""
    groups = Table(title="Lines", title_justify="left")
    for name in ("", "good", "refused", "bad", "let through"):
        groups.add_column(name, justify="right" if name else "left")
    for name, group in ({"all": result.all_lines} | result.by_interview | result.by_writer).items():
        counts = (group.good, group.good_refused, group.bad, group.bad_let_through)
        groups.add_row(name, *map(str, counts))
    out.print(groups)
    rules = Table(title="Rules", title_justify="left")
    for name in ("", "labelled", "recall", "let through", "fired", "precision"):
        rules.add_column(name, justify="right" if name else "left")
    for name, rule in result.by_rule.items():
        found = (str(rule.labelled), _share(rule.recall), str(rule.let_through), str(rule.fired))
        rules.add_row(name, *found, _share(rule.precision))
    out.print(rules)
    for one in result.wrong:
        what = f"refused ({', '.join(one.broken)})" if one.labelled.good else f"let through ({one.labelled.rule})"
        out.print(f"{what}, {one.labelled.interview}: {one.labelled.line}", markup=False)
    for interview, number in result.skipped.items():
        out.print(f"{number} lines of {interview} were skipped: there is no such interview in the folder of specs.")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _commit() -> str:
    told = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=TREE, capture_output=True, text=True)
    return told.stdout.strip()


if __name__ == "__main__":
    start(main)
