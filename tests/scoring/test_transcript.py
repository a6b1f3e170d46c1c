"""The transcript is cut, never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.events import CandidateSpoke, CandidateTyped, Word
from scoring.transcript import LONGEST_CLAUSE_WORDS, answers, cut
from tests.scoring.calls import Call, small_spec

LONG = (
    "We rank the items for every user so that they keep coming back and I would measure that by retention over a month "
    "but clicks are easier to get, although they can be gamed by titles that promise too much and deliver too little."
)


def test_clauses_are_verbatim_and_lose_nothing() -> None:
    event = CandidateSpoke(at_ms=9000, started_ms=1000, ended_ms=9000, text=LONG)
    clauses = cut(event, 4, "1")
    assert len(clauses) > 1
    assert all(clause.text in LONG for clause in clauses)
    assert " ".join(clause.text for clause in clauses) == LONG
    assert all(len(clause.text.split()) <= LONGEST_CLAUSE_WORDS for clause in clauses)


@given(st.text(min_size=1, max_size=300))
def test_any_text_is_cut_without_losing_a_word(text: str) -> None:
    clauses = cut(CandidateTyped(at_ms=5, text=text), 1, "1")
    assert all(clause.text in text for clause in clauses)
    assert " ".join(clause.text for clause in clauses).split() == text.split()


def test_times_come_from_the_words() -> None:
    text = "It ranks posts for users. Success means that people return next month."
    words = [
        Word(text=word, start_ms=1000 + 500 * n + (2000 if n >= 5 else 0), end_ms=1400 + 500 * n, confidence=1)
        for n, word in enumerate(text.split())
    ]
    first, second = cut(
        CandidateSpoke(at_ms=9000, started_ms=1000, ended_ms=9000, text=text, words=tuple(words)), 1, "1"
    )
    assert (first.start_ms, first.end_ms) == (1000, 1400 + 500 * 4)
    assert second.start_ms == 1000 + 500 * 5 + 2000


def test_without_words_times_are_proportional() -> None:
    text = "It ranks the posts well. It brings people back too."
    first, second = cut(CandidateSpoke(at_ms=6000, started_ms=1000, ended_ms=6000, text=text), 1, "1")
    assert first.start_ms == 1000
    assert 3000 < first.end_ms <= second.start_ms < 4000
    assert second.end_ms == 6000


def test_typed_words_have_one_moment() -> None:
    (clause,) = cut(CandidateTyped(at_ms=700, text="Rank the posts by value"), 3, "2")
    assert (clause.start_ms, clause.end_ms, clause.seq, clause.section) == (700, 700, 3, "2")


def test_answers_lie_between_their_prompt_and_the_next() -> None:
    call = (
        Call().say("Hello there, nice to meet you.").prompt("1").say("People should come back.").type("And creators.")
    )
    call.prompt("coding").prompt("2").say("The cold start of new items.").end()
    found = answers(call.began.spec, call.events)
    assert found["1"].text == "People should come back. And creators."
    assert found["coding"].clauses == ()
    assert found["2"].text == "The cold start of new items."
    assert found["1"].end_ms == found["coding"].start_ms


def test_words_begun_before_the_next_prompt_belong_before_it() -> None:
    call = Call().prompt("1")
    late = CandidateSpoke(at_ms=25_000, started_ms=15_000, ended_ms=24_000, text="One more thing about creators.")
    call.now = 10_000
    call.prompt("2").rest.append(late)
    found = answers(call.began.spec, call.events)
    assert found["1"].text == late.text
    assert found["2"].text == ""


def test_questions_about_the_task_are_an_answer_where_asking_them_is_what_is_shown() -> None:
    asked = "How many users do we have?"
    call = Call().prompt("1").say(asked).end("completed")
    assert answers(call.began.spec, call.events)["1"].text == ""
    sections = [section.model_copy(update={"clarifying": True}) for section in call.began.spec.sections]
    spec = call.began.spec.model_copy(update={"sections": tuple(sections)})
    assert answers(spec, call.events)["1"].text == asked


def test_requests_are_no_answers() -> None:
    call = Call().prompt("1").say("Could you repeat that, please?").say("It should bring people back.")
    assert answers(call.began.spec, call.events)["1"].text == "It should bring people back."


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("We use NDCG. Can you repeat the question?", "We use NDCG."),
        (
            "I would rank the items by long term value, could you please repeat the question?",
            "I would rank the items by long term value,",
        ),
        (
            "People should come back. Rank by value over months, sorry, could you repeat the question?",
            "People should come back. Rank by value over months,",
        ),
    ],
)
def test_words_before_a_request_are_an_answer(said: str, answer: str) -> None:
    call = Call().prompt("1").say(said)
    found = answers(call.began.spec, call.events)["1"]
    assert found.text == answer
    assert found.clauses[-1].end_ms == found.clauses[0].start_ms + 300 * len(answer.split()) - 100


def test_words_before_a_request_keep_their_times_where_no_word_has_its_own() -> None:
    whole, asked = "We rank the items by their value to people.", "We rank the items. Could you repeat the question?"
    for said, share in ((whole, 1.0), (asked, len("We rank the items.") / len(asked))):
        (clause,) = answers(small_spec(), Call().prompt("1").say(said, words=False).events)["1"].clauses
        assert clause.end_ms - clause.start_ms == pytest.approx(300 * len(said.split()) * share, abs=1)


def test_an_unreached_section_has_no_times() -> None:
    found = answers(Call().began.spec, Call().prompt("1").end("left").events)
    assert (found["2"].start_ms, found["2"].end_ms, found["2"].clauses) == (None, None, ())
    assert found["1"].end_ms == 20_000
