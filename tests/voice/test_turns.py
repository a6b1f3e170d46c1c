"""Turn-taking is configured to stay on this machine."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.voice.conftest import at_16_khz
from voice import turns, weights
from voice.errors import WeightsError
from voice.streaming import RATE_HZ
from voice.tts import Synthesizer


@pytest.mark.models
def test_voice_activity_is_detected_on_this_machine() -> None:
    assert turns.vad().provider == "livekit-local-inference"


@pytest.mark.models
def test_a_sentence_sounds_over_at_its_end_and_not_in_its_middle(synthesizer: Synthesizer) -> None:
    model = turns.EndOfTurn(weights.ensure("smart-turn"))
    whole = at_16_khz(synthesizer, "We moved to a smaller model, and the users never noticed.")
    broken = at_16_khz(synthesizer, "We moved to a smaller model, and the")
    silence = np.zeros(RATE_HZ // 4, np.int16)

    def over(sound: NDArray[np.float32]) -> float:
        return model.probability(np.concatenate([(sound * 32767).astype(np.int16), silence]))

    assert over(whole) > 0.5 > over(broken)
    # What lies further back than is listened to changes nothing.
    longer = np.concatenate([broken, np.zeros(RATE_HZ * 8, np.float32), whole])
    padded = np.concatenate([np.zeros(RATE_HZ * 8, np.float32), whole])
    assert over(longer) == pytest.approx(over(padded), abs=1e-6)
    assert 0 <= model.probability(np.zeros(0, np.int16)) <= 1


@pytest.mark.models
def test_the_session_decides_nothing_about_turns_itself() -> None:
    handling = turns.turn_handling()
    assert handling["turn_detection"] == "manual"
    assert handling["interruption"]["mode"] == "vad"
    assert turns.MIN_SPEECH_S < turns.MIN_SILENCE_S < turns.UTTERANCE_PAUSE_S


def test_a_folder_without_the_model_is_refused_with_the_setting_to_mend(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="set VIVA_TURN_MODEL"):
        turns.EndOfTurn(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(WeightsError, match="Smart Turn"):
        turns.EndOfTurn(tmp_path)
