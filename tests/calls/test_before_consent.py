"""Until the candidate agrees, nobody listens: an open microphone leaves no trace."""

import asyncio

import httpx2
import pytest
from livekit.api import ListParticipantsRequest, LiveKitAPI

from interview.events import AgentJoined, CandidateSpoke, LineStarted
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
    talker, captions = Talker(voice), Captions()
    captions.watch(talker.room)
    async with httpx2.AsyncClient(base_url=site, headers={"Origin": site}) as http:
        joined = (await http.post(f"/api/join/{invite.code}")).raise_for_status().json()
        refused = await http.post(f"/api/interviews/{invite.id}/consent", json={"recording": False})
        assert refused.status_code == 400
        await talker.join(joined["livekit_url"], joined["token"])
        try:
            async with asyncio.timeout(20):
                while not talker.room.remote_participants:
                    await asyncio.sleep(0.1)
            [microphone] = talker.room.local_participant.track_publications.values()
            taken = asyncio.ensure_future(microphone.wait_for_subscription())
            await talker.say(PRIVATE)
            await asyncio.sleep(3)
            # The interviewer is there and does not even take the sound.
            heard_nothing = talker.ear.first_loud_since is None
            assert not taken.done()
            assert heard_nothing
            assert stack.journal.last_seq(invite.id) == 0
            assert Invites(stack.engine).get(invite.id).started_at is None
            assert not (stack.settings.segments / invite.id).exists()
            assert captions.texts == {}

            (await http.post(f"/api/interviews/{invite.id}/consent", json={"recording": True})).raise_for_status()
            async with asyncio.timeout(20):
                await taken
                while talker.ear.first_loud_since is None:
                    await asyncio.sleep(0.1)
            await http.post(f"/api/interviews/{invite.id}/leave")
        finally:
            await talker.hang_up()

    heard = [event.text for _, event in stack.journal.read(invite.id) if isinstance(event, CandidateSpoke)]
    assert heard == []
    assert not {"marmalade", "neighbour", "sandwich"} & set(words(stack.logs()))


async def test_the_interviewer_is_there_before_the_candidate_and_greets_once_they_are(
    stack: Stack, voice: CandidateVoice
) -> None:
    invite = stack.invite("Robin")
    site = stack.settings.site
    async with httpx2.AsyncClient(base_url=site, headers={"Origin": site}) as http:
        joined = (await http.post(f"/api/join/{invite.code}")).raise_for_status().json()
        async with asyncio.timeout(20), LiveKitAPI(*access(stack)) as api:
            while not (await api.room.list_participants(ListParticipantsRequest(room=invite.id))).participants:
                await asyncio.sleep(0.1)
        assert stack.journal.last_seq(invite.id) == 0
        (await http.post(f"/api/interviews/{invite.id}/consent", json={"recording": True})).raise_for_status()
        await asyncio.sleep(1)
        assert not any(isinstance(event, AgentJoined) for _, event in stack.journal.read(invite.id))
        talker = Talker(voice)
        await talker.join(joined["livekit_url"], joined["token"])
        try:
            async with asyncio.timeout(20):
                while talker.ear.first_loud_since is None:
                    await asyncio.sleep(0.1)
                # Whoever leaves with the first sound is gone before the journal has the line.
                while not any(isinstance(event, LineStarted) for _, event in stack.journal.read(invite.id)):
                    await asyncio.sleep(0.1)
            assert len(talker.room.remote_participants) == 1
            await http.post(f"/api/interviews/{invite.id}/leave")
        finally:
            await talker.hang_up()
    said = [event.line.kind for _, event in stack.journal.read(invite.id) if isinstance(event, LineStarted)]
    assert said[:1] == ["greeting"]


def access(stack: Stack) -> tuple[str, str, str]:
    """To LiveKit's server API."""
    settings = stack.settings
    return settings.livekit_url, settings.livekit_api_key, settings.livekit_api_secret
