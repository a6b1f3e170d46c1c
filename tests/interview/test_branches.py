"""Which way an interview takes: facts, verdicts, guiding questions, the candidate's questions, the summary."""

from interview.arrangement import Arrangement, Note
from interview.commands import AskFollowUp, Finish, JudgeAnswer, Say
from interview.events import AnswerJudged, Band, Line, LineStarted
from tests.interview.branching import FORKED
from tests.interview.walk import SPEC, Walk, of, said

LONG = "There is a gap because training error is far below test error."


def basics(level: str = "I am a senior engineer") -> Walk:
    """At the first judged question."""
    walk = Walk(FORKED).open()
    walk.carry_out(walk.hear(level))
    return walk


def judge(
    walk: Walk, answer: str, band: Band, *missing: str, met: tuple[str, ...] = (), flags: tuple[str, ...] = ()
) -> list[str]:
    """The candidate answers, the verdict arrives; what is said then, and it is said."""
    (ask,) = of(walk.hear(answer), JudgeAnswer)
    verdict = AnswerJudged(
        at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band=band, missing=missing,
        met=met, flags=flags,
    )  # fmt: skip
    commands = walk.happen(verdict)
    walk.carry_out(commands)
    return said(commands)


def test_the_role_given_with_the_invite_is_in_the_context() -> None:
    opening = said(Walk(FORKED, arrangement=Arrangement(role="a data engineer")).join())
    assert "We talk about your work as a data engineer." in opening


def test_a_few_words_are_enough_for_a_question_about_the_candidate() -> None:
    assert "Why does a model fail on new data?" in said(Walk(FORKED).open().hear("Staff."))


def test_the_level_that_was_named_chooses_the_questions() -> None:
    assert judge(basics("I am senior"), LONG, "correct")[1] == "What is a seed?"
    assert judge(basics("I am a senior staff engineer"), LONG, "correct")[1] == "What is a canary?"


def test_a_level_given_with_the_invite_wins_over_what_is_said() -> None:
    walk = Walk(FORKED, arrangement=Arrangement(facts={"level": "staff"})).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    assert judge(walk, LONG, "correct")[1] == "What is a canary?"


def test_an_answer_in_a_judged_section_is_judged_by_the_levels_bar_before_anything_is_said() -> None:
    commands = basics("I am staff").hear(LONG)
    (ask,) = of(commands, JudgeAnswer)
    assert (ask.question, ask.answer, ask.bar.correct) == ("fit", LONG, 0.9)
    assert not of(commands, Say)


def test_the_templates_are_said_exactly() -> None:
    assert judge(basics(), LONG, "correct")[0] == "Correct."
    (incomplete,) = judge(basics(), LONG, "incomplete", "penalty")
    assert incomplete == "Correct but incomplete. You haven't addressed penalties. Continue."
    incorrect = judge(basics(), "I would just add more data to it", "incorrect", "gap", "penalty")[0]
    assert incorrect == (
        "Incorrect. More data alone does not show the cause. Correct approach: compare both errors. Next question."
    )


def test_an_incomplete_answer_may_be_completed_once() -> None:
    walk = basics()
    judge(walk, LONG, "incomplete", "penalty", met=("gap",))
    lines = judge(walk, "I do not know more about that one", "incomplete", "penalty", met=("gap",))
    assert lines[-1] == "What is a seed?"
    assert not any(line.startswith(("Correct", "Incorrect", "Moving on")) for line in lines)


def test_a_red_flag_is_told_as_what_was_wrong_with_it() -> None:
    answer = f"{LONG} But I would just add more data."
    lines = judge(basics(), answer, "incorrect", "penalty", met=("gap",), flags=("more_data",))
    assert lines[0] == (
        "Incorrect. More data leaves a penalty out. Correct approach: find the cause first. Next question."
    )


def test_an_error_that_was_not_made_is_never_told() -> None:
    full = judge(basics(), LONG, "incomplete", met=("gap", "penalty"), flags=("more_data",))
    assert not any(line.startswith(("Correct", "Incorrect", "Moving on")) for line in full)
    without_words = judge(basics(), LONG, "incorrect", "penalty", met=("gap",), flags=("unnamed",))
    assert not any(line.startswith(("Correct", "Incorrect", "Moving on")) for line in without_words)


def test_after_five_minutes_an_incomplete_answer_is_left_without_a_word_on_what_a_solution_requires() -> None:
    walk = basics()
    walk.now += 301_000
    lines = judge(walk, LONG, "incomplete", "penalty", met=("gap",))
    assert lines[-1] == "What is a seed?"
    assert not any(line.startswith(("Correct", "Incorrect", "Moving on")) for line in lines)


def test_a_completed_answer_is_judged_with_its_beginning() -> None:
    walk = basics()
    judge(walk, LONG, "incomplete", "penalty")
    (ask,) = of(walk.hear("I would penalize large weights."), JudgeAnswer)
    assert ask.answer == f"{LONG} I would penalize large weights."


def test_a_verdict_that_comes_after_more_words_is_not_said() -> None:
    walk = basics()
    (ask,) = of(walk.hear(LONG), JudgeAnswer)
    walk.hear("And one more thing about it.")
    stale = AnswerJudged(at_ms=walk.now, number=ask.number, section="basics", question="fit", band="incorrect")
    assert walk.happen(stale) == []
    assert not walk.state.judged


