"""How far a text covers a point by meaning: each word of the point beside the word of the text nearest to it, both as
they are meant where they stand. This is the recall of BERTScore (Zhang et al. 2020), with MiniLM-L6 (Wang et al.
2020) for the vectors.

The weights are stored as int8 and computed with in full, one text at a time without padding: the same text gives the
same vectors on every machine and beside every other text.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

LONGEST_TOKENS = 256
"""What the model was trained to read; a longer text counts as far as this."""
KEPT = 500
"""Texts whose vectors are kept: the points and clauses of an interview; 200 KiB for the longest text."""


class Told(NamedTuple):
    """A text as the model reads it."""

    words: tuple[str, ...]
    """The word that each token is of."""
    vectors: npt.NDArray[np.float32]
    """(tokens, 384), each of length one."""


class Meaning:
    """The embedding model."""

    name = "all-MiniLM-L6-v2, int8"

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """`folder` holds model.onnx and tokenizer.json."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._told = lru_cache(maxsize=KEPT)(self._tell)

    def covered(self, point: str, others: Sequence[str], weigh: Callable[[str], float]) -> float:
        """The point by that of the others which covers it best, 0 to 1; 0 when there are none.

        `weigh` says how much a word of the point counts.
        """
        asked = self._told(point)
        weights = np.array([weigh(word) for word in asked.words])
        if not weights.sum():
            return 0.0
        nearest = [(asked.vectors @ said.vectors.T).max(axis=1) for text in others if (said := self._told(text)).words]
        return max((max(0.0, float(near @ weights / weights.sum())) for near in nearest), default=0.0)

    def likeness(self, one: str, other: str) -> float:
        """Of two texts as wholes, about 0 to 1: the cosine of their words' mean."""
        first, second = (self._told(text).vectors.sum(axis=0) for text in (one, other))
        return float(first @ second / max(float(np.linalg.norm(first) * np.linalg.norm(second)), 1e-9))

    def _tell(self, text: str) -> Told:
        read = self._tokenizer.encode(text)
        ids = np.array([read.ids], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {name: feeds[name] for name in self._inputs})[0][0]
        # The marks at both ends are of no word.
        own = [(place, word) for place, word in enumerate(read.word_ids) if word is not None]
        spans = [read.word_to_chars(word) or (0, 0) for _, word in own]
        vectors = hidden[[place for place, _ in own]]
        length = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return Told(tuple(text[a:b] for a, b in spans), vectors / length)
