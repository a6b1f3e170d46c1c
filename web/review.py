"""The hiring team's routes. The gate lets nobody here without a session, except to sign in."""

from contextlib import suppress
from typing import Annotated, Any, Literal

import sqlalchemy as sa
from fastapi import APIRouter, Cookie, Header, Query, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, StreamingResponse

from interview.arranging import misfits
from interview.waiting import waiting
from records.errors import NoRecording
from records.invites import Invites
from records.listing import InterviewRow, interview_row, list_interviews
from records.recordings import MEDIA_TYPE, Recordings
from records.reports import Reports
from web.breakdowns import Breakdowns
from web.candidates import ERRORS
from web.config import WebConfig
from web.contracts import (
    CodeWritten,
    ErrorBody,
    FactItem,
    InterviewDetail,
    InterviewItem,
    Invited,
    NewInvite,
    Password,
    SectionTitle,
    Session,
    SpecItem,
)
from web.errors import WireError
from web.folds import Folds
from web.login import COOKIE, LIFETIME, Login
from web.ranges import Unsatisfiable, stretch
from web.timeline import timeline

REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
"""For the report as a page: it quotes the candidate, so nothing in it runs or loads."""


def login_router(config: WebConfig, login: Login) -> APIRouter:
    """Signing in and out."""
    routes = APIRouter(prefix="/api/review", tags=["review"], responses=ERRORS)

    @routes.post("/login", status_code=204)
    def sign_in(body: Password, request: Request, response: Response) -> None:
        """Opens the review side for twelve hours."""
        session = login.sign_in(body.password, request.client.host if request.client else "")
        response.set_cookie(
            COOKIE,
            session,
            max_age=round(LIFETIME.total_seconds()),
            path="/",
            secure=config.secure,
            httponly=True,
            samesite="strict",
        )

    @routes.post("/logout", status_code=204)
    def sign_out(response: Response, viva_review: Annotated[str | None, Cookie()] = None) -> None:
        """Ends the session."""
        login.sign_out(viva_review)
        response.delete_cookie(COOKIE, path="/", secure=config.secure, httponly=True, samesite="strict")

    @routes.get("/session")
    def session() -> Session:
        """Whether this browser is signed in."""
        return Session(signed_in=True)

    return routes


def router(
    config: WebConfig,
    engine: sa.Engine,
    invites: Invites,
    reports: Reports,
    recordings: Recordings,
    folds: Folds,
    breakdowns: Breakdowns,
) -> APIRouter:
    """Interviews, their reports and recordings, and new invites."""
    routes = APIRouter(prefix="/api/review", tags=["review"], responses=ERRORS)

    def item(row: InterviewRow) -> InterviewItem:
        fields: dict[str, Any] = row.model_dump(include=set(InterviewItem.model_fields))
        return InterviewItem(**fields, broken_off=row.status == "live" and breakdowns.too_many(row.id))

    @routes.get("/specs")
    def specs() -> list[SpecItem]:
        """Interviews that may be invited to."""
        return [
            SpecItem(
                name=spec.name,
                title=spec.title,
                role=spec.role,
                facts=[FactItem(id=fact.id, options=[option.id for option in fact.options]) for fact in spec.facts],
                takes_questions=any(section.takes_questions for section in spec.sections),
            )
            for spec in config.specs
        ]

    @routes.post("/invites", status_code=201)
    def invite(body: NewInvite) -> Invited:
        """Invites a candidate."""
        spec = config.spec_named(body.spec)
        if spec is None:
            names = ", ".join(known.name for known in config.specs) or "none"
            raise WireError(422, "unknown_spec", f"There is no such interview; the ones there are: {names}.")
        persona = config.persona_of(spec)
        if persona is None:
            raise WireError(
                422, "unknown_persona", f"The persona '{spec.persona}' is missing; add it to prompts/personas."
            )
        for _, sentence in misfits(body.arrangement, spec, persona):
            raise WireError(422, "unfit_arrangement", sentence)
        made = invites.create(spec, persona, body.candidate, body.brief, arrangement=body.arrangement)
        return Invited(id=made.id, code=made.code, url=f"{config.public_url.rstrip('/')}/i/{made.code}")

    @routes.get("/interviews")
    def interviews() -> list[InterviewItem]:
        """All interviews, newest first."""
        return [item(row) for row in list_interviews(engine)]

    @routes.get("/interviews/{interview_id}")
    def interview(interview_id: str) -> InterviewDetail:
        """One interview: what was said when, the code, and the recording's waveform."""
        row, made, fold = interview_row(engine, interview_id), invites.get(interview_id), folds.of(interview_id)
        code = fold.state.code
        # From the database alone: where the sound itself cannot be had, all that was said and written still can.
        peaks = None
        with suppress(NoRecording):
            peaks = recordings.open(interview_id).peaks
        return InterviewDetail(
            **item(row).model_dump(),
            arrangement=made.arrangement,
            sections=[SectionTitle(id=section.id, title=section.title) for section in made.spec.sections],
            timeline=sorted(timeline(fold.events), key=lambda entry: (entry.start_ms, entry.seq)),
            code=CodeWritten(**code.model_dump()) if code else None,
            has_recording=peaks is not None,
            peaks=peaks,
            waiting=waiting(event for _, event in fold.events),
        )

    @routes.get("/interviews/{interview_id}/report", response_class=Response)
    def report(
        interview_id: str, form: Annotated[Literal["json", "html", "text", "pdf"], Query()] = "json"
    ) -> Response:
        """The newest report, as data, as a page, as text or as the page in PDF."""
        body = reports.latest(interview_id).body
        if form == "json":
            return JSONResponse(body)
        if config.render_report is None:
            raise WireError(404, "no_such_form", "This server writes reports as JSON only; ask for form=json.")
        written = config.render_report(body, form)
        if form == "html":
            return HTMLResponse(written, headers={"Content-Security-Policy": REPORT_POLICY})
        return PlainTextResponse(written) if form == "text" else Response(written, media_type="application/pdf")

    @routes.head("/interviews/{interview_id}/recording", response_class=Response, include_in_schema=False)
    @routes.get(
        "/interviews/{interview_id}/recording",
        response_class=Response,
        responses={
            200: {"content": {MEDIA_TYPE: {}}, "description": "The whole recording"},
            206: {"content": {MEDIA_TYPE: {}}, "description": "The stretch asked for"},
            416: {"model": ErrorBody},
        },
    )
    def recording(
        interview_id: str,
        wanted: Annotated[str | None, Header(alias="range")] = None,
        if_range: Annotated[str | None, Header()] = None,
    ) -> Response:
        """The recording, whole or the stretch asked for."""
        stored = recordings.open(interview_id)
        etag = f'"{stored.created_at.timestamp():.6f}-{stored.size}"'
        headers = {"Accept-Ranges": "bytes", "ETag": etag}
        try:
            part = stretch(wanted, stored.size) if if_range in (None, etag) else None
        except Unsatisfiable:
            raise WireError(
                416, "no_such_range", "The recording is shorter than that.", {"Content-Range": f"bytes */{stored.size}"}
            ) from None
        start, end = part or (0, stored.size)
        headers["Content-Length"] = str(end - start)
        if part:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{stored.size}"
        return StreamingResponse(
            stored.chunks(start, end), status_code=206 if part else 200, headers=headers, media_type=MEDIA_TYPE
        )

    return routes