def test_without_a_usable_verdict_none_is_said() -> None:
    lines = judge(basics(), LONG, "unclear")
    assert not any(line.startswith(("Correct", "Incorrect", "Moving")) for line in lines)
    assert lines[-1] == "What is a seed?"


def test_a_skipped_question_is_moved_on_from_by_the_template() -> None:
    assert said(basics().hear("let's skip this question"))[0].startswith("Moving on. Solution requires")


def test_an_answer_before_a_skip_is_judged_and_not_passed_over() -> None:
    walk = basics()
    assert judge(walk, f"{LONG} Next question please.", "correct")[0] == "Correct."


def test_who_gives_up_gets_a_guiding_question_once_and_then_moves_on() -> None:
    walk = basics()
    commands = walk.hear("I don't know")
    assert said(commands) == ["What would you look at first?"]
    walk.carry_out(commands)
    assert said(walk.hear("I don't know"))[0].startswith("Moving on.")


def test_silence_gets_the_guiding_question_before_the_interview_moves_on() -> None:
    walk = basics()
    walk.carry_out(walk.fire("nudge"))
    assert said(walk.fire("move_on")) == ["What would you look at first?"]


def test_an_interview_whose_basics_failed_ends_early_with_room_for_questions() -> None:
    walk = basics()
    judge(walk, LONG, "incorrect")
    assert judge(walk, LONG, "incorrect")[-1] == "Technical complete. Questions for me?"


def test_solid_basics_lead_on() -> None:
    walk = basics()
    judge(walk, LONG, "correct")
    assert judge(walk, LONG, "incorrect")[-1] == "How would you run it for years?"


def asking(*notes: Note) -> Walk:
    """Where the candidate may ask."""
    walk = Walk(FORKED, arrangement=Arrangement(notes=notes)).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    judge(walk, LONG, "correct")
    judge(walk, LONG, "correct")
    walk.carry_out(walk.hear("I would watch it closely for years."))
    return walk


def test_the_candidates_question_is_answered_from_the_notes_and_others_are_left_to_recruiting() -> None:
    walk = asking(Note(about=("team",), say="The team has six engineers."))
    assert walk.state.stage == "asking"
    assert said(walk.hear("How big is the team?")) == ["The team has six engineers."]
    assert said(walk.hear("And what does the job pay?")) == ["I have no note on that."]
    assert walk.state.stage == "asking"


def test_no_question_leads_to_the_summary_and_the_closing() -> None:
    lines = said(asking().hear("No, thank you, I have none."))
    assert lines == [
        "No more questions, then.", "You spoke of the gap between errors.", "Left to explore: a penalty on weights.",
        "That was all. Goodbye.",
    ]  # fmt: skip


def test_the_interview_ends_after_the_closing_and_not_between_the_summarys_sentences() -> None:
    walk = asking()
    closing = of(walk.hear("No, thank you, I have none."), Say)
    walk.speak(closing[1].line)
    assert walk.hear("oh that is fair I think") == []
    walk.speak(closing[-1].line)
    assert of(walk.hear("goodbye then"), Finish)[0].reason == "completed"


def test_silence_at_the_end_means_no_questions() -> None:
    assert said(asking().fire("move_on"))[-1] == "That was all. Goodbye."


def test_whoever_takes_over_in_the_middle_of_the_summary_still_reaches_the_closing_line() -> None:
    walk = basics()
    for _ in range(3):
        walk.carry_out(walk.hear("could we skip this one"))
    summary, *_ = [say for say in of(walk.hear("no questions"), Say) if say.line.kind == "closing"]
    walk.happen(LineStarted(at_ms=walk.now, line_id=walk.state.lines, line=summary.line))
    commands = walk.join()
    assert said(commands)[-1] == "That was all. Goodbye."
    walk.carry_out(commands)
    assert of(walk.fire("goodbye"), Finish)


def test_who_wants_to_stop_where_only_their_questions_are_left_gets_the_closing() -> None:
    assert said(asking().hear("Can we stop here?"))[-1] == "That was all. Goodbye."


def test_the_writer_of_follow_ups_is_not_told_the_verdict() -> None:
    sections = [
        section.model_copy(update={"intents": SPEC.sections[0].intents, "follow_ups": 1}) if section.judged else section
        for section in FORKED.sections
    ]
    walk = Walk(FORKED.model_copy(update={"sections": tuple(sections)})).open()
    walk.carry_out(walk.hear("I am a senior engineer"))
    judge(walk, "The two errors differ a lot.", "incomplete", "penalty")
    assert "penalties" in (walk.state.question or Line(text="", kind="prompt")).text
    (ask,) = of(walk.hear("One would hold the coefficients small, I guess."), JudgeAnswer)
    verdict = AnswerJudged(
        at_ms=walk.now, number=ask.number, section=ask.section, question=ask.question, band="correct", missing=()
    )
    (follow_up,) = of(walk.happen(verdict), AskFollowUp)
    assert follow_up.question == "Why does a model fail on new data?"
