"""What a person sees of a measurement of the grades."""

from rich.table import Table

from bench.scoring_evidence import Attached
from bench.scoring_measures import People, Steered, Told
from scoring.agreement import Interval
from viva.terminal import out


def show(people: People | None, told: Told | None, steered: Steered | None, evidence: Attached) -> None:
    """Prints each figure beside its goal."""
    table = Table(title="Grades", title_justify="left")
    for name in ("what", "of", "figure", "goal"):
        table.add_column(name)
    for row in (*_people(people), *_told(told), *_steered(steered), *_evidence(evidence)):
        table.add_row(*row)
    out.print(table)
    if told:
        for title, means in (("Mean grade by kind", told.means), ("The same as heard", told.spoken)):
            if means:
                out.print(f"{title}: " + ", ".join(f"{kind} {grade:.2f}" for kind, grade in means.items()))
    if people:
        out.print("Pearson of the parts: " + ", ".join(f"{name} {r:.2f}" for name, r in people.parts.items()))


def _people(found: People | None) -> list[tuple[str, str, str, str]]:
    if found is None:
        return []
    of = f"{found.whole.answers} of {found.of} answers"
    rows = [
        ("Pearson with people's mean, by question", of, _interval(found.whole.pearson), "≥ 0.72"),
        ("weighted kappa", of, _interval(found.whole.kappa), "≥ 0.67"),
        ("bias, of 5", of, f"{found.whole.bias:+.2f}", ""),
    ]
    if found.by_grader:
        first, second, each_other = found.by_grader
        rows.append(("r with each grader", of, f"{first:.2f} and {second:.2f}", f"≥ {each_other:.2f}"))
    return rows


def _told(found: Told | None) -> list[tuple[str, str, str, str]]:
    if found is None:
        return []
    shares = (
        ("strong over middling over weak", found.triples, "≥ 95 %"),
        ("fluent but wrong below middling", found.wrong_below, "≥ 85 %"),
        ("list of terms below middling", found.dump_below, "≥ 85 %"),
    )
    return [
        *((what, f"{share.of} of {found.of} questions", f"{share.value:.0%}", goal) for what, share, goal in shares),
        ("different grades used", f"{found.questions} of {found.of} questions", str(found.distinct), "≥ 8"),
        ("unscored answers", f"{len(found.rows)} answers", str(found.unscored), ""),
    ]


def _steered(found: Steered | None) -> list[tuple[str, str, str, str]]:
    if found is None:
        return []
    of = f"{found.pairs} of {found.of} pairs" + (f", {found.unscored} unscored" if found.unscored else "")
    honest = f"{found.honest_shift:+.2f}, lowest {found.honest_lowest:+.2f}"
    return [
        ("mean shift by steering, of 5", of, f"{found.mean_shift:.3f}", "≤ 0.1"),
        ("largest shift, of 5", of, f"{found.largest:.2f}", "≤ 0.6"),
        ("shift by honest talk of such things", f"{found.honest} pairs", honest, ""),
    ]


def _evidence(found: Attached) -> list[tuple[str, str, str, str]]:
    of = f"{found.attached} attached, {found.unlabelled} without a label"
    rows = [
        ("evidence verbatim", of, f"{found.verbatim:.0%}", "100 %"),
        ("evidence relevant before judging", of, f"{found.relevant:.0%}", ""),
    ]
    if found.shown:
        of_set = f"{found.shown_of_set} shown"
        rows.append(("evidence relevant", f"{found.shown} shown", f"{found.shown_relevant:.0%}", "≥ 90 %"))
        rows.append(("the same without prepared answers", of_set, f"{found.shown_of_set_relevant:.0%}", ""))
    return rows


def _interval(interval: Interval) -> str:
    return f"{interval.value:.2f} ({interval.low:.2f} to {interval.high:.2f})"
