"""The same interviewer without audio: what it says, when, and what other people's tools read of it."""

import asyncio
import json
from collections import Counter
from typing import Any, get_args

from agent import judge as judging
from agent.follow_up_prompt import Prompt
from agent.follow_ups import Writer
from agent.judge import Judge
from agent.rehearsal import Rehearsal, SpokenLine, Turn
from interview.arrangement import Arrangement
from interview.conduct import repeats
from interview.events import EVENT, AnswerJudged, CandidateSpoke, FollowUpWritten, LineKind, TimerFired
from interview.folding import fold
from interview.persona import Persona
from interview.spec import Spec
from tests.agent import judged
from tests.agent.fakes import Answer, ModelServer
from tests.interview.material import FOLLOW_UP, ROOT, mle_v1, read, voice
from tests.interview.walk import PERSONA, SPEC

PROMPT = Prompt.model_validate(read(FOLLOW_UP))
JUDGE_PROMPT = judging.Prompt.model_validate(read(ROOT / "prompts" / "judge.yaml"))
ANSWER = "I would begin with what people did last month and keep a part of it aside to compare with."
FIELDS = {"turn", "text", "kind", "section", "intent", "source", "latency_ms", "events"}


def judge_of(spec: Spec) -> Judge:
    """One without a model."""
    return Judge(JUDGE_PROMPT, spec, None, "")


async def rehearsed(
    turns: list[dict[str, Any]], spec: Spec = SPEC, persona: Persona = PERSONA, **options: Any
) -> tuple[list[SpokenLine], Rehearsal]:
    """The lines spoken after these turns, follow-ups authored."""
    rehearsal = Rehearsal(spec, persona, Writer(PROMPT, spec, persona, None, ""), judge_of(spec), **options)
    return await rehearsal.run([Turn.model_validate(turn) for turn in turns]), rehearsal


def told(lines: list[SpokenLine], turn: int) -> list[tuple[str, str]]:
    """Kind and text of the lines after this turn."""
    return [(line.kind, line.text) for line in lines if line.turn == turn]


def whole(spec: Spec) -> list[dict[str, Any]]:
    """Turns enough for a whole interview: every answer different, the code submitted."""
    turns: list[dict[str, Any]] = []
    for section in spec.sections:
        if section.coding:
            turns.append({"submit": "def f(x):\n    return x\n", "language": "python"})
        answers = range(0 if section.coding else section.follow_ups + 1)
        turns += [{"say": f"{ANSWER} That is point {n} of section {section.id}."} for n in answers]
    return turns


async def test_mle_v1_is_held_to_its_end_without_a_model() -> None:
    spec, persona = mle_v1(), voice()
    lines, rehearsal = await rehearsed(whole(spec), spec, persona, candidate="Robin")
    assert rehearsal.over
    assert [line.kind for line in lines[:3]] == ["greeting", "context", "prompt"]
    assert "Robin" in lines[0].text
    prompts = [(line.section, line.text) for line in lines if line.kind == "prompt"]
    assert prompts == [(section.id, section.prompt.aloud) for section in spec.sections]
    assert [line.section for line in lines if line.kind == "pointer"] == ["coding"]
    assert lines[-1].kind == "closing"
    for section in spec.sections:
        follow_ups = [line for line in lines if line.kind == "follow_up" and line.section == section.id]
        assert len(follow_ups) == section.follow_ups
        for line in follow_ups:
            intent = next(intent for intent in section.intents if intent.id == line.intent)
            assert line.text.endswith(intent.variants)


async def test_no_question_is_asked_twice() -> None:
    spec = mle_v1()
    lines, _ = await rehearsed(whole(spec), spec, voice())
    questions = [line.text for line in lines if line.kind in ("prompt", "follow_up")]
    assert Counter(questions).most_common(1)[0][1] == 1
    for place, question in enumerate(questions):
        assert not repeats(question, questions[:place])


