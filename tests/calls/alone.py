"""A stack and a short call in one process tree, for `test_loopback`: prints what happened as one line of JSON."""

import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path

from interview.events import Ended, LineStarted
from tests.calls.stack import Stack, stack_settings, up
from tests.calls.watching import Watcher, heard
from tests.support.words import word_error_rate
from viva.caller import Caller
from viva.talker import CandidateVoice
from viva.wiring import speech_models

ANSWER = "I would look at the orders of the past four weeks and bake a bit more on Saturdays."


async def hold(stack: Stack) -> dict[str, object]:
    """One question, its answer, the follow-up, and leaving."""
    invite = stack.invite()
    watcher = Watcher(stack.journal, invite.id)
    voice = CandidateVoice(speech_models(stack.settings).voice)
    async with Caller(site=stack.settings.site, code=invite.code, voice=voice) as caller:
        await watcher.line("prompt", "1")
        await caller.hear_out()
        await caller.say(ANSWER)
        await watcher.line("follow_up", "1")
        await caller.hear_out()
        await caller.post("leave")
        events = await watcher.until(lambda events: events if isinstance(events[-1], Ended) else [])
    ended = events[-1]
    assert isinstance(ended, Ended)
    return {
        "lines": [event.line.kind for event in events if isinstance(event, LineStarted)],
        "word_error_rate": word_error_rate(ANSWER, heard(events)),
        "reason": ended.reason,
    }


def routes() -> list[str]:
    """Where packets may go."""
    told = subprocess.check_output(["ip", "route"], text=True)
    return [line.split()[0] for line in told.splitlines()]


if __name__ == "__main__":
    with up(stack_settings(Path(sys.argv[1]))) as running:
        network = {"interfaces": [name for _, name in socket.if_nameindex()], "routes": routes()}
        print(json.dumps(network | asyncio.run(hold(running))))
