"""What a candidate sends goes to the journal, in order and once; the page shows what the journal says."""

import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from interview.events import (
    Began,
    CandidateLeft,
    CandidateTyped,
    CodeChanged,
    CodeRefused,
    CodeSubmitted,
    HoldSet,
    TimerFired,
)
from records.erasure import erase
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from tests.support.database import unconfirmed
from tests.web import world
from tests.web.conftest import Candidate
from web.app import MAX_BODY
from web.config import WebConfig
from web.folds import Folds
from web.refused_code import RefusedCode


def test_nothing_is_written_before_consent(ada: Candidate, journal: Journal) -> None:
    shown = ada.client.get(ada.url("state")).json()
    assert (shown["status"], shown["consented"], shown["stage"], shown["now_ms"]) == ("joined", False, "waiting", 0)
    for route, body in (("say", {"text": "hello"}), ("hold", {"on": True}), ("leave", {})):
        answer = ada.client.post(ada.url(route), json=body)
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "interview_not_begun")
    assert journal.last_seq(ada.invite.id) == 0


def test_without_consent_it_does_not_begin(ada: Candidate, journal: Journal) -> None:
    answer = ada.client.post(ada.url("consent"), json={"recording": False})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "recording_needed")
    assert journal.last_seq(ada.invite.id) == 0


def test_consent_begins_the_interview_under_the_invited_rules(
    ada: Candidate, journal: Journal, config: WebConfig
) -> None:
    shown = ada.client.post(ada.url("consent"), json={"recording": True}).json()
    assert (shown["status"], shown["consented"], shown["stage"]) == ("live", True, "waiting")
    [(seq, began)] = journal.read(ada.invite.id)
    assert isinstance(began, Began)
    assert (seq, began.at_ms, began.recording, began.candidate) == (1, 0, True, "Ada")
    assert (began.spec, began.persona, began.versions) == (ada.invite.spec, ada.invite.persona, config.versions)


def test_consent_given_twice_changes_nothing(begun: Candidate, journal: Journal) -> None:
    before = journal.read(begun.invite.id)
    assert begun.client.post(begun.url("consent"), json={"recording": True}).status_code == 200
    assert journal.read(begun.invite.id) == before


def test_typed_answers_and_holds_are_kept(begun: Candidate, journal: Journal) -> None:
    assert begun.client.post(begun.url("say"), json={"text": "  I would sort.  "}).status_code == 204
    assert begun.client.post(begun.url("hold"), json={"on": True}).status_code == 204
    (_, typed), (_, hold) = journal.read(begun.invite.id, after=1)
    assert isinstance(typed, CandidateTyped)
    assert typed.text == "I would sort."
    assert isinstance(hold, HoldSet)
    shown = begun.client.get(begun.url("state")).json()
    assert shown["hold"]
    assert [(line["who"], line["text"]) for line in shown["captions"]] == [("candidate", "I would sort.")]


SENT = [
    ("say", {"text": "I would sort."}, 204),
    ("hold", {"on": True}, 204),
    ("code/changes", {"language": "python", "source": world.CODE}, 204),
    ("code/submit", {"language": "python", "source": world.CODE}, 200),
]


@pytest.mark.parametrize(("route", "body", "taken"), SENT)
def test_what_was_kept_without_an_answer_is_not_written_again(
    coding: Candidate, engine: sa.Engine, journal: Journal, route: str, body: dict[str, object], taken: int
) -> None:
    def send(key: str) -> int:
        return coding.client.post(coding.url(route), json=body, headers={"Idempotency-Key": key}).status_code

    before = journal.last_seq(coding.invite.id)
    with unconfirmed(engine):
        assert send("a" * 32) == 503
    assert send("a" * 32) == taken
    assert journal.last_seq(coding.invite.id) == before + 1
    if route != "code/submit":
        assert send("b" * 32) == taken
        assert journal.last_seq(coding.invite.id) == before + 2


def test_a_lost_answer_is_found_again_when_all_is_over(
    coding: Candidate, interviewer: world.Interviewer, journal: Journal
) -> None:
    def submit() -> object:
        sent = {"language": "python", "source": world.CODE}
        answer = coding.client.post(coding.url("code/submit"), json=sent, headers={"Idempotency-Key": "a" * 32})
        return answer.json()

    assert submit() == {"submitted": True}
    interviewer.end()
    last = journal.last_seq(coding.invite.id)
    assert submit() == {"submitted": True}
    assert journal.last_seq(coding.invite.id) == last


