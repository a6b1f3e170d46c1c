"""The embedded language model: it writes follow-ups about what was said, and the report of a call judges with it."""

import asyncio
from pathlib import Path

import pytest

from agent.language_model import connect
from agent.rehearsal import Turn
from interview.arrangement import Arrangement
from interview.events import AgentJoined, Ended, FollowUpWritten, LineStarted
from records.erasure import erase
from tests.calls.stack import stack_settings, up
from tests.calls.watching import Watcher
from tests.interview.material import mle_v1, voice
from viva.caller import Caller
from viva.commands.common import recordings
from viva.demo import wait_for_report
from viva.rehearsal import Held, rehearsal
from viva.script import read_script
from viva.settings import Settings
from viva.talker import CandidateVoice
from viva.wiring import speech_models
from voice.catalogue import MODELS

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


async def rehearsed(settings: Settings) -> list[FollowUpWritten]:
    """Of an interview in writing, in which the model has the time it wants: beside a voice it may be late."""
    spec = mle_v1()
    said = read_script(settings, spec.name).sections
    async with connect(settings.llm_url or "", settings.llm_api_key) as client:
        held = rehearsal(settings, Held(spec, voice(), Arrangement()), client)
        await held.run([Turn(say=answer) for section in ("1", "2") for answer in said[section]])
    return [event for event in held.events if isinstance(event, FollowUpWritten)]


async def test_the_model_asks_about_the_answer_and_judges_it(data_folder: Path) -> None:
    settings = stack_settings(data_folder / "with-model").model_copy(update={"llm_base_url": ""})
    with up(settings) as stack:
        written = await rehearsed(stack.settings)
        by_model = [event for event in written if event.source == "model"]
        assert by_model
        assert all(event.grounded for event in by_model)
        invite = stack.invite("Robin")
        speaker = await asyncio.to_thread(CandidateVoice, speech_models(stack.settings).voice)
        watcher = Watcher(stack.journal, invite.id)
        async with Caller(site=stack.settings.site, code=invite.code, voice=speaker) as caller:
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
    (asked,) = [event.line for event in events if isinstance(event, LineStarted) and event.line.kind == "follow_up"]
    (told,) = [event for event in events if isinstance(event, FollowUpWritten)]
    # Beside a voice the model may be late or refused; the journal says so, and the question is asked all the same.
    assert asked.text == told.question
    assert told.failure in ("", "late", "refused")
    assert report["models"]["llm"] == MODELS[settings.llm_weights].int8
    # Whatever it makes of the answer: without a model no point has a probability.
    points = [point for axis in report["sections"][0]["axes"] for point in axis["points"]]
    assert [point for point in points if point["probability"] is not None]
