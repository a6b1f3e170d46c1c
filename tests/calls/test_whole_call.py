"""A whole interview by voice, from the invite to the report, with a caller that has no inside knowledge."""

import asyncio
import contextlib
import io
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from interview.events import (
    AgentJoined,
    CandidateSpoke,
    CodeSubmitted,
    Ended,
    Event,
    FollowUpWritten,
    LineEnded,
    LineStarted,
    TurnEnded,
)
from records.errors import NoReport
from records.recordings import Recordings
from records.reports import Reports
from tests.calls.stack import Stack
from tests.calls.watching import Captions, Watcher, heard, lines
from tests.support.words import word_error_rate, words
from viva.caller import Caller
from voice.sound import RATE_HZ

pytestmark = [pytest.mark.alone, pytest.mark.call, pytest.mark.models, pytest.mark.slow]

TICK_MS = 10
NEAR_MS = 150
PAUSE_EDGE_MS = 80
CODE = "def total(orders):\n    return sum(orders)  # plain addition\n"
ANSWERS = {
    "1": "I would look at the orders of the past four weeks and bake a bit more sourdough on Saturdays.",
    "1 follow-up": "It rests on the assumption that customers behave the same way every single week.",
    "2": "I would measure how much bread is thrown away at the end of each evening.",
    "2 follow-up": "Because wasted bread costs money and nobody enjoys throwing it away.",
    "goodbye": "Thank you very much and goodbye.",
}


async def test_a_candidate_talks_codes_and_leaves_a_report(
    stack: Stack, call: Callable[[str], tuple[Caller, Watcher]]
) -> None:
    caller, watcher = call("Robin")
    captions = Captions()
    captions.watch(caller.room)
    async with caller:
        me = caller.room.local_participant.identity
        await watcher.line("prompt", "1")
        await caller.hear_out()
        await caller.say(ANSWERS["1"])
        await watcher.line("follow_up", "1")
        (interviewer,) = caller.room.remote_participants
        await caller.hear_out()
        await caller.say(ANSWERS["1 follow-up"])
        await watcher.line("pointer", "coding")
        await caller.hear_out()
        await caller.post("code/submit", {"language": "python", "source": CODE})
        await watcher.line("prompt", "2")
        await caller.hear_out()
        await caller.say(ANSWERS["2"])
        await watcher.line("follow_up", "2")
        await caller.hear_out()
        await caller.say(ANSWERS["2 follow-up"])
        await watcher.line("closing")
        await caller.hear_out()
        await caller.say(ANSWERS["goodbye"])
        await watcher.until(lambda events: isinstance(events[-1], Ended))
        events = await watcher.events()

    _journal_tells_the_interview_in_order(events)
    assert word_error_rate(" ".join(ANSWERS.values()), heard(events)) <= 0.2
    # Captions for both sides came over the call itself, not only by way of the journal.
    assert word_error_rate(heard(events), captions.of(me)) <= 0.05
    assert word_error_rate(" ".join(lines(events)), captions.of(interviewer)) <= 0.05

    body = await _report(stack, watcher.interview_id)
    assert body["coding"]["source"] == CODE
    assert (body["coding"]["status"], body["coding"]["passed"], body["coding"]["total"]) == ("run", 3, 3)
    _recording_agrees_with_the_journal(_recording(stack, watcher.interview_id), events)
    _no_speech_in_logs(stack, events)


def _journal_tells_the_interview_in_order(events: list[Event]) -> None:
    told = [(e.line.kind, e.line.section) for e in events if isinstance(e, LineStarted)]
    wanted = [
        ("greeting", ""), ("context", ""), ("prompt", "1"), ("follow_up", "1"), ("prompt", "coding"),
        ("pointer", "coding"), ("prompt", "2"), ("follow_up", "2"), ("closing", ""),
    ]  # fmt: skip
    assert [line for line in told if line[0] not in ("acknowledgement", "reply")] == wanted
    follow_ups = [event for event in events if isinstance(event, FollowUpWritten)]
    assert {event.source for event in follow_ups} == {"authored"}
    assert {event.failure for event in follow_ups} == {"no language model"}
    assert sum(isinstance(event, AgentJoined) for event in events) == 1
    assert [event.source for event in events if isinstance(event, CodeSubmitted)] == [CODE]
    started = [event.line_id for event in events if isinstance(event, LineStarted)]
    assert started == list(range(len(started)))
    assert [event.line_id for event in events if isinstance(event, LineEnded)] == started
    assert not any(event.interrupted for event in events if isinstance(event, LineEnded))
    assert events[-1] == Ended(at_ms=events[-1].at_ms, reason="completed")
    _every_question_has_its_answer(events)


