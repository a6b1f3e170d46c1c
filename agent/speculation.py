"""What the engine will ask for, done while the candidate still talks: a follow-up, or the verdict on the answer."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from agent import follow_up_prompt
from agent.errors import ModelError
from agent.follow_ups import Writer
from agent.judge import Judge
from interview.commands import AskFollowUp, JudgeAnswer
from interview.engine import decide
from interview.events import CandidateSpoke, FollowUpWritten, TurnEnded
from interview.folding import apply
from interview.persona import Persona
from interview.spec import Spec
from interview.state import State
from interview.words import stems

FIRST_WORDS = 12
"""Shorter beginnings rarely name anything to take up."""
GROWTH = 1.6
"""An answer this much longer than the drafted one gets a new draft."""
COVERED = 0.2
"""A draft is used when it was written on at least this share of the answer's words: later words mostly elaborate on
what was already named, and what they answer themselves is not asked."""
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
    """Keeps the newest draft for the open question, or what is known of the answer that will be judged."""

    def __init__(
        self,
        spec: Spec,
        persona: Persona,
        writer: Writer,
        judge: Judge,
        state: Callable[[], State],
        prepare: Callable[[str], None],
    ) -> None:
        """`state` gives the interview's state now; `prepare` has a question's sound made ahead."""
        self._spec, self._persona, self._writer, self._judge = spec, persona, writer, judge
        self._state, self._prepare = state, prepare
        self._draft: Draft | None = None
        self._standby: Draft | None = None
        """What to ask as long as the model has written nothing that fits; its sound is made ahead as well."""
        self._writing: asyncio.Task[None] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._judging: asyncio.Task[None] | None = None
        self._judged: JudgeAnswer | None = None
        """What `_leanings` are known of."""
        self._leanings: dict[str, float] = {}
        self._begun_words = 0
        self._question = ""
        self._closed = False

    def hear(self, text: str, *, paused: bool = False) -> None:
        """What the candidate has said in this turn so far, `paused`: and fell silent; starts what there is enough new
        for."""
        if self._closed:
            return
        state = self._state()
        question = state.question.text if state.question else ""
        if question != self._question:
            self.expect()
        words = len(text.split())
        grown = words >= max(FIRST_WORDS, round(self._begun_words * GROWTH))
        if not grown and not paused:
            return
        ask = foresee(self._spec, self._persona, state, text)
        if isinstance(ask, JudgeAnswer):
            self._prejudge(ask, words, paused=paused)
        elif ask is not None and grown and (self._writing is None or self._writing.done()):
            self._begun_words = words
            self._writing = asyncio.create_task(self._write(ask, words, state))
        if isinstance(ask, AskFollowUp) and (paused or self._outgrown(words)):
            self._stand_by(ask, words, state)

    def _outgrown(self, words: int) -> bool:
        """Making a sound takes the processor from the recognizer, so what stands by is looked at now and then only."""
        return self._standby is None or words >= round(self._standby.words * GROWTH)

    def _stand_by(self, ask: AskFollowUp, words: int, state: State) -> None:
        """If the turn ended here, this is what there would be time for."""
        if not self._fits(self._draft, ask) and not self._fits(self._standby, ask):
            self._standby = Draft(ask, words, self._writer.at_once(ask, state))
            self._prepare(self._standby.written.question)

    def _prejudge(self, ask: JudgeAnswer, words: int, *, paused: bool) -> None:
        """In a pause, which may be the turn's end, judges what was said; while it goes on, has the model read it."""
        if self._judged == ask:
            return
        for task in (self._judging, self._reading):
            if task is not None:
                task.cancel()
        self._begun_words = words
        self._judged, self._leanings = (ask, {}) if paused else (None, {})
        if paused:
            self._judging = asyncio.create_task(self._lean(ask, self._leanings))
        else:
            self._reading = asyncio.create_task(self._judge.read_ahead(ask))

    def take_leanings(self, ask: JudgeAnswer) -> dict[str, float]:
        """What is known already of just this answer; what is under way stops."""
        known = self._leanings if self._judged == ask else {}
        self.forget()
        return known

    def expect(self) -> None:
        """A question was asked: drops what belongs to the one before, and has the model read up to the answer."""
        state = self._state()
        self.forget()
        self._question = state.question.text if state.question else ""
        ask = foresee(self._spec, self._persona, state, EXPECTED)
        if isinstance(ask, JudgeAnswer):
            unanswered = ask.model_copy(update={"answer": ask.answer.removesuffix(EXPECTED)})
            self._reading = asyncio.create_task(self._judge.read_ahead(unanswered))
        elif ask is not None:
            self._reading = asyncio.create_task(self._writer.warm_up_to(ask))

    def take(self, ask: AskFollowUp) -> FollowUpWritten:
        """The model's question, when it fits the answer as it became; else what stands by, or can be asked at once.

        A question that is still being written is not waited for: with its sound it takes seconds.
        """
        fitting = [draft for draft in (self._draft, self._standby) if draft is not None and self._fits(draft, ask)]
        self.forget()
        if not fitting:
            return self._writer.at_once(ask, self._state())
        # A draft from before a typed answer has that answer's number.
        return fitting[0].written.model_copy(update={"number": ask.number})

    def _fits(self, draft: Draft | None, ask: AskFollowUp) -> bool:
        words = ask.answer.split()
        if draft is None or draft.words < len(words) * COVERED or draft.ask.question != ask.question:
            return False
        # What the question asks for beyond the words it takes up may have been told since.
        asks_for = stems(draft.written.question) - stems(draft.ask.answer)
        if asks_for & stems(" ".join(words[draft.words :])):
            return False
        # Which intents come first changes with every point the answer touches.
        return draft.written.intent in ask.intents[: follow_up_prompt.INTENTS]

    def forget(self) -> None:
        """Drops the drafts, the leanings and what is under way."""
        self._draft = self._standby = None
        self._begun_words = 0
        self._judged, self._leanings = None, {}
        self._stop()

    async def close(self) -> None:
        """Returns when nothing is under way any more; nothing begins after it."""
        self._closed = True
        await asyncio.gather(*self._stop(), return_exceptions=True)

    def _stop(self) -> list[asyncio.Task[None]]:
        under_way = [task for task in (self._writing, self._reading, self._judging) if task is not None]
        for task in under_way:
            task.cancel()
        self._writing = self._reading = self._judging = None
        return under_way

    async def _lean(self, ask: JudgeAnswer, leanings: dict[str, float]) -> None:
        with suppress(ModelError):  # it shows again when the verdict is asked for
            await self._judge.lean(ask, leanings)

    async def _write(self, ask: AskFollowUp, words: int, state: State) -> None:
        if self._reading is not None:  # what it reads would otherwise be read twice
            await asyncio.wait([self._reading])
        written = await self._writer.write(ask, state, WHILE_SPEAKING_S)
        if written.source == "model":
            self._draft = Draft(ask, words, written.model_copy(update={"speculative": True}))
            self._prepare(written.question)


def foresee(spec: Spec, persona: Persona, state: State, text: str) -> AskFollowUp | JudgeAnswer | None:
    """What the engine would ask of a language model if the turn ended with this text; None when nothing."""
    spoke = CandidateSpoke(at_ms=state.at_ms, text=text, started_ms=state.at_ms, ended_ms=state.at_ms)
    ended = TurnEnded(at_ms=state.at_ms)
    # `turn` already holds the utterances that are final; `text` is all of the turn.
    then = apply(apply(state.model_copy(update={"turn": ""}), spoke), ended)
    for command in decide(spec, persona, then, ended):
        if isinstance(command, AskFollowUp | JudgeAnswer):
            return command
    return None
