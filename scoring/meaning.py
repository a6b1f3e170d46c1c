"""How near two texts come in meaning: the cosine of sentence embeddings (MiniLM-L6, Wang et al. 2020).

The weights are stored as int8 and computed with in full, one text at a time without padding: the same text gives the
same vector on every machine and beside every other text.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

LONGEST_TOKENS = 256
"""What the model was trained to read; a longer text counts as far as this."""

Vector = npt.NDArray[np.float32]
"""(384,), of length one."""


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
        self.vector = lru_cache(maxsize=20_000)(self._vector)

    def nearness(self, one: str, others: Sequence[str]) -> float:
        """Of one text to the nearest of the others, 0 to 1; 0 when there are none."""
        return max((float(self.vector(one) @ self.vector(other)) for other in others), default=0.0)

    def _vector(self, text: str) -> Vector:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, {name: feeds[name] for name in self._inputs})[0]
        pooled: Vector = hidden[0].mean(axis=0)
        return pooled / max(float(np.linalg.norm(pooled)), 1e-9)
