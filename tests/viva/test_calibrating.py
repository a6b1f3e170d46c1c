"""`viva calibrate` says what constants were fitted on, and takes none of it for fresh."""

from pathlib import Path

import pytest

from scoring.calibration import read_calibration
from scoring.graded import hash_rows, read_graded
from tests.support.settings import settings_at
from viva.calibrating import Checked, check
from viva.terminal import Steps

HEAD = "question,reference,answer,score"
PROXY = '"What is a proxy?","A proxy stands in for another value that cannot be measured."'
HOLDOUT = '"What is a holdout?","A holdout group keeps the old ranking so that the effect shows."'
SAID = (
    f"{PROXY},It stands in for a value that cannot be measured.,4.5",
    f"{PROXY},Another value is measured in its place.,3",
    f"{HOLDOUT},A group keeps the old ranking and the effect shows.,5",
)
ECHO = f"{PROXY},What is a proxy,0"
"""It only repeats its question: there is nothing of it to fit on."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "graded.csv"
    path.write_text("\n".join([HEAD, *SAID, ECHO]) + "\n", encoding="utf-8")
    return path


def checked(tmp_path: Path, file: Path, fit_to: Path | None, by: Path | None = None) -> Checked:
    changes = {"calibration": by} if by else {}
    settings = settings_at(tmp_path / "data", cache_dir=tmp_path, llm_base_url="none", **changes)
    return check(settings, None, read_graded(file), Steps(None), fit_to)


def test_constants_name_the_answers_they_were_fitted_on_and_no_others(tmp_path: Path, file: Path) -> None:
    checked(tmp_path, file, fitted := tmp_path / "ours.json")
    made = read_calibration(fitted).provenance
    rows = read_graded(file).rows[:-1]
    assert (made.rows, made.questions) == (len(rows), 2)
    assert made.answers == tuple(sorted(row.id for row in rows))
    assert made.asked == tuple(sorted({row.question_id for row in rows}))
    assert made.data_sha256 == hash_rows(rows)


def test_constants_say_how_far_grades_like_theirs_lie_from_peoples(tmp_path: Path, file: Path) -> None:
    found = checked(tmp_path, file, fitted := tmp_path / "ours.json")
    assert found.fresh
    assert read_calibration(fitted).error == pytest.approx(found.fresh.error, abs=0.006)
    assert found.fresh.error > 0


def test_other_answers_to_questions_that_were_fitted_on_are_not_fresh(tmp_path: Path, file: Path) -> None:
    checked(tmp_path, file, fitted := tmp_path / "ours.json")
    other = tmp_path / "other.csv"
    other.write_text(f"{HEAD}\n{PROXY},One value that is measured for another value.,4\n", encoding="utf-8")
    found = checked(tmp_path, other, None, fitted)
    assert not found.verdict.calibrated
    assert any("questions were fitted on" in reason for reason in found.verdict.reasons)
