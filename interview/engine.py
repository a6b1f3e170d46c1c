"""What happens next: a literal table of stages and events. A missing cell raises."""

from collections.abc import Callable, Mapping

from interview.commands import (
    AskFollowUp,
    CloseEditor,
    Command,
    Finish,
    Forget,
    OpenEditor,
    Say,
    SetTimer,
    ShowContext,
    StopTimer,
)
from interview.events import (
    SILENCE_TIMERS,
    Event,
    FollowUpWritten,
    HoldSet,
    Line,
    LineEnded,
    LineKind,
    LineStarted,
    TimerFired,
)
from interview.persona import Lines, Persona, Request
from interview.spec import Section, Spec
from interview.state import Stage, State

THINKING_MS = 500
"""A follow-up later than this after the turn's end is bridged by a short line: with the silence that ended the turn it
makes a gap of over a second, and longer ones read as trouble (Jefferson 1989, the "standard maximum silence")."""
NUDGE_MS = 25_000
"""Silence after a question before the one nudge; candidates think aloud or not for 10-20 s on design questions."""
MOVE_ON_MS = 45_000
"""Further silence after the nudge before the interview goes on."""
HOLD_MS = 120_000
"""How long "give me a moment" keeps everything waiting."""
CODE_WARNING_MS = 120_000
"""How long before the editor closes the candidate is told."""
ABSENT_MS = 300_000
"""How long a candidate whose connection broke is waited for."""
GOODBYE_MS = 5_000
"""How long after the closing the candidate may say goodbye."""

SILENCE = tuple(StopTimer(timer=timer) for timer in SILENCE_TIMERS)


class UnexpectedEvent(Exception):
    """The table has no cell for this stage and event."""

    def __init__(self, stage: str, event: str) -> None:
        self.stage, self.event = stage, event
        super().__init__(f"The engine has no rule for '{event}' in stage '{stage}'; add a cell to interview/engine.py.")


class _Turn:
    """One decision: the spec, the persona and the state after the event."""

    def __init__(self, spec: Spec, persona: Persona, state: State) -> None:
        self.spec, self.persona, self.state = spec, persona, state

    @property
    def section(self) -> Section:
        return self.spec.section(self.state.section)

    def line(self, ways: Lines, kind: LineKind, *, interruptible: bool = True, **values: object) -> Say:
        """The next of these authored ways, in turn by how many lines of the kind were said."""
        text = ways[self.state.kinds.get(kind, 0) % len(ways)].format(**values)
        return Say(line=Line(text=text, kind=kind, section=self.state.section, interruptible=interruptible))

    def again(self) -> list[Command]:
        """The open question once more."""
        question = self.state.question
        return [Say(line=question.model_copy(update={"kind": "reply", "intent": ""}))] if question else []


Rule = Callable[[_Turn, Event], list[Command]]


def decide(spec: Spec, persona: Persona, state: State, event: Event) -> list[Command]:
    """The commands that follow from `event`; `state` already contains it.

    Raises UnexpectedEvent when the table has no cell for the stage and the event.
    """
    try:
        rule = TABLE[state.stage][event.type]
    except KeyError:
        raise UnexpectedEvent(state.stage, event.type) from None
    return rule(_Turn(spec, persona, state), event)


def _nothing(turn: _Turn, event: Event) -> list[Command]:
    return []


def _open(turn: _Turn, event: Event) -> list[Command]:
    """Greeting, context, first prompt; shorter when an interviewer takes over in the middle of it."""
    state, persona, spec = turn.state, turn.persona, turn.spec
    commands: list[Command] = []
    if state.kinds.get("greeting"):
        commands.append(turn.line(persona.back, "reply"))
    elif state.candidate:
        commands.append(turn.line(persona.greeting, "greeting", interruptible=False, name=state.candidate))
    else:
        commands.append(turn.line(persona.greeting_unnamed, "greeting", interruptible=False))
    context = Line(text=spec.context.spoken, kind="context", interruptible=False)
    return [*commands, ShowContext(), Say(line=context), *_prompt(turn, spec.sections[0])]


