"""How many machines many calls at once need: arithmetic on what was measured with few, as docs/capacity.md explains."""

import math
from collections.abc import Sequence

from bench.figures import Memory
from interview.model import Frozen
from interview.waiting import Spread

LIMIT_MS = 1_500
"""p95 from the last word to the first sound up to which calls count as held."""
BUSY = 0.5
"""Share of its cores that a service of many short tasks is planned with: at twice that load its queue has no end."""
CALLS = (10, 100, 1_000, 10_000)
MEASURED, END = "<!-- measured: python -m bench.capacity writes these lines -->", "<!-- end of measured -->"
UNMEASURED = "Nothing is measured yet: `python -m bench.capacity` fills this in."


class Load(Frozen):
    """So many calls at once on so many cores."""

    cores: int
    calls: int
    spread: Spread | None
    """From the last word to the first sound, over all calls; None when nobody got a reply."""
    talked_over: int
    """Turns that do not count, since the interviewer was heard during the answer."""
    unanswered: int
    """Calls that broke off before they had their turns."""
    memory: dict[str, Memory]
    """By part of the stack, at the largest total."""
    busy_cores: dict[str, float]
    """By part: processor seconds in a second, while the calls went on."""
    events_per_s: float
    """Journal entries of all calls together."""

    @property
    def held(self) -> bool:
        """Whether the calls went well together."""
        return self.spread is not None and self.spread.p95 <= LIMIT_MS and not self.unanswered


class Constants(Frozen):
    """What the model rests on; each of them was measured."""

    unit_cores: int
    """Of the largest machine that was tried: the unit that is repeated."""
    unit_calls: int
    """Calls it held."""
    exponent: float | None
    """Calls grow with cores to the power of this; None where fewer cores held none."""
    base_mib: float
    """Worker and language model without a call."""
    call_mib: float
    """One more call, all parts together."""
    livekit_cores: float
    """Busy for one call, like the next."""
    web_cores: float
    events_per_s: float
    """Of one call."""
    commit_ms: float
    """One journal entry, from the call to the disk."""


def calls_held(loads: Sequence[Load], cores: int) -> int:
    """The most calls at once that were held, and all smaller numbers too."""
    held = 0
    for load in sorted((load for load in loads if load.cores == cores), key=lambda load: load.calls):
        if not load.held:
            break
        held = load.calls
    return held


def constants(loads: Sequence[Load], commit_ms: float) -> Constants | None:
    """What the measurements come to; None where not even one call was held."""
    tried = sorted({load.cores for load in loads})
    most = tried[-1] if tried else 0
    calls = calls_held(loads, most)
    if not calls:
        return None
    fewest = calls_held(loads, tried[0])
    on_most = sorted((load for load in loads if load.cores == most), key=lambda load: load.calls)
    first, last = on_most[0], on_most[-1]
    more = (_total(last) - _total(first)) / (last.calls - first.calls) if last.calls > first.calls else 0.0
    own = sum(first.memory[name].pss_mib for name in ("worker", "llm") if name in first.memory)
    return Constants(
        unit_cores=most,
        unit_calls=calls,
        exponent=math.log(calls / fewest) / math.log(most / tried[0]) if fewest and most > tried[0] else None,
        base_mib=own - more * first.calls,
        call_mib=more,
        livekit_cores=last.busy_cores.get("livekit", 0.0) / last.calls,
        web_cores=last.busy_cores.get("web", 0.0) / last.calls,
        events_per_s=last.events_per_s / last.calls,
        commit_ms=commit_ms,
    )


def _total(load: Load) -> int:
    return sum(part.pss_mib for part in load.memory.values())


class Plan(Frozen):
    """What so many calls at once need."""

    calls: int
    units: int
    """Workers of `Constants.unit_cores` cores, each with a language model of its own."""
    unit_gib: float
    """Memory of one."""
    livekit_cores: int
    web_cores: int
    commits_per_s: float
    commits_at_once: float
    """Journal entries that are on their way to the disk at any moment."""


def plan(known: Constants, calls: int) -> Plan:
    """Machines for so many calls."""
    return Plan(
        calls=calls,
        units=math.ceil(calls / known.unit_calls),
        unit_gib=(known.base_mib + known.unit_calls * known.call_mib) / 1024,
        livekit_cores=math.ceil(calls * known.livekit_cores / BUSY),
        web_cores=math.ceil(calls * known.web_cores / BUSY),
        commits_per_s=calls * known.events_per_s,
        commits_at_once=calls * known.events_per_s * known.commit_ms / 1000,
    )


def chapter(known: Constants | None, date: str = "", cpu: str = "") -> str:
    """The measured part of `docs/capacity.md`, between its marks."""
    if known is None:
        return f"{MEASURED}\n{UNMEASURED}\n{END}"
    grows = f"{known.exponent:.2f}" if known.exponent is not None else "not known, fewer cores held no call"
    lines = [
        f"On {date}, {cpu}:",
        "",
        "| constant | value |",
        "|---|---|",
        f"| `unit_cores`, `unit_calls` | {known.unit_cores} cores, {known.unit_calls} calls |",
        f"| `exponent` | {grows} |",
        f"| `base`, `call` | {known.base_mib:.0f} MiB, {known.call_mib:.0f} MiB |",
        f"| `livekit`, `web` | {known.livekit_cores:.3f} and {known.web_cores:.3f} cores a call |",
        f"| `events`, `commit` | {known.events_per_s:.2f} a second and call, {known.commit_ms:.1f} ms |",
        "",
        "| calls at once | workers | their cores | their memory | LiveKit cores | web cores | commits a second |",
        "|---|---|---|---|---|---|---|",
    ]
    for need in (plan(known, calls) for calls in CALLS):
        lines.append(
            f"| {need.calls:,} | {need.units:,} | {need.units * known.unit_cores:,} | "
            f"{need.units * need.unit_gib:,.0f} GiB | {need.livekit_cores:,} | {need.web_cores:,} | "
            f"{need.commits_per_s:,.0f} ({need.commits_at_once:.1f} at once) |"
        )
    return "\n".join([MEASURED, *lines, END])


def rewritten(document: str, measured: str) -> str:
    """The document with another measured part."""
    before, _, rest = document.partition(MEASURED)
    return f"{before}{measured}{rest.partition(END)[2]}"
