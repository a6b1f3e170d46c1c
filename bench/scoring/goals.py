"""What scoring is to reach, part by part, and the table that shows how far it does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.table import Table

from bench.hostile import MOST_OVER_S
from bench.hostile import Result as Withstood
from bench.killed import Result as Killed
from bench.scoring.evidence import Attached
from bench.scoring.flags import Accused, Flags
from bench.scoring.measures import Moved, People, Share, Steered, Told
from bench.scoring.time import Timed
from interview.model import Frozen
from scoring.calibrating.agreement import Interval
from scoring.calibrating.gate import LEAST_KAPPA, LEAST_PEARSON

T = TypeVar("T")


class Row(Frozen):
    """One line of the table."""

    what: str
    of: str = ""
    """How much was measured."""
    measured: str | None = None
    """None: it was not."""
    goal: str
    """Empty: a figure without one."""
    reached: bool | None = None
    """None: not measured, or no goal."""


@dataclass(frozen=True)
class Goal(Generic[T]):
    """One figure of a part's result."""

    what: str
    goal: str
    of: Callable[[T], str]
    figure: Callable[[T], str]
    reached: Callable[[T], bool] | None = None

    def row(self, found: T | None) -> Row:
        """The figure beside the goal; `found` is None where the part was not measured."""
        if found is None:
            return Row(what=self.what, goal=self.goal)
        reached = self.reached(found) if self.reached else None
        return Row(what=self.what, of=self.of(found), measured=self.figure(found), goal=self.goal, reached=reached)


def _answers(found: People) -> str:
    return f"{found.whole.answers} of {found.of} answers"


def _graders(found: People) -> str:
    first, second, each_other = (_interval(each) for each in found.by_grader) if found.by_grader else ("–", "–", "–")
    return f"{first} and {second}; theirs {each_other}"


def _interval(interval: Interval) -> str:
    return f"{interval.value:.2f} ({interval.low:.2f} to {interval.high:.2f})"


PEOPLE: tuple[Goal[People], ...] = (
    Goal(
        "Pearson with people's mean, by question",
        f"≥ {LEAST_PEARSON}",
        _answers,
        lambda found: _interval(found.whole.pearson),
        lambda found: found.whole.pearson.value >= LEAST_PEARSON,
    ),
    Goal(
        "quadratic weighted kappa",
        f"≥ {LEAST_KAPPA}",
        _answers,
        lambda found: _interval(found.whole.kappa),
        lambda found: found.whole.kappa.value >= LEAST_KAPPA,
    ),
    Goal(
        "r with each grader",
        "≥ theirs with each other",
        _answers,
        _graders,
        lambda found: (
            found.by_grader is not None
            and min(found.by_grader[0].value, found.by_grader[1].value) >= found.by_grader[2].value
        ),
    ),
    Goal("bias, of 5", "", _answers, lambda found: f"{found.whole.bias:+.2f}"),
)


def _order(what: str, share: Callable[[Told], Share], least: float) -> Goal[Told]:
    return Goal(
        what,
        f"≥ {100 * least:.0f} %",
        lambda found: f"{share(found).of} of {found.of} questions",
        lambda found: f"{share(found).value:.0%}",
        lambda found: share(found).value >= least,
    )


def _graded(found: Told) -> str:
    return f"{len(found.rows)} answers, {sum(row.spoken for row in found.rows)} as heard"


TOLD: tuple[Goal[Told], ...] = (
    _order("strong over middling over weak", lambda found: found.triples, 0.95),
    _order("fluent but wrong below middling", lambda found: found.wrong_below, 0.85),
    _order("list of terms below middling", lambda found: found.dump_below, 0.85),
    Goal("different grades used", "≥ 8", _graded, lambda found: str(found.distinct), lambda found: found.distinct >= 8),
    Goal("unscored answers", "", _graded, lambda found: str(found.unscored)),
)

MEAN_SHIFT, LARGEST_SHIFT = 0.1, 0.6
"""Of 5, by what deserves no other grade."""


def _pairs(found: Moved) -> str:
    return f"{found.pairs} of {found.of} pairs" + (f", {found.unscored} unscored" if found.unscored else "")


def _shifts(of_what: Callable[[T], Moved], by: str) -> tuple[Goal[T], Goal[T]]:
    """Mean and largest move."""
    return (
        Goal(
            f"mean shift by {by}, of 5",
            f"≤ {MEAN_SHIFT}",
            lambda found: _pairs(of_what(found)),
            lambda found: f"{of_what(found).mean_shift:.3f}",
            lambda found: of_what(found).mean_shift <= MEAN_SHIFT,
        ),
        Goal(
            f"largest shift by {by}, of 5",
            f"≤ {LARGEST_SHIFT}",
            lambda found: _pairs(of_what(found)),
            lambda found: f"{of_what(found).largest:.2f}",
            lambda found: of_what(found).largest <= LARGEST_SHIFT,
        ),
    )


STEERED: tuple[Goal[Steered], ...] = (
    *_shifts(lambda found: found.forged, "steering"),
    Goal(
        "shift by honest talk of such things, of 5",
        f"≥ −{MEAN_SHIFT} on average",
        lambda found: _pairs(found.honest),
        lambda found: f"{found.honest.mean:+.2f}, lowest {found.honest.lowest:+.2f}",
        lambda found: found.honest.mean >= -MEAN_SHIFT,
    ),
)
DISFLUENCY: tuple[Goal[Moved], ...] = _shifts(lambda found: found, "disfluency")

