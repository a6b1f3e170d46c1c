"""Only what was asked is judged."""

from interview.events import Event, Line, LineStarted
from interview.spec import Spec
from scoring.held import as_held
from tests.interview.branching import FORKED


def prompted(*asked: tuple[str, str]) -> list[Event]:
    """The journal's lines of an interview that asked these: section, question."""
    return [
        LineStarted(at_ms=1000 * n, line_id=n, line=Line(text="?", kind="prompt", section=section, question=question))
        for n, (section, question) in enumerate(asked)
    ]


def ids(spec: Spec) -> list[tuple[str, list[str]]]:
    return [(section.id, [question.id for question in section.questions]) for section in spec.sections]


def test_questions_that_were_not_asked_are_not_judged() -> None:
    held = as_held(FORKED, prompted(("who", "who"), ("basics", "fit"), ("basics", "seniors"), ("end", "end")))
    assert ids(held) == [("basics", ["fit", "seniors"])]
    assert {indicator.id for indicator in held.section("basics").rubric()} == {"gap", "penalty", "more_data", "unnamed"}


def test_a_section_the_interview_never_came_to_stays_to_be_told() -> None:
    assert ids(as_held(FORKED, prompted(("who", "who")))) == [("basics", ["fit"])]
