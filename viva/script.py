"""The synthetic candidate's part in an interview, and the one who plays it."""

import asyncio
import contextlib
import itertools
import re

import httpx2
from pydantic import BaseModel, ConfigDict

from interview.spec import Language, Section
from viva.caller import Caller
from viva.catalogue import read_yaml
from viva.errors import VivaError
from viva.settings import Settings

BRIEF_WORDS = 10
"""Of a follow-up's answer; the interviewer asks for more after a few words."""
NO_QUESTIONS = "No, thank you. I have no questions."
LOOK_S = 0.3
"""Between two looks at the interview's state."""


class CodingPart(BaseModel):
    """What the synthetic candidate writes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language
    source: str
    aloud: str
    """Said while coding; the interviewer stays quiet."""


class Script(BaseModel):
    """The content of `prompts/candidates/NAME.yaml`: a candidate's part in one interview."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    goodbye: str
    sections: dict[str, tuple[str, ...]]
    """By section id, or `section.question` for one question of a section that may ask several: the answer to the
    prompt, then those to follow-ups."""
    coding: CodingPart | None = None
    """None where the interview asks for no code."""

    def written_for(self, section: Section, question: str) -> tuple[str, ...]:
        """The answers to one question alone: its own, or its section's where that asks no other; none: empty."""
        own = self.sections.get(f"{section.id}.{question}", ())
        return own or (self.sections.get(section.id, ()) if len(section.questions) == 1 else ())


class Candidate:
    """Plays a script in a call."""

    def __init__(self, caller: Caller, script: Script, brief: bool) -> None:
        self._caller, self._script, self._brief = caller, script, brief
        self._given: dict[str, int] = {}
        self._coded = False

    async def take(self) -> None:
        """Answers until the interview has ended."""
        while True:
            await self._caller.hear_out()
            state = await self._caller.state()
            match state["stage"]:
                case "listening":
                    await self._caller.say(self._answer(state["section"], state["question"]["id"]))
                case "coding" if not self._coded and self._script.coding:
                    await self._code(self._script.coding)
                case "asking":
                    await self._caller.say(NO_QUESTIONS)
                case "closing":
                    with contextlib.suppress(httpx2.HTTPStatusError):
                        await self._caller.say(self._script.goodbye)
                    await self._until_ended()
                    return
                case "ended":
                    return
                case _:
                    await asyncio.sleep(LOOK_S)

    def _answer(self, section: str, question: str) -> str:
        own = f"{section}.{question}"
        key = own if own in self._script.sections else section
        answers = self._script.sections[key]
        place = self._given.get(key, 0)
        self._given[key] = place + 1
        answer = answers[min(place, len(answers) - 1)]
        return _shortened(answer, place) if self._brief else answer

    async def _code(self, part: CodingPart) -> None:
        """Types line by line as the page would send it, thinks aloud if there is time, submits."""
        self._coded = True
        typed = ""
        for line in part.source.splitlines(keepends=True):
            typed += line
            await self._caller.post("code/changes", {"language": part.language, "source": typed})
            await asyncio.sleep(0.5)
        if not self._brief:
            await self._caller.say(part.aloud, timed=False)
            await asyncio.sleep(1)
        await self._caller.post("code/submit", {"language": part.language, "source": part.source})

    async def _until_ended(self) -> None:
        while (await self._caller.state())["stage"] != "ended":
            await asyncio.sleep(LOOK_S)


def _shortened(answer: str, place: int) -> str:
    """Two sentences for a prompt; for a follow-up one, or as many as it takes not to be asked for more."""
    sentences = re.split(r"(?<=[.?!])\s+", answer)
    count = 2
    if place:
        ends = itertools.accumulate(len(sentence.split()) for sentence in sentences)
        count = next((number for number, words in enumerate(ends, 1) if words >= BRIEF_WORDS), len(sentences))
    return " ".join(sentences[:count])


def read_script(settings: Settings, spec: str) -> Script:
    """The synthetic candidate's part in this interview; VivaError when there is none."""
    path = settings.prompts_dir / "candidates" / f"{spec}.yaml"
    if not path.exists():
        raise VivaError(f"There is no synthetic candidate for '{spec}'; write its part in {path}")
    return Script.model_validate(read_yaml(path))
