"""A grade joins its parts, keeps them all, and is held down by the points."""

import hashlib
import math
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.assessing import NOTHING_SAID, Assessed
from scoring.calibrating.agreement import agreement, kappa, pearson
from scoring.calibrating.calibration import (
    SHIPPED,
    Calibration,
    Check,
    Provenance,
    exactness,
    identity,
    read_calibration,
    standing,
    write_calibration,
)
from scoring.calibrating.crossing import across_questions
from scoring.calibrating.fitting import curve, fit
from scoring.calibrating.gate import verdict, with_graders
from scoring.calibrating.graded import Graded, GradedFile
from scoring.errors import CalibrationBroken
from scoring.grading import RIGHT, Measured, grade, share

MADE = Provenance(
    data="x.csv",
    data_sha256="1",
    rows=6,
    questions=3,
    date="2026-11-22",
    prompts={"point": "p"},
    model="m",
    meaning="e",
)
QUESTIONS = ["a", "a", "b", "b", "c", "c"]
SCORES = [1.0, 5.0, 2.0, 4.0, 0.0, 5.0]


def measured(score: float) -> Measured:
    return Measured(
        asks=(score / 2, 2.0 + score / 3),
        points=score / 5,
        correct=score - 2.5,
        overlap=score / 6,
        overlap_words=score / 7,
    )


PARTS = [measured(score) for score in SCORES]
ASSESSED = [Assessed(points=(), red_flags=(), measured=part, grade=None) for part in PARTS]
FITTED = fit(PARTS, SCORES, MADE)
PASSED = Check(
    data="y.csv",
    data_sha256="2",
    answers=60,
    questions=6,
    date="2026-11-30",
    pearson=0.8,
    kappa=0.7,
    error=0.5,
    calibrated=True,
)
FILE = GradedFile(name="f.csv", sha256="fresh", rows=())
CHECKED = FITTED.model_copy(update={"check": PASSED})


def test_every_part_is_kept_and_the_cap_holds() -> None:
    found = grade(measured(4.0), FITTED)
    assert found.model
    assert found.parts.keys() == {
        "expected", "points", "correct", "overlap",
        "expected_z", "points_z", "correct_z", "overlap_z", "before_cap", "cap",
    }  # fmt: skip
    assert found.value == pytest.approx(min(found.parts["before_cap"], found.parts["cap"]), abs=0.01)


def test_an_answer_gains_nothing_by_seeming_more_than_right_and_loses_by_being_wrong() -> None:
    wrong, right, surer = (
        grade(measured(3.0).model_copy(update={"correct": correct}), FITTED) for correct in (-2.0, 1.5, 2.5)
    )
    assert right.parts["correct_z"] == surer.parts["correct_z"] == RIGHT
    assert wrong.value < right.value == surer.value


def test_grades_lie_as_the_scores_do_and_are_never_alike_at_the_top() -> None:
    z = [-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0]
    scores = [1.0, 2.5, 4.0, 5.0, 5.0, 5.0, 5.0]
    intercept, slope = curve(z, scores)
    grades = [5 / (1 + math.exp(-(intercept + slope * each))) for each in z]
    assert fmean(grades) == pytest.approx(fmean(scores), abs=0.05)
    assert fmean(abs(ours - theirs) for ours, theirs in zip(grades, scores, strict=True)) < 0.4
    assert all(0 < low < high < 5 for low, high in pairwise(grades))


@pytest.mark.parametrize("scores", [[0.0, 0.0, 5.0, 5.0], [5.0] * 4, [2.5] * 4, [0.0] * 4])
def test_answers_that_a_line_parts_cleanly_or_not_at_all_have_a_curve_all_the_same(scores: list[float]) -> None:
    assert all(math.isfinite(each) for each in curve([-1.0, -0.5, 0.5, 1.0], scores))


@given(st.floats(0, 4.9), st.floats(0.05, 2))
def test_a_better_answer_has_a_better_grade(score: float, more: float) -> None:
    by = read_calibration()
    lower, higher = (
        grade(Measured(asks=(a,) * 5, points=0.9, overlap=0.6, overlap_words=0.5), by).parts["before_cap"]
        for a in (2.0 + score / 10, 2.0 + (score + more) / 10)
    )
    assert lower <= higher


def test_an_answer_that_makes_no_point_is_held_down_whatever_the_model_thinks_of_it() -> None:
    flattering = Measured(asks=(5.0,) * 5, points=0.0, overlap=0.9, overlap_words=0.9)
    assert grade(flattering, FITTED).value == 2.0
    assert grade(flattering, read_calibration()).value <= 2.0


