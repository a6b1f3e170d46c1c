"""What is measured and what it comes to: values without I/O."""

import math
import statistics
from collections import Counter
from collections.abc import Sequence

from pydantic import Field

from interview.events import Began, Event, FollowUpWritten, LineStarted
from interview.model import Frozen
from interview.persona import Persona
from viva.talker import Reply

BRIDGE = "bridging line"
MODEL = "follow-up by the model"
AUTHORED = "authored follow-up"
TRANSITION = "transition or closing"
OTHER = "other line"


class Turn(Frozen):
    """One answer of the candidate and what came back."""

    answer: str
    """What the candidate had said."""
    latency_ms: int
    """From the candidate's last word to the interviewer's first sound, as the candidate heard it."""
    answer_s: float = 0.0
    """How long the candidate had spoken."""
    talked_over: bool = False
    """The interviewer was heard during the answer; the latency does not count."""
    first: str = OTHER
    """What the first sound belonged to."""
    question_ms: int | None = None
    """From the last word to the beginning of the question, where a bridging line came before it."""


class Memory(Frozen):
    """Of one part of a stack with the processes it started, or of all parts."""

    processes: int
    rss_mib: int
    """Resident memory; pages that processes share count once for each."""
    pss_mib: int
    """Proportional memory; shared pages count once altogether."""


class Run(Frozen):
    """The calls with one pipeline."""

    pipeline: str
    turns: tuple[Turn, ...]
    unanswered: int = 0
    """Answers that got no reply within the caller's patience."""
    greetings_ms: tuple[int, ...]
    """From the wish to join to the first sound, by call."""
    follow_ups: dict[str, int] = Field(default_factory=dict)
    """How the follow-ups that were written came about, by number, whether or not they were asked."""
    asked: int
    """Follow-ups that were asked; 0 of a pipeline that has none."""
    taken_up: int = 0
    """Of those asked: that take up words of the answer they follow."""
    memory: dict[str, Memory] = Field(default_factory=dict)
    """By part, at the moment of the largest total."""
    load_before: float
    """The machine's load average over a minute when the run began."""

    @property
    def greeting_ms(self) -> int | None:
        """The median call's."""
        return round(statistics.median(self.greetings_ms)) if self.greetings_ms else None


def counted(turns: Sequence[Turn]) -> list[int]:
    """The latencies that count."""
    return [turn.latency_ms for turn in turns if not turn.talked_over]


def counted_by_both(ours: Sequence[Turn], theirs: Sequence[Turn]) -> tuple[list[int], list[int]]:
    """As `counted`, of the answers that count with both."""
    mine, other = ({turn.answer for turn in turns if not turn.talked_over} for turns in (ours, theirs))
    ours, theirs = ([turn for turn in turns if turn.answer in mine & other] for turns in (ours, theirs))
    return counted(ours), counted(theirs)


def to_question(turns: Sequence[Turn]) -> list[int]:
    """As `counted`, but to the beginning of what the interviewer had to say, past a bridging line."""
    return [turn.question_ms or turn.latency_ms for turn in turns if not turn.talked_over]


def ratio(ours: float, theirs: float) -> float:
    """How many times longer the other takes; infinity when ours takes no time."""
    return theirs / ours if ours else math.inf


def viva_turns(
    replies: Sequence[Reply], answers: Sequence[tuple[str, float]], events: Sequence[Event]
) -> tuple[Turn, ...]:
    """The caller's replies to these answers, so many seconds long, with what the journal knows of each: the line that
    began nearest to the first sound."""
    began = next(event for event in events if isinstance(event, Began))
    zero = began.started_at.timestamp()
    lines = [event for event in events if isinstance(event, LineStarted)]
    return tuple(
        _turn(
            Turn(answer=answer, answer_s=spoke_s, latency_ms=reply.latency_ms, talked_over=reply.talked_over),
            round((reply.heard_at - zero) * 1000),
            lines,
            began.persona,
        )
        for reply, (answer, spoke_s) in zip(replies, answers, strict=True)
    )


def _turn(heard: Turn, heard_ms: int, lines: list[LineStarted], persona: Persona) -> Turn:
    if not lines:
        return heard
    first = min(lines, key=lambda line: abs(line.at_ms - heard_ms))
    kind = _kind(first, persona)
    question_ms = None
    if kind == BRIDGE:
        later = (line for line in lines if line.line_id > first.line_id and line.line.kind != "acknowledgement")
        if question := next(later, None):
            question_ms = heard.latency_ms + question.at_ms - first.at_ms
    return heard.model_copy(update={"first": kind, "question_ms": question_ms})


def _kind(started: LineStarted, persona: Persona) -> str:
    match started.line.kind:
        case "follow_up":
            return MODEL if started.line.source == "model" else AUTHORED
        case "acknowledgement" if started.line.text in persona.thinking:
            return BRIDGE
        case "acknowledgement" | "prompt" | "closing":
            return TRANSITION
        case _:
            return OTHER


def follow_ups(events: Sequence[Event]) -> dict[str, int]:
    """How many the model wrote ahead, wrote when asked, and how many gave way to authored ones, by reason: written,
    whether or not they were asked."""
    ways: Counter[str] = Counter()
    for event in events:
        if isinstance(event, FollowUpWritten):
            if event.source == "model":
                ways["model, while the candidate spoke" if event.speculative else "model, after the answer"] += 1
            else:
                ways[f"authored ({event.failure or 'no model'})"] += 1
    return dict(ways)
