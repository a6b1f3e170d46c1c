"""What happens next: a literal table of stages and events. A missing cell raises.

What the rules say and ask is in `interview.asking` (the interviewer's own moves) and `interview.replying` (everything
that is no answer).
"""

from collections.abc import Callable, Mapping
from typing import Final

from interview import asking, budget, replying
from interview.asking import SILENCE
from interview.commands import Command, Finish, Forget, OpenEditor, SetTimer, StopTimer
from interview.events import Event, HoldSet, LineEnded, LineStarted, TimerFired
from interview.persona import Persona
from interview.spec import Spec
from interview.state import Stage, State
from interview.turn import Turn

ABSENT_MS: Final = 300_000
"""How long a candidate whose connection broke is waited for."""
GOODBYE_MS: Final = 5_000
"""How long after the closing the candidate may say goodbye."""


class UnexpectedEvent(Exception):
    """The table has no cell for this stage and event."""

    def __init__(self, stage: str, event: str) -> None:
        self.stage, self.event = stage, event
        super().__init__(f"The engine has no rule for '{event}' in stage '{stage}'; add a cell to interview/engine.py.")


Rule = Callable[[Turn, Event], list[Command]]


def decide(spec: Spec, persona: Persona, state: State, event: Event) -> list[Command]:
    """The commands that follow from `event`; `state` already contains it.

    Raises UnexpectedEvent when the table has no cell for the stage and the event.
    """
    try:
        rule = TABLE[state.stage][event.type]
    except KeyError:
        raise UnexpectedEvent(state.stage, event.type) from None
    return rule(Turn(spec, persona, state), event)


def _nothing(turn: Turn, event: Event) -> list[Command]:
    return []


# Somebody comes or goes


def _open(turn: Turn, event: Event) -> list[Command]:
    return asking.opening(turn)


def _resume(turn: Turn, event: Event) -> list[Command]:
    """An interviewer took over or the candidate is back: a word about it, then on from where it was.

    What waits to be said is dropped first: it is decided upon again here, and would otherwise be said twice.
    """
    back = turn.line(turn.persona.back, "reply", "back", interruptible=False)
    if turn.state.end_confirmed and turn.state.stage != "closing":
        return asking.close(turn, early=True)
    clocks = budget.start(turn.spec, turn.state) if turn.state.section else []
    match turn.state.stage:
        case "listening" | "asking":
            return [Forget(), *clocks, back, *turn.again()]
        case "coding":
            hold = [_hold_ends(turn)] if turn.state.hold else []
            return [Forget(), *clocks, OpenEditor(section=turn.state.section), back, *hold]
        case "answered":
            return [Forget(), *clocks, back, *asking.after_answer(turn)]
        case "closing" if turn.state.farewell:
            return [SetTimer(timer="goodbye", after_ms=GOODBYE_MS)]
        case "closing":  # in the middle of the summary: the closing line itself is still owed
            return asking.close(turn, early=turn.state.end_confirmed)
        case _:
            return [Forget(), *asking.opening(turn)]


def _returned(turn: Turn, event: Event) -> list[Command]:
    return [StopTimer(timer="absent"), *_resume(turn, event)]


def _dropped(turn: Turn, event: Event) -> list[Command]:
    return [*SILENCE, *budget.stop(), SetTimer(timer="absent", after_ms=ABSENT_MS)]


def _left(turn: Turn, event: Event) -> list[Command]:
    return [Finish(reason="left")]


# The candidate's turns


def _heard(turn: Turn, event: Event) -> list[Command]:
    """A turn that left the question open."""
    return [*_clocks_after_hold(turn), *replying.heard(turn)]


def _answer(turn: Turn, event: Event) -> list[Command]:
    """A turn that answered the question, or said more before the next line began."""
    state = turn.state
    if state.end_confirmed:
        return asking.close(turn, early=True)
    if state.request == "finish":
        waits = SetTimer(timer="nudge", after_ms=turn.patience_ms(replying.NUDGE_MS))
        return [Forget(), *SILENCE, StopTimer(timer="thinking"), *replying.reply(turn, "finish"), waits]
    if state.request and state.request != "skip":
        return [Forget(), *replying.reply(turn, state.request, ask_again=False), *asking.after_answer(turn)]
    if state.filler:
        return replying.count_silence(turn) if state.confirming_end else []
    return [Forget(), *_clocks_after_hold(turn), *asking.after_answer(turn)]


def _coding_heard(turn: Turn, event: Event) -> list[Command]:
    """Thinking aloud while coding gets no reply; a request does."""
    state = turn.state
    if state.end_confirmed:
        return asking.close(turn, early=True)
    clocks = _clocks_after_hold(turn)
    return [*clocks, Forget(), *replying.reply(turn, state.request)] if state.request else clocks


def _their_question(turn: Turn, event: Event) -> list[Command]:
    return [*_clocks_after_hold(turn), *replying.their_question(turn)]


