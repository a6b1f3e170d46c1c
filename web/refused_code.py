"""Code that is too long to be kept: its candidate is told so, and the journal that there was some."""

import json
import logging
import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from interview.events import CodeRefused
from records.errors import RecordsError
from records.invites import Invites
from records.journal import Journal
from web.candidates import closed_to, mine
from web.errors import WireError
from web.folds import Folds
from web.tokens import COOKIE

log = logging.getLogger("viva.web")

_CODE = re.compile(r"/api/interviews/([0-9a-f]{32})/code/(changes|submit)")


class RefusedCode:
    """Notes in the journal what is answered with `too_large`, wherever that is found out: most of it is never read."""

    def __init__(self, app: ASGIApp, invites: Invites, journal: Journal, folds: Folds, max_body: int) -> None:
        self._app, self._invites, self._journal, self._folds = app, invites, journal, folds
        self._max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        posted = scope["type"] == "http" and scope["method"] == "POST"
        sent = _CODE.fullmatch(scope["path"]) if posted else None
        if sent is None:
            return await self._app(scope, receive, send)
        request, (interview_id, way) = HTTPConnection(scope), sent.groups()
        cookie, declared = request.cookies.get(COOKIE), request.headers.get("content-length", "")
        read = status = 0
        answer = b""

        async def counting() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            return message

        async def noting(message: Message) -> None:
            nonlocal status, answer
            if message["type"] == "http.response.start":
                status = message["status"]
            elif status in (413, 422):
                answer += message.get("body", b"")
                if not message.get("more_body", False):
                    # Of what is refused unread there is only a length that its sender declares, true or not.
                    unread = status == 413 and (read > self._max_body or _above(declared, self._max_body))
                    if unread or (status == 422 and _too_large(answer)):
                        size = self._max_body if unread else read
                        await run_in_threadpool(self._note, interview_id, cookie, size, unread, way == "submit")
            await send(message)

        await self._app(scope, counting, noting)

    def _note(self, interview_id: str, cookie: str | None, size: int, at_least: bool, submitted: bool) -> None:
        """Once for a run of refusals: the page sends the editor's text about once a second."""
        try:
            state = self._folds.of(mine(cookie, interview_id, self._invites)).state
            at_ms = self._journal.clock(interview_id)()
            known = state.code_refused
            if closed_to(state, at_ms) or (known and (known.submitted or not submitted)):
                return
            refused = CodeRefused(at_ms=at_ms, size=size, at_least=at_least, submitted=submitted)
            self._journal.append(interview_id, refused)
        except WireError:
            return
        except RecordsError as error:
            # The candidate is told all the same.
            log.warning("refused code of %s was not noted (%s)", interview_id, error.code)


def _too_large(body: bytes) -> bool:
    """Whether this is the one shape of every error, with that code."""
    try:
        return bool(json.loads(body)["error"]["code"] == "too_large")
    except (ValueError, KeyError, TypeError):
        return False


def _above(length: str, most: int) -> bool:
    """Whether this is a length, and above so many bytes."""
    return length.isascii() and length.isdigit() and int(length) > most