def _every_question_has_its_answer(events: list[Event]) -> None:
    """Between a spoken question and the next line stand the candidate's words and the turn's end."""
    for place, event in enumerate(events):
        if not isinstance(event, LineStarted) or event.line.kind not in ("prompt", "follow_up"):
            continue
        following = [type(later) for later in events[place + 1 : place + 6]]
        if event.line.section != "coding":
            assert following[:3] == [LineEnded, CandidateSpoke, TurnEnded], following


async def _report(stack: Stack, interview_id: str) -> dict[str, Any]:
    reports = Reports(stack.engine)
    async with asyncio.timeout(90):
        while True:
            with contextlib.suppress(NoReport):
                return (await asyncio.to_thread(reports.latest, interview_id)).body
            await asyncio.sleep(0.2)


def _recording(stack: Stack, interview_id: str) -> NDArray[np.float64]:
    """Loudness of the merged recording, RMS of full scale, shape (ticks of 10 ms, 2)."""
    stored = Recordings(stack.settings.recordings, stack.engine, stack.settings.segments).open(interview_id)
    sound = np.concatenate(list(_decoded(stored.read())))
    ticks = len(sound) // (RATE_HZ * TICK_MS // 1000)
    blocks = sound[: ticks * RATE_HZ * TICK_MS // 1000].reshape(ticks, -1, 2)
    loudness: NDArray[np.float64] = np.sqrt(np.mean(np.square(blocks), axis=1))
    return loudness


def _decoded(ogg: bytes) -> Iterator[NDArray[np.float64]]:
    with av.open(io.BytesIO(ogg), "r") as container:
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
        for frame in container.decode(audio=0):
            for piece in resampler.resample(frame):
                yield piece.to_ndarray().reshape(-1, 2) / 32768


def _recording_agrees_with_the_journal(loudness: NDArray[np.float64], events: list[Event]) -> None:
    loud = loudness > 0.01
    # Each side is on its channel where the journal has its words, and nowhere else: the candidate's left.
    for channel, kind in ((0, CandidateSpoke), (1, LineEnded)):
        spoken = [word for event in events if isinstance(event, kind) for word in event.words]
        near = np.zeros(len(loud), bool)
        for word in spoken:
            near[max(0, word.start_ms - NEAR_MS) // TICK_MS : (word.end_ms + NEAR_MS) // TICK_MS] = True
        heard_on_it = loud[:, channel]
        assert heard_on_it[near].mean() > 0.4, kind
        assert heard_on_it[~near].sum() <= 0.02 * heard_on_it.sum(), kind
    _interviewers_words_lie_where_they_sound(loud[:, 1], events)
    # The interviewer begins on the right where the journal says so, out of silence or behind the line before.
    starts = [event.at_ms for event in events if isinstance(event, LineStarted)]
    ends = [event.at_ms for event in events if isinstance(event, LineEnded)]
    for start in starts:
        begun = start // TICK_MS
        assert loud[max(0, begun - NEAR_MS // TICK_MS) : begun + NEAR_MS // TICK_MS, 1].any(), start
    for end, start in zip(ends, starts[1:], strict=False):
        if start - end > 4 * NEAR_MS:
            assert not loud[(end + NEAR_MS) // TICK_MS : (start - NEAR_MS) // TICK_MS, 1].any(), (end, start)
    assert all(earlier < later for earlier, later in pairwise(starts))


def _interviewers_words_lie_where_they_sound(loud: NDArray[np.bool_], events: list[Event]) -> None:
    """To less than a syllable: each is loud, and each longer pause between two is quiet."""
    spoken = [word for event in events if isinstance(event, LineEnded) for word in event.words]
    assert [word.text for word in spoken] == " ".join(lines(events)).split()
    sounding = [loud[word.start_ms // TICK_MS : word.end_ms // TICK_MS + 1].any() for word in spoken]
    assert np.mean(sounding) > 0.97
    for word, then in pairwise(spoken):
        if then.start_ms - word.end_ms > 2 * PAUSE_EDGE_MS + TICK_MS:
            pause = slice((word.end_ms + PAUSE_EDGE_MS) // TICK_MS, (then.start_ms - PAUSE_EDGE_MS) // TICK_MS)
            assert not loud[pause].any(), (word, then)


def _no_speech_in_logs(stack: Stack, events: list[Event]) -> None:
    logged = f" {' '.join(words(stack.logs()))} "
    for said in (heard(events), CODE, *lines(events)):
        for three in zip(words(said), words(said)[1:], words(said)[2:], strict=False):
            assert f" {' '.join(three)} " not in logged
    for name in ("robin", "sourdough"):
        assert f" {name} " not in logged
