"""Answers that people graded, from a CSV file: what a calibration is made from and checked against."""

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path

from interview.model import Frozen
from scoring.errors import GradesBroken

NEEDED = ("question", "reference", "answer", "score")
GRADERS = ("grader_1", "grader_2")
LOWEST, HIGHEST = 0.0, 5.0


class Graded(Frozen):
    """One answer and what people gave it."""

    question: str
    reference: str
    """A full answer; may be empty where the question is a spec's."""
    answer: str
    score: float
    """0 to 5."""
    graders: tuple[float, float] | None = None
    """What each of two graders gave; None where the file does not tell."""

    @property
    def id(self) -> str:
        """The same for the same words in answer to the same question, in whatever file and however they are set."""
        return _digest(self.question, self.answer)

    @property
    def question_id(self) -> str:
        """The same for the same question in whatever file."""
        return _digest(self.question)


class GradedFile(Frozen):
    """A file of them."""

    name: str
    sha256: str
    """Of the rows, whatever their order and however the file is written."""
    rows: tuple[Graded, ...]


def read_graded(path: Path) -> GradedFile:
    """Raises GradesBroken: what is wrong in which line, and the mend."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise GradesBroken(f"{path} cannot be read ({error.strerror}); name a CSV file") from None
    reader = csv.DictReader(io.StringIO(_text(path, raw), newline=""), strict=True)
    try:
        names = reader.fieldnames or ()
        if not names:
            raise GradesBroken(f"{path} is empty; give it the columns {', '.join(NEEDED)} and a row for each answer")
        if missing := [name for name in NEEDED if name not in names]:
            raise GradesBroken(f"{path} has no column {missing[0]}; it needs {', '.join(NEEDED)} in its first line")
        rows = tuple(_row(path, reader.line_num, row, all(name in names for name in GRADERS)) for row in reader)
    except csv.Error as error:
        raise GradesBroken(
            f"{path}, line {reader.line_num}: {error}; put texts with commas or quotes in quotes"
        ) from None
    if not rows:
        raise GradesBroken(f"{path} has columns but no answers; add a row for each answer")
    return GradedFile(name=path.name, sha256=hash_rows(rows), rows=rows)


def _text(path: Path, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GradesBroken(f"{path}, line {line}: this is not UTF-8; save the file as UTF-8") from None


def _row(path: Path, line: int, row: dict[str, str | None], by_grader: bool) -> Graded:
    def number(name: str) -> float:
        written = (row[name] or "").strip()
        try:
            value = float(written)
        except ValueError:
            raise GradesBroken(f"{path}, line {line}: {name} is '{written}'; write a number from 0 to 5") from None
        if not LOWEST <= value <= HIGHEST:
            raise GradesBroken(f"{path}, line {line}: {name} is {written}; grades go from 0 to 5")
        return value

    if None in row or None in row.values():
        raise GradesBroken(f"{path}, line {line}: it has not as many cells as the first line; put texts in quotes")
    return Graded(
        question=row["question"] or "",
        reference=row["reference"] or "",
        answer=row["answer"] or "",
        score=number("score"),
        graders=(number(GRADERS[0]), number(GRADERS[1])) if by_grader else None,
    )


def _digest(*texts: str) -> str:
    """Of the texts' words: letters and digits."""
    words = "\0".join(" ".join(re.findall(r"[^\W_]+", text.lower())) for text in texts)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12]


def hash_rows(rows: Sequence[Graded]) -> str:
    """The sha256 of answers and grades, whatever their order."""
    lines = sorted(f"{row.id} {row.score:g}" for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
