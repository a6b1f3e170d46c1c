"""What hears that a turn begins and ends: voice activity detection, and how the end of what was said sounds.

livekit-agents' defaults would ask the vendor's cloud first, so the local models are named here, and this is the only
place that names them. How long a silence is let be is decided in `voice.patience`.
"""

from concurrent.futures import Executor
from pathlib import Path

import numpy as np
import onnxruntime
from faster_whisper.feature_extractor import FeatureExtractor
from livekit.agents import TurnHandlingOptions
from livekit.agents.inference import VAD
from numpy.typing import NDArray

from voice.errors import WeightsError
from voice.streaming import RATE_HZ

MIN_SILENCE_S = 0.3
"""Quiet after which the session counts the candidate as silent, which lets a line that waits begin."""

UTTERANCE_PAUSE_S = 0.55
"""Quiet that parts two utterances: cut at every breath, words are recognized worse and less is said to each."""

MIN_SPEECH_S = 0.06
"""Voice that begins an utterance: two of the model's windows."""

LISTENED_S = 8.0
"""How much of a turn's end is listened to, to tell by its sound whether it is over."""
_LEAST_VARIANCE = 1e-7
"""As where the model was trained (the feature extraction of transformers): silence is not divided by nothing."""


def vad(min_silence_s: float = MIN_SILENCE_S, executor: Executor | None = None) -> VAD:
    """Voice activity detection: Silero's model, loaded once for the process. Quiet for `min_silence_s` is a pause;
    `executor` runs the model in place of a thread for each call."""
    return VAD(
        model="silero",
        min_speech_duration=MIN_SPEECH_S,
        min_silence_duration=min_silence_s,
        prefix_padding_duration=0.5,
        executor=executor,
    )


class EndOfTurn:
    """Pipecat's Smart Turn v3: how the last seconds of a turn sound, words and melody together.

    A Whisper tiny encoder with a classifier, trained on what people and synthetic voices say in conversation, whole and
    broken off. It is safe to ask from several threads at once.
    """

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """`folder` holds model.onnx; somebody waits for what it says, so it may take more than one core.

        Raises:
            WeightsError: the folder does not hold such a model.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that wait busily would take the cores from the recognizer.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the library raises bare ones of many kinds
            raise WeightsError(
                f"{folder} holds no Smart Turn model.onnx; set VIVA_TURN_MODEL to a folder that does."
            ) from error
        self._spectrum = FeatureExtractor(chunk_length=round(LISTENED_S))

    def probability(self, recent: NDArray[np.int16]) -> float:
        """That the turn is over, 0 to 1, by its 16-kHz mono sound up to now, which ends with at least 0.2 s of silence.

        The last `LISTENED_S` count, and a shorter turn is taken to follow on silence, as when the model was trained.
        """
        samples = round(LISTENED_S * RATE_HZ)
        sound = recent[-samples:].astype(np.float32) / np.float32(32768.0)
        sound = np.pad(sound, (samples - len(sound), 0))
        evened = (sound - sound.mean()) / np.sqrt(sound.var() + _LEAST_VARIANCE)
        frames = self._spectrum(evened, padding=0)[None, :, : samples // self._spectrum.hop_length]
        (over,) = self._session.run(None, {"input_features": frames.astype(np.float32)})
        return float(np.asarray(over).item())


def turn_handling() -> TurnHandlingOptions:
    """What an AgentSession is given: nothing about turns is asked of another machine, or decided by the session.

    Our ears say when a turn is over, and our floor when a line gives way. Preemptive generation is off because
    follow-ups are written ahead by our own speculation.
    """
    return TurnHandlingOptions(
        turn_detection="manual",
        interruption={
            "mode": "vad",
            "resume_false_interruption": False,
            # What is said over a line that goes on all the same is heard and kept like everything else.
            "discard_audio_if_uninterruptible": False,
        },
        preemptive_generation={"enabled": False},
    )
