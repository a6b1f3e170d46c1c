"""Looks after running interviews: LiveKit never replaces an interviewer that died, and leaves rooms open."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from time import monotonic

import sqlalchemy as sa
from fastapi.concurrency import run_in_threadpool
from livekit.protocol.models import ParticipantInfo

from interview.events import Ended, EndReason
from interview.names import candidate_identity
from records.errors import InterviewErased, InterviewOver, InterviewUnknown, JournalUnreadable
from records.journal import Journal
from records.listing import interview_row, list_interviews
from web.breakdowns import Breakdowns
from web.calls import Calls
from web.folds import Folds

log = logging.getLogger("viva.web")

LOOK_EVERY_S = 2.0
ALONE_S = 3.0
"""How long a candidate sits alone before another interviewer is called."""
FIRST_WAIT_S = 10.0
"""The same before the first interviewer came: LiveKit has called one itself, and a cold worker takes its time."""
CALL_EVERY_S = 8.0
"""At most one call for an interviewer in this time, so that two do not come."""
CLOSE_AFTER = timedelta(seconds=5)
"""How long a room stays open after the end, for the last words to be heard."""
SWEEP_EVERY_S = 30.0
ONE_ROOMS = (InterviewOver, InterviewUnknown, JournalUnreadable)
"""Trouble with one interview, which must not keep the others from being looked after."""
LEFT_S, ABSENT_S, BROKEN_S = 15.0, 600.0, 24 * 3600.0
"""How long an interview without a room waits before it is ended: after the candidate left, usually, and where one
interviewer after the other broke off. That is our fault, and its mend may take until tomorrow."""


class Watch:
    """Calls interviewers where one is missing, closes rooms after the end, and ends interviews nobody came back to."""

    def __init__(
        self,
        engine: sa.Engine,
        journal: Journal,
        folds: Folds,
        calls: Calls,
        breakdowns: Breakdowns,
        on_dispatch: Callable[[], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`on_dispatch` is told of every call; `clock` counts seconds."""
        self._engine, self._journal, self._folds, self._calls = engine, journal, folds, calls
        self._breakdowns, self._on_dispatch, self._clock = breakdowns, on_dispatch, clock
        self._alone: dict[str, float] = {}
        """Since when a candidate sits without an interviewer, by room."""
        self._called: dict[str, float] = {}
        self._empty: dict[str, float] = {}
        """Since when a running interview has no room."""
        self._swept = -SWEEP_EVERY_S
        self._wake = asyncio.Event()
        self._reachable = True

    async def run(self) -> None:
        """Looks again and again until cancelled."""
        while True:
            await self.look()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY_S / 2 if self._alone else LOOK_EVERY_S)
            self._wake.clear()

    def wake(self) -> None:
        """Something changed in a room: look now."""
        self._wake.set()

    async def look(self) -> None:
        """One look at all rooms. Trouble with LiveKit or the database is logged once and waits for the next look."""
        try:
            rooms = await self._calls.rooms()
            for room in rooms:
                with suppress(*ONE_ROOMS):
                    await self._look_into(room)
            self._forget_all_but(rooms)
            if self._clock() - self._swept >= SWEEP_EVERY_S:
                self._swept = self._clock()
                await self._sweep(set(rooms))
        except Exception as error:  # whatever it was: nobody else looks after the calls
            if self._reachable:
                log.warning("running interviews cannot be looked after: %s", type(error).__name__)
            self._reachable = False
        else:
            self._reachable = True

    async def _look_into(self, room: str) -> None:
        try:
            row = await run_in_threadpool(interview_row, self._engine, room)
        except InterviewErased:
            self._folds.forget(room)
            await self._calls.close(room)
            log.info("closed the room of an interview that was erased")
            return
        if row.ended_at is not None:
            if datetime.now(UTC) - row.ended_at >= CLOSE_AFTER:
                await self._calls.close(room)
        elif row.started_at is not None:
            await self._staff(room)

    async def _staff(self, room: str) -> None:
        """Calls an interviewer when the candidate sits alone."""
        people = await self._calls.participants(room)
        fold = await run_in_threadpool(self._folds.of, room)
        served = any(person.kind == ParticipantInfo.Kind.AGENT for person in people)
        if served:
            self._breakdowns.served(room, fold.state)
        if served or not any(person.identity == candidate_identity(room) for person in people):
            self._alone.pop(room, None)
            return
        now = self._clock()
        alone_s = now - self._alone.setdefault(room, now)
        if self._breakdowns.too_many(room):
            return
        self._breakdowns.alone(room, fold.state)
        if self._breakdowns.too_many(room):
            log.error("interviewers keep breaking off at one place; none is called until the candidate tries again")
            return
        patience_s = ALONE_S if fold.state.agents else FIRST_WAIT_S
        if alone_s < patience_s or now - self._called.get(room, -CALL_EVERY_S) < CALL_EVERY_S:
            return
        self._called[room] = now
        await self._calls.dispatch(room)
        self._on_dispatch()
        log.info("called an interviewer to a room that had none")

    async def _sweep(self, rooms: set[str]) -> None:
        """Ends interviews without a room: the candidate is gone, and so is the interviewer who would end it. And keeps
        nothing in memory of those that were erased."""
        rows = await run_in_threadpool(list_interviews, self._engine)
        self._folds.forget_all_but({row.id for row in rows})
        running = {row.id for row in rows if row.started_at and not row.ended_at}
        self._breakdowns.forget_all_but(running)
        running -= rooms
        self._empty = {room: self._empty.get(room, self._clock()) for room in running}
        for room, since in self._empty.items():
            with suppress(*ONE_ROOMS):
                await self._end_when_left(room, since)

    async def _end_when_left(self, room: str, since: float) -> None:
        fold = await run_in_threadpool(self._folds.of, room)
        reason: EndReason = "left" if fold.left else "absent"
        patience_s = LEFT_S if fold.left else BROKEN_S if self._breakdowns.too_many(room) else ABSENT_S
        if self._clock() - since >= patience_s:
            ended = Ended(at_ms=(await run_in_threadpool(self._journal.clock, room))(), reason=reason)
            await run_in_threadpool(self._journal.append, room, ended)
            log.info("ended an interview nobody came back to: %s", reason)

    def _forget_all_but(self, rooms: list[str]) -> None:
        for known in (self._alone, self._called):
            for room in known.keys() - set(rooms):
                del known[room]
