"""`viva calibrate`: how grades agree with people's on a file of graded answers, and constants fitted to it."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from interview.model import Frozen
from interview.spec import Spec
from scoring.assessing import Assessed, Assessor
from scoring.calibrating.agreement import Agreement, agreement
from scoring.calibrating.calibration import (
    SHIPPED,
    Calibration,
    Check,
    Provenance,
    differences,
    identity,
    read_calibration,
    write_calibration,
)
from scoring.calibrating.crossing import across_questions
from scoring.calibrating.fitting import fit
from scoring.calibrating.gate import ByGrader, Verdict, gate, known, verdict, with_graders
from scoring.calibrating.graded import Graded, GradedFile, hash_rows
from scoring.calibrating.meter import Meter, finder_over, rubrics
from scoring.errors import ModelUnavailable
from scoring.job import open_meaning, open_reader
from scoring.overlap import Overlap
from scoring.reading.memory import FolderMemory
from scoring.reading.reader import ModelReader
from viva.errors import VivaError
from viva.settings import Settings
from viva.stack import with_language_model
from viva.terminal import Steps
from viva.wiring import scoring_config


class Instrument(Frozen):
    """What graded: a verdict holds for exactly this."""

    spec: str
    """Name and version; empty: none, the references were the points."""
    prompts: dict[str, str]
    models: dict[str, str | None]
    calibration: str


class Checked(Frozen):
    """What came out."""

    file: str
    data_sha256: str
    left_out: int
    """Answers without a grade: empty, or unscored."""
    instrument: Instrument
    agreement: Agreement
    by_grader: ByGrader | None
    """None where the file tells none."""
    gate: str
    verdict: Verdict
    fresh: Agreement | None = None
    """With --fit: of grades by constants fitted without the answer's own question."""


class Measuring:
    """Grades a file's answers; readings of the language model are kept in the cache, so that none is asked twice."""

    def __init__(self, settings: Settings, spec: Spec | None, file: GradedFile) -> None:
        self.file, self.spec = file, spec
        self.config = scoring_config(settings)
        self.calibration = read_calibration(self.config.calibration)
        self.reader, self.prompts = open_reader(self.config)
        self.meaning = open_meaning(self.config)
        self._memory = FolderMemory(settings.cache / "readings")

    def instrument(self) -> Instrument:
        """What grades."""
        return Instrument(
            spec=f"{self.spec.name} {self.spec.version}" if self.spec else "",
            prompts=self.prompts,
            models={"llm": _name(self.reader), "meaning": self.meaning.name if self.meaning else None},
            calibration=identity(self.config.calibration),
        )

    def judge(self, show: Steps) -> list[Assessed | None]:
        """Each answer, judged; None for an empty one. Raises ModelUnavailable, GradesBroken."""
        by = rubrics(self.file.rows, self.spec)
        finder = finder_over(self.file.rows, by, self.meaning)
        reader = self.reader.remembering(self._memory) if _name(self.reader) and self.reader else None
        meter = Meter(Assessor(finder, Overlap(finder), self.calibration, reader), by)
        count = len(self.file.rows)
        return meter.judge_all(self.file.rows, lambda done: show.at(f"grading answers: {done} of {count}"))


async def measured(
    settings: Settings, spec: Spec | None, file: GradedFile, show: Steps
) -> tuple[Measuring, list[Assessed | None]]:
    """Grades with the language model of the settings, an embedded one where none is up."""
    async with with_language_model(settings, show) as settings:
        measuring = Measuring(settings, spec, file)
        return measuring, await asyncio.to_thread(measuring.judge, show)


