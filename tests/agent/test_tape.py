"""What is written is what was played, when it was played; pauses and cut-off rests leave no sound on tape."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import cast

import numpy as np
import pytest
from livekit import rtc
from livekit.agents.voice import io
from livekit.agents.voice.room_io._output import _ParticipantAudioOutput
from numpy.typing import NDArray

from agent.tape import CandidateTap, InterviewerTap
from tests.agent.fakes import Loudspeaker, frames, tone
from voice.sound import RATE_HZ


class Tape:
    """What the taps wrote, on the wall clock."""

    def __init__(self) -> None:
        self.pieces: list[tuple[float, NDArray[np.int16]]] = []

    def write(self, samples: NDArray[np.int16], rate_hz: int, at: float) -> None:
        assert rate_hz == RATE_HZ
        self.pieces.append((at, samples.copy()))

    def sound(self) -> NDArray[np.int16]:
        return np.concatenate([samples for _, samples in self.pieces])

    def gaps_s(self) -> list[float]:
        """Silence between pieces, where it is more than rounding."""
        ends = [at + len(samples) / RATE_HZ for at, samples in self.pieces]
        gaps = [at - end for end, (at, _) in zip(ends, self.pieces[1:], strict=False)]
        return [gap for gap in gaps if abs(gap) > 0.001]


async def play(tap: InterviewerTap, sound: NDArray[np.int16]) -> None:
    for frame in frames(sound):
        await tap.capture_frame(frame)
    tap.flush()


async def hold_back(tap: InterviewerTap, after_s: float, for_s: float) -> None:
    """Pauses what plays for a while, and waits for its end."""
    await asyncio.sleep(after_s)
    tap.pause()
    await asyncio.sleep(for_s)
    tap.resume()
    await tap.wait_for_playout()


async def test_all_that_is_played_is_written_where_it_was_played() -> None:
    tape, loudspeaker, sound = Tape(), Loudspeaker(), tone(0.7)
    tap = InterviewerTap(loudspeaker, tape.write)
    await play(tap, sound)
    await tap.wait_for_playout()
    assert np.array_equal(tape.sound(), sound)
    assert abs(tape.pieces[0][0] - loudspeaker.runs[0]) < 0.001
    assert not tape.gaps_s()


async def test_it_is_written_while_it_plays_so_that_a_crash_loses_little() -> None:
    tape = Tape()
    tap = InterviewerTap(Loudspeaker(), tape.write)
    await play(tap, tone(1.0))
    await asyncio.sleep(0.6)
    assert 0.2 < len(tape.sound()) / RATE_HZ < 0.6
    await tap.wait_for_playout()


async def test_the_rest_of_a_line_that_is_cut_off_is_not_on_tape() -> None:
    tape, loudspeaker, sound = Tape(), Loudspeaker(), tone(1.0)
    tap = InterviewerTap(loudspeaker, tape.write)
    await play(tap, sound)
    await asyncio.sleep(0.5)
    tap.clear_buffer()
    await tap.wait_for_playout()
    written = tape.sound()
    assert np.array_equal(written, np.concatenate(loudspeaker.played))
    assert np.array_equal(written, sound[: len(written)])
    assert len(written) < len(sound)


async def test_a_pause_is_silent_on_tape_and_the_rest_stands_where_it_went_on() -> None:
    tape, loudspeaker, sound = Tape(), Loudspeaker(), tone(1.2)
    tap = InterviewerTap(loudspeaker, tape.write)
    await play(tap, sound)
    await hold_back(tap, after_s=0.4, for_s=0.5)
    assert np.array_equal(tape.sound(), np.concatenate(loudspeaker.played))
    (gap,) = tape.gaps_s()
    first_run_s = len(loudspeaker.played[0]) / RATE_HZ
    assert abs(gap - (loudspeaker.runs[1] - loudspeaker.runs[0] - first_run_s)) < 0.03


async def test_what_livekits_own_output_drops_when_a_line_is_held_back_is_not_on_tape() -> None:
    sink = _ParticipantAudioOutput(
        cast(rtc.Room, None), sample_rate=RATE_HZ, num_channels=1, track_publish_options=rtc.TrackPublishOptions()
    )
    sink.subscribed.set_result(None)
    forwarding = asyncio.create_task(sink._forward_audio())
    tape, sound = Tape(), tone(1.6)
    tap = InterviewerTap(sink, tape.write)
    runs: list[io.PlaybackProgressedEvent] = []
    tap.on("playback_progressed", lambda run: runs.append(run))
    await play(tap, sound)
    await hold_back(tap, after_s=0.5, for_s=0.4)
    forwarding.cancel()
    await asyncio.gather(forwarding, return_exceptions=True)
    await sink.aclose()
    first, second = runs
    assert second.offset - first.duration == pytest.approx(0.2, abs=0.1)
    assert len(tape.sound()) / RATE_HZ == pytest.approx(first.duration + second.duration, abs=0.06)
    later = [at for at, _ in tape.pieces if at > first.started_at + first.duration + 0.1]
    assert min(later) == pytest.approx(second.started_at, abs=0.06)


async def test_what_plays_at_a_moment_is_known_to_the_sample_and_silence_else() -> None:
    loudspeaker, sound = Loudspeaker(), tone(0.8)
    tap = InterviewerTap(loudspeaker, Tape().write)
    assert not np.any(tap.playing(time.time(), 0.1))
    await play(tap, sound)
    async with asyncio.timeout(5):
        while not loudspeaker.runs:
            await asyncio.sleep(0.005)
    began = loudspeaker.runs[0]
    assert np.array_equal(tap.playing(began + 0.25, 0.1), sound[RATE_HZ // 4 :][: RATE_HZ // 10])
    before = tap.playing(began - 0.05, 0.1)
    assert not np.any(before[: RATE_HZ // 20])
    assert np.array_equal(before[RATE_HZ // 20 :], sound[: RATE_HZ // 20])
    tap.pause()
    assert not np.any(tap.playing(began + 0.25, 0.1))
    tap.resume()
    await tap.wait_for_playout()


async def test_a_line_that_was_held_up_is_written_and_known_on_from_where_it_goes_on() -> None:
    tape, loudspeaker, sound = Tape(), Loudspeaker(), tone(1.6)
    tap = InterviewerTap(loudspeaker, tape.write)
    await play(tap, sound)
    await asyncio.sleep(0.4)
    loudspeaker.hold_up(0.3)
    await asyncio.sleep(0.8)
    assert 0.6 < len(tape.sound()) / RATE_HZ < 1.1  # while it plays, not at the end
    assert np.any(tap.playing(time.time() - 0.1, 0.1))
    await tap.wait_for_playout()
    assert np.array_equal(tape.sound(), sound)
    assert sum(tape.gaps_s()) == pytest.approx(0.3, abs=0.05)


async def test_two_lines_follow_each_other() -> None:
    tape, loudspeaker = Tape(), Loudspeaker()
    tap = InterviewerTap(loudspeaker, tape.write)
    for hz in (220, 330):
        await play(tap, tone(0.3, hz))
        await tap.wait_for_playout()
    assert np.array_equal(tape.sound(), np.concatenate([tone(0.3, 220), tone(0.3, 330)]))


class Microphone(io.AudioInput):
    """Gives frames at once."""

    def __init__(self, given: list[rtc.AudioFrame]) -> None:
        super().__init__(label="microphone")
        self._given = given

    def __aiter__(self) -> AsyncIterator[rtc.AudioFrame]:
        return self

    async def __anext__(self) -> rtc.AudioFrame:
        if not self._given:
            raise StopAsyncIteration
        return self._given.pop(0)


async def test_the_candidates_frames_pass_unchanged_and_end_when_they_arrive() -> None:
    tape, sound = Tape(), tone(0.1)
    given = frames(sound)
    before = time.time()
    passed = [frame async for frame in CandidateTap(Microphone(list(given)), tape.write)]
    assert passed == given
    assert np.array_equal(tape.sound(), sound)
    assert all(before <= at + len(samples) / RATE_HZ <= time.time() for at, samples in tape.pieces)


async def test_of_stereo_frames_the_first_channel_is_written() -> None:
    tape, left = Tape(), tone(0.02)
    stereo = np.stack([left, np.zeros_like(left)], axis=1)
    frame = rtc.AudioFrame(stereo.tobytes(), RATE_HZ, 2, len(left))
    assert [frame] == [passed async for passed in CandidateTap(Microphone([frame]), tape.write)]
    assert np.array_equal(tape.sound(), left)
