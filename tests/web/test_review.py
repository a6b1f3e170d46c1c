"""The hiring team's side: nothing without a session, and everything of an interview with one."""

from pathlib import Path
from typing import Any

import jwt
import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from interview.events import Began, Line, LineStarted
from records.journal import Journal
from records.recordings import Recordings
from records.reports import Reports
from tests.web import world
from tests.web.conftest import PASSWORD, SITE, Browser, Candidate
from web.app import create_app
from web.config import WebConfig
from web.errors import WireError
from web.login import Login
from web.throttle import Throttle

SOUND = bytes(range(256)) * 40


def review_routes(app: FastAPI) -> list[tuple[str, str]]:
    """Method and address of every review route, from the document the server publishes."""
    return [
        (method.upper(), path.replace("{interview_id}", "0" * 32))
        for path, methods in app.openapi()["paths"].items()
        if path.startswith("/api/review")
        for method in methods
    ]


def test_every_review_route_but_the_login_is_closed_without_a_session(app: FastAPI, browser: Browser) -> None:
    client = browser()
    routes = review_routes(app)
    assert len(routes) == 9
    for method, path in routes:
        answer = client.request(method, path, json={})
        expected = 422 if path == "/api/review/login" else 401
        assert answer.status_code == expected, (method, path)


@pytest.mark.parametrize(
    "path",
    [
        "/api/review",
        "/api/review/",
        "/api/review/not-yet-written",
        "//api/review/interviews",
        "/api//review/interviews",
        "/api/review/interviews/",
        "/api/review/login/../interviews",
        "/api/review/%6Cogin/interviews",
        "/api/review/interviews?form=json",
    ],
)
def test_no_spelling_of_an_address_gets_past_the_gate(browser: Browser, path: str) -> None:
    answer = browser().get(SITE + path)
    assert answer.status_code in {401, 404, 405}
    assert "[" not in answer.text


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
def test_no_other_method_gets_past_the_gate(browser: Browser, method: str) -> None:
    assert browser().request(method, "/api/review/interviews").status_code == 401


def test_a_session_opens_every_route_and_ends_with_the_logout(reviewer: TestClient) -> None:
    assert reviewer.get("/api/review/session").json() == {"signed_in": True}
    session = reviewer.cookies["viva_review"]
    assert reviewer.post("/api/review/logout").status_code == 204
    assert "viva_review" not in reviewer.cookies
    reviewer.cookies.set("viva_review", session)
    assert reviewer.get("/api/review/session").status_code == 401


def test_the_sessions_cookie_is_out_of_reach(browser: Browser) -> None:
    cookie = browser().post("/api/review/login", json={"password": PASSWORD}).headers["set-cookie"]
    for flag in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"):
        assert flag in cookie


def forged(config: WebConfig, **changes: Any) -> list[str]:
    """Sessions somebody made up."""
    claims: dict[str, Any] = {"aud": "viva-review", "jti": "1", "exp": 4_000_000_000} | changes
    key = config.session_secret.get_secret_value()
    return [
        "",
        "x.y.z",
        jwt.encode(claims, "k" * 32, algorithm="HS256"),
        # The secret alone is not the key: the password is part of it.
        jwt.encode(claims, key, algorithm="HS256"),
        jwt.encode(claims, None, algorithm="none"),
    ]


def test_forged_sessions_are_refused(browser: Browser, config: WebConfig, ada: Candidate) -> None:
    for session in [*forged(config), ada.token, ada.client.cookies["viva_candidate"]]:
        client = browser()
        client.cookies.set("viva_review", session)
        assert client.get("/api/review/interviews").status_code == 401


