"""One live interview: the room's happenings become events, the engine's commands become speech, timers and an end."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import AsyncExitStack, suppress
from typing import Any

import numpy as np
from livekit.agents import Agent, AgentSession, JobContext
from livekit.agents.voice.events import ErrorEvent, UserStateChangedEvent
from numpy.typing import NDArray

from agent import inference, lines
from agent.conductor import Conductor
from agent.config import AgentConfig
from agent.ears import Ears, Utterance
from agent.floor import Floor
from agent.follow_ups import Writer
from agent.journal import BUSY_WAIT_S, CallLog
from agent.judge import Judge
from agent.log import logger
from agent.mouth import Mouth
from agent.outages import Outages
from agent.pace import Pace
from agent.room import InterviewRoom
from agent.saving import Saving
from agent.speculation import Speculation
from agent.tape import Write
from agent.timers import Timers
from interview.commands import AskFollowUp, Command, Finish, Forget, JudgeAnswer, Say, SetTimer, StopTimer
from interview.events import (
    AgentJoined,
    Began,
    CandidateDropped,
    CandidateReturned,
    CandidateSpoke,
    Ended,
    Event,
    Line,
    LineEnded,
    LineStarted,
    Timer,
    TimerFired,
    TurnEnded,
    Word,
)
from records.database import connect
from records.errors import RecordsError
from records.invites import Invites
from records.journal import Journal
from voice.recorder import SegmentRecorder
from voice.speech import Speech
from voice.transcript import Transcript
from voice.transcript import Word as TimedWord
from voice.turns import UTTERANCE_PAUSE_S, turn_handling, vad

LOOK_S = 1.0
"""How often the journal is read even without a message: a lost message must not lose what was typed."""
ARRIVAL_S = 10.0
"""How long an interviewer who is there first waits for the candidate, whose page connects after consent."""
SOON_S = 0.05
"""How often it is looked whether something came that is due any moment."""
VERDICT_DEADLINE_S = 4.0
"""After the turn's end: the points that the model has not looked at by then are judged by their wordings."""
CONSENT_WAIT_S = 30 * 60
"""How long an interviewer waits in the room for consent before it leaves."""
CONTEXT_CHARS = 200
"""How much of the turn so far the recognizer gets as context."""
FALL_SILENT_S = 2.0
"""For the end of a line that the call's end cuts off to be told, at most."""
PARTING_S = 1.5
"""Between the last word and the closed room, so that its tail is heard."""


