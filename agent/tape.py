"""Taps on both directions of the call's sound, for the recorder. They change nothing of what passes."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import numpy as np
from livekit import rtc
from livekit.agents.voice import io
from numpy.typing import NDArray

Write = Callable[[NDArray[np.int16], int, float], None]
"""Takes mono samples, their rate in Hz, and the wall-clock time (s since the epoch) of the first."""

PUMP_S = 0.1
"""How often the interviewer's sound is written while it plays, so that a crash costs less than two seconds."""
BEHIND_S = 0.15
"""Written this far behind the playhead: sound that a pause throws away must not be on tape; together with `PUMP_S` well
within what the recorder waits for late frames."""
DROPPED_S = 0.2
"""What LiveKit's output has handed on when it is paused, and drops: `_ParticipantAudioOutput`'s `queue_size_ms`. Nobody
hears it, and how much it was is told with the end of what follows."""


class CandidateTap(io.AudioInput):
    """Passes the candidate's frames on; frames carry no capture time, so arrival is their clock."""

    def __init__(self, source: io.AudioInput, write: Write) -> None:
        super().__init__(label="CandidateTap", source=source)
        self._from, self._write = source, write

    def __aiter__(self) -> AsyncIterator[rtc.AudioFrame]:
        return self

    async def __anext__(self) -> rtc.AudioFrame:
        frame = await self._from.__anext__()
        self._write(_mono(frame), frame.sample_rate, time.time() - frame.duration)
        return frame


class InterviewerTap(io.AudioOutput):
    """Writes what the candidate hears of the interviewer, when it is heard: frames come faster than they play."""

    def __init__(self, sink: io.AudioOutput, write: Write) -> None:
        super().__init__(
            label="InterviewerTap", next_in_chain=sink, capabilities=io.AudioOutputCapabilities(pause=True)
        )
        self._write = write
        self._frames: list[NDArray[np.int16]] = []
        self._rate_hz = 0
        self._run_began: float | None = None
        """Wall-clock time at which sample `_run_offset` played; None while nothing plays."""
        self._run_offset = 0
        self._written = 0
        self._paused = False
        self._pump: asyncio.Task[None] | None = None

    @property
    def sample_rate(self) -> int | None:
        """The sink's rate in Hz."""
        return self.next_in_chain.sample_rate if self.next_in_chain else None

    def playing(self, wall: float, seconds: float) -> NDArray[np.int16]:
        """What the candidate's side was sent in a stretch that begins at a wall-clock time; silence where nothing
        plays, one sample at least."""
        rate_hz = self._rate_hz or 1
        piece = np.zeros(max(1, round(seconds * rate_hz)), np.int16)
        if self._run_began is None or not self._frames:
            return piece
        first = self._run_offset + round((wall - self._run_began) * rate_hz)
        sound = self._joined()[max(first, self._run_offset, 0) : max(first + len(piece), 0)]
        begin = max(0, max(self._run_offset, 0) - first)
        piece[begin : begin + len(sound)] = sound[: max(0, len(piece) - begin)]
        return piece

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        if self.next_in_chain is not None:
            await self.next_in_chain.capture_frame(frame)
        await super().capture_frame(frame)
        self._frames.append(_mono(frame))
        self._rate_hz = frame.sample_rate

    def flush(self) -> None:
        super().flush()
        if self.next_in_chain is not None:
            self.next_in_chain.flush()

    def clear_buffer(self) -> None:
        if self.next_in_chain is not None:
            self.next_in_chain.clear_buffer()

    def on_playback_started(self, *, created_at: float) -> None:
        super().on_playback_started(created_at=created_at)
        self._run_began, self._run_offset, self._written = created_at, 0, 0
        self._pump = asyncio.create_task(self._keep_writing())

    def on_playback_progressed(self, *, started_at: float, offset: float, duration: float) -> None:
        """A stretch ended (paused, all played, or its next frame came late): write the rest of it where it truly was.

        The end of the line is told right behind its last stretch; until then one that nobody paused goes on here and
        now.
        """
        super().on_playback_progressed(started_at=started_at, offset=offset, duration=duration)
        self._run_began, self._run_offset = started_at, round(offset * self._rate_hz)
        end = round((offset + duration) * self._rate_hz)
        self._write_to(end)
        if self._paused:
            self._run_began, self._run_offset = None, min(end + round(DROPPED_S * self._rate_hz), self._captured())
        else:
            self._run_began, self._run_offset = time.time(), end

    def pause(self) -> None:
        self._paused = True
        super().pause()

    def resume(self) -> None:
        super().resume()
        self._paused = False
        if self._frames and self._run_began is None and self._pump is not None:
            self._run_began, self._written = time.time(), self._run_offset

    def on_playback_finished(
        self, *, playback_position: float, interrupted: bool, synchronized_transcript: str | None = None
    ) -> None:
        if self._pump is not None:
            self._pump.cancel()
            self._pump = None
        self._frames, self._run_began = [], None
        super().on_playback_finished(
            playback_position=playback_position,
            interrupted=interrupted,
            synchronized_transcript=synchronized_transcript,
        )

    def _captured(self) -> int:
        return sum(len(frame) for frame in self._frames)

    def _joined(self) -> NDArray[np.int16]:
        if len(self._frames) > 1:
            self._frames = [np.concatenate(self._frames)]
        return self._frames[0]

    async def _keep_writing(self) -> None:
        while True:
            await asyncio.sleep(PUMP_S)
            if self._run_began is not None:
                played_s = time.time() - self._run_began - BEHIND_S
                self._write_to(self._run_offset + round(played_s * self._rate_hz))

    def _write_to(self, position: int) -> None:
        if self._run_began is None or position <= self._written or not self._frames:
            return
        sound = self._joined()
        piece = sound[self._written : position]
        if len(piece):
            self._write(piece, self._rate_hz, self._run_began + (self._written - self._run_offset) / self._rate_hz)
        self._written = max(self._written, min(position, len(sound)))


def _mono(frame: rtc.AudioFrame) -> NDArray[np.int16]:
    samples = np.frombuffer(frame.data, np.int16)
    return samples if frame.num_channels == 1 else samples.reshape(-1, frame.num_channels)[:, 0].copy()
