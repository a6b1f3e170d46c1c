"""The engine as synchronous walks: what is said and done after each happening."""

import pytest

from interview import asking
from interview.commands import AskFollowUp, CloseEditor, Finish, Forget, OpenEditor, SetTimer, ShowContext
from interview.engine import TABLE, UnexpectedEvent, decide
from interview.events import (
    SILENCE_TIMERS,
    CandidateDropped,
    CandidateLeft,
    CandidateReturned,
    CandidateSpoke,
    CandidateTyped,
    CodeChanged,
    CodeSubmitted,
    Ended,
    FollowUpWritten,
    HoldSet,
    Line,
    LineStarted,
)
from interview.state import State
from interview.turn import Turn
from tests.interview.walk import PERSONA, SPEC, Walk, of, said


def test_opening_greets_by_name_says_the_context_and_asks_the_first_prompt() -> None:
    commands = Walk(candidate="Ada").join()
    assert said(commands) == ["Hello Ada.", "We rank a feed.", "What is success?"]
    assert of(commands, ShowContext)


def test_opening_without_a_name_uses_the_unnamed_greeting() -> None:
    assert said(Walk().join())[0] == "Hello."


def test_words_during_the_opening_do_not_answer_the_first_question() -> None:
    walk = Walk()
    lines = walk.join()
    walk.speak(lines[0].line)  # type: ignore[union-attr]  # the greeting
    assert walk.hear("hello there, nice to meet you today") == []
    assert walk.state.stage == "opening"


def test_an_answer_asks_for_a_follow_up_with_unused_intents_and_the_candidates_words() -> None:
    (ask,) = of(Walk().open().hear("I would measure retention."), AskFollowUp)
    assert (ask.section, ask.intents) == ("1", ("clarify", "trade"))
    assert (ask.question, ask.answer) == ("What is success?", "I would measure retention.")


def test_no_intent_comes_twice_while_another_is_unused() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I would measure retention."))
    (ask,) = of(walk.hear("Because it lasts for years."), AskFollowUp)
    assert ask.intents == ("trade",)


def test_more_words_before_the_follow_up_forget_it_and_ask_anew_with_all_of_the_answer() -> None:
    walk = Walk().open()
    walk.hear("I would measure retention.")
    commands = walk.hear("And surveys of people.")
    assert isinstance(commands[0], Forget)
    assert of(commands, AskFollowUp)[0].answer == "I would measure retention. And surveys of people."


def test_used_up_follow_ups_lead_to_the_next_section() -> None:
    walk = Walk().open()
    for _ in range(2):
        walk.carry_out(walk.hear("I would measure retention."))
    assert said(walk.hear("That is all of it."))[1:] == ["Write a small function.", "The editor is open."]


def test_a_brief_interview_asks_one_follow_up_a_section() -> None:
    walk = Walk(brief=True).open()
    walk.carry_out(walk.hear("I would measure retention."))
    assert not of(walk.hear("That is all of it."), AskFollowUp)


def test_a_section_out_of_time_gets_no_further_follow_up() -> None:
    walk = Walk().open()
    walk.now += int(SPEC.sections[0].minutes * 60_000)
    assert "Write a small function." in said(walk.hear("I would measure retention."))


def test_an_interview_out_of_time_goes_to_its_closing() -> None:
    walk = Walk().open()
    walk.now += int(SPEC.minutes * 60_000)
    assert said(walk.hear("I would measure retention.")) == ["The time is over.", "That was all. Goodbye."]


def test_repeat_says_the_question_again_and_leaves_it_open() -> None:
    walk = Walk().open()
    assert said(walk.hear("could you repeat that please")) == ["Again:", "What is success?"]
    assert walk.state.stage == "listening"


def test_hint_is_refused_neutrally_and_leaves_the_question_open() -> None:
    walk = Walk().open()
    assert said(walk.hear("can you give me a hint")) == ["No hints."]
    assert walk.state.stage == "listening"


def test_fillers_alone_are_no_answer() -> None:
    walk = Walk().open()
    assert said(walk.hear("um, okay")) == []
    assert walk.state.stage == "listening"


def test_skip_goes_to_the_next_section() -> None:
    assert said(Walk().open().hear("I'd like to skip this question")) == [
        "We leave it.",
        "Write a small function.",
        "The editor is open.",
    ]


