"""What one rehearsal tells of the interviewer."""

from collections.abc import Mapping, Sequence

from bench.grounding import takes_up
from interview import budget
from interview.conduct import check, policy_for
from interview.events import Began, CandidateSpoke, Ended, Event, FollowUpWritten, LineStarted
from interview.folding import apply
from interview.model import Frozen
from interview.persona import Request
from interview.spec import Spec
from interview.state import State
from interview.words import plain

GRACE_MS = 20_000
"""A question that begins so late after its section's time was still decided upon in time: thanks are said before it."""

ALSO_MEETS: Mapping[str, tuple[str, ...]] = {"rubric": ("manipulation",)}
"""Requests that another reply than their own meets as well."""


class Violation(Frozen):
    """A spoken line that breaks conduct."""

    rule: str
    detail: str
    line: str


class FollowUp(Frozen):
    """One follow-up that was spoken."""

    source: str
    step: str
    taken_up: bool
    """By this bench's own check."""
    grounded: bool
    """By the interviewer's."""


class Measured(Frozen):
    """One rehearsal."""

    spec: str
    candidate: str
    seed: int
    writer: str
    """Who wrote follow-ups: none or embedded."""
    player: str
    """Who was the candidate: bank or model."""
    lines: int
    violations: tuple[Violation, ...]
    repeated: tuple[str, ...]
    """Questions that were asked twice."""
    follow_ups: tuple[FollowUp, ...]
    refused: dict[str, int]
    """Drafts of the model that were not let through, by rule."""
    failures: dict[str, int]
    """Why the model gave way."""
    intents_used: int
    intents_open: int
    """Of the sections that were held and allow follow-ups: as many intents as there were follow-ups to spend."""
    intents_twice: int
    """Follow-ups of an intent used before in the section while another was left."""
    requests: int
    answered: int
    """Of these, those met with the reply written for them."""
    closed: bool
    """The closing line was said and the interview ended as completed, or as asked."""
    late: int
    """Questions asked when their section's time was over."""
    over_s: int
    """How much longer than allowed the whole interview took, seconds; 0 when it kept its time."""
    minutes: float


def asked_after(events: Sequence[Event]) -> tuple[FollowUp, ...]:
    """The follow-ups of one journal."""
    found = measure(events, {})["follow_ups"]
    assert isinstance(found, tuple)
    return found


def measure(events: Sequence[Event], asked: Mapping[str, Request]) -> dict[str, object]:
    """The measures of one journal. `asked`: what a candidate's turn asks for that is no answer, by its words."""
    began = next(event for event in events if isinstance(event, Began))
    spec, persona = began.spec, began.persona
    state = State()
    violations: list[Violation] = []
    questions: list[str] = []
    follow_ups: list[FollowUp] = []
    used: list[tuple[str, str]] = []
    twice = late = requests = answered = 0
    wanted: Request | None = None
    written: FollowUpWritten | None = None
    refused: list[str] = []
    failures: list[str] = []
    for event in events:
        match event:
            case FollowUpWritten():
                written = event
                refused += [refusal.rule for refusal in event.refused]
                failures += [event.failure] if event.failure else []
            case CandidateSpoke():
                wanted = asked.get(event.text) if state.stage == "listening" else None
                requests += wanted is not None
            case LineStarted(line=line):
                policy = policy_for(spec, persona, line.section or None)
                # A question that is said again is the question it was.
                again = state.question if line.purpose == "question_again" else None
                kind = again.kind if again else line.kind
                for breach in check(line.text, policy, kind, state.said.get(line.section, "")):
                    violations.append(Violation(rule=breach.rule, detail=breach.detail, line=line.text))
                if line.kind in ("prompt", "follow_up"):
                    questions.append(plain(line.text))
                    late += _late(began.spec, state, event)
                if wanted is not None and line.purpose in (wanted, *ALSO_MEETS.get(wanted, ())):
                    answered, wanted = answered + 1, None
                if line.kind == "follow_up" and not line.purpose:
                    section = spec.section(line.section)
                    before = [intent for where, intent in used if where == line.section]
                    twice += line.intent in before and len(set(before)) < len(section.intents)
                    used.append((line.section, line.intent))
                    open_question = state.question.text if state.question else ""
                    follow_ups.append(
                        FollowUp(
                            source=line.source,
                            step=written.step if written else "",
                            taken_up=takes_up(line.text, state.answer, open_question),
                            grounded=bool(written and written.grounded),
                        )
                    )
            case _:
                pass
        state = apply(state, event)
    held = {section for section, _ in state.prompts}
    ended = events[-1]
    over_ms = -budget.left_ms(spec, state) - budget.WRAP_UP_MS
    return {
        "lines": state.lines,
        "violations": tuple(violations),
        "repeated": tuple(dict.fromkeys(text for text in questions if questions.count(text) > 1)),
        "follow_ups": tuple(follow_ups),
        "refused": {rule: refused.count(rule) for rule in dict.fromkeys(refused)},
        "failures": {why: failures.count(why) for why in dict.fromkeys(failures)},
        "intents_used": len(set(used)),
        "intents_open": sum(_to_spend(spec, section, state) for section in held),
        "intents_twice": twice,
        "requests": requests,
        "answered": answered,
        "closed": state.farewell and isinstance(ended, Ended) and ended.reason in ("completed", "stopped"),
        "late": late,
        "over_s": max(0, round(over_ms / 1000)),
        "minutes": round(state.at_ms / 60_000, 1),
    }


def _late(spec: Spec, state: State, event: LineStarted) -> bool:
    if not state.section or event.line.section != state.section or spec.section(state.section).coding:
        return False
    left = budget.section_left_ms(spec.section(state.section), state) - (event.at_ms - state.at_ms)
    return left < -GRACE_MS


def _to_spend(spec: Spec, section_id: str, state: State) -> int:
    section = spec.section(section_id)
    asked = sum(where == section_id for where, _ in state.prompts)
    return min(len(section.intents), section.follow_ups * asked)
