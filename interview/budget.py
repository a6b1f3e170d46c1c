"""The time an interview has: what is left, and when to speak of it. Holds and broken connections cost nobody time."""

from typing import Final

from interview.commands import Command, SetTimer, StopTimer
from interview.events import Timer
from interview.spec import Section, Spec
from interview.state import State

CLOCKS: Final[tuple[Timer, ...]] = ("section_warning", "section_time", "interview_warning", "interview_time")
CODE_CLOCKS: Final[tuple[Timer, ...]] = ("code_warning", "code_time")
CODE_WARNING_MS: Final = 120_000
"""How long before the editor closes the candidate is told."""
QUIET_MS: Final = 3_000
"""How much later a clock is looked at again that ran out in the middle of an answer."""
WRAP_UP_MS: Final = 120_000
"""What an interview may run over for the candidate's own questions."""


def minutes_ms(state: State, minutes: float) -> int:
    """So many minutes as this candidate is granted them."""
    return round(minutes * 60_000 * state.arrangement.extra_time)


def elapsed_ms(state: State) -> int:
    """Since the interview began, without holds and outages."""
    return state.at_ms - state.paused_ms


def left_ms(spec: Spec, state: State) -> int:
    """Of the whole interview; negative when it ran over."""
    return minutes_ms(state, spec.minutes) - elapsed_ms(state)


def section_left_ms(section: Section, state: State) -> int:
    """Of the section under way; all of it before it began."""
    if state.section_started_ms is None:
        return minutes_ms(state, section.minutes)
    spent = state.at_ms - state.section_started_ms - (state.paused_ms - state.section_paused_ms)
    return minutes_ms(state, section.minutes) - spent


def start(spec: Spec, state: State) -> list[Command]:
    """The clocks of the section, its editor and the interview, set anew; none while nobody's time runs.

    A time that is up already is told once more: the candidate may have gone on hold in the answer that it waited for.
    A warning comes as long before the end for those with extra time as for all: its words are fixed.
    """
    if state.hold or state.dropped:
        return stop()
    section = spec.section(state.section)
    of_section, of_all = section_left_ms(section, state), left_ms(spec, state)
    # The candidate's own questions may run over the interview's time.
    ends: dict[Timer, int] = {"interview_time": of_all + (WRAP_UP_MS if section.takes_questions else 0)}
    warnings: dict[Timer, int] = {}
    if spec.warn_minutes:
        warnings["interview_warning"] = of_all - round(spec.warn_minutes * 60_000)
    if section.coding is None:
        ends["section_time"] = of_section
        if section.warn_minutes:
            warnings["section_warning"] = of_section - round(section.warn_minutes * 60_000)
    running: list[Command] = [SetTimer(timer=timer, after_ms=max(ms, QUIET_MS)) for timer, ms in ends.items()]
    running += [SetTimer(timer=timer, after_ms=ms) for timer, ms in warnings.items() if ms > 0]
    return [*stop(), *running, *_of_editor(section, state)]


def _of_editor(section: Section, state: State) -> list[Command]:
    if section.coding is None or not state.editor_open:
        return []
    spent = state.at_ms - (state.editor_opened_ms or 0) - (state.paused_ms - state.section_paused_ms)
    left = minutes_ms(state, section.coding.minutes) - spent
    timers: list[Command] = [SetTimer(timer="code_time", after_ms=max(left, 0))]
    if left > CODE_WARNING_MS:
        timers.append(SetTimer(timer="code_warning", after_ms=left - CODE_WARNING_MS))
    return timers


def stop() -> list[Command]:
    """While nobody's time runs."""
    return [StopTimer(timer=timer) for timer in (*CLOCKS, *CODE_CLOCKS)]
