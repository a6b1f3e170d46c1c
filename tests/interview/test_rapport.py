"""A warm line is said only after an answer that earned it and that it fits."""

from interview.asking import _rapport
from interview.loading import parse_spec
from interview.state import State
from interview.turn import Turn
from tests.interview.material import ROOT, read, voice

SPEC = parse_spec(read(ROOT / "specs" / "ml-conversation.yaml"), "specs/ml-conversation.yaml")
POINT = next(point.point for point in SPEC.section("experience").rubric() if point.kind == "strong")


def warm(told: str, *said: str) -> str:
    return _rapport(Turn(SPEC, voice(), State(section="experience", told=told, rapport=frozenset(said))))


def test_a_warm_line_takes_up_what_was_said() -> None:
    assert warm(f"{POINT} It runs in production.") == "Yeah, ML in production is always interesting"
    assert warm(f"{POINT} It had its challenges.") == "I've seen similar challenges"


def test_an_answer_that_touches_no_point_earns_none() -> None:
    assert warm("Production had its challenges, I think.") == ""


def test_a_good_answer_that_no_warm_line_fits_gets_none() -> None:
    assert warm(POINT) == ""


def test_no_warm_line_is_said_twice() -> None:
    once = warm(f"{POINT} It runs in production.")
    assert warm(f"{POINT} It runs in production.", once) == ""
