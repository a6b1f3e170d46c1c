"""A text while Whisper's decoder reads it, one token or many at a time, against what the encoder heard."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import OrtValue

from voice.stored_weights import StoredWeights

_ROWS = 2
"""Rows are multiplied in pairs, and a single one is rounded otherwise, by 1.6 % of a state in the end. An even number
of them gives each token the same state, bit for bit, whether it is read alone or with others."""


class Reading:
    """The tokens read so far, as keys and values for those to come."""

    def __init__(self, weights: StoredWeights, session: Any, heard: dict[str, OrtValue]) -> None:
        """`session` and `heard` are those of `voice.decoder_graphs.reading` and `listening`."""
        self._weights, self._session, self._heard = weights, session, heard
        self._gives = [each.name for each in session.get_outputs()]
        _, heads, _, width = next(iter(heard.values())).shape()
        nothing = OrtValue.ortvalue_from_numpy(np.zeros((1, heads, 0, width), np.float32))
        self._past = {name: nothing for name in self._gives if name != "states"}
        self._length = 0

    def read(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """The next tokens' states, shape (tokens, width)."""
        new, start = len(tokens), self._length
        rows = new + -new % _ROWS
        embedded = np.zeros((rows, self._weights["decoder/embeddings/weight"].shape[1]), np.float32)
        embedded[:new] = self._weights.floats("decoder/embeddings/weight", tokens)
        embedded[:new] += self._weights.floats("decoder/position_encodings/encodings", slice(start, start + new))
        mask = np.zeros((rows, start + new), np.float32)
        mask[:, start:] = np.triu(np.full((rows, new), -np.inf, np.float32), 1)
        takes = {"tokens": embedded, "mask": mask, "count": np.array([new])}
        known = self._heard | {f"past_{name}": past for name, past in self._past.items()}
        given = self._session.run_with_ort_values(
            self._gives, known | {name: OrtValue.ortvalue_from_numpy(array) for name, array in takes.items()}
        )
        self._past, self._length = dict(zip(self._gives, given, strict=True)), start + new
        states: NDArray[np.float32] = self._past.pop("states").numpy()
        return states[:new]

    def forget(self, last: int) -> None:
        """Take so many tokens back."""
        if last:
            self._length -= last
            for name, past in self._past.items():
                kept = np.ascontiguousarray(past.numpy()[:, :, : self._length])
                self._past[name] = OrtValue.ortvalue_from_numpy(kept)
