"""The job description's requirements are judged by the answers, as points are, and move no grade."""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench.stand_in import stand_in
from interview.arrangement import Arrangement
from records.invites import Invites
from scoring.assessing import Assessor
from scoring.calibrating.calibration import read_calibration
from scoring.errors import ModelUnavailable
from scoring.evidence import Finder
from scoring.grades import QuestionFinding
from scoring.job import grade_anew, score
from scoring.job_fit import FitFinding, judge_fit
from scoring.meaning import Meaning
from scoring.overlap import Overlap
from scoring.standby import go_on
from scoring.transcript import Clause, SectionAnswer
from tests.interview.material import voice
from tests.scoring.calls import Call, GivenReader
from tests.scoring.conftest import Desk
from tests.scoring.reported import shipped
from tests.scoring.test_readings import with_model

SERVE = "Deploy models as services that others call"
TREES = "Train tree models on events"
QUANTUM = "Maintain quantum annealing hardware"
WANTED = (SERVE, TREES, QUANTUM)
SAID = ("We deploy our models as services.", "I train tree models on our events.", "The rest was work with people.")


class Noting(GivenReader):
    """Leans as told, and notes what it is asked of."""

    def __init__(self, leaning: Callable[[str, str], float | None] = lambda *_: 3.0) -> None:
        super().__init__(leaning)
        self.asked: list[str] = []

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        self.asked += points
        return super().read(question, answer, points, before)


class Gone(GivenReader):
    """A server that went away."""

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        raise ModelUnavailable("the server is gone; look at it")


def answered(*said: str, shaky: bool = False) -> QuestionFinding:
    clauses = tuple(
        Clause(text=text, start_ms=place, end_ms=place, section="ML_Q1", seq=place, shaky=shaky)
        for place, text in enumerate(said)
    )
    return QuestionFinding(
        section="ML_Q1",
        question="ML_Q1",
        asked=True,
        prompt="What did you build?",
        answer=SectionAnswer(section="ML_Q1", start_ms=0, end_ms=1, clauses=clauses),
        points=(),
        red_flags=(),
        grade=None,
        reason="",
    )


def fit(
    *questions: QuestionFinding,
    reader: GivenReader | None = None,
    meaning: Meaning | None = None,
    wanted: Sequence[str] = WANTED,
) -> tuple[tuple[FitFinding, ...], list[str]]:
    clauses = [clause for question in questions for clause in question.answer.clauses]
    finder = Finder(shipped("ml-experience"), clauses, meaning)
    return judge_fit(wanted, questions, Assessor(finder, Overlap(finder), read_calibration(), reader), go_on)


def told(found: Sequence[FitFinding]) -> dict[str, tuple[str, str]]:
    """Requirement → its status and its words."""
    return {
        each.judged.indicator.point: (each.judged.status, each.judged.evidence.clause.text)
        for each in found
        if each.judged.evidence
    }


def test_the_model_is_asked_of_the_requirements_that_words_come_near_and_of_no_others() -> None:
    reader = Noting(lambda point, _: 3.0 if point == SERVE else -6.0)
    found, notes = fit(answered(*SAID), reader=reader)
    assert reader.asked == [SERVE, TREES]
    assert told(found) == {SERVE: ("met", SAID[0]), TREES: ("absent", SAID[1])}
    assert {each.judged.indicator.kind for each in found} == {"fit"}
    assert notes == []


def test_without_a_language_model_the_words_are_shown_and_nothing_is_claimed_of_them() -> None:
    assert told(fit(answered(*SAID))[0]) == {SERVE: ("unscored", SAID[0]), TREES: ("unscored", SAID[1])}


def test_a_model_that_goes_away_leaves_the_words_and_a_note() -> None:
    found, notes = fit(answered(*SAID), answered(SAID[0]), reader=Gone(lambda *_: None))
    assert [each.judged.status for each in found] == ["unscored"] * 3
    assert notes == ["The job description was not compared with all answers: the server is gone; look at it."]


