"""Findings of interviews by the shipped specs, for the forms: some points said, others not, graded by hand."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache

from interview.arrangement import Arrangement
from interview.events import Line, LineStarted
from interview.spec import Question, Spec
from scoring.addressed import judgeable
from scoring.assessing import Assessor
from scoring.calibrating.calibration import read_calibration
from scoring.evidence import Finder
from scoring.findings import Findings
from scoring.grades import QuestionFinding
from scoring.held import HeldWith, as_held
from scoring.job_fit import judge_fit
from scoring.judging import Judging
from scoring.overlap import Overlap
from scoring.requirements import requirements
from scoring.standby import go_on
from scoring.transcript import answers, answers_by_question
from tests.interview.material import ROOT
from tests.scoring.calls import Call, GivenReader
from viva.catalogue import Catalogue

SPECS = {
    "sections": "mle-v1",
    "rigorous": "ml-rigorous",
    "conversation": "ml-conversation",
    "design": "ml-system-design",
    "relevancy": "ml-experience",
}
JOB = """You will:
- build and automate machine learning workflows from data ingestion to deployment
- deploy models as APIs or microservices that others call
- compute features from events and train tree models on them
- maintain quantum annealing hardware
"""
FLAG_IN = 1
"""In which answer the candidate says a red flag's words, counted from 0 over those judged by one."""
FLAG_NEAR = 0
"""In which answer the same is said in capitals: near a red flag, and `leaning_by_wordings` leans away from it."""


@cache
def shipped(name: str) -> Spec:
    """One of the project's own interviews."""
    spec, _ = Catalogue(ROOT / "specs", ROOT / "prompts").interview(name)
    return spec


def held(name: str, share: float = 0.6, description: str = JOB) -> Call:
    """Each section's first two questions, answered with the wordings of this share of their points."""
    call = Call(spec=shipped(name), candidate="Robin")
    call.began = call.began.model_copy(update={"arrangement": Arrangement(job_description=description)})
    flagged = 0
    for section in call.began.spec.sections:
        for question in section.questions[: min(2, section.ask)]:
            if question.when and not _asked_by_default(question):
                continue
            at_ms = call.now = call.now + 10_000
            line = Line(text=question.prompt.aloud, kind="prompt", section=section.id, question=question.id)
            call.rest.append(LineStarted(at_ms=at_ms, line_id=len(call.rest), line=line))
            points = [i for i in section.rubric(question.id) if i.kind != "red_flag"]
            for indicator in points[: round(share * len(points))]:
                call.say(f"{indicator.wordings[0]}")
            flags = [i for i in section.rubric(question.id) if i.kind == "red_flag"]
            flagged += bool(flags)
            if flags and flagged == FLAG_IN + 1:
                call.say(flags[0].wordings[0])
            elif flags and flagged == FLAG_NEAR + 1:
                call.say(flags[0].wordings[0].upper())
        if not section.axes:
            call.say("Thank you, no questions from me.")
    return call.end()


def _asked_by_default(question: Question) -> bool:
    return all("senior" in options or "solid" in options for options in question.when.values())


def findings(call: Call, grade: float | None = 3.4) -> Findings:
    """As scoring makes them, its model in the hands of the test; each graded question gets the same grade."""
    authored = call.began.spec
    spec = as_held(authored, [event for _, event in call.events])
    asked = answers_by_question(authored, call.events)
    finder = Finder(spec, [clause for answer in asked.values() for clause in judgeable(answer.clauses)])
    assessor = Assessor(finder, Overlap(finder), read_calibration(), GivenReader(leaning_by_wordings(authored)))
    judged = Judging(spec, asked, None, assessor, go_on).judge(authored)
    return Findings(
        began=call.began.model_copy(update={"spec": spec}),
        created_at=datetime(2026, 11, 22, 16, 20, tzinfo=UTC),
        duration_ms=call.now,
        end_reason="completed",
        models={"llm": "qwen2.5-coder-1.5b-instruct", "evidence": "tf-idf over word stems"},
        prompts={"point": "0123456789abcdef" * 4},
        held_with=HeldWith(
            viva="0.0.9",
            models={"recognizer": "whisper-base", "voice": "piper-joe"},
            prompts={"follow_up": "0123456789abcdef" * 4},
        ),
        notes=judged.notes,
        answers=answers(spec, call.events),
        judged=judged.sections,
        questions=tuple(_given(question, grade) for question in judged.questions),
        fit=judge_fit(requirements(call.began.arrangement.job_description), judged.questions, assessor, go_on)[0],
        calibration="none",
    )


def leaning_by_wordings(spec: Spec) -> Callable[[str, str], float]:
    """Leans to a point as clearly as one can if one of its wordings was said, and else away from it."""
    wordings: dict[str, list[str]] = {}
    for section in spec.sections:
        for indicator in section.rubric():
            wordings.setdefault(indicator.point, []).extend(indicator.wordings)

    def leaning(point: str, answer: str) -> float:
        return 3.0 if any(way in answer for way in wordings.get(point, ())) else -4.0

    return leaning


def _given(question: QuestionFinding, value: float | None) -> QuestionFinding:
    if question.grade is None:
        return question
    grade = None if value is None else question.grade.model_copy(update={"value": value})
    return question.model_copy(update={"grade": grade})


def sentences(report: object, keys: frozenset[str]) -> Sequence[str]:
    """All strings of a report's JSON that stand under one of the keys, outside the table of evidence."""
    found: list[str] = []

    def walk(part: object, key: str) -> None:
        if isinstance(part, dict):
            for name, inner in part.items():
                if name != "evidence":
                    walk(inner, name)
        elif isinstance(part, list):
            for inner in part:
                walk(inner, key)
        elif isinstance(part, str) and key in keys:
            found.append(part)

    walk(report, "")
    return found
