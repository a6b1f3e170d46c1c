"""The smallest whole spec and persona, and what tests do with them over and over."""

from datetime import UTC, datetime

import sqlalchemy as sa

from interview.events import Began
from interview.persona import Persona
from interview.spec import Axis, Conduct, Context, ContextBlock, Prompt, Section, Spec
from records import queue
from records.invites import Invite
from records.journal import Journal

_LINES = ("One way to say it.", "Another way.", "A third way.")


def spec() -> Spec:
    """One section, no follow-ups."""
    section = Section(
        id="1",
        title="Framing",
        objective=("hear how they frame it",),
        prompt=Prompt(shown="How would you frame it?"),
        axes=(Axis(id="framing", name="Framing"),),
        follow_ups=0,
    )
    return Spec(
        name="small",
        version="1",
        title="A small interview",
        role="Engineer",
        persona="plain",
        report="sections",
        context=Context(spoken="There is a problem.", shown=(ContextBlock(heading="The problem"),)),
        conduct=Conduct(rules=("Ask one question.",)),
        sections=(section,),
    )


def persona() -> Persona:
    """Every line the same three."""
    lines = (
        "greeting greeting_unnamed acknowledgements transitions thinking pointer code_received code_time_warning "
        "code_time_up nudge move_on back closing closing_early"
    )
    said = dict.fromkeys(lines.split(), _LINES)
    return Persona.model_validate(
        {"name": "plain", "version": "1", "interviewer": "Jo", "style": ("plain",), "replies": {}} | said
    )


def began(invite: Invite) -> Began:
    """Consent, given now."""
    return Began(
        at_ms=0,
        interview_id=invite.id,
        candidate=invite.candidate,
        started_at=datetime.now(UTC),
        recording=True,
        spec=invite.spec,
        persona=invite.persona,
    )


def job_state(engine: sa.Engine, interview_id: str) -> queue.JobState | None:
    """How the newest scoring stands."""
    job = queue.newest_job(engine, interview_id)
    return job.state if job else None


def begin(journal: Journal, invite: Invite) -> None:
    """Records the consent."""
    journal.begin(began(invite))