async def test_every_line_has_the_agreed_fields_and_values() -> None:
    spec = mle_v1()
    lines, rehearsal = await rehearsed([*whole(spec)[:3], {"say": "Could you repeat that?"}], spec, voice())
    sections = {section.id for section in spec.sections}
    for line in lines:
        assert set(json.loads(line.model_dump_json())) == FIELDS
        assert line.kind in get_args(LineKind)
        assert line.section in sections | {""}
        assert line.source == "authored"
        assert line.latency_ms == 0 or line.kind == "follow_up"
        assert (line.intent != "") == (line.kind == "follow_up")
    assert [line.turn for line in lines] == sorted(line.turn for line in lines)
    # The lines' events, one after another, are the journal; its first one goes without the rules.
    written = [event for line in lines for event in line.events]
    assert not {"spec", "persona"} & set(written[0])
    events = [EVENT.validate_python(event) for event in written[1:]]
    assert events == list(rehearsal.events)[1 : len(written)]
    assert fold(rehearsal.events).lines == len(lines)


async def test_a_model_writes_where_there_is_one() -> None:
    reply = {
        "about": "a part of it aside",
        "question": "Why do you keep a part of last month aside?",
        "intent": "clarify",
    }
    server = ModelServer([reply])
    async with server.client() as client:
        rehearsal = Rehearsal(SPEC, PERSONA, Writer(PROMPT, SPEC, PERSONA, client, "small"), judge_of(SPEC))
        lines = await rehearsal.run([Turn(say=ANSWER)])
    assert (lines[-1].text, lines[-1].source, lines[-1].intent) == (reply["question"], "model", "clarify")


async def test_whatever_the_model_returns_the_interview_goes_on_to_its_end_and_the_journal_says_what_it_was() -> None:
    async def hangs() -> dict[str, str]:
        await asyncio.sleep(60)
        return {}

    novel = "Once upon a time there was a feed. " * 200
    long = {"about": novel, "question": novel, "intent": "clarify"}
    broken: list[Answer] = ["Sure, here it is!", "", json.dumps({"answer": 42}), long, 500, hangs]
    spec, persona = mle_v1(), voice()
    server = ModelServer(broken)
    async with server.client() as client:
        writer = Writer(PROMPT, spec, persona, client, "small")
        rehearsal = Rehearsal(spec, persona, writer, judge_of(spec), model_deadline_s=0.3)
        lines = await rehearsal.run([Turn.model_validate(turn) for turn in whole(spec)])
    written = [event for event in rehearsal.events if isinstance(event, FollowUpWritten)]
    assert (lines[-1].kind, rehearsal.over) == ("closing", True)
    assert {event.source for event in written} == {"authored"}
    assert {event.failure for event in written} == {"ValidationError", "refused", "InternalServerError", "late"}


async def test_a_repeated_question_follows_the_request_for_it() -> None:
    lines, _ = await rehearsed([{"say": "Sorry, could you repeat that?"}])
    assert told(lines, 1) == [("reply", "Again:"), ("reply", "What is success?")]


async def test_a_hint_is_neither_given_nor_counted_as_an_answer() -> None:
    lines, rehearsal = await rehearsed([{"say": "Can you give me a hint?"}])
    assert told(lines, 1) == [("reply", "No hints.")]
    assert fold(rehearsal.events).stage == "listening"


async def test_silence_is_nudged_once_and_then_goes_on() -> None:
    lines, _ = await rehearsed([{"silence_s": 30}, {"silence_s": 20}, {"silence_s": 40}])
    assert told(lines, 1) == [("nudge", "Still there?")]
    assert told(lines, 2) == []
    assert told(lines, 3)[0] == ("acknowledgement", "Let's go on.")
    assert ("prompt", "Write a small function.") in told(lines, 3)


async def test_speech_ends_the_silence() -> None:
    lines, _ = await rehearsed([{"silence_s": 20}, {"say": "Um."}, {"silence_s": 20}])
    assert [line.kind for line in lines if line.turn] == []


async def test_asking_for_a_moment_keeps_the_nudge_away() -> None:
    lines, _ = await rehearsed([{"say": "Give me a moment to think, please."}, {"silence_s": 60}])
    assert told(lines, 1) == [("reply", "Take your time.")]
    assert told(lines, 2) == []


async def test_a_brief_interview_has_one_follow_up_a_section() -> None:
    spec = mle_v1()
    lines, _ = await rehearsed(whole(spec), spec, voice(), brief=True)
    counts = Counter(line.section for line in lines if line.kind == "follow_up")
    assert set(counts.values()) == {1}


