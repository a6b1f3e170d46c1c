"""What a candidate's browser holds: a cookie bound to its interview, and a short-lived token for one LiveKit room."""

import hashlib
import json
import re
import secrets
from datetime import timedelta
from typing import Any

from livekit.api import AccessToken, CreateRoomRequest, RoomAgentDispatch, RoomConfiguration, VideoGrants

from interview.names import AGENT_NAME, candidate_identity
from web.config import WebConfig

LIFETIME = timedelta(minutes=10)
"""How long a token opens the room; LiveKit checks it when a connection is made."""
COOKIE = "viva_candidate"
_COOKIE_FORM = re.compile(r"[A-Za-z0-9_-]{43}")


def new_browser() -> str:
    """32 random bytes for a browser's cookie."""
    return secrets.token_urlsafe(32)


def browser_of(cookie: str | None) -> str | None:
    """The cookie's value when it has the form of one of ours; None otherwise."""
    return cookie if cookie and _COOKIE_FORM.fullmatch(cookie) else None


def browser_hash(browser: str) -> str:
    """What the database keeps of a browser's cookie: its sha256 in hex."""
    return hashlib.sha256(browser.encode()).hexdigest()


def dispatch_metadata(interview_id: str) -> str:
    """What an interviewer is told when it is called to a room."""
    return json.dumps({"interview_id": interview_id})


def room_request(interview_id: str) -> CreateRoomRequest:
    """Opens this interview's room before its candidate comes, as the candidate's token would."""
    return CreateRoomRequest(name=interview_id, **_room(interview_id, empty_s=300))


def _room(interview_id: str, empty_s: int) -> dict[str, Any]:
    return {
        "empty_timeout": empty_s,
        "departure_timeout": 30,
        # The candidate, the interviewer, and for some seconds a dead interviewer that LiveKit has not noticed yet.
        "max_participants": 3,
        "agents": [RoomAgentDispatch(agent_name=AGENT_NAME, metadata=dispatch_metadata(interview_id))],
    }


def candidate_token(config: WebConfig, interview_id: str) -> str:
    """A JWT for this interview's room alone: speak and listen, nothing else."""
    if not interview_id:
        raise ValueError("a token without a room would open any room")
    grants = VideoGrants(
        room_join=True,
        room=interview_id,
        can_publish=True,
        can_subscribe=True,
        can_publish_data=False,
        can_publish_sources=["microphone"],
        can_update_own_metadata=False,
    )
    token = AccessToken(config.livekit_api_key, config.livekit_api_secret.get_secret_value())
    return (
        token.with_identity(candidate_identity(interview_id))
        .with_ttl(LIFETIME)
        .with_grants(grants)
        .with_room_config(RoomConfiguration(**_room(interview_id, empty_s=60)))
        .to_jwt()
    )
