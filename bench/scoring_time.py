"""`python -m bench.scoring_time`: how long the embedded language model takes to score an interview of half an hour.

The prepared candidate's answers stand in the journal as if they had been spoken, at the pace of a conversation; each
section gets its share of the time. There is no recording, so what listening again to unclear words would take is left
out. It is scored twice: as a server's first interview of its kind, and as a further one, for which what holds no word
of a candidate has been read.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bench.entry import start
from interview.events import AgentJoined, Began, CandidateSpoke, Ended, Event, Line, LineStarted, Word
from interview.persona import Persona
from interview.spec import Spec
from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from scoring.job import open_parts, score
from viva.script import Script, read_script
from viva.settings import Settings, load_settings
from viva.stack import has_own_llm, language_model
from viva.terminal import Steps, out, steps
from viva.wiring import catalogue, scoring_config

WORD_S = 60 / 130
"""Spoken answers, thinking pauses included."""
LINE_S = 8.0
"""A line of the interviewer and the silences beside it."""
NAMES = ("the first of its kind", "a further one")


def told(spec: Spec, script: Script, minutes: float) -> Iterator[tuple[Line, str]]:
    """What is asked and answered in the time, in order."""
    share = minutes / sum(section.minutes for section in spec.sections)
    number = 0
    for section in spec.sections:
        left_s = 60 * share * section.minutes
        for question in section.questions:
            for place, answer in enumerate(script.written_for(section, question.id)):
                if left_s <= 0:
                    break
                number += 1
                kind = "follow_up" if place else "prompt"
                text = "Could you say more?" if place else question.prompt.aloud
                yield Line(text=text, kind=kind, section=section.id, question=question.id), answer
                left_s -= LINE_S + WORD_S * len(answer.split())


def events(began: Began, lines: list[tuple[Line, str]]) -> list[Event]:
    """The journal of a held interview."""
    found: list[Event] = [began, AgentJoined(at_ms=100)]
    now = 1000
    for number, (line, answer) in enumerate(lines, 1):
        found.append(LineStarted(at_ms=now, line_id=number, line=line))
        began_ms = now = now + round(1000 * LINE_S)
        words = []
        for word in answer.split():
            words.append(Word(text=word, start_ms=now, end_ms=now + 250, confidence=0.95))
            now += round(1000 * WORD_S)
        found.append(CandidateSpoke(at_ms=now, text=answer, started_ms=began_ms, ended_ms=now, words=tuple(words)))
    return [*found, Ended(at_ms=now + 1000, reason="completed")]


def scored_s(settings: Settings, rules: tuple[Spec, Persona], lines: list[tuple[Line, str]]) -> float:
    """Seconds that one such interview takes."""
    engine = open_database(settings.database)
    try:
        invite = Invites(engine).create(*rules, candidate="Robin")
        began = Began(
            at_ms=0,
            interview_id=invite.id,
            candidate="Robin",
            started_at=datetime.now(UTC),
            recording=False,
            spec=invite.spec,
            persona=invite.persona,
        )
        journal = Journal(engine)
        journal.begin(began)
        for event in events(began, lines)[1:]:
            journal.append(invite.id, event)
        with open_parts(scoring_config(settings)) as parts:
            clock = time.monotonic()
            score(invite.id, parts)
            return time.monotonic() - clock
    finally:
        engine.dispose()


async def _both(settings: Settings, rules: tuple[Spec, Persona], lines: list[tuple[Line, str]], show: Steps) -> None:
    async with AsyncExitStack() as held:
        if has_own_llm(settings, show):
            settings = await held.enter_async_context(language_model(settings, show))
        for name in NAMES:
            show.at(f"scoring {name}")
            took_s = await asyncio.to_thread(scored_s, settings, rules, lines)
            out.print(f"{name}: {took_s:.0f} s")


def main(
    spec: Annotated[str, typer.Option(help="The interview.")] = "ml-rigorous",
    minutes: Annotated[float, typer.Option(help="How long it went on.")] = 30,
) -> None:
    """Measure how long scoring takes."""
    settings = load_settings()
    rules, script = catalogue(settings).interview(spec), read_script(settings, spec)
    lines = list(told(rules[0], script, minutes))
    words = sum(len(answer.split()) for _, answer in lines)
    asked = sum(line.kind == "prompt" for line, _ in lines)
    out.print(f"{spec}: {asked} questions, {len(lines) - asked} follow-ups, {words} words of the candidate")
    with tempfile.TemporaryDirectory() as folder, steps() as show:
        apart = settings.model_copy(update={"data_dir": Path(folder), "database_url": "", "record_store": ""})
        asyncio.run(_both(apart, rules, lines, show))


if __name__ == "__main__":
    start(main)
