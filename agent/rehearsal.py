"""The same interviewer without audio: written turns in, spoken lines out, on a clock of its own."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from agent.conductor import Conductor
from agent.follow_ups import Writer
from agent.judge import Judge
from interview.arrangement import Arrangement
from interview.commands import AskFollowUp, Command, Finish, Forget, JudgeAnswer, Say, SetTimer, StopTimer
from interview.events import (
    SILENCE_TIMERS,
    AgentJoined,
    Began,
    CandidateSpoke,
    CandidateTyped,
    CodeSubmitted,
    Ended,
    Event,
    Line,
    LineEnded,
    LineStarted,
    Timer,
    TimerFired,
    TurnEnded,
)
from interview.persona import Persona
from interview.spec import Language, Spec

WORDS_PER_S = 2.6
"""Piper's pace at length scale 1, and an ordinary speaker's: about 155 words a minute."""
MODEL_DEADLINE_S = 60.0
"""Nobody waits in a rehearsal: the model may take its time."""


class Turn(BaseModel):
    """One of the candidate's turns: exactly one of say, type, submit and silence_s."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: str | None = Field(default=None, min_length=1)
    type: str | None = Field(default=None, min_length=1)
    submit: str | None = None
    language: Language = "python"
    silence_s: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        given = [name for name in ("say", "type", "submit", "silence_s") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("a turn has exactly one of say, type, submit and silence_s")
        return self


class SpokenLine(BaseModel):
    """One line the interviewer spoke."""

    turn: int
    """The candidate's turn it followed, from 1; 0 before the first."""
    text: str
    kind: str
    section: str
    intent: str
    source: Literal["authored", "model"]
    latency_ms: int
    """How long writing it took; 0 for lines that stood ready."""
    events: list[dict[str, Any]]
    """What was journalled since the line before, without the rules the interview began with."""


@dataclass
class _Memory:
    """A journal in memory."""

    events: list[Event] = field(default_factory=list)

    async def append(self, event: Event) -> int:
        self.events.append(event)
        return len(self.events)

    async def read(self, after: int) -> list[tuple[int, Event]]:
        return [(after + 1 + place, event) for place, event in enumerate(self.events[after:])]


class Rehearsal:
    """One interview held in writing."""

    def __init__(
        self,
        spec: Spec,
        persona: Persona,
        writer: Writer,
        judge: Judge,
        *,
        candidate: str = "",
        brief: bool = False,
        arrangement: Arrangement | None = None,
        interview_id: str = "rehearsal",
        model_deadline_s: float = MODEL_DEADLINE_S,
    ) -> None:
        """What is drawn in the interview is drawn by its id."""
        self._deadline_s = model_deadline_s
        self._log = _Memory()
        self._conductor = Conductor(self._log, self._carry_out)
        self._writer, self._judge = writer, judge
        self._now = 0
        self._queue: list[Say | AskFollowUp | JudgeAnswer | Finish] = []
        self._timers: dict[Timer, int] = {}
        self._turn = 0
        self._shown = 0
        self._latency_ms = 0
        self.lines: list[SpokenLine] = []
        self._log.events.append(
            Began(at_ms=0, interview_id=interview_id, candidate=candidate, started_at=datetime.now(UTC), recording=True,
                  brief=brief, arrangement=arrangement or Arrangement(), spec=spec, persona=persona)
        )  # fmt: skip

    @property
    def events(self) -> Sequence[Event]:
        """Everything that was journalled."""
        return self._log.events

    @property
    def over(self) -> bool:
        """Whether the interview has ended."""
        return self._conductor.state.stage == "ended"

    async def run(self, turns: Iterable[Turn] | AsyncIterator[Turn]) -> list[SpokenLine]:
        """Holds the interview with these turns and returns all spoken lines; turns after its end are left over.

        Each turn is taken when the interviewer has spoken, so that it may depend on what was said.
        """
        await self._conductor.load()
        await self._happen(AgentJoined(at_ms=self._now))
        await self._play()
        async for turn in _each(turns):
            if self.over:
                break
            self._turn += 1
            await self._take(turn)
            await self._play()
            await self._wait(0)  # a clock that ran out in the middle of an answer waited for its end
        if self._conductor.state.stage == "closing":
            await self._wait(60_000)
        return self.lines

    async def _take(self, turn: Turn) -> None:
        if turn.say is not None:
            start, self._now = self._now, self._now + _spoken_ms(turn.say)
            await self._happen(CandidateSpoke(at_ms=self._now, text=turn.say, started_ms=start, ended_ms=self._now))
            await self._happen(TurnEnded(at_ms=self._now))
        elif turn.type is not None:
            await self._happen(CandidateTyped(at_ms=self._now, text=turn.type))
        elif turn.submit is not None:
            await self._happen(CodeSubmitted(at_ms=self._now, language=turn.language, source=turn.submit))
        else:
            await self._wait(round((turn.silence_s or 0) * 1000))

    async def _wait(self, silence_ms: int) -> None:
        """Lets the clock run; timers that come due fire, and what they cause happens within the same silence."""
        until = self._now + silence_ms
        while due := [name for name, at in self._timers.items() if at <= until]:
            timer = min(due, key=lambda name: self._timers[name])
            self._now = max(self._now, self._timers.pop(timer))
            await self._happen(TimerFired(at_ms=self._now, timer=timer))
            await self._play()
        self._now = max(self._now, until)

    async def _play(self) -> None:
        while self._queue:
            command = self._queue.pop(0)
            match command:
                case Say():
                    await self._speak(command.line)
                case AskFollowUp():
                    written = await self._writer.write(command, self._conductor.state, self._deadline_s)
                    self._latency_ms = written.latency_ms
                    await self._happen(written.model_copy(update={"at_ms": self._now}))
                case JudgeAnswer():
                    judged = await self._judge.judge(command, self._deadline_s, {})
                    await self._happen(judged.model_copy(update={"at_ms": self._now}))
                case Finish():
                    self._timers.clear()
                    await self._happen(Ended(at_ms=self._now, reason=command.reason))

    async def _speak(self, line: Line) -> None:
        line_id = self._conductor.state.lines
        await self._happen(LineStarted(at_ms=self._now, line_id=line_id, line=line))
        self._now += _spoken_ms(line.text)
        await self._happen(LineEnded(at_ms=self._now, line_id=line_id))
        fresh, self._shown = self._log.events[self._shown :], len(self._log.events)
        self.lines.append(
            SpokenLine(
                turn=self._turn, text=line.text, kind=line.kind, section=line.section, intent=line.intent,
                source=line.source, latency_ms=self._latency_ms if line.kind == "follow_up" else 0,
                events=[event.model_dump(mode="json", exclude={"spec", "persona"}) for event in fresh],
            )
        )  # fmt: skip

    async def _carry_out(self, command: Command) -> None:
        match command:
            case Say() | AskFollowUp() | JudgeAnswer() | Finish():
                self._queue.append(command)
            case Forget():
                self._queue.clear()
            case SetTimer():
                self._timers[command.timer] = self._now + command.after_ms
            case StopTimer():
                self._timers.pop(command.timer, None)
            case _:
                pass

    async def _happen(self, event: Event) -> None:
        if isinstance(event, CandidateSpoke | CandidateTyped):
            for silence in SILENCE_TIMERS:
                self._timers.pop(silence, None)
        await self._conductor.happen(event)


async def _each(turns: Iterable[Turn] | AsyncIterator[Turn]) -> AsyncIterator[Turn]:
    if isinstance(turns, AsyncIterator):
        async for turn in turns:
            yield turn
    else:
        for turn in turns:
            yield turn


def _spoken_ms(text: str) -> int:
    return round(len(text.split()) / WORDS_PER_S * 1000)
