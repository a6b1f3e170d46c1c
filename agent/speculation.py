"""The follow-up, written while the candidate still talks, and judged at the end: does it still fit?"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from agent.follow_ups import Writer
from interview.commands import AskFollowUp
from interview.engine import decide
from interview.events import CandidateSpoke, FollowUpWritten, TurnEnded
from interview.persona import Persona
from interview.spec import Spec
from interview.state import State, apply

FIRST_WORDS = 12
"""Shorter beginnings rarely name anything to take up."""
GROWTH = 1.6
"""An answer this much longer than the drafted one gets a new draft."""
COVERED = 0.4
"""A draft is used when it was written on at least this share of the answer's words: later words mostly elaborate on
what was already named, and conduct and intent do not depend on them."""
EXPECTED = "an answer that is yet to come"
"""Stands for any answer where only what the engine would ask next matters."""
WHILE_SPEAKING_S = 30.0
"""Nobody waits for a draft, so the model may take its time."""


@dataclass(frozen=True)
class Draft:
    """A follow-up to what had been said at some moment."""

    ask: AskFollowUp
    words: int
    written: FollowUpWritten


class Speculation:
    """Keeps the newest draft for the open question."""

    def __init__(
        self, spec: Spec, persona: Persona, writer: Writer, state: Callable[[], State], prepare: Callable[[str], None]
    ) -> None:
        """`state` gives the interview's state now; `prepare` has a question's sound made ahead."""
        self._spec, self._persona, self._writer = spec, persona, writer
        self._state, self._prepare = state, prepare
        self._draft: Draft | None = None
        self._writing: asyncio.Task[None] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._begun_words = 0
        self._question = ""

    def hear(self, text: str) -> None:
        """What the candidate has said in this turn so far; starts a draft when there is enough that is new."""
        state = self._state()
        question = state.question.text if state.question else ""
        if question != self._question:
            self.expect()
        words = len(text.split())
        idle = self._writing is None or self._writing.done()
        if idle and words >= max(FIRST_WORDS, round(self._begun_words * GROWTH)):
            ask = foresee(self._spec, self._persona, state, text)
            if ask is not None:
                self._begun_words = words
                self._writing = asyncio.create_task(self._write(ask, words, state))

    def expect(self) -> None:
        """A question was asked: drops what belongs to the one before, and has the model read up to the answer."""
        state = self._state()
        self.forget()
        self._question = state.question.text if state.question else ""
        ask = foresee(self._spec, self._persona, state, EXPECTED)
        if ask is not None:
            self._reading = asyncio.create_task(self._writer.warm_up_to(ask))

    async def take(self, ask: AskFollowUp, within_s: float) -> FollowUpWritten | None:
        """The draft, when it fits the answer as it became; waits `within_s` for one under way. None: write anew."""
        enough = len(ask.answer.split()) * COVERED
        # A draft that stands ready wins over a newer one that would have to be waited for.
        if not self._fits(ask, enough) and self._writing is not None and self._begun_words >= enough:
            await asyncio.wait([self._writing], timeout=within_s)
        written = self._draft.written if self._draft is not None and self._fits(ask, enough) else None
        self.forget()
        # A draft from before a typed answer has that answer's number.
        return written.model_copy(update={"number": ask.number}) if written is not None else None

    def _fits(self, ask: AskFollowUp, enough: float) -> bool:
        draft = self._draft
        if draft is None or draft.words < enough:
            return False
        return (draft.ask.question, draft.ask.intents) == (ask.question, ask.intents)

    def forget(self) -> None:
        """Drops the draft and what is being written."""
        self._draft, self._begun_words = None, 0
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    async def _write(self, ask: AskFollowUp, words: int, state: State) -> None:
        if self._reading is not None:  # what it reads would otherwise be read twice
            await asyncio.wait([self._reading])
        written = await self._writer.write(ask, state, WHILE_SPEAKING_S)
        if written.source == "model":
            self._draft = Draft(ask, words, written.model_copy(update={"speculative": True}))
            self._prepare(written.question)


def foresee(spec: Spec, persona: Persona, state: State, text: str) -> AskFollowUp | None:
    """What the engine would ask for if the turn ended with this text; None when that is no follow-up."""
    spoke = CandidateSpoke(at_ms=state.at_ms, text=text, started_ms=state.at_ms, ended_ms=state.at_ms)
    ended = TurnEnded(at_ms=state.at_ms)
    # `turn` already holds the utterances that are final; `text` is all of the turn.
    then = apply(apply(state.model_copy(update={"turn": ""}), spoke), ended)
    for command in decide(spec, persona, then, ended):
        if isinstance(command, AskFollowUp):
            return command
    return None