@pytest.mark.parametrize("key", ["short", "a" * 33, "a b" * 8])
def test_a_key_that_the_journal_cannot_hold_is_refused(begun: Candidate, journal: Journal, key: str) -> None:
    answer = begun.client.post(begun.url("hold"), json={"on": True}, headers={"Idempotency-Key": key})
    assert answer.status_code == 422
    assert journal.last_seq(begun.invite.id) == 1


def test_a_full_disk_is_told_in_a_sentence_and_nothing_acknowledged_is_lost(begun: Candidate, journal: Journal) -> None:
    def fill_up(connection: sqlite3.Connection, *_: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    text = "canary " * 500
    sa.event.listen(sa.Pool, "checkout", fill_up)
    try:
        answers = [begun.client.post(begun.url("say"), json={"text": text}) for _ in range(20)]
    finally:
        sa.event.remove(sa.Pool, "checkout", fill_up)
    refused = [answer.json()["error"] for answer in answers if answer.status_code == 507]
    assert refused
    assert {error["code"] for error in refused} == {"disk_full"}
    assert "canary" not in str(refused)
    kept = [event for _, event in journal.read(begun.invite.id) if isinstance(event, CandidateTyped)]
    assert len(kept) == sum(answer.status_code == 204 for answer in answers)
    assert len(kept) + len(refused) == len(answers)


def test_what_was_cut_off_shows_what_was_heard(begun: Candidate, interviewer: world.Interviewer) -> None:
    from interview.events import Line, LineEnded, LineStarted

    interviewer.enter()
    interviewer.write(LineStarted(at_ms=5, line_id=0, line=Line(text="All of it", kind="greeting")))
    interviewer.write(LineEnded(at_ms=9, line_id=0, interrupted=True, heard="All"))
    [caption] = begun.client.get(begun.url("state")).json()["captions"]
    assert caption == {"seq": 3, "who": "interviewer", "text": "All", "at_ms": 5}


def test_the_editors_text_comes_back_after_a_reload(coding: Candidate, journal: Journal) -> None:
    assert coding.client.get(coding.url("state")).json()["editor"]["source"] is None
    sent = {"language": "python", "source": world.CODE}
    assert coding.client.post(coding.url("code/changes"), json=sent).status_code == 204
    editor = coding.client.get(coding.url("state")).json()["editor"]
    assert editor.pop("closes_at_ms") >= 600_000
    assert editor == {
        "open": True,
        "prompt": "Write total, latercanary.",
        "languages": ["python", "javascript"],
        "starter": {"python": "# latercanary\n", "javascript": "// latercanary\n"},
        "language": "python",
        "source": world.CODE,
        "submitted": False,
        "visible_tests": [{"name": "latercanary empty", "args": [[]], "expected": 0}],
    }
    assert isinstance(journal.read(coding.invite.id)[-1][1], CodeChanged)


def test_code_is_submitted_once(coding: Candidate, journal: Journal) -> None:
    sent = {"language": "python", "source": world.CODE}
    first = coding.client.post(coding.url("code/submit"), json=sent)
    assert (first.status_code, first.json()) == (200, {"submitted": True})
    for route in ("code/submit", "code/changes"):
        again = coding.client.post(coding.url(route), json={"language": "python", "source": "pass"})
        assert (again.status_code, again.json()["error"]["code"]) == (409, "already_submitted")
    editor = coding.client.get(coding.url("state")).json()["editor"]
    assert (editor["submitted"], editor["open"], editor["source"]) == (True, False, world.CODE)
    assert sum(isinstance(event, CodeSubmitted) for _, event in journal.read(coding.invite.id)) == 1


def test_of_submissions_at_the_same_moment_one_counts(coding: Candidate, journal: Journal) -> None:
    def submit(n: int) -> int:
        sent = {"language": "python", "source": f"# {n}"}
        return coding.client.post(coding.url("code/submit"), json=sent).status_code

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(submit, range(6))) == [200, 409, 409, 409, 409, 409]
    assert sum(isinstance(event, CodeSubmitted) for _, event in journal.read(coding.invite.id)) == 1


def test_code_is_refused_while_the_editor_is_closed(begun: Candidate) -> None:
    for route in ("code/submit", "code/changes"):
        answer = begun.client.post(begun.url(route), json={"language": "python", "source": ""})
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "editor_closed")


