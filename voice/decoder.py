"""Whisper's decoder on the processor: greedy, and several tokens at a time where a draft foretells them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import numpy as np
from faster_whisper.tokenizer import Tokenizer
from numpy.typing import NDArray
from onnxruntime import OrtValue

from voice.decoder_graphs import choosing, listening, reading
from voice.reading import Reading
from voice.stored_weights import StoredWeights


@dataclass(frozen=True)
class Written:
    """What the decoder wrote."""

    tokens: list[int]
    """Without the end of text."""
    avg_logprob: float
    """Mean log probability of the tokens and the end of text."""
    no_speech_prob: float


class Decoder:
    """Greedy decoding as CTranslate2 does it, with its suppressed tokens; not for two threads at once.

    A token takes 4 to 6 ms where CTranslate2's takes 9 to 10 (whisper-base, two cores of an AMD EPYC), and one pass
    over a draft of thirty 20 ms: the model's choice after each of its tokens comes out at once. The tokens up to the
    first that the model would have chosen otherwise are what it would have written without the draft.
    """

    def __init__(self, model_dir: Path, tokenizer: Tokenizer, threads: int) -> None:
        """Read the weights of a CTranslate2 model; takes half a second and 280 MB for whisper-base.

        Raises:
            ValueError, KeyError: its weights are stored in a way that is unknown here.
        """
        self._weights = StoredWeights(model_dir / "model.bin")
        self._tokenizer = tokenizer
        self._listening = listening(self._weights, threads)
        self._reading = reading(self._weights, threads)
        self._choosing = choosing(self._weights, threads)
        config = json.loads((model_dir / "config.json").read_text("utf-8"))
        self._barred = np.zeros((1, len(self._weights["decoder/projection/weight"])), np.float32)
        self._at_start = np.concatenate([self._barred, self._barred])
        """Rows for the beginning of the transcript, where the sound is judged, and for the first word."""
        for barred in (self._barred[0], self._at_start[1]):
            barred[config["suppress_ids"]] = -np.inf
        self._at_start[1, config["suppress_ids_begin"]] = -np.inf

    def write(
        self, encoded: NDArray[np.float32], prompt: Sequence[int], draft: Sequence[int] = (), most: int = 224
    ) -> Written:
        """What is said in sound.

        Args:
            encoded: shape (frames, width), from the model's encoder.
            prompt: tokens of what was said before and of the task; ends where the text begins.
            draft: tokens that the text may begin with.
            most: tokens written at most.
        """
        names = [each.name for each in self._listening.get_outputs()]
        heard = self._listening.run_with_ort_values(names, {"heard": OrtValue.ortvalue_from_numpy(encoded)})
        text = Reading(self._weights, self._reading, dict(zip(names, heard, strict=True)))
        ahead = list(draft[: most - 1])
        states = text.read([*prompt, *ahead])
        begin, first = list(prompt).index(self._tokenizer.sot), len(prompt) - 1
        tokens, probabilities, everything = self._choosing.run(
            ["tokens", "probabilities", "all"], {"states": states[[begin, first]], "barred": self._at_start}
        )
        no_speech = float(everything[0, self._tokenizer.no_speech])
        tokens, probabilities = tokens[1:], probabilities[1:]
        if ahead:
            more = self._choose(states[first + 1 :])
            tokens, probabilities = np.append(tokens, more[0]), np.append(probabilities, more[1])
        agreed = sum(1 for _ in takewhile(bool, np.equal(ahead, tokens[:-1])))
        text.forget(len(ahead) - agreed)
        written, weighed = tokens[: agreed + 1].tolist(), probabilities[: agreed + 1].tolist()
        while written[-1] != self._tokenizer.eot and len(written) < most:
            tokens, probabilities = self._choose(text.read(written[-1:]))
            written += tokens.tolist()
            weighed += probabilities.tolist()
        return Written(
            [token for token in written if token < self._tokenizer.eot], float(np.mean(np.log(weighed))), no_speech
        )

    def _choose(self, states: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        tokens, probabilities = self._choosing.run(
            ["tokens", "probabilities"], {"states": states, "barred": self._barred}
        )
        return tokens, probabilities
