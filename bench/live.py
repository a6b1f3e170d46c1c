"""Sound through voice activity detection and streaming recognizer as `agent.ears` leads it, on a clock of its own.

Sound time is counted in samples, computing time is measured, and the waits between are skipped: while a decode runs, as
much sound arrives as would in that time. So a minute of speech takes as long as its decodes, and delays are those that
a candidate would meet with this machine as busy as it is.
"""

import time
from dataclasses import dataclass, field

import numpy as np
from livekit import rtc
from livekit.agents import vad

from agent.ears import INTERVAL_S, SILENT_BELOW
from bench.degrade import Sound
from voice.streaming import RATE_HZ, StreamingTranscriber
from voice.stt import Recognizer
from voice.transcript import Transcript, Word
from voice.turns import UTTERANCE_PAUSE_S
from voice.turns import vad as voice_activity

FRAME = RATE_HZ // 50
"""20 ms, what LiveKit delivers at a time."""


@dataclass
class Heard:
    """What came of one stretch of sound."""

    words: list[Word] = field(default_factory=list)
    """On the sound's clock."""
    stood_s: float = 0.0
    """When the last utterance's words had been decoded as they stayed: from then on they could be worked with."""
    ended_s: float = 0.0
    """When voice activity detection called the last utterance over."""
    final_s: float = 0.0
    """When its text was final."""
    utterances: int = 0
    decodes: int = 0
    decoding_s: float = 0.0
    """Computing time of all decodes."""

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(word.text for word in self.words)


async def listen(sound: Sound, recognizer: Recognizer) -> Heard:
    """Everything a call would hear in the sound (16 kHz mono)."""
    heard = Heard()
    transcriber: StreamingTranscriber | None = None
    began_s = idle_at = 0.0

    def decode(pcm: Sound, prompt: str, urgent: bool, draft: str) -> Transcript:
        heard.decodes += 1
        return recognizer.decode(pcm, prompt, urgent, draft)

    for event in await activity(sound):
        now = event.samples_index / RATE_HZ
        match event.type:
            case vad.VADEventType.START_OF_SPEECH:
                transcriber = StreamingTranscriber(decode, INTERVAL_S)
                began_s = now - sum(frame.duration for frame in event.frames)
                _push(transcriber, event, voiced=True)
            case vad.VADEventType.INFERENCE_DONE if transcriber is not None:
                _push(transcriber, event, voiced=event.probability > SILENT_BELOW)
                if now >= idle_at and transcriber.due:
                    began = time.perf_counter()
                    await transcriber.step()
                    heard.stood_s = idle_at = now + _since(began, heard)
            case vad.VADEventType.END_OF_SPEECH if transcriber is not None:
                before, began = heard.decodes, time.perf_counter()
                final = await transcriber.finish()
                took = _since(began, heard)
                heard.ended_s, heard.final_s = now, max(now, idle_at) + took
                if heard.decodes > before:
                    heard.stood_s = heard.final_s
                idle_at = heard.final_s
                transcriber = None
                if final.words:
                    heard.words += [word.later(began_s) for word in final.words]
                    heard.utterances += 1
            case _:
                pass
    return heard


def _since(began: float, heard: Heard) -> float:
    took = time.perf_counter() - began
    heard.decoding_s += took
    return took


def _push(transcriber: StreamingTranscriber, event: vad.VADEvent, *, voiced: bool) -> None:
    for frame in event.frames:
        transcriber.push(np.frombuffer(frame.data, np.int16), voiced=voiced)


async def activity(sound: Sound) -> list[vad.VADEvent]:
    """What the call's voice activity detection says of the sound, window by window, ended by a second of silence."""
    stream = voice_activity(UTTERANCE_PAUSE_S).stream()
    pcm = (np.clip(np.pad(sound, (0, RATE_HZ)), -1, 1) * 32767).astype(np.int16)
    for start in range(0, len(pcm) - FRAME + 1, FRAME):
        stream.push_frame(rtc.AudioFrame(pcm[start : start + FRAME].tobytes(), RATE_HZ, 1, FRAME))
    stream.end_input()
    events = [event async for event in stream]
    await stream.aclose()
    return events


async def taken_for_speech(sound: Sound) -> list[Sound]:
    """The stretches that voice activity detection takes for utterances, as a stock pipeline hands them on."""
    ends = (event for event in await activity(sound) if event.type == vad.VADEventType.END_OF_SPEECH)
    pieces = [np.frombuffer(b"".join(bytes(frame.data) for frame in event.frames), np.int16) for event in ends]
    return [piece.astype(np.float32) / np.float32(32768) for piece in pieces]
