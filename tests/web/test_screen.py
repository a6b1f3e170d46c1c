"""A candidate's browser never hears of what it must not know, on any route, at any moment."""

from collections.abc import Callable
from pathlib import Path

import pytest

from interview.arrangement import Arrangement
from interview.events import Line, RecordingFailed, RecordingResumed
from records.invites import Invites
from records.journal import Journal
from tests.scoring.reported import shipped
from tests.web import world
from tests.web.conftest import Browser, Candidate
from tests.web.test_joining import ROUTES
from web.folds import Folds
from web.screen import screen

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


def test_the_page_promises_what_this_interview_keeps(
    begun: Candidate, invites: Invites, journal: Journal, browser: Browser
) -> None:
    shown = begun.client.get(begun.url("state")).json()
    told = ("minutes", "writes_code", "gives_hints", "tells_verdicts")
    assert [shown[key] for key in told] == [begun.invite.spec.minutes, True, False, False]

    spec = shipped("ml-rigorous")
    invite = invites.create(spec, world.persona(), arrangement=Arrangement(extra_time=2))
    client = browser()
    client.post(f"/api/join/{invite.code}")
    shown = client.get(f"/api/interviews/{invite.id}/state").json()
    assert [shown[key] for key in told] == [2 * spec.minutes, False, False, True]
    guided = screen(invites.create(shipped("ml-system-design"), world.persona()), Folds(journal).of(invite.id), 0)
    assert (guided.writes_code, guided.gives_hints, guided.tells_verdicts) == (False, True, False)


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


def test_the_role_and_the_job_stand_beside_the_problem(invites: Invites, journal: Journal) -> None:
    rules = world.spec(context={"spoken": "You sort.", "shown": [{"heading": "Problem", "body": "For the {role}."}]})
    agreed = Arrangement(role="Staff engineer", job_description="Ranks feeds.\nOn call.")
    invite = invites.create(rules, world.persona(), arrangement=agreed)
    journal.begin(world.began(invite))
    world.Interviewer(journal, invite.id, rules).open()
    shown = screen(invites.get(invite.id), Folds(journal).of(invite.id), 0).context
    assert shown is not None
    assert [(block.heading, block.body) for block in shown.blocks] == [
        ("The role", "Staff engineer"),
        ("Problem", "For the Staff engineer."),
        ("The job description", "Ranks feeds.\nOn call."),
    ]


def test_what_a_question_brings_is_shown_from_that_question_on(invites: Invites, journal: Journal) -> None:
    questions = [
        {"id": name, "prompt": {"shown": f"And {name}?"}, "context": [{"heading": f"About {name}"}]} for name in "ab"
    ]
    first = world.spec().sections[0].model_dump(exclude={"questions"}) | {"questions": questions, "ask": 2}
    rules = world.spec(sections=[first])
    invite = invites.create(rules, world.persona())
    journal.begin(world.began(invite))
    interviewer = world.Interviewer(journal, invite.id, rules)
    interviewer.open()

    def headings() -> list[str]:
        shown = screen(invite, Folds(journal).of(invite.id), 0).context
        return [block.heading for block in shown.blocks] if shown else []

    assert headings() == ["Problem"]
    interviewer.say(Line(text="And b?", kind="prompt", section="1", question="b"))
    assert headings() == ["Problem", "About b"]
    interviewer.say(Line(text="And a?", kind="prompt", section="1", question="a"))
    assert headings() == ["Problem", "About b", "About a"]


def test_the_editor_closes_later_for_whom_more_time_was_granted(invites: Invites, journal: Journal) -> None:
    invite = invites.create(world.spec(), world.persona(), arrangement=Arrangement(extra_time=1.5))
    journal.begin(world.began(invite))
    interviewer = world.Interviewer(journal, invite.id, world.spec())
    interviewer.open()
    interviewer.ask("coding")
    fold = Folds(journal).of(invite.id)
    editor = screen(invite, fold, 0).editor
    assert editor is not None
    assert editor.closes_at_ms == (fold.state.editor_opened_ms or 0) + 15 * 60_000


def test_the_candidates_own_questions_are_a_stage_of_their_own(
    begun: Candidate, interviewer: world.Interviewer
) -> None:
    interviewer.open()
    interviewer.say(Line(text="What would you ask us?", kind="prompt", section="2", takes_questions=True))
    assert begun.client.get(begun.url("state")).json()["stage"] == "asking"


def test_a_moment_asked_for_aloud_shows_on_the_page(begun: Candidate, interviewer: world.Interviewer) -> None:
    interviewer.open()
    interviewer.ask("1")
    interviewer.hear("Give me a moment.")
    assert begun.client.get(begun.url("state")).json()["hold"] is True
    interviewer.hear("I would use a heap.")
    assert begun.client.get(begun.url("state")).json()["hold"] is False


def test_the_question_is_shown_in_its_screen_form(begun: Candidate, interviewer: world.Interviewer) -> None:
    interviewer.open()
    assert begun.client.get(begun.url("state")).json()["question"] is None
    interviewer.ask("1")
    shown = begun.client.get(begun.url("state")).json()
    assert shown["question"] == {"id": "", "text": "How would you sort ∑x?", "kind": "prompt"}
    assert (shown["section"], shown["section_title"], shown["section_index"]) == ("1", "Approach", 0)
    interviewer.hear("I would use a heap.")
    interviewer.follow_up("1", "What would that cost?")
    shown = begun.client.get(begun.url("state")).json()
    assert shown["question"] == {"id": "", "text": "What would that cost?", "kind": "follow_up"}


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
