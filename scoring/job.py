"""The scoring job: recording first, then the code, then the axes, then the report.

Each part that fails leaves a note and something unscored; none takes the report, or the recording, with it.
"""

import logging
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from interview.events import AgentJoined, Began, CodeRefused, CodeSubmitted, Ended, Event
from interview.folding import fold
from interview.spec import Spec
from records import queue
from records.database import open_database
from records.errors import JournalUnreadable, RecordsError
from records.journal import Journal, utc_now
from records.readings import Readings
from records.recordings import Recordings
from records.reports import Reports
from records.transcript import last_code
from scoring.addressed import judgeable
from scoring.assessing import Assessor
from scoring.calibrating.calibration import SHIPPED, Calibration, exactness, identity, read_calibration, standing
from scoring.code.axes import NO_CODE
from scoring.code.coding import Answer, CodeRun, run_code
from scoring.code.sandbox import Sandbox
from scoring.code.submission import too_long, unfit
from scoring.config import ScoringConfig
from scoring.errors import ModelUnavailable, NothingToScore
from scoring.evidence import Finder
from scoring.findings import CodeFinding, Findings
from scoring.forms.registry import build, grades_answers
from scoring.gaps import gaps, sentence
from scoring.grades import QuestionFinding
from scoring.hearing import Ear, UnhurriedEar, with_second_hearing
from scoring.held import as_held, held_with
from scoring.job_fit import judge_fit
from scoring.judging import Judged, Judging
from scoring.listening import listen, rows, same_ear
from scoring.meaning import Meaning
from scoring.overlap import Overlap
from scoring.reading.embedded import EmbeddedModel
from scoring.reading.model import Forgetful, LanguageModel, Memory
from scoring.reading.prompts import read_grade_prompt, read_prompt, read_sentence_prompt
from scoring.reading.reader import ModelReader, Reader
from scoring.reading.served import ServedModel
from scoring.requirements import requirements
from scoring.single import the_only_one
from scoring.standby import Checkpoint, Standby, go_on
from scoring.transcript import Asked, SectionAnswer, answers, answers_by_question
from scoring.unreadable import findings_without_journal
from voice.errors import RecordingError
from voice.recording import merge

QUIET_S = 4.0
"""The recorder writes a segment every 1.2 seconds; after so long without one it has finished."""
PATIENCE_S = 20.0
"""How long a recorder that does not become quiet is waited for."""

NOT_JUDGED = "No axis was judged by what was said."
WORDS_ALONE = "Grades rest on words alone: on how far those of an answer cover its question's points."
SOME_BY_WORDS = "Some grades rest on words alone, without the language model; each of them says so."

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Parts:
    """What scoring works with."""

    engine: sa.Engine
    journal: Journal
    reports: Reports
    recordings: Recordings
    sandbox: Sandbox
    reader: Reader | None
    """None: no language model; the axes stay unscored."""
    prompts: dict[str, str]
    """The hashes of the prompts that the reader uses, by name."""
    ear: Ear | None = None
    """None: what was not heard clearly is not listened to again."""
    meaning: Meaning | None = None
    """None: overlap and evidence are told by words alone."""
    calibration: Calibration = field(default_factory=read_calibration)
    calibration_id: str = field(default_factory=lambda: identity(SHIPPED))
    """As the report names it."""

    def rest(self) -> None:
        """Gives back the language model's memory until it is asked again: calls need it."""
        if self.reader is not None:
            self.reader.rest()


@contextmanager
def open_parts(config: ScoringConfig) -> Iterator[Parts]:
    """The parts for a configuration. Raises RecordsError, PromptBroken, CalibrationBroken."""
    engine = open_database(config.database_url)
    try:
        reader, prompts = open_reader(config)
        store = config.record_store or config.data_dir / "recordings"
        yield Parts(
            engine=engine,
            journal=Journal(engine),
            reports=Reports(engine),
            recordings=Recordings(store, engine, segments=config.data_dir / "segments"),
            sandbox=Sandbox(),
            reader=reader,
            prompts=prompts,
            ear=UnhurriedEar(config.whisper_model, config.cache_dir, config.speech_threads)
            if config.whisper_model
            else None,
            meaning=open_meaning(config),
            calibration=read_calibration(config.calibration),
            calibration_id=identity(config.calibration),
        )
    finally:
        engine.dispose()


