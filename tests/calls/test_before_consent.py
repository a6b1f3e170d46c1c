"""Until the candidate agrees, nobody listens: an open microphone leaves no trace."""

import asyncio

import httpx2
import pytest

from records.invites import Invites
from tests.calls.stack import Stack
from tests.calls.watching import Captions
from tests.support.words import words
from viva.talker import CandidateVoice, Talker

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

PRIVATE = "Before anything begins I am telling my neighbour about a marmalade sandwich."


async def test_what_is_said_before_consent_is_neither_kept_nor_heard(stack: Stack, voice: CandidateVoice) -> None:
    invite = stack.invite()
    site = stack.settings.site
    async with httpx2.AsyncClient(base_url=site, headers={"Origin": site}) as http:
        joined = (await http.post(f"/api/join/{invite.code}")).raise_for_status().json()
        refused = await http.post(f"/api/interviews/{invite.id}/consent", json={"recording": False})
        assert refused.status_code == 400
    talker, captions = Talker(voice), Captions()
    captions.watch(talker.room)
    await talker.join(joined["livekit_url"], joined["token"])
    try:
        async with asyncio.timeout(20):
            while not talker.room.remote_participants:
                await asyncio.sleep(0.1)
        await talker.say(PRIVATE)
        await asyncio.sleep(3)
        # The interviewer is there and does not even take the sound.
        subscribed = {track.sid: track for track in talker.room.local_participant.track_publications.values()}
        assert len(subscribed) == 1
        assert talker.ear.first_loud_since is None
    finally:
        await talker.hang_up()

    assert stack.journal.last_seq(invite.id) == 0
    assert Invites(stack.engine).get(invite.id).started_at is None
    assert not (stack.settings.segments / invite.id).exists()
    assert captions.texts == {}
    assert not {"marmalade", "neighbour", "sandwich"} & set(words(stack.logs()))
