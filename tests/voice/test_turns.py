"""Turn-taking is configured to stay on this machine."""

import pytest

from voice import turns


@pytest.mark.models
def test_turn_models_are_the_local_ones() -> None:
    assert turns.vad().provider == "livekit-local-inference"
    assert turns.end_of_turn().model == "turn-detector-v1-mini"


@pytest.mark.models
def test_interruptions_are_judged_by_the_local_voice_activity() -> None:
    assert turns.turn_handling()["interruption"]["mode"] == "vad"
    assert turns.MIN_SILENCE_S < turns.UTTERANCE_PAUSE_S < turns.MIN_DELAY_S < turns.MAX_DELAY_S
