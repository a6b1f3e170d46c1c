"""The recorder and the merge: what was said is on disk, on the call's clock, on its side."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from voice.errors import RecorderError, RecordingError
from voice.recorder import SegmentRecorder
from voice.recording import merge
from voice.sound import RATE_HZ

FRAME_MS = 20
FRAME = RATE_HZ * FRAME_MS // 1000
Pcm = NDArray[np.int16]


def tone(hz: float, frames: int = 1) -> Pcm:
    return (12000 * np.sin(2 * np.pi * hz * np.arange(FRAME * frames) / RATE_HZ)).astype(np.int16)


SILENT = np.zeros(FRAME, np.int16)


class Clock:
    """The call's clock, moved by the test."""

    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> int:
        return self.ms


def written(folder: Path) -> Pcm:
    """All segments in a row."""
    raw = b"".join(path.read_bytes() for path in sorted(folder.glob("*.pcm")))
    return np.frombuffer(raw, np.int16).reshape(-1, 2)


def decoded(path: Path) -> Pcm:
    """An OGG's samples, shape (samples, 2)."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
    return np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in frames])


def first_loud_ms(side: NDArray[np.int16]) -> float:
    return float(np.argmax(np.abs(side.astype(np.int32)) > 3000)) * 1000 / RATE_HZ


def test_each_side_is_on_its_channel_at_its_time(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path / "segments", clock)
    for clock.ms in range(0, 6000, FRAME_MS):
        recorder.candidate(tone(1000) if 2500 <= clock.ms < 2700 else SILENT, clock.ms)
        recorder.interviewer(tone(440) if 4100 <= clock.ms < 4300 else SILENT, clock.ms)
    recorder.close()
    merged = merge(tmp_path / "segments", tmp_path / "call.ogg", peaks_per_s=10)
    left, right = decoded(tmp_path / "call.ogg").T
    assert first_loud_ms(left) == pytest.approx(2500, abs=15)
    assert first_loud_ms(right) == pytest.approx(4100, abs=15)
    assert merged.duration_ms == pytest.approx(6000, abs=FRAME_MS)
    assert [i for i, peak in enumerate(merged.peaks) if peak > 0.2] == [25, 26, 41, 42]
    assert not list(tmp_path.glob("**/*.partial"))


def test_frames_with_jittery_times_stay_contiguous(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path, clock)
    chance = np.random.default_rng(3)
    sound = tone(440, frames=100)
    for i in range(100):
        clock.ms = i * FRAME_MS + int(chance.integers(0, 40))
        recorder.candidate(sound[i * FRAME : (i + 1) * FRAME], clock.ms)
    recorder.close()
    left = written(tmp_path)[:, 0]
    start = int(np.argmax(left != 0)) - 1  # a sine begins with a zero
    assert np.array_equal(left[start : start + len(sound)], sound)


def test_a_burst_after_a_stall_loses_no_sound_and_returns_to_the_clock_in_the_next_pause(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path, clock)
    sound = tone(440, frames=30)
    stalled = [*range(0, 200, FRAME_MS), *([600] * 20)]
    for i, clock.ms in enumerate(stalled):
        recorder.candidate(sound[i * FRAME : (i + 1) * FRAME], clock.ms)
    for clock.ms in range(620, 2000, FRAME_MS):
        recorder.candidate(SILENT, clock.ms)
    for clock.ms in range(2000, 2200, FRAME_MS):
        recorder.candidate(tone(1000), clock.ms)
    recorder.close()
    left = written(tmp_path)[:, 0]
    assert np.count_nonzero(np.abs(left[: 1900 * 48]) > 0) >= 0.95 * len(sound)
    assert first_loud_ms(left[1700 * 48 :]) + 1700 == pytest.approx(2000, abs=65)


def test_a_late_gap_is_kept_as_silence(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path, clock)
    recorder.interviewer(tone(440, frames=5), 0)
    clock.ms = 3000
    recorder.interviewer(tone(440, frames=5), 2500)
    recorder.close()
    right = written(tmp_path)[:, 1]
    assert not right[200 * 48 : 2499 * 48].any()
    assert first_loud_ms(right[1000 * 48 :]) + 1000 == pytest.approx(2500, abs=2)


def test_sound_that_comes_after_its_segment_was_written_is_still_put_there(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path, clock)
    for clock.ms in range(0, 5000, FRAME_MS):
        recorder.candidate(tone(1000), clock.ms)
    while len(list(tmp_path.glob("*.pcm"))) < 3:
        time.sleep(0.02)
    late = tone(440, frames=100)
    for i in range(100):  # played from 1,000 to 3,000 ms by a process that was held up, handed over at 5,000
        recorder.interviewer(late[i * FRAME : (i + 1) * FRAME], 1000 + i * FRAME_MS)
    recorder.close()
    left, right = written(tmp_path).T
    assert np.array_equal(right[1000 * 48 : 3000 * 48], late)
    assert not right[: 1000 * 48].any()
    assert not right[3000 * 48 :].any()
    assert np.array_equal(left[: FRAME * 250], np.tile(tone(1000), 250))


def test_a_second_process_continues_the_recording_with_a_silent_gap(tmp_path: Path) -> None:
    clock = Clock()
    for begin in (0, 10_000):
        clock.ms = begin
        recorder = SegmentRecorder(tmp_path / "segments", clock)
        for clock.ms in range(begin, begin + 1000, FRAME_MS):
            recorder.candidate(tone(440), clock.ms)
        recorder.close()
    merged = merge(tmp_path / "segments", tmp_path / "call.ogg", peaks_per_s=1)
    assert merged.duration_ms == pytest.approx(11_000, abs=FRAME_MS)
    assert [peak > 0.1 for peak in merged.peaks] == [True, *[False] * 9, True]
    assert merged.recorded == ((0, 1000), (10_000, 11_000))


def test_a_torn_segment_costs_only_its_missing_part(tmp_path: Path) -> None:
    clock = Clock()
    recorder = SegmentRecorder(tmp_path / "segments", clock)
    for clock.ms in range(0, 5000, FRAME_MS):
        recorder.candidate(tone(440), clock.ms)
    recorder.close()
    last = max((tmp_path / "segments").glob("*.pcm"))
    os.truncate(last, 1001)
    (tmp_path / "segments" / "0000009000.pcm.partial").write_bytes(b"\0" * 10)
    assert merge(tmp_path / "segments", tmp_path / "call.ogg").duration_ms == pytest.approx(int(last.stem), abs=10)


def test_merging_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no recorded segments"):
        merge(tmp_path, tmp_path / "call.ogg")


def test_a_disk_that_fails_is_reported_once_and_the_call_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "segments"
    folder.write_text("in the way")
    clock = Clock()
    errors: list[RecorderError | None] = []
    recorder = SegmentRecorder(folder, clock, errors.append)
    for clock.ms in range(0, 5000, FRAME_MS):
        recorder.candidate(tone(440), clock.ms)
    recorder.close()
    assert len(errors) == 1
    assert "cannot be written" in str(errors[0])


FULL_DISK = "/dev/full"


def test_a_full_disk_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path(FULL_DISK).exists():
        pytest.skip("this system has no /dev/full")
    clock = Clock()
    errors: list[RecorderError | None] = []
    recorder = SegmentRecorder(tmp_path, clock, errors.append)
    (tmp_path / "0000000000.pcm.partial").symlink_to(FULL_DISK)
    for clock.ms in range(0, 4000, FRAME_MS):
        recorder.candidate(tone(440), clock.ms)
    recorder.close()
    failed, resumed = errors
    assert str(failed) == f"The disk is full, so the call is not being recorded: free some space for {tmp_path}."
    assert resumed is None
    assert len(list(tmp_path.glob("*.pcm"))) >= 2, "later segments are written again"


def test_a_folder_that_was_erased_is_not_made_again(tmp_path: Path) -> None:
    folder, clock = tmp_path / "segments", Clock()
    changes: list[RecorderError | None] = []
    written_once = threading.Event()

    def on_change(failure: RecorderError | None) -> None:
        changes.append(failure)
        written_once.set()

    recorder = SegmentRecorder(folder, clock, on_change)
    for clock.ms in range(0, 2000, FRAME_MS):
        recorder.candidate(tone(440), clock.ms)
    assert written_once.wait(10)
    shutil.rmtree(folder)
    for clock.ms in range(2000, 4000, FRAME_MS):
        recorder.candidate(tone(440), clock.ms)
    recorder.close()
    assert not folder.exists()
    assert [failure is None for failure in changes] == [True, False]


RECORD_UNTIL_KILLED = """
import sys, time
from pathlib import Path
import numpy as np
from voice.recorder import SegmentRecorder
began = time.monotonic()
now = lambda: int((time.monotonic() - began) * 1000)
recorder = SegmentRecorder(Path(sys.argv[1]), now)
frame = np.full(960, 5000, np.int16)
due = 0.0
while True:
    recorder.candidate(frame, now())
    print(now(), flush=True)
    due += 0.02
    time.sleep(max(0, due - (time.monotonic() - began)))
"""


@pytest.mark.slow
def test_a_kill_loses_at_most_two_seconds(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", RECORD_UNTIL_KILLED, str(tmp_path / "segments")], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    ended = time.monotonic() + 5
    last = ""
    while time.monotonic() < ended:
        last = child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    last = (child.stdout.read().splitlines() or [last])[-1]
    child.wait()
    child.stdout.close()
    recorded = merge(tmp_path / "segments", tmp_path / "call.ogg")
    assert int(last) - recorded.duration_ms <= 2000
