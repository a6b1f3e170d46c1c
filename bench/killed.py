"""`python -m bench.killed`: scorings that are killed again and again, at whatever moment: one report an interview, and
no model asked twice for what it has answered.

Language model and recognizer are stand-ins, which count what they are asked and take a little time; everything else is
the scorer's own, in a process that gets SIGKILL and is started anew.
"""

import hashlib
import multiprocessing
import random
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from typing import Annotated

import numpy as np
import sqlalchemy as sa
import typer

from bench.entry import start
from bench.journals import apart, exchanges, hold, interview_of, record
from bench.stand_in import StandIn, stand_in
from interview.model import Frozen
from records.database import open_database
from records.queue import Job, newest_job
from records.readings import Readings
from records.recordings import Recordings
from records.reports import Reports
from scoring import job
from scoring.config import ScoringConfig
from scoring.hearing import Sound
from scoring.listening import DOING
from scoring.reading.model import Forgetful
from scoring.reading.served import ServedModel
from viva.errors import VivaError
from viva.script import read_script
from viva.settings import Settings, load_settings
from viva.terminal import out, steps
from viva.wiring import catalogue, scoring_config
from voice.sound import RATE_HZ
from voice.transcript import Word

KILLS = 50
SEED = 20_261_122
SPEC = "mle-v1"
"""It has code to run, so that a scorer may be killed at that too."""
PAUSE_S = 0.02
"""How long the stand-ins take to answer."""
MINUTES, ANSWERS = 1.0, 2
"""So short that each question gets a single answer; the first of them."""
START = "while it starts"
EARLY = (START, "putting the recording together", "running the code", DOING)
LATER = (START, "running the code", 1, 2, 3, 9, 20)
"""When scorers are killed before the interview's first question to a model, and after that: at what they tell that they
are at, or so many questions later; the last of them often is when the report is written."""
LONGEST_START_S = 1.5
PATIENCE_S = 120.0
"""Within so long a scorer that nobody kills has to come to what is waited for."""
AGAIN = "Users should keep coming back over months because clicks alone are a poor proxy.".split()
"""What the stand-in hears in every passage."""


class Result(Frozen):
    """All kills together."""

    kills: int
    at: dict[str, int]
    """By what the scorer had told that it was at, at most a tenth of a second before."""
    interviews: int
    wrong: int
    """Interviews with no report, or more than one."""
    heard_again: int
    """Passages in these reports that were listened to again."""
    asked: int
    """Questions to the language model and passages for the recognizer."""
    repeated: int
    """Of these, those that had been answered, and the answer kept, before a kill."""


class Ear:
    """A recognizer that hears the same in everything, counted by the stand-in server beside the model's questions."""

    name = "stand-in"

    def __init__(self, url: str) -> None:
        self._counter = ServedModel(url)

    def hear(self, sound: Sound) -> Sequence[Word]:
        """See scoring.hearing.Ear."""
        heard = hashlib.sha256(sound.tobytes()).hexdigest()
        self._counter.choose("hear", heard, [""], ("yes",), Forgetful(), lambda: None)
        places = np.arange(0, len(sound) / 16_000, 0.3)
        return [Word(AGAIN[n % len(AGAIN)], at, at + 0.2, 0.9) for n, at in enumerate(places.tolist())]


def scorer(config: ScoringConfig) -> None:
    """The scorer's process: works until it is killed."""
    # In a process of its own, so nobody needs the recognizer back. To mypy it is a class that another module made.
    job.UnhurriedEar = lambda *_: Ear(config.llm_base_url)  # type: ignore[assignment,attr-defined]
    job.run(config, threading.Event())


