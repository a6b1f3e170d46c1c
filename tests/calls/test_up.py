"""`viva up` from the outside: it tells where to go in, Ctrl-C ends it, and nothing is left of it or lost by it."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx2
import pytest

from interview.events import Ended, HoldSet
from tests.calls.stack import LAST_WORDS, stack_settings, up
from tests.calls.watching import Watcher, recorded_until_ms
from viva.caller import Caller
from viva.talker import CandidateVoice, Talker
from viva.wiring import speech_models

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

ON_ITS_WAY_MS = 500
"""Sound that the candidate's browser had sent and the interviewer not yet taken when it was stopped."""


def test_ctrl_c_ends_everything_and_the_next_start_offers_the_same_link(
    data_folder: Path, record_property: Callable[[str, object], None]
) -> None:
    settings = stack_settings(data_folder)
    links = []
    for start in ("first", "second"):
        with up(settings) as stack:
            record_property(f"{start}_start_s", round(stack.ready_s, 1))
            print(f"{start} start: {stack.ready_s:.1f} s")
            (link,) = [line.strip() for line in stack.printed if "/i/" in line]
            links.append(link)
            assert any("/review" in line and settings.review_password in line for line in stack.printed)
            assert httpx2.get(link).status_code == 200
            assert httpx2.get(f"{settings.site}/readyz").status_code == 200
            parts = " ".join(stack.processes().values())
            for part in ("livekit-server", "viva worker", "viva web", "viva scorer"):
                assert part in parts
            assert stack.interrupt() == 0
            assert stack.processes() == {}
        assert LAST_WORDS in " ".join(stack.printed)
        assert stack.printed[-1].endswith("Everything is stopped.")
    assert links[0] == links[1]


async def test_ctrl_c_during_a_call_loses_nothing_and_the_next_start_goes_on(tmp_path: Path) -> None:
    settings = stack_settings(tmp_path)
    async with AsyncExitStack() as leaving:
        with up(settings) as stack:
            invite = stack.invite()
            voice = CandidateVoice(speech_models(stack.settings).voice)
            caller = await leaving.enter_async_context(Caller(site=settings.site, code=invite.code, voice=voice))
            watcher = Watcher(stack.journal, invite.id)
            await watcher.line("prompt", "1")
            await caller.hear_out()
            await caller.post("hold", {"on": True})  # acknowledged just before the end
            kept = await watcher.events()
            stopped_ms = stack.journal.clock(invite.id)()
            assert await asyncio.to_thread(stack.interrupt) == 0
            assert recorded_until_ms(stack.settings.segments / invite.id) >= stopped_ms - ON_ITS_WAY_MS
        assert isinstance(kept[-1], HoldSet)

        with up(settings) as stack:
            watcher = Watcher(stack.journal, invite.id)
            assert (await watcher.events())[: len(kept)] == kept
            joined = (await caller._http.post(f"/api/join/{invite.code}")).raise_for_status().json()
            again = Talker(voice)
            await again.join(joined["livekit_url"], joined["token"])
            leaving.push_async_callback(again.hang_up)
            # Another interviewer says that it is back, and the question that was open.
            await watcher.line("reply", "1", after=len(kept))
            await caller.post("leave")
            await watcher.until(lambda events: isinstance(events[-1], Ended))
