"""`python -m bench.scoring.time`: how long the embedded language model takes to score an interview of half an hour, and
whether scoring it again comes to the same.

The prepared candidate's answers stand in the journal as if they had been spoken, at the pace of a conversation; a few
passages were not heard clearly and are listened to again in the recording. It is scored as a server's first interview
of its kind, and as a further one, for which what holds no word of a candidate has been read; that one is then scored
again from what was read.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from statistics import fmean
from typing import Annotated, Any, NamedTuple

import typer

from bench.entry import start
from bench.journals import apart, exchanges, hold, interview_of, record
from interview.model import Frozen
from scoring.hearing import Ear, Sound
from scoring.job import Parts, open_parts, score
from viva.errors import VivaError
from viva.script import read_script
from viva.settings import Settings, load_settings
from viva.stack import with_language_model
from viva.talker import CandidateVoice
from viva.terminal import Steps, out, steps
from viva.wiring import catalogue, scoring_config, speech_models
from voice.transcript import Word

SPEC, MINUTES = "ml-rigorous", 30.0
UNCLEAR = 5
"""Passages that are not heard clearly, too far apart to be heard again in one go."""


class Timed(Frozen):
    """Half an hour scored, as a server's first interview of its kind and as a further one."""

    spec: str
    minutes: float
    questions: int
    words: int
    """Of the candidate."""
    first_s: float
    further_s: float
    hearing_s: float
    """What of `further_s` the recognizer took to hear passages again."""
    unclear: int
    """These passages."""
    again_s: float
    """Scoring the further one once more, from what was read and heard."""
    graded: int
    """Answers of the further one that have a grade."""
    changed: int
    """Of these, grades that are not the same when it is scored once more."""
    apart: float
    """The largest difference between the two interviews' grades of an answer, each by readings of its own, of 5."""
    uncertainty: float
    """What the report says of a grade, on average: half the spread over five wordings of the prompt, of 5."""


class _TimedEar:
    """Sums up how long the second hearing took."""

    def __init__(self, ear: Ear) -> None:
        self._ear, self.name, self.took_s = ear, ear.name, 0.0

    def hear(self, sound: Sound) -> Sequence[Word]:
        """See Ear."""
        began = time.monotonic()
        try:
            return self._ear.hear(sound)
        finally:
            self.took_s += time.monotonic() - began


class _Scoring(NamedTuple):
    """One scoring of one interview."""

    body: dict[str, Any]
    """The report's."""
    took_s: float
    hearing_s: float

    @property
    def grades(self) -> dict[tuple[str, str], float]:
        """By section and question; unscored answers are left out."""
        rows = self.body.get("grades", ())
        return {(row["section"], row["question"]): row["value"] for row in rows if row["value"] is not None}


def measure(settings: Settings, show: Steps, spec: str = SPEC, minutes: float = MINUTES) -> Timed:
    """With the language model of the settings. Raises VivaError when none answers, WeightsError."""
    rules, script = catalogue(settings).interview(spec), read_script(settings, spec)
    told = list(exchanges(rules[0], script, minutes))
    every = -(-len(told) // UNCLEAR)
    told = [each._replace(unclear=place % every == 0) for place, each in enumerate(told)]
    # Said once, so that both interviews sound the same: the voice says nothing twice alike.
    speak = cache(CandidateVoice(speech_models(settings).voice).speak)
    with tempfile.TemporaryDirectory() as folder:
        config, scorings = scoring_config(apart(settings, folder)), []
        with open_parts(config) as parts:
            for name in ("the first of its kind", "a further one"):
                show.at(f"scoring {name}")
                events = hold(parts.engine, rules, told, script)
                record(parts.recordings, events, speak)
                scorings.append(_scored(interview_of(events), parts))
        show.at("scoring it once more")
        # Opened anew, so that nothing but what is on disk is carried over.
        with open_parts(config) as parts:
            first, further, again = *scorings, _scored(interview_of(events), parts)
    sure = [row["uncertainty"] for row in further.body.get("grades", ()) if row["uncertainty"] is not None]
    apart_by = [abs(value - first.grades[key]) for key, value in further.grades.items() if key in first.grades]
    return Timed(
        spec=spec,
        minutes=minutes,
        questions=sum(each.line.kind == "prompt" for each in told),
        words=sum(len(each.answer.split()) for each in told),
        first_s=first.took_s,
        further_s=further.took_s,
        hearing_s=further.hearing_s,
        unclear=sum(bool(row["heard_again"]) for row in further.body["hearing"]),
        again_s=again.took_s,
        graded=len(further.grades),
        changed=sum(again.grades.get(key) != value for key, value in further.grades.items()),
        apart=round(max(apart_by, default=0.0), 3),
        uncertainty=round(fmean(sure), 2) if sure else 0.0,
    )


def _scored(interview_id: str, parts: Parts) -> _Scoring:
    assert parts.ear is not None
    ear, began = _TimedEar(parts.ear), time.monotonic()
    score(interview_id, replace(parts, ear=ear))
    took_s = time.monotonic() - began
    body = parts.reports.latest(interview_id).body
    if body["models"]["llm"] is None:
        raise VivaError("No language model answered, so there is nothing to time; `viva doctor` says what is missing")
    return _Scoring(body=body, took_s=round(took_s, 1), hearing_s=round(ear.took_s, 1))


async def _measured(settings: Settings, show: Steps, spec: str, minutes: float) -> Timed:
    async with with_language_model(settings, show) as settings:
        return await asyncio.to_thread(measure, settings, show, spec, minutes)


def main(
    spec: Annotated[str, typer.Option(help="The interview.")] = SPEC,
    minutes: Annotated[float, typer.Option(help="How long it went on.")] = MINUTES,
) -> None:
    """Measure how long scoring takes, and whether it comes to the same again."""
    settings = load_settings()
    with steps() as show:
        found = asyncio.run(_measured(settings, show, spec, minutes))
    out.print(f"{spec}: {found.questions} questions, {found.words} words of the candidate")
    out.print(f"the first of its kind: {found.first_s:.0f} s")
    out.print(f"a further one: {found.further_s:.0f} s, {found.hearing_s:.0f} s to hear {found.unclear} passages again")
    out.print(
        f"the same once more: {found.again_s:.0f} s, {found.changed} of {found.graded} grades changed; by fresh "
        f"readings at most {found.apart:.2f} apart, mean uncertainty {found.uncertainty:.2f}"
    )


if __name__ == "__main__":
    start(main)
