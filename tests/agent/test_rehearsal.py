"""The same interviewer without audio: what it says, when, and what other people's tools read of it."""

import json
from collections import Counter
from typing import Any, get_args

import pytest

from agent.errors import RehearsalError
from agent.follow_ups import Prompt, Writer
from agent.rehearsal import Rehearsal, SpokenLine, Turn, parse_turns
from interview.conduct import repeats
from interview.events import EVENT, LineKind
from interview.persona import Persona
from interview.spec import Spec
from interview.state import fold
from tests.agent.fakes import ModelServer
from tests.interview.material import FOLLOW_UP, mle_v1, read, voice
from tests.interview.walk import PERSONA, SPEC

PROMPT = Prompt.model_validate(read(FOLLOW_UP))
ANSWER = "I would begin with what people did last month and keep a part of it aside to compare with."
FIELDS = {"turn", "text", "kind", "section", "intent", "source", "latency_ms", "events"}


async def rehearsed(
    turns: list[dict[str, Any]], spec: Spec = SPEC, persona: Persona = PERSONA, **options: Any
) -> tuple[list[SpokenLine], Rehearsal]:
    """The lines spoken after these turns, follow-ups authored."""
    rehearsal = Rehearsal(spec, persona, Writer(PROMPT, spec, persona, None, ""), **options)
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
            assert line.text in intent.variants


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
        rehearsal = Rehearsal(SPEC, PERSONA, Writer(PROMPT, SPEC, PERSONA, client, "small"))
        lines = await rehearsal.run([Turn(say=ANSWER)])
    assert (lines[-1].text, lines[-1].source, lines[-1].intent) == (reply["question"], "model", "clarify")


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


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([{"say": "a"}, {"shout": "b"}], "1.shout"),
        ([{"say": "a", "type": "b"}], "0"),
        ([{}], "0"),
        ([{"submit": "x", "language": "cobol"}], "0.language"),
        ({"say": "a"}, "the file"),
    ],
)
def test_a_broken_answers_file_is_told_with_its_place_and_what_was_expected(data: Any, place: str) -> None:
    with pytest.raises(RehearsalError, match=rf"^answers.yaml: {place}: .*expected a list of turns"):
        parse_turns(data, "answers.yaml")
