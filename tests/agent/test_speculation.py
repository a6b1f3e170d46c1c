"""The follow-up that is written ahead is used where it still fits, and forgotten where it does not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from agent import judge as judging
from agent.follow_up_prompt import Prompt
from agent.follow_ups import Writer
from agent.judge import Judge
from agent.speculation import FIRST_WORDS, Speculation, foresee
from interview.commands import AskFollowUp, JudgeAnswer
from interview.events import CandidateSpoke, Line, LineEnded, LineStarted, TurnEnded
from interview.folding import apply
from interview.state import State
from tests.agent import judged
from tests.agent.fakes import Answer, ModelServer
from tests.interview.material import FOLLOW_UP, ROOT, mle_v1, read, voice
from tests.interview.walk import Walk

PROMPT = Prompt.model_validate(read(FOLLOW_UP))
JUDGE_PROMPT = judging.Prompt.model_validate(read(ROOT / "prompts" / "judge.yaml"))
SPEC, PERSONA = mle_v1(), voice()
SECTION = SPEC.section("1")
HALF = "I would watch how many people come back after four weeks and say that success"
WHOLE = f"{HALF} is when they do that"
DRAFT = {
    "about": "come back after four weeks",
    "question": "Why do you watch whether people come back after four weeks?",
    "intent": SECTION.intents[0].id,
}


def asked(section: str = "1") -> State:
    """A section's prompt was just asked."""
    prompt = Line(text=SPEC.section(section).prompt.aloud, kind="prompt", section=section)
    state = apply(State(stage="opening"), LineStarted(at_ms=1000, line_id=0, line=prompt))
    return apply(state, LineEnded(at_ms=2000, line_id=0))


def ask_after(state: State, text: str) -> AskFollowUp:
    """What the engine asks for once the turn with this text is over."""
    ask = foresee(SPEC, PERSONA, state, text)
    assert isinstance(ask, AskFollowUp)
    return ask


@dataclass
class Desk:
    """A speculation, the state it sees, and what it had prepared."""

    server: ModelServer
    state: State
    prepared: list[str] = field(default_factory=list)
    speculation: Speculation = None  # type: ignore[assignment]  # set in `desk`, which needs this object first

    @property
    def drafts(self) -> list[dict[str, Any]]:
        """The requests that wanted a question written; those that only have the model read ahead want one token."""
        return [request for request in self.server.requests if request["max_tokens"] > 1]

    async def drafted(self, question: str = DRAFT["question"], times: int = 1) -> None:
        """Waits until the model's question has come so many times."""
        async with asyncio.timeout(5):
            while self.prepared.count(question) < times:
                await asyncio.sleep(0.005)


@asynccontextmanager
async def desk(*answers: Answer) -> AsyncIterator[Desk]:
    server = ModelServer(list(answers) or [DRAFT])
    async with server.client() as client:
        at_work = Desk(server, asked())
        writer = Writer(PROMPT, SPEC, PERSONA, client, "small")
        judge = Judge(JUDGE_PROMPT, SPEC, client, "small")
        at_work.speculation = Speculation(SPEC, PERSONA, writer, judge, lambda: at_work.state, at_work.prepared.append)
        yield at_work
        at_work.speculation.forget()


def test_what_is_foreseen_is_what_the_engine_then_asks() -> None:
    walk = Walk().open()
    foreseen = foresee(walk.spec, PERSONA, walk.state, "I would measure retention")
    (ask,) = [command for command in walk.hear("I would measure retention") if isinstance(command, AskFollowUp)]
    assert foreseen == ask


def test_words_of_the_turn_that_are_final_already_are_not_counted_twice() -> None:
    state = asked()
    so_far = apply(state, CandidateSpoke(at_ms=3000, text=HALF, started_ms=2500, ended_ms=3000))
    assert ask_after(so_far, WHOLE) == ask_after(state, WHOLE)
    assert ask_after(so_far, WHOLE).answer == WHOLE


@pytest.mark.parametrize("text", ["um okay", "could you repeat the question please", "can we skip this question"])
def test_nothing_is_foreseen_where_no_follow_up_comes(text: str) -> None:
    assert foresee(SPEC, PERSONA, asked(), text) is None


def test_nothing_is_foreseen_while_coding() -> None:
    walk = Walk().to_coding()
    assert foresee(walk.spec, PERSONA, walk.state, "I think I would simply return the argument here") is None