@pytest.mark.parametrize("route", ["code/changes", "code/submit"])
def test_code_on_its_way_as_the_time_runs_out_is_taken_and_shown(
    coding: Candidate, interviewer: world.Interviewer, route: str
) -> None:
    interviewer.write(TimerFired(at_ms=0, timer="code_time"))
    sent = {"language": "python", "source": world.CODE}
    assert coding.client.post(coding.url(route), json=sent).is_success
    editor = coding.client.get(coding.url("state")).json()["editor"]
    assert (editor["open"], editor["source"], editor["submitted"]) == (False, world.CODE, route == "code/submit")


@pytest.mark.parametrize("route", ["code/changes", "code/submit"])
def test_code_that_comes_long_after_the_time_is_refused(
    coding: Candidate, interviewer: world.Interviewer, route: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.candidates._LATE_MS", -1)
    interviewer.write(TimerFired(at_ms=0, timer="code_time"))
    answer = coding.client.post(coding.url(route), json={"language": "python", "source": world.CODE})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "editor_closed")


@pytest.mark.parametrize("route", ["code/changes", "code/submit"])
def test_too_much_code_is_refused_and_names_the_limit(coding: Candidate, route: str) -> None:
    answer = coding.client.post(coding.url(route), json={"language": "python", "source": "é" * 50_001})
    assert answer.status_code == 422
    assert answer.json()["error"] == {
        "code": "too_large",
        "message": "'source' is longer than 50,000 characters; shorten it.",
    }
    largest = coding.client.post(coding.url(route), json={"language": "python", "source": "😀" * 50_000})
    assert largest.status_code in {200, 204}


def refusals(coding: Candidate, journal: Journal) -> list[tuple[int, bool, bool]]:
    return [
        (event.size, event.at_least, event.submitted)
        for _, event in journal.read(coding.invite.id)
        if isinstance(event, CodeRefused)
    ]


KIND = {"Content-Type": "application/json"}


@pytest.mark.parametrize("length", [50_001, 5_000_000])
@pytest.mark.parametrize("route", ["code/changes", "code/submit"])
def test_that_code_was_too_long_is_noted_without_the_code(
    coding: Candidate, journal: Journal, route: str, length: int
) -> None:
    body = json.dumps({"language": "python", "source": "x" * length}).encode()
    answer = coding.client.post(coding.url(route), content=body, headers=KIND)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422 if length < 60_000 else 413, "too_large")
    size, at_least = (len(body), False) if length < 60_000 else (MAX_BODY, True)
    assert refusals(coding, journal) == [(size, at_least, route == "code/submit")]


def test_code_in_pieces_is_noted_as_more_than_is_read(coding: Candidate, journal: Journal) -> None:
    body = json.dumps({"language": "python", "source": "x" * 5_000_000}).encode()
    pieces = (body[at : at + 65_536] for at in range(0, len(body), 65_536))
    assert coding.client.post(coding.url("code/submit"), content=pieces, headers=KIND).status_code == 413
    assert refusals(coding, journal) == [(MAX_BODY, True, True)]


def test_a_length_that_is_only_declared_is_never_told(coding: Candidate, journal: Journal) -> None:
    for length in ("-1", "a lot", "9" * 30):
        coding.client.post(coding.url("code/changes"), content=b"{}", headers=KIND | {"Content-Length": length})
    assert refusals(coding, journal) == [(MAX_BODY, True, False)]


def test_only_what_is_posted_is_noted(coding: Candidate, journal: Journal) -> None:
    answer = coding.client.request("GET", coding.url("code/submit"), content=b"x" * 1_000_000)
    assert answer.status_code == 413
    assert refusals(coding, journal) == []


TOO_LARGE = b'{"error": {"code": "too_large", "message": "Shorten it."}}'


@pytest.mark.parametrize(
    ("answer", "noted"),
    [
        ([TOO_LARGE[:20], TOO_LARGE[20:], b""], 1),
        ([b"Unprocessable"], 0),
        ([b'{"detail": "too_large"}'], 0),
        ([b'["error"]'], 0),
        ([b"\xff"], 0),
        ([b""], 0),
    ],
)
def test_an_answer_of_any_shape_reaches_the_candidate(
    coding: Candidate, engine: sa.Engine, journal: Journal, answer: list[bytes], noted: int
) -> None:
    async def behind(_: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "http.response.start", "status": 422, "headers": []})
        for n, part in enumerate(answer, 1):
            await send({"type": "http.response.body", "body": part, "more_body": n < len(answer)})

    noting = RefusedCode(behind, Invites(engine), journal, Folds(journal), MAX_BODY)
    page = TestClient(noting, cookies=coding.client.cookies)
    assert page.post(coding.url("code/submit"), content=b"x" * 60_000).content == b"".join(answer)
    assert refusals(coding, journal) == [(60_000, False, True)] * noted


