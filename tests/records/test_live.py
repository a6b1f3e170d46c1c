"""Whether a call is live is read from the journals alone."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from interview.events import CandidateDropped, CandidateSpoke, Ended
from records.erasure import erase
from records.invites import Invites
from records.journal import Journal
from records.live import SILENT, call_is_live
from records.recordings import Recordings
from tests.records.samples import persona, spec


def test_before_consent_there_is_no_call(invites: Invites, engine: sa.Engine) -> None:
    invites.create(spec(), persona(), "Ada")
    assert not call_is_live(engine, datetime.now(UTC))


@pytest.mark.usefixtures("live")
def test_from_consent_on_there_is_one(engine: sa.Engine) -> None:
    assert call_is_live(engine, datetime.now(UTC))


def test_the_end_ends_it(engine: sa.Engine, journal: Journal, live: str) -> None:
    journal.append(live, Ended(at_ms=1, reason="completed"))
    assert not call_is_live(engine, datetime.now(UTC))


def test_an_interview_that_tells_nothing_any_more_is_none(engine: sa.Engine, live: str) -> None:
    then = datetime.now(UTC) + timedelta(days=1)
    Journal(engine, now=lambda: then).append(live, CandidateDropped(at_ms=5))
    assert call_is_live(engine, then + SILENT / 2)
    assert not call_is_live(engine, then + SILENT * 1.01)
    Journal(engine, now=lambda: then + SILENT).append(
        live, CandidateSpoke(at_ms=9, text="I am back.", started_ms=8, ended_ms=9)
    )
    assert call_is_live(engine, then + SILENT * 1.01)


def test_an_erased_one_is_none(engine: sa.Engine, recordings: Recordings, live: str) -> None:
    erase(engine, recordings, live)
    assert not call_is_live(engine, datetime.now(UTC))
