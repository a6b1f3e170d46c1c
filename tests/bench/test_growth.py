"""How calls grow with machines: the arithmetic, and the document that shows it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.capacity import DOCUMENT, Result
from bench.figures import Memory
from bench.growth import LIMIT_MS, UNMEASURED, Load, calls_held, chapter, constants, plan, rewritten
from interview.waiting import Spread
from viva.settings import TREE


def load(cores: int, calls: int, p95: int | None = 900, unanswered: int = 0) -> Load:
    return Load(
        cores=cores,
        calls=calls,
        spread=Spread(turns=9, median=600, p95=p95, maximum=p95) if p95 is not None else None,
        talked_over=0,
        unanswered=unanswered,
        memory={
            "worker": Memory(processes=2 + calls, rss_mib=900, pss_mib=600 + 80 * calls),
            "llm": Memory(processes=1, rss_mib=1400, pss_mib=1400),
            "livekit": Memory(processes=1, rss_mib=90, pss_mib=50 + 4 * calls),
        },
        busy_cores={"worker": 0.5 * calls, "livekit": 0.02 * calls, "web": 0.01 * calls},
        events_per_s=0.4 * calls,
    )


LOADS = [load(1, 1), load(1, 2, LIMIT_MS + 1), load(2, 1), load(2, 2), load(2, 3), load(2, 4, LIMIT_MS + 1)]


def test_calls_are_held_up_to_the_first_number_that_is_not() -> None:
    assert (calls_held(LOADS, 1), calls_held(LOADS, 2), calls_held(LOADS, 4)) == (1, 3, 0)
    assert calls_held([load(2, 1), load(2, 2, None), load(2, 3)], 2) == 1
    assert calls_held([load(2, 1, unanswered=1)], 2) == 0


def test_one_more_call_costs_what_the_parts_grew_by() -> None:
    known = constants(LOADS, commit_ms=4.0)
    assert known is not None
    assert known.call_mib == pytest.approx(84)
    assert known.base_mib == pytest.approx(600 + 80 + 1400 - 84)
    assert (known.unit_cores, known.unit_calls) == (2, 3)
    assert known.livekit_cores == pytest.approx(0.02)
    assert known.exponent == pytest.approx(1.585, abs=0.001)


def test_without_a_call_that_was_held_there_is_no_model() -> None:
    assert constants([load(2, 1, LIMIT_MS + 1)], 4.0) is None
    assert constants([], 4.0) is None
    one_only = constants([load(1, 1, LIMIT_MS + 1), load(2, 1)], 4.0)
    assert one_only is not None
    assert one_only.exponent is None


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_more_calls_never_need_less(fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    known = constants(LOADS, 4.0)
    assert known is not None
    small, large = plan(known, fewer), plan(known, more)
    assert small.units * known.unit_calls >= fewer
    assert (small.units, small.livekit_cores, small.web_cores) <= (large.units, large.livekit_cores, large.web_cores)
    assert small.commits_per_s <= large.commits_per_s


def test_the_document_shows_what_the_kept_measurement_came_to() -> None:
    kept = TREE / "bench" / "results" / "capacity.json"
    text = DOCUMENT.read_text(encoding="utf-8")
    if not kept.exists():
        assert UNMEASURED in text
        return
    result = Result.model_validate(json.loads(kept.read_text(encoding="utf-8")))
    assert chapter(constants(result.loads, result.constants.commit_ms if result.constants else 0.0),
                   result.date[:10], result.machine.cpu) in text  # fmt: skip


def test_only_the_measured_part_of_the_document_is_rewritten() -> None:
    before = DOCUMENT.read_text(encoding="utf-8")
    after = rewritten(before, chapter(constants(LOADS, 4.0), "2026-01-02", "a cpu"))
    assert "| 10,000 | 3,334 | 6,668 |" in after
    assert rewritten(after, chapter(None)) == rewritten(before, chapter(None))
    assert [line for line in before.splitlines() if line.startswith("#")] == [
        line for line in after.splitlines() if line.startswith("#")
    ]
