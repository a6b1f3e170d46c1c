"""Whatever is wrong with an interview, its report says what could not be scored and why; nothing is made up."""

import dataclasses
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from bench.stand_in import stand_in
from interview.spec import ReportForm
from records.errors import JournalUnreadable
from records.invites import Invites
from records.tables import events, interviews
from scoring.errors import ModelUnavailable
from scoring.job import score
from scoring.render import render
from tests.interview.material import voice
from tests.scoring.calls import DCG, Call, GivenReader
from tests.scoring.conftest import Desk
from tests.scoring.reported import SPECS, held, shipped
from tests.scoring.test_forms import ALL, statuses
from tests.scoring.test_job import recorded
from tests.scoring.test_readings import with_model

pytestmark = pytest.mark.slow

needs_bwrap = pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap: apt-get install bubblewrap")


def scored(desk: Desk, call: Call) -> dict[str, Any]:
    """The report of a call, kept and shown in every shape that needs no further library."""
    score(desk.hold(call), desk.parts)
    body = desk.parts.reports.latest(call.began.interview_id).body
    for shape in ("html", "text"):
        assert render(body, shape)
    return body


def call_of(desk: Desk, form: ReportForm) -> Call:
    """An invited candidate's call by the shipped interview of a form, to be filled."""
    spec = shipped(SPECS[form])
    invite = Invites(desk.engine).create(spec, voice(), "Ada")
    return Call(spec=spec, interview_id=invite.id, candidate="Ada")


@pytest.mark.parametrize("form", ALL)
def test_an_interview_without_answers(desk: Desk, form: ReportForm) -> None:
    call = call_of(desk, form)
    for section in call.began.spec.sections:
        if section.axes and not section.coding:
            call.prompt(section.id)
    body = scored(desk, call.end("absent"))
    assert body["form"] == form
    assert statuses(body) == {"unscored"}
    assert body["evidence"] == {}
    assert "There is no recording: the call left no sound behind." in body["notes"]
    assert not any("grades" in note for note in body["notes"]), "there is none to trust or not"


@pytest.mark.parametrize("form", ALL)
def test_an_interview_that_ended_with_consent(desk: Desk, form: ReportForm) -> None:
    body = scored(desk, call_of(desk, form).end("left"))
    assert statuses(body) == {"unscored"}
    assert body["held"]["end_reason"] == "left"


@pytest.mark.parametrize("form", ALL)
def test_an_interview_without_audio_is_scored_by_its_words(desk: Desk, form: ReportForm) -> None:
    call, told = call_of(desk, form), held(SPECS[form])
    call.rest, call.now = told.rest, told.now
    body = scored(desk, call)
    assert "There is no recording: the call left no sound behind." in body["notes"]
    assert body["evidence"]


@pytest.mark.parametrize("form", ALL)
def test_an_interview_that_was_cut_short_in_the_middle_of_an_answer(desk: Desk, form: ReportForm) -> None:
    call, told = call_of(desk, form), held(SPECS[form])
    call.rest = told.rest[:6]
    body = scored(desk, call)
    assert body["held"]["end_reason"] is None
    assert "unscored" in statuses(body)
    assert "not ended in order" in render(body, "html").decode()


def test_an_interview_by_a_spec_that_is_no_longer_installed_is_scored_by_the_one_it_was_held_by(desk: Desk) -> None:
    call = desk.invited()
    call.began = call.began.model_copy(update={"spec": call.began.spec.model_copy(update={"version": "99.0-next"})})
    body = scored(desk, call.prompt("1").say("Users should keep coming back over months.").end())
    assert body["spec"] == {"name": "small", "version": "99.0-next", "title": "A small interview", "role": "engineer"}
    assert "unscored" in statuses(body)


def later(desk: Desk, table: sa.Table, interview_id: str) -> None:
    """Has a later Viva, whose reports have another form, made the spec that a table holds."""
    rows = {"events": (events.c.seq == 1, events.c.body), "interviews": (sa.true(), interviews.c.spec)}
    where, column = rows[table.name]
    with desk.engine.begin() as connection:
        held = connection.execute(sa.select(column).where(where)).scalar_one()
        (held["spec"] if table is events else held)["report"] = "hologram"
        connection.execute(table.update().where(where).values({column: held}))


