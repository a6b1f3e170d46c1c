"""This server's side of a call: it nudges the interviewer, calls one to a room, closes rooms; it never listens."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from livekit.api import (
    CreateAgentDispatchRequest,
    DeleteRoomRequest,
    ListParticipantsRequest,
    ListRoomsRequest,
    LiveKitAPI,
    SendDataRequest,
    ServerError,
)
from livekit.protocol.models import DataPacket, ParticipantInfo

from interview.names import AGENT_NAME, JOURNAL_TOPIC
from web.config import WebConfig
from web.tokens import dispatch_metadata, room_request

log = logging.getLogger("viva.web")

_TIMEOUT = aiohttp.ClientTimeout(total=3)
UNREACHABLE = (aiohttp.ClientError, ServerError, TimeoutError)
"""What a call to LiveKit raises when it fails."""


class Calls:
    """LiveKit's server API, as far as this room uses it.

    Works inside `open`; methods raise UNREACHABLE unless they say otherwise.
    """

    def __init__(self, config: WebConfig) -> None:
        self._config = config
        self._api: LiveKitAPI | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Holds the connection for as long as the server runs."""
        key, secret = self._config.livekit_api_key, self._config.livekit_api_secret.get_secret_value()
        # No failover: it would ask the server for other regions and go to hosts nobody configured.
        async with LiveKitAPI(self._config.livekit_url, key, secret, timeout=_TIMEOUT, failover=False) as api:
            self._api = api
            try:
                yield
            finally:
                self._api = None

    async def nudge(self, interview_id: str, seq: int) -> None:
        """Tells the interviewer that event `seq` is in the journal. Never fails: it also looks by itself."""
        request = SendDataRequest(
            room=interview_id,
            data=json.dumps({"seq": seq}).encode(),
            kind=DataPacket.Kind.RELIABLE,
            topic=JOURNAL_TOPIC,
        )
        try:
            await self._service.room.send_data(request)
        except UNREACHABLE as error:
            log.debug("no nudge for event %d: %s", seq, type(error).__name__)

    async def expect(self, interview_id: str) -> None:
        """Opens a room with an interviewer in it, so that nobody waits for one after consent; an open one stays so.

        Never fails: the candidate's token opens the room as well. It closes when they do not come in five minutes.
        """
        try:
            await self._service.room.create_room(room_request(interview_id))
        except UNREACHABLE as error:
            log.debug("no room ahead: %s", type(error).__name__)

    async def rooms(self) -> list[str]:
        """The names of all rooms that exist."""
        return [room.name for room in (await self._service.room.list_rooms(ListRoomsRequest())).rooms]

    async def participants(self, room: str) -> list[ParticipantInfo]:
        """Everybody in a room; nobody when there is no such room."""
        try:
            return list((await self._service.room.list_participants(ListParticipantsRequest(room=room))).participants)
        except ServerError as error:
            if error.code == "not_found":
                return []
            raise

    async def dispatch(self, interview_id: str) -> None:
        """Calls an interviewer to this interview's room."""
        request = CreateAgentDispatchRequest(
            room=interview_id, agent_name=AGENT_NAME, metadata=dispatch_metadata(interview_id)
        )
        await self._service.agent_dispatch.create_dispatch(request)

    async def close(self, room: str) -> None:
        """Puts everybody out of a room and deletes it."""
        await self._service.room.delete_room(DeleteRoomRequest(room=room))

    async def answers(self) -> bool:
        """Whether LiveKit answers and takes our key. Never fails."""
        try:
            await self._service.room.list_rooms(ListRoomsRequest(names=["-"]))
        except UNREACHABLE:
            return False
        return True

    @property
    def _service(self) -> LiveKitAPI:
        if self._api is None:
            raise RuntimeError("Calls is used outside `open`")
        return self._api