def test_of_a_run_of_refusals_the_first_save_and_the_first_submission_are_noted(
    coding: Candidate, journal: Journal
) -> None:
    def send(route: str, length: int) -> None:
        coding.client.post(coding.url(route), json={"language": "python", "source": "x" * length})

    for length in (60_000, 70_000):
        send("code/changes", length)
    for length in (80_000, 90_000):
        send("code/submit", length)
    send("code/changes", 100_000)
    assert [submitted for *_, submitted in refusals(coding, journal)] == [False, True]
    send("code/changes", 10)
    send("code/changes", 60_000)
    assert [submitted for *_, submitted in refusals(coding, journal)] == [False, True, False]


@pytest.mark.parametrize(
    ("size", "at_least", "told"),
    [(60_012, False, "60 kB"), (999_499, False, "999 kB"), (999_999, False, "1.0 MB"), (5_400_123, False, "5.4 MB"),
     (MAX_BODY, True, "over 655 kB")],
)  # fmt: skip
def test_a_size_is_told_in_the_unit_it_rounds_to(size: int, at_least: bool, told: str) -> None:
    assert CodeRefused(at_ms=0, size=size, at_least=at_least, submitted=True).told_size == told


def test_nothing_is_noted_where_no_code_is_taken_or_of_anybody_else_s(
    join: Callable[[], Candidate], coding: Candidate, interviewer: world.Interviewer, journal: Journal
) -> None:
    long = {"language": "python", "source": "x" * 1_000_000}
    assert join().client.post(coding.url("code/submit"), json=long).status_code == 413
    assert coding.client.post(coding.url("code/submit"), json={"language": "cobol", "source": ""}).status_code == 422
    interviewer.end()
    assert coding.client.post(coding.url("code/submit"), json=long).status_code == 413
    assert refusals(coding, journal) == []


def test_a_language_the_task_lacks_is_refused(coding: Candidate) -> None:
    answer = coding.client.post(coding.url("code/submit"), json={"language": "cobol", "source": ""})
    assert answer.status_code == 422


def test_leaving_is_kept_once(begun: Candidate, journal: Journal) -> None:
    assert begun.client.post(begun.url("leave")).status_code == 204
    assert begun.client.post(begun.url("leave")).status_code == 204
    assert [type(event) for _, event in journal.read(begun.invite.id)] == [Began, CandidateLeft]


def test_after_the_end_everything_is_refused_and_the_page_still_shows_it(
    coding: Candidate, interviewer: world.Interviewer, journal: Journal
) -> None:
    interviewer.end()
    last = journal.last_seq(coding.invite.id)
    code = {"language": "python", "source": ""}
    answers = {
        route: coding.client.post(coding.url(route), json=body).json()["error"]["code"]
        for route, body in (("say", {"text": "wait"}), ("hold", {"on": True}), ("consent", {"recording": True}))
    }
    assert set(answers.values()) == {"interview_over"}
    assert coding.client.post(coding.url("code/submit"), json=code).status_code == 409
    assert coding.client.post(coding.url("leave")).status_code == 204
    assert journal.last_seq(coding.invite.id) == last
    shown = coding.client.get(coding.url("state")).json()
    assert (shown["status"], shown["stage"], shown["end_reason"]) == ("ended", "ended", "completed")


def test_an_erased_interview_says_so_to_its_candidate(
    begun: Candidate, engine: sa.Engine, reviewer: TestClient, tmp_path: Path
) -> None:
    erase(engine, Recordings(tmp_path / "recordings", engine, tmp_path / "segments"), begun.invite.id)
    for answer in (
        begun.client.get(begun.url("state")),
        begun.client.post(begun.url("say"), json={"text": "Are you there?"}),
        reviewer.get(f"/api/review/interviews/{begun.invite.id}"),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (410, "interview_erased")


def test_a_flood_is_slowed_down_for_that_interview_alone(join: Callable[[], Candidate]) -> None:
    ada, grace = join(), join()
    for someone in (ada, grace):
        someone.client.post(someone.url("consent"), json={"recording": True})
    answers = [ada.client.post(ada.url("hold"), json={"on": True}).status_code for _ in range(60)]
    assert answers == [204] * 59 + [429]
    assert grace.client.post(grace.url("hold"), json={"on": True}).status_code == 204
