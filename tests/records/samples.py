"""The smallest whole spec and persona, and what tests do with them over and over."""

from datetime import UTC, datetime

import sqlalchemy as sa

from interview.events import Began
from interview.persona import Persona
from interview.spec import Axis, Conduct, Context, ContextBlock, Prompt, Question, Section, Spec
from records import queue
from records.invites import Invite
from records.journal import Journal
from tests.support.persona import persona as every_line


def spec() -> Spec:
    """One section, no follow-ups."""
    section = Section(
        id="1",
        title="Framing",
        objective=("hear how they frame it",),
        questions=(Question(id="only", prompt=Prompt(shown="How would you frame it?")),),
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
    return every_line(("One way to say it.", "Another way.", "A third way."))


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
