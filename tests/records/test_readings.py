"""What a model answered is kept once, with its interview."""

import pytest
import sqlalchemy as sa

from records.errors import InterviewUnknown
from records.invites import Invites
from records.readings import Readings
from tests.records.samples import persona, spec

KEY = "a" * 64


def test_a_reading_is_found_under_its_key_in_its_interview_alone(
    engine: sa.Engine, invites: Invites, live: str
) -> None:
    other = invites.create(spec(), persona(), "Grace").id
    Readings(engine, live).keep(KEY, {"yes": 0.75, "no": 1e-9})
    assert Readings(engine, live).recall(KEY) == {"yes": 0.75, "no": 1e-9}
    assert Readings(engine, live).recall("b" * 64) is None
    assert Readings(engine, other).recall(KEY) is None


def test_the_first_reading_under_a_key_stands(engine: sa.Engine, live: str) -> None:
    for chance in (0.75, 0.25):
        Readings(engine, live).keep(KEY, {"yes": chance})
    assert Readings(engine, live).all() == {KEY: {"yes": 0.75}}


def test_nothing_is_kept_for_an_interview_that_is_not_there(engine: sa.Engine) -> None:
    with pytest.raises(InterviewUnknown):
        Readings(engine, "0" * 32).keep(KEY, {"yes": 1.0})