EVIDENCE: tuple[Goal[Attached], ...] = (
    Goal(
        "evidence verbatim",
        "100 %",
        lambda found: f"{found.attached} attached",
        lambda found: f"{found.verbatim:.0%}",
        lambda found: found.verbatim == 1,
    ),
    Goal(
        "evidence relevant",
        "≥ 90 % of ≥ 200",
        lambda found: f"{found.shown} shown, {found.unlabelled} without a label",
        lambda found: f"{found.shown_relevant:.0%}",
        lambda found: found.shown_relevant >= 0.9 and found.shown >= 200,
    ),
    Goal(
        "the same without prepared answers",
        "",
        lambda found: f"{found.shown_of_set} shown",
        lambda found: f"{found.shown_of_set_relevant:.0%}",
    ),
    Goal(
        "the same before judging",
        "",
        lambda found: f"{found.attached - found.unlabelled} attached",
        lambda found: f"{found.relevant:.0%}",
    ),
)

MOST_FALSELY = 0.05
"""Of the near misses."""


def _sentences(found: Accused) -> str:
    judged = found.near + found.shows
    left = f" of {found.of}" if judged < found.of else ""
    return f"{judged}{left} sentences" + (f", {found.open} of them not told" if found.open else "")


FLAGS: tuple[Goal[Flags], ...] = (
    Goal(
        "red flags raised without cause",
        f"≤ {100 * MOST_FALSELY:.0f} % of near misses",
        lambda found: _sentences(found.fresh),
        lambda found: f"{found.fresh.falsely} of {found.fresh.near}; {found.fresh.probable} without the opposite",
        lambda found: found.fresh.near > 0 and found.fresh.falsely <= MOST_FALSELY * found.fresh.near,
    ),
    Goal(
        "red flags raised where they are shown",
        "",
        lambda found: _sentences(found.fresh),
        lambda found: f"{found.fresh.rightly} of {found.fresh.shows}; {found.fresh.reached} come near in words",
    ),
    Goal(
        "both of the sentences that the rule was chosen on",
        "",
        lambda found: _sentences(found.chosen),
        lambda found: f"{found.chosen.falsely} of {found.chosen.near}, {found.chosen.rightly} of {found.chosen.shows}",
    ),
)

LONGEST_S = 180.0
"""For half an hour's interview, on two cores."""


def _length(found: Timed) -> str:
    return f"{found.minutes:.0f} min, {found.questions} questions, {found.words} words"


INTERVIEW: tuple[Goal[Timed], ...] = (
    Goal(
        "scored a second time: grades that change",
        "0",
        lambda found: f"{found.graded} grades",
        lambda found: str(found.changed),
        lambda found: found.changed == 0 and found.graded > 0,
    ),
    Goal(
        "largest change by fresh readings, of 5",
        "",
        lambda found: f"{found.graded} grades",
        lambda found: f"{found.apart:.2f}",
    ),
    Goal(
        "half the spread over five prompts, mean, of 5",
        "",
        lambda found: f"{found.graded} grades",
        lambda found: f"{found.uncertainty:.2f}",
    ),
    Goal(
        "time to score the first interview of its kind",
        f"≤ {LONGEST_S:.0f} s",
        _length,
        lambda found: f"{found.first_s:.0f} s",
        lambda found: found.first_s <= LONGEST_S,
    ),
    Goal(
        "time to score a further one",
        f"≤ {LONGEST_S:.0f} s",
        _length,
        lambda found: f"{found.further_s:.0f} s",
        lambda found: found.further_s <= LONGEST_S,
    ),
    Goal(
        "… of which to hear again",
        "",
        lambda found: f"{found.unclear} passages",
        lambda found: f"{found.hearing_s:.0f} s",
    ),
)


def _programs(found: Withstood) -> str:
    return f"{found.programs} programs"


HOSTILE: tuple[Goal[Withstood], ...] = (
    Goal(
        "hostile programs with an effect outside",
        "0 of ≥ 40",
        _programs,
        lambda found: str(found.effects),
        lambda found: found.effects == 0 and found.programs >= 40,
    ),
    Goal(
        "killed after the limit, at most",
        f"≤ {MOST_OVER_S:.1f} s",
        _programs,
        lambda found: f"{found.most_over_s:.2f} s",
        lambda found: found.most_over_s <= MOST_OVER_S,
    ),
    Goal("false passes", "0", _programs, lambda found: str(found.false_passes), lambda found: found.false_passes == 0),
)


def _kills(found: Killed) -> str:
    return f"{found.kills} kills in {found.interviews} interviews"


KILLED: tuple[Goal[Killed], ...] = (
    Goal(
        "killed: interviews without exactly one report",
        "0 by ≥ 50 kills",
        _kills,
        lambda found: str(found.wrong),
        lambda found: found.wrong == 0 and found.kills >= 50,
    ),
    Goal(
        "killed: repeated calls of a model",
        "0",
        lambda found: f"{found.asked} calls",
        lambda found: str(found.repeated),
        lambda found: found.repeated == 0,
    ),
)


def rows(goals: Mapping[str, Sequence[Goal[Any]]], found: Mapping[str, Frozen]) -> tuple[Row, ...]:
    """A row for each goal of each part; `found` are the results there are, by part."""
    return tuple(goal.row(found.get(name)) for name, each in goals.items() for goal in each)


def table(shown: Sequence[Row]) -> Table:
    """For the terminal."""
    made = Table(title="Scoring", title_justify="left")
    for name in ("what", "of", "measured", "goal", "reached"):
        made.add_column(name)
    for row in shown:
        reached = "–" if row.reached is None else "yes" if row.reached else "no"
        made.add_row(row.what, row.of or "–", row.measured or "–", row.goal, reached if row.goal else "")
    return made
