"""The journal keeps every event, in order, once."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview.events import (
    Began,
    CandidateSpoke,
    CandidateTyped,
    Ended,
    Event,
    FollowUpWritten,
    LineEnded,
    Refusal,
    Word,
)
from records.database import write
from records.errors import (
    DatabaseUnreachable,
    InterviewNotBegun,
    InterviewOver,
    InterviewUnknown,
    JournalUnreadable,
    RecordsError,
)
from records.invites import Invites
from records.journal import Journal
from records.tables import events, interviews
from tests.records.samples import began, begin, job_state, persona, spec
from tests.support.database import unconfirmed

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from interview.events import CandidateTyped
from records.database import connect
from records.journal import Journal
url, interview_id, mark, count = sys.argv[1:]
journal = Journal(connect(url))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(count)):
    print(journal.append(interview_id, CandidateTyped(at_ms=number, text=f"{mark} {number}")), flush=True)
"""


def start_writer(url: str, interview_id: str, mark: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, url, interview_id, mark, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def go(*writers: "subprocess.Popen[str]") -> None:
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()


def test_what_was_appended_is_read_back_in_order(journal: Journal, live: str) -> None:
    said = [CandidateTyped(at_ms=at, text=f"answer {at}") for at in (5, 7, 9)]
    assert [journal.append(live, event) for event in said] == [2, 3, 4]
    assert journal.read(live, after=1) == list(zip((2, 3, 4), said, strict=True))
    assert journal.read(live, after=3) == [(4, said[2])]
    assert journal.last_seq(live) == 4


@pytest.mark.parametrize("event", [CandidateTyped(at_ms=5, text="hello"), Ended(at_ms=5, reason="left")])
def test_an_event_whose_commit_was_not_confirmed_is_written_once(
    engine: sa.Engine, journal: Journal, live: str, event: Event
) -> None:
    with unconfirmed(engine), pytest.raises(DatabaseUnreachable):
        journal.append(live, event, key="one")
    assert journal.append(live, event, key="one") == 2
    assert journal.read(live, after=1) == [(2, event)]


def test_a_key_names_one_event_of_one_interview(journal: Journal, invites: Invites, live: str) -> None:
    invite = invites.create(spec(), persona())
    begin(journal, invite)
    said = CandidateTyped(at_ms=5, text="hello")
    assert [journal.append(live, said, key=key) for key in ("one", "two", None, None, "one")] == [2, 3, 4, 5, 2]
    assert journal.append(invite.id, said, key="one") == 2


def test_consent_given_twice_begins_once(journal: Journal, invites: Invites) -> None:
    invite = invites.create(spec(), persona())
    first = began(invite)
    assert journal.begin(first) == 1
    assert journal.begin(first.model_copy(update={"started_at": first.started_at + timedelta(hours=1)})) == 1
    assert journal.read(invite.id) == [(1, first)]
    assert invites.get(invite.id).started_at == first.started_at


def test_consent_after_the_end_changes_nothing(journal: Journal, invites: Invites, live: str) -> None:
    journal.append(live, Ended(at_ms=10, reason="left"))
    assert journal.begin(began(invites.get(live))) == 1
    assert journal.last_seq(live) == 2
    assert invites.get(live).status == "ended"


def test_nothing_is_written_before_consent(journal: Journal, invites: Invites) -> None:
    invite = invites.create(spec(), persona())
    with pytest.raises(InterviewNotBegun):
        journal.append(invite.id, CandidateTyped(at_ms=0, text="hello"))
    with pytest.raises(InterviewNotBegun):
        journal.append(invite.id, Ended(at_ms=0, reason="left"))
    with pytest.raises(InterviewNotBegun):
        journal.clock(invite.id)
    assert journal.read(invite.id) == []


def test_nothing_is_written_after_the_end(journal: Journal, live: str) -> None:
    journal.append(live, Ended(at_ms=10, reason="completed"))
    with pytest.raises(InterviewOver):
        journal.append(live, CandidateTyped(at_ms=11, text="one more thing"))
    with pytest.raises(InterviewOver):
        journal.append(live, Ended(at_ms=12, reason="left"))
    assert journal.last_seq(live) == 2


def test_an_interview_that_is_not_there_takes_nothing(journal: Journal) -> None:
    with pytest.raises(InterviewUnknown):
        journal.append("0" * 32, CandidateTyped(at_ms=0, text="hello"))
    with pytest.raises(InterviewUnknown):
        journal.clock("0" * 32)
    assert journal.read("0" * 32) == []
    assert journal.last_seq("0" * 32) == 0


def test_an_ended_event_ends_the_interview_whichever_way_it_comes(
    engine: sa.Engine, journal: Journal, invites: Invites, live: str
) -> None:
    journal.append(live, Ended(at_ms=61_500, reason="stopped"))
    ended = invites.get(live)
    assert ended.started_at is not None
    assert ended.ended_at == ended.started_at + timedelta(seconds=61.5)
    assert (ended.status, ended.end_reason) == ("ended", "stopped")
    assert job_state(engine, live) == "queued"


def test_the_end_is_undone_when_scoring_cannot_be_queued(
    engine: sa.Engine, journal: Journal, invites: Invites, live: str
) -> None:
    table = "dbos.workflow_status" if engine.dialect.name == "postgresql" else "workflow_status"
    schema = "dbos." if engine.dialect.name == "postgresql" else ""
    with write(engine) as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO away")
    with pytest.raises(RecordsError):
        journal.append(live, Ended(at_ms=10, reason="completed"))
    assert invites.get(live).status == "live"
    assert journal.last_seq(live) == 1
    with write(engine) as connection:
        connection.exec_driver_sql(f"ALTER TABLE {schema}away RENAME TO workflow_status")
    assert journal.append(live, Ended(at_ms=10, reason="completed")) == 2
    assert job_state(engine, live) == "queued"


def test_the_clock_is_the_same_for_everyone_and_never_negative(engine: sa.Engine, invites: Invites) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    invite = invites.create(spec(), persona())
    Journal(engine).begin(began(invite).model_copy(update={"started_at": now}))
    clocks = [Journal(engine, now=lambda: now + timedelta(seconds=2.5)), Journal(engine, now=lambda: now)]
    assert [journal.clock(invite.id)() for journal in clocks] == [2500, 0]
    assert Journal(engine, now=lambda: now - timedelta(hours=1)).clock(invite.id)() == 0


def test_a_writer_killed_after_append_returned_loses_nothing(url: str, journal: Journal, live: str) -> None:
    writer = start_writer(url, live, "said", 10_000)
    go(writer)
    assert writer.stdout is not None
    acknowledged = [int(writer.stdout.readline()) for _ in range(20)]
    writer.kill()
    writer.communicate()
    kept = journal.read(live)
    assert [seq for seq, _ in kept] == list(range(1, len(kept) + 1))
    texts = {seq: event.text for seq, event in kept if isinstance(event, CandidateTyped)}
    assert [texts[seq] for seq in acknowledged] == [f"said {number}" for number in range(20)]
    assert journal.append(live, CandidateTyped(at_ms=99, text="and on")) == len(kept) + 1


def test_two_processes_get_distinct_consecutive_seqs(url: str, journal: Journal, live: str) -> None:
    writers = [start_writer(url, live, mark, 40) for mark in ("web", "agent")]
    go(*writers)
    seqs = [[int(line) for line in writer.communicate()[0].split()] for writer in writers]
    assert sorted(seqs[0] + seqs[1]) == list(range(2, 82))
    assert all(own == sorted(own) for own in seqs)
    texts = [event.text for _, event in journal.read(live) if isinstance(event, CandidateTyped)]
    for mark in ("web", "agent"):
        assert [text for text in texts if text.startswith(mark)] == [f"{mark} {number}" for number in range(40)]


def test_an_unreadable_event_is_named_without_its_words(engine: sa.Engine, journal: Journal, live: str) -> None:
    journal.append(live, CandidateTyped(at_ms=1, text="a secret"))
    with write(engine) as connection:
        body = {"type": "candidate_typed", "at_ms": 1, "text": "a secret", "mood": "new"}
        connection.execute(events.update().where(events.c.seq == 2).values(body=body))
    with pytest.raises(JournalUnreadable, match="Event 2") as caught:
        journal.read(live)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_moment_without_a_zone_is_refused(engine: sa.Engine) -> None:
    with pytest.raises(sa.exc.StatementError, match="time zone"), write(engine) as connection:
        connection.execute(interviews.update().values(created_at=datetime(2026, 1, 1)))  # noqa: DTZ001, what is refused


texts = st.text(max_size=60)
moments = st.integers(min_value=0, max_value=10**9)
words = st.builds(Word, text=texts, start_ms=moments, end_ms=moments, confidence=st.floats(0, 1))
happenings = st.one_of(
    st.builds(CandidateTyped, at_ms=moments, text=st.text(min_size=1, max_size=60)),
    st.builds(
        CandidateSpoke,
        at_ms=moments,
        text=texts,
        started_ms=moments,
        ended_ms=moments,
        words=st.lists(words, max_size=3).map(tuple),
    ),
    st.builds(LineEnded, at_ms=moments, line_id=st.integers(0, 5), words=st.lists(words, max_size=3).map(tuple)),
    st.builds(
        FollowUpWritten,
        at_ms=moments,
        section=texts,
        intent=texts,
        question=texts,
        source=st.sampled_from(["authored", "model"]),
        refused=st.lists(st.builds(Refusal, text=texts, rule=texts), max_size=2).map(tuple),
        failure=texts,
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(happenings, min_size=1, max_size=4))
def test_any_event_comes_back_as_it_went_in(journal: Journal, live: str, said: list[Event]) -> None:
    before = journal.last_seq(live)
    for event in said:
        journal.append(live, event)
    assert [event for _, event in journal.read(live, after=before)] == said


def test_a_line_of_a_journal_from_before_lines_had_words_ends_without_them(
    engine: sa.Engine, journal: Journal, live: str
) -> None:
    seq = journal.append(live, LineEnded(at_ms=1, line_id=0))
    with write(engine) as connection:
        body = {"type": "line_ended", "at_ms": 1, "line_id": 0, "interrupted": True, "heard": "And"}
        connection.execute(events.update().where(events.c.seq == seq).values(body=body))
    ((_, ended),) = journal.read(live, after=seq - 1)
    assert ended == LineEnded(at_ms=1, line_id=0, interrupted=True, heard="And", words=())


def test_a_beginning_is_refused_by_append(journal: Journal, invites: Invites, live: str) -> None:
    beginning: Began = began(invites.get(live))
    with pytest.raises(ValueError, match="begin"):
        journal.append(live, beginning)
