"""The five forms of a report: what each holds, and that nothing in them is without its words."""

import json
import re
from html import unescape
from typing import Any

import jsonschema_rs
import pytest

from interview.events import CandidateSpoke, Line, LineStarted
from interview.spec import Bar, ReportForm
from scoring.forms.levels import recommend, score
from scoring.forms.registry import FORMS, build, schema
from scoring.hearing import with_second_hearing
from scoring.judge import JudgedPoint, judge_point
from scoring.render import render
from scoring.shown import STATUSES
from scoring.transcript import Clause, SectionAnswer
from scoring.wording import GENERATED
from tests.scoring.calls import Call
from tests.scoring.reported import JOB, SPECS, findings, held, sentences, shipped

ALL: tuple[ReportForm, ...] = tuple(FORMS)


def report(form: ReportForm, share: float = 0.6, grade: float | None = 3.4, **more: str) -> dict[str, Any]:
    """A report in this form, as it would be kept."""
    return build(form, findings(held(SPECS[form], share, **more), grade)) | {"version": 2}


def text_of(form: ReportForm, **more: Any) -> str:
    return render(report(form, **more), "text").decode()


@pytest.mark.parametrize("form", ALL)
def test_each_spec_asks_for_the_form_of_its_source(form: ReportForm) -> None:
    assert shipped(SPECS[form]).report == form


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize("share", [0.0, 0.6, 1.0])
def test_every_report_keeps_to_its_published_schema(form: ReportForm, share: float) -> None:
    body = json.loads(json.dumps(report(form, share)))
    published = jsonschema_rs.validator_for(schema(form))
    published.validate(body)
    assert not published.is_valid(body | {"overall": 95})


@pytest.mark.parametrize("form", ALL)
def test_every_report_names_what_it_came_from(form: ReportForm) -> None:
    body = report(form)
    assert body["form"] == form
    for shape in ("html", "text"):
        shown = " ".join(render(body, shape).decode().split())
        named = [body["spec"]["name"], body["persona"]["name"], "qwen2.5-coder-1.5b-instruct", "0123456789ab"]
        for name in (*named, "alibration", "version 2"):
            assert name in shown, (shape, name)


def ids(part: Any) -> set[str]:
    """All evidence ids that a part of a report cites."""
    if isinstance(part, dict):
        own = {part["evidence_id"]} if part.get("evidence_id") else set()
        listed = set(part["evidence"]) if isinstance(part.get("evidence"), list) else set()
        return own.union(listed, *(ids(inner) for inner in part.values()))
    return set().union(*(ids(inner) for inner in part)) if isinstance(part, list) else set()


@pytest.mark.parametrize("form", ALL)
def test_what_is_cited_is_in_the_table_and_all_of_the_table_is_cited(form: ReportForm) -> None:
    body = report(form)
    said = {event.text for event in held(SPECS[form]).rest if isinstance(event, CandidateSpoke)}
    assert ids({k: v for k, v in body.items() if k != "evidence"}) == set(body["evidence"])
    for row in body["evidence"].values():
        assert row["text"] in said
        assert 0 <= row["start_ms"] <= row["end_ms"] <= body["held"]["duration_ms"]


