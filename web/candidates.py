"""The candidate's routes: join with the link, agree, type, submit, hold, leave."""

import re
from datetime import UTC, datetime
from threading import Lock
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Cookie, Depends, Header, Request, Response

from interview.events import Began, CandidateLeft, CandidateTyped, CodeChanged, CodeSubmitted, Event, HoldSet
from interview.names import candidate_identity
from interview.state import State
from records.errors import InterviewOver, InviteUnknown
from records.invites import Invites
from records.journal import Journal
from web.breakdowns import Breakdowns
from web.calls import Calls
from web.config import WebConfig
from web.contracts import CodeText, Consent, ErrorBody, Hold, Joined, Say, Screen, Submitted
from web.errors import WireError
from web.folds import Folds
from web.screen import coding_section, screen
from web.throttle import Throttle
from web.tokens import COOKIE, browser_hash, browser_of, candidate_token, new_browser

_CODE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_ID = re.compile(r"[0-9a-f]{32}")
_GUESSES, _GUESSES_PER_S = 20, 60.0
"""Unknown links from one address before it has to wait."""
_WRITES, _WRITES_PER_S = 60, 10.0
"""Things one candidate may send; the page sends the editor's text about once a second."""
_LOCKS = 64
"""Code of one interview is taken in turn; few enough to keep, enough that one slow save holds up no other interview."""
_LATE_MS = 6_000
"""How long after the editor closed its text is still taken: the page keeps text back for up to 3 s, and a slow network
needs about as long."""

Key = Annotated[str | None, Header(alias="Idempotency-Key", pattern=r"^[A-Za-z0-9_-]{16,32}$")]
"""A browser's own name for one thing it sends, 16 to 32 characters. A try whose answer was lost is sent again under the
same name: what was kept of the first stays as it is, and nothing is written twice."""

ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody} for status in (400, 401, 403, 404, 409, 410, 413, 422, 429, 503, 507)
}


def mine(cookie: str | None, interview_id: str, invites: Invites) -> str:
    """The interview's id when this browser is the one bound to it; WireError otherwise, whether or not there is one.

    Raises InterviewErased for a tombstone: its candidate shall hear of that, and it knows its browser no more.
    """
    browser = browser_of(cookie)
    if browser and _ID.fullmatch(interview_id) and invites.holds(interview_id, browser_hash(browser)):
        return interview_id
    raise WireError(401, "not_your_interview", "This browser does not hold this interview; open your link again.")


def closed_to(state: State, at_ms: int) -> WireError | None:
    """Why no code is taken now; None: it is."""
    if state.code and state.code.submitted and not state.editor_open:
        return WireError(409, "already_submitted", "Your code was already submitted; it cannot be changed any more.")
    just_closed = state.editor_closed_ms is not None and at_ms - state.editor_closed_ms <= _LATE_MS
    if state.stage == "ended" or not (state.editor_open or just_closed):
        return WireError(409, "editor_closed", "The editor is closed; nothing more can be written in it.")
    return None


