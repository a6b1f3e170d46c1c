"""Whose turn it is: patience by question and answer, and a line that gives way to words, not to a cough."""

import pytest

from agent.ears import Utterance
from agent.floor import GIVE_WAY_AFTER_S, GO_ON_AFTER_S, HOLD_BACK_AFTER_S, Floor
from interview.arrangement import Arrangement
from interview.events import Line
from interview.state import State
from voice.patience import MOST_OPEN_S, SURE_S
from voice.transcript import Transcript, Word

SENTENCE = "I would start with a simple model and then look at the mistakes that it makes."
USUAL = (
    "I would look at the mistakes first, one by one, and then at the data behind them, because most of it went wrong "
    "right there last time."
)
"""As many words as are usual, so that it may be an answer."""


def words(text: str, confidence: float = 0.8) -> tuple[Word, ...]:
    """As the recognizer hears them."""
    return tuple(Word(word, 0.0, 0.3, confidence) for word in text.split())


class Voice:
    """The interviewer's, and what became of it."""

    def __init__(self) -> None:
        self.sounding = False
        self.did: list[str] = []

    def hold_back(self) -> None:
        """Noted."""
        self.did.append("held back")

    def go_on(self) -> None:
        """Noted."""
        self.did.append("went on")

    def give_way(self) -> None:
        """Noted."""
        self.did.append("gave way")


class Table:
    """A floor, its two speakers, and how often the turn was over."""

    def __init__(self, question: Line | None = None, **state: object) -> None:
        question = question or Line(text="How would you begin?", kind="follow_up")
        self.state = State.model_validate({"stage": "listening", "question": question, **state})
        self.voice = Voice()
        self.over = 0
        self.said: list[tuple[str, bool]] = []
        self.floor = Floor(lambda: self.state, lambda: self.voice, self._heard, self._said, self._end)

    async def _heard(self, _utterance: object) -> None: ...

    def _said(self, turn: str, paused: bool) -> None:
        self.said.append((turn, paused))

    def _end(self) -> None:
        self.over += 1

    def patience(self, text: str) -> float:
        """After a text that sounded over, of a speaker who does not pause."""
        patience = self.floor.patience(text, 0.6)
        assert patience is not None
        return patience

    def say_over(self, text: str, confidence: float = 0.8) -> list[str]:
        """Words over a line, up to the pause after them, and what the line did."""
        self.speak_up()
        self.floor.paused(Transcript(words(text, confidence)))
        return self.voice.did

    def speak_up(self) -> None:
        """The first sound of a voice over a line."""
        self.voice.sounding = True
        self.floor.voice(HOLD_BACK_AFTER_S, 0.0)

    def answer(self, text: str) -> None:
        """A whole turn."""
        self.state = self.state.model_copy(update={"turn": text})
        self.floor.turn_over()
        self.state = self.state.model_copy(update={"turn": ""})


def test_a_short_answer_is_whole_where_a_few_words_are_asked_for() -> None:
    asked_much, asked_little = Table(), Table(Line(text="How long?", kind="prompt", brief_answer=True))
    assert asked_little.patience("About two years.") == SURE_S < asked_much.patience("About two years.")


@pytest.mark.parametrize("said", ["Could you repeat the question, please?", "I don't know."])
def test_a_request_and_giving_up_are_whole_however_short(said: str) -> None:
    assert Table().patience(said) == SURE_S


def test_a_sections_question_is_given_more_of_an_answer() -> None:
    two = f"{SENTENCE} It is cheap to do and tells you a lot."
    assert Table().patience(two) < Table(Line(text="Design it.", kind="prompt")).patience(two)


def test_whoever_answers_briefly_is_soon_answered_as_soon() -> None:
    table = Table()
    before = table.patience("I would look at the mistakes first, one by one.")
    for _ in range(9):
        table.answer("I would look at the logs of that day first.")
    assert table.patience("I would look at the mistakes first, one by one.") < before


def test_a_full_answer_to_a_sections_question_leaves_follow_ups_to_be_short() -> None:
    table, short = Table(Line(text="Design it.", kind="prompt")), "I would look at the mistakes first, one by one."
    table.answer(" ".join(["I would look at the mistakes of the old model first."] * 4))
    table.state = table.state.model_copy(update={"question": Table().state.question})
    assert table.patience(short) == Table().patience(short)


def test_the_answer_so_far_counts_when_more_is_said_before_the_reply() -> None:
    assert Table(answer=f"{SENTENCE} {SENTENCE}").patience("And cheap.") < Table().patience("And cheap.")


@pytest.mark.parametrize("state", [{"hold": True}, {"stage": "coding"}])
def test_whoever_thinks_or_codes_is_let_be_the_longest(state: dict[str, object]) -> None:
    table = Table()
    table.state = table.state.model_copy(update=state)
    assert table.patience(SENTENCE) == MOST_OPEN_S


@pytest.mark.parametrize("state", [{"hold": True}, {"stage": "coding"}])
def test_whoever_asks_for_something_meanwhile_is_answered_as_soon_as_ever(state: dict[str, object]) -> None:
    table = Table()
    table.state = table.state.model_copy(update=state)
    assert table.patience("Could you repeat the question, please?") == SURE_S


def test_granted_time_lengthens_patience() -> None:
    assert Table(arrangement=Arrangement(extra_time=1.5)).patience(SENTENCE) == 1.5 * Table().patience(SENTENCE)


def test_noise_alone_has_no_turn_to_end() -> None:
    table = Table()
    table.floor.voice(HOLD_BACK_AFTER_S, 0.0)
    assert table.floor.taken
    assert table.floor.patience("", 0.6) is None
    assert not table.floor.taken


