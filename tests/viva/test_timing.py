"""`viva show ID --timing`: the reply times of an interview, for people and for scripts."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.events import Began, Event, Line, LineStarted
from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from tests.viva.conftest import Command
from viva.settings import Settings
from viva.timing import ROWS, WIDTH, histogram


@pytest.fixture
def held(settings: Settings) -> str:
    """An interview in which three replies were timed; its id."""
    from viva.wiring import catalogue

    engine = open_database(settings.database)
    invite = Invites(engine).create(*catalogue(settings).interview("mle-v1"), candidate="Ada")
    journal = Journal(engine)
    journal.begin(
        Began(
            at_ms=0, interview_id=invite.id, started_at=datetime.now(UTC), recording=True, spec=invite.spec,
            persona=invite.persona,
        )
    )  # fmt: skip
    for number, latency_ms in enumerate((None, 600, 900, 2_400)):
        line = Line(text=f"Question {number}?", kind="follow_up" if number else "prompt", section="1")
        timings = {"transcription": 120, "endpointing": 400, "question_ready": 420} if number else {}
        started: Event = LineStarted(
            at_ms=60_000 * number, line_id=number, line=line, latency_ms=latency_ms, timings=timings
        )
        journal.append(invite.id, started)
    engine.dispose()
    return invite.id


def test_the_replies_are_a_table_three_figures_and_a_histogram(viva: Command, settings: Settings, held: str) -> None:
    shown = viva(settings, "show", held, "--timing")
    rows = [row.split() for row in shown.splitlines()]
    assert ["3", "03:00", "1", "follow", "up", "authored", "120", "400", "420", "2400", "2400"] in rows
    assert "median   900   p95  2400   maximum  2400   over 3 turns" in shown
    assert sum(row.count("█") for row in shown.splitlines()) == 3
    assert "Question 1?" not in shown


def test_a_script_gets_the_same_as_json(viva: Command, settings: Settings, held: str) -> None:
    told = json.loads(viva(settings, "show", held, "--timing", "--json"))
    assert told["first_sound"] == told["question"] == {"turns": 3, "median": 900, "p95": 2400, "maximum": 2400}
    assert [turn["latency_ms"] for turn in told["turns"]] == [600, 900, 2400]


def test_an_interview_without_timings_says_so(viva: Command, settings: Settings) -> None:
    made = json.loads(viva(settings, "invite", "--json"))
    assert "No reply of this interview was timed" in viva(settings, "show", made["id"], "--timing")
    told = json.loads(viva(settings, "show", made["id"], "--timing", "--json"))
    assert told == {"first_sound": None, "question": None, "turns": []}


@given(st.lists(st.integers(0, 600_000), min_size=1, max_size=300))
def test_a_histogram_counts_every_reply_and_fits_the_screen(samples_ms: list[int]) -> None:
    rows = histogram(samples_ms)
    assert len(rows) <= ROWS
    assert sum(int(row.rsplit(" ", 1)[1]) for row in rows if "█" in row) == len(samples_ms)
    assert max(row.count("█") for row in rows) <= WIDTH
