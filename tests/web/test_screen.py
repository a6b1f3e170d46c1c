"""A candidate's browser never hears of what it must not know, on any route, at any moment."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interview.events import RecordingFailed, RecordingResumed
from records.journal import Journal
from tests.web import world
from tests.web.conftest import Candidate
from tests.web.test_joining import ROUTES

Walk = list[tuple[str, Callable[[], object]]]


def moments(candidate: Candidate, interviewer: world.Interviewer) -> Walk:
    """An interview from its opening to its end, a step at a time."""
    return [
        ("opening", interviewer.enter),
        ("first prompt", lambda: interviewer.ask("1")),
        ("answer", lambda: interviewer.hear("I would use a heap.")),
        ("follow-up", lambda: interviewer.follow_up("1", "What would that cost?")),
        ("coding", lambda: interviewer.ask("coding")),
        ("reflection", lambda: interviewer.ask("2")),
        ("end", interviewer.end),
    ]


def everything(candidate: Candidate) -> str:
    """All that the candidate's routes answer now, headers too."""
    answers = [
        candidate.client.get(candidate.url("state")),
        candidate.client.post(f"/api/join/{candidate.invite.code}"),
    ]
    answers += [candidate.client.get(route) for route in ("/api/openapi.json", "/healthz", "/readyz", "/metrics", "/")]
    broken = {"language": "cobol", "recording": "perhaps", "text": "", "on": "maybe", "source": 7}
    for route, body in ROUTES.items():
        if route in {"consent", "say", "hold"} or route.startswith("code"):
            answers += [candidate.client.post(candidate.url(route), json=broken)]
        if route.startswith("code"):
            answers += [candidate.client.post(candidate.url(route), json=body)]
    return "\n".join(f"{answer.headers}{answer.text}" for answer in answers)


def test_indicators_hidden_tests_and_rules_never_reach_the_candidate(
    begun: Candidate, interviewer: world.Interviewer
) -> None:
    assert world.CANARY in begun.invite.spec.model_dump_json()
    assert world.CANARY not in everything(begun)
    for moment, step in moments(begun, interviewer):
        step()
        seen = everything(begun)
        assert world.CANARY not in seen, moment
        assert "73417341" not in seen, moment


def test_what_comes_later_is_not_shown_before(begun: Candidate, interviewer: world.Interviewer) -> None:
    for moment, step in moments(begun, interviewer):
        if moment == "coding":
            break
        step()
        assert world.LATER not in begun.client.get(begun.url("state")).text, moment


def test_the_context_appears_once_it_was_introduced(begun: Candidate, interviewer: world.Interviewer) -> None:
    assert begun.client.get(begun.url("state")).json()["context"] is None
    interviewer.open()
    assert begun.client.get(begun.url("state")).json()["context"] == {
        "blocks": [{"heading": "Problem", "body": "latercanary body", "points": ["latercanary one"]}]
    }


def test_the_question_is_shown_in_its_screen_form(begun: Candidate, interviewer: world.Interviewer) -> None:
    interviewer.open()
    assert begun.client.get(begun.url("state")).json()["question"] is None
    interviewer.ask("1")
    shown = begun.client.get(begun.url("state")).json()
    assert shown["question"] == {"text": "How would you sort ∑x?", "kind": "prompt"}
    assert (shown["section"], shown["section_title"], shown["section_index"]) == ("1", "Approach", 0)
    interviewer.hear("I would use a heap.")
    interviewer.follow_up("1", "What would that cost?")
    shown = begun.client.get(begun.url("state")).json()
    assert shown["question"] == {"text": "What would that cost?", "kind": "follow_up"}


def test_an_outage_of_the_recording_is_shown_while_it_lasts(begun: Candidate, journal: Journal) -> None:
    def shown() -> bool:
        unrecorded: bool = begun.client.get(begun.url("state")).json()["unrecorded"]
        return unrecorded

    assert not shown()
    journal.append(begun.invite.id, RecordingFailed(at_ms=5, reason="disk full"))
    assert shown()
    journal.append(begun.invite.id, RecordingResumed(at_ms=9))
    assert not shown()


def test_the_editor_stays_visible_and_closed_in_later_sections(
    coding: Candidate, interviewer: world.Interviewer
) -> None:
    coding.client.post(coding.url("code/submit"), json={"language": "python", "source": world.CODE})
    interviewer.ask("2")
    editor = coding.client.get(coding.url("state")).json()["editor"]
    assert (editor["open"], editor["submitted"], editor["closes_at_ms"]) == (False, True, None)


def test_logs_hold_no_code_of_a_link_and_nothing_that_was_said(
    coding: Candidate, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with caplog.at_level("DEBUG"):
        coding.client.post(f"/api/join/{coding.invite.code}")
        coding.client.get(f"/i/{coding.invite.code}")
        coding.client.post(coding.url("say"), json={"text": "my secret employer"})
        coding.client.post(coding.url("say"), json={"text": ["my secret employer"]})
    ours = [record for record in caplog.records if record.name != "httpx2"]
    text = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in ours)
    assert "POST /api/join/{code} 200" in text
    for private in (coding.invite.code, coding.invite.id, "secret", coding.token, "Ada"):
        assert private not in text