def open_reader(config: ScoringConfig) -> tuple[ModelReader | None, dict[str, str]]:
    """Whoever asks the language model, None without one, and the hashes of its prompts. Raises PromptBroken."""
    folder = config.prompts_dir / "scoring"
    point = read_prompt(folder, "point")
    grade = read_grade_prompt(folder, "grade", point)
    sentence = read_sentence_prompt(folder, "sentence")
    prompts = {prompt.name: prompt.sha256 for prompt in (point, grade, sentence)}
    model = open_model(config)
    reader = ModelReader(model, point, grade, sentence, common=config.data_dir / "readings") if model else None
    return reader, prompts


def open_meaning(config: ScoringConfig) -> Meaning | None:
    """The embedding model of a configuration; None where words alone are compared."""
    return Meaning(config.meaning_dir, config.llm_threads) if config.meaning_dir else None


def open_model(config: ScoringConfig) -> LanguageModel | None:
    """The language model of a configuration; None where there is to be none. Loads and asks nothing yet."""
    if config.llm_dir is not None:
        return EmbeddedModel(config.llm_dir, config.llm_model, config.llm_threads)
    if not config.llm_base_url:
        return None
    return ServedModel(config.llm_base_url, config.llm_model, config.llm_api_key, config.llm_timeout_s)


def run(config: ScoringConfig, stop: threading.Event) -> None:
    """Scores what the queue holds until `stop` is set, once no other scorer works on the data folder. Blocks."""
    with open_parts(config) as parts, the_only_one(config.data_dir, stop) as alone:
        if alone:
            queue.run_worker(config.database_url, partial(_handle, parts, stop), stop)


def _handle(parts: Parts, stop: threading.Event, interview_id: str, tell: queue.Tell) -> None:
    job = parts.reports.job(interview_id)
    try:
        standby = Standby(parts.engine, job.asked_at if job else utc_now(), tell, stop, rest=parts.rest)
        version = score(interview_id, parts, standby, job.number if job else None)
    except NothingToScore:
        log.warning("interview %s never began; there is nothing to score", interview_id)
    else:
        log.info("interview %s scored, report version %d", interview_id, version)
    finally:
        parts.rest()


def score(interview_id: str, parts: Parts, at: Checkpoint = go_on, job: int | None = None) -> int:
    """Scores one interview and returns the version of its new report; `at` is called before each step.

    `job`: the number of the queue's job; a job that is done over leaves the report it has written. A journal that
    cannot be read gives a report that says so, with nothing scored, unless the interview has one: that one stands.

    Raises NothingToScore, JournalUnreadable, other RecordsErrors.
    """
    try:
        events = parts.journal.read(interview_id)
    except JournalUnreadable as error:
        if (kept := parts.reports.of_job(interview_id, job)) is not None:
            return kept
        if parts.reports.versions(interview_id):
            raise
        at("putting the recording together")
        notes = keep_recording(interview_id, parts.recordings, [])
        return _save(findings_without_journal(parts.engine, interview_id, (str(error), *notes)), parts.reports, job)
    first, began = _beginning(events)
    at("putting the recording together")
    notes = keep_recording(interview_id, parts.recordings, [event for _, event in events])
    at("running the code")
    code = _code(began, events, parts.sandbox)
    refused = fold(event for _, event in events).code_refused
    no_code = too_long(refused, kept=False) if refused else NO_CODE
    by_section, by_question = answers(began.spec, events), answers_by_question(first.spec, events)
    said = (clause for answer in by_question.values() for clause in answer.clauses)
    memory = Readings(parts.engine, interview_id)
    heard, unclear = listen(interview_id, said, parts.recordings, parts.ear, memory, at)
    by_question = {asked: with_second_hearing(answer, heard) for asked, answer in by_question.items()}
    outcome = _judge(began, first.spec, by_question, code, parts, memory, at, no_code)
    judged = outcome.judged
    wanted = requirements(began.arrangement.job_description) if began.spec.report == "relevancy" else ()
    fit, stopped = judge_fit(wanted, judged.questions, outcome.assessor, at)
    ended = next((event for _, event in events if isinstance(event, Ended)), None)
    held = held_with(first, [event for _, event in events])
    form = began.spec.report
    findings = Findings(
        began=began,
        created_at=datetime.now(UTC),
        duration_ms=max(event.at_ms for _, event in events),
        end_reason=ended.reason if ended else None,
        models={
            "llm": outcome.model,
            "hearing": parts.ear.name if parts.ear and heard else None,
            "evidence": "tf-idf over word stems",
            "meaning": parts.meaning.name if parts.meaning else None,
        },
        prompts=parts.prompts,
        held_with=held,
        notes=(
            *notes,
            *_held_notes(events),
            *_code_notes(code, refused),
            *unclear,
            *same_ear(parts.ear, held, heard.values()),
            *judged.notes,
            *outcome.notes,
            *stopped,
            *(_grade_notes(began, judged, parts, outcome.model) if grades_answers(form) else ()),
        ),
        answers={section: with_second_hearing(answer, heard) for section, answer in by_section.items()},
        judged=judged.sections,
        code=code,
        questions=judged.questions,
        fit=fit,
        hearing=rows(heard.values()),
        calibration=parts.calibration_id,
    )
    return _save(findings, parts.reports, job)


