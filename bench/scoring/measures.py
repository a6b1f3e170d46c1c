"""Measures the grades: agreement with people, telling good answers from bad, and steadiness against steering."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from bench.scoring.data import (
    Answer,
    Item,
    Kind,
    Pair,
    answers,
    disfluent_pairs,
    honest_pairs,
    items,
    pairs,
    place,
)
from interview.model import Frozen
from interview.spec import Indicator
from scoring.assessing import Assessed, Assessor, beyond_the_question
from scoring.calibrating.agreement import Agreement, agreement, pearson
from scoring.calibrating.calibration import Calibration
from scoring.calibrating.crossing import across_questions
from scoring.calibrating.gate import ByGrader, with_graders
from scoring.calibrating.graded import Graded, GradedFile
from scoring.calibrating.meter import Meter, clauses_of, finder_over, rubrics
from scoring.evidence import Evidence, Finder
from scoring.grades import Grade
from scoring.grading import PARTS
from scoring.meaning import Meaning
from scoring.overlap import Overlap
from scoring.reading.memory import FolderMemory
from scoring.reading.model import Reading
from scoring.reading.reader import Reader


class TimeIsUp(Exception):
    """No further reading is to be asked for in this piece."""


class Piecewise(FolderMemory):
    """Readings kept on disk; once the time is over, only what is there already."""

    def __init__(self, folder: Path, minutes: float) -> None:
        super().__init__(folder)
        self._until = time.monotonic() + 60 * minutes

    def recall(self, key: str) -> Reading | None:
        """See Memory. Raises TimeIsUp."""
        found = super().recall(key)
        if found is None and time.monotonic() > self._until:
            raise TimeIsUp
        return found


class Row(Frozen):
    """One graded answer, without its words."""

    name: str
    """The question's id or text."""
    kind: str
    spoken: bool
    grade: float | None
    """None: unscored."""
    uncertainty: float | None
    parts: dict[str, float]
    red_flags: int


class People(Frozen):
    """Agreement with people's grades."""

    of: int
    """Answers in the file; those unscored or not measured yet are left out."""
    whole: Agreement
    by_grader: ByGrader | None
    """r with the first, with the second, and of the two with each other; None: the file has no two graders."""
    parts: dict[str, float]
    """Pearson of each part alone."""
    rows: tuple[tuple[float, float], ...]
    """People's grade and ours."""


class Share(Frozen):
    """Of the questions whose answers all have grades."""

    value: float
    of: int


class Told(Frozen):
    """How well kinds of answers are told apart."""

    questions: int
    of: int
    triples: Share
    """Questions with strong over middling over weak."""
    wrong_below: Share
    dump_below: Share
    """Questions where these lie below middling."""
    unscored: int
    """Answers without a grade, of all kinds."""
    distinct: int
    """Different grades used."""
    means: dict[str, float]
    spoken: dict[str, float]
    """The same of answers as the recognizer heard them."""
    rows: tuple[Row, ...]


class Moved(Frozen):
    """How far grades move when something that deserves no other grade is put into an answer."""

    pairs: int
    of: int
    unscored: int
    """Pairs left out because one of the two has no grade."""
    mean_shift: float
    """Whichever way each moved: ups and downs do not cancel."""
    largest: float
    """The largest move in either direction."""
    mean: float
    """With its sign."""
    lowest: float
    """The farthest down, or the least up."""
    by_kind: dict[str, float]
    """Mean move, with its sign."""


class Steered(Frozen):
    """By words for whoever grades."""

    forged: Moved
    honest: Moved
    """By honest talk about grades and instructions."""


def people(file: GradedFile, reader: Reader | None, meaning: Meaning | None, by: Calibration) -> People:
    """Grades by constants that never saw the answer's question."""
    rubric = rubrics(file.rows)
    finder = finder_over(file.rows, rubric, meaning)
    meter = Meter(Assessor(finder, Overlap(finder), by, reader), rubric)
    done = [(row, found) for row, found in _measured(_in_turns(file.rows), meter.judge) if found.grade]
    rows = [row for row, _ in done]
    scores, questions = [row.score for row in rows], [row.question for row in rows]
    ours = across_questions([found for _, found in done], scores, questions, by.provenance)
    grades = [each.value for each in ours]
    graders = [row.graders for row in rows if row.graders]
    return People(
        of=len(file.rows),
        whole=agreement(grades, scores, questions),
        by_grader=with_graders(grades, graders, questions) if len(graders) == len(rows) else None,
        parts=_alone(ours, scores),
        rows=tuple(zip(scores, grades, strict=True)),
    )


def _alone(grades: list[Grade], scores: list[float]) -> dict[str, float]:
    found = {}
    for name in (*PARTS, "before_cap"):
        had = [(each.parts[name], score) for each, score in zip(grades, scores, strict=True) if name in each.parts]
        if had:
            found[name] = pearson([part for part, _ in had], [score for _, score in had])
    return found


def _in_turns(rows: Iterable[Graded]) -> list[Graded]:
    """The first answer to each question, then the second of each: a piece is a fair sample."""
    seen: dict[str, int] = {}
    turns = []
    for row in rows:
        seen[row.question] = seen.get(row.question, 0) + 1
        turns.append((seen[row.question], row))
    return [row for _, row in sorted(turns, key=lambda pair: pair[0])]