def test_words_that_may_deny_a_requirement_do_not_meet_it() -> None:
    denial = "I never did deploy models as services."
    reader = Noting()
    assert told(fit(answered(denial, SAID[1]), reader=reader)[0]) == {
        TREES: ("met", SAID[1]),
        SERVE: ("unscored", denial),
    }
    assert reader.asked == [TREES]
    assert told(fit(answered(denial, SAID[0]), reader=reader)[0]) == {SERVE: ("met", SAID[0])}


def test_words_that_were_not_heard_clearly_speak_to_no_requirement() -> None:
    assert fit(answered(*SAID, shaky=True), reader=Noting()) == ((), [])


def test_a_list_of_terms_meets_no_requirement() -> None:
    terms = (
        "Deploy, models, services, tree models, events, Docker, Airflow, Kafka, Spark, Redis, pandas, drift, Python."
    )
    found, _ = fit(answered(terms), reader=(reader := Noting()))
    assert {status for status, _ in told(found).values()} == {"absent"}
    assert reader.asked == []


def test_where_the_embedding_model_is_there_words_in_common_are_not_enough(
    model_weights: Callable[[str], Path],
) -> None:
    elsewhere = "We call the tree services when a train is late."
    assert SERVE in told(fit(answered(elsewhere))[0])
    meaning = Meaning(model_weights("minilm-l6"))
    assert SERVE not in told(fit(answered(elsewhere), meaning=meaning)[0])
    assert told(fit(answered(*SAID), meaning=meaning)[0]).keys() == {SERVE, TREES}


@pytest.mark.parametrize(
    ("requirement", "near"),
    [
        ("Fluent English and strong communication skills", "I have communication skills in English, strong ones."),
        ("Friendly team player with a positive attitude", "I am a team player, friendly and of positive attitude."),
        ("Native German speaker with excellent pronunciation", "I am a native speaker of German, pronunciation too."),
    ],
)
def test_what_asks_for_manner_or_person_is_held_against_no_answer(requirement: str, near: str) -> None:
    found, _ = fit(answered(near, SAID[0]), reader=(reader := Noting()), wanted=(requirement, SERVE))
    assert told(found) == {SERVE: ("met", SAID[0])}
    assert reader.asked == [SERVE]


def invited(desk: Desk) -> str:
    """The id of an interview that was held for a job description."""
    spec = shipped("ml-experience")
    invite = Invites(desk.engine).create(spec, voice(), "Ada")
    call = Call(spec, invite.id)
    arrangement = Arrangement(job_description="\n".join(WANTED))
    call.began = call.began.model_copy(update={"arrangement": arrangement})
    call.prompt("ML_Q1")
    for words in SAID:
        call.say(words)
    return desk.hold(call.end())


def test_a_report_gives_each_requirement_a_status_and_scoring_again_asks_nothing(desk: Desk) -> None:
    interview_id = invited(desk)
    with stand_in() as server:
        with_model(desk, server)
        score(interview_id, desk.parts)
        asked = list(server.asked)
        score(interview_id, desk.parts)
    assert server.asked == asked
    first, second = (report.body for report in desk.parts.reports.versions(interview_id))
    assert first["requirements"] == second["requirements"]
    rows = {row["requirement"]: row for row in first["requirements"]}
    assert {row["status"] for row in rows.values()} <= {"met", "partly", "absent", "unscored"}
    for requirement, words in ((SERVE, SAID[0]), (TREES, SAID[1])):
        assert first["evidence"][rows[requirement]["evidence_id"]]["text"] == words
        assert 0 <= rows[requirement]["probability"] <= 1
    assert first["summary"]["not_spoken_to"] == [QUANTUM]


def test_grading_anew_leaves_the_job_description_out(desk: Desk) -> None:
    interview_id = invited(desk)
    desk.parts = dataclasses.replace(desk.parts, reader=(reader := Noting()))
    grade_anew(interview_id, desk.parts)
    assert reader.asked
    assert not {SERVE, TREES}.intersection(reader.asked)
