"""Conduct keeps the bar on the labelled set: no bad line is spoken, and hardly a good one is refused."""

from functools import cache

import pytest

from bench.conduct import Result, rule_tally, show, tally
from bench.labelled import Judged, Labelled, judge, read_lines
from interview.conduct import RULES
from tests.interview.material import ROOT
from viva.catalogue import Catalogue
from viva.terminal import out

INTERVIEWS = ("mle-v1", "ml-conversation", "ml-rigorous", "ml-system-design", "ml-experience")
MAX_REFUSED = 0.05
"""The share of good lines that may be refused; each costs an authored line in its place."""


@cache
def judged(interview: str) -> tuple[Judged, ...]:
    catalogue = Catalogue(ROOT / "specs", ROOT / "prompts")
    if interview not in catalogue.spec_names:
        pytest.skip(f"specs/{interview}.yaml is not there, so its lines cannot be judged")
    return tuple(judge([line for line in read_lines() if line.interview == interview], catalogue))


@pytest.mark.parametrize("interview", INTERVIEWS)
def test_no_bad_line_is_let_through(interview: str) -> None:
    assert [one.labelled.line for one in judged(interview) if not one.labelled.good and not one.right] == []


@pytest.mark.parametrize("interview", INTERVIEWS)
def test_at_most_one_good_line_in_twenty_is_refused(interview: str) -> None:
    good = [one for one in judged(interview) if one.labelled.good]
    refused = [(one.labelled.line, one.broken) for one in good if not one.right]
    assert len(refused) <= MAX_REFUSED * len(good), refused


def test_the_set_has_bad_lines_for_every_rule_and_as_many_of_models_as_of_authors() -> None:
    lines = read_lines()
    assert {line.rule for line in lines if not line.good} == set(RULES)
    assert {line.interview for line in lines} == set(INTERVIEWS)
    assert sum(line.by == "model" for line in lines) >= len(lines) / 2


def test_no_line_stands_twice_in_the_set() -> None:
    lines = [(line.line, line.interview, line.section, line.kind, line.said) for line in read_lines()]
    assert len(set(lines)) == len(lines)


def bad(line: str, rule: str) -> Labelled:
    return Labelled(line=line, kind="follow_up", interview="mle-v1", good=False, rule=rule, by="author")


@pytest.mark.parametrize("broken", [{"rule": ""}, {"rule": "no_shouting"}, {"good": True}, {"by": "model"}])
def test_a_label_that_is_not_whole_is_refused(broken: dict[str, object]) -> None:
    whole = bad("Great. Why?", "no_validation").model_dump()
    with pytest.raises(ValueError, match=r"Great\. Why\?"):
        Labelled.model_validate(whole | broken)


SOME = (
    Judged(labelled=bad("Great. Why?", "no_validation"), broken=("no_validation", "no_teaching")),
    Judged(labelled=bad("Why not trees?", "no_hint"), broken=()),
    Judged(labelled=Labelled(line="Why?", kind="follow_up", interview="mle-v1", good=True, by="author"), broken=()),
    Judged(
        labelled=Labelled(line="What for?", kind="follow_up", interview="mle-v1", good=True, by="author"),
        broken=("no_teaching",),
    ),
)


def test_figures_count_what_was_refused_and_what_was_let_through() -> None:
    counted = tally(SOME)
    assert (counted.good, counted.good_refused, counted.bad, counted.bad_let_through) == (2, 1, 2, 1)
    teaching = rule_tally("no_teaching", SOME)
    assert (teaching.precision, teaching.recall) == (0.5, None)
    hint = rule_tally("no_hint", SOME)
    assert (hint.precision, hint.recall, hint.let_through) == (None, 0.0, 1)


def test_the_table_shows_lines_judged_wrongly_and_says_what_was_skipped() -> None:
    result = Result(
        date="2026-01-01", commit="abc", skipped={"gone": 3}, all_lines=tally(SOME), by_writer={}, by_interview={},
        by_rule={"no_hint": rule_tally("no_hint", SOME)}, wrong=tuple(one for one in SOME if not one.right),
    )  # fmt: skip
    with out.capture() as shown:
        show(result)
    assert "let through (no_hint), mle-v1: Why not trees?" in shown.get()
    assert "3 lines of gone were skipped" in shown.get()
