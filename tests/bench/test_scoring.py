"""The measures of the grades flatter nobody."""

from collections.abc import Iterator

import pytest

from bench.scoring_data import Item, Kind, honest_pairs, items, place, prepared
from bench.scoring_evidence import attached, labels
from bench.scoring_measures import Desk, Row, mean_shift, ordered
from interview.spec import Indicator
from scoring.assessing import Assessed
from scoring.evidence import Evidence
from scoring.grading import Measured
from scoring.judge import JudgedPoint
from scoring.transcript import Clause


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
    assert len(pairs) >= 24
    assert {item.question for item, _, _ in pairs} == {item.question for item in items()}
    assert {kind for item, plain, _ in pairs for kind, text in item.answers.items() if text == plain} == {
        "middling",
        "weak",
    }


def test_prepared_answers_are_to_questions_that_the_set_does_not_ask() -> None:
    ready = prepared()
    assert len(ready) > 20
    assert not {(i.spec, i.section, i.question) for i in ready} & {(i.spec, i.section, i.question) for i in items()}
    for item in ready:
        _, section, question = place(item.spec, item.section, item.question)
        assert section.rubric(question.id)


def test_every_label_is_of_a_clause_in_its_answer_and_of_a_point_of_its_question() -> None:
    texts: dict[tuple[str, Kind, str], str] = {}
    for item in (*items(), *prepared()):
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
    "relative_error": ("What we predict is the final sale price.",),
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
