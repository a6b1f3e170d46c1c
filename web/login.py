"""The review side's login: one password, and a signed cookie for twelve hours."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

import jwt

from web.config import WebConfig
from web.errors import WireError
from web.throttle import Throttle

COOKIE = "viva_review"
LIFETIME = timedelta(hours=12)
_AUDIENCE = "viva-review"
TRIES, TRIES_PER_S = 5, 60.0


class Login:
    """Checks the password and the sessions. The key hangs on the password, so a new password ends every session."""

    def __init__(self, config: WebConfig, throttle: Throttle | None = None) -> None:
        self._password = config.review_password.get_secret_value().encode()
        self._key = hmac.digest(config.session_secret.get_secret_value().encode(), self._password, hashlib.sha256)
        self._throttle = throttle or Throttle(TRIES, TRIES_PER_S)
        self._ended: dict[str, datetime] = {}
        """Sessions signed out before their time; in memory, so a restart forgets them."""
        self._lock = Lock()

    def sign_in(self, password: str, address: str) -> str:
        """A session for the right password; WireError for a wrong one and, after five, for any for up to a minute."""
        with self._lock:
            if wait_s := self._throttle.wait_s(address):
                raise WireError(
                    429,
                    "too_many_tries",
                    f"Too many wrong passwords; try again in {wait_s} seconds.",
                    {"Retry-After": str(wait_s)},
                )
            if not hmac.compare_digest(password.encode(), self._password):
                self._throttle.count(address)
                raise WireError(
                    401, "wrong_password", "That is not the review password; `viva up` prints it when it starts."
                )
            self._throttle.forget(address)
        now = datetime.now(UTC)
        claims = {"aud": _AUDIENCE, "iat": now, "exp": now + LIFETIME, "jti": secrets.token_hex(16)}
        return jwt.encode(claims, self._key, algorithm="HS256")

    def signed_in(self, session: str | None) -> bool:
        """Whether this cookie is a session that still runs."""
        claims = self._claims(session)
        return claims is not None and claims["jti"] not in self._ended

    def sign_out(self, session: str | None) -> None:
        """End a session before its time."""
        if claims := self._claims(session):
            now = datetime.now(UTC)
            with self._lock:
                self._ended = {jti: end for jti, end in self._ended.items() if end > now}
                self._ended[claims["jti"]] = datetime.fromtimestamp(claims["exp"], UTC)

    def _claims(self, session: str | None) -> dict[str, Any] | None:
        try:
            return jwt.decode(
                session or "", self._key, ["HS256"], audience=_AUDIENCE, options={"require": ["exp", "jti"]}
            )
        except jwt.InvalidTokenError:
            return None
