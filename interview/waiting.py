"""How long candidates waited for replies: each reply of an interview, and all of them in three figures."""

import math
import statistics
from collections.abc import Iterable, Sequence

from interview.events import (
    SILENCE_TIMERS,
    AnswerJudged,
    CandidateSpoke,
    CandidateTyped,
    Event,
    FollowUpWritten,
    LineKind,
    LineStarted,
    Source,
    TimerFired,
)
from interview.model import Frozen


class Spread(Frozen):
    """A distribution in three figures, in ms."""

    turns: int
    median: int
    p95: int
    maximum: int


class Wait(Frozen):
    """One reply: what it was and how long after the candidate's last word each step came, in ms."""

    turn: int
    """Counts the timed replies of the interview from 1."""
    at_ms: int
    """When its first sound was heard, on the recording's clock."""
    section: str
    kind: LineKind
    """Of the question it asks; of the line itself where it asks none."""
    source: Source
    written_ahead: bool
    """The language model wrote the question while the candidate still talked."""
    latency_ms: int
    """To the first sound."""
    question_ms: int
    """To the first sound of the question: later than the first sound where a bridging line came before it."""
    final_text_ms: int | None
    turn_end_ms: int | None
    question_ready_ms: int | None
    """When the question's text was settled. These three are None where the journal does not tell."""


class Waiting(Frozen):
    """An interview's reply times."""

    first_sound: Spread | None
    """To whatever was said first; None when nothing was timed, like the next."""
    question: Spread | None
    """To the question, past bridging lines."""
    turns: tuple[Wait, ...]


def waiting(events: Iterable[Event]) -> Waiting:
    """All the replies of a journal that were timed."""
    turns = tuple(waits(events))
    return Waiting(
        first_sound=spread([wait.latency_ms for wait in turns]),
        question=spread([wait.question_ms for wait in turns]),
        turns=turns,
    )


def spread(samples_ms: Sequence[int]) -> Spread | None:
    """Median, p95 and maximum; None of nothing. p95 is the nearest rank: a wait that somebody had."""
    if not samples_ms:
        return None
    ordered = sorted(samples_ms)
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return Spread(turns=len(ordered), median=round(statistics.median(ordered)), p95=p95, maximum=ordered[-1])


def waits(events: Iterable[Event]) -> list[Wait]:
    """Every reply that was timed, in order. Replies in journals without timings are not among them."""
    found: list[Wait] = []
    written: FollowUpWritten | None = None
    settled_ms: int | None = None
    bridged = False
    for event in events:
        match event:
            case FollowUpWritten() | AnswerJudged():
                settled_ms = event.at_ms
                written = event if isinstance(event, FollowUpWritten) else None
            case LineStarted(latency_ms=int()):
                found.append(_wait(len(found) + 1, event, written))
                bridged = event.line.kind == "acknowledgement"
            case LineStarted() if bridged and event.line.kind != "acknowledgement":
                found[-1] = _asked(found[-1], event, written, settled_ms)
                bridged = False
            case CandidateSpoke() | CandidateTyped():
                bridged, written, settled_ms = False, None, None
            case TimerFired() if event.timer in SILENCE_TIMERS:
                bridged = False  # what comes now breaks the silence and answers nothing
            case _:
                pass
    return found


def _wait(turn: int, started: LineStarted, written: FollowUpWritten | None) -> Wait:
    latency_ms = started.latency_ms or 0
    return Wait(
        turn=turn,
        at_ms=started.at_ms,
        section=started.line.section,
        kind=started.line.kind,
        source=started.line.source,
        written_ahead=_ahead(started, written),
        latency_ms=latency_ms,
        question_ms=latency_ms,
        final_text_ms=started.timings.get("transcription"),
        turn_end_ms=started.timings.get("endpointing"),
        question_ready_ms=started.timings.get("question_ready"),
    )


def _asked(wait: Wait, started: LineStarted, written: FollowUpWritten | None, settled_ms: int | None) -> Wait:
    """The reply with the question that followed its bridging line; `settled_ms`: when the model's answer settled it."""
    last_word_ms = wait.at_ms - wait.latency_ms
    ready_ms = wait.question_ready_ms if settled_ms is None else max(0, settled_ms - last_word_ms)
    return wait.model_copy(
        update={
            "section": started.line.section,
            "kind": started.line.kind,
            "source": started.line.source,
            "written_ahead": _ahead(started, written),
            "question_ms": started.at_ms - last_word_ms,
            "question_ready_ms": ready_ms,
        }
    )


def _ahead(started: LineStarted, written: FollowUpWritten | None) -> bool:
    return written is not None and written.speculative and written.question == started.line.text