async def test_typed_answers_count_like_spoken_ones() -> None:
    spoken, _ = await rehearsed([{"say": ANSWER}])
    typed, _ = await rehearsed([{"type": ANSWER}])
    assert [line.text for line in typed] == [line.text for line in spoken]


async def test_the_interviewer_keeps_quiet_while_the_candidate_codes() -> None:
    answers = [{"say": f"{ANSWER} Point {n}."} for n in range(3)]
    lines, _ = await rehearsed([*answers, {"say": "I will just return the argument I think."}, {"submit": "x"}])
    assert told(lines, 3)[-1] == ("pointer", "The editor is open.")
    assert told(lines, 4) == []
    assert told(lines, 5)[0] == ("acknowledgement", "It arrived.")


async def test_stopping_early_is_confirmed_first() -> None:
    lines, rehearsal = await rehearsed([{"say": "I'd like to stop the interview."}, {"say": "Yes."}, {"say": "Bye."}])
    assert told(lines, 1) == [("reply", "Shall we stop here?")]
    assert told(lines, 2) == [("closing", "We stop here. Goodbye.")]
    assert rehearsal.over


async def test_turns_after_the_end_are_left_over() -> None:
    lines, rehearsal = await rehearsed(
        [{"say": "I'd like to stop the interview."}, {"say": "Yes."}, *[{"say": "Bye."}] * 5]
    )
    assert rehearsal.over
    assert max(line.turn for line in lines) == 2


async def test_a_judged_interview_is_held_to_its_end_with_authored_verdicts() -> None:
    turns = [{"say": judged.GOOD}, {"say": judged.BAD}, {"say": ANSWER}, {"say": ANSWER}, {"say": "Bye."}]
    lines, rehearsal = await rehearsed(turns, judged.SPEC)
    assert told(lines, 1)[0] == ("acknowledgement", "Correct.")
    assert told(lines, 2)[0] == ("acknowledgement", "Incorrect. CANARY error. CANARY approach.")
    bands = [event.band for event in rehearsal.events if isinstance(event, AnswerJudged)]
    assert bands == ["correct", "incorrect"]
    assert lines[-1].kind == "closing"


async def test_an_incomplete_answer_may_be_completed_once() -> None:
    lines, _ = await rehearsed([{"say": judged.HALF}, {"say": judged.GOOD}], judged.SPEC)
    assert told(lines, 1) == [("follow_up", "Correct but incomplete. CANARY gap?")]
    assert told(lines, 2)[0] == ("acknowledgement", "Correct.")


async def test_an_arrangement_is_part_of_how_the_interview_began() -> None:
    arrangement = Arrangement(role="Captain", facts={"level": "staff"}, extra_time=2)
    lines, rehearsal = await rehearsed([{"say": judged.HALF}], judged.SPEC, arrangement=arrangement)
    assert fold(rehearsal.events).arrangement == arrangement
    bars = [event.band for event in rehearsal.events if isinstance(event, AnswerJudged)]
    assert bars == ["incomplete"]
    assert lines


async def test_a_sections_time_that_runs_out_in_a_long_answer_lets_it_end_and_goes_on() -> None:
    first, *others = SPEC.sections
    spec = SPEC.model_copy(update={"sections": (first.model_copy(update={"minutes": 1}), *others)})
    long = "I would look at last month and keep a part aside to compare with. " * 15
    lines, rehearsal = await rehearsed([{"say": long}], spec)
    assert told(lines, 1)[0] == ("warning", "This part is over.")
    assert ("prompt", "Write a small function.") in told(lines, 1)
    (heard,) = [event for event in rehearsal.events if isinstance(event, CandidateSpoke)]
    assert heard.text == long
    assert not any(isinstance(event, TimerFired) and event.timer == "section_time" for event in rehearsal.events)


async def test_a_clock_that_ran_out_while_the_candidate_talked_fires_after_it() -> None:
    answers = [{"say": f"{ANSWER} Point {n}."} for n in range(3)]
    lines, _ = await rehearsed([*answers, {"say": "I am still thinking aloud about this one. " * 220}])
    assert ("warning", "Time is up here.") in told(lines, 4)