UNREAD = "Event 1 of interview {} cannot be read; read it with the version of Viva that wrote it."


@pytest.mark.parametrize("form", ALL)
def test_a_journal_that_cannot_be_read_leaves_a_report_that_says_so_and_scores_nothing(
    desk: Desk, form: ReportForm
) -> None:
    call, told = call_of(desk, form), held(SPECS[form])
    call.rest, call.now = told.rest, told.now
    interview_id = desk.hold(call)
    recorded(desk, interview_id)
    later(desk, events, interview_id)
    assert score(interview_id, desk.parts) == 1
    stored = desk.parts.reports.latest(interview_id)
    assert (stored.form, stored.body["candidate"], stored.body["held"]["end_reason"]) == (form, "Ada", "completed")
    assert stored.body["held"]["duration_ms"] == call.rest[-1].at_ms
    assert stored.body["notes"][0] == UNREAD.format(interview_id)
    assert stored.body["evidence"] == {}
    assert statuses(stored.body) == {"unscored"}
    for shape in ("html", "text"):
        shown = " ".join(render(stored.body, shape).decode().split())
        assert "cannot be read" in shown
        assert "was asked" not in shown
        assert "ended before" not in shown
    # A person can still listen.
    assert desk.parts.recordings.open(interview_id).duration_ms == 3000


def test_a_report_that_there_is_stands_though_the_journal_cannot_be_read_any_more(desk: Desk) -> None:
    interview_id = desk.hold(desk.invited().prompt("1").say("Users should keep coming back over months.").end())
    assert score(interview_id, desk.parts, job=1) == 1
    later(desk, events, interview_id)
    with pytest.raises(JournalUnreadable, match="with the version of Viva that wrote it"):
        score(interview_id, desk.parts, job=2)
    (kept,) = desk.parts.reports.versions(interview_id)
    assert kept.body["evidence"]


def test_a_job_that_is_done_over_finds_the_report_that_says_so(desk: Desk) -> None:
    interview_id = desk.hold(desk.invited().prompt("1").end())
    later(desk, events, interview_id)
    assert [score(interview_id, desk.parts, job=1) for _ in range(2)] == [1, 1]
    assert len(desk.parts.reports.versions(interview_id)) == 1


def test_a_spec_of_a_later_viva_leaves_a_report_with_its_name(desk: Desk) -> None:
    interview_id = desk.hold(desk.invited().prompt("1").end())
    later(desk, events, interview_id)
    later(desk, interviews, interview_id)
    assert score(interview_id, desk.parts) == 1
    body = desk.parts.reports.latest(interview_id).body
    assert (body["form"], body["spec"]["name"], body["spec"]["title"]) == ("sections", "small", "A small interview")
    assert (body["sections"], body["grades"], body["evidence"]) == ([], [], {})
    assert body["audience"] == "team", "it may have been an interview whose reports never go to the candidate"
    for shape in ("html", "text"):
        assert UNREAD.format(interview_id) in " ".join(render(body, shape).decode().split())


class Failing(GivenReader):
    """A model's server that goes away after so many answers were read."""

    name = "failing"

    def __init__(self, after: int) -> None:
        super().__init__(lambda *_: 2.0)
        self._left = after

    def read(
        self, question: str, answer: Sequence[str], points: Sequence[str], before: Callable[[], None]
    ) -> list[float | None]:
        if not self._left:
            raise ModelUnavailable("the language model's server failed (APIConnectionError); see `viva doctor`")
        self._left -= 1
        return super().read(question, answer, points, before)


@pytest.mark.parametrize("form", ALL)
def test_a_model_that_fails_midway_leaves_a_report_that_says_so(desk: Desk, form: ReportForm) -> None:
    desk.parts = dataclasses.replace(desk.parts, reader=Failing(after=1))
    call, told = call_of(desk, form), held(SPECS[form])
    call.rest, call.now = told.rest, told.now
    body = scored(desk, call)
    assert any("APIConnectionError" in note for note in body["notes"])


