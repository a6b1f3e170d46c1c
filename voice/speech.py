"""Synthesized sound and the words in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voice.transcript import Word


@dataclass(frozen=True)
class Speech:
    """Synthesized sound."""

    pcm: NDArray[np.int16]
    """Shape (samples,), mono."""
    rate_hz: int
    """Samples a second; 22050 for Piper's medium voices."""
    words: tuple[Word, ...] = ()
    """Those of the text as it is written, in order, each with its time in this sound."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.pcm) / self.rate_hz
