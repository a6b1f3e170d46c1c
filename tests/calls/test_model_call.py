"""A call with the embedded language model: it writes a follow-up about what was said, and the report judges with it."""

import asyncio
from pathlib import Path

import pytest

from agent import follow_ups
from bench.grounding import takes_up
from interview.events import AgentJoined, Ended, FollowUpWritten, LineStarted
from records.erasure import erase
from tests.calls.stack import stack_settings, up
from tests.calls.watching import Watcher
from viva.caller import Caller
from viva.commands.common import recordings
from viva.demo import wait_for_report
from viva.talker import CandidateVoice
from viva.wiring import agent_config, speech_models

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

ANSWERS = (
    "I would look at the orders of the past four weeks, and bake a bit more sourdough on Saturdays, because "
    "the students come home for the weekend and they buy twice as much bread as on any other day. "
    "On Mondays I would bake less of it, since most of them take the early train back to town. "
    "For rolls and pretzels I would count what is left on the shelf each evening, write it down for a month, "
    "and make a tenth less of whatever was thrown away more than twice in a week.",
    "It rests on the assumption that the students really do come home every single weekend.",
)
FOLLOW_UP_S = 20
"""Later than that nobody asks any more."""


async def test_the_model_asks_about_the_answer_and_judges_it(data_folder: Path) -> None:
    settings = stack_settings(data_folder / "with-model").model_copy(update={"llm_base_url": ""})
    with up(settings) as stack:
        # On busy cores the first reading of the prompt takes longer than the answer.
        await follow_ups.read_ahead(agent_config(stack.settings))
        invite = stack.invite("Robin")
        voice = await asyncio.to_thread(CandidateVoice, speech_models(stack.settings)[1])
        watcher = Watcher(stack.journal, invite.id)
        async with Caller(site=stack.settings.site, code=invite.code, voice=voice) as caller:
            await watcher.line("prompt", "1")
            await caller.hear_out()
            await caller.say(ANSWERS[0])
            await watcher.line("follow_up", "1", within_s=FOLLOW_UP_S)
            await caller.hear_out()
            await caller.say(ANSWERS[1])
            await watcher.line("pointer", "coding")
            await caller.post("leave")
            events = await watcher.until(lambda events: events if isinstance(events[-1], Ended) else [])
        report = await wait_for_report(stack.engine, stack.settings, invite.id)
        erase(stack.engine, recordings(stack.settings, stack.engine), invite.id)

    assert [event.models["llm"] for event in events if isinstance(event, AgentJoined)] == [settings.llm_model]
    (written,) = [event for event in events if isinstance(event, FollowUpWritten)]
    # Its own question, or where that would have broken a rule, an authored one about what it picked of the answer.
    assert written.source == "model"
    assert written.failure in ("", "refused")
    (asked,) = [event.line for event in events if isinstance(event, LineStarted) and event.line.kind == "follow_up"]
    assert (asked.text, asked.source, asked.intent) == (written.question, "model", "clarification")
    assert takes_up(asked.text, ANSWERS[0], stack.interview[0].section("1").prompt.aloud)
    assert report["models"]["llm"] == settings.llm_model
    assert [axis["judgement"] for axis in report["sections"][0]["axes"]] != [None]
