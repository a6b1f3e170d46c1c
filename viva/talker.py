"""A synthetic candidate's mouth, ears and microphone in a LiveKit room, and how long it waited for replies."""

import asyncio
import math
import time
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from livekit import rtc
from numpy.typing import NDArray

from voice.sound import FRAME, RATE_HZ
from voice.tts import Synthesizer

PITCH = 1.17
"""The candidate's voice lies this much above the interviewer's, at the same pace: two people, not one."""
LOUD = 0.01
"""RMS above which a frame of the interviewer counts as speech, of full scale: Piper's pauses lie below 0.001."""
POLITE_S = 0.8
"""Quiet of the interviewer before the caller begins to speak."""
ROOM_NOISE = 0.0004
"""RMS of the noise between the candidate's words: a live microphone is never digitally silent."""


@dataclass
class Reply:
    """One answer of the interviewer, as the caller heard it."""

    latency_ms: int
    """From the end of the caller's last word to the first sound of the interviewer."""
    heard_at: float
    """Wall-clock time of that sound."""
    talked_over: bool
    """The interviewer was heard while the caller spoke: what was timed may be the rest of that."""


@dataclass
class Ear:
    """What the caller hears of the interviewer."""

    last_loud: float = 0.0
    """Monotonic time of the newest frame with speech in it."""
    first_loud_since: float | None = None
    """Monotonic time of the first speech since `listen_anew`; None while there was none."""

    def listen_anew(self) -> None:
        """From now on the next speech is the first."""
        self.first_loud_since = None

    def hear(self, frame: rtc.AudioFrame) -> None:
        """Takes one frame."""
        samples = np.frombuffer(frame.data, np.int16).astype(np.float32) / 32768
        if math.sqrt(float(np.mean(np.square(samples)))) > LOUD:
            self.last_loud = time.monotonic()
            if self.first_loud_since is None:
                self.first_loud_since = self.last_loud


class CandidateVoice:
    """Speaks with the interviewer's model at another pitch, so that no further voice has to be installed."""

    def __init__(self, voice_dir: Path) -> None:
        self._synthesizer = Synthesizer(voice_dir, length_scale=PITCH)

    def speak(self, text: str) -> NDArray[np.int16]:
        """48-kHz mono sound without silence at its ends."""
        speech = self._synthesizer.speak(text)
        sound = speech.pcm.astype(np.float32)
        ratio = RATE_HZ / speech.rate_hz / PITCH
        raised: NDArray[np.int16] = np.interp(np.arange(0, len(sound), 1 / ratio), np.arange(len(sound)), sound).astype(
            np.int16
        )
        loud = np.flatnonzero(np.abs(raised) > 300)
        return raised[loud[0] : loud[-1] + 1] if len(loud) else raised


@dataclass
class Talker:
    """Someone in a call: a quiet microphone that speaks on demand, and an ear."""

    voice: CandidateVoice
    room: rtc.Room = field(default_factory=rtc.Room)
    ear: Ear = field(default_factory=Ear)
    replies: list[Reply] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What was spoken to get the replies, in order."""
    greeting_ms: int | None = None
    """From the wish to join to the interviewer's first sound; None before it."""
    _joining: float = field(default_factory=time.monotonic)
    _speech: asyncio.Queue[NDArray[np.int16]] = field(default_factory=asyncio.Queue)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _spoke_until: float | None = None
    _talked_over: bool = False

    async def join(self, url: str, token: str) -> None:
        """Enters the room and opens the microphone."""
        self.room.on("track_subscribed", self._on_track)
        await self.room.connect(url, token)
        self._source = rtc.AudioSource(RATE_HZ, 1, queue_size_ms=100)
        track = rtc.LocalAudioTrack.create_audio_track("microphone", self._source)
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
        await self.room.local_participant.publish_track(track, options)
        self._tasks.append(asyncio.create_task(self._microphone()))

    async def hang_up(self) -> None:
        """Leaves the room."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.room.disconnect()

    async def say(self, text: str, *, timed: bool = True) -> None:
        """Speaks and returns with the last word; the interviewer's next sound is timed from there, if it is `timed`."""
        sound = await asyncio.to_thread(self.voice.speak, text)
        # The interviewer may have gone on meanwhile, after a bridging line for one; nobody starts over another's voice.
        while time.monotonic() - self.ear.last_loud < POLITE_S:
            await asyncio.sleep(0.05)
        await self.play(sound)
        if timed:
            self.said.append(text)
        else:
            self._spoke_until = None

    async def play(self, sound: NDArray[np.int16]) -> None:
        """Sends 48-kHz mono sound as the microphone's and returns when its last sample has been sent."""
        self.ear.listen_anew()
        await self._speech.put(sound)
        await self._speech.join()
        # The room's noise follows at once, so the source never runs dry: what is queued now is the speech's end.
        await asyncio.sleep(self._source.queued_duration)
        self._spoke_until = time.monotonic()
        self._talked_over = self.ear.first_loud_since is not None
        self.ear.listen_anew()

    async def hear_out(self, quiet_s: float = 1.2, patience_s: float = 60.0) -> None:
        """Waits until the interviewer has spoken and been quiet for `quiet_s`; TimeoutError after `patience_s`."""
        async with asyncio.timeout(patience_s):
            while (heard := self.ear.first_loud_since) is None or time.monotonic() - self.ear.last_loud < quiet_s:
                await asyncio.sleep(0.05)
        if self.greeting_ms is None:
            self.greeting_ms = round((heard - self._joining) * 1000)
        if self._spoke_until is not None:
            waited_ms = max(0, round((heard - self._spoke_until) * 1000))
            self.replies.append(Reply(waited_ms, time.time() - (time.monotonic() - heard), self._talked_over))
            self._spoke_until = None

    def _on_track(self, track: rtc.Track, *_: object) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO:
            self._tasks.append(asyncio.create_task(self._listen(track)))

    async def _listen(self, track: rtc.Track) -> None:
        sound = rtc.AudioStream(track, sample_rate=RATE_HZ, num_channels=1, frame_size_ms=20)
        async with aclosing(sound) as frames:
            async for event in frames:
                self.ear.hear(event.frame)

    async def _microphone(self) -> None:
        """Speech when there is some, a quiet room otherwise: the source's small queue keeps it at real time."""
        noise = np.random.default_rng(0)
        while True:
            if self._speech.empty():
                await self._send((noise.standard_normal(FRAME) * ROOM_NOISE * 32768).astype(np.int16))
                continue
            sound = self._speech.get_nowait()
            for start in range(0, len(sound), FRAME):
                await self._send(np.pad(sound[start : start + FRAME], (0, max(0, start + FRAME - len(sound)))))
            self._speech.task_done()

    async def _send(self, samples: NDArray[np.int16]) -> None:
        await self._source.capture_frame(rtc.AudioFrame(samples.tobytes(), RATE_HZ, 1, len(samples)))