def check(
    settings: Settings,
    spec: Spec | None,
    file: GradedFile,
    show: Steps,
    fit_to: Path | None = None,
    *,
    record: bool = False,
) -> Checked:
    """Compares grades with people's; with `fit_to`, writes constants fitted to these answers there; with `record`,
    writes into the file of the constants that graded how they did.

    Raises GradesBroken, CalibrationBroken, ModelUnavailable, VivaError.
    """
    by = scoring_config(settings).calibration
    if record:
        _recordable(by, file)
    measuring, judged = asyncio.run(measured(settings, spec, file, show))
    instrument = measuring.instrument()
    if record:
        _same(instrument, measuring.calibration)
    graded = [(row, found) for row, found in zip(file.rows, judged, strict=True) if found and found.grade]
    if not graded:
        raise VivaError(f"{file.name} holds no answer that can be graded; add answers, or points for its questions")
    ours = [found.grade.value for _, found in graded if found.grade]
    scores = [row.score for row, _ in graded]
    questions = [row.question for row, _ in graded]
    found = agreement(ours, scores, questions)
    graders = [row.graders for row, _ in graded if row.graders]
    by_grader = with_graders(ours, graders, questions) if len(graders) == len(graded) else None
    told = verdict(found, by_grader, file, measuring.calibration)
    fresh = None
    if fit_to is not None:
        fitted = [(each.measured, row) for row, each in graded if each.measured]
        if not fitted:
            raise VivaError(f"{file.name} holds no answer that says anything of its own; add answers to fit to")
        parts = [part for part, _ in fitted]
        provenance = _provenance(measuring, [row for _, row in fitted])
        constants = fit(parts, [row.score for _, row in fitted], provenance)
        fresh = _fresh([each for _, each in graded], scores, questions, provenance)
        _write(constants.model_copy(update={"error": fresh and round(fresh.error, 2)}), fit_to)
    if record:
        checked = _checked(file, found, told)
        _write(measuring.calibration.model_copy(update={"check": checked}), by)
    return Checked(
        file=file.name,
        data_sha256=file.sha256,
        left_out=len(file.rows) - len(graded),
        instrument=instrument,
        agreement=found,
        by_grader=by_grader,
        gate=gate(),
        verdict=told,
        fresh=fresh,
    )


def _recordable(path: Path, file: GradedFile) -> None:
    """Raises VivaError where a check on these answers proves nothing, or has no file to be written into."""
    if path.resolve() == SHIPPED.resolve():
        raise VivaError(
            "the constants that ship with Viva are not fitted to this interview, so no check is written into them; "
            "fit your own with --fit and set VIVA_CALIBRATION to that file"
        )
    if reasons := known(file, read_calibration(path)):
        raise VivaError(f"{file.name} is no fresh check of {path.name}: {'; '.join(reasons)}; take other questions")


def _same(instrument: Instrument, calibration: Calibration) -> None:
    """Raises VivaError where something else graded than the constants are fitted to."""
    models = instrument.models
    if strange := differences(calibration, instrument.spec, instrument.prompts, models["llm"], models["meaning"]):
        raise VivaError(
            f"this would be no check of the constants: they come from {', '.join(strange)}; "
            f"name the same --spec ({calibration.provenance.spec or 'none'}) and set the same models as for --fit"
        )


def _checked(file: GradedFile, found: Agreement, told: Verdict) -> Check:
    return Check(
        data=file.name,
        data_sha256=file.sha256,
        answers=found.answers,
        questions=found.questions,
        date=datetime.now(UTC).date().isoformat(),
        pearson=round(found.pearson.value, 3),
        kappa=round(found.kappa.value, 3),
        error=round(found.error, 2),
        calibrated=told.calibrated,
    )


def _fresh(
    found: Sequence[Assessed], scores: Sequence[float], questions: Sequence[str], provenance: Provenance
) -> Agreement | None:
    """None where only one question's answers say anything: nothing is left to fit on."""
    if len({question for question, each in zip(questions, found, strict=True) if each.measured}) < 2:
        return None
    grades = across_questions(found, scores, questions, provenance)
    return agreement([grade.value for grade in grades], scores, questions)


def _provenance(measuring: Measuring, fitted: Sequence[Graded]) -> Provenance:
    instrument = measuring.instrument()
    return Provenance(
        data=measuring.file.name,
        data_sha256=hash_rows(fitted),
        rows=len(fitted),
        questions=len({row.question for row in fitted}),
        date=datetime.now(UTC).date().isoformat(),
        spec=instrument.spec,
        prompts=instrument.prompts,
        model=instrument.models["llm"],
        meaning=instrument.models["meaning"],
        answers=tuple(sorted(row.id for row in fitted)),
        asked=tuple(sorted({row.question_id for row in fitted})),
    )


def _write(constants: Calibration, path: Path) -> None:
    try:
        write_calibration(constants, path)
    except OSError as error:
        raise VivaError(f"{path} cannot be written ({error.strerror}); give another path") from None


def _name(reader: ModelReader | None) -> str | None:
    try:
        return reader.name if reader else None
    except ModelUnavailable:
        return None
