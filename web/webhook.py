"""LiveKit's word that something changed in a room: a reason to look at once instead of within two seconds."""

from fastapi import APIRouter, Request
from livekit.api import TokenVerifier, WebhookReceiver

from web.config import WebConfig
from web.errors import WireError
from web.watch import Watch


def router(config: WebConfig, watch: Watch) -> APIRouter:
    """The address for LiveKit's `webhook.urls`; takes only what is signed with our key."""
    routes = APIRouter(include_in_schema=False)
    receiver = WebhookReceiver(TokenVerifier(config.livekit_api_key, config.livekit_api_secret.get_secret_value()))

    @routes.post("/api/livekit/webhook", status_code=204)
    async def webhook(request: Request) -> None:
        body = await request.body()
        try:
            receiver.receive(body.decode(), request.headers.get("authorization", ""))
        except Exception:
            # The receiver raises bare Exception for a wrong hash, PyJWT's errors for a wrong token.
            raise WireError(401, "bad_signature", "This is not signed with the LiveKit key set here.") from None
        watch.wake()

    return routes
