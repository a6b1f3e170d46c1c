"""Interviews made for measurements are what the scorer would find after a call."""

from collections.abc import Iterator

import numpy as np
import pytest
import sqlalchemy as sa

from bench.journals import exchanges, first_sentence, hold, interview_of, record
from records.database import open_database
from records.journal import Journal
from records.queue import newest_job
from records.recordings import Recordings
from scoring.hearing import weak
from scoring.job import keep_recording
from scoring.transcript import answers_by_question
from viva.script import read_script
from viva.settings import Settings
from viva.wiring import catalogue
from voice.sound import RATE_HZ
from voice.transcribe import read_candidate


@pytest.fixture
def engine(settings: Settings) -> Iterator[sa.Engine]:
    engine = open_database(settings.database)
    yield engine
    engine.dispose()


def test_questions_and_answers_fill_the_time(settings: Settings, engine: sa.Engine) -> None:
    rules, script = catalogue(settings).interview("mle-v1"), read_script(settings, "mle-v1")
    for minutes in (2.0, 5.0):
        told = list(exchanges(rules[0], script, minutes))
        ends_ms = hold(engine, rules, told, script)[-1].at_ms
        # Each section's last answer is finished; there is no talk while code is written.
        assert 0.6 * minutes < ends_ms / 60_000 < minutes + 4 * 0.75
    assert {"1", "2", "3", "4"} == {each.line.section for each in told}


def test_unclear_passages_are_doubted_in_the_journal_and_sound_in_the_recording(
    settings: Settings, engine: sa.Engine
) -> None:
    rules, script = catalogue(settings).interview("mle-v1"), read_script(settings, "mle-v1")
    told = [each._replace(unclear=place == 1) for place, each in enumerate(exchanges(rules[0], script, 1))][:2]
    events = hold(engine, rules, told, script)
    interview_id = interview_of(events)
    assert newest_job(engine, interview_id) is not None
    recordings = Recordings(settings.data / "recordings", engine, segments=settings.data / "segments")
    record(recordings, events, lambda _: np.full(2 * RATE_HZ, 8000, np.int16) * np.sign(np.sin(np.arange(2 * RATE_HZ))))
    assert keep_recording(interview_id, recordings, events) == []

    answered = answers_by_question(rules[0], Journal(engine).read(interview_id))
    doubted = [clause for answer in answered.values() for clause in answer.clauses if weak(clause)]
    assert " ".join(clause.text for clause in doubted) == first_sentence(told[1].answer)
    ogg = settings.data / "call.ogg"
    ogg.write_bytes(recordings.open(interview_id).read())
    sound, start = read_candidate(ogg), 16 * doubted[0].start_ms
    assert np.abs(sound[start : start + 2 * 16_000]).mean() > 0.1
    assert np.abs(sound[: start - 16_000]).max() < 0.01
