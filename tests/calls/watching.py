"""What tests of whole calls wait for and look at: the journal from outside, captions, words."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from livekit import rtc

from interview.events import CandidateSpoke, Event, LineStarted
from records.journal import Journal
from voice.sound import RATE_HZ

E = TypeVar("E")


@dataclass
class Watcher:
    """Follows one interview's journal."""

    journal: Journal
    interview_id: str

    async def events(self) -> list[Event]:
        """All events so far."""
        return [event for _, event in await asyncio.to_thread(self.journal.read, self.interview_id)]

    async def until(self, claim: Callable[[list[Event]], E], within_s: float = 60) -> E:
        """The first true value of `claim` over the events; AssertionError tells what there was instead."""
        give_up = time.monotonic() + within_s
        while not (value := claim(events := await self.events())):
            assert time.monotonic() < give_up, f"not within {within_s} s; events: {[_short(e) for e in events]}"
            await asyncio.sleep(0.1)
        return value

    async def line(self, kind: str, section: str = "", after: int = 0, within_s: float = 60) -> int:
        """Waits until a line of this kind began beyond the first `after` events; returns its place, from 1."""

        def seen(events: list[Event]) -> int:
            for place, event in enumerate(events[after:], start=after + 1):
                if isinstance(event, LineStarted) and event.line.kind == kind and event.line.section == section:
                    return place
            return 0

        return await self.until(seen, within_s)


@dataclass
class Captions:
    """The transcriptions that arrive in a room, final ones, by who said them."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def watch(self, room: rtc.Room) -> None:
        """Before the room is connected."""
        room.register_text_stream_handler("lk.transcription", self._open)

    def of(self, identity: str) -> str:
        """All that this participant said."""
        return " ".join(self.texts.get(identity, []))

    def _open(self, reader: rtc.TextStreamReader, identity: str) -> None:
        task = asyncio.create_task(self._read(reader, identity))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self, reader: rtc.TextStreamReader, identity: str) -> None:
        text = await reader.read_all()
        if (reader.info.attributes or {}).get("lk.transcription_final") == "true":
            self.texts.setdefault(identity, []).append(text)


def lines(events: list[Event], *kinds: str) -> list[str]:
    """What the interviewer began to say."""
    return [e.line.text for e in events if isinstance(e, LineStarted) and (not kinds or e.line.kind in kinds)]


def heard(events: list[Event]) -> str:
    """What the recognizer understood of the candidate."""
    return " ".join(event.text for event in events if isinstance(event, CandidateSpoke))


def recorded_until_ms(segments: Path) -> int:
    """The end of the newest segment that is whole."""
    return max(int(path.stem) + path.stat().st_size // 4 * 1000 // RATE_HZ for path in segments.glob("*.pcm"))


def _short(event: Event) -> str:
    match event:
        case LineStarted():
            return f"{event.at_ms} {event.line.kind}:{event.line.section}"
        case CandidateSpoke():
            return f"{event.at_ms} spoke {len(event.text.split())} words"
        case _:
            return f"{event.at_ms} {event.type}"
