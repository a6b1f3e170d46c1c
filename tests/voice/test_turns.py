"""Turn-taking is configured to stay on this machine."""

from pathlib import Path
from statistics import fmean

import numpy as np
import pytest
from numpy.typing import NDArray

from bench.clips import clips
from voice import turns, weights
from voice.errors import WeightsError
from voice.streaming import RATE_HZ


@pytest.mark.models
def test_voice_activity_is_detected_on_this_machine() -> None:
    assert turns.vad().provider == "livekit-local-inference"


@pytest.fixture(scope="module")
def end_of_turn() -> turns.EndOfTurn:
    return turns.EndOfTurn(weights.ensure("smart-turn"))


def over(model: turns.EndOfTurn, sound: NDArray[np.float32]) -> float:
    """How likely the turn is over a quarter of a second after `sound`."""
    return model.probability(np.concatenate([sound * 32767, np.zeros(RATE_HZ // 4)]).astype(np.int16))


@pytest.mark.models
def test_people_sound_over_where_they_end_rather_than_where_they_are_broken_off(end_of_turn: turns.EndOfTurn) -> None:
    recordings = [clip.sound for clip in clips()]
    whole = [over(end_of_turn, sound) for sound in recordings]
    # Two thirds in, which in some of them is the end of a sentence, too.
    broken = [over(end_of_turn, sound[: len(sound) * 2 // 3]) for sound in recordings]
    assert fmean(whole) > 0.75
    assert fmean(broken) < 0.55


@pytest.mark.models
def test_what_lies_further_back_than_is_listened_to_changes_nothing(
    end_of_turn: turns.EndOfTurn, answer: NDArray[np.float32]
) -> None:
    pause = np.zeros(round(turns.LISTENED_S * RATE_HZ), np.float32)
    last = answer[-3 * RATE_HZ :]
    after_more = over(end_of_turn, np.concatenate([answer, pause, last]))
    assert after_more == pytest.approx(over(end_of_turn, np.concatenate([pause, last])), abs=1e-6)
    assert 0 <= end_of_turn.probability(np.zeros(0, np.int16)) <= 1


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
