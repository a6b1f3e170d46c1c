"""The embedded language model, read in this process by CTranslate2.

On two cores that reads a prompt five times as fast as a llama.cpp built for AVX2 alone, and only reading is asked of it
here: one reply of one token each.

Only ends of equal length share a batch. Then each has the very reading that it has alone (difference 0.0 in log odds,
30 November 2026); of unequal ones CTranslate2 feeds the surplus token by token, which takes 0.15 s each and moved log
odds by up to 0.25.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from scoring.errors import ModelUnavailable
from scoring.reading import heap
from scoring.reading.batches import batches
from scoring.reading.model import Before, Memory, Reading, with_memory

CONTEXT = 4096
"""Tokens of a whole prompt: what the embedded server reads of one, too."""
KEPT_TOKENS = 3000
"""Tokens of beginnings that are kept at once. CTranslate2 forgets none by itself, and each token of one takes 0.34 MB:
1 GB. Beyond that the weights are loaded anew, which takes 3 s and forgets them all. With eight ends behind each of two
beginnings of 1400 tokens the process takes 4.8 GB, the most seen (30 November 2026)."""
FAILURES = (RuntimeError, ValueError, MemoryError)
"""What CTranslate2 raises. Where it gets no more memory that is the last, or the first and says "allocate"."""
START, END = "<|im_start|>", "<|im_end|>"
"""ChatML's marks as tokens. They are put in as tokens alone: the tokenizer makes them from no text."""


class EmbeddedModel:
    """A model's folder as set-up converts it: model.bin, config.json, vocabulary.json, tokenizer.json."""

    def __init__(self, folder: Path, name: str, threads: int = 2) -> None:
        """`name` as reports name it. Nothing is loaded before the first question, which takes 2 to 3 s longer."""
        self._folder, self._name, self._threads = folder, name, threads
        self._kept: set[tuple[str, ...]] = set()

    @property
    def name(self) -> str:
        """See LanguageModel."""
        if not (self._folder / "model.bin").is_file():
            raise ModelUnavailable(f"the language model's folder {self._folder} is not there; run `viva setup`")
        return self._name

    def choose(
        self, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, before: Before
    ) -> list[Reading]:
        """See LanguageModel. The beginning is read once, together with the first ends.

        Of an end that does not fit into the context behind its beginning nothing can be told: each word has 0.
        """

        def ask(missing: Sequence[str]) -> Iterator[tuple[str, Reading]]:
            opening = [*self._turn("system", system), START, *self._tokens(f"user\n{beginning}")]
            reply = self._tokens("assistant\n")
            closed = {end: [*self._tokens(end), END, *self._tokens("\n"), START, *reply] for end in missing}
            fitting = [end for end, tokens in closed.items() if len(opening) + len(tokens) <= CONTEXT]
            yield from ((end, dict.fromkeys(words, 0.0)) for end in closed.keys() - set(fitting))
            together = list(batches([len(closed[end]) for end in fitting], len(opening)))
            for batch in together:
                before()
                some = [fitting[place] for place in batch]
                found = self._read(opening, [closed[end] for end in some], keep=len(together) > 1)
                for end, chances in zip(some, found, strict=True):
                    yield end, {word: float(chances[self._spelled(word)].sum()) for word in words}

        return with_memory(self.name, system, beginning, ends, words, memory, ask)

    def rest(self) -> None:
        """See LanguageModel. The next question takes 3 s longer."""
        if "_generator" not in self.__dict__:
            return
        until = time.monotonic() + 1
        while self._generator.model_is_loaded and time.monotonic() < until:
            self._generator.unload_model()  # does nothing while the last batch still counts as running
            time.sleep(0.01)
        if not self._generator.model_is_loaded:
            self._kept.clear()
        heap.give_back()

    def _turn(self, who: str, said: str) -> list[str]:
        return [START, *self._tokens(f"{who}\n{said}"), END, *self._tokens("\n")]

    def _tokens(self, text: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(text, add_special_tokens=False).tokens
        return tokens

    def _read(self, opening: list[str], closed: list[list[str]], keep: bool) -> list[npt.NDArray[np.float64]]:
        """How likely each token of the vocabulary, shape (tokens,), follows each end, which are of equal length.

        `keep`: more ends of this opening follow.
        """
        keep = keep or tuple(opening) in self._kept
        try:
            self._load()
            if keep:
                self._make_room(tuple(opening))
            results = self._generator.generate_batch(
                closed,
                static_prompt=opening,
                cache_static_prompt=keep,
                max_length=1,
                return_logits_vocab=True,
                include_prompt_in_result=False,
            )
            return [_chances(result.logits[0][0]) for result in results]
        except FAILURES as error:
            raise self._broken(error) from None

    def _make_room(self, opening: tuple[str, ...]) -> None:
        """Notes an opening that is going to be kept, and forgets all others where they would be too many."""
        if self._kept and opening not in self._kept and sum(map(len, self._kept)) + len(opening) > KEPT_TOKENS:
            self.rest()
            self._load()
        self._kept.add(opening)

    def _load(self) -> None:
        if self._generator.model_is_loaded:
            return
        self._generator.load_model()
        heap.give_back()

    @cached_property
    def _generator(self) -> Any:
        import ctranslate2

        try:
            made = ctranslate2.Generator(
                str(self._folder), device="cpu", compute_type="int8", inter_threads=1, intra_threads=self._threads
            )
        except FAILURES as error:
            raise self._broken(error) from None
        heap.give_back()
        return made

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        try:
            return Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        except Exception as error:  # the library raises no other kind
            raise self._broken(error) from None

    @cached_property
    def _spellings(self) -> dict[str, list[int]]:
        """A word in small letters → every token that reads as it: " Yes", "YES" and "yes" are one."""
        found = defaultdict(list)
        for token in self._tokenizer.get_vocab().values():
            found[self._tokenizer.decode([token]).strip().lower()].append(token)
        return dict(found)

    def _spelled(self, word: str) -> list[int]:
        return self._spellings.get(word, [])

    def _broken(self, error: Exception) -> ModelUnavailable:
        if isinstance(error, MemoryError) or "allocate" in str(error):
            return ModelUnavailable(
                "the machine has too little memory left for the language model; close other programs or give it more"
            )
        # The kind alone, as of a server: nothing of the prompt may get into a message.
        return ModelUnavailable(
            f"the language model in {self._folder} cannot be used ({type(error).__name__}); "
            "delete that folder, run `viva setup`"
        )


def _chances(logits: Any) -> npt.NDArray[np.float64]:
    """How likely each token of the vocabulary is, shape (tokens,)."""
    raised = np.array(logits, dtype=np.float64).ravel()
    raised = np.exp(raised - raised.max())
    return np.asarray(raised / raised.sum())
