"""From segments to one file: an OGG/Opus whose clock is the call's, and the peaks that draw its waveform."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from voice.errors import RecordingError
from voice.sound import RATE_HZ

_BITS_PER_S = 64_000
_BLOCK = RATE_HZ
"""Samples encoded at a time; memory stays small however long the call."""


@dataclass(frozen=True)
class MergedRecording:
    """What was put together."""

    duration_ms: int
    peaks: tuple[float, ...]
    """The loudest sample of either side in each slice of 1/peaks_per_s seconds, 0 to 1."""
    recorded: tuple[tuple[int, int], ...]
    """The stretches that were recorded, from and to in ms; between them the file is silent."""


def merge(folder: Path, out: Path, peaks_per_s: int = 20) -> MergedRecording:
    """Write the segments of a folder into one stereo OGG/Opus: candidate left, interviewer right, gaps silent.

    Time 0 of the file is millisecond 0 of the call's clock. The file appears under its name only when it is whole.

    Raises:
        RecordingError: there are no segments, or the file cannot be written.
    """
    segments = _segments(folder)
    if not segments:
        raise RecordingError(f"{folder} holds no recorded segments; the call was not recorded or is already merged.")
    partial = out.with_name(f"{out.name}.partial")
    peaks: list[NDArray[np.float64]] = []
    samples = 0
    try:
        with av.open(str(partial), "w", format="ogg") as container:
            stream = container.add_stream("libopus", rate=RATE_HZ, layout="stereo")
            stream.bit_rate = _BITS_PER_S
            for block in _blocks(segments):
                frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="stereo")
                frame.sample_rate = RATE_HZ
                frame.pts = samples
                samples += len(block)
                peaks.append(_peaks(block, RATE_HZ // peaks_per_s))
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(partial, out)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise RecordingError(f"{out} cannot be written ({error.strerror}); free some space and score again.") from error
    return MergedRecording(samples * 1000 // RATE_HZ, tuple(np.concatenate(peaks).tolist()), _recorded(segments))


def _segments(folder: Path) -> list[tuple[int, Path]]:
    """First sample and file of each whole segment, in the order of the call; half-written ones do not count."""
    found = [(int(path.stem) * RATE_HZ // 1000, path) for path in folder.glob("*.pcm") if path.stem.isdigit()]
    return sorted((start, path) for start, path in found if path.stat().st_size >= 4)


def _recorded(segments: list[tuple[int, Path]]) -> tuple[tuple[int, int], ...]:
    """Stretches of segments that follow each other without a gap, in ms."""
    stretches: list[tuple[int, int]] = []
    for start, path in segments:
        end = start + path.stat().st_size // 4
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return tuple((start * 1000 // RATE_HZ, end * 1000 // RATE_HZ) for start, end in stretches)


def _blocks(segments: list[tuple[int, Path]]) -> Iterator[NDArray[np.int16]]:
    """The whole call from its beginning in pieces of one second, shape (samples, 2)."""
    pending = np.zeros((0, 2), np.int16)
    done = 0
    for start, path in segments:
        sound = _read(path)
        gap = start - (done + len(pending))
        if gap >= 0:
            pending = np.concatenate([pending, np.zeros((gap, 2), np.int16), sound])
        else:
            # Two recorders' segments overlap around a restart: the part already there stands.
            pending = np.concatenate([pending, sound[-gap:]])
        while len(pending) >= _BLOCK:
            yield pending[:_BLOCK]
            pending = pending[_BLOCK:]
            done += _BLOCK
    if len(pending):
        yield pending


def _read(path: Path) -> NDArray[np.int16]:
    raw = path.read_bytes()
    return np.frombuffer(raw[: len(raw) // 4 * 4], np.int16).reshape(-1, 2)


def _peaks(block: NDArray[np.int16], size: int) -> NDArray[np.float64]:
    """The loudest sample of each slice, shape (slices,), 0 to 1, three decimals."""
    padded = np.concatenate([block, np.zeros((-len(block) % size, 2), np.int16)]).astype(np.int32)
    loudest: NDArray[np.float64] = np.abs(padded.reshape(-1, size * 2)).max(axis=1) / 32768.0
    return np.round(loudest, 3)
