"""The LiveKit room of one interview: who is in it, what is heard and said there, what the page is told."""

import asyncio
import json
from collections.abc import Callable

from livekit import rtc
from livekit.agents import AgentSession, room_io

from agent.echo_guard import EchoGuard
from agent.log import logger
from agent.tape import CandidateTap, InterviewerTap, Write
from interview.events import Began
from interview.names import JOURNAL_TOPIC, candidate_identity
from interview.state import State
from voice.sound import RATE_HZ

SHOW_S = 2.0
"""How long telling the page may take, for instance while the connection to LiveKit is being made anew."""
FRAME_MS = 20
"""Of the candidate's sound at a time, as it comes over the network: livekit-agents' 50 ms let words and silences be
noticed up to 50 ms late."""
LOOK_S = 0.5
SUBSCRIBED_S = 3.0
"""How long the candidate is there before they count as listening, whatever was told: they are within 0.1 s, but on a
busy machine LiveKit's client can miss being told, and the first line would wait for it for good."""
STATE_ATTRIBUTE = "viva.state"
"""The interviewer's attribute that carries `visible`."""


class InterviewRoom:
    """One room; nothing is subscribed to before `attach`."""

    def __init__(self, room: rtc.Room, interview_id: str) -> None:
        self._room = room
        self._candidate = candidate_identity(interview_id)
        self._shown = ""

    @property
    def served(self) -> bool:
        """Whether another interviewer is here already."""
        agent = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT
        return any(person.kind == agent for person in self._room.remote_participants.values())

    @property
    def has_candidate(self) -> bool:
        """Whether the candidate is connected."""
        return self._candidate in self._room.remote_participants

    def on_news(self, tell: Callable[[], object]) -> None:
        """`tell` is called when the web says that the journal has something new. Only servers are believed."""

        def received(packet: rtc.DataPacket) -> None:
            if packet.participant is None and packet.topic == JOURNAL_TOPIC:
                tell()

        self._room.on("data_received", received)

    def on_presence(self, dropped: Callable[[], object], returned: Callable[[], object]) -> None:
        """`dropped` and `returned` are called when the candidate's connection breaks and when it is back."""

        def of_candidate(tell: Callable[[], object]) -> Callable[[rtc.RemoteParticipant], object]:
            return lambda person: tell() if person.identity == self._candidate else None

        self._room.on("participant_disconnected", of_candidate(dropped))
        self._room.on("participant_connected", of_candidate(returned))

    async def attach(self, session: "AgentSession[None]", candidate: Write, interviewer: Write) -> None:
        """Lets the session hear the candidate and speak, both on tape. Only with consent."""
        for person in self._room.remote_participants.values():
            for publication in person.track_publications.values():
                _subscribe(publication)
        self._room.on("track_published", lambda publication, _: _subscribe(publication))
        options = room_io.RoomOptions(
            text_input=False,
            audio_input=room_io.AudioInputOptions(sample_rate=RATE_HZ, pre_connect_audio=False, frame_size_ms=FRAME_MS),
            audio_output=room_io.AudioOutputOptions(sample_rate=RATE_HZ),
            participant_identity=self._candidate,
            close_on_disconnect=False,
        )
        # The session does not keep it, and without a holder its tasks would go.
        self._io = room_io.RoomIO(session, self._room, options=options)
        await self._io.start()
        assert session.input.audio is not None
        assert session.output.audio is not None
        if (listening := self._io.subscribed_fut) is not None:
            self._expect(listening, SUBSCRIBED_S)
        mouth = InterviewerTap(session.output.audio, interviewer)
        session.output.audio = mouth
        session.input.audio = EchoGuard(CandidateTap(session.input.audio, candidate), mouth.playing)

    def _expect(self, listening: "asyncio.Future[None]", within_s: float) -> None:
        """Has the candidate count as listening when they have been there for so long."""
        if listening.done():
            return
        if self.has_candidate:
            within_s -= LOOK_S
        if within_s <= 0:
            logger.warning("nobody was told to listen to the interviewer, who speaks all the same")
            listening.set_result(None)
            return
        asyncio.get_running_loop().call_later(LOOK_S, self._expect, listening, within_s)

    async def show(self, state: State, began: Began | None, *, saving_late: bool) -> None:
        """Tells the page when something it shows has changed."""
        shown = json.dumps(visible(state, began, saving_late))
        if shown != self._shown:
            self._shown = shown
            try:
                async with asyncio.timeout(SHOW_S):
                    await self._room.local_participant.set_attributes({STATE_ATTRIBUTE: shown})
            except Exception as error:  # the page also asks the web; the interview does not wait for it
                self._shown = ""
                logger.warning("the page could not be told of a change: %s", type(error).__name__)


def visible(state: State, began: Began | None, saving_late: bool) -> dict[str, object]:
    """What the interviewer tells the page of the state; details come from the web's state route. `trouble` is told here
    alone: "saving" while the journal, from which that route answers, takes nothing."""
    ids = [section.id for section in began.spec.sections] if began else []
    return {
        "stage": state.stage,
        "section": state.section,
        "section_index": ids.index(state.section) if state.section in ids else -1,
        "section_title": began.spec.section(state.section).title if began and state.section in ids else "",
        "editor_open": state.editor_open,
        "hold": state.hold,
        "unrecorded": state.unrecorded,
        "lines": state.lines,
        "trouble": "saving" if saving_late else "",
    }


def _subscribe(publication: rtc.RemoteTrackPublication) -> None:
    if publication.kind == rtc.TrackKind.KIND_AUDIO:
        publication.set_subscribed(True)
