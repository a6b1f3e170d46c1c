"""The invite that `viva up` offers: a fresh one, or the last one while nobody used it."""

import sqlalchemy as sa

from interview.arrangement import Arrangement
from interview.persona import Persona
from interview.spec import Spec
from records.invites import Invite, Invites
from records.journal import utc_now
from records.listing import list_interviews


def ready_invite(engine: sa.Engine, spec: Spec, persona: Persona) -> Invite:
    """An unused invite without a name for exactly this spec and persona, made when there is none."""
    invites = Invites(engine)
    for row in list_interviews(engine):
        if row.spec != spec.name or row.status != "invited" or row.candidate or row.brief or row.expires_at < utc_now():
            continue
        invite = invites.get(row.id)
        # An edited spec deserves a new invite: the old one keeps the rules it was made under.
        if (invite.spec, invite.persona, invite.arrangement) == (spec, persona, Arrangement()):
            return invite
    return invites.create(spec, persona)