class _Installation:
    """A data folder whose scorers are killed, and the stand-in that they ask."""

    def __init__(self, settings: Settings, server: StandIn, engine: sa.Engine, config: ScoringConfig) -> None:
        self._rules, script = catalogue(settings).interview(SPEC), read_script(settings, SPEC)
        self._script = script
        self._told = [each._replace(unclear=True) for each in exchanges(self._rules[0], script, MINUTES)][:ANSWERS]
        self._server, self._engine, self._config = server, engine, config
        self._reports = Reports(engine)
        self._chance = random.Random(SEED)
        self._context = multiprocessing.get_context("forkserver")
        # Scorers need not import everything first, so that kills fall into the work.
        self._context.set_forkserver_preload(["bench.journals", "scoring.job", "bench.stand_in", "viva.stack"])
        self.at: Counter[str] = Counter()
        self.interviews: list[str] = []
        self.repeated = 0

    def score(self, kills: int, tell: Callable[[int], None]) -> None:
        """Holds an interview and has it scored, over several lives of the scorer: so many kills are left."""
        data = self._config.data_dir
        # What is read once for all interviews each has to ask for itself here.
        shutil.rmtree(data / "readings", ignore_errors=True)
        events = hold(self._engine, self._rules, self._told, self._script)
        hiss = np.random.default_rng(SEED).integers(-2000, 2000, 3 * RATE_HZ, np.int16)
        recordings = Recordings(data / "recordings", self._engine, segments=data / "segments")
        record(recordings, events, lambda _: hiss)
        self.interviews.append(interview_of(events))
        first = len(self._server.asked)
        while self._job().state != "done":
            before, kept = self._server.asked[first:], len(Readings(self._engine, self.interviews[-1]).all())
            process = self._context.Process(target=scorer, args=(self._config,), daemon=True)
            process.start()
            try:
                if kills > 0:
                    self._wait(process, LATER if before else EARLY)
                    now = self._job()
                    self.at[now.doing or now.state] += 1
                    kills -= 1
                    tell(self.at.total())
                else:
                    self._until(lambda: self._job().state == "done", process)
            finally:
                process.kill()
                process.join()
                process.close()
            # What it sent last may not have been counted yet.
            time.sleep(PAUSE_S)
            self.repeated += again(before, kept, self._server.asked[first + len(before) :])

    def result(self) -> Result:
        """What has come of it so far."""
        reports = [self._reports.versions(interview_id) for interview_id in self.interviews]
        passages = [row for kept in reports for one in kept[:1] for row in one.body["hearing"]]
        return Result(
            kills=self.at.total(),
            at=dict(self.at),
            interviews=len(reports),
            wrong=sum(len(kept) != 1 for kept in reports),
            heard_again=sum(bool(row["heard_again"]) for row in passages),
            asked=len(self._server.asked),
            repeated=self.repeated,
        )

    def _wait(self, process: BaseProcess, moments: Sequence[str | int]) -> None:
        """Returns at one of the moments, and a little later."""
        moment = self._chance.choice(moments)
        if moment == START:
            time.sleep(self._chance.uniform(0, LONGEST_START_S))
            return
        # A step may be over before it is seen: it tells what it is at ten times a second.
        asked = len(self._server.asked) + (moment if isinstance(moment, int) else 3)
        self._until(
            lambda: self._job().doing == moment or len(self._server.asked) >= asked or self._reported(), process
        )
        time.sleep(self._chance.uniform(0, 0.05))

    def _until(self, true: Callable[[], bool], process: BaseProcess) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            if not process.is_alive() or time.monotonic() > deadline:
                raise VivaError(
                    f"A scorer that nobody killed came to nothing in {PATIENCE_S:.0f} s; is there memory left?"
                )
            time.sleep(0.02)

    def _job(self) -> Job:
        found = newest_job(self._engine, self.interviews[-1])
        if found is None or found.state == "failed":
            raise VivaError(f"A scoring failed: {found.doing if found else 'it was never queued'}")
        return found

    def _reported(self) -> bool:
        return bool(self._reports.versions(self.interviews[-1]))


def measure(settings: Settings, kills: int = KILLS, tell: Callable[[int], None] = lambda _: None) -> Result:
    """Kills scorers so many times, then lets the scoring end; `tell` is told how many it were after each.

    Raises VivaError when a scorer comes to nothing by itself.
    """
    with tempfile.TemporaryDirectory() as folder, stand_in() as server:
        server.pause_s = PAUSE_S
        config = scoring_config(apart(settings, folder)).model_copy(
            update={"llm_dir": None, "llm_base_url": server.url, "llm_model": "", "meaning_dir": None}
        )
        engine = open_database(config.database_url)
        try:
            installation = _Installation(settings, server, engine, config)
            while (done := installation.at.total()) < kills:
                installation.score(kills - done, tell)
            return installation.result()
        finally:
            engine.dispose()


def again(before: Sequence[str], kept: int, since: Sequence[str]) -> int:
    """How many questions since a kill had been answered already: of those before it so many answers are on disk, in
    their order."""
    answered = set(list(dict.fromkeys(before))[:kept])
    return sum(question in answered for question in since) + len(since) - len(set(since))


def main(kills: Annotated[int, typer.Option(help="How many.")] = KILLS) -> None:
    """Kill scorers and count reports and repeated questions."""
    with steps() as show:
        found = measure(load_settings(), kills, lambda done: show.at(f"killed: {done} of {kills}", done / kills))
    out.print(
        f"{found.kills} kills in {found.interviews} interviews: {found.wrong} without exactly one report, "
        f"{found.repeated} of {found.asked} questions to models asked again though they were answered."
    )
    out.print("Killed while it was at: " + ", ".join(f"{what} {count}" for what, count in sorted(found.at.items())))
    if found.wrong or found.repeated:
        raise typer.Exit(1)


if __name__ == "__main__":
    start(main)
