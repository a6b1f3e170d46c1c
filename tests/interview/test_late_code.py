"""Code that arrives just after its time ran out counts, and its writer is not left in doubt."""

from interview.commands import AskFollowUp, Command, Say
from interview.events import CandidateSpoke, CodeChanged, CodeSubmitted, Event
from interview.spec import Spec
from records.transcript import last_code
from tests.interview.walk import SPEC, Walk, of, said

SOURCE = "def f(x): return x"


def submitted(walk: Walk, source: str = SOURCE) -> list[Command]:
    return walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source=source))


def test_code_submitted_as_its_time_ran_out_counts_and_its_arrival_is_told() -> None:
    walk = Walk().to_coding()
    walk.happen(CodeChanged(at_ms=walk.now, language="python", source="def f(x): ..."))
    time_up, *_ = of(walk.fire("code_time"), Say)
    walk.speak(time_up.line)
    late = submitted(walk)
    assert walk.state.code is not None
    assert (walk.state.code.source, walk.state.code.submitted) == (SOURCE, True)
    assert said(late) == ["It arrived.", "What next?"]


def test_code_submitted_when_the_next_question_is_open_counts_and_leaves_the_question_open() -> None:
    walk = Walk().to_coding()
    walk.carry_out(walk.fire("code_time"))
    assert said(submitted(walk)) == ["It arrived."]
    assert (walk.state.stage, walk.state.section) == ("listening", "last")
    assert walk.state.code is not None
    assert walk.state.code.submitted
    assert "What next?" not in said(walk.hear("I would improve the labels."))


def test_late_code_is_not_told_of_in_the_middle_of_an_answer() -> None:
    walk = Walk().to_coding()
    walk.carry_out(walk.fire("code_time"))
    walk.happen(CandidateSpoke(at_ms=walk.now, text="I would improve", started_ms=0, ended_ms=1))
    assert submitted(walk) == []
    assert walk.state.code is not None
    assert walk.state.code.submitted


def test_late_code_does_not_disturb_a_follow_up_that_is_being_made() -> None:
    last = {**SPEC.model_dump()["sections"][0], "id": "last"}
    sections = [SPEC.sections[1].model_dump(), last]
    walk = Walk(Spec.model_validate(SPEC.model_dump() | {"sections": sections})).open()
    walk.carry_out(walk.fire("code_time"))
    assert of(walk.hear("I would measure retention."), AskFollowUp)
    assert submitted(walk) == []


def test_text_kept_as_the_editors_time_ran_out_counts() -> None:
    walk = Walk().to_coding()
    walk.fire("code_time")
    walk.happen(CodeChanged(at_ms=walk.now, language="python", source=SOURCE))
    assert walk.state.code is not None
    assert (walk.state.code.source, walk.state.code.submitted) == (SOURCE, False)


def test_a_submission_stands_against_whatever_arrives_after_it_for_the_page_and_for_scoring() -> None:
    events: list[Event] = [
        CodeSubmitted(at_ms=1, language="python", source=SOURCE),
        CodeChanged(at_ms=2, language="python", source="later"),
        CodeSubmitted(at_ms=3, language="python", source="later"),
    ]
    walk = Walk().to_coding()
    walk.fire("code_time")
    for event in events:
        walk.happen(event)
    scored = last_code(events)
    assert scored is not None
    assert walk.state.code is not None
    assert scored.source == walk.state.code.source == SOURCE


def test_that_code_arrived_is_said_once_though_the_connection_breaks_behind_it() -> None:
    walk = Walk().to_coding()
    arrived, *_ = of(submitted(walk), Say)
    walk.speak(arrived.line)
    assert said(walk.join()) == ["Back again.", "What next?"]
