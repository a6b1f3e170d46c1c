"""Whose turn it is to speak: how long the candidate's silences are let be, and when a line gives way."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from agent.ears import Utterance
from interview.fillers import says_nothing
from interview.last_turn import unclear
from interview.requests import gives_up, recognise
from interview.state import State
from voice.patience import MOST_OPEN_S, TYPICAL_WORDS, Silence, patience_s, typical_words
from voice.transcript import Transcript, Word

PROMPT_WORDS = 45
"""A section's first question takes more than a follow-up: 45 to 57 words in the prepared answers to mle-v1."""

HOLD_BACK_AFTER_S = 0.12
"""Voice at which a line falls silent for now: four of the model's windows. With the time the model takes to notice and
the sound under way, the interviewer is silent before a quarter of a second of speech is over."""
GIVE_WAY_AFTER_S = 1.5
"""Voice at which it gives way for good, whatever the words are; before it, those at a pause decide. A line that is held
back is silent already, so whoever speaks on loses nothing by it, and nobody shows to listen for so long: the "okay" and
"mm-hm" of `bench.bargein` are 0.3 to 0.7 s of voice."""
GO_ON_AFTER_S = 1.0
"""Silence after which the line goes on where the words are still not known: those of a word or two are after 0.2 to
0.4 s on two cores, and a line that went on before them would be heard to talk over a "stop"."""


class Voice(Protocol):
    """The part of `agent.mouth.Mouth` that gives way."""

    @property
    def sounding(self) -> bool:
        """Whether a line is being heard, or is held back in its middle."""

    def hold_back(self) -> None:
        """Falls silent in the middle of a line that may be interrupted."""

    def go_on(self) -> None:
        """With the line that was held back."""

    def give_way(self) -> None:
        """Ends the line."""


class Floor:
    """Listens to the ears; `agent.ears.Listener`."""

    def __init__(
        self,
        state: Callable[[], State],
        mouth: Callable[[], Voice],
        heard: Callable[[Utterance], Awaitable[None]],
        said: Callable[[str, bool], None],
        turn_over: Callable[[], None],
        let_be: Callable[[Silence], float] = patience_s,
    ) -> None:
        """`said` gets the whole turn so far, and whether the voice has fallen silent; `let_be` says for how many
        seconds a silence is."""
        self._let_be = let_be
        self._state, self._mouth, self._heard, self._said, self._turn_over = state, mouth, heard, said, turn_over
        self._pauses_s: list[float] = []
        """The candidate's silences in the middle of their answers."""
        self._shares: list[float] = []
        """How long the answers so far were to questions that take more than a word, as shares of what is usual."""
        self._goes_on = False
        """Whether the last answer was cut short: what they say now is the rest of it."""
        self.taken = False
        """Whether the candidate's turn goes on, pauses included."""

    async def heard(self, utterance: Utterance) -> None:
        """Keeps it. Its words end a line also where they were not known at the pause."""
        mouth = self._mouth()
        if mouth.sounding and _interrupts(utterance.words):
            mouth.give_way()
        await self._heard(utterance)

    def guessed(self, text: str) -> None:
        """The turn has grown."""
        self._said(self._turn(text), False)

    def paused(self, heard: Transcript | None) -> None:
        """A real word over the interviewer's line ends it, however short; after a sound that only shows that somebody
        listens, or one that is not understood, it goes on. Words that are not known decide nothing."""
        mouth = self._mouth()
        if mouth.sounding and heard is not None:
            if _interrupts(heard.words):
                mouth.give_way()
            else:
                mouth.go_on()
        self._said(self._turn(heard.text if heard is not None else ""), True)

    def went_on(self, silence_s: float, *, turn_was_over: bool) -> None:
        """It was a pause of theirs, also where it was taken for the end and they speak over the reply."""
        state = self._state()
        answering = state.stage == "listening" and not state.hold
        spoken_over = turn_was_over and self._mouth().sounding
        if answering and (not turn_was_over or spoken_over):
            self._pauses_s.append(silence_s)
            self._goes_on = self._goes_on or spoken_over

    def patience(self, text: str, sounded_over: float | None) -> float | None:
        """Longer for whom more time was granted, and at its longest while they think or code, unless they ask for
        something."""
        state, turn = self._state(), self._turn(text)
        if not turn:
            self.taken = False
            return None
        said = f"{state.answer} {turn}".strip()
        patience = self._let_be(Silence(said, sounded_over, self._expected(turn), tuple(self._pauses_s)))
        if (state.hold or state.stage == "coding") and not recognise(turn):
            patience = MOST_OPEN_S
        return patience * state.arrangement.extra_time

    def turn_over(self) -> None:
        """The floor is the interviewer's."""
        turn, self.taken = self._turn(""), False
        if not turn:  # answered already, in writing for one
            return
        if self._expected(turn):
            share = len(turn.split()) / self._usual()
            # Pieces of answers that were cut short must not pass for short answers, by which more would be cut short.
            if self._goes_on and self._shares:
                self._shares[-1] += share
            else:
                self._shares.append(share)
        self._goes_on = False
        self._turn_over()

    def voice(self, voiced_s: float, silence_s: float) -> None:
        """Holds the interviewer's line back at the first sound of a voice. What becomes of it the words decide, or its
        length."""
        mouth = self._mouth()
        if voiced_s >= HOLD_BACK_AFTER_S and silence_s == 0:
            self.taken = True
            if mouth.sounding:
                mouth.hold_back()
            if voiced_s >= GIVE_WAY_AFTER_S or not mouth.sounding:
                mouth.give_way()
        elif silence_s >= GO_ON_AFTER_S:
            mouth.go_on()

    def _turn(self, text: str) -> str:
        return f"{self._state().turn} {text}".strip()

    def _expected(self, turn: str) -> int:
        """How many words to expect; 0 where few are enough."""
        state = self._state()
        question = state.question
        if state.stage != "listening" or question is None or question.brief_answer or state.confirming_end:
            return 0
        if recognise(turn) or gives_up(turn):
            return 0
        return typical_words(self._shares, self._usual())

    def _usual(self) -> int:
        question = self._state().question
        return PROMPT_WORDS if question is not None and question.kind == "prompt" else TYPICAL_WORDS


def _interrupts(words: Sequence[Word]) -> bool:
    """Whether a line ends when these words are said over it.

    The limit for what is not understood is that of whole answers. Here it lets a line go on over one of the six "yeah"
    of `bench.bargein`, which is heard as "You had..." with a confidence of 0.37. A request ends the line however unsure
    its words are, and so does any word that stands alone. Other words below the limit are talked over until there was
    `GIVE_WAY_AFTER_S` of voice; how often that is the bench does not tell, for what is said in it lasts longer.
    """
    text = " ".join(word.text for word in words)
    if says_nothing(text):
        return False
    return recognise(text) is not None or not unclear(sum(word.confidence for word in words), len(words))