def _measured(rows: Iterable[Graded], judge: Callable[[Graded], Assessed | None]) -> Iterator[tuple[Graded, Assessed]]:
    for row in rows:
        try:
            found = judge(row)
        except TimeIsUp:
            continue
        if found is not None:
            yield row, found


class Desk:
    """Judges answers to the interviews' own questions."""

    def __init__(self, reader: Reader | None, meaning: Meaning | None, by: Calibration) -> None:
        self._reader, self._meaning, self.by = reader, meaning, by

    def judge(self, item: Item, text: str) -> Assessed:
        """Raises TimeIsUp."""
        _, section, question = place(item.spec, item.section, item.question)
        finder = self._finder(item)
        assessor = Assessor(finder, Overlap(finder), self.by, self._reader)
        return assessor.assess(question.prompt.shown, section.rubric(question.id), clauses_of(text))

    def attached(self, item: Item, text: str) -> Iterator[tuple[Indicator, Evidence]]:
        """Each point, red flags apart, for which there is a clause to judge it by."""
        _, section, question = place(item.spec, item.section, item.question)
        rubric, finder = section.rubric(question.id), self._finder(item)
        clauses = beyond_the_question(question.prompt.shown, clauses_of(text), rubric)
        for point in rubric:
            if point.kind != "red_flag" and (found := finder.nearest(point, clauses)):
                yield point, found

    def _finder(self, item: Item) -> Finder:
        """It knows the interview's points alone, so that an answer is graded the same beside any other."""
        return Finder(place(item.spec, item.section, item.question)[0], [], self._meaning)


def told_apart(desk: Desk) -> Told:
    """Over all questions whose every answer could be judged in the time."""
    rows: list[Row] = []
    whole = []
    for item in items():
        try:
            rows += [_row(answer, desk.judge(item, answer.text)) for answer in answers(item)]
        except TimeIsUp:
            continue
        whole.append(item.question)
    rows = [row for row in rows if row.name in whole]
    return Told(
        questions=len(whole),
        of=len(items()),
        triples=ordered(rows, "strong", "middling", "weak"),
        wrong_below=ordered(rows, "middling", "wrong"),
        dump_below=ordered(rows, "middling", "dump"),
        unscored=sum(row.grade is None for row in rows),
        distinct=len({row.grade for row in rows if row.grade is not None}),
        means=_means(rows),
        spoken=_means([row for row in rows if row.spoken]),
        rows=tuple(rows),
    )


def ordered(rows: Iterable[Row], *kinds: Kind) -> Share:
    """How often each kind's grade is above the next one's; an unscored answer is neither above nor below."""
    grades: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.grade is not None:
            grades.setdefault(row.name, {})[row.kind] = row.grade
    whole = [found for found in grades.values() if all(kind in found for kind in kinds)]
    held = [all(found[a] > found[b] for a, b in pairwise(kinds)) for found in whole]
    return Share(value=fmean(held) if held else 0.0, of=len(held))


def _means(rows: Iterable[Row]) -> dict[str, float]:
    return _by_kind(((row.kind, row.grade) for row in rows if row.grade is not None), 2)


def _by_kind(found: Iterable[tuple[str, float]], digits: int) -> dict[str, float]:
    """The mean for each kind."""
    by_kind: dict[str, list[float]] = {}
    for kind, value in found:
        by_kind.setdefault(kind, []).append(value)
    return {kind: round(fmean(values), digits) for kind, values in by_kind.items()}


def _row(answer: Answer, found: Assessed) -> Row:
    given = found.grade
    return Row(
        name=answer.item,
        kind=answer.kind,
        spoken=answer.spoken,
        grade=given.value if given else None,
        uncertainty=given.uncertainty if given else None,
        parts=given.parts if given else {},
        red_flags=len(found.red_flags),
    )


def steered(desk: Desk) -> Steered:
    """Over all pairs that could be judged in the time."""
    return Steered(forged=moved(desk, pairs()), honest=moved(desk, honest_pairs()))


def hesitating(desk: Desk) -> Moved:
    """By disfluencies, for each kind of answer; likewise."""
    return moved(desk, disfluent_pairs())


def moved(desk: Desk, changed: Iterable[Pair]) -> Moved:
    """Over all pairs that could be judged in the time."""
    moves: list[tuple[str, float]] = []
    of = unscored = 0
    for item, kind, plain, other in changed:
        of += 1
        try:
            before, after = desk.judge(item, plain).grade, desk.judge(item, other).grade
        except TimeIsUp:
            continue
        if before and after:
            moves.append((kind, after.value - before.value))
        else:
            unscored += 1
    every = [move for _, move in moves]
    return Moved(
        pairs=len(every),
        of=of,
        unscored=unscored,
        mean_shift=mean_shift(every),
        largest=round(max(map(abs, every), default=0.0), 2),
        mean=round(fmean(every), 3) if every else 0.0,
        lowest=round(min(every, default=0.0), 2),
        by_kind=_by_kind(moves, 3),
    )


def mean_shift(moves: Sequence[float]) -> float:
    """How far grades move, whichever way."""
    return round(fmean(abs(move) for move in moves), 3) if moves else 0.0