def test_a_skip_while_the_follow_up_is_made_leaves_the_question_too() -> None:
    walk = Walk().open()
    walk.hear("I would measure retention.")
    assert said(walk.hear("let's skip this one"))[:2] == ["We leave it.", "Write a small function."]


def test_an_answer_that_ends_with_the_wish_to_go_on_gets_no_follow_up() -> None:
    walk = Walk().open()
    commands = walk.hear("I would measure retention over a month. Next question please.")
    assert not of(commands, AskFollowUp)
    assert said(commands)[1] == "Write a small function."


def test_asking_to_stop_is_confirmed_before_it_ends_the_interview() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I want to stop the interview"))
    assert walk.state.confirming_end
    walk.carry_out(walk.hear("yes please"))
    assert walk.state.stage == "closing"
    assert of(walk.fire("goodbye"), Finish)[0].reason == "stopped"


def test_an_answer_instead_of_the_confirmation_goes_on_with_the_interview() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I want to stop the interview"))
    assert of(walk.hear("Actually, I would measure retention first."), AskFollowUp)


def test_a_slow_follow_up_is_bridged_and_a_ready_one_is_not() -> None:
    walk = Walk().open()
    assert "thinking" in {t.timer for t in of(walk.hear("I would measure retention."), SetTimer)}
    assert said(walk.fire("thinking")) == ["One moment."]
    written = FollowUpWritten(at_ms=1, section="1", intent="trade", question="What does that cost?", source="model")
    assert said(walk.happen(written)) == ["What does that cost?"]


def follow_up(question: str, number: int | None) -> FollowUpWritten:
    return FollowUpWritten(at_ms=1, section="1", intent="trade", question=question, source="model", number=number)


def test_a_typed_answer_that_lands_before_the_follow_up_is_followed_up_once() -> None:
    walk = Walk().open()
    (early,) = of(walk.hear("I would measure retention."), AskFollowUp)
    (late,) = of(walk.happen(CandidateTyped(at_ms=5, text="And surveys.")), AskFollowUp)
    assert walk.happen(follow_up("To less than all of it?", early.number)) == []
    assert said(walk.happen(follow_up("To all of it?", late.number))) == ["To all of it?"]


def test_of_two_follow_ups_to_one_answer_only_the_first_is_said() -> None:
    walk = Walk().open()
    walk.hear("I would measure retention.")
    walk.happen(CandidateDropped(at_ms=2))
    (again,) = of(walk.happen(CandidateReturned(at_ms=3)), AskFollowUp)
    assert said(walk.happen(follow_up("The one before?", again.number))) == ["The one before?"]
    assert walk.happen(follow_up("The one after?", again.number)) == []
    assert walk.state.written is not None
    assert walk.state.written.question == "The one before?"


def test_a_follow_up_without_a_number_belongs_to_the_open_answer() -> None:
    walk = Walk().open()
    walk.hear("I would measure retention.")
    assert said(walk.happen(follow_up("From an older journal?", None))) == ["From an older journal?"]


def test_a_follow_up_that_comes_too_late_is_not_said() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I'd like to skip this question"))
    written = FollowUpWritten(at_ms=1, section="1", intent="trade", question="What does that cost?", source="model")
    assert walk.happen(written) == []
    assert walk.state.written is None


def test_silence_is_nudged_once_and_then_goes_on() -> None:
    walk = Walk().open()
    nudge = walk.fire("nudge")
    assert said(nudge) == ["Still there?"]
    assert {t.timer for t in of(walk.carry_out(nudge), SetTimer)} == {"move_on"}
    assert said(walk.fire("move_on"))[:2] == ["Let's go on.", "Write a small function."]


def test_hold_waits_and_ends_with_the_next_words() -> None:
    walk = Walk().open()
    commands = walk.hear("give me a moment")
    assert said(commands) == ["Take your time."]
    assert "hold" in {t.timer for t in of(commands, SetTimer)}
    assert {t.timer for t in of(walk.carry_out(commands), SetTimer)} == {"hold"}
    assert walk.fire("nudge") == []
    assert of(walk.hear("I would measure retention."), AskFollowUp)
    assert not walk.state.hold


def test_hold_by_the_button_stops_the_nudge_until_it_is_released() -> None:
    walk = Walk().open()
    assert "hold" in {t.timer for t in of(walk.happen(HoldSet(at_ms=1, on=True)), SetTimer)}
    assert "nudge" in {t.timer for t in of(walk.happen(HoldSet(at_ms=2, on=False)), SetTimer)}