def _prompt(turn: _Turn, section: Section) -> list[Command]:
    prompt = Line(text=section.prompt.aloud, kind="prompt", section=section.id, opens_editor=section.coding is not None)
    commands: list[Command] = [Say(line=prompt)]
    if section.coding:
        pointer = turn.line(turn.persona.pointer, "pointer").line.model_copy(update={"section": section.id})
        commands += [OpenEditor(section=section.id), Say(line=pointer)]
    return commands


def _resume(turn: _Turn, event: Event) -> list[Command]:
    """An interviewer took over or the candidate is back: a word about it, then on from where it was.

    What waits to be said is dropped first: it is decided upon again here, and would otherwise be said twice.
    """
    back = turn.line(turn.persona.back, "reply", interruptible=False)
    if turn.state.end_confirmed and turn.state.stage != "closing":
        return _close(turn, early=True)
    match turn.state.stage:
        case "listening":
            return [Forget(), back, *turn.again()]
        case "coding":
            return [Forget(), OpenEditor(section=turn.state.section), back, *_code_timers(turn)]
        case "answered":
            return [Forget(), back, *_next(turn, event)]
        case "closing":
            return [SetTimer(timer="goodbye", after_ms=GOODBYE_MS)]
        case _:
            return [Forget(), *_open(turn, event)]


def _returned(turn: _Turn, event: Event) -> list[Command]:
    return [StopTimer(timer="absent"), *_resume(turn, event)]


def _heard(turn: _Turn, event: Event) -> list[Command]:
    """A turn that left the question open."""
    state = turn.state
    if state.end_confirmed:
        return _close(turn, early=True)
    if state.request:
        return [Forget(), *_reply(turn, state.request)]
    if state.filler:
        return _count_silence(state)
    return []


def _answer(turn: _Turn, event: Event) -> list[Command]:
    """A turn that answered the question, or said more before the next line began."""
    state = turn.state
    if state.end_confirmed:
        return _close(turn, early=True)
    if state.request and state.request != "skip":
        return [Forget(), *_reply(turn, state.request, ask_again=False), *_next(turn, event)]
    return [] if state.filler else [Forget(), *_next(turn, event)]


def _reply(turn: _Turn, request: Request, *, ask_again: bool = True) -> list[Command]:
    """The authored answer to a usual request."""
    reply = turn.line(turn.persona.replies[request], "reply")
    match request:
        case "hold":
            return [*SILENCE, reply, SetTimer(timer="hold", after_ms=HOLD_MS)]
        case "repeat" | "rephrase" if ask_again:
            return [reply, *turn.again()]
        case _:
            return [reply]


def _next(turn: _Turn, event: Event) -> list[Command]:
    """The interviewer's move after an answer: a follow-up, the next section, or the closing."""
    state, section = turn.state, turn.section
    used = [asked.intent for asked in state.asked if asked.section == section.id]
    limit = min(section.follow_ups, 1) if state.brief else section.follow_ups
    in_time = state.at_ms - (state.section_started_ms or 0) < section.minutes * 60_000
    if state.passed or len(used) >= limit or not in_time or _over(turn):
        return [*SILENCE, *_advance(turn, _passing_line(turn))]
    if state.written:
        return _follow_up(state.written)
    fresh = tuple(intent.id for intent in section.intents if intent.id not in used)
    ask = AskFollowUp(
        section=section.id,
        intents=fresh or tuple(intent.id for intent in section.intents),
        question=state.question.text if state.question else "",
        answer=state.answer,
        number=state.answers,
    )
    return [*SILENCE, ask, SetTimer(timer="thinking", after_ms=THINKING_MS)]


def _code_came(turn: _Turn, event: Event) -> list[Command]:
    """On after the code; also when it came just after its time was up and the way on is already being said."""
    return [Forget(), *_next(turn, event)]


def _passing_line(turn: _Turn) -> Say | None:
    """What leads over when the question was not left by answering it."""
    if turn.state.request == "skip":
        return turn.line(turn.persona.replies["skip"], "reply")
    if turn.section.coding and turn.state.code is not None and turn.state.code.submitted:
        return turn.line(turn.persona.code_received, "acknowledgement")
    return None


