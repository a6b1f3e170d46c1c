"""Prepared candidates take the way through an interview that their answers earn, judged without a language model."""

import pytest

from bench.banks import Bank
from interview.arrangement import Arrangement
from interview.folding import fold
from interview.state import State
from viva.rehearsal import Held, rehearsal
from viva.script import read_script
from viva.settings import Settings
from viva.wiring import catalogue

pytestmark = pytest.mark.slow

PHASES = ["fundamentals", "development", "production", "design", "follow_up", "questions"]


async def held(settings: Settings, spec_name: str, candidate: str, seed: int = 0, **facts: str) -> State:
    spec, persona = catalogue(settings).interview(spec_name)
    holds = rehearsal(settings, Held(spec, persona, Arrangement(facts=facts), "Robin"), None)
    await holds.run(Bank(spec, candidate, seed, read_script(settings, spec_name)).turns(holds))
    return fold(holds.events)


def sections(state: State) -> list[str]:
    return list(dict.fromkeys(section for section, _ in state.prompts))


@pytest.mark.parametrize("level", ["senior", "staff", "principal"])
async def test_a_strong_candidate_reaches_every_phase_at_each_level(settings: Settings, level: str) -> None:
    state = await held(settings, "ml-rigorous", "strong", level=level)
    assert sections(state) == PHASES
    assert state.end_reason == "completed"


@pytest.mark.parametrize("level", ["senior", "staff", "principal"])
async def test_a_weak_candidate_is_let_go_after_the_fundamentals_at_each_level(settings: Settings, level: str) -> None:
    assert sections(await held(settings, "ml-rigorous", "weak", level=level)) == ["fundamentals", "questions"]


@pytest.mark.parametrize(
    ("candidate", "seed", "path"),
    [
        ("strong", 0, "deep_dive_strong"),
        ("weak", 0, "deep_dive_fundamentals"),
        ("weak", 1, "deep_dive_fundamentals"),
        ("terse", 0, "deep_dive_fundamentals"),
    ],
)
async def test_what_a_candidate_knows_decides_between_depth_and_fundamentals(
    settings: Settings, candidate: str, seed: int, path: str
) -> None:
    state = await held(settings, "ml-conversation", candidate, seed, scenario="recommendation")
    assert [section for section in sections(state) if section.startswith("deep_dive")] == [path]