async def test_a_draft_that_still_fits_is_used_and_marked() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        taken = at_work.speculation.take(ask_after(at_work.state, WHOLE))
        assert (taken.question, taken.speculative, taken.source) == (DRAFT["question"], True, "model")


async def test_a_draft_that_is_used_follows_up_the_answer_it_is_used_for() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        ask = ask_after(at_work.state, WHOLE)
        ask = ask.model_copy(update={"number": ask.number + 1})
        taken = at_work.speculation.take(ask)
        assert taken.number == ask.number


async def test_a_question_has_the_model_read_up_to_the_answer_while_it_is_still_asked() -> None:
    async with desk() as at_work:
        at_work.speculation.expect()
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        ahead, draft = (request["messages"][-1]["content"] for request in at_work.server.requests)
        assert draft.startswith(ahead.removesuffix(">>>"))
        assert ahead.endswith("<<<>>>")


async def test_a_draft_that_stands_ready_is_not_kept_waiting_by_a_newer_one() -> None:
    answers = iter([0.0, 0.0, 60.0])

    async def slower() -> dict[str, str]:
        await asyncio.sleep(next(answers))
        return DRAFT

    async with desk(slower) as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        at_work.speculation.hear(f"{HALF} {HALF}")
        assert at_work.speculation.take(ask_after(at_work.state, f"{HALF} {HALF}")).speculative


async def test_a_question_about_the_beginning_stands_by_with_its_sound_as_long_as_the_model_has_none() -> None:
    async def hangs() -> dict[str, str]:
        await asyncio.sleep(60)
        return DRAFT

    async with desk(hangs) as at_work:
        at_work.speculation.hear(HALF)
        standing_by = list(at_work.prepared)
        at_work.speculation.hear(WHOLE, paused=True)
        taken = at_work.speculation.take(ask_after(at_work.state, WHOLE))
        assert (taken.source, taken.step, taken.speculative) == ("authored", "rewritten", False)
        assert [taken.question] == standing_by == at_work.prepared


async def test_what_stands_by_gives_way_to_the_models_question() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        assert at_work.prepared
        await at_work.drafted()
        assert at_work.speculation.take(ask_after(at_work.state, WHOLE)).source == "model"


async def test_what_stands_by_is_made_anew_when_it_no_longer_fits() -> None:
    async with desk(500) as at_work:
        at_work.speculation.hear(HALF)
        at_work.speculation.hear(f"{WHOLE} {'and then I would look at something quite different for a while ' * 6}")
        assert len(at_work.prepared) == 2


async def test_a_draft_on_the_beginning_of_a_long_answer_is_not_used() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        much_more = f"{WHOLE} {'and then I would look at something quite different for a while ' * 6}"
        assert not at_work.speculation.take(ask_after(at_work.state, much_more)).speculative


async def test_an_answer_that_grows_gets_a_new_draft() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        at_work.speculation.hear(f"{HALF} is")
        await asyncio.sleep(0.05)
        assert len(at_work.drafts) == 1
        at_work.speculation.hear(f"{HALF} {HALF}")
        await at_work.drafted(times=2)
        assert len(at_work.drafts) == 2


async def test_a_few_words_are_too_little_to_write_on() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(" ".join(WHOLE.split()[: FIRST_WORDS - 1]))
        await asyncio.sleep(0.05)
        assert at_work.drafts == []


async def test_a_draft_does_not_outlive_its_question() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        old = ask_after(at_work.state, WHOLE)
        at_work.state = asked("2")
        at_work.speculation.hear("hm")
        assert not at_work.speculation.take(old).speculative


async def test_a_draft_for_another_question_is_not_used() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        at_work.state = asked("2")
        assert not at_work.speculation.take(ask_after(at_work.state, WHOLE)).speculative


async def test_a_draft_that_failed_is_no_draft() -> None:
    async with desk(500) as at_work:
        at_work.speculation.hear(HALF)
        async with asyncio.timeout(5):
            while not at_work.drafts:
                await asyncio.sleep(0.005)
        assert not at_work.speculation.take(ask_after(at_work.state, WHOLE)).speculative


async def test_a_draft_is_taken_once() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        ask = ask_after(at_work.state, WHOLE)
        assert at_work.speculation.take(ask).speculative
        assert not at_work.speculation.take(ask).speculative


async def test_a_draft_fits_although_another_intent_has_come_first() -> None:
    async with desk() as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted()
        ask = ask_after(at_work.state, WHOLE)
        turned = ask.model_copy(update={"intents": (ask.intents[1], ask.intents[0], *ask.intents[2:])})
        assert at_work.speculation.take(turned).speculative