class Call:
    """Everything that belongs to one call. `hold` runs it from the way into the room to the end."""

    def __init__(self, ctx: JobContext, config: AgentConfig, interview_id: str) -> None:
        self._config, self._id = config, interview_id
        self._room = InterviewRoom(ctx.room, interview_id)
        engine = connect(config.database_url, BUSY_WAIT_S)
        self._journal, self._invites = Journal(engine), Invites(engine)
        self._conductor = Conductor(CallLog(self._journal, interview_id), self._carry_out)
        self._saving = Saving(lambda: self._do(self._show()))
        self._timers = Timers(self._timer_fired)
        self._pace = Pace()
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._asking: asyncio.Task[None] | None = None
        self._recorder: SegmentRecorder | None = None
        self._parts = AsyncExitStack()
        """Closes what was made ready, the last first."""

    async def hold(self, entering: Awaitable[None]) -> None:
        """Waits for consent, holds the interview, returns when it is over. While `entering` leads into the room, what
        needs no consent is made ready: the greeting's sound takes as long. Where the way in fails, or another
        interviewer is there already, nothing of it is left.
        """
        making_ready = asyncio.create_task(self._make_ready())
        try:
            await entering
            if self._room.served:
                return
            await making_ready
            if await self._consent():
                await self._interview()
        finally:
            making_ready.cancel()
            await asyncio.gather(making_ready, return_exceptions=True)
            await self._tear_down()

    def leave(self) -> None:
        """Ends this interviewer's part, not the interview: another one may take it up."""
        self._over.set()

    async def _interview(self) -> None:
        await self._conductor.load()
        began = self._conductor.began
        if began is None or self._conductor.state.stage == "ended":
            return
        answers, _ = await asyncio.gather(self._writer.answers(), self._listen(began))
        await self._join(with_model=answers)
        await self._over.wait()

    # To the first word

    async def _make_ready(self) -> None:
        """All that needs no consent, so that the greeting comes soon after it: nothing here hears or keeps a sound."""
        invite = await asyncio.to_thread(self._invites.get, self._id)
        config, spec, persona = self._config, invite.spec, invite.persona
        self._floor = Floor(
            lambda: self._conductor.state, lambda: self._mouth, self._heard, self._said_so_far, self._turn_over
        )
        ears = Ears(self._decode, vad(UTTERANCE_PAUSE_S), inference.sounds_over, self._floor)
        self._session: AgentSession[None] = AgentSession(
            stt=ears, vad=vad(), turn_handling=turn_handling(), user_away_timeout=None, aec_warmup_duration=None
        )
        self._parts.push_async_callback(self._session.aclose)
        self._session.on("user_state_changed", self._user_state)
        self._session.on("error", self._session_failed)
        self._session.on("close", lambda _event: self._over.set())
        self._pace_of_speech = persona.voice.length_scale
        self._lasting = dict.fromkeys(lines.to_come(spec, persona))
        self._mouth = Mouth(
            self._session,
            self._speak,
            self._line_started,
            self._line_ended,
            lambda: self._floor.taken,
            self._lasting,
        )
        self._parts.push_async_callback(self._mouth.close)
        if await asyncio.to_thread(self._journal.last_seq, self._id) <= 1:  # nothing but consent, if that
            greeting = lines.greeting(spec, persona, invite.candidate, invite.arrangement)
            self._mouth.prepare(greeting)
        self._writer = Writer.of(config, spec, persona)
        self._judge = Judge.of(config, spec)
        self._speculation = Speculation(
            spec,
            persona,
            self._writer,
            self._judge,
            lambda: self._conductor.state,
            self._mouth.prepare,
        )
        self._parts.push_async_callback(self._speculation.close)

    async def _consent(self) -> bool:
        """True as soon as the journal has its first event. Until then nothing is heard and nothing recorded."""
        news = asyncio.Event()
        self._room.on_news(news.set)
        until = time.monotonic() + CONSENT_WAIT_S
        while time.monotonic() < until and not self._over.is_set():
            if await asyncio.to_thread(self._journal.last_seq, self._id):
                return True
            news.clear()
            try:
                await asyncio.wait_for(news.wait(), LOOK_S)
            except TimeoutError:
                continue
        return False

    async def _listen(self, began: Began) -> None:
        """Takes the candidate's sound and tapes it; with consent."""
        self._clock = self._journal.clock(self._id)
        self._zero = began.started_at.timestamp()
        outages = Outages(
            self._clock, lambda: self._conductor.state.unrecorded, lambda event: self._do(self._happen(event))
        )
        tape = self._recorder = SegmentRecorder(self._config.segments_dir / self._id, self._clock, outages.changed)
        await self._room.attach(self._session, self._tape(tape.candidate), self._tape(tape.interviewer))
        await self._session.start(Agent(instructions=""), session_host=False, record=False)
        self._room.on_news(lambda: self._do(self._look()))
        self._room.on_presence(
            lambda: self._do(self._happen(CandidateDropped(at_ms=self._clock()))),
            lambda: self._do(self._happen(CandidateReturned(at_ms=self._clock()))),
        )

    async def _join(self, *, with_model: bool) -> None:
        self._do(self._mouth.run())
        self._do(self._keep_looking())
        config = self._config
        models = {"recognizer": config.whisper_dir.name, "voice": config.voice_dir.name}
        models["llm"] = config.llm_model if with_model else ""
        until = time.monotonic() + ARRIVAL_S
        while not self._room.has_candidate and time.monotonic() < until:
            await asyncio.sleep(SOON_S)
        await self._happen(AgentJoined(at_ms=self._clock(), models=models))
        if not self._room.has_candidate:  # gone before this interviewer could see it
            await self._happen(CandidateDropped(at_ms=self._clock()))
        self._do(self._prepare())

    async def _prepare(self) -> None:
        """Has the model read the constant part of the prompt and the voice make the lines that may come."""
        while not self._conductor.state.lines:  # the first line is waited for, and the model would take its time
            await asyncio.sleep(SOON_S)
        await self._writer.warm()
        for text in self._lasting:
            while self._session.user_state == "speaking":
                await asyncio.sleep(LOOK_S)
            try:
                await self._speak(text)
            except Exception:  # it is made when it is needed, or shown in the captions only
                logger.exception("a line could not be made ahead")

    async def _tear_down(self) -> None:
        self._timers.stop_all()
        if self._tasks:  # an interview is under way, and only then something may be being said
            await self._fall_silent()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            await self._parts.aclose()
        finally:
            await self._seal()

    async def _fall_silent(self) -> None:
        """Has what was heard of a line that is being said told, for the recording has it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(FALL_SILENT_S):
                await self._mouth.stop()

    async def _seal(self) -> None:
        """Puts the end of the sound on disk, if there is any."""
        if self._recorder is not None:
            await asyncio.to_thread(self._recorder.close)

    # What happens

    async def _happen(self, event: Event) -> None:
        """Keeps and acts on an event. An interview that can take nothing more, or a journal that fails, ends the call:
        another interviewer takes over from what was kept, if there is anything left to hold."""
        try:
            with self._saving.watch():
                await self._conductor.happen(event)
            await self._show()
        except RecordsError as error:
            logger.error("the call ends here: %s", error)
            self._over.set()
        except Exception:
            logger.exception("the call ends here")
            self._over.set()

    async def _heard(self, utterance: Utterance) -> None:
        self._pace.heard(utterance.last_word, utterance.decided)
        words = self._words(word.later(utterance.began) for word in utterance.words)
        started_ms = words[0].start_ms if words else self._ms(utterance.began)
        ended_ms = max(started_ms, self._ms(utterance.last_word))
        await self._happen(
            CandidateSpoke(
                at_ms=self._clock(), text=utterance.text, started_ms=started_ms, ended_ms=ended_ms, words=words
            )
        )

    def _said_so_far(self, turn: str, paused: bool) -> None:
        self._speculation.hear(turn, paused=paused)

    async def _decode(self, pcm: NDArray[np.float32], prompt: str, urgent: bool, draft: str) -> Transcript:
        """Hears with what was said before in the turn and with the section's vocabulary in mind."""
        began, state = self._conductor.began, self._conductor.state
        terms = began.spec.section(state.section).terms if began and state.section else ()
        # As a sentence: Whisper goes on in the style of its context, and a bare list of words loses all punctuation.
        vocabulary = f"{', '.join(terms)}." if terms else ""
        context = f"{state.turn} {prompt}".strip()[-CONTEXT_CHARS:]
        return await inference.decode(pcm, context, urgent, draft, hotwords=vocabulary)

    def _turn_over(self) -> None:
        self._pace.turn_ended()
        self._do(self._happen(TurnEnded(at_ms=self._clock())))

    def _session_failed(self, event: ErrorEvent) -> None:
        """Ears that hear no more, for one: another interviewer takes over, who has some."""
        logger.error("the call ends here: %s", type(event.error).__name__)
        self._over.set()

    def _user_state(self, event: UserStateChangedEvent) -> None:
        self._timers.speech(event.new_state == "speaking")

    async def _line_started(self, line: Line, first_sound: float) -> None:
        latency_ms, timings = self._pace.first_sound(line.text, first_sound)
        line_id = self._conductor.state.lines
        at_ms = self._ms(first_sound)
        await self._happen(LineStarted(at_ms=at_ms, line_id=line_id, line=line, latency_ms=latency_ms, timings=timings))

    async def _line_ended(self, line: Line, interrupted: bool, heard: tuple[TimedWord, ...]) -> None:
        line_id = self._conductor.state.speaking
        if line_id is not None:
            text = " ".join(word.text for word in heard) if interrupted else ""
            ended = LineEnded(
                at_ms=self._clock(), line_id=line_id, interrupted=interrupted, heard=text, words=self._words(heard)
            )
            await self._happen(ended)

    async def _timer_fired(self, timer: Timer) -> None:
        await self._happen(TimerFired(at_ms=self._clock(), timer=timer))

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            await self._look()

    async def _look(self) -> None:
        """Acts on what the page appended; trouble with the database waits for the next look."""
        try:
            await self._conductor.look()
            await self._show()
        except RecordsError as error:
            logger.error("the journal could not be read: %s", error)

    async def _show(self) -> None:
        await self._room.show(self._conductor.state, self._conductor.began, saving_late=self._saving.late)

    # What is done

    async def _carry_out(self, command: Command) -> None:
        match command:
            case Say():
                self._pace.decided(command.line.text)
                self._mouth.say(command.line)
            case Forget():
                self._mouth.forget()
                # Not the task that runs now: what it still has to say would be lost.
                if self._asking is not None and self._asking is not asyncio.current_task():
                    self._asking.cancel()
            case AskFollowUp():
                self._asking = self._do(self._ask(command))
            case JudgeAnswer():
                self._asking = self._do(self._have_judged(command))
            case SetTimer():
                self._timers.set(command.timer, command.after_ms)
            case StopTimer():
                self._timers.stop(command.timer)
            case Finish():
                self._do(self._finish(command))
            case _:
                pass  # the pages read what to show from the journal

    async def _ask(self, ask: AskFollowUp) -> None:
        written = self._speculation.take(ask)
        await self._happen(written.model_copy(update={"at_ms": self._clock(), "latency_ms": 0}))

    async def _have_judged(self, ask: JudgeAnswer) -> None:
        judged = await self._judge.judge(ask, VERDICT_DEADLINE_S, self._speculation.take_leanings(ask))
        await self._happen(judged.model_copy(update={"at_ms": self._clock()}))

    async def _finish(self, finish: Finish) -> None:
        if finish.reason in ("completed", "stopped"):
            await self._mouth.silence()
            await asyncio.sleep(PARTING_S)
        else:
            await self._fall_silent()
        # Sealed before the end is told: scoring starts with the end and needs every second of it.
        await self._seal()
        await self._happen(Ended(at_ms=self._clock(), reason=finish.reason))
        self._over.set()

    async def _speak(self, text: str) -> Speech:
        """Keeps the sound of what other interviews say too, and of nothing else: that may hold a name or an answer."""
        return await inference.speak(text, self._pace_of_speech, keep=text in self._lasting)

    # Small things

    def _ms(self, wall: float) -> int:
        return max(0, round((wall - self._zero) * 1000))

    def _words(self, words: Iterable[TimedWord]) -> tuple[Word, ...]:
        """Words on the wall clock, on the interview's."""
        return tuple(
            Word(
                text=word.text,
                start_ms=self._ms(word.start_s),
                end_ms=self._ms(word.end_s),
                confidence=min(1.0, max(0.0, word.confidence)),
            )
            for word in words
        )

    def _tape(self, write: Callable[[NDArray[np.int16], int], None]) -> Write:
        """A recorder's channel as a tap wants it: samples at the recorder's rate, placed on the interview's clock."""
        return lambda samples, rate_hz, wall: write(samples, self._ms(wall))

    def _do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("a part of the call failed, so it ends here", exc_info=error)
            self._over.set()  # another interviewer takes over; half of one would leave the candidate in silence
