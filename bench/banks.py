"""Candidates made of prepared answers: what each says next, chosen by a seed."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agent.rehearsal import Rehearsal, Turn
from interview.arrangement import Note
from interview.folding import fold
from interview.loading import parse
from interview.model import Frozen
from interview.persona import Request
from interview.spec import Section, Spec
from interview.state import State
from viva.catalogue import read_yaml
from viva.script import Script

DATA = Path(__file__).parent / "data" / "answers"
MOST_TURNS = 90
"""A candidate who is still asked something after so many turns will never reach the end."""
KINDS = ("strong", "weak", "terse", "rambling", "fishing", "injecting")


class Asked(Frozen):
    """Something a candidate says that is no answer."""

    say: str
    asks: Request


class Common(Frozen):
    """`bench/data/answers/any.yaml`."""

    fishing: tuple[Asked, ...]
    injecting: tuple[Asked, ...]
    silent: tuple[str, ...]
    asking: tuple[str, ...]
    notes: tuple[Note, ...]
    digressions: tuple[str, ...]


class Own(Frozen):
    """`bench/data/answers/SPEC.yaml`."""

    weak: tuple[str, ...]
    terse: tuple[str, ...]


def common() -> Common:
    """What candidates of every interview say."""
    path = DATA / "any.yaml"
    return parse(Common, read_yaml(path), str(path))


class Bank:
    """One candidate of one interview. `script` holds what the strong one says."""

    def __init__(self, spec: Spec, kind: str, seed: int, script: Script) -> None:
        path = DATA / f"{spec.name}.yaml"
        self._own, self._any = parse(Own, read_yaml(path), str(path)), common()
        self._spec, self._kind, self._script = spec, kind, script
        self._random = random.Random(f"{spec.name} {kind} {seed}")
        self._decks: dict[str, list[Any]] = {}
        self._given: dict[str, int] = {}
        self.asked: dict[str, Request] = {asked.say: asked.asks for asked in (*self._any.fishing, *self._any.injecting)}
        """What those of the candidate's turns ask for that are no answers, by their words."""

    def turns(self, rehearsal: Rehearsal) -> Iterator[Turn]:
        """The candidate's turns, each made when the interviewer has spoken."""
        for number in range(1, MOST_TURNS + 1):
            state = fold(rehearsal.events)
            match state.stage:
                case "ended":
                    return
                case "closing":
                    yield Turn(say=self._script.goodbye)
                case "coding":
                    yield self._code(self._spec.section(state.section))
                case "asking":
                    place = min(state.their_questions, len(self._any.asking) - 1)
                    yield Turn(say=self._any.asking[place])
                case "listening":
                    yield self._answer(state, number)
                case _:
                    yield Turn(silence_s=30)

    def _answer(self, state: State, number: int) -> Turn:
        match self._kind:
            case "weak" if self._random.random() < 0.1:
                return Turn(silence_s=120)
            case "weak" if self._random.random() < 0.2:
                return Turn(say=self._next("silent", self._any.silent))
            case "weak":
                return Turn(say=self._next("weak", self._own.weak))
            case "terse":
                return Turn(say=self._next("terse", self._own.terse))
            case "rambling":
                around = [self._next("digressions", self._any.digressions) for _ in range(4)]
                return Turn(say=" ".join([*around[:2], self._strong(state), *around[2:]]))
            case "fishing" | "injecting" if number % 2:
                return Turn(say=self._next(self._kind, getattr(self._any, self._kind)).say)
            case "fishing" | "injecting" if self._random.random() < 0.5:
                return Turn(say=self._next("weak", self._own.weak))
            case _:
                return Turn(say=self._strong(state))

    def _strong(self, state: State) -> str:
        line = state.question
        question = line.question if line else ""
        own = f"{state.section}.{question}"
        key = own if own in self._script.sections else state.section
        answers = self._script.sections[key]
        place = self._given.get(key, 0)
        self._given[key] = place + 1
        return answers[place % len(answers)]

    def _code(self, section: Section) -> Turn:
        assert section.coding is not None
        if self._kind == "terse":
            return Turn(silence_s=section.coding.minutes * 180)  # the editor's time runs out, granted more or not
        if self._kind != "weak" and self._script.coding:
            return Turn(submit=self._script.coding.source, language=self._script.coding.language)
        return Turn(submit=section.coding.starter["python"], language="python")

    def _next(self, name: str, ways: tuple[Any, ...]) -> Any:
        """From a shuffled deck, so that nothing comes twice before all came."""
        deck = self._decks.setdefault(name, [])
        if not deck:
            deck.extend(self._random.sample(ways, len(ways)))
        return deck.pop()