ODD = "does not answer as an OpenAI-compatible one does; check VIVA_LLM_BASE_URL"
NONE_TOLD = "gives no log probabilities; use one that does, such as llama.cpp's"
PAGE = ("text/html", b"<!doctype html><title>Welcome</title><p>It works!</p>")
CUT_OFF = ("application/json", b'{"id": "0", "choices": [{"index": 0, "message": {"role": "assis')
TOP = b'{"choices": [{"index": 0, "logprobs": {"content": [{"token": "Yes", "logprob": -0.1%s}]}}]}'


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [
        (*PAGE, ODD),
        (*CUT_OFF, ODD),
        ("application/json", b"\xff\xfe", ODD),
        ("application/json", b"[]", ODD),
        ("application/json", b'{"error": {"message": "the model is loading"}}', ODD),
        ("application/json", TOP % b', "top_logprobs": [{"token": "Yes", "logprob": 1000}]', ODD),
        ("application/json", TOP % b', "top_logprobs": [{"token": "Yes", "logprob": NaN}]', ODD),
        ("application/json", TOP % b"", NONE_TOLD),
        ("application/json", TOP % b', "top_logprobs": null', NONE_TOLD),
        ("application/json", b'{"choices": []}', NONE_TOLD),
    ],
    ids=["page", "cut-off", "binary", "list", "error", "no-probability", "no-number", "no-top", "null", "no-choice"],
)
def test_a_model_s_server_that_sends_anything_else_midway_leaves_a_report_that_says_so(
    desk: Desk, kind: str, body: bytes, why: str
) -> None:
    with stand_in() as server:
        with_model(desk, server)
        server.instead, server.good = (kind, body), 3
        report = scored(desk, desk.invited().prompt("1").say("Users should keep coming back over months.").end())
    assert len(server.asked) == 4
    assert any(f"the language model's server {why}" in note for note in report["notes"])
    assert {axis["judgement"] for section in report["sections"] for axis in section["axes"]} == {None}


@pytest.mark.parametrize(("kind", "body"), [PAGE, CUT_OFF, ("application/json", b'{"data": [{"name": "it"}]}')])
def test_a_server_that_names_no_model_as_it_should_leaves_a_report_that_says_so(
    desk: Desk, kind: str, body: bytes
) -> None:
    with stand_in() as server:
        with_model(desk, server)
        server.nameless = (kind, body)
        report = scored(desk, desk.invited().prompt("1").say("Users should keep coming back over months.").end())
    assert any(f"the language model's server {ODD}" in note for note in report["notes"])
    assert (report["models"]["llm"], server.asked) == (None, [])


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "The submitted code is empty"),
        (" \n\t\n", "The submitted code is empty"),
        ("\x7fELF\x02\x01\x01\x00\x00" + "\x01\ufffd" * 400, "The submitted code is not plain text"),
    ],
    ids=["empty", "blank", "binary"],
)
def test_code_that_cannot_be_run_is_unscored_with_the_reason(desk: Desk, source: str, why: str) -> None:
    body = scored(desk, desk.invited().prompt("coding").submit(source).end())
    assert (body["coding"]["status"], body["coding"]["tests"], body["coding"]["passed"]) == ("unscored", [], 0)
    assert body["coding"]["reason"].startswith(why)
    by_id = {axis["id"]: axis for section in body["sections"] for axis in section["axes"]}
    for axis in ("correctness", "edge_cases"):
        assert (by_id[axis]["judgement"], by_id[axis]["reason"]) == (None, body["coding"]["reason"])
    assert any(note.startswith(why) for note in body["notes"])
    page = render(body, "html").decode()
    assert "\x00" not in page
    assert "\x7f" not in page
    assert len(json.dumps(body)) < 200_000


def coding_reasons(body: dict[str, Any]) -> set[str]:
    return {axis["reason"] for section in body["sections"] for axis in section["axes"] if section["id"] == "coding"}


STARTER = "def dcg(relevances):\n    pass\n"