def test_a_typed_answer_counts_like_a_spoken_one() -> None:
    walk = Walk().open()
    (ask,) = of(walk.happen(CandidateTyped(at_ms=5, text="I would measure retention.")), AskFollowUp)
    assert ask.answer == "I would measure retention."


def test_the_editor_opens_with_the_spoken_prompt_and_the_timers_start() -> None:
    walk = Walk().open()
    commands = []
    for _ in range(3):
        commands = walk.hear("I would measure retention.")
        after = walk.carry_out(commands)
    assert of(commands, OpenEditor)
    assert {"code_time", "code_warning"} <= {t.timer for t in of(after, SetTimer)}
    assert (walk.state.stage, walk.state.editor_open) == ("coding", True)


def test_thinking_aloud_while_coding_gets_no_reply_but_a_request_does() -> None:
    walk = Walk().to_coding()
    assert walk.hear("so I loop over the list and add them up") == []
    assert said(walk.hear("can you give me a hint")) == ["No hints."]
    assert walk.state.stage == "coding"


def test_submitted_code_closes_the_editor_and_goes_on() -> None:
    walk = Walk().to_coding()
    commands = walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source="def f(x): return x"))
    assert of(commands, CloseEditor)
    assert said(commands) == ["It arrived.", "What next?"]
    assert walk.state.code is not None
    assert walk.state.code.submitted


def test_code_time_warns_and_then_goes_on_with_what_is_in_the_editor() -> None:
    walk = Walk().to_coding()
    walk.happen(CodeChanged(at_ms=walk.now, language="python", source="def f(x): ..."))
    assert said(walk.fire("code_warning")) == ["2 minutes left."]
    assert said(walk.fire("code_time")) == ["Time is up here.", "What next?"]
    assert walk.state.code is not None
    assert not walk.state.code.submitted


def test_code_is_only_taken_while_the_editor_is_open() -> None:
    walk = Walk().open()
    walk.happen(CodeSubmitted(at_ms=1, language="python", source="x"))
    assert (walk.state.stage, walk.state.code) == ("listening", None)


def test_the_last_answer_closes_and_a_goodbye_finishes() -> None:
    walk = Walk().to_coding()
    walk.carry_out(walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source="def f(x): return x")))
    closing = walk.hear("I would improve the labels.")
    assert said(closing) == ["That was all. Goodbye."]
    walk.carry_out(closing)
    (finish,) = of(walk.hear("Thank you, goodbye."), Finish)
    assert finish.reason == "completed"


def test_an_interviewer_that_takes_over_says_so_and_repeats_the_open_question() -> None:
    assert said(Walk().open().join()) == ["Back again.", "What is success?"]


def test_an_interviewer_that_takes_over_owes_the_reply_to_words_that_were_kept() -> None:
    walk = Walk().open()
    walk.hear("I would measure retention.")
    commands = walk.join()
    assert said(commands) == ["Back again."]
    assert of(commands, AskFollowUp)[0].answer == "I would measure retention."


def test_an_interviewer_that_takes_over_while_coding_opens_the_editor_with_the_time_that_is_left() -> None:
    walk = Walk().to_coding()
    opened = walk.state.editor_opened_ms or 0
    walk.now = opened + 300_000
    walk.happen(CodeChanged(at_ms=walk.now, language="python", source="def f(x):"))
    walk.now += 60_000  # nobody was there to talk to: not charged
    timers = {t.timer: t.after_ms for t in of(walk.join(), SetTimer)}
    assert (timers["code_time"], timers["code_warning"]) == (300_000, 180_000)


def test_a_broken_connection_waits_and_a_return_repeats_the_question() -> None:
    walk = Walk().open()
    assert "absent" in {t.timer for t in of(walk.happen(CandidateDropped(at_ms=1)), SetTimer)}
    assert said(walk.happen(CandidateReturned(at_ms=2))) == ["Back again.", "What is success?"]


def test_a_candidate_who_does_not_return_ends_the_interview_as_absent() -> None:
    walk = Walk().open()
    walk.happen(CandidateDropped(at_ms=1))
    assert of(walk.fire("absent"), Finish)[0].reason == "absent"


def test_leaving_finishes_at_once() -> None:
    assert of(Walk().open().happen(CandidateLeft(at_ms=1)), Finish)[0].reason == "left"


