"""What is left to say of an interview whose journal cannot be read: that it was held, and that nothing was scored."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from interview.events import Began
from interview.persona import Persona
from interview.spec import Spec
from records.invites import Invite, Invites
from records.listing import InterviewRow, interview_row
from scoring.findings import Findings
from scoring.grades import QuestionFinding
from scoring.judge import UNREADABLE, JudgedPoint, unscored
from scoring.transcript import SectionAnswer


def findings_without_journal(engine: sa.Engine, interview_id: str, notes: tuple[str, ...]) -> Findings:
    """Every section and question of the invited interview, unscored; for the team alone where the invite cannot be read
    either, and with it which form the report has.

    Raises InterviewUnknown, for an erased interview too, and other RecordsErrors.
    """
    row = interview_row(engine, interview_id)
    invite = _invite(engine, interview_id)
    began = _began(row, invite)
    sections = began.spec.sections
    return Findings(
        began=began,
        created_at=datetime.now(UTC),
        duration_ms=row.duration_ms or 0,
        end_reason=row.end_reason,
        models={"llm": None},
        prompts={},
        audience=None if invite else "team",
        notes=notes,
        answers={section.id: SectionAnswer(section=section.id) for section in sections},
        judged={section.id: unscored(section, UNREADABLE) for section in sections},
        questions=tuple(
            QuestionFinding(
                section=section.id,
                question=question.id,
                asked=False,
                prompt=question.prompt.shown,
                answer=SectionAnswer(section=section.id),
                points=tuple(
                    JudgedPoint(indicator=indicator, status="unscored")
                    for indicator in section.rubric(question.id)
                    if indicator.kind != "red_flag"
                ),
                red_flags=(),
                grade=None,
                reason=UNREADABLE,
            )
            for section in sections
            for question in section.questions
        ),
    )


def _invite(engine: sa.Engine, interview_id: str) -> Invite | None:
    """None: it was made by another version of Viva, too, and cannot be read either."""
    try:
        return Invites(engine).get(interview_id)
    except ValidationError:
        return None


def _began(row: InterviewRow, invite: Invite | None) -> Began:
    """As far as it is known without the journal. Nothing is checked: of a spec that cannot be read there is a name."""
    known: dict[str, Any] = {"at_ms": 0, "interview_id": row.id, "candidate": row.candidate, "recording": True}
    known |= {"started_at": row.started_at or row.created_at, "brief": row.brief}
    if invite:
        known |= {"arrangement": invite.arrangement, "persona": invite.persona, "spec": _whole(invite.spec)}
    else:
        spec: dict[str, Any] = {"name": row.spec, "title": row.title, "report": "sections", "sections": ()}
        persona: dict[str, Any] = {"name": "", "version": ""}
        known["spec"] = Spec.model_construct(**spec, version="", role="")
        known["persona"] = Persona.model_construct(**persona)
    return Began.model_construct(**known)


def _whole(spec: Spec) -> Spec:
    """With every section that evaluates something, each by its first question: nobody knows which were asked."""
    judged = [section for section in spec.sections if section.axes]
    return spec.model_copy(
        update={"sections": tuple(each.model_copy(update={"questions": each.questions[:1]}) for each in judged)}
    )