def router(
    config: WebConfig, invites: Invites, journal: Journal, folds: Folds, calls: Calls, breakdowns: Breakdowns
) -> APIRouter:
    """Everything a candidate's page asks of this server."""
    routes = APIRouter(prefix="/api", tags=["candidate"], responses=ERRORS)
    guesses = Throttle(_GUESSES, _GUESSES_PER_S)
    writes = Throttle(_WRITES, _WRITES_PER_S)
    submitting = [Lock() for _ in range(_LOCKS)]

    def owner(interview_id: str, viva_candidate: Annotated[str | None, Cookie()] = None) -> str:
        return mine(viva_candidate, interview_id, invites)

    Mine = Annotated[str, Depends(owner)]

    def writer(interview_id: Mine) -> str:
        if wait_s := writes.wait_s(interview_id):
            raise WireError(429, "too_fast", "Too much at once; wait a moment.", {"Retry-After": str(wait_s)})
        writes.count(interview_id)
        return interview_id

    Writer = Annotated[str, Depends(writer)]

    def append(interview_id: str, event: Event, after: BackgroundTasks, key: str | None) -> None:
        seq = journal.append(interview_id, event, key)
        after.add_task(calls.nudge, interview_id, seq)

    def in_turn(interview_id: str) -> Lock:
        return submitting[hash(interview_id) % _LOCKS]

    def show(interview_id: str) -> Screen:
        # The fold first: the invite read after it is at least as new, so what is over never shows as running.
        fold, invite = folds.of(interview_id), invites.get(interview_id)
        now_ms = journal.clock(interview_id)() if invite.started_at else 0
        return screen(invite, fold, now_ms, broken_off=breakdowns.too_many(interview_id))

    @routes.post("/join/{code}")
    def join(
        code: str,
        request: Request,
        response: Response,
        after: BackgroundTasks,
        viva_candidate: Annotated[str | None, Cookie()] = None,
    ) -> Joined:
        """Binds the link to this browser the first time, and gives it a fresh token for the call."""
        address = request.client.host if request.client else ""
        browser = browser_of(viva_candidate) or new_browser()
        try:
            if not _CODE.fullmatch(code):
                raise InviteUnknown("There is no interview under this link; check that it was copied whole.")
            invite = invites.claim(code, browser_hash(browser))
        except InviteUnknown:
            # Only now: a link that is right opens whatever others try from behind the same address.
            if wait_s := guesses.wait_s(address):
                headers = {"Retry-After": str(wait_s)}
                raise WireError(429, "too_many_tries", "Too many wrong links; wait a minute.", headers) from None
            guesses.count(address)
            raise
        breakdowns.begin_anew(invite.id)
        if invite.started_at is None:
            after.add_task(calls.expect, invite.id)
        response.set_cookie(
            COOKIE,
            browser,
            max_age=round((invite.expires_at - invite.created_at).total_seconds()),
            path="/",
            secure=config.secure,
            httponly=True,
            samesite="strict",
        )
        return Joined(
            interview_id=invite.id,
            livekit_url=config.browser_livekit_url,
            token=candidate_token(config, invite.id),
            identity=candidate_identity(invite.id),
            candidate=invite.candidate,
            consented=invite.started_at is not None,
            ended=invite.ended_at is not None,
            title=invite.spec.title,
        )

    @routes.get("/interviews/{interview_id}/state")
    def state(interview_id: Mine) -> Screen:
        """What the page shows now."""
        return show(interview_id)

    @routes.post("/interviews/{interview_id}/consent")
    def consent(interview_id: Writer, body: Consent, after: BackgroundTasks) -> Screen:
        """Begins the interview; nothing is recorded or transcribed before. Given again, it changes nothing."""
        if not body.recording:
            raise WireError(
                400, "recording_needed", "This interview is recorded; it begins only once you agree to that."
            )
        invite = invites.get(interview_id)
        if invite.ended_at is not None:
            raise InterviewOver("This interview is over; ask whoever invited you for a new link.")
        began = Began(
            at_ms=0,
            interview_id=invite.id,
            candidate=invite.candidate,
            started_at=datetime.now(UTC),
            recording=True,
            brief=invite.brief,
            arrangement=invite.arrangement,
            spec=invite.spec,
            persona=invite.persona,
            versions=config.versions,
        )
        after.add_task(calls.nudge, interview_id, journal.begin(began))
        return show(interview_id)

    def editable(interview_id: str, language: str, at_ms: int, key: str | None) -> None:
        if key and journal.kept(interview_id, key):
            return
        state = folds.of(interview_id).state
        if closed := closed_to(state, at_ms):
            raise closed
        section = coding_section(invites.get(interview_id).spec, state)
        if section is None or section.coding is None or language not in section.coding.starter:
            raise WireError(422, "other_language", "This task is not set in that language; choose one the page offers.")

    @routes.post("/interviews/{interview_id}/code/changes", status_code=204)
    def code_changes(interview_id: Writer, body: CodeText, after: BackgroundTasks, key: Key = None) -> None:
        """Keeps the editor's text."""
        at_ms = journal.clock(interview_id)
        with in_turn(interview_id):
            now_ms = at_ms()
            editable(interview_id, body.language, now_ms, key)
            append(interview_id, CodeChanged(at_ms=now_ms, language=body.language, source=body.source), after, key)

    @routes.post("/interviews/{interview_id}/code/submit")
    def code_submit(interview_id: Writer, body: CodeText, after: BackgroundTasks, key: Key = None) -> Submitted:
        """Takes the coding answer, once."""
        at_ms = journal.clock(interview_id)
        with in_turn(interview_id):
            now_ms = at_ms()
            editable(interview_id, body.language, now_ms, key)
            append(interview_id, CodeSubmitted(at_ms=now_ms, language=body.language, source=body.source), after, key)
        return Submitted(submitted=True)

    @routes.post("/interviews/{interview_id}/say", status_code=204)
    def say(interview_id: Writer, body: Say, after: BackgroundTasks, key: Key = None) -> None:
        """Takes a typed answer."""
        at_ms = journal.clock(interview_id)
        append(interview_id, CandidateTyped(at_ms=at_ms(), text=body.text.strip()), after, key)

    @routes.post("/interviews/{interview_id}/hold", status_code=204)
    def hold(interview_id: Writer, body: Hold, after: BackgroundTasks, key: Key = None) -> None:
        """Asks for a moment, or ends it."""
        at_ms = journal.clock(interview_id)
        append(interview_id, HoldSet(at_ms=at_ms(), on=body.on), after, key)

    @routes.post("/interviews/{interview_id}/leave", status_code=204)
    def leave(interview_id: Writer, after: BackgroundTasks) -> None:
        """Ends the interview from the candidate's side; over already is as good."""
        at_ms = journal.clock(interview_id)
        if folds.of(interview_id).left or invites.get(interview_id).ended_at is not None:
            return
        append(interview_id, CandidateLeft(at_ms=at_ms()), after, None)

    return routes
