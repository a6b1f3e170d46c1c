"""The live recorder: both voices into short stereo files, so that a crash costs at most two seconds."""

import contextlib
import errno
import math
import os
import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from voice.errors import RecorderError
from voice.sound import RATE_HZ

SEGMENT_S = 1.2
"""A crash loses at most the open segment, `_SETTLE_S`, and the time one write takes: under two seconds together."""
_SETTLE_S = 0.4
"""How late a side's frames may come before their segment is written without them, at first."""
_LATEST_S = 10.0
"""Frames that come later still, up to this, have their segment written again: a process that was held up for half a
second has what it played in that time all the same."""
_JITTER_S = 0.06
"""Frames whose time is this near to where the last one ended follow it without a gap."""
_QUIET_PEAK = 300
"""A frame that stays below this (-41 dBFS) may be dropped to bring a side that runs ahead back to the clock."""
_POLL_S = 0.1
_LONGEST_FRAME_S = 10.0
_SAMPLES_PER_MS = RATE_HZ // 1000

Side = Literal["candidate", "interviewer"]
_CHANNEL: dict[Side, int] = {"candidate": 0, "interviewer": 1}


@dataclass
class _Frame:
    channel: int
    pcm: NDArray[np.int16]
    at_ms: int


class SegmentRecorder:
    """Writes what both sides say as raw stereo segments: candidate left, interviewer right, 48 kHz, 16 bit.

    Each segment is named by its first millisecond on the call's clock, synced, and renamed into place whole. Frames may
    be handed over from any thread and never wait for the disk. When the disk fails, the call goes on unrecorded until
    writing works again.
    """

    def __init__(
        self, folder: Path, clock: Callable[[], int], on_change: Callable[[RecorderError | None], None] | None = None
    ) -> None:
        """Args:
        folder: where segments go; made when missing. Segments of an earlier process in it are kept.
        clock: the call's milliseconds since its beginning; segments are closed by it even when nobody speaks.
        on_change: told, from the writing thread, once the first segment is written and whenever that changes: None
            while sound is being written, what went wrong while it is not.
        """
        self._folder = folder
        self._clock = clock
        self._on_change = on_change
        self._writes: bool | None = None
        """Whether the last segment was written; None before the first."""
        self._made = False
        """Whether the folder was there once: one that was erased since is not made again."""
        self._frames: queue.SimpleQueue[_Frame | None] = queue.SimpleQueue()
        self._timeline = _Timeline(start=clock() * _SAMPLES_PER_MS)
        self._thread = threading.Thread(target=self._run, name="segment-recorder", daemon=True)
        self._thread.start()

    def candidate(self, frame: NDArray[np.int16], at_ms: int) -> None:
        """What the candidate said: shape (samples,), 48 kHz mono, beginning at `at_ms` on the call's clock."""
        self._frames.put(_Frame(_CHANNEL["candidate"], frame.copy(), at_ms))

    def interviewer(self, frame: NDArray[np.int16], at_ms: int) -> None:
        """What was played to the candidate: shape (samples,), 48 kHz mono, beginning at `at_ms` on the call's clock."""
        self._frames.put(_Frame(_CHANNEL["interviewer"], frame.copy(), at_ms))

    def close(self) -> None:
        """Write what is left and stop; returns when it is on disk. Frames handed over later are dropped."""
        self._frames.put(None)
        self._thread.join()

    def _run(self) -> None:
        open_ = True
        while open_:
            # The clock is read before the waiting frames are placed: however long the last write took, no segment is
            # closed while a frame for it still waits.
            now = self._clock()
            open_ = self._place_waiting()
            upto = now * _SAMPLES_PER_MS - round(_SETTLE_S * RATE_HZ)
            for start, sound in self._timeline.take(upto, whole_only=open_):
                self._write(start, sound)

    def _place_waiting(self) -> bool:
        """Place the frames handed over so far, waiting a moment for the first; False once the recorder was closed."""
        with contextlib.suppress(queue.Empty):
            frame = self._frames.get(timeout=_POLL_S)
            while frame is not None:
                self._timeline.place(frame)
                frame = self._frames.get_nowait()
            return False
        return True

    def _write(self, start: int, sound: NDArray[np.int16]) -> None:
        """Put a segment on disk. Silence is written too: that it was silent is part of the record."""
        name = f"{start // _SAMPLES_PER_MS:010d}.pcm"
        partial = self._folder / f"{name}.partial"
        try:
            self._make_folder()
            with partial.open("wb") as out:
                out.write(sound.tobytes())
                out.flush()
                os.fsync(out.fileno())
            os.replace(partial, self._folder / name)
            _sync_folder(self._folder)
        except OSError as error:
            with contextlib.suppress(OSError):
                partial.unlink()
            self._tell(_failure(self._folder, error))
        else:
            self._tell(None)

    def _make_folder(self) -> None:
        if not self._made:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._made = True

    def _tell(self, failure: RecorderError | None) -> None:
        writes = failure is None
        if writes != self._writes and self._on_change:
            self._on_change(failure)
        self._writes = writes