def test_a_turn_that_was_answered_in_writing_is_not_ended_again() -> None:
    table = Table()
    table.floor.turn_over()
    assert table.over == 0


def test_a_voice_holds_the_line_back_at_once_and_ends_it_when_it_lasts() -> None:
    table = Table()
    table.voice.sounding = True
    table.floor.voice(HOLD_BACK_AFTER_S / 2, 0.0)
    assert table.voice.did == []
    table.floor.voice(HOLD_BACK_AFTER_S, 0.0)
    assert table.voice.did == ["held back"]
    table.floor.voice(GIVE_WAY_AFTER_S, 0.0)
    assert table.voice.did == ["held back", "held back", "gave way"]


@pytest.mark.parametrize(
    "shown", ["", "Mm-hmm, right.", "Mmhmm.", "Uh-huh.", "uh huh", "M M H M", "Okay.", "Right.", "Yeah. Yes."]
)
def test_after_a_cough_or_a_sign_of_listening_the_line_goes_on(shown: str) -> None:
    assert Table().say_over(shown) == ["held back", "went on"]


@pytest.mark.parametrize("said", ["No.", "Stop.", "Wait.", "Sorry?", "Sorry, what?", "Huh?", "Okay, stop.", "N."])
def test_words_end_a_line_however_short_they_are(said: str) -> None:
    assert Table().say_over(said) == ["held back", "gave way"]


def test_words_that_are_not_understood_do_not_end_a_line() -> None:
    assert Table().say_over("You had...", confidence=0.3) == ["held back", "went on"]
    assert Table().say_over("Wait.", confidence=0.39) == ["held back", "gave way"]


def test_a_request_ends_a_line_however_unsure_its_words_are() -> None:
    assert Table().say_over("Hold on.", confidence=0.3) == ["held back", "gave way"]


def test_words_that_could_not_be_made_out_decide_nothing_before_the_silence_has_lasted() -> None:
    table = Table(turn="Well,")
    table.speak_up()
    table.floor.paused(None)
    assert table.said == [("Well,", True)]
    assert table.voice.did == ["held back"]
    table.floor.voice(HOLD_BACK_AFTER_S, GO_ON_AFTER_S)
    assert table.voice.did == ["held back", "went on"]


@pytest.mark.parametrize(("said", "then"), [("Stop.", ["gave way"]), ("Mm-hmm.", []), ("You had...", [])])
async def test_words_that_were_told_before_the_pause_end_a_line_as_well(said: str, then: list[str]) -> None:
    table = Table()
    table.speak_up()
    await table.floor.heard(Utterance(said, words(said, confidence=0.3), 0.0, 0.3, 0.5))
    table.floor.paused(None)
    assert table.voice.did == ["held back", *then]


def test_a_drawn_out_sound_of_listening_does_not_end_a_line() -> None:
    table = Table()
    table.voice.sounding = True
    table.floor.voice(1.15, 0.0)
    assert table.say_over("Mm-hmm.") == ["held back", "held back", "went on"]


def test_a_line_does_not_go_on_over_words_that_are_still_being_made_out() -> None:
    table = Table()
    table.voice.sounding = True
    table.floor.voice(HOLD_BACK_AFTER_S, 0.0)
    table.floor.voice(HOLD_BACK_AFTER_S, 0.5)
    assert table.voice.did == ["held back"]
    table.floor.voice(HOLD_BACK_AFTER_S, GO_ON_AFTER_S)
    assert table.voice.did == ["held back", "went on"]


def test_a_line_nobody_has_heard_yet_is_withdrawn_at_the_first_voice() -> None:
    table = Table()
    table.floor.voice(HOLD_BACK_AFTER_S, 0.0)
    assert table.voice.did == ["gave way"]


def test_whoever_pauses_for_long_is_let_be_for_longer() -> None:
    table = Table()
    before = table.patience(USUAL)
    for _ in range(3):
        table.floor.went_on(1.8, turn_was_over=False)
    assert table.patience(USUAL) > before


def test_a_pause_that_was_taken_for_the_end_counts_when_they_speak_over_the_reply() -> None:
    cut, answered = Table(), Table()
    cut.voice.sounding = True
    for table in (cut, answered):
        for _ in range(3):
            table.floor.went_on(1.8, turn_was_over=True)
    assert cut.patience(USUAL) > answered.patience(USUAL)


def test_an_answer_that_was_cut_short_counts_with_its_rest() -> None:
    pieces, whole = Table(), Table()
    for _ in range(3):
        for table, turns in ((pieces, (SENTENCE, SENTENCE)), (whole, (f"{SENTENCE} {SENTENCE}",))):
            for place, turn in enumerate(turns):
                table.voice.sounding = place > 0
                table.floor.went_on(0.3, turn_was_over=True)
                table.answer(turn)
    pieces.voice.sounding = whole.voice.sounding = False
    said = f"{USUAL} {SENTENCE}"
    assert pieces.floor.patience(said, 0.9) == whole.floor.patience(said, 0.9) == SURE_S
    assert pieces.patience(SENTENCE) == whole.patience(SENTENCE) > SURE_S


def test_silence_while_coding_is_no_measure_of_pauses() -> None:
    table = Table(stage="coding")
    for _ in range(3):
        table.floor.went_on(1.8, turn_was_over=False)
    table.state = table.state.model_copy(update={"stage": "listening"})
    assert table.patience(USUAL) == Table().patience(USUAL)
