"""When a turn begins and ends: the local voice activity and end-of-turn models of livekit-agents, and our delays.

Both models come with livekit-local-inference and run in the process. livekit-agents' defaults would ask the vendor's
cloud first, so the local versions are named here, and this is the only place that names them.
"""

from livekit.agents import TurnHandlingOptions
from livekit.agents.inference import VAD, TurnDetector

MIN_DELAY_S = 0.7
"""Silence after which a turn that sounds finished is over. The gap between speakers in conversation is about 0.2 s
(Stivers et al. 2009), but an answer to a design question is several sentences with breaths of 0.3 to 0.6 s between
them: at 0.4 s the interviewer cut into them."""

MAX_DELAY_S = 2.5
"""Silence after which a turn is over although it sounded unfinished: candidates who think aloud pause for 1 to 2 s."""

UNFINISHED_DELAY_S = 1.5
"""Added to a finished-sounding turn whose words are `unfinished`: enough to go on, short of an awkward silence."""

MIN_SILENCE_S = 0.3
"""Quiet before the voice counts as paused, which ends an utterance. The end-of-turn model needs at least 0.2 s of it;
shorter pauses would cut answers into pieces that Whisper understands less well."""

UTTERANCE_PAUSE_S = 0.55
"""Quiet that parts two utterances: cut at every breath, words are recognized worse and less is said to each. The text
stands ready by then, for it is decoded when a pause begins; and it must stand before a turn can be over."""

MIN_INTERRUPTION_S = 0.6
"""Speech that stops the interviewer: longer than the "mm-hm" and "okay" of people who listen (0.2 to 0.5 s)."""


def vad(min_silence_s: float = MIN_SILENCE_S) -> VAD:
    """Voice activity detection: Silero's model, loaded once for the process. Quiet for `min_silence_s` is a pause."""
    return VAD(
        model="silero", min_speech_duration=0.06, min_silence_duration=min_silence_s, prefix_padding_duration=0.5
    )


def end_of_turn() -> TurnDetector:
    """The end-of-turn model that listens to the last 1.2 s; never the cloud's."""
    return TurnDetector(version="v1-mini", local_fallback=False)


def turn_handling() -> TurnHandlingOptions:
    """What an AgentSession is given, so that nothing about turns is asked of another machine.

    Preemptive generation is off because follow-ups are written ahead by our own speculation.
    """
    return TurnHandlingOptions(
        turn_detection=end_of_turn(),
        endpointing={"mode": "fixed", "min_delay": MIN_DELAY_S, "max_delay": MAX_DELAY_S},
        interruption={
            "mode": "vad",
            "min_duration": MIN_INTERRUPTION_S,
            "resume_false_interruption": True,
            # What is said over a line that goes on all the same is heard and kept like everything else.
            "discard_audio_if_uninterruptible": False,
        },
        preemptive_generation={"enabled": False},
    )