class _Timeline:
    """Sound of both sides on the call's clock, in samples since it began; segments are taken from its front.

    Those of the last `_LATEST_S` still take late sound.
    """

    def __init__(self, start: int) -> None:
        self._start = start
        self._sound = np.zeros((0, 2), np.int16)
        self._taken: deque[tuple[int, NDArray[np.int16]]] = deque(maxlen=math.ceil(_LATEST_S / SEGMENT_S))
        self._late: set[int] = set()
        """Starts of taken segments that have had sound since."""
        self._ends: list[int | None] = [None, None]

    def place(self, frame: _Frame) -> None:
        """Put a frame where its clock says, or right behind its predecessor when that is near enough.

        A side that comes in a burst after a stall runs ahead of the clock. Its sound is never written over: it follows
        on, and quiet frames are left out until it is back in time.
        """
        if not 0 < len(frame.pcm) <= _LONGEST_FRAME_S * RATE_HZ:
            return
        at = frame.at_ms * _SAMPLES_PER_MS
        previous_end = self._ends[frame.channel]
        if previous_end is not None:
            ahead = previous_end - at
            if ahead > _JITTER_S * RATE_HZ and int(np.max(np.abs(frame.pcm.astype(np.int32)))) < _QUIET_PEAK:
                return
            if ahead >= -_JITTER_S * RATE_HZ:
                at = previous_end
        self._ends[frame.channel] = end = at + len(frame.pcm)
        missing = end - self._start - len(self._sound)
        if missing > 0:
            self._sound = np.concatenate([self._sound, np.zeros((missing, 2), np.int16)])
        for start, sound in (*self._taken, (self._start, self._sound)):
            begin, stop = max(at, start), min(end, start + len(sound))
            if begin < stop:
                sound[begin - start : stop - start, frame.channel] = frame.pcm[begin - at : stop - at]
                if start < self._start:
                    self._late.add(start)

    def take(self, upto: int, whole_only: bool) -> list[tuple[int, NDArray[np.int16]]]:
        """Segments that end by `upto`, with their starts, and taken ones that have had sound since; with `whole_only`
        false everything there is."""
        length = round(SEGMENT_S * RATE_HZ)
        taken = [(start, sound) for start, sound in self._taken if start in self._late]
        self._late.clear()
        while self._start + length <= upto or (not whole_only and len(self._sound)):
            piece = self._sound[:length]
            if whole_only and len(piece) < length:
                piece = np.concatenate([piece, np.zeros((length - len(piece), 2), np.int16)])
            taken.append((self._start, piece))
            self._sound = self._sound[len(piece) :]
            self._start += len(piece)
            self._taken.append(taken[-1])
        return taken


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _failure(folder: Path, error: OSError) -> RecorderError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        sentence = f"The disk is full, so the call is not being recorded: free some space for {folder}."
        return RecorderError(sentence, "disk full")
    reason = error.strerror or type(error).__name__
    return RecorderError(
        f"The recording folder {folder} cannot be written ({reason}); fix its permissions or the data folder.", reason
    )
