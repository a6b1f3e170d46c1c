"""What is agreed for one interview must fit the interview, and errors name the mend."""

import pytest

from interview.arrangement import Arrangement, Note
from interview.arranging import misfits
from interview.spec import Spec
from tests.interview.branching import FORKED
from tests.support.persona import persona


def told(arrangement: Arrangement, spec: Spec = FORKED) -> list[tuple[str, str]]:
    return list(misfits(arrangement, spec, persona(("One way to say it.", "Another way.", "A third way."))))


def test_nothing_agreed_always_fits() -> None:
    assert told(Arrangement()) == []


def test_an_option_the_interview_knows_fits() -> None:
    assert told(Arrangement(facts={"level": "staff"})) == []


def test_an_unknown_option_names_those_there_are() -> None:
    ((key, sentence),) = told(Arrangement(facts={"level": "junior"}))
    assert key == "facts.level"
    assert "'junior'" in sentence
    assert "senior, staff" in sentence


def test_an_unknown_fact_names_those_there_are() -> None:
    ((_, sentence),) = told(Arrangement(facts={"levle": "staff"}))
    assert "'levle'" in sentence
    assert "level (senior, staff)" in sentence


@pytest.mark.parametrize("said", ["You did really well today.", "Is that clear? Anything else?"])
def test_a_note_the_interviewer_may_not_say_is_refused(said: str) -> None:
    fine = Note(about=("remote",), say="The team works from home two days a week.")
    ((key, sentence),) = told(Arrangement(notes=(fine, Note(about=("team",), say=said))))
    assert key == "notes[1].say"
    assert said in sentence


def test_notes_need_a_place_where_the_candidate_may_ask() -> None:
    sections = tuple(section for section in FORKED.sections if not section.takes_questions)
    silent = FORKED.model_copy(update={"sections": sections, "facts": ()})
    note = Note(about=("remote",), say="Two days a week.")
    assert [key for key, _ in told(Arrangement(notes=(note,)), silent)] == ["notes"]


def test_a_role_too_long_to_say_is_refused() -> None:
    spoken = FORKED.context.model_copy(update={"spoken": "This interview is for the role of {role}."})
    long = Arrangement(role="senior " * 25)
    ((key, _),) = told(long, FORKED.model_copy(update={"context": spoken}))
    assert key == "role"