def test_an_answer_off_the_topic_lies_low_before_any_cap() -> None:
    off = Measured(asks=(2.3,) * 5, points=0.0, correct=-0.5, overlap=0.2, overlap_words=0.0)
    assert grade(off, read_calibration()).parts["before_cap"] < 1.5


def test_no_fit_lets_an_answer_without_a_point_pass() -> None:
    pleased = [each.model_copy(update={"points": 0.0}) for each in PARTS]
    flattering = Measured(asks=(5.0,) * 2, points=0.0, correct=2.5, overlap=0.9, overlap_words=0.9)
    found = grade(flattering, fit([*pleased, *PARTS], [*SCORES, *SCORES], MADE))
    assert found.parts["before_cap"] > 2.0 >= found.value


def test_constants_that_would_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "loose.json"
    path.write_text(FITTED.model_copy(update={"cap_base": 4.0}).model_dump_json(), encoding="utf-8")
    with pytest.raises(CalibrationBroken, match="--fit"):
        read_calibration(path)


def test_a_check_leaves_constants_their_name_and_other_constants_have_another(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    names = []
    for constants in (FITTED, CHECKED, CHECKED.model_copy(update={"slope": 9.0})):
        write_calibration(constants, path)
        names.append(identity(path))
    plain, checked, other = names
    assert plain == checked != other
    assert identity(SHIPPED) == f"shipped.json {hashlib.sha256(SHIPPED.read_bytes()).hexdigest()}"


def test_without_a_language_model_the_grade_rests_on_overlap_and_says_so() -> None:
    found = grade(Measured(overlap=0.5, overlap_words=0.4), FITTED)
    assert (found.model, found.uncertainty) == (False, None)
    assert "expected" not in found.parts
    assert grade(Measured(overlap_words=0.4), FITTED).parts["overlap"] == 0.4


def test_the_uncertainty_is_half_the_spread_over_the_wordings() -> None:
    agreed = grade(Measured(asks=(1.0, 2.0 + 2 / 3), points=0.4, overlap=0.3, overlap_words=0.3), FITTED)
    torn = grade(Measured(asks=(0.0, 3.6), points=0.4, overlap=0.3, overlap_words=0.3), FITTED)
    assert agreed.uncertainty == 0
    assert torn.uncertainty
    assert torn.uncertainty > 0.3


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_further_point_never_lowers_the_share(values: list[float]) -> None:
    raised = [min(1.0, values[0] + 0.3), *values[1:]]
    assert share(raised) >= share(values) - 1e-9
    assert 0 <= share(values) <= 1


def test_of_many_points_a_part_is_enough() -> None:
    assert share([1.0] * 8 + [0.0] * 12) == 1
    assert share([1.0, 0.0]) == 0.5


def test_kappa_is_one_for_the_same_grades_and_none_for_the_same_grade_for_all() -> None:
    assert kappa(SCORES, SCORES) == pytest.approx(1)
    assert kappa([3.0] * 6, SCORES) <= 0
    assert pearson([3.0] * 6, SCORES) == 0


def test_intervals_hold_the_figure_and_are_the_same_twice() -> None:
    noisy = [1.5, 4.0, 2.0, 3.0, 1.0, 4.5]
    found = agreement(noisy, SCORES, QUESTIONS, draws=200)
    assert found.pearson.low <= found.pearson.value <= found.pearson.high
    assert found == agreement(noisy, SCORES, QUESTIONS, draws=200)


def test_each_question_is_graded_by_constants_that_never_saw_it() -> None:
    changed = [*SCORES[:4], 5.0, 0.0]
    ours, others = (across_questions(ASSESSED, scores, QUESTIONS, MADE) for scores in (SCORES, changed))
    assert ours[4:] == others[4:]
    assert ours[:4] != others[:4]


def test_constants_from_before_the_sentences_were_read_still_grade() -> None:
    earlier = Calibration.model_validate(FITTED.model_dump(exclude={"correct"}))
    found = grade(measured(4.0), earlier)
    assert found.model
    assert "correct_z" not in found.parts
    assert 0 < found.value < 5


def test_an_answer_that_says_nothing_keeps_its_grade_and_teaches_no_constant() -> None:
    nothing = Assessed(points=(), red_flags=(), measured=None, grade=NOTHING_SAID)
    ours = across_questions([*ASSESSED, nothing], [*SCORES, 5.0], [*QUESTIONS, "a"], MADE)
    assert ours == [*across_questions(ASSESSED, SCORES, QUESTIONS, MADE), NOTHING_SAID]


def test_constants_of_another_interview_or_instrument_are_told() -> None:
    assert standing(CHECKED, "", {"point": "p"}, "m", "e") == ""
    assert "another language model" in standing(CHECKED, "", {"point": "p"}, "another", "e")
    assert "other prompts" in standing(CHECKED, "", {"point": "q"}, "m", "e")
    assert "another embedding model" in standing(CHECKED, "", {"point": "p"}, "m", None)
    told = standing(CHECKED, "mle-v1 3", {"point": "p"}, "m", "e")
    assert told.startswith(
        "The grades are not calibrated for this interview: their constants come from other questions;"
    )
    assert standing(CHECKED, "", {"point": "q"}, None, "e") == "", "neither took part"


def test_constants_that_only_their_own_answers_speak_for_are_told() -> None:
    assert standing(FITTED, "", {"point": "p"}, "m", "e").startswith("The grades are not checked on fresh answers")
    failed = FITTED.model_copy(update={"check": PASSED.model_copy(update={"calibrated": False, "pearson": 0.41})})
    assert "not calibrated: checked on fresh answers" in (told := standing(failed, "", {"point": "p"}, "m", "e"))
    assert "r 0.41" in told


def test_constants_from_before_checks_were_kept_are_read_as_unchecked(tmp_path: Path) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(FITTED.model_dump_json(exclude={"check"}), encoding="utf-8")
    assert read_calibration(path) == FITTED
    assert read_calibration().check is None


def test_a_report_says_how_far_its_grades_may_be_trusted() -> None:
    assert exactness(FITTED) == ""
    assert "0.8 of 5" in exactness(FITTED.model_copy(update={"error": 0.76}))


def graded(number: int) -> Graded:
    return Graded(question=f"q{number % 6}", reference="r", answer=f"answer {number}", score=float(number % 6))


def test_it_is_never_calibrated_on_what_it_was_fitted_on() -> None:
    rows = tuple(graded(number) for number in range(60))
    scores = [row.score for row in rows]
    perfect = agreement(scores, scores, [row.question for row in rows], draws=50)
    file = GradedFile(name="f.csv", sha256="fresh", rows=rows)
    assert verdict(perfect, None, file, FITTED).calibrated
    for known in ({"data_sha256": "fresh"}, {"answers": (rows[7].id,)}, {"asked": (rows[7].question_id,)}):
        fitted = FITTED.model_copy(update={"provenance": MADE.model_copy(update=known)})
        told = verdict(perfect, None, file, fitted)
        assert not told.calibrated
        assert "fitted on" in told.reasons[0]


@pytest.mark.parametrize(("unscored", "calibrated"), [(0, True), (3, True), (4, False), (40, False)])
def test_it_is_not_calibrated_where_more_than_a_twentieth_is_unscored(unscored: int, calibrated: bool) -> None:
    """Whatever its agreement on the rest."""
    rows = tuple(graded(number) for number in range(60 + unscored))
    scores = [row.score for row in rows[:60]]
    perfect = agreement(scores, scores, [row.question for row in rows[:60]], draws=50)
    told = verdict(perfect, None, GradedFile(name="f.csv", sha256="fresh", rows=rows), FITTED)
    assert told.calibrated is calibrated
    assert [f"{unscored} of {len(rows)} answers are unscored" in reason for reason in told.reasons] == [True] * (
        not calibrated
    )


def test_a_grader_s_correlation_has_its_interval_by_question() -> None:
    noisy = [1.5, 4.0, 2.0, 3.0, 1.0, 4.5]
    by_grader = with_graders(noisy, [(score, 5 - score) for score in SCORES], QUESTIONS)
    first, second, each_other = by_grader
    assert first.value == pytest.approx(pearson(noisy, SCORES))
    assert first.low < first.value < first.high
    assert second.value == pytest.approx(-first.value)
    assert each_other.value == pytest.approx(-1)
    told = verdict(agreement(SCORES, SCORES, QUESTIONS, draws=50), (first, second, first), FILE, FITTED)
    assert told.reasons[-1].startswith("a grader agrees with us at -0.")


def test_an_answer_is_the_same_however_it_is_set() -> None:
    set_otherwise = graded(1).model_copy(update={"question": " Q1?", "answer": "“Answer” 1 ."})
    assert (set_otherwise.id, set_otherwise.question_id) == (graded(1).id, graded(1).question_id)
    assert graded(7).question_id == graded(1).question_id != graded(2).question_id
    assert graded(7).id != graded(1).id


def test_the_shipped_constants_say_where_they_come_from() -> None:
    made = read_calibration().provenance
    assert made.rows == len(made.answers)
    assert made.questions == len(made.asked)
    assert made.data_sha256
    assert made.model
    assert made.prompts.keys() == {"point", "grade", "sentence"}
