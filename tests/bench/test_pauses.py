"""Which answers are played to whom."""

import numpy as np
import pytest

from bench.pauses import DATA, ENOUGH, dealt, every
from bench.pipelines import BOTH, Pipeline
from bench.voices import ESPEAK, FLITE, Sound, Speaker


def mute(_text: str) -> Sound:
    return np.zeros(1, np.float32)


@pytest.mark.parametrize("pipeline", BOTH)
def test_both_pipelines_hear_every_voice(pipeline: Pipeline) -> None:
    voices = [Speaker(str(number), mute) for number in range(len(FLITE) + len(ESPEAK) + 1)]
    heard = [speaker.name for _, speaker, _ in dealt(DATA, voices, ENOUGH)[:: every(pipeline, ENOUGH)]]
    assert set(heard) == {voice.name for voice in voices}