def test_nothing_happens_after_the_end() -> None:
    walk = Walk().open()
    walk.happen(Ended(at_ms=1, reason="left"))
    assert walk.hear("hello") == []
    assert walk.state.stage == "ended"


def test_a_missing_cell_raises() -> None:
    event = LineStarted(at_ms=0, line_id=0, line=Line(text="Hello.", kind="greeting"))
    object.__setattr__(event, "type", "unheard_of")
    with pytest.raises(UnexpectedEvent, match="no rule for 'unheard_of' in stage 'waiting'"):
        decide(SPEC, PERSONA, State(), event)


def test_every_stage_has_a_rule_for_every_event_that_can_occur_in_it() -> None:
    from interview.events import EVENT

    names = set(EVENT.json_schema()["discriminator"]["mapping"])
    for stage, rules in TABLE.items():
        assert names - set(rules) <= {"ended"}, stage


def test_a_hold_asked_for_while_the_next_question_is_made_ends_by_itself() -> None:
    walk = Walk().open()
    commands = walk.hear("I would measure retention.")
    walk.happen(HoldSet(at_ms=walk.now, on=True))
    assert {t.timer for t in of(walk.carry_out(commands), SetTimer)} == {"hold"}
    assert said(walk.fire("hold")) == ["Shall we go on?"]


def test_a_filler_after_the_nudge_brings_no_second_nudge() -> None:
    walk = Walk().open()
    walk.carry_out(walk.fire("nudge"))
    silence = {t.timer for t in of(walk.hear("um"), SetTimer)} & set(SILENCE_TIMERS)
    assert silence == {"move_on"}


def test_no_silence_is_counted_against_a_candidate_who_is_away() -> None:
    walk = Walk().open()
    nudge = walk.fire("nudge")
    walk.happen(CandidateDropped(at_ms=walk.now))
    assert walk.carry_out(nudge) == []


def test_whoever_comes_back_hears_nothing_twice() -> None:
    walk = Walk()
    opening = walk.join()
    walk.happen(CandidateDropped(at_ms=walk.now))
    back = walk.happen(CandidateReturned(at_ms=walk.now))
    assert of(back, Forget), "the opening that still waits would be said once more"
    assert said(back)[-1] == said(opening)[-1]
    walk = Walk().open()
    walk.hear("I would measure retention.")
    walk.happen(CandidateDropped(at_ms=walk.now))
    assert of(walk.happen(CandidateReturned(at_ms=walk.now)), Forget), "two follow-ups would be written"


def test_a_confirmed_end_is_not_forgotten_when_another_interviewer_takes_over() -> None:
    walk = Walk().open()
    walk.carry_out(walk.hear("I want to stop the interview"))
    walk.happen(CandidateSpoke(at_ms=walk.now, text="yes", started_ms=walk.now, ended_ms=walk.now))
    assert said(walk.join()) == ["We stop here. Goodbye."]


def test_an_interviewer_who_takes_over_nudges_a_candidate_whose_return_nobody_saw() -> None:
    walk = Walk().open()
    walk.happen(CandidateDropped(at_ms=walk.now))
    walk.carry_out(walk.join())
    assert said(walk.fire("nudge")) == ["Still there?"]


def test_code_and_the_end_of_its_time_together_bring_the_next_prompt_once() -> None:
    walk = Walk().to_coding()
    walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source="def f(x): return x"))
    assert walk.fire("code_time") == []
    walk = Walk().to_coding()
    walk.fire("code_time")
    late = walk.happen(CodeSubmitted(at_ms=walk.now, language="python", source="def f(x): return x"))
    assert of(late, Forget)


def test_an_answer_that_comes_as_the_silence_runs_out_is_not_passed_over() -> None:
    walk = Walk().open()
    walk.carry_out(walk.fire("nudge"))
    walk.happen(CandidateTyped(at_ms=walk.now, text="I would measure retention."))
    assert walk.fire("move_on") == []


def test_the_closing_says_the_name_where_one_is_known() -> None:
    persona = PERSONA.model_copy(update={"closing": ("Thanks, {name}! Goodbye.",)})
    for name, words in (("Ana", "Thanks, Ana! Goodbye."), ("", "Thanks! Goodbye.")):
        walk = Walk(candidate=name).open()
        assert said(asking.close(Turn(SPEC, persona, walk.state)))[-1] == words