@pytest.mark.parametrize("form", ALL)
def test_the_same_words_have_the_same_id_however_many_judgements_rest_on_them(form: ReportForm) -> None:
    rows = list(report(form)["evidence"].values())
    assert len({(row["seq"], row["text"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("form", ALL)
def test_an_interview_in_which_nothing_was_answered_is_unscored_throughout(form: ReportForm) -> None:
    silent = held(SPECS[form])
    silent.rest = [event for event in silent.rest if not isinstance(event, CandidateSpoke)]
    body = build(form, findings(silent))
    assert body["evidence"] == {}
    assert statuses(body) == {"unscored"}
    assert [grade for grade in body.get("grades", []) if grade["value"] is not None] == []
    for shape in ("html", "text"):
        assert "nscored" in render(body, shape).decode()


def statuses(body: dict[str, Any]) -> set[str]:
    """Of all that a form judges by name."""
    match body["form"]:
        case "sections":
            judged = [axis for section in body["sections"] for axis in section["axes"]]
        case "rigorous":
            judged = [*body["scores"], body["production_experience"]]
        case "conversation":
            judged = [found for phase in body["phases"] for found in phase["indicators"]]
        case other:
            judged = body["parts" if other == "design" else "questions"]
    assert judged
    return {row["status"] for row in judged}


@pytest.mark.parametrize("form", ALL)
def test_every_string_of_a_report_is_either_ours_and_checked_or_somebody_s_words_or_a_name(form: ReportForm) -> None:
    theirs = set(
        """answer audience calibration candidate created_at detail end_reason evidence evidence_id form group id
        indicator interview_id job_description judgement kind language level name not_spoken_to phases prompt question
        questions recommendation requirement role score section source started_at status title axis version llm point
        improvement_tips viva""".split()
    )
    keys: set[str] = set()

    def walk(part: Any, key: str) -> None:
        if isinstance(part, dict):
            for name, inner in part.items():
                if key not in ("evidence", "models", "prompts"):
                    walk(inner, name)
        elif isinstance(part, list):
            for inner in part:
                walk(inner, key)
        elif isinstance(part, str):
            keys.add(key)

    walk(report(form), "")
    assert keys <= theirs | GENERATED


# --- rigorous


def test_six_scores_a_recommendation_and_the_rule_that_made_it() -> None:
    body = report("rigorous", share=1.0)
    assert [s["name"] for s in body["scores"]] == [
        "ML Fundamentals", "Feature Engineering", "Model Selection", "Production Readiness", "Math Foundation",
        "Communication",
    ]  # fmt: skip
    assert all(s["score"] in range(1, 6) and s["evidence"] for s in body["scores"] if s["status"] == "scored")
    assert body["recommendation"] in ("Yes", "Strong Yes")
    assert body["recommendation"] in body["recommendation_reason"]
    assert 2 <= len(body["strengths"]) <= 3
    assert body["production_experience"]["status"] in ("shown", "denied")
    shown = render(body, "html").decode()
    assert body["recommendation_rule"] in shown
    assert "For the hiring team alone" in shown
    assert "45%" in body["score_rule"]


def test_weak_answers_get_gaps_with_the_words_they_rest_on_and_no_yes() -> None:
    body = report("rigorous", share=0.2)
    assert body["recommendation"] in (None, "Strong No", "No", "Neutral")
    assert 2 <= len(body["gaps"]) <= 3
    assert all(gap["evidence_id"] in body["evidence"] for gap in body["gaps"])


@pytest.mark.parametrize(
    ("level", "share", "expected"),
    [
        ("senior", 0.0, 1), ("senior", 0.45, 3), ("senior", 0.6, 4), ("senior", 1.0, 5),
        ("staff", 0.6, 3), ("staff", 0.7, 4), ("principal", 0.45, 3), ("principal", 0.8, 4), ("principal", 0.6, 3),
    ],
)  # fmt: skip
def test_a_share_of_points_is_worth_less_the_higher_the_level(level: str, share: float, expected: int) -> None:
    verdicts = shipped("ml-rigorous").verdicts
    assert verdicts is not None
    bar: Bar = verdicts.bars[level]
    assert score(share, bar) == expected


@pytest.mark.parametrize(
    ("scores", "flags", "expected"),
    [
        ([5, 5, 5, 5, 5, 5], 0, "Strong Yes"), ([4, 4, 4, 4, 4, 4], 1, "Yes"), ([4, 4, 4, 4, 4, 4], 2, "Neutral"),
        ([3, 3, 3, 3, 3, 3], 0, "Neutral"), ([2, 2, 2, 2, 2, 2], 0, "No"), ([1, 1, 1, 1, 1, 1], 3, "Strong No"),
        ([5, 5, 5, 5], 0, "Neutral"), ([1, 1, 2], 0, "Strong No"), ([5, 5], 0, None), ([], 0, None),
    ],
)  # fmt: skip
def test_the_recommendation_follows_the_stated_rule(scores: list[int], flags: int, expected: str | None) -> None:
    recommendation, reason = recommend(scores, flags)
    assert recommendation == expected
    assert reason.endswith("." if expected is None else f": {expected}.")


def test_a_score_says_whether_it_lacks_a_question_or_an_answer() -> None:
    silent = held("ml-rigorous")
    silent.rest = [event for event in silent.rest if not isinstance(event, CandidateSpoke)]
    body = build("rigorous", findings(silent))
    assert {score["reason"] for score in body["scores"]} == {"No question on this was answered, so it is unscored."}
    assert body["recommendation_reason"].startswith("None of the six scores could be given")
    body = build("rigorous", findings(Call(spec=shipped("ml-rigorous")).end()))
    assert {score["reason"] for score in body["scores"]} == {"No question on this was asked, so it is unscored."}


def test_a_gap_cites_the_answer_that_lacks_it_and_of_that_what_was_heard_clearly() -> None:
    call = Call(spec=shipped("ml-rigorous"))
    section = call.began.spec.section("fundamentals")
    whole = [i.wordings[0] for i in section.rubric("q2_regularization") if i.kind != "red_flag"]
    unclear, clear = "Mumbled words about some other thing altogether.", "Bananas are what I had for breakfast today."
    for question, answer in {"q2_regularization": whole, "q4_metrics": [unclear, clear, clear.lower()]}.items():
        line = Line(text="?", kind="prompt", section=section.id, question=question)
        call.now += 10_000
        call.rest.append(LineStarted(at_ms=call.now, line_id=len(call.rest), line=line))
        for words in answer:
            call.say(words)
    found = findings(call.end())
    questions = tuple(
        q.model_copy(update={"answer": with_second_hearing(q.answer, unheard(q.answer, unclear))})
        for q in found.questions
    )
    body = build("rigorous", found.model_copy(update={"questions": questions}))
    assert len(body["gaps"]) == 3
    assert {body["evidence"][gap["evidence_id"]]["text"] for gap in body["gaps"]} == {clear}


def unheard(answer: SectionAnswer, text: str) -> dict[Clause, Clause]:
    """The answer's clause with this text as one that stayed unclear."""
    return {c: c.model_copy(update={"shaky": True}) for c in answer.clauses if c.text == text}


def told_of_production(*said: str) -> dict[str, Any]:
    """A rigorous report on a candidate who was asked for it, and said this."""
    call = Call(spec=shipped("ml-rigorous"))
    section = next(s for s in call.began.spec.sections if any(q.id == "production_experience" for q in s.questions))
    line = Line(text="?", kind="prompt", section=section.id, question="production_experience")
    call.rest.append(LineStarted(at_ms=0, line_id=1, line=line))
    for words in said:
        call.say(words)
    return build("rigorous", findings(call.end()))


def test_figures_alone_tell_of_no_model_in_production() -> None:
    rubric = {i.id: i for section in shipped("ml-rigorous").sections for i in section.rubric()}
    figures, deployed = rubric["gives_figures"].wordings[0], rubric["did_deploy"].wordings[0]
    assert told_of_production(figures)["production_experience"]["status"] in ("not shown", "unscored")
    told = told_of_production(figures, deployed)["production_experience"]
    assert told["status"] == "in part"
    assert "gives_figures" not in {point["indicator"] for point in told["points"]}


def test_that_no_model_came_to_production_is_a_red_flag_and_no_strength() -> None:
    denial = next(i for s in shipped("ml-rigorous").sections for i in s.rubric() if i.id == "never_deployed")
    body = told_of_production(denial.wordings[0])
    told = body["production_experience"]
    assert told["status"] == "denied"
    assert [flag["indicator"] for flag in told["red_flags"]] == ["never_deployed"]
    assert "never_deployed" not in {point["indicator"] for point in told["points"]}
    lines = render(body, "text").decode().splitlines()
    before = lines[: lines.index(f"  - {denial.point}")]
    assert next(line for line in reversed(before) if line.endswith(":")) == "Red flags:"
    assert denial.wordings[0] in render(body, "html").decode()


# --- conversation


def test_indicators_and_red_flags_stand_in_the_phase_they_were_found_in() -> None:
    body = report("conversation")
    assert [phase["title"] for phase in body["phases"]][:3] == [
        "Opening", "Phase 1: Experience & Problem-Solving", "Phase 2: ML Problem Design"
    ]  # fmt: skip
    assert {row["status"] for row in body["overview"]} >= {"found"}
    raised = {phase["id"]: phase["red_flags"] for phase in body["phases"] if phase["red_flags"]}
    assert list(raised) == ["experience"]
    for flag in raised["experience"]:
        assert body["evidence"][flag["evidence_id"]]["section"] == "experience"
    for phase in body["phases"]:
        for indicator in phase["indicators"]:
            assert indicator["evidence"] or indicator["status"] == "unscored"


def test_only_the_source_s_nine_are_called_strong_indicators() -> None:
    body = report("conversation")
    assert [row["name"] for row in body["overview"]] == [
        "Asks about the business problem and data", "Discusses data quality and preprocessing",
        "Considers multiple algorithms with trade-offs", "Mentions evaluation metrics appropriate to the problem",
        "Thinks about production deployment", "Aware of overfitting, bias, and fairness", "Iterative mindset",
        "Real project examples with results", "Discusses failures and learnings",
    ]  # fmt: skip
    assert "Monitoring and retraining" in {row["name"] for row in body["others"]}
    everything = {indicator["name"] for phase in body["phases"] for indicator in phase["indicators"]}
    assert {row["name"] for row in (*body["overview"], *body["others"])} == everything
    for shape in ("html", "text"):
        shown = render(body, shape).decode().lower()
        assert shown.index("strong indicators") < shown.index("other points looked for")


def test_a_conversation_s_report_from_before_its_others_were_kept_apart_is_still_shown() -> None:
    body = report("conversation")
    del body["others"]
    for shape in ("html", "text"):
        assert "other points looked for" not in render(body, shape).decode().lower()


def test_a_page_on_a_silent_candidate_does_not_say_that_no_red_flag_was_raised() -> None:
    silent = held("ml-conversation")
    silent.rest = [event for event in silent.rest if not isinstance(event, CandidateSpoke)]
    shown = render(build("conversation", findings(silent)), "html").decode()
    assert "No red flag was raised" not in shown
    assert "Nothing was answered, so no red flag could be looked for." in shown


# --- design


def test_the_seven_parts_are_the_source_s() -> None:
    assert [part["title"] for part in report("design")["parts"]] == [
        "Key design decisions and their rationale",
        "ML approach and modeling choices",
        "System architecture strengths",
        "Production readiness considerations",
        "Strengths demonstrated",
        "Areas that could be explored further",
        "Overall assessment of ML systems thinking",
    ]


PROVENANCE = {
    "evidence",
    "held",
    "created_at",
    "spec",
    "persona",
    "prompts",
    "models",
    "interview_id",
    "schema",
    "version",
    "viva",
}


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_the_design_report_has_no_number_but_times_ids_and_versions(share: float) -> None:
    body = report("design", share)
    judged = {key: part for key, part in body.items() if key not in PROVENANCE}

    def walk(part: Any, key: str = "") -> None:
        assert not isinstance(part, int | float), key
        for name, inner in part.items() if isinstance(part, dict) else ():
            assert not re.search(r"score|grade|probab|share|value|rating|count|percent", name)
            walk(inner, name)
        for inner in part if isinstance(part, list) else ():
            walk(inner, key)
        if isinstance(part, str) and key not in ("evidence_id", "evidence"):
            assert not re.search(r"\d", part), part

    walk(judged)
    for shape in ("html", "text"):
        shown = unescape(render(body, shape).decode())
        if shape == "html":
            shown = re.sub(
                r"<style>.*</style>|<head>.*</head>|<blockquote>.*?</blockquote>|<[^>]+>", " ", shown, flags=re.S
            )
        else:
            shown = re.sub(r"\[[\d:]+\] “.*?”", " ", shown, flags=re.S)
        shown = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC|\b\d+(:\d\d)+\b|\d+\.\d+\.\d+|version \d+(\.\d+)*", " ", shown)
        for name in ("qwen2.5-coder-1.5b-instruct", "0123456789ab"):
            shown = shown.replace(name, " ")
        assert re.findall(r"\S*\d\S*", shown) == []


def design_call(questions: dict[str, list[str]]) -> Call:
    """A design interview in which these questions of these sections were asked, every point of them stated."""
    call = Call(spec=shipped("ml-system-design"))
    for section in call.began.spec.sections:
        for question in questions.get(section.id, []):
            line = Line(text="?", kind="prompt", section=section.id, question=question)
            call.now += 10_000
            call.rest.append(LineStarted(at_ms=call.now, line_id=len(call.rest), line=line))
            for indicator in section.rubric(question):
                if indicator.kind != "red_flag":
                    call.say(indicator.wordings[0])
    return call.end()


WHOLE = {
    "requirements": ["video_recommendation"],
    "high_level_design": ["formulation", "components", "data_flow"],
    "deep_dive": ["feature_engineering", "training_pipeline", "model_serving"],
    "scaling": ["tenfold", "many_models"],
}


def test_sections_that_were_not_reached_are_named_and_the_whole_is_claimed_of_what_was_judged() -> None:
    body = build("design", findings(design_call({"high_level_design": ["components"]})))
    assert body["notes"] == [
        "Not, or not wholly, asked and answered: Problem Presentation and Requirements Gathering; High-Level Design; "
        "Deep Dive; Scaling & Production Concerns."
    ]
    said = {part["title"]: part["sentence"] for part in body["parts"]}
    assert said["Areas that could be explored further"] == (
        "Every area that could be judged was spoken about. Not all of this part could be judged."
    )
    assert said["Overall assessment of ML systems thinking"].endswith(
        "most of what could be judged. Not all of this part could be judged."
    )


def test_a_design_interview_that_was_held_in_full_says_nothing_of_what_was_not_judged() -> None:
    body = build("design", findings(design_call(WHOLE)))
    assert body["notes"] == []
    assert "Not all of this part" not in json.dumps(body)


def test_a_point_that_could_not_be_told_keeps_a_part_from_speaking_for_the_whole() -> None:
    found = findings(design_call(WHOLE))
    judged = found.judged["high_level_design"]
    axes = [axis.model_copy(update={"points": tuple(map(untold, axis.points))}) for axis in judged.axes]
    high_level = judged.model_copy(update={"axes": tuple(axes)})
    body = build("design", found.model_copy(update={"judged": found.judged | {"high_level_design": high_level}}))
    assert body["notes"] == []
    said = [part["title"] for part in body["parts"] if "Not all of this part could be judged." in part["sentence"]]
    assert said == ["Areas that could be explored further", "Overall assessment of ML systems thinking"]


def untold(point: JudgedPoint) -> JudgedPoint:
    """One point of the life of a system as one that could not be told; others as they are."""
    return point.model_copy(update={"status": "unscored"}) if point.indicator.id == "feedback_loop" else point


def test_the_design_report_is_the_same_for_any_grade() -> None:
    assert report("design", grade=0.0) == report("design", grade=5.0)


# --- relevancy


def test_the_text_has_the_sample_s_layout_line_by_line() -> None:
    lines = text_of("relevancy").splitlines()
    rule = "=" * 70
    assert lines[:11] == [
        rule, "INTERVIEW REPORT", rule, "Role: machine learning engineer", rule, "", "",
        rule, "QUESTION 1: ML_Q1", rule, "",
    ]  # fmt: skip
    blocks = (
        "Candidate Answer:",
        "Relevancy Score:",
        "Strengths:",
        "Weaknesses:",
        "Improvement Tips:",
        "Justification:",
    )
    of_first = lines[11 : lines.index("QUESTION 2: ML_Q2")]
    assert of_first[0].startswith("Tell me about a time when you built an end-to-end machine learning workflow.")
    assert [line for line in of_first if line.startswith(blocks)] == [
        "Candidate Answer:", "Relevancy Score: 68/100 ± 2", "Strengths:", "Weaknesses:", "Improvement Tips:",
        "Justification:",
    ]  # fmt: skip
    at = lines.index("OVERALL SUMMARY")
    assert lines[at - 1 : at + 7] == [
        rule, "OVERALL SUMMARY", rule, "", "Total Questions: 9", "Average Relevancy Score: 68/100",
        "Highest Score: 68/100", "Lowest Score: 68/100",
    ]  # fmt: skip


def test_a_question_without_a_grade_is_left_out_of_the_average_and_counted() -> None:
    call = held(SPECS["relevancy"])
    found = findings(call)
    first, *others = found.questions
    body = build(
        "relevancy", found.model_copy(update={"questions": (first.model_copy(update={"grade": None}), *others)})
    )
    assert (body["questions"][0]["score"], body["questions"][0]["status"]) == (None, "unscored")
    assert (body["summary"]["unscored"], body["summary"]["scored"], body["summary"]["average"]) == (1, 8, 68)
    text = render(body, "text").decode()
    assert "Relevancy Score: unscored" in text
    assert "Unscored Questions, left out of the scores above: 1" in text


def test_questions_that_were_not_for_this_candidate_are_neither_shown_nor_counted() -> None:
    call = held("ml-conversation")
    sections = [event.line.section if isinstance(event, LineStarted) else "" for event in call.rest]
    call.rest = call.rest[: sections.index("deep_dive_fundamentals")]
    body = build("relevancy", findings(call))
    assert [(q["section"], q["asked"]) for q in body["questions"]] == [
        ("opening", True), ("experience", True), ("experience", True), ("design", False), ("production", True),
        ("deep_dive_strong", True), ("deep_dive_strong", True),
    ]  # fmt: skip
    assert (body["summary"]["scored"], body["summary"]["unscored"]) == (6, 1)


@pytest.mark.parametrize(("grade", "expected"), [(0.0, 0), (2.5, 50), (3.43, 69), (5.0, 100)])
def test_a_score_is_twenty_times_the_grade(grade: float, expected: int) -> None:
    assert report("relevancy", grade=grade)["questions"][0]["score"] == expected


def test_tips_and_weaknesses_are_made_from_the_points_alone() -> None:
    body = report("relevancy")
    points = {i.point for section in shipped("ml-experience").sections for i in section.rubric()}
    for question in body["questions"]:
        assert {row["text"] for row in question["strengths"]} <= points
        assert len(question["improvement_tips"]) == len([w for w in question["weaknesses"] if w["text"] not in points])
    assert "Tell how you worked with other people on it." in body["questions"][0]["improvement_tips"]
    assert "The answer does not tell how the difficulty was overcome." in [
        row["text"] for row in body["questions"][0]["weaknesses"]
    ]


def test_the_job_description_is_quoted_beside_the_words_that_speak_to_it_and_moves_no_score() -> None:
    body, without = report("relevancy"), report("relevancy", description="")
    fits = {fit["requirement"]: fit["evidence_id"] for question in body["questions"] for fit in question["fit"]}
    assert "compute features from events and train tree models on them" in fits
    assert body["summary"]["not_spoken_to"] == [
        "build and automate machine learning workflows from data ingestion to deployment",
        "deploy models as APIs or microservices that others call",
        "maintain quantum annealing hardware",
    ]
    assert [q["score"] for q in body["questions"]] == [q["score"] for q in without["questions"]]
    assert any(note.startswith("No job description was given") for note in without["notes"])


def test_points_that_could_not_be_told_are_counted_apart_from_those_that_are_missing() -> None:
    found = findings(held("ml-experience"))
    first, *others = found.questions
    *told, last = first.points
    points = (*told, last.model_copy(update={"status": "unscored"}))
    body = build(
        "relevancy", found.model_copy(update={"questions": (first.model_copy(update={"points": points}), *others)})
    )
    counted = f"of the {len(points)} points looked for"
    assert f"{counted}; 1 could not be told." in body["questions"][0]["justification"]
    assert "could not be told" not in body["questions"][1]["justification"]


def test_each_requirement_has_the_status_of_the_answer_that_states_it_best() -> None:
    body = report("relevancy")
    rows = {row["requirement"]: row for row in body["requirements"]}
    assert list(rows) == [line.removeprefix("- ") for line in JOB.strip().splitlines()[1:]]
    near = rows.pop("compute features from events and train tree models on them")
    assert near["status"] == "absent"
    assert near["evidence_id"] in body["evidence"]
    assert 0 <= near["probability"] < 0.25
    for row in rows.values():
        assert (row["status"], row["probability"], row["evidence_id"]) == ("unscored", None, None)
        assert row["reason"] == "No answer, as far as it was heard clearly, comes near it."
    assert list(rows) == body["summary"]["not_spoken_to"]
    told = [question["justification"] for question in body["questions"] if question["fit"]]
    assert told
    assert all("come near lines of the job description; they state none." in justification for justification in told)


@pytest.mark.parametrize(
    ("leaning", "status", "told"),
    [
        (3.0, "met", "It speaks to the job description."),
        (-4.0, "absent", "Words of it come near lines of the job description; they state none."),
        (
            None,
            "unscored",
            "Words of it come near lines of the job description; whether they state any could not be told.",
        ),
    ],
)
def test_a_requirement_is_told_as_it_was_judged(leaning: float | None, status: str, told: str) -> None:
    call = held("ml-experience")
    found = findings(call)
    fit = tuple(
        each.model_copy(
            update={
                "judged": judge_point(each.judged.indicator, leaning, each.judged.evidence).model_copy(
                    update={"evidence": each.judged.evidence}
                )
            }
        )
        for each in found.fit
    )
    body = build("relevancy", found.model_copy(update={"fit": fit}))
    questions = [question for question in body["questions"] if question["fit"]]
    assert questions
    for question in questions:
        assert {row["status"] for row in question["fit"]} == {status}
        assert question["justification"].endswith(told)
    (best,) = [row for row in body["requirements"] if row["evidence_id"]]
    html = render(body | {"version": 1}, "html").decode()
    assert f'<span class="tag {status}">{STATUSES[status]}</span> {best["requirement"]}' in html
    assert best["status"] == status
    assert best["reason"] == ("" if leaning else "These words come near it; whether they state it could not be told.")
    assert best["evidence_id"] in {row["evidence_id"] for question in questions for row in question["fit"]}


@pytest.mark.parametrize(
    ("statuses", "best"),
    [
        (("absent", "unscored"), "unscored"),
        (("unscored", "absent"), "unscored"),
        (("absent", "absent"), "absent"),
        (("unscored", "partly", "absent"), "partly"),
        (("partly", "met", "unscored"), "met"),
    ],
)
def test_a_requirement_that_one_answer_lacks_and_another_leaves_open_is_unscored(
    statuses: tuple[str, ...], best: str
) -> None:
    found = findings(held("ml-experience"))
    probabilities = {"absent": 0.05, "unscored": None, "partly": 0.4, "met": 0.9}
    of_one = found.fit[0]
    fit = tuple(
        of_one.model_copy(
            update={
                "section": question.section,
                "question": question.question,
                "judged": of_one.judged.model_copy(update={"status": status, "probability": probabilities[status]}),
            }
        )
        for question, status in zip(found.questions, statuses, strict=False)
    )
    body = build("relevancy", found.model_copy(update={"fit": fit}))
    (row,) = [row for row in body["requirements"] if row["evidence_id"]]
    assert (row["status"], row["probability"]) == (best, probabilities[best])


@pytest.mark.parametrize("form", ALL)
def test_no_sentence_of_a_shipped_interview_s_report_is_replaced(form: ReportForm) -> None:
    assert "This sentence was left out" not in " ".join(sentences(report(form, share=1.0), GENERATED))