def _save(findings: Findings, reports: Reports, job: int | None) -> int:
    form = findings.began.spec.report
    return reports.save(findings.began.interview_id, form, build(form, findings), job)


def grade_anew(interview_id: str, parts: Parts, at: Checkpoint = go_on) -> tuple[QuestionFinding, ...]:
    """The main questions graded by fresh readings of the language model; nothing is kept, and no report is written.

    Raises NothingToScore, RecordsError.
    """
    events = parts.journal.read(interview_id)
    first, began = _beginning(events)
    by_question = answers_by_question(first.spec, events)
    said = (clause for answer in by_question.values() for clause in answer.clauses)
    heard, _ = listen(interview_id, said, parts.recordings, parts.ear, Readings(parts.engine, interview_id), at)
    by_question = {asked: with_second_hearing(answer, heard) for asked, answer in by_question.items()}
    return _judge(began, first.spec, by_question, None, parts, Forgetful(), at).judged.questions


def _beginning(events: list[tuple[int, Event]]) -> tuple[Began, Began]:
    """How the interview began, and the same with its spec as held. Raises NothingToScore."""
    if not events or not isinstance(events[0][1], Began):
        raise NothingToScore("The interview never began, so there is nothing to score; look at `viva interviews`.")
    first = events[0][1]
    return first, first.model_copy(update={"spec": as_held(first.spec, [event for _, event in events])})


def keep_recording(interview_id: str, recordings: Recordings, events: list[Event]) -> list[str]:
    """Merges the live recorder's segments into the kept recording. Returns notes, empty when all went well."""
    try:
        folder = recordings.segments_dir(interview_id)
        _await_quiet(folder)
        if any(folder.glob("*.pcm")):
            with tempfile.TemporaryDirectory(dir=folder) as made:
                ogg = Path(made) / "call.ogg"
                merged = merge(folder, ogg)
                missing = gaps(merged.recorded, events)
                recordings.put(interview_id, ogg, merged.duration_ms, merged.peaks, missing)
        elif recordings.has(interview_id):
            missing = recordings.open(interview_id).gaps
        else:
            return ["There is no recording: the call left no sound behind."]
    except (RecordsError, RecordingError, OSError) as error:
        log.warning("the recording of %s was not put together (%s)", interview_id, type(error).__name__)
        return ["The recording could not be put together; its parts are kept, and scoring again tries once more."]
    try:
        recordings.drop_segments(interview_id)
    except RecordsError as error:
        # The recording is safe, and the next scoring or an erasure deletes them.
        log.warning("the parts of the recording of %s were not all deleted (%s)", interview_id, type(error).__name__)
    return sentence(missing)


