"""Turn-taking is configured to stay on this machine."""

import numpy as np
import pytest

from voice import turns


@pytest.mark.models
async def test_turn_models_are_the_local_ones() -> None:
    assert turns.vad().provider == "livekit-local-inference"
    assert 0 <= await turns.EndOfTurn().probability(np.zeros(32_000, np.int16)) <= 1


@pytest.mark.models
def test_the_session_decides_nothing_about_turns_itself() -> None:
    handling = turns.turn_handling()
    assert handling["turn_detection"] == "manual"
    assert handling["interruption"]["mode"] == "vad"
    assert turns.MIN_SPEECH_S < turns.MIN_SILENCE_S < turns.UTTERANCE_PAUSE_S
