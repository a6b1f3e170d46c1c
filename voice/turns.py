"""What hears that a turn begins and ends: the local voice activity and end-of-turn models of livekit-agents.

Both models come with livekit-local-inference and run in the process. livekit-agents' defaults would ask the vendor's
cloud first, so the local versions are named here, and this is the only place that names them. How long a silence is
let be is decided in `voice.patience`.
"""

import asyncio
from concurrent.futures import Executor

import numpy as np
from livekit.agents import TurnHandlingOptions
from livekit.agents.inference import VAD
from livekit.local_inference import EOT, EOT_MAX_SAMPLES
from numpy.typing import NDArray

MIN_SILENCE_S = 0.3
"""Quiet after which the session counts the candidate as silent, which lets a line that waits begin."""

UTTERANCE_PAUSE_S = 0.55
"""Quiet that parts two utterances: cut at every breath, words are recognized worse and less is said to each."""

MIN_SPEECH_S = 0.06
"""Voice that begins an utterance: two of the model's windows."""


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
    """The local end-of-turn model, which listens to the last 1.2 s; 108 MB, shared by all instances of a process."""

    def __init__(self) -> None:
        self._model = EOT()

    async def probability(self, recent: NDArray[np.int16]) -> float:
        """That the turn is over, 0 to 1, by 16-kHz mono sound that ends with at least 0.2 s of silence; takes 40 ms."""
        return float(await asyncio.to_thread(self._model.predict, recent[-EOT_MAX_SAMPLES:]))


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
