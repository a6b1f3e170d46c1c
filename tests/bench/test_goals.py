"""The one table of all goals: figures of each part beside what was to be reached."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import pauses_picture
from bench.bargein import Result as Barged
from bench.bargein import Tried
from bench.echo import Measured as Echoed
from bench.echo import Result as EchoResult
from bench.figures import Run, Turn
from bench.goals import Row, of_bargein, of_echo, of_noise, of_pauses, of_waiting, table
from bench.listening import Invented
from bench.machine import Machine
from bench.parts import PARTS, Kept, keep
from bench.pauses import Figures, Share
from bench.pauses import Result as Paused
from bench.pipelines import BOTH, STOCK, VIVA, Pipeline
from bench.waiting import Result as Waited
from viva.terminal import out

MACHINE = Machine(cpu="a & b", cores=2, memory_gib=8, system="Linux", python="3.11")


def interview(pipeline: str, latency_ms: int, turns: int = 60) -> Run:
    replies = tuple(Turn(answer=f"Answer {place}", latency_ms=latency_ms + place) for place in range(turns))
    written = {"model, while the candidate spoke": 4, "authored (late)": 1}
    return Run(
        pipeline=pipeline, turns=replies, greetings_ms=(latency_ms,), follow_ups=written, asked=4, taken_up=3,
        load_before=0.1,
    )  # fmt: skip


def waited(ours_ms: int, theirs_ms: int, turns: int = 60) -> Waited:
    runs = (interview(VIVA, ours_ms, turns), interview(STOCK, theirs_ms, 5))
    return Waited(versions={}, models={}, spec="mle-v1", spreads={}, runs=runs)


def paused(cut: int) -> Paused:
    shares = tuple(Share(within_s=s, pauses=100, cut=cut, goal=goal) for s, goal in ((1.0, 0.02), (2.0, 0.05)))
    figures = [
        Figures(pipeline=name, shares=shares, ends=9, missed=0, median_end_ms=450, p95_end_ms=900) for name in BOTH
    ]
    return Paused(load_before=0.1, figures=(figures[0], figures[1]), answers=())


def by_name(rows: list[Row], name: str) -> Row:
    return next(row for row in rows if row.what.startswith(name))


def test_a_fast_reply_that_is_not_six_times_faster_misses_its_goal() -> None:
    assert by_name(of_waiting(waited(500, 3600)), "last word").met
    assert not by_name(of_waiting(waited(500, 1500)), "last word").met
    assert not by_name(of_waiting(waited(900, 9000)), "last word").met


def test_fewer_turns_than_the_goal_is_about_do_not_meet_it() -> None:
    assert not by_name(of_waiting(waited(500, 3600, turns=59)), "last word").met
    over = by_name(of_waiting(waited(500, 3600, turns=59)), "last word").over
    assert over == "59 and 5 turns, ratio of 5 and 5 to the same answers"


def test_the_ratio_is_that_over_the_answers_which_both_got() -> None:
    result = waited(300, 3600)
    viva, stock = result.runs
    slow = tuple(turn.model_copy(update={"latency_ms": 1200}) for turn in viva.turns[:5])
    alike = result.model_copy(update={"runs": (viva.model_copy(update={"turns": slow + viva.turns[5:]}), stock)})
    row = by_name(of_waiting(alike), "last word")
    assert (row.ratio, row.met) == ("3.0 ×", False)
    over = tuple(turn.model_copy(update={"talked_over": True}) for turn in stock.turns[:1]) + stock.turns[1:]
    less = result.model_copy(update={"runs": (viva, stock.model_copy(update={"turns": over}))})
    assert "ratio of 4 and 4" in by_name(of_waiting(less), "last word").over


def test_an_answer_that_got_no_reply_misses_the_goal_and_is_told() -> None:
    result = waited(500, 3600)
    viva, stock = result.runs
    stalled = result.model_copy(update={"runs": (viva.model_copy(update={"unanswered": 1}), stock)})
    row = by_name(of_waiting(stalled), "last word")
    assert not row.met
    assert row.over.endswith("; 1 and 0 unanswered")


def test_follow_ups_that_take_up_the_answer_are_counted_among_those_that_were_asked() -> None:
    row = by_name(of_waiting(waited(500, 3600)), "follow-ups")
    assert (row.viva, row.over, row.met) == ("75%", "4 follow-ups asked", False)


def test_two_cuts_in_a_hundred_pauses_are_within_the_goal_and_three_are_not() -> None:
    assert by_name(of_pauses(paused(2)), "pauses cut into within 1 s").met
    assert not by_name(of_pauses(paused(3)), "pauses cut into within 1 s").met
    assert by_name(of_pauses(paused(3)), "pauses cut into within 2 s").stock == "3.0%"


def test_cut_ins_in_fewer_than_a_hundred_pauses_do_not_meet_the_goal() -> None:
    few = paused(0)
    shares = tuple(share.model_copy(update={"pauses": 99}) for share in few.figures[0].shares)
    figures = tuple(each.model_copy(update={"shares": shares}) for each in few.figures)
    assert not by_name(of_pauses(few.model_copy(update={"figures": figures})), "pauses cut into").met


def test_a_line_stopped_by_a_cough_is_counted_and_one_that_was_held_back_is_not() -> None:
    tried = [Tried(pipeline=VIVA, kind="cough", silent_after_ms=150, stopped=stopped) for stopped in (False, True)]
    spoken = [
        Tried(pipeline=pipeline, kind="speech", silent_after_ms=ms, stopped=True)
        for pipeline, ms in ((VIVA, 240), (STOCK, 600))
    ]
    rows = of_bargein(Barged(load_before=0.1, tried=(*spoken, *tried)))
    assert [(row.viva, row.stock, row.met) for row in rows] == [("240 ms", "600 ms", True), ("1", "0", False)]
    assert rows[1].over == "2 and 0 sounds; silent only for a moment at 1 and 0"


def test_who_speaks_and_does_not_silence_the_interviewer_misses_the_goal() -> None:
    tried = [Tried(pipeline=VIVA, kind="speech", silent_after_ms=240, stopped=stopped) for stopped in (True, False)]
    deaf = Tried(pipeline=STOCK, kind="speech", silent_after_ms=None, stopped=False)
    row = of_bargein(Barged(load_before=0.1, tried=(*tried, deaf)))[0]
    assert (row.over, row.met) == ("1 of 2 and 0 of 1 stopped it", False)


def test_echo_is_judged_by_what_the_guard_lets_through() -> None:
    def level(pipeline: Pipeline, guarded: bool, stopped: int) -> Echoed:
        return Echoed(
            pipeline=pipeline, level_db=-10, guarded=guarded, turns=34, held_back=0, stopped=stopped, words=stopped
        )

    measured = (level(VIVA, True, 0), level(VIVA, False, 9), level(STOCK, False, 5))
    rows = of_echo(EchoResult(load_before=0.1, measured=measured, guard_share_of_a_core=0.02))
    assert [(row.viva, row.stock, row.met) for row in rows] == [("0", "5", True), ("0", "5", True)]
    assert rows[0].over == "34 and 34 lines; without the guard 9 of 34"


def test_silence_that_no_recognizer_got_is_told_to_be_that() -> None:
    row = of_noise(Invented(minutes={"fan": 10.0}, words={"fan": 0}, full_words={"fan": 0}, decodes=0))[0]
    assert row.over == "10 minutes, let through to a recognizer 0 times"


def test_the_table_shows_goal_and_both_pipelines() -> None:
    with out.capture() as shown:
        out.print(table(of_waiting(waited(500, 3600))))
    assert all(text in shown.get() for text in ("≤ 600 ms", "530 ms", "3602 ms", "7.2 ×"))


@pytest.mark.parametrize(("name", "result"), [("latency", waited(500, 3600)), ("pauses", paused(2))])
def test_a_part_is_read_again_from_its_file_and_drawn(tmp_path: Path, name: str, result: Waited | Paused) -> None:
    kept = Kept(
        date="2026-01-01T00:00:00+00:00", machine=MACHINE, load_before=0.1, took_s=1, result=result.model_dump()
    )
    figures, picture = keep(name, kept, tmp_path, tmp_path)
    again = Kept.model_validate_json(figures.read_text(encoding="utf-8"))
    assert PARTS[name].model.model_validate(again.result) == result
    ElementTree.fromstring(picture.read_text(encoding="utf-8"))


def test_the_picture_of_pauses_has_a_bar_for_each_pipeline_and_length() -> None:
    drawn = ElementTree.fromstring(pauses_picture.draw(paused(2), MACHINE, "2026-01-01"))
    bars = [path for path in drawn.findall("{http://www.w3.org/2000/svg}path") if path.get("fill")]
    assert len(bars) == 4
