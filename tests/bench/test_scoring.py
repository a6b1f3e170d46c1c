"""The measures of the grades flatter nobody."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from bench.disfluency import FALSE_STARTS, FILLERS, RESTARTS, disfluent
from bench.hostile import Result as Withstood
from bench.killed import Result as Killed
from bench.machine import Machine
from bench.scoring import goals
from bench.scoring.data import Item, Kind, answers, disfluent_pairs, honest_pairs, items, labelled, place, prepared
from bench.scoring.evidence import attached, labels
from bench.scoring.flags import Accused, Case, Flags, accused, cases, reading_flags
from bench.scoring.kept import Kept, Made, joined, keep, recall
from bench.scoring.measures import Desk, Moved, Row, hesitating, mean_shift, ordered
from bench.scoring.parts import PARTS
from interview.model import Frozen
from interview.spec import Indicator
from scoring.assessing import Assessed
from scoring.calibrating.calibration import read_calibration
from scoring.evidence import Evidence
from scoring.grades import Grade
from scoring.grading import Measured
from scoring.judge import Contrast, JudgedPoint
from scoring.transcript import Clause
from tests.scoring.calls import GivenReader
from viva.terminal import Steps


def row(question: str, kind: Kind, grade: float | None) -> Row:
    return Row(name=question, kind=kind, spoken=False, grade=grade, uncertainty=None, parts={}, red_flags=0)


def test_moves_up_and_down_do_not_cancel() -> None:
    assert mean_shift([0.5, -0.5, 0.2, -0.2]) == pytest.approx(0.35)
    assert mean_shift([]) == 0


def test_an_unscored_answer_lies_neither_above_nor_below_another() -> None:
    rows = [row("a", "middling", 3.0), row("a", "wrong", None), row("b", "middling", 3.0), row("b", "wrong", 4.0)]
    found = ordered(rows, "middling", "wrong")
    assert (found.value, found.of) == (0.0, 1)
    rows += [row("c", "middling", None), row("c", "wrong", 1.0), row("d", "middling", 2.0), row("d", "wrong", 1.0)]
    found = ordered(rows, "middling", "wrong")
    assert (found.value, found.of) == (0.5, 2)


def test_three_kinds_have_to_stand_in_a_row() -> None:
    rows = [row("a", "strong", 5.0), row("a", "middling", 3.0), row("a", "weak", 3.0)]
    assert ordered(rows, "strong", "middling", "weak").value == 0
    assert ordered(rows, "strong", "weak").value == 1


def test_honest_talk_is_added_to_an_answer_of_every_question() -> None:
    pairs = list(honest_pairs())
    questions = {item.question for item in items()}
    assert {(item.question, kind) for item, kind, _, _ in pairs} == set(product(questions, ("middling", "weak")))
    added = Counter(other.removeprefix(plain) for _, _, plain, other in pairs)
    assert set(added.values()) == {3}, "each wording as often as any other"
    assert len({(item.question, other.removeprefix(plain)) for item, _, plain, other in pairs}) == len(pairs) == 72


def test_half_of_each_kind_is_as_the_recognizer_heard_it() -> None:
    every = [answer for item in items() for answer in answers(item)]
    aloud = [answer for answer in every if answer.spoken]
    assert (len(every), len(aloud)) == (288, 144)
    assert set(Counter(answer.kind for answer in every).values()) == {36}
    assert set(Counter(answer.kind for answer in aloud).values()) == {18}
    assert len(Counter(answer.kind for answer in aloud)) == 8
    assert {answer.item for answer in aloud} == {item.question for item in items()}


def test_prepared_answers_are_to_questions_that_the_labelled_part_of_the_set_does_not_ask() -> None:
    ready = prepared()
    assert len(ready) > 20
    asked = {(i.spec, i.section, i.question) for i in labelled()}
    assert not asked & {(i.spec, i.section, i.question) for i in ready}
    for item in ready:
        _, section, question = place(item.spec, item.section, item.question)
        assert section.rubric(question.id)


def test_every_label_is_of_a_clause_in_its_answer_and_of_a_point_of_its_question() -> None:
    texts: dict[tuple[str, Kind, str], str] = {}
    for item in (*labelled(), *prepared()):
        _, section, question = place(item.spec, item.section, item.question)
        for kind, text in item.answers.items():
            texts |= {(item.question, kind, point.id): text for point in section.rubric(question.id)}
    found = labels()
    assert len({(label.question, label.kind, label.point, label.clause) for label in found}) == len(found)
    assert all(label.clause in texts[label.question, label.kind, label.point] for label in found)


class AllMet(Desk):
    """Judges every point met and attaches CLAUSES, the last of which nobody labelled."""

    def __init__(self) -> None:
        """Without anything to judge by."""

    def judge(self, item: Item, text: str) -> Assessed:
        _, section, question = place(item.spec, item.section, item.question)
        points = tuple(JudgedPoint(indicator=point, status="met") for point in section.rubric(question.id))
        measured = Measured(asks=(), points=None, overlap=None, overlap_words=0.0)
        return Assessed(points=points, red_flags=(), measured=measured, grade=None)

    def attached(self, item: Item, text: str) -> Iterator[tuple[Indicator, Evidence]]:
        _, section, question = place(item.spec, item.section, item.question)
        for point in section.rubric(question.id):
            for words in CLAUSES.get(point.id, ()):
                if words in text:
                    clause = Clause(text=words, start_ms=0, end_ms=1, section=section.id, seq=1)
                    yield point, Evidence(clause=clause, nearness=1.0)


CLAUSES = {
    "reg_when_l1": ("I usually just use L2.",),
    "reg_elastic_net": (
        "And if I want some of both I combine the two in an elastic net and tune the mix on validation data.",
    ),
    "new_users_and_items": (
        "Nobody rates milk, so I would learn from what people put in the basket, and begin with the bestsellers of the "
        "region as a simple baseline.",
    ),
    "what_broke": (
        "During a sale the cache went down, and after that we added a fallback.",
        "That is the payment model.",
    ),
}


def test_evidence_of_prepared_answers_is_told_apart_from_that_of_the_set() -> None:
    found = attached(AllMet())
    assert (found.attached, found.unlabelled, found.verbatim) == (5, 1, 1.0)
    assert (found.shown, found.shown_relevant, found.relevant) == (4, 0.5, 0.5)
    assert (found.shown_of_set, found.shown_of_set_relevant) == (2, 0.5)


def test_disfluencies_leave_every_word_in_its_place_and_add_none_that_says_anything() -> None:
    changed = list(disfluent_pairs())
    assert len(changed) >= 144
    assert {item.question for item, *_ in changed} == {item.question for item in items()}
    for item, kind, plain, other in changed:
        assert other == disfluent(plain, f"{item.question} {kind}"), "the same every time"
        said, words = bare(other), bare(plain)
        left = iter(said)
        assert all(word in left for word in words), "no word is lost"
        added = Counter(said) - Counter(words) - Counter(bare(" ".join(HESITATION)) * len(said))
        assert not set(added) - set(words), "words of one's own are at most said again"
        assert len(said) >= 1.1 * len(words)


def bare(text: str) -> list[str]:
    return [word.strip(",.;:?!").lower() for word in text.split()]


HESITATION = (*FILLERS, *RESTARTS, *FALSE_STARTS)


class Listener(Desk):
    """Grades 4 what is said fluently, and takes half a grade off for "um"; cannot grade a weak answer."""

    def __init__(self) -> None:
        """Without anything to judge by."""

    def judge(self, item: Item, text: str) -> Assessed:
        value = 3.5 if "um" in bare(text) else 4.0
        graded = Grade(value=value, uncertainty=0.1, parts={}, model=True)
        grade = None if text == item.answers["weak"] else graded
        return Assessed(points=(), red_flags=(), measured=None, grade=grade)


def test_a_grader_that_hears_fillers_is_found_out() -> None:
    found = hesitating(Listener())
    hit = sum("um" in bare(other) for _, kind, _, other in disfluent_pairs() if kind != "weak")
    assert (found.of, found.pairs, found.unscored) == (144, 108, 36)
    assert hit > 3
    assert (found.largest, found.lowest) == (0.5, -0.5)
    assert found.mean_shift == pytest.approx(hit / 108 / 2, abs=1e-3)
    assert set(found.by_kind) == {"strong", "middling", "wrong"}
    mean, largest = (goal.row(found) for goal in goals.DISFLUENCY)
    assert (mean.reached, largest.reached) == (found.mean_shift <= 0.1, True)


def test_what_is_not_measured_has_a_dash_and_what_misses_its_goal_says_so() -> None:
    late = Withstood(programs=45, effects=0, false_passes=0, unexpected=0, most_over_s=1.1)
    few = Killed(kills=10, at={}, interviews=2, wrong=0, heard_again=4, asked=90, repeated=0)
    rows = goals.rows({name: part.goals for name, part in PARTS.items()}, {"hostile": late, "killed": few})
    by_name = {row.what: row for row in rows}
    assert by_name["hostile programs with an effect outside"].reached
    assert by_name["killed after the limit, at most"].reached is False
    assert by_name["killed: interviews without exactly one report"].reached is False, "fifty kills are the goal"
    assert by_name["killed: repeated calls of a model"].reached
    assert by_name["evidence verbatim"].measured is None
    columns = [list(column.cells) for column in goals.table(rows).columns]
    lines = {what: tuple(rest) for what, *rest in zip(*columns, strict=True)}
    assert lines["evidence verbatim"] == ("–", "–", "100 %", "–")
    assert lines["killed after the limit, at most"] == ("45 programs", "1.10 s", "≤ 1.0 s", "no")


def test_a_part_left_out_is_as_it_was_unless_grades_come_about_in_another_way(tmp_path: Path) -> None:
    path, made = tmp_path / "scoring.json", Made(models={"llm": "a", "meaning": "m"}, prompts={}, calibration="one")
    shift = Moved(pairs=1, of=1, unscored=0, mean_shift=0.2, largest=0.2, mean=0.2, lowest=0.2, by_kind={})
    ran = Withstood(programs=45, effects=0, false_passes=0, unexpected=0, most_over_s=0.1)
    first = {"disfluency": kept(shift, made), "hostile": kept(ran, None)}
    keep(joined(first), path)
    assert recall(path, made, Steps(None)) == first
    assert set(recall(path, made.model_copy(update={"calibration": "two"}), Steps(None))) == {"hostile"}
    assert set(recall(path, made.model_copy(update={"models": {"llm": "b", "meaning": "m"}}), Steps(None))) == {
        "hostile"
    }
    not_asked = made.model_copy(update={"models": {"llm": None, "meaning": "m"}})
    assert set(recall(path, not_asked, Steps(None))) == {"disfluency", "hostile"}
    path.write_text("{}")
    assert recall(path, made, Steps(None)) == {}


def kept(result: Frozen, made: Made | None) -> Kept:
    machine = Machine(cpu="a", cores=2, memory_gib=8, system="Linux", python="3.11")
    date = "2026-01-01T00:00:00+00:00"
    return Kept(date=date, machine=machine, versions={}, made=made, result=result.model_dump(mode="json"))


# --- red flags


def test_every_red_flag_has_a_sentence_that_shows_it_and_a_near_miss_written_before_the_rule_was_tried() -> None:
    fresh = [case for case in cases() if not case.chosen]
    for case in cases():
        _, section, question = place(case.spec, case.section, case.question)
        (flag,) = [i for i in section.rubric(question.id) if i.id == case.flag]
        assert flag.kind == "red_flag"
        said = {" ".join(bare(text)) for text in (*case.shows, *case.near)}
        assert len(said) == len(case.shows) + len(case.near)
        assert said.isdisjoint(" ".join(bare(way)) for way in (*flag.ways, flag.opposite)), "in words of their own"
    shipped = {
        (spec.name, section.id, i.id)
        for spec in (place(case.spec, case.section, case.question)[0] for case in cases())
        for section in spec.sections
        for i in section.rubric()
        if i.kind == "red_flag"
    }
    assert {(case.spec, case.section, case.flag) for case in fresh} == shipped
    said_fresh = {text for case in fresh for text in (*case.shows, *case.near)}
    assert said_fresh.isdisjoint(text for case in cases() if case.chosen for text in (*case.shows, *case.near))


def judged(flag: Indicator, text: str, lean: float | None) -> JudgedPoint:
    """A flag probable by words; `lean` is how much more the model leans to it than to its opposite."""
    clause = Clause(text=text, start_ms=0, end_ms=1, section="2", seq=1)
    return JudgedPoint(
        indicator=flag,
        status="unscored" if lean is None else "met" if lean > 0 else "absent",
        evidence=Evidence(clause=clause, nearness=0.5),
        contrast=Contrast(point=lean, opposite=0.0),
    )


class Suspicious(Desk):
    """Raises the first red flag of the question by every word "not", the second by "everyone"; leans away from the
    second in a question, and cannot tell of what is said in capitals."""

    def __init__(self) -> None:
        """Without anything to judge by."""

    def judge(self, item: Item, text: str) -> Assessed:
        _, section, question = place(item.spec, item.section, item.question)
        first, other, *_ = [i for i in section.rubric(question.id) if i.kind == "red_flag"]
        raised = [first] * ("not" in bare(text)) + [other] * ("everyone" in bare(text))
        return Assessed(
            points=(),
            red_flags=tuple(judged(flag, text, 1.0) for flag in raised),
            not_raised=(judged(first, text, None),) * text.isupper() + (judged(other, text, -1.0),) * ("?" in text),
            measured=None,
            grade=None,
        )


def test_a_near_miss_may_raise_no_flag_at_all_and_a_sentence_that_shows_one_has_to_raise_that() -> None:
    case = Case(
        spec="mle-v1",
        section="2",
        question="2",
        flag="no_reason",
        shows=("Why not.", "Like everyone.", "It is new."),
        near=("Not because it is new.", "Everyone has reasons.", "Do the data decide?", "BECAUSE IT FITS.", "Trees."),
    )
    found = accused(Suspicious(), [case])
    assert found == Accused(near=5, falsely=2, probable=4, shows=3, rightly=1, reached=1, open=1, of=8)
    without, with_cause, _ = (goal.row(Flags(fresh=found, chosen=found)) for goal in goals.FLAGS)
    assert (without.measured, without.reached, without.of) == (
        "2 of 5; 4 without the opposite",
        False,
        "8 sentences, 1 of them not told",
    )
    assert (with_cause.measured, with_cause.reached) == ("1 of 3; 1 come near in words", None)
    few = found.model_copy(update={"near": 40, "falsely": 2})
    assert goals.FLAGS[0].row(Flags(fresh=few, chosen=found)).reached


def test_of_flags_the_model_is_asked_and_of_nothing_else() -> None:
    case = next(case for case in cases() if (case.spec, case.flag) == ("mle-v1", "complex_first"))
    read: list[str] = []

    def leaning(point: str, answer: str) -> float:
        read.append(point)
        return -3.0 if point.startswith("A simple baseline") else 3.0

    reader = reading_flags(GivenReader(leaning))
    found = Desk(reader, None, read_calibration()).judge(case.item, "There is no need for a baseline, I think.")
    assert [flag.indicator.id for flag in found.red_flags] == ["complex_first"]
    flags = [i for i in place(case.spec, case.section, case.question)[1].rubric() if i.kind == "red_flag"]
    assert set(read) <= {text for flag in flags for text in (flag.point, flag.opposite)}
    assert not any(point.probability for point in found.points)
