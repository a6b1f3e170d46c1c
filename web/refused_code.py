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

    def __init__(self, app: ASGIApp, invites: Invites, journal: Journal, folds: Folds) -> None:
        self._app, self._invites, self._journal, self._folds = app, invites, journal, folds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent = _CODE.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if sent is None:
            return await self._app(scope, receive, send)
        request, (interview_id, way) = HTTPConnection(scope), sent.groups()
        read = status = 0

        async def counting() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            return message

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif status == 413 or (status == 422 and _too_large(message.get("body", b""))):
                declared = request.headers.get("content-length", "")
                size = int(declared) if declared.isascii() and declared.isdigit() else read
                cookie = request.cookies.get(COOKIE)
                await run_in_threadpool(self._note, interview_id, cookie, size, way == "submit")
            await send(message)

        await self._app(scope, counting, noting)

    def _note(self, interview_id: str, cookie: str | None, size: int, submitted: bool) -> None:
        """Once for a run of refusals: the page sends the editor's text about once a second."""
        try:
            state = self._folds.of(mine(cookie, interview_id, self._invites)).state
            at_ms = self._journal.clock(interview_id)()
            known = state.code_refused
            if closed_to(state, at_ms) or (known and (known.submitted or not submitted)):
                return
            self._journal.append(interview_id, CodeRefused(at_ms=at_ms, size=size, submitted=submitted))
        except WireError:
            return
        except RecordsError as error:
            # The candidate is told all the same.
            log.warning("refused code of %s was not noted (%s)", interview_id, error.code)


def _too_large(body: bytes) -> bool:
    """Whether this is the one shape of every error, with that code."""
    return bool(json.loads(body)["error"]["code"] == "too_large")
