"""Lines are spoken one after another, and what nobody heard is said again: a real session, our own loudspeaker."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

import pytest
from livekit.agents import Agent, AgentSession

from agent.mouth import MOST_AHEAD, Mouth
from interview.events import Line
from tests.agent.fakes import Loudspeaker, speech
from voice.sound import RATE_HZ
from voice.speech import Speech
from voice.transcript import Word

WORDS = "one two three four five six seven eight nine ten"


@dataclass
class Speaking:
    """A mouth at work, and what it told."""

    mouth: Mouth
    session: "AgentSession[None]"
    loudspeaker: Loudspeaker
    told: list[tuple[str, str]] = field(default_factory=list)
    """("started" | "ended" | "interrupted", text) in order."""
    heard: list[tuple[Word, ...]] = field(default_factory=list)
    """Of each line that ended, the words, on the wall clock."""
    made: list[str] = field(default_factory=list)
    floor_taken: bool = False
    broken: set[str] = field(default_factory=set)
    """Texts that the voice fails at."""

    async def until(self, *event: str) -> None:
        """Waits for one to be told."""
        async with asyncio.timeout(10):
            while event not in self.told:
                await asyncio.sleep(0.005)

    def texts(self, what: str) -> list[str]:
        """Of one kind of telling."""
        return [text for told, text in self.told if told == what]


Open = Callable[[Loudspeaker], AbstractAsyncContextManager[Speaking]]


@pytest.fixture
def speaking() -> Open:
    """Opens a mouth on a loudspeaker; each line's sound takes half a second."""

    @asynccontextmanager
    async def open_(loudspeaker: Loudspeaker) -> AsyncIterator[Speaking]:
        session: AgentSession[None] = AgentSession()
        session.output.audio = loudspeaker
        await session.start(Agent(instructions=""), record=False, session_host=False)

        async def speak(text: str) -> Speech:
            at_work.made.append(text)
            await asyncio.sleep(0.01)
            if text in at_work.broken:
                raise RuntimeError("no voice")
            return speech(text)

        async def started(line: Line, first_sound: float) -> None:
            at_work.told.append(("started", line.text))

        async def ended(line: Line, interrupted: bool, heard: tuple[Word, ...]) -> None:
            at_work.told.append(("interrupted" if interrupted else "ended", line.text))
            at_work.heard.append(heard)

        at_work = Speaking(Mouth(session, speak, started, ended, lambda: at_work.floor_taken), session, loudspeaker)
        running = asyncio.create_task(at_work.mouth.run())
        try:
            yield at_work
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await session.aclose()

    return open_


def line(text: str, **more: object) -> Line:
    return Line.model_validate({"text": text, "kind": "prompt", **more})


async def test_lines_are_spoken_in_order_and_one_at_a_time(speaking: Open) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        for text in ("a", "b", "c"):
            at_work.mouth.say(line(text))
        await at_work.mouth.silence()
        assert at_work.told == [(what, text) for text in "abc" for what in ("started", "ended")]
        assert [round(len(piece) / 48_000, 1) for piece in at_work.loudspeaker.played] == [0.5, 0.5, 0.5]
        assert [[word.text for word in heard] for heard in at_work.heard] == [["a"], ["b"], ["c"]]


