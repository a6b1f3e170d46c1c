"""Interviews as if they had been held by voice: their journals and recordings, for measurements of scoring."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from interview.events import AgentJoined, Began, CandidateSpoke, CodeSubmitted, Ended, Event, Line, LineStarted, Word
from interview.persona import Persona
from interview.spec import Spec
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from viva.script import Script
from viva.settings import Settings
from voice.recorder import SEGMENT_S
from voice.sound import RATE_HZ

Rules = tuple[Spec, Persona]
Speak = Callable[[str], NDArray[np.int16]]
"""Text → its sound, shape (samples,), 48 kHz mono."""

WORD_S = 60 / 130
"""Spoken answers, thinking pauses included."""
LINE_S = 8.0
"""A line of the interviewer and the silences beside it."""
SURE, UNSURE = 0.95, 0.3
"""A word's confidence where it was heard clearly, and where it was not: far from the limit between the two."""
ROOM_NOISE = 22
"""The loudest sample of what a microphone hears while nobody speaks, of 32768: a live one is never digitally silent."""


class Exchange(NamedTuple):
    """A question and its answer."""

    line: Line
    answer: str
    unclear: bool = False
    """The answer's first sentence was not heard clearly."""


def apart(settings: Settings, folder: str) -> Settings:
    """The settings with all that is kept in a folder of its own."""
    return settings.model_copy(update={"data_dir": Path(folder), "database_url": "", "record_store": ""})


def exchanges(spec: Spec, script: Script, minutes: float) -> Iterator[Exchange]:
    """What is asked and answered in the time, in order; each section gets its share of the time."""
    share = minutes / sum(section.minutes for section in spec.sections)
    for section in spec.sections:
        left_s = 60 * share * section.minutes
        for question in section.questions:
            for place, answer in enumerate(script.written_for(section, question.id)):
                if left_s <= 0:
                    break
                kind = "follow_up" if place else "prompt"
                text = "Could you say more?" if place else question.prompt.aloud
                yield Exchange(Line(text=text, kind=kind, section=section.id, question=question.id), answer)
                left_s -= LINE_S + WORD_S * len(answer.split())


def hold(engine: sa.Engine, rules: Rules, told: Sequence[Exchange], script: Script) -> list[Event]:
    """Keeps the journal of a held interview, whose code is handed in last, and queues its scoring."""
    invite = Invites(engine).create(*rules, candidate=script.name)
    began = Began(
        at_ms=0,
        interview_id=invite.id,
        candidate=script.name,
        started_at=datetime.now(UTC),
        recording=True,
        spec=invite.spec,
        persona=invite.persona,
    )
    found = _events(began, told, script)
    journal = Journal(engine)
    journal.begin(began)
    for event in found[1:]:
        journal.append(invite.id, event)
    return found


def _events(began: Began, told: Sequence[Exchange], script: Script) -> list[Event]:
    found: list[Event] = [began, AgentJoined(at_ms=100)]
    now = 1000
    for number, (line, answer, unclear) in enumerate(told, 1):
        found.append(LineStarted(at_ms=now, line_id=number, line=line))
        began_ms = now = now + round(1000 * LINE_S)
        mumbled = len(first_sentence(answer).split()) if unclear else 0
        words = []
        for place, word in enumerate(answer.split()):
            confidence = UNSURE if place < mumbled else SURE
            words.append(Word(text=word, start_ms=now, end_ms=now + 250, confidence=confidence))
            now += round(1000 * WORD_S)
        found.append(CandidateSpoke(at_ms=now, text=answer, started_ms=began_ms, ended_ms=now, words=tuple(words)))
    if script.coding:
        found.append(CodeSubmitted(at_ms=now, language=script.coding.language, source=script.coding.source))
    return [*found, Ended(at_ms=now + 1000, reason="completed")]


def interview_of(events: Sequence[Event]) -> str:
    """The id of the interview whose journal this is."""
    began = events[0]
    assert isinstance(began, Began)
    return began.interview_id


def first_sentence(answer: str) -> str:
    """Up to its full stop."""
    return re.split(r"(?<=[.?!])\s+", answer.strip())[0]


def record(recordings: Recordings, events: Sequence[Event], speak: Speak) -> None:
    """The segments that a live recorder would have left, long ago: unclear passages as spoken, else a quiet room."""
    shape = (RATE_HZ * events[-1].at_ms // 1000, 2)
    sound = np.random.default_rng(0).integers(-ROOM_NOISE, ROOM_NOISE, shape, np.int16, endpoint=True)
    for event in events:
        if isinstance(event, CandidateSpoke) and (words := [word for word in event.words if word.confidence == UNSURE]):
            pcm, start = speak(" ".join(word.text for word in words)), RATE_HZ * words[0].start_ms // 1000
            sound[start : start + len(pcm), 0] = pcm[: len(sound) - start]
    folder, length = recordings.segments_dir(interview_of(events)), round(SEGMENT_S * RATE_HZ)
    for start in range(0, len(sound), length):
        path = folder / f"{1000 * start // RATE_HZ:010d}.pcm"
        path.write_bytes(sound[start : start + length].tobytes())
        # The job need not wait for a recorder.
        os.utime(path, (1, 1))