def _over(turn: _Turn) -> bool:
    return turn.state.at_ms >= turn.spec.minutes * 60_000


def _advance(turn: _Turn, lead: Say | None = None) -> list[Command]:
    """To the next section, or to the closing after the last; `lead` stands in for the usual transition."""
    following = turn.spec.after(turn.state.section)
    if following is None or _over(turn):
        return _close(turn, lead=lead)
    lead = lead or turn.line(turn.persona.transitions, "acknowledgement")
    return [*_coding_ends(turn), lead, *_prompt(turn, following)]


def _coding_ends(turn: _Turn) -> list[Command]:
    if not turn.state.section or turn.section.coding is None:
        return []
    return [CloseEditor(), StopTimer(timer="code_warning"), StopTimer(timer="code_time")]


def _close(turn: _Turn, *, early: bool = False, lead: Say | None = None) -> list[Command]:
    persona = turn.persona
    closing = turn.line(persona.closing_early if early else persona.closing, "closing", interruptible=False)
    last = Say(line=closing.line.model_copy(update={"section": ""}))
    return [Forget(), *SILENCE, *_coding_ends(turn), *([lead] if lead else []), last]


def _written(turn: _Turn, event: Event) -> list[Command]:
    """Says the follow-up, unless it is not the one that was waited for: the answer grew, or another one came first."""
    assert isinstance(event, FollowUpWritten)
    return _follow_up(event) if turn.state.written == event else []


def _follow_up(written: FollowUpWritten) -> list[Command]:
    line = Line(
        text=written.question, kind="follow_up", section=written.section, intent=written.intent, source=written.source
    )
    return [StopTimer(timer="thinking"), Say(line=line)]


def _silence_begins(turn: _Turn, event: Event) -> list[Command]:
    """A line ended while a question is open: from now on silence counts."""
    assert isinstance(event, LineEnded)
    if turn.state.dropped or turn.state.speaking is not None:
        return []
    if turn.state.hold:  # asked for while no silence was counted, so nothing else would ever end it
        return [SetTimer(timer="hold", after_ms=HOLD_MS)]
    return _count_silence(turn.state)


def _count_silence(state: State) -> list[Command]:
    """Towards the one nudge, and after it towards going on."""
    if state.nudged:
        return [SetTimer(timer="move_on", after_ms=MOVE_ON_MS)]
    return [SetTimer(timer="nudge", after_ms=NUDGE_MS)]


