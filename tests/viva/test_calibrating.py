"""`viva calibrate` says what constants were fitted on, and takes none of it for fresh."""

import json
from itertools import chain
from pathlib import Path

import pytest

from scoring.calibrating.calibration import identity, read_calibration, standing
from scoring.calibrating.graded import hash_rows, read_graded
from tests.support.settings import settings_at
from tests.viva.conftest import Command, one_sentence
from viva.calibrating import Checked, check
from viva.settings import Settings
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


NAMES = ("apple", "river", "candle", "mirror", "saddle", "garden")
OPENINGS = ("So", "Then", "Well", "Just", "Like", "Maybe", "Okay", "Yes", "Really", "Right")
"""They mean nothing, so that answers differ and say the same."""


def grown(path: Path, *, questions: range, graders: bool = False) -> Path:
    """Ten answers to each question; each states so many parts of the reference as people gave it grades."""
    rows = []
    for number in questions:
        first, *rest = (f"{name}{number}" for name in NAMES)
        parts = [f"the {first} feeds the {name}" for name in rest]
        for answer, opening in enumerate(OPENINGS):
            made = answer % 6
            said = ". ".join([f"{opening} the {first} feeds all of it", *parts[:made]])
            given = f",{made},{max(0, made - 1)}" if graders else ""
            rows.append(f'What moves wheel {number}?,"{", ".join(parts)}.","{said}.",{made}{given}')
    head = f"{HEAD},grader_1,grader_2" if graders else HEAD
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def by_words(tmp_path: Path) -> Settings:
    """Without a language model and the embedding model, so that nothing is fetched or started."""
    return settings_at(tmp_path / "data", cache_dir=tmp_path, llm_base_url="none")


@pytest.fixture
def fitted(viva: Command, by_words: Settings, tmp_path: Path) -> Settings:
    """Settings whose constants are fitted to ten answers to each of six questions."""
    constants = tmp_path / "ours.json"
    printed = viva(by_words, "calibrate", str(grown(tmp_path / "one.csv", questions=range(6))), "--fit", str(constants))
    assert "fitted anew     Pearson 0." in printed
    assert f"The constants are in {constants}; set VIVA_CALIBRATION to it" in printed
    return by_words.model_copy(update={"calibration": constants})


def test_grades_that_agree_on_fresh_questions_are_called_calibrated(
    viva: Command, fitted: Settings, tmp_path: Path
) -> None:
    fresh = grown(tmp_path / "two.csv", questions=range(6, 12), graders=True)
    told = {line[:16].strip(): line[16:] for line in viva(fitted, "calibrate", str(fresh)).splitlines()}
    assert told["verdict"] == "calibrated"
    for figure in ("Pearson", "weighted kappa"):
        value, low, high = (
            float(each) for each in told[figure].replace("(", "").replace(")", "").replace("to", "").split()
        )
        assert 0.67 < low <= value <= high <= 1
    assert told["bias"].endswith(" of 5, mean distance " + told["bias"].split()[-1])
    assert told["grades 0 to 5"].endswith("people's 12 12 12 12 6 6")
    assert told["graders"].count(" to ") == 2
    assert told[""].endswith(" with each other")
    assert told["for exactly"].startswith("references as points; prompts point ")
    assert "language model none; embedding none; constants ours.json " in told["for exactly"]
    assert "at most 5% of them unscored" in told["gate"]


def test_grades_by_constants_fitted_to_the_same_answers_never_are(
    viva: Command, fitted: Settings, tmp_path: Path
) -> None:
    verdict = viva(fitted, "calibrate", str(tmp_path / "one.csv")).splitlines()[-1]
    assert verdict.startswith("verdict         not calibrated: 60 of these answers were fitted on")


def test_a_file_of_which_much_is_unscored_is_not_calibrated(viva: Command, fitted: Settings, tmp_path: Path) -> None:
    fresh = grown(tmp_path / "two.csv", questions=range(6, 12))
    lines = fresh.read_text(encoding="utf-8").splitlines()
    empty = [f"{line.rsplit(',', 2)[0].split(',')[0]},reference,,4" for line in lines[1:]]
    fresh.write_text("\n".join(chain(lines, empty)) + "\n", encoding="utf-8")
    found = json.loads(viva(fitted, "calibrate", str(fresh), "--json"))
    assert found["left_out"] == 60
    assert found["verdict"] == {
        "calibrated": False, "reasons": ["60 of 120 answers are unscored, more than 5%"],
    }  # fmt: skip


def test_constants_say_that_they_were_not_checked_until_a_check_is_recorded(
    viva: Command, fitted: Settings, tmp_path: Path
) -> None:
    def doubt() -> str:
        made = (constants := read_calibration(fitted.calibration)).provenance
        return standing(constants, made.spec, made.prompts, made.model, made.meaning)

    fresh = grown(tmp_path / "two.csv", questions=range(6, 12))
    viva(fitted, "calibrate", str(fresh))
    assert fitted.calibration
    name = identity(fitted.calibration)
    assert doubt().startswith("The grades are not checked on fresh answers")
    assert f"The verdict is in {fitted.calibration}." in viva(fitted, "calibrate", str(fresh), "--record")
    assert doubt() == ""
    assert identity(fitted.calibration) == name, "the constants are the same"
    kept = read_calibration(fitted.calibration).check
    assert kept is not None
    assert (kept.data, kept.answers, kept.questions, kept.calibrated) == ("two.csv", 60, 6, True)


def test_a_check_that_would_prove_nothing_is_not_recorded(
    viva: Command, by_words: Settings, fitted: Settings, tmp_path: Path
) -> None:
    known, fresh = tmp_path / "one.csv", grown(tmp_path / "two.csv", questions=range(6, 12))
    told = viva(fitted, "calibrate", str(known), "--record", code=1)
    assert one_sentence(told)
    assert "one.csv is no fresh check of ours.json: 60 of these answers were fitted on" in told
    assert "no check is written into them" in viva(by_words, "calibrate", str(fresh), "--record", code=1)
    told = viva(fitted, "calibrate", str(fresh), "--record", "--fit", str(tmp_path / "new.json"), code=1)
    assert "--fit and --record exclude each other" in told
    constants = read_calibration(fitted.calibration)
    other = constants.model_copy(
        update={"provenance": constants.provenance.model_copy(update={"spec": "mle-v1 1.0.2"})}
    )
    fitted.calibration.write_text(other.model_dump_json(), encoding="utf-8")
    told = viva(fitted, "calibrate", str(fresh), "--record", code=1)
    assert "no check of the constants: they come from other questions; name the same --spec (mle-v1 1.0.2)" in told
    assert read_calibration(fitted.calibration).check is None
