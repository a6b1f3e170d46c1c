"""Reports as the job itself writes them: their notes, their head, and that nothing of what was judged is missing."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from html import unescape
from typing import Any

import jsonschema_rs
import pytest

from interview.arrangement import Arrangement
from interview.events import AgentJoined, CandidateSpoke
from interview.spec import ReportForm
from records.invites import Invites
from scoring.calibrating.calibration import exactness
from scoring.forms.registry import schema
from scoring.grading import PARTS, share
from scoring.hearing import Sound
from scoring.job import SOME_BY_WORDS, WORDS_ALONE, score
from scoring.reading.sentences import together
from scoring.red_flags import LEAST_MARGIN
from scoring.render import render
from scoring.shown import SAY_SO, STATUSES
from tests.interview.material import voice
from tests.scoring.calls import Call, GivenReader
from tests.scoring.conftest import Desk
from tests.scoring.reported import SPECS, held, leaning_by_wordings, shipped
from tests.scoring.test_bad_input import Failing
from tests.scoring.test_forms import ALL
from tests.scoring.test_job import recorded
from voice.transcript import Word

pytestmark = pytest.mark.slow

LIVE = {"recognizer": "whisper-base", "voice": "piper-joe", "llm": ""}
VERSIONS = {"viva": "0.0.9", "end_of_turn": "smart-turn", "prompt follow_up": "ab" * 32, "prompt judge": "cd" * 32}


class Murmur:
    """Hears the same unclear words wherever it listens."""

    def __init__(self, name: str) -> None:
        self.name = name

    def hear(self, sound: Sound) -> Sequence[Word]:
        return [Word("perhaps", start / 10, start / 10 + 0.1, 0.3) for start in range(0, 250, 2)]


def written(desk: Desk, form: ReportForm, ear: str = "whisper-large") -> dict[str, Any]:
    """The report of a whole interview whose first words were not heard clearly in the call, as it was kept."""
    spec, told = shipped(SPECS[form]), held(SPECS[form])
    call = Call(spec=spec, interview_id=Invites(desk.engine).create(spec, voice(), "Ada").id)
    call.began = call.began.model_copy(update={"arrangement": told.began.arrangement, "versions": VERSIONS})
    call.rest, call.now = [AgentJoined(at_ms=100, models=LIVE), *told.rest[1:]], told.now
    place = next(n for n, event in enumerate(call.rest) if isinstance(event, CandidateSpoke))
    call.rest[place] = mumbled(call.rest[place])
    interview_id = desk.hold(call)
    recorded(desk, interview_id, seconds=30)
    reader = desk.parts.reader
    if type(reader) is GivenReader:
        reader = GivenReader(leaning_by_wordings(spec))
    score(interview_id, dataclasses.replace(desk.parts, reader=reader, ear=Murmur(ear)))
    stored = desk.parts.reports.latest(interview_id)
    jsonschema_rs.validator_for(schema(form)).validate(stored.body)
    return stored.body


Whole = Callable[[ReportForm], dict[str, Any]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """The same, once for all tests that change nothing about how it is written."""
    desk = Desk(tmp_path_factory.mktemp("written"))
    yield cache(lambda form: written(desk, form))
    desk.engine.dispose()


def mumbled(event: Any) -> CandidateSpoke:
    words = tuple(word.model_copy(update={"confidence": 0.2}) for word in event.words)
    return event.model_copy(update={"words": words})  # type: ignore[no-any-return]  # it is one


def shown(body: dict[str, Any], shape: str = "text") -> str:
    """What people read, in one line."""
    return " ".join(unescape(render(body, "html" if shape == "html" else "text").decode()).split())


def rows(part: Any, key: str = "indicator") -> Iterable[dict[str, Any]]:
    """Every row of a report that has this key."""
    if isinstance(part, dict):
        if key in part:
            yield part
        for inner in part.values():
            yield from rows(inner, key)
    elif isinstance(part, list):
        for inner in part:
            yield from rows(inner, key)


# --- the head


@pytest.mark.parametrize("form", ALL)
def test_a_report_names_all_that_held_and_judged_the_interview(whole: Whole, form: ReportForm) -> None:
    body = whole(form)
    assert body["held"]["models"] == LIVE | {"llm": "none", "end_of_turn": "smart-turn"}
    assert body["held"]["prompts"] == {"follow_up": "ab" * 32, "judge": "cd" * 32}
    assert body["held"]["viva"] == "0.0.9"
    assert re.fullmatch(r"\d+\.\d+\.\d+", body["viva"])
    for shape in ("html", "text"):
        text = shown(body, shape)
        for name in (
            "recognizer: whisper-base; voice: piper-joe; llm: none", "end_of_turn: smart-turn", "llm: given",
            "follow_up abababababab", "judge cdcdcdcdcdcd", "point 000000000000", "hearing: whisper-large",
            "Viva 0.0.9", f"Viva {body['viva']}", body["calibration"], body["persona"]["name"], f"{form}, version 1",
        ):  # fmt: skip
            assert name in text, (shape, name)


def test_models_of_two_interviewers_are_both_named(desk: Desk) -> None:
    call = desk.invited().prompt("1").say("Users should keep coming back over months.")
    call.rest[0] = AgentJoined(at_ms=100, models=LIVE)
    call.rest.append(AgentJoined(at_ms=call.now, models=LIVE | {"llm": "qwen"}))
    score(desk.hold(call.end()), desk.parts)
    body = desk.parts.reports.latest(call.began.interview_id).body
    assert body["held"]["models"]["llm"] == "none and qwen"
    assert body["held"]["models"]["voice"] == "piper-joe"


@pytest.mark.parametrize(("ear", "noted"), [("whisper-base", True), ("/models/whisper-base", True), ("other", False)])
def test_a_second_hearing_by_the_model_of_the_call_is_noted(desk: Desk, ear: str, noted: bool) -> None:
    body = written(desk, "sections", ear)
    assert [row["shaky"] for row in body["hearing"]] == [True]
    told = [note for note in body["notes"] if "with the same model, whisper-base" in note]
    assert len(told) == noted


# --- notes


def test_without_a_language_model_no_axis_is_judged_and_the_grades_are_by_words(desk: Desk) -> None:
    desk.parts = dataclasses.replace(desk.parts, reader=None)
    notes = written(desk, "sections")["notes"]
    assert any(note.startswith("No language model is set up. No axis was judged by what was said.") for note in notes)
    assert WORDS_ALONE in notes
    assert exactness(desk.parts.calibration) not in notes
    assert not any("no spoken answer was judged" in note.lower() for note in notes)


def test_grades_of_which_some_are_by_words_are_not_vouched_for(desk: Desk) -> None:
    assert exactness(desk.parts.calibration) in written(desk, "sections")["notes"]
    desk.parts = dataclasses.replace(desk.parts, reader=Failing(after=4))
    body = written(desk, "sections")
    assert {row["model"] for row in body["grades"] if row["value"] is not None} == {True, False}
    assert SOME_BY_WORDS in body["notes"]
    assert exactness(desk.parts.calibration) not in body["notes"]


# --- the form that has no number


def test_a_design_report_has_no_number_but_times_ids_and_versions(desk: Desk) -> None:
    desk.parts = dataclasses.replace(desk.parts, reader=GivenReader(lambda *_: 2.0))
    body = written(desk, "design", "whisper-base")
    assert body["hearing"]
    assert body["evidence"]
    named = {"held", "created_at", "spec", "persona", "prompts", "models", "viva", "interview_id", "calibration"}

    def walk(part: Any, key: str) -> None:
        assert key not in ("confidence", "probability", "nearness", "score", "grade", "share")
        assert isinstance(part, bool) or not isinstance(part, int | float) or key in ("start_ms", "end_ms", "seq"), key
        for name, inner in part.items() if isinstance(part, dict) else ():
            walk(inner, name)
        for inner in part if isinstance(part, list) else ():
            walk(inner, key)

    for key, part in body.items():
        if key not in named | {"schema", "version"}:
            walk(part, key)
    for note in body["notes"]:
        assert not re.search(r"\d", re.sub(r"\d+ s from \d+:\d\d", "", note)), note
        assert "grade" not in note


# --- the layout of the sample


def test_a_relevancy_report_goes_from_its_title_straight_to_the_questions(whole: Whole) -> None:
    body = whole("relevancy")
    lines = render(body, "text").decode().splitlines()
    rule = "=" * 70
    assert body["notes"]
    assert lines[:11] == [
        rule, "INTERVIEW REPORT", rule, "Role: machine learning engineer", rule, "", "",
        rule, "QUESTION 1: ML_Q1", rule, "",
    ]  # fmt: skip
    at = [lines.index(title) for title in ("OVERALL SUMMARY", "THE INTERVIEW", "ABOUT THIS REPORT")]
    assert at == sorted(at)
    notes = " ".join(" ".join(lines[at[1] : at[2]]).split())
    for note in body["notes"]:
        assert f"Note: {note}" in notes
    assert "Candidate: Ada" in lines or "Ada" not in body["candidate"]
    assert not any(line.startswith("Note:") for line in lines[: at[1]])


def test_a_relevancy_report_s_text_says_what_of_the_job_description_was_spoken_to(whole: Whole) -> None:
    body = whole("relevancy")
    lines = render(body, "text").decode().splitlines()
    fits = [fit for question in body["questions"] for fit in question["fit"]]
    assert fits
    for fit in fits:
        status = STATUSES[fit["status"]]
        told = rf"  - {status}: {re.escape(fit['requirement'])} \((nearest words )?{fit['evidence_id']}, "
        assert any(re.match(told, line) for line in lines)
    summary = "\n".join(lines[lines.index("OVERALL SUMMARY") :])
    page = shown(body, "html")
    overall = page[: page.index('<div class="row">')]
    say_so = [(part, part.index(SAY_SO)) for part in (summary, overall)]
    to_speak_to = [
        row["requirement"]
        for row in body["requirements"]
        if row["status"] == "absent" or row["requirement"] in body["summary"]["not_spoken_to"]
    ]
    assert body["summary"]["not_spoken_to"]
    assert {row["status"] for row in body["requirements"] if row["requirement"] in to_speak_to} == {
        "absent",
        "unscored",
    }
    for row in body["requirements"]:
        for part, at in say_so:
            assert part.count(row["requirement"]) == 1, "each is told of once"
            assert (part.index(row["requirement"]) > at) == (row["requirement"] in to_speak_to)
        assert f"  - {STATUSES[row['status']]}: {row['requirement']}" in summary
    assert body["summary"]["improvement_tips"] == [f"If you have done this, say so: {line}" for line in to_speak_to]
    uncertain = [q for q in body["questions"] if q["uncertainty"] is not None]
    for question in uncertain:
        assert f"Relevancy Score: {question['score']}/100 ± {question['uncertainty']}" in lines


def test_what_is_never_judged_is_unscored_and_gets_no_tip_though_the_job_asks_for_it(desk: Desk) -> None:
    spec = shipped(SPECS["relevancy"])
    call = Call(spec=spec, interview_id=Invites(desk.engine).create(spec, voice(), "Ada").id)
    wanted = ["speak excellent English with our customers abroad", "operate quantum annealing hardware yourself"]
    call.began = call.began.model_copy(update={"arrangement": Arrangement(job_description="\n".join(wanted))})
    score(desk.hold(call.prompt("ML_Q1").say("I built a pipeline for fraud detection.").end()), desk.parts)
    body = desk.parts.reports.latest(call.began.interview_id).body
    assert body["summary"]["not_spoken_to"] == wanted[1:]
    assert [tip.endswith(wanted[1]) for tip in body["summary"]["improvement_tips"]] == [True]
    never = "Never judged here: it asks for manner or person."
    assert (body["requirements"][0]["status"], body["requirements"][0]["reason"]) == ("unscored", never)
    for shape in ("html", "text"):
        before, after = shown(body, shape).split(SAY_SO)
        assert wanted[0] in before
        assert never in before
        assert wanted[0] not in after


def test_a_score_cites_no_words_where_none_come_near_a_point(desk: Desk) -> None:
    spec = shipped(SPECS["relevancy"])
    call = Call(spec=spec, interview_id=Invites(desk.engine).create(spec, voice(), "Ada").id)
    call.prompt("ML_Q1").say("Bananas are yellow, and elephants prefer swimming across rivers at dawn.").end()
    score(desk.hold(call), desk.parts)
    first = desk.parts.reports.latest(call.began.interview_id).body["questions"][0]
    assert (first["status"], first["evidence"]) == ("scored", [])


# --- nothing of what was judged is missing


@pytest.mark.parametrize("form", [form for form in ALL if form != "design"])
def test_every_indicator_of_every_section_is_told_of_by_its_kind(whole: Whole, form: ReportForm) -> None:
    body = whole(form)
    told = {(row["indicator"], row["kind"]) for row in rows(body) if "status" in row}
    asked = {(row["section"], row["question"]) for row in body["grades"]}
    for section in shipped(SPECS[form]).sections:
        own = [i for question in section.questions if (section.id, question.id) in asked for i in question.indicators]
        if section.axes and any(place == section.id for place, _ in asked):
            assert {(i.id, i.kind) for i in (*section.indicators, *own)} <= told


@pytest.mark.parametrize("form", ["sections", "conversation", "relevancy", "rigorous"])
def test_of_a_section_that_was_not_reached_every_indicator_is_unscored(desk: Desk, form: ReportForm) -> None:
    spec = shipped(SPECS[form])
    call = Call(spec=spec, interview_id=Invites(desk.engine).create(spec, voice(), "Ada").id)
    score(desk.hold(call.end("left")), desk.parts)
    body = desk.parts.reports.latest(call.began.interview_id).body
    by_id = {row["indicator"]: row for row in rows(body) if "status" in row}
    last = next(s for s in reversed(spec.sections) if s.axes and not s.coding and not s.when and s.rubric())
    wanted = [i for i in last.rubric(last.questions[0].id) if form != "rigorous" or i.axis in scores(body)]
    assert wanted
    for indicator in wanted:
        row = by_id[indicator.id]
        assert (row["status"], row["probability"], row["kind"]) == ("unscored", None, indicator.kind)
    text = shown(body)
    assert not any(indicator.point in text for indicator in wanted), "their reason says it all"


def scores(body: dict[str, Any]) -> set[str]:
    return {score["id"] for score in body["scores"]}


@pytest.mark.parametrize("form", [form for form in ALL if form != "design"])
def test_red_flags_that_were_not_raised_are_kept_and_not_shown(whole: Whole, form: ReportForm) -> None:
    body = whole(form)
    others = [flag for row in rows(body, "not_raised") for flag in row["not_raised"]]
    assert {flag["status"] for flag in others} <= {"absent", "unscored"}
    assert {flag["kind"] for flag in others} == {"red_flag"}
    near = [flag for flag in others if flag["evidence_id"] and flag["status"] == "absent"]
    assert near
    assert all(0 <= flag["probability"] < 0.7 for flag in near if flag["contrast"] is None)
    weighed = [flag["contrast"] for flag in near if flag["contrast"]]
    assert all(told["point"] - told["opposite"] < LEAST_MARGIN for told in weighed)
    raised = {flag["indicator"] for row in rows(body, "red_flags") for flag in row["red_flags"]}
    for row in rows(body, "not_raised"):
        assert {flag["indicator"] for flag in row["red_flags"]}.isdisjoint(f["indicator"] for f in row["not_raised"])
    text = shown(body)
    assert not any(flag["point"] in text for flag in others if flag["indicator"] not in raised)


def test_a_grade_s_parts_can_be_made_again_from_the_report(desk: Desk, whole: Whole) -> None:
    by = desk.parts.calibration
    body = whole("sections")
    graded = [row for row in body["grades"] if row["model"]]
    assert graded
    for row in graded:
        inputs, parts = row["inputs"], row["parts"]
        made = [point["made"] for point in inputs["points"] if point["made"] is not None]
        assert share(made) == pytest.approx(parts["points"], abs=0.002)
        assert share([point["words"] for point in inputs["points"]]) == pytest.approx(parts["overlap"], abs=0.002)
        assert together(inputs["sentences"]) == pytest.approx(parts["correct"], abs=0.002)
        assert sum(inputs["asks"]) / len(inputs["asks"]) == pytest.approx(parts["expected"], abs=0.002)
        assert inputs["anchors"] == [0.0, 5.0]
        ways = []
        for ask, scale in zip(inputs["asks"], by.asks, strict=True):
            one = parts | {"expected_z": scale.z(ask)}
            z = sum(one[name] for name in PARTS) / len(PARTS)
            ways.append(min(parts["cap"], 5 / (1 + 2.718281828 ** -(by.intercept + by.slope * z))))
        assert (max(ways) - min(ways)) / 2 == pytest.approx(row["uncertainty"], abs=0.01)


def test_a_leaning_and_a_nearness_stand_beside_each_point_that_has_them(whole: Whole) -> None:
    graded = [row["inputs"] for row in whole("relevancy")["grades"] if row["inputs"]]
    points = [point for inputs in graded for point in inputs["points"]]
    met = [point for point in points if point["made"] and point["made"] > 0.5]
    assert met
    assert all(point["leaning"] == 3.0 and 0 < point["nearness"] <= 1 for point in met)


# --- unclear words are marked where they stand


@pytest.mark.parametrize("form", ["sections", "conversation", "relevancy"])
def test_unclear_words_are_marked_within_the_answer(whole: Whole, form: ReportForm) -> None:
    body = whole(form)
    (passage,) = body["hearing"]
    part = next(row for row in rows(body, "answer_unclear") if row["answer_unclear"])
    ((start, end),) = part["answer_unclear"]
    assert part["answer"][start:end] == passage["heard"]
    assert f"[not heard clearly: {passage['heard']}]" in shown(body)
    if form == "relevancy":
        assert f'<mark title="not heard clearly">{passage["heard"]}</mark>' in shown(body, "html")


def test_unclear_words_are_marked_where_they_are_quoted(whole: Whole) -> None:
    body = whole("sections")
    (passage,) = body["hearing"]
    assert passage["heard"] in [row["text"] for row in body["evidence"].values() if row["shaky"]]
    assert f"“{passage['heard']}” (not heard clearly)" in shown(body)
    assert f'<q>{passage["heard"]}</q> <span class="tag partly">not heard clearly</span>' in shown(body, "html")


def test_a_report_by_section_counts_nothing_over_the_whole_interview(whole: Whole) -> None:
    body = whole("sections")
    lines = render(body, "text").decode().splitlines()
    summary = lines[lines.index("OVERALL SUMMARY") : lines.index("ABOUT THIS REPORT")]
    assert not any(re.match(r"\s*(Axes|Strong|Adequate|Weak|Unscored|Red Flags):", line) for line in summary)
    assert len([line for line in summary if line.startswith("  - Question ")]) == len(body["sections"])
    page = shown(body, "html")
    first = page.index("<section>")
    assert not re.search(r"\d+ (strong|adequate|weak)", page[:first])


# --- reports of earlier versions


LATER = {"viva", "answer_unclear", "not_raised", "inputs", "kind", "shaky", "contrast"}


@pytest.mark.parametrize("form", ALL)
def test_a_report_kept_before_all_this_was_in_it_is_still_shown(whole: Whole, form: ReportForm) -> None:
    def older(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: older(inner) for key, inner in part.items() if key not in LATER}
        return [older(inner) for inner in part] if isinstance(part, list) else part

    body = whole(form)
    before: dict[str, Any] = {key: older(part) for key, part in body.items() if key not in LATER}
    before["held"] = {key: body["held"][key] for key in ("started_at", "duration_ms", "end_reason")}
    before["hearing"] = body["hearing"]
    if form == "relevancy":
        del before["summary"]["improvement_tips"]
    assert datetime.fromisoformat(before["created_at"]).tzinfo == UTC
    for shape in ("html", "text"):
        assert "Judged by" in shown(before, shape)