@asynccontextmanager
async def bench(*answers: Answer) -> AsyncIterator[tuple[Speculation, ModelServer, State]]:
    """A speculation in an interview that tells verdicts, at its first question."""
    server = ModelServer(list(answers))
    prompt = Line(text="When does a model fit too closely?", kind="prompt", section="basics", question="fit")
    state = apply(State(stage="opening"), LineStarted(at_ms=1000, line_id=0, line=prompt))
    async with server.client() as client:
        writer = Writer(PROMPT, judged.SPEC, PERSONA, client, "small")
        judge = Judge(JUDGE_PROMPT, judged.SPEC, client, "small")
        yield Speculation(judged.SPEC, PERSONA, writer, judge, lambda: state, lambda _: None), server, state


def to_judge(state: State, text: str) -> JudgeAnswer:
    ask = foresee(judged.SPEC, PERSONA, state, text)
    assert isinstance(ask, JudgeAnswer)
    return ask


async def until_asked(server: ModelServer, count: int) -> None:
    async with asyncio.timeout(10):
        while len(server.requests) < count:
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)


async def test_an_answer_is_judged_in_the_pause_that_may_be_its_end() -> None:
    async with bench(0.9) as (speculation, server, state):
        speculation.hear(judged.GOOD, paused=True)
        await until_asked(server, 3)  # one for each point
        leanings = speculation.take_leanings(to_judge(state, judged.GOOD))
        assert leanings == pytest.approx(dict.fromkeys(["canary_gap", "canary_noise", "canary_flag"], 0.9))


async def test_what_is_known_of_another_answer_is_not_used() -> None:
    async with bench(0.9) as (speculation, server, state):
        speculation.hear(judged.GOOD, paused=True)
        await until_asked(server, 3)
        assert speculation.take_leanings(to_judge(state, f"{judged.GOOD} And more.")) == {}


async def test_an_answer_that_is_to_be_judged_is_read_while_it_is_spoken() -> None:
    async with bench(0.9) as (speculation, server, _):
        speculation.hear(judged.GOOD)
        await until_asked(server, 1)
        assert judged.GOOD in server.sent
        assert "Point:" not in server.sent
        speculation.forget()


async def test_a_judge_that_fails_ahead_leaves_the_verdict_to_later() -> None:
    async with bench(500) as (speculation, server, state):
        speculation.hear(judged.GOOD, paused=True)
        await until_asked(server, 1)
        assert speculation.take_leanings(to_judge(state, judged.GOOD)) == {}


def test_foreseeing_leaves_the_state_alone() -> None:
    state = asked()
    before = state.model_copy(deep=True)
    foresee(SPEC, PERSONA, state, WHOLE)
    assert state == before
    assert apply(state, TurnEnded(at_ms=9000)).stage == "listening"


async def test_nothing_is_under_way_after_the_close_and_nothing_begins() -> None:
    async def hang() -> None:
        await asyncio.sleep(60)

    async with desk(hang) as at_work, asyncio.timeout(5):
        before = asyncio.all_tasks()
        at_work.speculation.hear(WHOLE)
        begun = asyncio.all_tasks() - before
        while not at_work.server.requests:
            await asyncio.sleep(0.005)
        await at_work.speculation.close()
        assert begun
        assert all(task.done() for task in begun)
        running = asyncio.all_tasks()
        at_work.speculation.hear(f"{WHOLE} and so on and on, and then some more of it until the sentence ends")
        assert asyncio.all_tasks() == running


async def test_a_draft_whose_question_was_answered_since_is_not_used() -> None:
    about_counting = {**DRAFT, "question": "How would you count the people who come back after four weeks?"}
    async with desk(about_counting) as at_work:
        at_work.speculation.hear(HALF)
        await at_work.drafted(about_counting["question"])
        since = f"{WHOLE} and we count them every Monday"
        assert not at_work.speculation.take(ask_after(at_work.state, since)).speculative


async def test_in_a_pause_without_a_draft_the_question_that_needs_none_is_made_ready() -> None:
    async def hangs() -> dict[str, str]:
        await asyncio.sleep(60)
        return DRAFT

    async with desk(hangs) as at_work:
        at_work.speculation.hear(WHOLE, paused=True)
        taken = at_work.speculation.take(ask_after(at_work.state, WHOLE))
        assert (taken.source, taken.step, taken.failure) == ("authored", "rewritten", "late")
        assert at_work.prepared == [taken.question]
