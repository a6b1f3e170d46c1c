"""One link, one browser, one interview."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from interview.arrangement import Arrangement, Note
from interview.events import Ended
from records.errors import InterviewUnknown, InviteExpired, InviteTaken, InviteUnknown, InviteUsed
from records.invites import Invites
from records.journal import Journal
from records.listing import interview_row, list_interviews
from records.reports import Reports
from tests.records.samples import begin, persona, spec

ADAS = "a" * 64
OTHERS = "b" * 64


def test_an_invite_keeps_the_rules_it_was_made_with(invites: Invites) -> None:
    made = invites.create(spec(), persona(), "Ada", brief=True)
    assert invites.get(made.id) == made
    assert (made.spec, made.persona, made.candidate, made.brief, made.status) == (
        spec(),
        persona(),
        "Ada",
        True,
        "invited",
    )


def test_what_was_agreed_with_an_invite_is_kept(invites: Invites) -> None:
    note = Note(about=("team size",), say="We are twelve.")
    agreed = Arrangement(
        role="Staff engineer",
        job_description="Rank\x00 feeds.\nOn call.",
        facts={"level": "staff"},
        notes=(note,),
        extra_time=1.5,
    )
    made = invites.create(spec(), persona(), arrangement=agreed)
    assert invites.get(made.id).arrangement == agreed
    assert agreed.job_description == "Rank  feeds.\nOn call."


def test_codes_are_long_and_differ(invites: Invites) -> None:
    codes = {invites.create(spec(), persona()).code for _ in range(5)}
    assert len(codes) == 5
    # Six bits a character.
    assert all(len(code) * 6 >= 128 for code in codes)


def test_a_name_is_one_printable_line(invites: Invites) -> None:
    made = invites.create(spec(), persona(), "  Ada\r\n\x00 <b>Lovelace</b>\x1b[0m ")
    assert made.candidate == "Ada <b>Lovelace</b> [0m"
    assert invites.get(made.id).candidate == made.candidate


def test_the_first_browser_binds_and_may_come_again(invites: Invites) -> None:
    made = invites.create(spec(), persona())
    assert not invites.holds(made.id, ADAS)
    assert invites.claim(made.code, ADAS).status == "joined"
    assert invites.claim(made.code, ADAS).status == "joined"
    assert invites.holds(made.id, ADAS)


def test_another_browser_is_refused(invites: Invites) -> None:
    made = invites.create(spec(), persona())
    invites.claim(made.code, ADAS)
    with pytest.raises(InviteTaken):
        invites.claim(made.code, OTHERS)
    assert not invites.holds(made.id, OTHERS)
    assert not invites.holds("0" * 32, OTHERS)


def test_a_wrong_code_is_unknown(invites: Invites) -> None:
    invites.create(spec(), persona())
    for code in ("", "wrong", "%", "x" * 10_000):
        with pytest.raises(InviteUnknown):
            invites.claim(code, ADAS)
    with pytest.raises(InterviewUnknown):
        invites.get("wrong")


def test_an_ended_interview_uses_its_invite_up(invites: Invites, journal: Journal) -> None:
    made = invites.create(spec(), persona())
    invites.claim(made.code, ADAS)
    begin(journal, made)
    journal.append(made.id, Ended(at_ms=1, reason="completed"))
    for browser in (ADAS, OTHERS):
        with pytest.raises(InviteUsed):
            invites.claim(made.code, browser)


def test_an_invite_expires_unless_its_interview_has_begun(engine: sa.Engine) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    invites = Invites(engine, now=lambda: now)
    late, live = (invites.create(spec(), persona(), valid_for=timedelta(hours=1)) for _ in range(2))
    invites.claim(live.code, ADAS)
    begin(Journal(engine), live)
    later = Invites(engine, now=lambda: now + timedelta(hours=1))
    with pytest.raises(InviteExpired):
        later.claim(late.code, ADAS)
    assert later.claim(live.code, ADAS).status == "live"


def test_the_list_shows_the_newest_first_with_what_came_of_each(engine: sa.Engine, journal: Journal) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    first = Invites(engine, now=lambda: now).create(spec(), persona(), "Ada")
    second = Invites(engine, now=lambda: now + timedelta(seconds=1)).create(spec(), persona())
    begin(journal, first)
    journal.append(first.id, Ended(at_ms=90_000, reason="completed"))
    for _ in range(2):
        Reports(engine).save(first.id, "sections", {})
    waiting, held = list_interviews(engine)
    assert (waiting.id, waiting.status, waiting.duration_ms, waiting.report_version) == (
        second.id,
        "invited",
        None,
        None,
    )
    assert (held.id, held.candidate, held.spec, held.title) == (first.id, "Ada", "small", "A small interview")
    assert (held.status, held.end_reason, held.duration_ms, held.report_version) == ("scored", "completed", 90_000, 2)
    assert held.created_at == now
    assert interview_row(engine, first.id) == held
    with pytest.raises(InterviewUnknown):
        interview_row(engine, "0" * 32)