def _listening_timer(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    if event.timer in ("nudge", "hold") and not turn.state.hold and not turn.state.dropped:
        return [turn.line(turn.persona.nudge, "nudge")]
    return _always_timer(turn, event)


def _answered_timer(turn: _Turn, event: Event) -> list[Command]:
    """`thinking` bridges a slow follow-up; `move_on` and `code_time` made this stage."""
    assert isinstance(event, TimerFired)
    match event.timer:
        case "thinking" if turn.state.speaking is None and not turn.state.passed:
            return [turn.line(turn.persona.thinking, "acknowledgement")]
        # An answer or the code may have come in the moment the timer ran out: then they count, and it does not.
        case "move_on" if turn.state.passed:
            return [Forget(), *_advance(turn, turn.line(turn.persona.move_on, "acknowledgement"))]
        case "code_time" if turn.state.passed and not (turn.state.code and turn.state.code.submitted):
            return [Forget(), *_advance(turn, turn.line(turn.persona.code_time_up, "warning"))]
        case _:
            return _always_timer(turn, event)


def _coding_timer(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    if event.timer == "code_warning":
        return [turn.line(turn.persona.code_time_warning, "warning", minutes=CODE_WARNING_MS // 60_000)]
    return _always_timer(turn, event)


def _coding_heard(turn: _Turn, event: Event) -> list[Command]:
    """Thinking aloud while coding gets no reply; a request does."""
    state = turn.state
    if state.end_confirmed:
        return _close(turn, early=True)
    return [Forget(), *_reply(turn, state.request)] if state.request else []


def _code_timers(turn: _Turn) -> list[Command]:
    task = turn.section.coding if turn.state.section else None
    if task is None:
        return []
    left = int(task.minutes * 60_000) - (turn.state.at_ms - (turn.state.editor_opened_ms or 0))
    timers: list[Command] = [SetTimer(timer="code_time", after_ms=max(left, 0))]
    if left > CODE_WARNING_MS:
        timers.append(SetTimer(timer="code_warning", after_ms=left - CODE_WARNING_MS))
    return timers


def _coding_begins(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, LineStarted)
    return [*SILENCE, *_code_timers(turn)] if event.line.opens_editor else []


def _say_goodbye(turn: _Turn, event: Event) -> list[Command]:
    return [SetTimer(timer="goodbye", after_ms=GOODBYE_MS)]


def _goodbye(turn: _Turn, event: Event) -> list[Command]:
    """The candidate's goodbye, or the silence in its place, ends the interview once the closing was heard."""
    if turn.state.speaking is not None:
        return []
    return [Finish(reason="stopped" if turn.state.end_confirmed else "completed")]


def _closing_timer(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    return _goodbye(turn, event) if event.timer == "goodbye" else _always_timer(turn, event)


def _always_timer(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    return [Finish(reason="absent")] if event.timer == "absent" and turn.state.dropped else []


def _dropped(turn: _Turn, event: Event) -> list[Command]:
    return [*SILENCE, SetTimer(timer="absent", after_ms=ABSENT_MS)]


def _left(turn: _Turn, event: Event) -> list[Command]:
    return [Finish(reason="left")]


def _hold(turn: _Turn, event: Event) -> list[Command]:
    assert isinstance(event, HoldSet)
    if event.on:
        return [*SILENCE, SetTimer(timer="hold", after_ms=HOLD_MS)]
    return [StopTimer(timer="hold"), SetTimer(timer="nudge", after_ms=NUDGE_MS)]


_EVERYWHERE: Mapping[str, Rule] = {
    "began": _nothing,
    "agent_joined": _resume,
    "line_started": _nothing,
    "line_ended": _nothing,
    "candidate_spoke": _nothing,
    "turn_ended": _nothing,
    "candidate_typed": _nothing,
    "follow_up_written": _nothing,
    "code_changed": _nothing,
    "code_submitted": _nothing,
    "hold_set": _nothing,
    "timer_fired": _always_timer,
    "recording_failed": _nothing,
    "recording_resumed": _nothing,
    "candidate_dropped": _dropped,
    "candidate_returned": _returned,
    "candidate_left": _left,
}

TABLE: Mapping[Stage, Mapping[str, Rule]] = {
    "waiting": {**_EVERYWHERE, "candidate_dropped": _nothing, "candidate_returned": _nothing, "ended": _nothing},
    "opening": {**_EVERYWHERE, "agent_joined": _open},
    "listening": {
        **_EVERYWHERE,
        "line_ended": _silence_begins,
        "turn_ended": _heard,
        "candidate_typed": _heard,
        "hold_set": _hold,
        "timer_fired": _listening_timer,
    },
    "answered": {
        **_EVERYWHERE,
        "turn_ended": _answer,
        "candidate_typed": _answer,
        "follow_up_written": _written,
        "code_submitted": _code_came,
        "timer_fired": _answered_timer,
    },
    "coding": {
        **_EVERYWHERE,
        "line_started": _coding_begins,
        "turn_ended": _coding_heard,
        "candidate_typed": _coding_heard,
        "timer_fired": _coding_timer,
    },
    "closing": {
        **_EVERYWHERE,
        "line_ended": _say_goodbye,
        "turn_ended": _goodbye,
        "candidate_typed": _goodbye,
        "timer_fired": _closing_timer,
    },
    "ended": dict.fromkeys((*_EVERYWHERE, "ended"), _nothing),
}
"""Stage after the event × type of event → rule. `ended` cannot occur outside `ended`: folding it makes that stage."""
