"""Reports are kept in all their versions."""

import pytest
import sqlalchemy as sa

from interview.events import Ended
from records.errors import InterviewUnknown, NoReport
from records.invites import Invites
from records.journal import Journal
from records.reports import Reports


def test_a_new_report_leaves_the_older_ones(engine: sa.Engine, live: str) -> None:
    reports = Reports(engine)
    assert [reports.save(live, "sections", {"axes": [name]}) for name in ("first", "second")] == [1, 2]
    assert reports.latest(live).body == {"axes": ["second"], "version": 2}
    assert [(report.version, report.body["axes"]) for report in reports.versions(live)] == [
        (2, ["second"]),
        (1, ["first"]),
    ]


def test_a_job_that_is_done_over_leaves_its_first_report(engine: sa.Engine, live: str) -> None:
    reports = Reports(engine)
    for job, text, version in ((1, "first", 1), (1, "again", 1), (2, "second", 2), (None, "by hand", 3)):
        assert reports.save(live, "sections", {"said": text}, job) == version
    assert [report.body["said"] for report in reports.versions(live)] == ["by hand", "second", "first"]


def test_an_interview_without_a_report_says_so(engine: sa.Engine, live: str) -> None:
    with pytest.raises(NoReport, match="viva score"):
        Reports(engine).latest(live)
    assert Reports(engine).versions(live) == []


def test_a_report_makes_an_ended_interview_scored_and_no_other(
    engine: sa.Engine, journal: Journal, invites: Invites, live: str
) -> None:
    Reports(engine).save(live, "sections", {})
    assert invites.get(live).status == "live"
    journal.append(live, Ended(at_ms=1, reason="left"))
    Reports(engine).save(live, "sections", {})
    assert invites.get(live).status == "scored"


def test_a_report_needs_its_interview(engine: sa.Engine) -> None:
    with pytest.raises(InterviewUnknown):
        Reports(engine).save("0" * 32, "sections", {})