def _code_came(turn: Turn, event: Event) -> list[Command]:
    """On after the code; also when it came just after its time was up and the way on is already being said."""
    return [Forget(), *asking.after_answer(turn)] if turn.section.coding else []


def _late_code(turn: Turn, event: Event) -> list[Command]:
    """Code that comes when the question after it is open: a word that it is here, never into an answer."""
    state = turn.state
    if state.code is None or state.turn or state.answer or "code_received" in state.purposes:
        return []
    return [turn.line(turn.persona.code_received, "acknowledgement", "code_received")]


def _clocks_after_hold(turn: Turn) -> list[Command]:
    """A hold that the candidate ended by talking had stopped the clocks."""
    if not turn.state.hold_ended or not turn.state.section:
        return []
    return [StopTimer(timer="hold"), *budget.start(turn.spec, turn.state)]


def _hold_ends(turn: Turn) -> SetTimer:
    return SetTimer(timer="hold", after_ms=turn.patience_ms(replying.HOLD_MS))


# What was asked for arrives


def _follow_up(turn: Turn, event: Event) -> list[Command]:
    """Says the follow-up, unless it is not the one that was waited for: the answer grew, or another one came first."""
    return asking.follow_up(turn) if turn.state.written == event else []


def _verdict(turn: Turn, event: Event) -> list[Command]:
    """Acts on a verdict unless it came too late or twice."""
    return asking.after_answer(turn) if turn.state.verdict == event else []


# Lines


def _listening_begins(turn: Turn, event: Event) -> list[Command]:
    """With a section's question its time begins; those of the interview are only set anew."""
    assert isinstance(event, LineStarted)
    return budget.start(turn.spec, turn.state) if event.line.kind == "prompt" else []


def _silence_begins(turn: Turn, event: Event) -> list[Command]:
    """A line ended while a question is open: from now on silence counts."""
    assert isinstance(event, LineEnded)
    if turn.state.dropped or turn.state.speaking is not None:
        return []
    return replying.count_silence(turn)


def _coding_begins(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, LineStarted)
    begins = [*SILENCE, *budget.start(turn.spec, turn.state)]
    return begins if event.line.opens_editor else []


def _say_goodbye(turn: Turn, event: Event) -> list[Command]:
    return [SetTimer(timer="goodbye", after_ms=GOODBYE_MS)]


def _goodbye(turn: Turn, event: Event) -> list[Command]:
    """The candidate's goodbye, or the silence in its place, ends the interview once the closing was heard."""
    if turn.state.speaking is not None or not turn.state.farewell:
        return []
    return [Finish(reason="stopped" if turn.state.end_confirmed else "completed")]


# Timers


