"""What stands before every request: who may post, who may review, what a browser may do, what is logged of it."""

import logging
import re
import traceback
from time import perf_counter
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.config import WebConfig
from web.errors import error_response
from web.health import Metrics
from web.login import COOKIE, Login

log = logging.getLogger("viva.web")

_SAFE = {"GET", "HEAD", "OPTIONS"}
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_OPEN_REVIEW = "/api/review/login"
_WEBHOOK = "/api/livekit/webhook"


class Watchbook:
    """Logs and counts requests by route template, never by address: an invite's code is part of the address."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        began, status = perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            # An exception's words may hold what a candidate said or typed: keep its kind and place alone.
            place = "".join(traceback.format_tb(error.__traceback__))
            log.error("%s in %s %s\n%s", type(error).__name__, scope["method"], _template(scope), place)
            if not status:
                response = error_response(500, "internal", "Something went wrong here; try again in a moment.")
                await response(scope, receive, noting)
        took_s = perf_counter() - began
        self._metrics.request(scope["method"], _template(scope), status, took_s)
        log.info("%s %s %d %.0f ms", scope["method"], _template(scope), status, took_s * 1000)


def _template(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "(none)"))


class Headers:
    """Sets the headers that tell a browser what these pages may do."""

    def __init__(self, app: ASGIApp, config: WebConfig) -> None:
        self._app, self._fixed = app, security_headers(config)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._fixed.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, dressed if scope["type"] == "http" else send)


def security_headers(config: WebConfig) -> dict[str, str]:
    """Everything from this origin, the call's server besides; styles inline because CodeMirror writes its own."""
    livekit = urlsplit(config.browser_livekit_url)
    tls = livekit.scheme in {"wss", "https"}
    call = f"{'wss' if tls else 'ws'}://{livekit.netloc} {'https' if tls else 'http'}://{livekit.netloc}"
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {call}",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "microphone=(self), camera=(), display-capture=(), geolocation=()",
    }
    if config.secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers


class Gate:
    """Refuses posts from other sites, and everything of the review side without a session, before a body is read."""

    def __init__(self, app: ASGIApp, config: WebConfig, login: Login, max_body: int) -> None:
        self._app, self._login, self._max_body = app, login, max_body
        self._origins = allowed_origins(config.public_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        request = HTTPConnection(scope)
        path = re.sub("/+", "/", scope["path"]).rstrip("/")
        if scope["method"] not in _SAFE and path != _WEBHOOK and not self._from_here(request):
            return error_response(403, "other_origin", "This request came from another site; open Viva's own page.")
        reviews = path == "/api/review" or path.startswith("/api/review/")
        if reviews and path != _OPEN_REVIEW and not self._login.signed_in(request.cookies.get(COOKIE)):
            return error_response(401, "not_signed_in", "Sign in with the review password first.")
        # A body that does not say how long it is meets Starlette's limit while it is read.
        length = request.headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._max_body:
            return error_response(413, "too_large", "The request is larger than this server takes; shorten it.")
        return None

    def _from_here(self, request: HTTPConnection) -> bool:
        # Browsers name the origin of every post; programs that hold no ambient cookie name none.
        origin = request.headers.get("origin")
        if origin is not None:
            return origin in self._origins
        return request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}


def allowed_origins(public_url: str) -> frozenset[str]:
    """The public address's origin; where that is this machine, each of this machine's names."""
    url = urlsplit(public_url)
    port = f":{url.port}" if url.port else ""
    host = f"[{url.hostname}]" if ":" in (url.hostname or "") else url.hostname
    hosts = _LOOPBACK if host in _LOOPBACK else (host,)
    return frozenset(f"{url.scheme}://{name}{port}" for name in hosts)
