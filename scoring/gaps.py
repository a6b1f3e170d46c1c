"""What a recording lacks: stretches of the held interview that were not recorded, whatever the reason."""

from collections.abc import Iterable, Sequence

from interview.events import AgentJoined, Event
from interview.folding import fold
from scoring.shown import clock

SHORTEST_MS = 1_000
"""A shorter stretch costs no word that mattered."""


def gaps(recorded: Sequence[tuple[int, int]], events: Sequence[Event]) -> list[tuple[int, int]]:
    """From and to, in ms: between the stretches `recorded`, from the first interviewer to the last one's end.

    After the last sound something is missing only when the recorder failed to the end: a candidate who is waited for
    in vain is not recorded either.
    """
    joined = min((event.at_ms for event in events if isinstance(event, AgentJoined)), default=recorded[0][0])
    state = fold(events)
    until = state.at_ms if state.unrecorded else recorded[-1][1]
    ends = [joined, *(end for _, end in recorded)]
    starts = [*(start for start, _ in recorded), until]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if start - end >= SHORTEST_MS]


def sentence(missing: Iterable[tuple[int, int]]) -> list[str]:
    """The note about it; none when nothing is missing."""
    told = [f"{round((end - start) / 1000)} s from {clock(start)}" for start, end in missing]
    return [f"The recording is missing {' and '.join(told)}."] if told else []