def _listening_timer(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    if turn.state.hold or turn.state.dropped:
        return _always_timer(turn, event)
    match event.timer:
        case "nudge":
            return [turn.line(turn.persona.nudge, "nudge", "nudge")]
        case "hold":
            ask = turn.line(turn.persona.hold_over, "nudge", "hold_over")
            return [*budget.start(turn.spec, turn.state), ask]
        case "move_on":  # nothing was added to what was answered before
            return replying.back_again(turn)
        case "section_time" | "interview_time":  # in the middle of an answer: it is let end
            return [SetTimer(timer=event.timer, after_ms=budget.QUIET_MS)]
        case _:
            return _clock(turn, event)


def _answered_timer(turn: Turn, event: Event) -> list[Command]:
    """`thinking` bridges a slow follow-up; `nudge` ends the wait for a word on stopping here; the others with `passed`
    made this stage."""
    assert isinstance(event, TimerFired)
    passed = turn.state.passed
    match event.timer:
        case "thinking" if turn.state.speaking is None and not passed:
            return [turn.line(turn.persona.thinking, "acknowledgement", "thinking")]
        case "hold":
            return _time_goes_on(turn)
        case "nudge" if turn.state.confirming_end:
            return asking.after_answer(turn)
        case "move_on" if turn.state.adding:
            return [Forget(), *asking.after_answer(turn)]
        # An answer or the code may have come in the moment the timer ran out: then they count, and it does not.
        case "move_on" if passed:
            if guide := asking.guiding(turn):
                return [Forget(), *guide]
            lead = asking.passing_line(turn) or turn.line(turn.persona.move_on, "acknowledgement", "move_on")
            return [Forget(), *asking.advance(turn, lead)]
        case "section_time" | "interview_time" if passed:
            return [Forget(), *asking.advance(turn, asking.time_up(turn))]
        case "code_time" if passed and not (turn.state.code and turn.state.code.submitted):
            return [Forget(), *asking.advance(turn, turn.line(turn.persona.code_time_up, "warning", "code_time_up"))]
        case _:
            return _clock(turn, event)


def _coding_timer(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    match event.timer:
        case "code_warning":
            ways, minutes = turn.persona.code_time_warning, budget.CODE_WARNING_MS // 60_000
            return [turn.line(ways, "warning", "code_time_warning", minutes=minutes)]
        case "hold":
            return _time_goes_on(turn)
        case _:
            return _clock(turn, event)


def _asking_timer(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    match event.timer:
        case "move_on" | "section_time" | "interview_time" if not turn.state.turn:
            return replying.questions_over(turn)
        case "section_time" | "interview_time":
            return [SetTimer(timer=event.timer, after_ms=budget.QUIET_MS)]
        case "hold":
            ask = turn.line(turn.persona.hold_over, "nudge", "hold_over")
            return [*budget.start(turn.spec, turn.state), ask]
        case _:
            return _always_timer(turn, event)


def _closing_timer(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    return _goodbye(turn, event) if event.timer == "goodbye" else _always_timer(turn, event)


def _clock(turn: Turn, event: Event) -> list[Command]:
    """Says how much time is left, never into an answer."""
    assert isinstance(event, TimerFired)
    state, persona = turn.state, turn.persona
    if event.timer not in ("section_warning", "interview_warning"):
        return _always_timer(turn, event)
    if state.turn:
        return [SetTimer(timer=event.timer, after_ms=budget.QUIET_MS)]
    whole = event.timer == "interview_warning"
    left = budget.left_ms(turn.spec, state) if whole else budget.section_left_ms(turn.section, state)
    ways = persona.interview_warning if whole else persona.section_warning
    return [turn.line(ways, "warning", event.timer, minutes=turn.minutes(left))]


def _always_timer(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, TimerFired)
    return [Finish(reason="absent")] if event.timer == "absent" and turn.state.dropped else []


def _hold(turn: Turn, event: Event) -> list[Command]:
    assert isinstance(event, HoldSet)
    if event.on:
        return [*SILENCE, *budget.stop(), _hold_ends(turn)]
    return [StopTimer(timer="hold"), *_time_goes_on(turn)]


def _time_goes_on(turn: Turn) -> list[Command]:
    """After a hold: the clocks, and the silence where something waits for the candidate."""
    state = turn.state
    awaited = state.stage in ("listening", "asking") or (state.stage == "answered" and state.confirming_end)
    return [*budget.start(turn.spec, state), *(replying.count_silence(turn) if awaited else [])]


EVERYWHERE: Mapping[str, Rule] = {
    "began": _nothing,
    "agent_joined": _resume,
    "line_started": _nothing,
    "line_ended": _nothing,
    "candidate_spoke": _nothing,
    "turn_ended": _nothing,
    "candidate_typed": _nothing,
    "follow_up_written": _nothing,
    "answer_judged": _nothing,
    "code_changed": _nothing,
    "code_submitted": _nothing,
    "code_refused": _nothing,
    "hold_set": _nothing,
    "timer_fired": _always_timer,
    "recording_failed": _nothing,
    "recording_resumed": _nothing,
    "candidate_dropped": _dropped,
    "candidate_returned": _returned,
    "candidate_left": _left,
}
"""Type of event → rule, where a stage has none of its own."""

TABLE: Mapping[Stage, Mapping[str, Rule]] = {
    "waiting": {**EVERYWHERE, "candidate_dropped": _nothing, "candidate_returned": _nothing, "ended": _nothing},
    "opening": {**EVERYWHERE, "agent_joined": _open},
    "listening": {
        **EVERYWHERE,
        "line_started": _listening_begins,
        "line_ended": _silence_begins,
        "turn_ended": _heard,
        "candidate_typed": _heard,
        "code_submitted": _late_code,
        "hold_set": _hold,
        "timer_fired": _listening_timer,
    },
    "answered": {
        **EVERYWHERE,
        "turn_ended": _answer,
        "candidate_typed": _answer,
        "follow_up_written": _follow_up,
        "answer_judged": _verdict,
        "code_submitted": _code_came,
        "hold_set": _hold,
        "timer_fired": _answered_timer,
    },
    "coding": {
        **EVERYWHERE,
        "line_started": _coding_begins,
        "turn_ended": _coding_heard,
        "candidate_typed": _coding_heard,
        "hold_set": _hold,
        "timer_fired": _coding_timer,
    },
    "asking": {
        **EVERYWHERE,
        "line_started": _listening_begins,
        "line_ended": _silence_begins,
        "turn_ended": _their_question,
        "candidate_typed": _their_question,
        "code_submitted": _late_code,
        "hold_set": _hold,
        "timer_fired": _asking_timer,
    },
    "closing": {
        **EVERYWHERE,
        "line_ended": _say_goodbye,
        "turn_ended": _goodbye,
        "candidate_typed": _goodbye,
        "timer_fired": _closing_timer,
    },
    "ended": dict.fromkeys((*EVERYWHERE, "ended"), _nothing),
}
"""Stage after the event × type of event → rule. `ended` cannot occur outside `ended`: folding it makes that stage."""