def _await_quiet(folder: Path) -> None:
    """Waits until the recorder of a call that ended just now has written its last segment."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        newest = max((path.stat().st_mtime for path in folder.glob("*.pcm")), default=0.0)
        if (left := newest + QUIET_S - time.time()) <= 0:
            return
        time.sleep(min(left, QUIET_S))


def _code(began: Began, events: list[tuple[int, Event]], sandbox: Sandbox) -> CodeFinding | None:
    """The coding answer, run; None where there is no coding section or nothing was written."""
    section = next((section for section in began.spec.sections if section.coding), None)
    written = last_code(event for _, event in events)
    if section is None or section.coding is None or written is None:
        return None
    submitted = isinstance(written, CodeSubmitted)
    if not submitted and written.source.strip() == section.coding.starter.get(written.language, "").strip():
        return None
    seq = next(seq for seq, event in events if event is written)
    answer = Answer(language=written.language, source=written.source, submitted=submitted, at_ms=written.at_ms, seq=seq)
    if reason := unfit(answer.source):
        return CodeFinding(section=section.id, answer=answer, run=CodeRun(status="unscored", reason=reason))
    return CodeFinding(section=section.id, answer=answer, run=run_code(answer, section.coding, sandbox))


def _held_notes(events: list[tuple[int, Event]]) -> list[str]:
    """What was missing while the interview was held."""
    without = any(isinstance(event, AgentJoined) and event.models.get("llm") == "" for _, event in events)
    return ["No language model answered during the interview, so its follow-ups were authored ones."] if without else []


def _code_notes(code: CodeFinding | None, refused: CodeRefused | None) -> list[str]:
    notes = [too_long(refused, kept=code is not None)] if refused else []
    if code is None:
        return notes
    if not code.answer.submitted and not refused:
        notes.append("The code was never submitted; what the editor held last was taken.")
    return notes + ([code.run.reason] if code.run.status == "unscored" else [])


@dataclass(frozen=True)
class _Outcome:
    """What judging found, and by what."""

    judged: Judged
    assessor: Assessor
    """Without a language model that went away."""
    model: str | None
    """The language model that took part; None also where it failed before it had told anything."""
    notes: tuple[str, ...]


def _judge(
    began: Began,
    authored: Spec,
    answers: dict[Asked, SectionAnswer],
    code: CodeFinding | None,
    parts: Parts,
    memory: Memory,
    at: Checkpoint,
    no_code: str = NO_CODE,
) -> _Outcome:
    """Judges what was answered; a language model that cannot be asked leaves a note."""
    clauses = [clause for answer in answers.values() for clause in judgeable(answer.clauses)]
    model, failure = _model(parts.reader)
    reader = parts.reader.remembering(memory) if parts.reader and model else None
    finder = Finder(began.spec, clauses, parts.meaning)
    assessor = Assessor(finder, Overlap(finder), parts.calibration, reader)
    judging = Judging(began.spec, answers, code, assessor, at, no_code=no_code)
    judged = judging.judge(authored)
    if judging.failure and not any(_told(question) for question in judged.questions):
        model = None
    return _Outcome(judged, judging.assessor, model, (failure,) if failure else ())


def _told(question: QuestionFinding) -> bool:
    """Whether anything of this finding comes from the language model: without it no point has a probability but 0."""
    points = (*question.points, *question.red_flags, *question.not_raised)
    return bool(question.grade and question.grade.model) or any(point.probability for point in points)


def _grade_notes(began: Began, judged: Judged, parts: Parts, model: str | None) -> Iterator[str]:
    """How far the grades may be trusted; nothing where no answer has one."""
    grades = [question.grade for question in judged.questions if question.grade]
    by_words = [grade for grade in grades if grade.words_alone]
    if by_words:
        yield WORDS_ALONE if len(by_words) == len(grades) else SOME_BY_WORDS
    interview = f"{began.spec.name} {began.spec.version}"
    meaning = parts.meaning.name if parts.meaning else None
    if grades and (doubt := standing(parts.calibration, interview, parts.prompts, model, meaning)):
        yield doubt
    if grades and not by_words and (exact := exactness(parts.calibration)):
        yield exact


def _model(reader: Reader | None) -> tuple[str | None, str]:
    """The model's name, or None and a note that says why there is none."""
    if reader is None:
        return (
            None,
            f"No language model is set up. {NOT_JUDGED} Set VIVA_LLM_BASE_URL and score again.",
        )
    try:
        return reader.name, ""
    except ModelUnavailable as error:
        return None, f"{NOT_JUDGED} The reason: {error}, and score again."
