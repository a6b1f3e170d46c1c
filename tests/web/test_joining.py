"""A candidate's link: one browser, one room, ten minutes."""

import json
from collections.abc import Callable
from datetime import timedelta

import jwt
import pytest

from records.invites import Invites
from records.journal import Journal
from tests.web import world
from tests.web.conftest import SITE, Browser, Candidate
from web import tokens
from web.config import WebConfig


def test_the_token_opens_one_room_with_the_microphone_alone(ada: Candidate, config: WebConfig) -> None:
    claims = jwt.decode(
        ada.token, config.livekit_api_secret.get_secret_value(), ["HS256"], issuer=config.livekit_api_key
    )
    assert claims.pop("exp") - claims.pop("nbf") == 600
    room = claims.pop("roomConfig")
    assert json.loads(room.pop("agents")[0].pop("metadata")) == {"interview_id": ada.invite.id}
    assert room == {"emptyTimeout": 60, "departureTimeout": 30, "maxParticipants": 3}
    assert claims == {
        "iss": config.livekit_api_key,
        "sub": f"candidate-{ada.invite.id[:8]}",
        "video": {
            "roomJoin": True,
            "room": ada.invite.id,
            "canPublish": True,
            "canSubscribe": True,
            "canPublishData": False,
            "canPublishSources": ["microphone"],
            "canUpdateOwnMetadata": False,
        },
    }


def test_a_token_without_a_room_is_never_made(config: WebConfig) -> None:
    with pytest.raises(ValueError, match="without a room"):
        tokens.candidate_token(config, "")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: Browser, invites: Invites) -> None:
    invite = invites.create(world.spec(), world.persona())
    answer = browser().post(f"/api/join/{invite.code}")
    cookie = answer.headers["set-cookie"]
    value = cookie.split("=", 1)[1].split(";")[0]
    assert cookie.startswith("viva_candidate=")
    assert len(value) == 43
    for flag in ("HttpOnly", "SameSite=strict", "Path=/"):
        assert flag in cookie
    assert "Secure" not in cookie
    assert answer.headers["cache-control"] == "no-store"


def test_joining_says_what_the_page_needs(browser: Browser, invites: Invites, config: WebConfig) -> None:
    invite = invites.create(world.spec(), world.persona(), "Ada")
    body = browser().post(f"/api/join/{invite.code}").json()
    assert body.pop("token")
    assert body == {
        "interview_id": invite.id,
        "livekit_url": config.livekit_url,
        "identity": f"candidate-{invite.id[:8]}",
        "candidate": "Ada",
        "consented": False,
        "ended": False,
        "title": "A small interview",
    }


def test_the_same_browser_comes_back_with_a_fresh_token(begun: Candidate) -> None:
    again = begun.client.post(f"/api/join/{begun.invite.code}")
    assert again.status_code == 200
    assert again.json()["consented"]


def test_one_browser_may_hold_two_interviews(ada: Candidate, invites: Invites) -> None:
    other = invites.create(world.spec(), world.persona())
    assert ada.client.post(f"/api/join/{other.code}").status_code == 200
    assert ada.client.get(ada.url("state")).status_code == 200
    assert ada.client.get(f"/api/interviews/{other.id}/state").status_code == 200


def test_another_browser_is_refused(ada: Candidate, browser: Browser) -> None:
    thief = browser()
    answer = thief.post(f"/api/join/{ada.invite.code}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "invite_taken")
    assert "set-cookie" not in answer.headers
    thief.cookies.set("viva_candidate", "A" * 43)
    assert thief.post(f"/api/join/{ada.invite.code}").status_code == 409


def test_an_unknown_link_is_refused_in_a_sentence(browser: Browser) -> None:
    answer = browser().post("/api/join/" + "x" * 24)
    assert answer.status_code == 404
    assert answer.json()["error"] == {
        "code": "invite_unknown",
        "message": "There is no interview under this link; check that it was copied whole.",
    }


def test_guessing_links_is_slowed_down(browser: Browser, invites: Invites) -> None:
    invite = invites.create(world.spec(), world.persona())
    guesser = browser()
    answers = [guesser.post(f"/api/join/{n:024}").status_code for n in range(21)]
    assert answers == [404] * 20 + [429]
    blocked = guesser.post(f"/api/join/{22:024}")
    assert 0 < int(blocked.headers["retry-after"]) <= 60
    # Others behind the same address, a proxy's for instance, come in all the same.
    assert browser().post(f"/api/join/{invite.code}").status_code == 200


def test_an_expired_link_is_refused(browser: Browser, invites: Invites) -> None:
    invite = invites.create(world.spec(), world.persona(), valid_for=timedelta(seconds=-1))
    answer = browser().post(f"/api/join/{invite.code}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "invite_expired")


def test_a_used_link_gives_no_token(coding: Candidate, interviewer: world.Interviewer) -> None:
    interviewer.end()
    answer = coding.client.post(f"/api/join/{coding.invite.code}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "invite_used")


STRANGERS: dict[str, str | None] = {
    "no cookie": None,
    "a made-up one": "A" * 43,
    "an odd one": "' or 1=1 --",
    "a long one": "A" * 4000,
}
ROUTES: dict[str, dict[str, object]] = {
    "consent": {"recording": True},
    "code/changes": {"language": "python", "source": ""},
    "code/submit": {"language": "python", "source": ""},
    "say": {"text": "hello"},
    "hold": {"on": True},
    "leave": {},
}


@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS)
def test_no_other_browser_gets_at_the_interview(
    coding: Candidate, browser: Browser, journal: Journal, stranger: str | None
) -> None:
    client, before = browser(), journal.last_seq(coding.invite.id)
    if stranger is not None:
        client.cookies.set("viva_candidate", stranger)
    answers = [client.get(coding.url("state"))]
    answers += [client.post(coding.url(route), json=body) for route, body in ROUTES.items()]
    assert {(answer.status_code, answer.json()["error"]["code"]) for answer in answers} == {(401, "not_your_interview")}
    assert journal.last_seq(coding.invite.id) == before


def test_one_candidate_cannot_reach_anothers_interview(join: Callable[[], Candidate]) -> None:
    ada, grace = join(), join()
    assert ada.client.get(grace.url("state")).status_code == 401
    assert ada.client.get("/api/interviews/unknown/state").status_code == 401


def test_over_https_cookies_are_for_https_alone(config: WebConfig, invites: Invites) -> None:
    from fastapi.testclient import TestClient

    from web.app import create_app

    app = create_app(config.model_copy(update={"public_url": "https://viva.example"}))
    invite = invites.create(world.spec(), world.persona())
    with TestClient(app, base_url="https://viva.example") as client:
        answer = client.post(f"/api/join/{invite.code}")
        assert "Secure" in answer.headers["set-cookie"]
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert client.post(f"/api/join/{invite.code}", headers={"Origin": SITE}).status_code == 403
