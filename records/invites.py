"""Invites: how an interview comes to be, and which browser may take it."""

import hmac
import secrets
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import AwareDatetime, BaseModel, ConfigDict

from interview.arrangement import Arrangement
from interview.events import EndReason
from interview.persona import Persona
from interview.spec import Spec
from records.database import read, write
from records.errors import InterviewErased, InterviewUnknown, InviteExpired, InviteTaken, InviteUnknown, InviteUsed
from records.journal import utc_now
from records.tables import interviews

Status = Literal["invited", "joined", "live", "ended", "scored"]
"""invited: nobody came yet. joined: a browser is bound. live: consent was given. ended: over. scored: with a report."""

_NOTHING_AGREED = Arrangement()


class Invite(BaseModel):
    """One invited interview and the rules it is held under, as they were when it was made."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    """uuid4 in hex; also the name of the call's room."""
    code: str
    """The secret part of the link: 144 random bits, url-safe."""
    spec: Spec
    persona: Persona
    candidate: str
    """Empty when no name was given."""
    brief: bool
    """At most one follow-up a section."""
    arrangement: Arrangement
    status: Status
    created_at: AwareDatetime
    expires_at: AwareDatetime
    started_at: AwareDatetime | None
    """When consent was given."""
    ended_at: AwareDatetime | None
    end_reason: EndReason | None


class Invites:
    """Makes, finds and binds invites."""

    def __init__(self, engine: sa.Engine, now: Callable[[], datetime] = utc_now) -> None:
        """`now` is the wall clock, in UTC."""
        self._engine = engine
        self._now = now

    def create(
        self,
        spec: Spec,
        persona: Persona,
        candidate: str = "",
        brief: bool = False,
        valid_for: timedelta = timedelta(days=7),
        arrangement: Arrangement = _NOTHING_AGREED,
    ) -> Invite:
        """A new invite; the arrangement must fit the spec (`interview.arranging`).

        Keeps a copy of spec and persona, so that later edits do not change an invited interview.
        """
        made = self._now()
        invite = Invite(
            id=uuid.uuid4().hex,
            code=secrets.token_urlsafe(18),
            spec=spec,
            persona=persona,
            # A name is one line: control characters would garble lists, and Postgres refuses NUL.
            candidate=" ".join("".join(c if c.isprintable() else " " for c in candidate).split()),
            brief=brief,
            arrangement=arrangement,
            status="invited",
            created_at=made,
            expires_at=made + valid_for,
            started_at=None,
            ended_at=None,
            end_reason=None,
        )
        rules = invite.model_dump(mode="json", include={"spec", "persona", "arrangement"})
        columns = invite.model_dump(exclude=set(rules))
        with write(self._engine) as connection:
            connection.execute(interviews.insert().values(**columns, **rules, spec_name=spec.name, title=spec.title))
        return invite

    def claim(self, code: str, browser_token_hash: str) -> Invite:
        """Opens the invite in one browser. The first binds it; that same one may come again, no other.

        `browser_token_hash` is the sha256 in hex of the browser's secret. Raises InviteUnknown, InviteUsed once the
        interview ended, InviteTaken for another browser, InviteExpired when it was not begun in time.
        """
        with write(self._engine) as connection:
            row = _by_code(connection, code)
            if row.ended_at is not None:
                raise InviteUsed(
                    "This interview is over and its link is used up; ask whoever invited you for a new one."
                )
            if row.browser_hash is not None and not _same(row.browser_hash, browser_token_hash):
                raise InviteTaken(
                    "This link was already opened in another browser; go back to it or ask for a new link."
                )
            if row.started_at is None and self._now() >= row.expires_at:
                raise InviteExpired("This link has expired; ask whoever invited you for a new one.")
            if row.browser_hash is not None:
                return _invite(row)
            bound = (
                interviews.update()
                .where(interviews.c.id == row.id)
                .values(browser_hash=browser_token_hash, status="joined")
            )
            connection.execute(bound)
            return _invite(row).model_copy(update={"status": "joined"})

    def get(self, interview_id: str) -> Invite:
        """The invite of this interview. Raises InterviewUnknown (InterviewErased, a kind of it, for a tombstone)."""
        with read(self._engine) as connection:
            row = connection.execute(sa.select(interviews).where(interviews.c.id == interview_id)).one_or_none()
        if row is None:
            raise InterviewUnknown("There is no such interview; look its id up with `viva interviews`.")
        if row.status == "erased":
            raise InterviewErased("This interview was erased; nothing of it is kept.")
        return _invite(row)

    def holds(self, interview_id: str, browser_token_hash: str) -> bool:
        """Whether this browser is the one bound to the interview.

        Raises InterviewErased for a tombstone, which knows its browser no more.
        """
        query = sa.select(interviews.c.browser_hash, interviews.c.status).where(interviews.c.id == interview_id)
        with read(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        if row is not None and row.status == "erased":
            raise InterviewErased("This interview was erased; nothing of it is kept.")
        return row is not None and row.browser_hash is not None and _same(row.browser_hash, browser_token_hash)


def _by_code(connection: sa.Connection, code: str) -> Any:
    query = sa.select(interviews).where(interviews.c.code == code).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        raise InviteUnknown("There is no interview under this link; check that it was copied whole.")
    return row


def _invite(row: Any) -> Invite:
    return Invite.model_validate({name: row._mapping[name] for name in Invite.model_fields})


def _same(a: str, b: str) -> bool:
    return hmac.compare_digest(a.encode(), b.encode())
