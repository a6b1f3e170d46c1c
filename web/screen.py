"""What a candidate's page may see of an interview: its own words, what was asked so far, and the task once it is set.

Built by naming each thing that goes out. Indicators, hidden tests, intents, and prompts not yet asked are never named.
"""

from interview.arranging import with_role
from interview.budget import minutes_ms
from interview.spec import ContextBlock, Section, Spec
from interview.state import State
from records.invites import Invite
from web.contracts import (
    ContextPart,
    ContextShown,
    Editor,
    Question,
    Screen,
    SectionTitle,
    Status,
    VisibleTest,
)
from web.folds import Fold
from web.timeline import captions


def screen(invite: Invite, fold: Fold, now_ms: int, broken_off: bool = False) -> Screen:
    """The page's state; `now_ms` is the interview's clock, `broken_off` whether no more interviewers are called."""
    spec, state = invite.spec, fold.state
    ids = [section.id for section in spec.sections]
    section = spec.section(state.section) if state.section else None
    return Screen(
        interview_id=invite.id,
        title=spec.title,
        minutes=spec.minutes * invite.arrangement.extra_time,
        writes_code=any(part.coding for part in spec.sections),
        gives_hints=any(question.guides for part in spec.sections for question in part.questions),
        tells_verdicts=spec.verdicts is not None,
        candidate=invite.candidate,
        status=_status(invite),
        consented=invite.started_at is not None,
        started_at=invite.started_at,
        now_ms=now_ms,
        stage=state.stage,
        section=state.section,
        section_title=section.title if section else "",
        section_index=ids.index(state.section) if state.section else -1,
        sections=[SectionTitle(id=part.id, title=part.title) for part in spec.sections],
        section_started_ms=state.section_started_ms,
        question=_question(spec, state),
        context=_context(spec, state) if state.context_shown else None,
        editor=_editor(spec, state, now_ms),
        hold=state.hold,
        unrecorded=state.unrecorded,
        captions=captions(fold.events),
        end_reason=state.end_reason,
        broken_off=broken_off,
    )


def _status(invite: Invite) -> Status:
    return "ended" if invite.status == "scored" else invite.status


def _question(spec: Spec, state: State) -> Question | None:
    line = state.question
    if line is None:
        return None
    return Question(
        id=line.question,
        text=spec.section(line.section).question(line.question).prompt.shown if line.kind == "prompt" else line.text,
        kind=line.kind,
    )


def _context(spec: Spec, state: State) -> ContextShown:
    """What the interview is about, for whom, and what the questions asked so far brought with them."""
    agreed = state.arrangement
    blocks = list(spec.context.shown)
    if agreed.role:
        blocks.insert(0, ContextBlock(heading="The role", body=agreed.role))
    if agreed.job_description:
        blocks.append(ContextBlock(heading="The job description", body=agreed.job_description))
    for section, question in state.prompts:
        blocks += spec.section(section).question(question).context
    return ContextShown(
        blocks=[
            ContextPart(
                heading=block.heading,
                body=with_role(block.body, spec, agreed),
                points=[with_role(point, spec, agreed) for point in block.points],
            )
            for block in blocks
        ]
    )


def coding_section(spec: Spec, state: State) -> Section | None:
    """The newest section with a coding task that has begun."""
    begun: list[Section] = []
    for section in spec.sections if state.section else ():
        begun.append(section)
        if section.id == state.section:
            break
    return next((section for section in reversed(begun) if section.coding), None)


def _editor(spec: Spec, state: State, now_ms: int) -> Editor | None:
    section = coding_section(spec, state)
    if section is None or section.coding is None:
        return None
    task, code = section.coding, state.code
    closes_at_ms = None
    if state.editor_open and state.editor_opened_ms is not None:
        paused = state.paused_ms - state.section_paused_ms
        if state.paused_since is not None:
            paused += max(now_ms - state.paused_since, 0)
        closes_at_ms = state.editor_opened_ms + minutes_ms(state, task.minutes) + paused
    return Editor(
        open=state.editor_open,
        prompt=section.prompt.shown,
        languages=sorted(task.starter, reverse=True),
        starter=task.starter,
        language=code.language if code else None,
        source=code.source if code else None,
        submitted=code.submitted if code else False,
        visible_tests=[
            VisibleTest(name=test.name, args=list(test.args), expected=test.expected) for test in task.visible_tests
        ],
        closes_at_ms=closes_at_ms,
    )
