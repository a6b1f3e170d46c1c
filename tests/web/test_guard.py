"""What stands before every request."""

import json
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.conftest import PASSWORD, SITE, Browser, Candidate
from web.app import MAX_BODY, create_app
from web.config import WebConfig
from web.guard import allowed_origins


def test_every_answer_tells_the_browser_what_these_pages_may_do(browser: Browser, ada: Candidate) -> None:
    for path in ("/", f"/i/{ada.invite.code}", "/api/review/interviews", "/healthz", "/nowhere", "/assets/app-1a2b.js"):
        headers = browser().get(path).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert policy["connect-src"] == "'self' ws://127.0.0.1:9 http://127.0.0.1:9"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "microphone=(self)" in headers["permissions-policy"]
        assert "server" not in headers


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://testserver", "http://testserver:81", ""])
def test_posts_from_other_sites_are_refused(browser: Browser, ada: Candidate, origin: str) -> None:
    for path, body in (
        ("/api/review/login", {"password": PASSWORD}),
        (f"/api/join/{ada.invite.code}", {}),
        (ada.url("consent"), {"recording": True}),
    ):
        answer = ada.client.post(path, json=body, headers={"Origin": origin})
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "other_origin")


def test_a_program_without_an_origin_may_post_and_a_cross_site_browser_may_not(app: FastAPI) -> None:
    with TestClient(app, base_url=SITE) as client:
        assert client.post("/api/review/login", json={"password": PASSWORD}).status_code == 204
        crossing = client.post("/api/review/logout", headers={"Sec-Fetch-Site": "cross-site"})
        assert crossing.status_code == 403


def test_every_name_of_this_machine_is_the_same_origin_and_no_other_is() -> None:
    here = {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"}
    assert allowed_origins("http://localhost:8080/") == here
    assert allowed_origins("http://[::1]:8080") == here
    assert allowed_origins("https://viva.example/base") == {"https://viva.example"}


def test_only_json_is_read(ada: Candidate) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = ada.client.post(ada.url("consent"), content='{"recording": true}', headers={"Content-Type": kind})
        assert answer.status_code == 422
    answer = ada.client.post(ada.url("consent"), content='{"recording": ', headers={"Content-Type": "application/json"})
    assert answer.json()["error"] == {
        "code": "not_json",
        "message": "The body is not valid JSON; send one JSON object.",
    }


def test_a_wrong_field_is_named_and_never_repeated(begun: Candidate) -> None:
    for route, body, sentence in (
        ("say", {}, "'text' is missing; send it."),
        (
            "say",
            {"text": "hi", "secret": 1},
            "'secret' was refused (extra forbidden); see /api/openapi.json for its form.",
        ),
        ("say", {"text": " \n "}, "'text' was refused (string pattern mismatch); see /api/openapi.json for its form."),
        ("hold", {"on": "secret"}, "'on' was refused (bool parsing); see /api/openapi.json for its form."),
    ):
        answer = begun.client.post(begun.url(route), json=body)
        assert (answer.status_code, answer.json()["error"]["message"]) == (422, sentence)


def test_a_huge_body_is_refused_whether_or_not_it_says_so(coding: Candidate) -> None:
    body = json.dumps({"language": "python", "source": "x" * MAX_BODY}).encode()
    kind = {"Content-Type": "application/json"}
    declared = coding.client.post(coding.url("code/changes"), content=body, headers=kind)
    chunked = coding.client.post(
        coding.url("code/changes"), content=(body[at : at + 65_536] for at in range(0, len(body), 65_536)), headers=kind
    )
    for answer in (declared, chunked):
        assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_an_unforeseen_failure_is_told_and_logged_without_its_words(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    @app.get("/api/broken/{thing}")
    def broken(thing: str) -> None:
        raise ValueError(f"the candidate said {thing}")

    # The pages' catch-all stands last; a route added after it has to go before.
    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, base_url=SITE) as client, caplog.at_level("DEBUG"):
        answer = client.get("/api/broken/something-private")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal")
    assert answer.headers["x-content-type-options"] == "nosniff"
    [logged] = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert logged.startswith("ValueError in GET /api/broken/{thing}")
    assert "private" not in logged


def test_metrics_count_by_route_and_name_nobody(coding: Candidate) -> None:
    coding.client.request("MADE-UP", "/healthz", headers={"Origin": SITE})
    text = coding.client.get("/metrics").text
    assert 'viva_http_requests_total{method="POST",route="/api/join/{code}",status="200"} 1.0' in text
    assert "viva_live_interviews 1.0" in text
    for private in (coding.invite.code, coding.invite.id, "Ada", "MADE-UP"):
        assert private not in text


def test_health_is_about_the_process_and_readiness_about_its_neighbours(browser: Browser) -> None:
    client = browser()
    assert client.get("/healthz").json() == {"ok": True}
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "no_livekit")


def test_pages_come_from_one_file_and_assets_last(browser: Browser) -> None:
    client = browser()
    for path in ("/", "/i/some-code", "/review", "/review/0123"):
        page = client.get(path)
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
        assert "<title>Viva</title>" in page.text
    assert client.head("/").status_code == 200
    assert "immutable" in client.get("/assets/app-1a2b.js").headers["cache-control"]
    for path in ("/nowhere", "/api/nowhere", "/assets/../../viva.db", "/%2e%2e/viva.db", "/assets/%00"):
        missing = client.get(path)
        assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")


def test_pages_that_are_not_built_say_how_to_build_them(config: WebConfig, tmp_path: Path) -> None:
    app = create_app(config.model_copy(update={"ui_dir": tmp_path / "none"}))
    with TestClient(app, base_url=SITE) as client:
        for path in ("/", "/i/some-code", "/review"):
            answer = client.get(path)
            assert answer.status_code == 503
            assert "make setup" in answer.text
        assert client.get("/assets/app.js").status_code == 404


def test_a_webhook_without_our_signature_is_refused(browser: Browser) -> None:
    for headers in ({}, {"Authorization": "x.y.z"}):
        answer = browser().post("/api/livekit/webhook", content='{"event": "room_started"}', headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "bad_signature")


def test_a_webhook_with_our_signature_is_taken(browser: Browser, config: WebConfig) -> None:
    import base64
    import hashlib

    from livekit.api import AccessToken

    body = '{"event": "participant_left", "room": {"name": "any"}}'
    token = AccessToken(config.livekit_api_key, config.livekit_api_secret.get_secret_value())
    signed = token.with_sha256(base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()).to_jwt()
    answer = browser().post("/api/livekit/webhook", content=body, headers={"Authorization": signed})
    assert answer.status_code == 204
    tampered = browser().post("/api/livekit/webhook", content=body + " ", headers={"Authorization": signed})
    assert tampered.status_code == 401
