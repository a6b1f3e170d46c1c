"""Nobody is accused of what they deny: a red flag has to win against its opposite."""

import dataclasses
from collections.abc import Sequence

import pytest

from interview.events import CandidateTyped
from interview.spec import Indicator
from scoring.assessing import Assessed, Assessor
from scoring.calibrating.calibration import read_calibration
from scoring.evidence import Finder
from scoring.job import score
from scoring.judge import Contrast
from scoring.overlap import Overlap
from scoring.red_flags import LEAST_MARGIN, RAISED
from scoring.render import render
from scoring.transcript import cut
from tests.scoring.calls import GivenReader, small_spec
from tests.scoring.conftest import Desk

SPEC = small_spec()
FRAMING = SPEC.section("1")
FLAG = next(indicator for indicator in FRAMING.indicators if indicator.kind == "red_flag")
NEAR = "I do not think that accuracy is enough."
AHEAD = 3.0 - LEAST_MARGIN - 0.01
"""So little the model may lean to the opposite where it leans to the flag by 3."""
SAID = f"Users should keep coming back over months. {NEAR}"


def assessed(reader: GivenReader, rubric: Sequence[Indicator] = FRAMING.indicators) -> Assessed:
    said = cut(CandidateTyped(at_ms=0, text=SAID), 1, "1")
    over = Finder(SPEC, said)
    return Assessor(over, Overlap(over), read_calibration(), reader).assess("?", rubric, said)


def leaning(flag: float | None, opposite: float | None) -> GivenReader:
    """3 to every point but the flag's own two statements."""
    given = {FLAG.point: flag, FLAG.opposite: opposite}
    return GivenReader(lambda point, _: given.get(point, 3.0))


def test_a_flag_that_the_model_leans_to_clearly_more_than_to_its_opposite_is_raised() -> None:
    found = assessed(leaning(3.0, AHEAD))
    (flag,) = found.red_flags
    assert (flag.indicator.id, flag.status, flag.contrast) == ("accuracy", "met", Contrast(point=3.0, opposite=AHEAD))
    assert flag.evidence
    assert flag.evidence.clause.text == NEAR
    assert found.not_raised == ()


@pytest.mark.parametrize("opposite", [3.0 - LEAST_MARGIN + 0.01, 3.0, 3.1])
def test_a_flag_whose_opposite_the_clause_says_about_as_much_is_absent_however_probable(opposite: float) -> None:
    found = assessed(leaning(3.0, opposite))
    (flag,) = found.not_raised
    assert (flag.status, flag.contrast) == ("absent", Contrast(point=3.0, opposite=opposite))
    assert (flag.probability or 0) >= RAISED
    assert found.red_flags == ()


def test_a_flag_beside_whose_opposite_the_model_tells_nothing_is_unscored() -> None:
    found = assessed(leaning(3.0, None))
    (flag,) = found.not_raised
    assert (flag.status, flag.contrast) == ("unscored", Contrast(point=3.0, opposite=None))
    assert found.red_flags == ()


def test_a_flag_of_an_interview_held_before_there_were_opposites_is_unscored() -> None:
    older = [i.model_copy(update={"opposite": ""}) for i in FRAMING.indicators]
    found = assessed(leaning(3.0, None), older)
    assert ([flag.status for flag in found.not_raised], found.red_flags) == (["unscored"], ())


def asking(read: list[tuple[str, str]]) -> GivenReader:
    """Notes what is read; leans to all alike."""

    def noted(point: str, answer: str) -> float:
        read.append((point, answer))
        return 3.0

    return GivenReader(noted)


def test_the_two_are_asked_of_the_clause_that_would_be_shown_alone() -> None:
    read: list[tuple[str, str]] = []
    assessed(asking(read))
    assert read[-2:] == [(FLAG.point, NEAR), (FLAG.opposite, NEAR)]
    assert [answer for point, answer in read if point == FLAG.opposite] == [NEAR]


def test_the_opposite_of_an_improbable_flag_is_not_asked() -> None:
    found = assessed(leaning(-3.0, -9.0))
    (flag,) = found.not_raised
    assert (flag.status, flag.contrast) == ("absent", None)


@pytest.mark.parametrize(
    ("opposite", "status"), [(2.0, "met"), (4.0, "absent"), (None, "unscored")], ids=["raised", "denied", "not told"]
)
def test_the_report_accuses_only_of_what_is_raised_and_keeps_both_leanings(
    desk: Desk, opposite: float | None, status: str
) -> None:
    call = desk.invited().prompt("1").say("Users should keep coming back over months.").say(NEAR).end()
    interview_id = desk.hold(call)
    score(interview_id, dataclasses.replace(desk.parts, reader=leaning(3.0, opposite)))
    body = desk.parts.reports.latest(interview_id).body
    section = body["sections"][0]
    (flag,) = section["red_flags"] if status == "met" else section["not_raised"]
    assert (flag["status"], flag["contrast"]) == (status, {"point": 3.0, "opposite": opposite})
    assert len([*section["red_flags"], *section["not_raised"]]) == 1
    text = render(body, "text").decode()
    assert (FLAG.point in text) is (status == "met")
    assert FLAG.opposite not in text
    assert FLAG.opposite not in render(body, "html").decode()
