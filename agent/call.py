"""One live interview: the room's happenings become events, the engine's commands become speech, timers and an end."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any

import numpy as np
import openai
from livekit import rtc
from livekit.agents import Agent, AgentSession, JobContext, StopResponse, llm, room_io
from livekit.agents.voice.events import UserStateChangedEvent
from numpy.typing import NDArray

from agent import inference
from agent.conductor import Conductor
from agent.config import AgentConfig
from agent.ears import Ears, Utterance
from agent.follow_ups import Prompt, Writer
from agent.journal import CallLog
from agent.log import logger
from agent.mouth import RATE_HZ, Mouth
from agent.speculation import Speculation
from agent.tape import CandidateTap, InterviewerTap, Write
from agent.timers import Timers
from interview.commands import AskFollowUp, Command, Finish, Forget, Say, SetTimer, StopTimer
from interview.events import (
    AgentJoined,
    Began,
    CandidateDropped,
    CandidateReturned,
    CandidateSpoke,
    Ended,
    Line,
    LineEnded,
    LineStarted,
    Timer,
    TimerFired,
    TurnEnded,
    Word,
)
from interview.persona import Persona
from interview.spec import Spec
from interview.state import State
from records.database import connect
from records.errors import RecordsError
from records.journal import Journal
from voice.cues import unfinished
from voice.recorder import SegmentRecorder
from voice.transcript import Transcript
from voice.turns import UNFINISHED_DELAY_S, turn_handling, vad

JOURNAL_TOPIC = "viva.journal"
"""The web's data message: there is something new in the journal."""
STATE_ATTRIBUTE = "viva.state"
LOOK_S = 1.0
"""How often the journal is read even without a message: a lost message must not lose what was typed."""
FOLLOW_UP_DEADLINE_S = 4.0
"""After the turn's end; a longer wait sounds broken even with the bridging line before it."""
CONSENT_WAIT_S = 30 * 60
"""How long an interviewer waits in the room for consent before it leaves."""
CONTEXT_CHARS = 200
"""How much of the turn so far the recognizer gets as context."""
PARTING_S = 1.5
"""Between the last word and the closed room, so that its tail is heard."""


class Interviewer(Agent):
    """LiveKit's side of a turn: it only says that the turn is over. Words arrive by the ears."""

    def __init__(self, call: "Call") -> None:
        super().__init__(instructions="")
        self._call = call

    async def on_user_turn_completed(self, turn_ctx: llm.ChatContext, new_message: llm.ChatMessage) -> None:
        await self._call.turn_ended()
        raise StopResponse


