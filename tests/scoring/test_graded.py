"""A file of graded answers is read, or refused with line and mend."""

from pathlib import Path

import pytest

from scoring.calibrating.calibration import read_calibration
from scoring.calibrating.graded import read_graded
from scoring.calibrating.meter import rubrics
from scoring.errors import CalibrationBroken, GradesBroken
from scoring.reference import points

HEAD = "question,reference,answer,score"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "graded.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_order_and_spelling_of_the_file_do_not_change_what_it_is(tmp_path: Path) -> None:
    one = read_graded(written(tmp_path, HEAD, "q,r,one,4", "q,r,two,1"))
    other = read_graded(written(tmp_path, "score,answer,reference,question", "1.0,two,r,q", "4,one,r,q"))
    assert one.sha256 == other.sha256
    assert one.sha256 != read_graded(written(tmp_path, HEAD, "q,r,one,4", "q,r,two,2")).sha256


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["question,answer,score", "q,a,1"], "has no column reference; it needs question, reference, answer, score"),
        ([HEAD], "has columns but no answers"),
        ([HEAD, "q,r,a,4", "q,r,a,good"], "line 3: score is 'good'; write a number from 0 to 5"),
        ([HEAD, "q,r,a,7"], "line 2: score is 7; grades go from 0 to 5"),
        ([HEAD, "q,r,a,b,c,4"], "line 2: it has not as many cells as the first line"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_mend(tmp_path: Path, lines: list[str], told: str) -> None:
    with pytest.raises(GradesBroken, match=told.replace("(", r"\(")):
        read_graded(written(tmp_path, *lines))


def test_an_empty_file_and_another_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "graded.csv"
    path.write_bytes(b"")
    with pytest.raises(GradesBroken, match="is empty; give it the columns"):
        read_graded(path)
    path.write_bytes(f"{HEAD}\nq,r,a,4\nq,r,caf\xe9,3\n".encode("latin-1"))
    with pytest.raises(GradesBroken, match="line 3: this is not UTF-8"):
        read_graded(path)
    with pytest.raises(GradesBroken, match="cannot be read"):
        read_graded(tmp_path / "nothing.csv")


def test_graders_are_read_where_both_are_there(tmp_path: Path) -> None:
    found = read_graded(written(tmp_path, f"{HEAD},grader_1,grader_2", "q,r,a,4.5,4,5"))
    assert found.rows[0].graders == (4.0, 5.0)


def test_a_question_without_reference_and_spec_is_refused(tmp_path: Path) -> None:
    file = read_graded(written(tmp_path, HEAD, "What is a tree?,,nodes,4"))
    with pytest.raises(GradesBroken, match="has no reference"):
        rubrics(file.rows)


def test_a_reference_is_cut_into_its_statements() -> None:
    assert points("They both repeat steps; they both have a test at the end.") == [
        "They both repeat steps", "they both have a test at the end.",
    ]  # fmt: skip
    assert points("File scope.") == ["File scope."]


def test_a_file_that_is_no_calibration_is_refused_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "constants.json"
    path.write_text("{}")
    with pytest.raises(CalibrationBroken, match="write one with `viva calibrate"):
        read_calibration(path)
