"""A language model that is asked for one token: how likely each of some words is as the first of its reply.

Every reading is kept, and asked for again the kept one is given: scoring again gives the same, whatever serves the
model, and a scoring that was cut off does not ask twice.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

Reading = dict[str, float]
"""Word → its probability as the reply's first token, 0 to 1."""

Before = Callable[[], None]
"""Called each time before the model is asked."""


class Memory(Protocol):
    """Where readings are kept."""

    def recall(self, key: str) -> Reading | None:
        """The reading kept under a key; None when there is none."""

    def keep(self, key: str, reading: Reading) -> None:
        """Keeps a reading for good; the first one under a key stays."""


class Forgetful:
    """Keeps nothing."""

    def recall(self, key: str) -> Reading | None:
        """None."""
        return None

    def keep(self, key: str, reading: Reading) -> None:
        """Does nothing."""


class LanguageModel(Protocol):
    """Whatever serves the model."""

    @property
    def name(self) -> str:
        """The model's name; ModelUnavailable when it cannot be asked."""

    def choose(
        self, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, before: Before
    ) -> list[Reading]:
        """For each end how likely each of the words, in small letters, is the first of the reply to `beginning + end`.

        What memory holds is recalled; `before` is called before each time the model itself is asked. Raises
        ModelUnavailable, and keeps what was read until then.
        """

    def rest(self) -> None:
        """Gives back the memory that the model takes, until the next question."""


Asked = Callable[[Sequence[str]], Iterable[tuple[str, Reading]]]
"""Asks the model about some ends and gives each with its reading as soon as it is known, in any order."""


def with_memory(
    name: str, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, ask: Asked
) -> list[Reading]:
    """The readings of `ends` by a model of this name, in the order of `words`: recalled, or asked for once and kept."""
    keys = {end: _key(name, system, beginning + end, words) for end in ends}
    known = {end: kept for end, key in keys.items() if (kept := memory.recall(key)) is not None}
    if missing := [end for end in keys if end not in known]:
        for end, reading in ask(missing):
            memory.keep(keys[end], reading)
            known[end] = reading
    return [{word: known[end].get(word, 0.0) for word in words} for end in ends]


def _key(name: str, system: str, user: str, words: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps([name, system, user, list(words)]).encode()).hexdigest()