async def test_forgetting_drops_what_has_not_begun_and_lets_the_line_under_way_end(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        for text in ("a", "b", "c"):
            at_work.mouth.say(line(text))
        await at_work.until("started", "a")
        at_work.mouth.forget()
        at_work.mouth.say(line("d"))
        await at_work.mouth.silence()
        assert at_work.texts("ended") == ["a", "d"]


async def test_of_a_line_that_is_said_to_its_end_all_words_are_told_where_they_sounded(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.mouth.silence()
        ((heard, began),) = zip(at_work.heard, at_work.loudspeaker.runs, strict=True)
        assert [word.text for word in heard] == WORDS.split()
        assert [word.start_s - began for word in heard] == pytest.approx([n * 0.05 for n in range(10)], abs=0.01)
        assert [word.end_s - began for word in heard] == pytest.approx([n * 0.05 + 0.05 for n in range(10)], abs=0.01)


async def test_of_a_line_cut_off_while_it_is_heard_the_words_that_sounded_are_told(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.until("started", WORDS)
        await asyncio.sleep(0.2)
        await at_work.session.interrupt()
        await at_work.mouth.silence()
        assert at_work.told == [("started", WORDS), ("interrupted", WORDS)]
        (heard,) = at_work.heard
        (played,) = at_work.loudspeaker.played
        sounded_s = len(played) / RATE_HZ
        assert 0.15 < sounded_s < 0.5
        assert [word.text for word in heard] == WORDS.split()[: round(sounded_s / 0.05)]
        assert heard[-1].end_s <= at_work.loudspeaker.runs[0] + sounded_s + 0.001


async def test_a_mouth_that_is_stopped_tells_how_far_it_came_and_says_nothing_more(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS, interruptible=False))
        at_work.mouth.say(line("b"))
        await at_work.until("started", WORDS)
        await asyncio.sleep(0.1)
        await at_work.mouth.stop()
        await asyncio.sleep(0.1)
        assert at_work.told == [("started", WORDS), ("interrupted", WORDS)]
        assert 0 < len(at_work.heard[0]) < len(WORDS.split())


async def test_a_line_of_which_a_part_could_only_be_shown_is_not_told_as_cut_off(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.broken.add("Two.")
        at_work.mouth.say(line("One. Two."))
        await at_work.until("started", "One. Two.")
        await asyncio.sleep(0.3)
        await at_work.session.interrupt()
        await at_work.mouth.silence()
        assert at_work.told[-1] == ("ended", "One. Two.")


async def test_a_line_cut_off_before_anybody_heard_it_is_said_again(speaking: Open) -> None:
    async with speaking(Loudspeaker(start_after_s=0.3)) as at_work:
        at_work.mouth.say(line("a"))
        at_work.mouth.say(line("b"))
        while not (speech := at_work.session.current_speech):
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
        speech.interrupt()
        await at_work.mouth.silence()
        assert at_work.told == [("started", "a"), ("ended", "a"), ("started", "b"), ("ended", "b")]
        # Its sound was made once.
        assert at_work.made == ["a", "b"]


async def test_a_line_that_may_not_be_interrupted_plays_to_its_end(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line("a", interruptible=False))
        await at_work.until("started", "a")
        with pytest.raises(RuntimeError):
            await at_work.session.interrupt()
        await at_work.mouth.silence()
        assert at_work.told == [("started", "a"), ("ended", "a")]


async def test_sound_is_made_ahead_once(speaking: Open) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.mouth.prepare("a")
        at_work.mouth.say(line("a"))
        at_work.mouth.say(line("b"))
        await at_work.mouth.silence()
        assert at_work.made == ["a", "b"]


async def test_of_many_questions_that_may_be_asked_the_newest_stand_ready_and_what_is_queued_stays(
    speaking: Open,
) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.floor_taken = True
        at_work.mouth.say(line("queued"))
        for number in range(2 * MOST_AHEAD):
            at_work.mouth.prepare(f"draft {number}")
            await asyncio.sleep(0.05)
        made = list(at_work.made)
        newest, oldest = made[-MOST_AHEAD], made[1]
        at_work.mouth.say(line(newest))
        at_work.mouth.say(line(oldest))
        at_work.floor_taken = False
        await at_work.mouth.silence()
        assert at_work.texts("ended") == ["queued", newest, oldest]
        assert at_work.made == [*made, oldest]


async def test_a_sound_that_failed_ahead_is_tried_again_when_its_line_is_due(speaking: Open) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.broken.add("a")
        at_work.mouth.prepare("a")
        await asyncio.sleep(0.05)
        at_work.broken.clear()
        at_work.mouth.say(line("a"))
        await at_work.mouth.silence()
        assert at_work.made == ["a", "a"]
        assert [round(len(piece) / 48_000, 1) for piece in at_work.loudspeaker.played] == [0.5]


async def test_the_interview_goes_on_when_the_voice_breaks(speaking: Open, caplog: pytest.LogCaptureFixture) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.broken.add("broken")
        at_work.mouth.say(line("broken"))
        at_work.mouth.say(line("b"))
        await at_work.mouth.silence()
        assert at_work.texts("ended") == ["broken", "b"]
        assert "could not be synthesized" in caplog.text


async def test_a_line_without_a_voice_stands_whole_however_soon_the_candidate_speaks(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.broken.add("shown alone")
        at_work.mouth.say(line("shown alone"))
        await at_work.until("started", "shown alone")
        await at_work.session.interrupt()
        await at_work.mouth.silence()
        assert at_work.told == [("started", "shown alone"), ("ended", "shown alone")]
        assert at_work.heard == [()]


async def test_silence_is_at_once_when_nothing_is_to_be_said(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work, asyncio.timeout(1):
        await at_work.mouth.silence()


@pytest.mark.parametrize("interruptible", [True, False])
async def test_a_line_forgotten_after_it_was_handed_over_and_before_its_first_sound_is_not_said(
    speaking: Open, interruptible: bool
) -> None:
    async with speaking(Loudspeaker(start_after_s=0.3)) as at_work:
        at_work.mouth.say(line("a", interruptible=interruptible))
        async with asyncio.timeout(5):
            while not at_work.session.current_speech:
                await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
        at_work.mouth.forget()
        at_work.mouth.say(line("b"))
        await at_work.mouth.silence()
        assert at_work.told == [("started", "b"), ("ended", "b")]


async def test_a_closed_mouth_makes_no_more_sounds(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        before = asyncio.all_tasks()
        at_work.mouth.prepare("a")
        assert asyncio.all_tasks() > before
        await at_work.mouth.close()
        assert asyncio.all_tasks() <= before


async def test_a_line_forgotten_while_its_sound_is_made_is_not_said(speaking: Open) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.mouth.say(line("a"))
        async with asyncio.timeout(1):
            while not at_work.made:
                await asyncio.sleep(0)
        at_work.mouth.forget()
        at_work.mouth.say(line("b"))
        await at_work.mouth.silence()
        assert at_work.texts("started") == ["b"]


async def test_a_line_held_back_goes_on_behind_what_was_lost_of_it(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.until("started", WORDS)
        at_work.mouth.hold_back()
        assert at_work.mouth.sounding
        at_work.mouth.go_on()
        await at_work.mouth.silence()
        assert at_work.told == [("started", WORDS), ("ended", WORDS)]
        assert abs(sum(len(piece) for piece in at_work.loudspeaker.played) / 48_000 - 0.3) < 0.01
        assert len(at_work.loudspeaker.runs) == 2


async def test_words_behind_a_place_where_the_line_was_held_back_are_told_as_late_as_they_sounded(
    speaking: Open,
) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.until("started", WORDS)
        await asyncio.sleep(0.12)
        at_work.mouth.hold_back()
        await asyncio.sleep(0.4)
        at_work.mouth.go_on()
        await at_work.mouth.silence()
        (heard,) = at_work.heard
        first, second = at_work.loudspeaker.runs
        before_s = len(at_work.loudspeaker.played[0]) / RATE_HZ
        # Four words were lost in the pause.
        place = round(before_s / 0.05)
        assert [word.text for word in heard] == [*WORDS.split()[:place], *WORDS.split()[place + 4 :]]
        assert all(word.end_s <= first + before_s + 0.001 or word.start_s >= second - 0.001 for word in heard)
        assert heard[0].start_s == pytest.approx(first, abs=0.01)
        assert len(heard) > place
        last = WORDS.split().index(heard[-1].text)
        assert heard[-1].start_s == pytest.approx(second + 0.05 * (last - 4) - before_s, abs=0.01)


async def test_words_behind_a_place_where_the_sound_ran_dry_are_told_as_late_as_they_sounded(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.until("started", WORDS)
        await asyncio.sleep(0.1)
        at_work.loudspeaker.hold_up(0.3)
        await at_work.mouth.silence()
        (heard,) = at_work.heard
        first, second = at_work.loudspeaker.runs
        before_s = len(at_work.loudspeaker.played[0]) / RATE_HZ
        assert [word.text for word in heard] == WORDS.split()
        assert heard[0].start_s == pytest.approx(first, abs=0.01)
        assert heard[-1].start_s == pytest.approx(second + 0.45 - before_s, abs=0.01)


async def test_a_line_that_gives_way_while_it_is_held_back_lets_the_next_one_be_heard(speaking: Open) -> None:
    async with speaking(Loudspeaker()) as at_work:
        at_work.mouth.say(line(WORDS))
        await at_work.until("started", WORDS)
        await asyncio.sleep(0.1)
        at_work.mouth.hold_back()
        at_work.mouth.give_way()
        at_work.mouth.say(line("b"))
        await at_work.mouth.silence()
        assert at_work.told[:2] == [("started", WORDS), ("interrupted", WORDS)]
        assert at_work.texts("ended") == ["b"]


async def test_a_line_waits_while_the_candidate_has_the_floor(speaking: Open) -> None:
    async with speaking(Loudspeaker(speed=10)) as at_work:
        at_work.floor_taken = True
        at_work.mouth.say(line("a"))
        await asyncio.sleep(0.1)
        assert at_work.told == []
        at_work.floor_taken = False
        await at_work.mouth.silence()
        assert at_work.texts("ended") == ["a"]


async def test_a_line_withdrawn_before_anybody_heard_it_waits_for_the_floor(speaking: Open) -> None:
    async with speaking(Loudspeaker(start_after_s=0.3)) as at_work:
        at_work.mouth.say(line("a"))
        while not at_work.session.current_speech:
            await asyncio.sleep(0.005)
        at_work.floor_taken = True
        at_work.mouth.give_way()
        await asyncio.sleep(0.5)
        assert at_work.told == []
        at_work.floor_taken = False
        await at_work.mouth.silence()
        assert at_work.told == [("started", "a"), ("ended", "a")]