@pytest.mark.parametrize("saved", [(), (STARTER,)], ids=["nothing", "starter"])
@pytest.mark.parametrize(
    ("size", "submitted", "why"),
    [
        (5_400_123, True, "The submitted code was 5.4 MB, more than can be kept, so it was not run."),
        (61_234, False, "The code in the editor was 61 kB, more than can be kept, so it was not run."),
    ],
)
def test_code_that_is_too_long_to_be_kept_is_unscored_and_the_report_says_how_long_it_was(
    desk: Desk, saved: tuple[str, ...], size: int, submitted: bool, why: str
) -> None:
    call = desk.invited().prompt("coding")
    with pytest.raises(ValidationError):
        call.submit("x = 1\n" * 900_000)
    for source in saved:
        call.write(source)
    body = scored(desk, call.refuse(size, submitted).end())
    assert body["coding"] is None
    assert coding_reasons(body) == {why}
    assert why in body["notes"]


@needs_bwrap
def test_code_that_was_kept_before_is_run_and_the_report_says_that_it_was_not_the_last(desk: Desk) -> None:
    body = scored(desk, desk.invited().prompt("coding").write(DCG).refuse(5_400_123).end())
    assert (body["coding"]["passed"], body["coding"]["submitted"]) == (5, False)
    assert "The submitted code was 5.4 MB, more than can be kept; what was saved before it was taken." in body["notes"]
    assert not any("never submitted" in note for note in body["notes"])


@needs_bwrap
def test_code_that_became_shorter_is_run_and_nothing_is_said_of_the_longer(desk: Desk) -> None:
    body = scored(desk, desk.invited().prompt("coding").refuse(5_400_123).submit(DCG).end())
    assert (body["coding"]["passed"], body["coding"]["submitted"]) == (5, True)
    assert not any("more than can be kept" in note for note in body["notes"])


@needs_bwrap
def test_a_long_program_that_an_editor_can_hold_is_run(desk: Desk) -> None:
    body = scored(desk, desk.invited().prompt("coding").submit("# so\n" * 9_000 + DCG).end())
    assert (body["coding"]["status"], len(body["coding"]["tests"])) == ("run", 5)


@needs_bwrap
@pytest.mark.skipif(shutil.which("node") is None, reason="needs node: apt-get install nodejs")
def test_pasted_code_with_a_byte_order_mark_and_hard_spaces_is_run(desk: Desk) -> None:
    loop = "relevances.reduce((sum, rel, at) => sum\u00a0+ rel / Math.log2(at + 2), 0)"
    source = f"\ufefffunction\u00a0dcg(relevances) {{\n  return {loop};\n}}\n"
    body = scored(desk, desk.invited().prompt("coding").submit(source, "javascript").end())
    assert (body["coding"]["status"], body["coding"]["passed"]) == ("run", 5)


def test_scoring_again_keeps_the_older_report_in_its_own_form(desk: Desk) -> None:
    call = call_of(desk, "relevancy")
    interview_id = desk.hold(call.prompt("ML_Q1").say("I designed and built the whole pipeline.").end())
    assert [score(interview_id, desk.parts), score(interview_id, desk.parts)] == [1, 2]
    newest, oldest = desk.parts.reports.versions(interview_id)
    assert (oldest.version, oldest.form, oldest.body["version"]) == (1, "relevancy", 1)
    assert newest.body["questions"] == oldest.body["questions"]


def test_a_report_kept_by_an_earlier_viva_is_still_shown(desk: Desk) -> None:
    body = scored(desk, desk.invited().prompt("1").say("Users should keep coming back over months.").end())
    older = {key: part for key, part in body.items() if key not in ("calibration", "role", "grades")}
    for shape in ("html", "text"):
        assert b"Calibration" in render(older, shape)


def test_nothing_is_written_beside_the_report(desk: Desk, tmp_path: Path) -> None:
    scored(desk, desk.invited().prompt("1").say("Users should keep coming back over months.").end())
    kept = {path.name for path in desk.data.rglob("*") if path.is_file()}
    assert kept <= {"viva.db", "viva.db-wal", "viva.db-shm"}