def test_a_session_ends_after_twelve_hours_and_with_a_new_password(config: WebConfig) -> None:
    login = Login(config)
    session = login.sign_in(PASSWORD, "a")
    assert login.signed_in(session)
    claims = jwt.decode(session, options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 12 * 3600
    stale = jwt.encode(claims | {"exp": claims["iat"] - 1}, login._key, algorithm="HS256")
    assert not login.signed_in(stale)
    changed = config.model_copy(update={"review_password": SecretStr("another password")})
    assert not Login(changed).signed_in(session)


def test_wrong_passwords_are_slowed_down_even_when_the_next_is_right(browser: Browser) -> None:
    client = browser()
    answers = [client.post("/api/review/login", json={"password": f"guess {n}"}) for n in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert answers[0].json()["error"]["code"] == "wrong_password"
    assert client.post("/api/review/login", json={"password": PASSWORD}).status_code == 429


def test_the_slowdown_is_for_one_address_and_passes(config: WebConfig) -> None:
    now = 0.0
    login = Login(config, Throttle(5, 60, clock=lambda: now))
    for _ in range(5):
        with pytest.raises(WireError):
            login.sign_in("wrong", "one")
    assert login.sign_in(PASSWORD, "other")
    with pytest.raises(WireError, match="too_many_tries"):
        login.sign_in(PASSWORD, "one")
    now = 61.0
    assert login.sign_in(PASSWORD, "one")


@pytest.mark.parametrize(
    ("field", "value"),
    [("session_secret", "t" * 31), ("livekit_api_secret", "s" * 31), ("review_password", "seven77")],
)
def test_short_keys_are_refused_by_name_and_never_shown(config: WebConfig, field: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{field} is shorter than") as caught:
        WebConfig(**{**dict(config), field: SecretStr(value)})
    assert value not in str(caught.value)


def test_an_invite_becomes_an_interview_in_the_list(reviewer: TestClient, browser: Browser) -> None:
    [spec] = reviewer.get("/api/review/specs").json()
    assert (spec["name"], spec["title"], spec["role"], spec["facts"]) == ("small", "A small interview", "Engineer", [])
    made = reviewer.post("/api/review/invites", json={"spec": "small", "candidate": "Grace", "brief": True})
    assert made.status_code == 201
    invite = made.json()
    assert invite["url"] == f"{SITE}/i/{invite['code']}"
    [row] = reviewer.get("/api/review/interviews").json()
    assert row.pop("created_at")
    assert row == {
        "id": invite["id"],
        "candidate": "Grace",
        "spec": "small",
        "title": "A small interview",
        "status": "invited",
        "started_at": None,
        "ended_at": None,
        "end_reason": None,
        "duration_ms": None,
        "report_version": None,
        "broken_off": False,
        "scoring": "",
    }
    assert browser().post(f"/api/join/{invite['code']}").status_code == 200


def test_what_is_agreed_with_an_invite_reaches_the_interview(
    reviewer: TestClient, browser: Browser, journal: Journal
) -> None:
    agreed = {"role": "Staff engineer", "job_description": "Ranks feeds.", "extra_time": 1.5}
    made = reviewer.post("/api/review/invites", json={"spec": "small", "arrangement": agreed}).json()
    candidate = browser()
    candidate.post(f"/api/join/{made['code']}")
    candidate.post(f"/api/interviews/{made['id']}/consent", json={"recording": True})
    (_, began), *_ = journal.read(made["id"])
    assert isinstance(began, Began)
    assert (began.arrangement.role, began.arrangement.extra_time) == ("Staff engineer", 1.5)
    shown = reviewer.get(f"/api/review/interviews/{made['id']}").json()["arrangement"]
    assert shown == agreed | {"facts": {}, "notes": []}


def test_an_arrangement_that_does_not_fit_is_refused_in_a_sentence(reviewer: TestClient) -> None:
    body = {"spec": "small", "arrangement": {"facts": {"level": "staff"}}}
    answer = reviewer.post("/api/review/invites", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unfit_arrangement")
    assert "no fact 'level'" in answer.json()["error"]["message"]


def test_an_unknown_spec_names_those_there_are(reviewer: TestClient) -> None:
    answer = reviewer.post("/api/review/invites", json={"spec": "none"})
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "There is no such interview; the ones there are: small."


def test_one_interview_shows_all_that_was_said_and_written(
    coding: Candidate, interviewer: world.Interviewer, reviewer: TestClient
) -> None:
    coding.client.post(coding.url("code/submit"), json={"language": "python", "source": world.CODE})
    interviewer.end()
    shown = reviewer.get(f"/api/review/interviews/{coding.invite.id}").json()
    assert [(entry["who"], entry["kind"], entry["section"]) for entry in shown["timeline"]] == [
        ("interviewer", "greeting", ""),
        ("interviewer", "context", ""),
        ("interviewer", "prompt", "1"),
        ("candidate", "spoken", "1"),
        ("interviewer", "prompt", "coding"),
        ("candidate", "submitted", "coding"),
    ]
    assert shown["code"] == {"language": "python", "source": world.CODE, "submitted": True}
    assert (shown["status"], shown["end_reason"], shown["has_recording"]) == ("ended", "completed", False)
    assert shown["sections"][0] == {"id": "1", "title": "Approach"}


def test_one_interview_shows_that_a_submission_was_too_long_to_be_kept(coding: Candidate, reviewer: TestClient) -> None:
    for route in ("code/changes", "code/submit"):
        coding.client.post(coding.url(route), json={"language": "python", "source": "x" * 60_000})
    shown = reviewer.get(f"/api/review/interviews/{coding.invite.id}").json()
    assert [entry["kind"] for entry in shown["timeline"] if entry["section"] == "coding"] == ["prompt", "refused"]
    assert coding.client.get(coding.url("state")).json()["captions"][-1]["who"] == "interviewer"


def test_one_interview_shows_how_long_each_reply_took(
    coding: Candidate, interviewer: world.Interviewer, reviewer: TestClient
) -> None:
    url = f"/api/review/interviews/{coding.invite.id}"
    assert reviewer.get(url).json()["waiting"] == {"first_sound": None, "question": None, "turns": []}
    line = Line(text="Why?", kind="follow_up", section="1")
    timings = {"transcription": 150, "endpointing": 600, "question_ready": 640, "reply": 300}
    interviewer.write(LineStarted(at_ms=90_000, line_id=9, line=line, latency_ms=900, timings=timings))
    shown = reviewer.get(url).json()["waiting"]
    assert shown["first_sound"] == {"turns": 1, "median": 900, "p95": 900, "maximum": 900}
    assert (shown["turns"][0]["at_ms"], shown["turns"][0]["question_ready_ms"]) == (90_000, 640)


def test_an_unknown_interview_is_not_found(reviewer: TestClient) -> None:
    for route in ("", "/report", "/recording"):
        assert reviewer.get(f"/api/review/interviews/{'0' * 32}{route}").status_code == 404


def test_a_report_comes_in_the_form_asked_for(
    config: WebConfig, ada: Candidate, engine: sa.Engine, reviewer: TestClient
) -> None:
    address = f"/api/review/interviews/{ada.invite.id}/report"
    missing = reviewer.get(address)
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "no_report_yet")
    Reports(engine).save(ada.invite.id, "sections", {"form": "sections", "notes": ["<script>1</script>"]})
    assert reviewer.get(address).json() == {"form": "sections", "notes": ["<script>1</script>"], "version": 1}
    assert reviewer.get(address, params={"form": "html"}).status_code == 404
    assert reviewer.get(address, params={"form": "docx"}).status_code == 422
    writing = config.model_copy(update={"render_report": lambda body, form: f"<p>{form} {body['version']}".encode()})
    with TestClient(create_app(writing), base_url=SITE, cookies=dict(reviewer.cookies)) as client:
        html = client.get(address, params={"form": "html"})
        assert (html.text, html.headers["content-type"]) == ("<p>html 1", "text/html; charset=utf-8")
        assert "sandbox" in html.headers["content-security-policy"]
        assert "script" not in html.headers["content-security-policy"]
        assert client.get(address, params={"form": "text"}).headers["content-type"].startswith("text/plain")
        pdf = client.get(address, params={"form": "pdf"})
        assert (pdf.content, pdf.headers["content-type"]) == (b"<p>pdf 1", "application/pdf")


@pytest.fixture
def recorded(ada: Candidate, engine: sa.Engine, config: WebConfig, tmp_path: Path) -> str:
    """The address of a recording."""
    file = tmp_path / "made.ogg"
    file.write_bytes(SOUND)
    Recordings(config.data_dir / "recordings", engine).put(ada.invite.id, file, 60_000, [0.0, 0.5, 1.0])
    return f"/api/review/interviews/{ada.invite.id}/recording"


def test_a_recording_plays_from_anywhere(recorded: str, reviewer: TestClient) -> None:
    whole = reviewer.get(recorded)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, SOUND, "audio/ogg")
    assert (whole.headers["accept-ranges"], whole.headers["cache-control"]) == ("bytes", "no-store")
    for asked, first, last in (
        ("0-", 0, 10_239),
        ("256-511", 256, 511),
        ("-100", 10_140, 10_239),
        ("9-99999", 9, 10_239),
    ):
        part = reviewer.get(recorded, headers={"Range": f"bytes={asked}"})
        assert part.status_code == 206
        assert part.content == SOUND[first : last + 1]
        assert part.headers["content-range"] == f"bytes {first}-{last}/10240"
        assert part.headers["content-length"] == str(last - first + 1)
    head = reviewer.head(recorded)
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "10240", b"")


def test_an_interview_is_read_where_its_sound_is_gone(
    recorded: str, config: WebConfig, reviewer: TestClient, ada: Candidate
) -> None:
    (config.data_dir / "recordings" / f"{ada.invite.id}.ogg").unlink()
    shown = reviewer.get(f"/api/review/interviews/{ada.invite.id}")
    assert (shown.status_code, shown.json()["peaks"]) == (200, [0.0, 0.5, 1.0])
    assert reviewer.get(recorded).json()["error"]["code"] == "no_recording_yet"


def test_a_stretch_outside_the_recording_is_refused(recorded: str, reviewer: TestClient) -> None:
    for asked in ("10240-", "99999-100000", "-0"):
        answer = reviewer.get(recorded, headers={"Range": f"bytes={asked}"})
        assert (answer.status_code, answer.headers["content-range"]) == (416, "bytes */10240")


def test_a_changed_or_odd_range_gives_the_whole(recorded: str, reviewer: TestClient) -> None:
    etag = reviewer.get(recorded).headers["etag"]
    for headers in (
        {"Range": "bytes=5-9", "If-Range": '"older"'},
        {"Range": "lines=1-2"},
        {"Range": "bytes=9-5"},
        {"Range": "bytes=0-1,3-4"},
        {"Range": "bytes=-"},
    ):
        assert reviewer.get(recorded, headers=headers).content == SOUND
    assert reviewer.get(recorded, headers={"Range": "bytes=5-9", "If-Range": etag}).status_code == 206


def test_the_recordings_waveform_comes_with_the_interview(
    recorded: str, reviewer: TestClient, ada: Candidate, browser: Browser
) -> None:
    shown = reviewer.get(f"/api/review/interviews/{ada.invite.id}").json()
    assert (shown["has_recording"], shown["peaks"]) == (True, [0.0, 0.5, 1.0])
    assert ada.client.get(recorded).status_code == 401