class Call:
    """Everything that belongs to one call. `hold` runs it from consent to the end."""

    def __init__(self, ctx: JobContext, config: AgentConfig, interview_id: str) -> None:
        self._ctx, self._config, self._id = ctx, config, interview_id
        self._journal = Journal(connect(config.database_url))
        self._conductor = Conductor(CallLog(self._journal, interview_id), self._carry_out)
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._last_word: float | None = None
        self._heard_at = 0.0
        self._turn_ended_at = 0.0
        self._asking: asyncio.Task[None] | None = None
        self._turn_ending: asyncio.Task[None] | None = None
        self._shown = ""

    async def hold(self) -> None:
        """Waits for consent, holds the interview, returns when it is over."""
        if self._served() or not await self._consent():
            return
        await self._conductor.load()
        began = self._conductor.began
        if began is None or self._conductor.state.stage == "ended":
            return
        await self._set_up(began)
        try:
            await self._happen_joined()
            await self._over.wait()
        finally:
            await self._tear_down()

    # Setting up

    def _served(self) -> bool:
        """Whether another interviewer is in the room already: then this one was called too much and leaves."""
        people = self._ctx.room.remote_participants.values()
        return any(person.kind == rtc.ParticipantKind.PARTICIPANT_KIND_AGENT for person in people)

    async def _consent(self) -> bool:
        """True as soon as the journal has its first event. Until then nothing is heard and nothing recorded."""
        news = asyncio.Event()
        self._ctx.room.on("data_received", lambda packet: news.set())
        until = time.monotonic() + CONSENT_WAIT_S
        while time.monotonic() < until:
            if await asyncio.to_thread(self._journal.last_seq, self._id):
                return True
            news.clear()
            try:
                await asyncio.wait_for(news.wait(), LOOK_S)
            except TimeoutError:
                continue
        return False

    async def _set_up(self, began: Began) -> None:
        self._clock = self._journal.clock(self._id)
        self._zero = began.started_at.timestamp()
        self._recorder = SegmentRecorder(
            self._config.segments_dir / self._id, self._clock, lambda error: logger.error("not recorded: %s", error)
        )
        client = None
        if self._config.llm_base_url:
            client = openai.AsyncOpenAI(
                base_url=self._config.llm_base_url, api_key=self._config.llm_api_key or "none", max_retries=0
            )
        prompt = Prompt.model_validate_json(self._config.follow_up_prompt)
        self._writer = Writer(prompt, began.spec, began.persona, client, self._config.llm_model)
        self._timers = Timers(self._timer_fired)
        self._ears = Ears(self._decode, vad(), self._heard, self._guessed)
        self._session: AgentSession[None] = AgentSession(
            stt=self._ears,
            vad=vad(),
            turn_handling=turn_handling(),
            user_away_timeout=None,
        )
        scale = began.persona.voice.length_scale
        self._mouth = Mouth(
            self._session,
            lambda text, keep: inference.speak(text, scale, keep=keep),
            self._line_started,
            self._line_ended,
        )
        self._speculation = Speculation(
            began.spec, began.persona, self._writer, lambda: self._conductor.state, self._prepare_question
        )
        self._session.on("user_state_changed", self._user_state)
        await self._start_session()
        self._listen_to_the_room()
        self._spawn(self._mouth.run())
        self._spawn(self._keep_looking())
        self._spawn(self._prepare(began.spec, began.persona))

    async def _start_session(self) -> None:
        session, room = self._session, self._ctx.room
        for participant in room.remote_participants.values():
            for publication in participant.track_publications.values():
                _subscribe(publication)
        room.on("track_published", lambda publication, participant: _subscribe(publication))
        io = room_io.RoomIO(
            session,
            room,
            options=room_io.RoomOptions(
                text_input=False,
                audio_input=room_io.AudioInputOptions(sample_rate=RATE_HZ, pre_connect_audio=False),
                audio_output=room_io.AudioOutputOptions(sample_rate=RATE_HZ),
                participant_identity=identity(self._id),
                close_on_disconnect=False,
            ),
        )
        await io.start()
        self._room_io = io
        assert session.input.audio is not None
        assert session.output.audio is not None
        session.input.audio = CandidateTap(session.input.audio, self._tape(self._recorder.candidate))
        session.output.audio = InterviewerTap(session.output.audio, self._tape(self._recorder.interviewer))
        await session.start(Interviewer(self), session_host=False, record=False)

    def _listen_to_the_room(self) -> None:
        room = self._ctx.room
        room.on("data_received", self._on_data)
        room.on("participant_disconnected", lambda p: self._presence(p, CandidateDropped(at_ms=self._clock())))
        room.on("participant_connected", lambda p: self._presence(p, CandidateReturned(at_ms=self._clock())))

    async def _prepare(self, spec: Spec, persona: Persona) -> None:
        """Has the model read the constant part of the prompt and the voice make all lines that may come."""
        await self._writer.warm()
        ways = [persona.transitions, persona.thinking, persona.acknowledgements, persona.pointer, persona.code_received]
        ways += [*persona.replies.values(), persona.nudge, persona.move_on, persona.back, persona.closing]
        for section in spec.sections:
            await inference.speak(section.prompt.aloud, persona.voice.length_scale, keep=True)
        for lines in ways:
            for text in lines:
                while self._session.user_state == "speaking":
                    await asyncio.sleep(1)
                await inference.speak(text, persona.voice.length_scale, keep=True)

    async def _tear_down(self) -> None:
        self._timers.stop_all()
        if self._asking is not None:
            self._asking.cancel()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.aclose()
        await asyncio.to_thread(self._recorder.close)

    # Happenings

    async def _happen_joined(self) -> None:
        models = {
            "recognizer": self._config.whisper_dir.name,
            "voice": self._config.voice_dir.name,
            "llm": self._config.llm_model if self._config.llm_base_url else "",
        }
        await self._conductor.happen(AgentJoined(at_ms=self._clock(), models=models))
        await self._show_state()

    async def _heard(self, utterance: Utterance) -> None:
        words = tuple(
            Word(
                text=word.text,
                start_ms=self._ms(utterance.began + word.start_s),
                end_ms=self._ms(utterance.began + word.end_s),
                confidence=min(1.0, max(0.0, word.confidence)),
            )
            for word in utterance.words
        )
        self._last_word, self._heard_at = utterance.last_word, utterance.decided
        started_ms = words[0].start_ms if words else self._ms(utterance.began)
        event = CandidateSpoke(
            at_ms=self._clock(),
            text=utterance.text,
            started_ms=started_ms,
            ended_ms=max(started_ms, self._ms(utterance.last_word)),
            words=words,
        )
        await self._conductor.happen(event)
        self._speculation.hear(self._conductor.state.turn)

    async def _decode(self, pcm: NDArray[np.float32], prompt: str) -> Transcript:
        """Hears with what was said before in the turn and with the section's vocabulary in mind."""
        began, state = self._conductor.began, self._conductor.state
        terms = began.spec.section(state.section).terms if began and state.section else ()
        # As a sentence: Whisper goes on in the style of its context, and a bare list of words loses all punctuation.
        vocabulary = f"{', '.join(terms)}." if terms else ""
        return await inference.decode(pcm, f"{state.turn} {prompt}".strip()[-CONTEXT_CHARS:], vocabulary)

    def _guessed(self, text: str) -> None:
        self._speculation.hear(f"{self._conductor.state.turn} {text}".strip())

    async def turn_ended(self) -> None:
        """The candidate stopped talking: the turn is over, unless their words are still on the way somewhere."""
        self._turn_ending = self._spawn(self._end_turn())

    async def _end_turn(self) -> None:
        await self._ears.settled.wait()
        if unfinished(self._conductor.state.turn):
            await asyncio.sleep(UNFINISHED_DELAY_S)
        self._turn_ended_at = time.time()
        await self._conductor.happen(TurnEnded(at_ms=self._clock()))
        await self._show_state()

    async def _line_started(self, line: Line, first_sound: float) -> None:
        latency_ms, timings = None, {}
        if self._last_word is not None and self._turn_ended_at >= self._last_word:
            latency_ms = max(0, round((first_sound - self._last_word) * 1000))
            timings = {
                "transcription": max(0, round((self._heard_at - self._last_word) * 1000)),
                "endpointing": max(0, round((self._turn_ended_at - self._last_word) * 1000)),
                "reply": max(0, round((first_sound - self._turn_ended_at) * 1000)),
            }
            self._last_word = None
        line_id = self._conductor.state.lines
        event = LineStarted(
            at_ms=self._ms(first_sound), line_id=line_id, line=line, latency_ms=latency_ms, timings=timings
        )
        await self._conductor.happen(event)
        await self._show_state()

    async def _line_ended(self, line: Line, interrupted: bool, heard: str) -> None:
        line_id = self._conductor.state.speaking
        if line_id is not None:
            event = LineEnded(at_ms=self._clock(), line_id=line_id, interrupted=interrupted, heard=heard)
            await self._conductor.happen(event)

    async def _timer_fired(self, timer: Timer) -> None:
        await self._conductor.happen(TimerFired(at_ms=self._clock(), timer=timer))
        await self._show_state()

    def _user_state(self, event: UserStateChangedEvent) -> None:
        speaking = event.new_state == "speaking"
        self._timers.speech(speaking)
        if speaking and self._turn_ending is not None:
            self._turn_ending.cancel()  # they go on; what was kept of the turn waits for its end

    def _on_data(self, packet: rtc.DataPacket) -> None:
        if packet.participant is None and packet.topic == JOURNAL_TOPIC:
            self._spawn(self._look())

    def _presence(self, participant: rtc.RemoteParticipant, event: CandidateDropped | CandidateReturned) -> None:
        if participant.identity == identity(self._id):
            self._spawn(self._conductor.happen(event))

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            await self._look()

    async def _look(self) -> None:
        try:
            await self._conductor.look()
            await self._show_state()
        except RecordsError:
            logger.exception("the journal could not be read")

    # Commands

    async def _carry_out(self, command: Command) -> None:
        match command:
            case Say():
                self._mouth.say(command.line)
            case Forget():
                self._mouth.forget()
                if self._asking is not None:
                    self._asking.cancel()
            case AskFollowUp():
                self._asking = self._spawn(self._ask(command))
            case SetTimer():
                self._timers.set(command.timer, command.after_ms)
            case StopTimer():
                self._timers.stop(command.timer)
            case Finish():
                self._spawn(self._finish(command))
            case _:
                pass  # the pages read what to show from the journal

    async def _ask(self, ask: AskFollowUp) -> None:
        began = time.monotonic()
        written = await self._speculation.take(ask, FOLLOW_UP_DEADLINE_S)
        if written is None:
            left_s = max(0.5, FOLLOW_UP_DEADLINE_S - (time.monotonic() - began))
            written = await self._writer.write(ask, self._conductor.state, left_s)
        waited_ms = round((time.monotonic() - began) * 1000)
        await self._conductor.happen(written.model_copy(update={"at_ms": self._clock(), "latency_ms": waited_ms}))

    async def _finish(self, finish: Finish) -> None:
        if finish.reason in ("completed", "stopped"):
            await self._mouth.silence()
            await asyncio.sleep(PARTING_S)
        # Sealed before the end is told: scoring starts with the end and needs every second of it.
        await asyncio.to_thread(self._recorder.close)
        await self._conductor.happen(Ended(at_ms=self._clock(), reason=finish.reason))
        await self._show_state()
        self._over.set()

    def _prepare_question(self, text: str) -> None:
        self._mouth.prepare(text, keep=False)

    async def _show_state(self) -> None:
        shown = json.dumps(visible(self._conductor.state, self._conductor.began))
        if shown != self._shown:
            self._shown = shown
            await self._ctx.room.local_participant.set_attributes({STATE_ATTRIBUTE: shown})

    # Small things

    def _ms(self, wall: float) -> int:
        return max(0, round((wall - self._zero) * 1000))

    def _tape(self, write: Callable[[NDArray[np.int16], int], None]) -> Write:
        """A recorder's channel as a tap wants it: samples at the recorder's rate, placed on the interview's clock."""
        return lambda samples, rate_hz, wall: write(samples, self._ms(wall))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("a part of the call failed", exc_info=error)


def identity(interview_id: str) -> str:
    """The candidate's identity in the room."""
    return f"candidate-{interview_id[:8]}"


def visible(state: State, began: Began | None) -> dict[str, object]:
    """What the agent tells the page of the state; details come from the web's state route."""
    ids = [section.id for section in began.spec.sections] if began else []
    return {
        "stage": state.stage,
        "section": state.section,
        "section_index": ids.index(state.section) if state.section in ids else -1,
        "section_title": began.spec.section(state.section).title if began and state.section in ids else "",
        "editor_open": state.editor_open,
        "hold": state.hold,
        "lines": state.lines,
    }


def _subscribe(publication: rtc.RemoteTrackPublication) -> None:
    if publication.kind == rtc.TrackKind.KIND_AUDIO:
        publication.set_subscribed(True)
