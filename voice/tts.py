"""Text to speech with Piper, a sentence at a time, evened in loudness; lines known beforehand are kept."""

import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from piper import PiperVoice, SynthesisConfig
from piper.config import PiperConfig

from voice.errors import WeightsError
from voice.loudness import TARGET_LUFS, evened
from voice.sound import SENTENCE_GAP_S
from voice.speakable import speakable

_HEARD = 10 ** (-50 / 20)
"""Below this (-50 dBFS, some 28 dB below Piper's speech) nothing is heard over a call. Piper begins a sentence with
40 to 70 ms of that, and ends it with 140 to 220."""
_BLOCK_S, _LEAD_S, _TAIL_S = 0.01, 0.01, 0.06
"""How finely the first and last sound are looked for, and what is left before and behind them: a soft consonant's
beginning, and a last syllable's fading."""


@dataclass(frozen=True)
class Speech:
    """Synthesized sound."""

    pcm: NDArray[np.int16]
    """Shape (samples,), mono."""
    rate_hz: int
    """Samples a second; 22050 for Piper's medium voices."""


class Synthesizer:
    """A Piper voice. One instance serves many threads; the sound comes at the voice's own rate (`rate_hz`), int16 mono.

    Text is made speakable first (numbers, acronyms, code), so callers hand over lines as they are written.
    """

    def __init__(
        self, model_dir: Path, length_scale: float = 1.0, cache_dir: Path | None = None, threads: int = 0
    ) -> None:
        """Load the voice.

        Args:
            model_dir: folder with one Piper voice: an .onnx file and its .onnx.json.
            length_scale: pace; above 1 is slower.
            cache_dir: where spoken lines are kept; None keeps none.
            threads: cores to use; 0 takes all.

        Raises:
            WeightsError: the folder does not hold exactly one voice that Piper can load.
        """
        model = _only_voice(model_dir)
        try:
            self._voice = _load(model, threads)
        except Exception as error:  # onnxruntime and json raise many kinds
            raise WeightsError(f"{model} is not a voice Piper can load; set the voice to one that is.") from error
        self.rate_hz: int = self._voice.config.sample_rate
        self._settings = SynthesisConfig(length_scale=length_scale)
        self._cache = cache_dir / "speech" if cache_dir else None
        # By content: all medium voices have one size, and folders of one's own may give them one name.
        voice = [_sha256(file) for file in (model, _config(model))] if self._cache else []
        self._fingerprint = json.dumps(
            [*voice, version("piper-tts"), length_scale, TARGET_LUFS, SENTENCE_GAP_S, _TAIL_S]
        )
        self._lock = threading.Lock()

    def speak(self, text: str) -> Speech:
        """The whole line at once; from the cache when it was spoken before."""
        cached = self._cached(text)
        return cached or Speech(np.concatenate([*self._synthesize(text), np.zeros(0, np.int16)]), self.rate_hz)

    def speak_and_keep(self, text: str) -> Speech:
        """As `speak`, and keep the sound: for authored lines, which are spoken again in other interviews."""
        speech = self.speak(text)
        if self._cache:
            self._keep(text, speech)
        return speech

    def stream(self, text: str) -> Iterator[NDArray[np.int16]]:
        """The line sentence by sentence, each as soon as it is ready: shape (samples,), int16 mono at `rate_hz`.

        A cached line comes in one piece.
        """
        cached = self._cached(text)
        if cached:
            yield cached.pcm
        else:
            yield from self._synthesize(text)

    def _synthesize(self, text: str) -> Iterator[NDArray[np.int16]]:
        gap = np.zeros(round(SENTENCE_GAP_S * self.rate_hz), np.int16)
        first = True
        for chunk in self._sentences(speakable(text)):
            sound = evened(_without_silence(chunk, self.rate_hz), self.rate_hz)
            yield sound if first else np.concatenate([gap, sound])
            first = False

    def _sentences(self, text: str) -> Iterator[NDArray[np.float32]]:
        """One sentence at a time under the lock, so that two lines take turns instead of both becoming late."""
        chunks = iter(self._voice.synthesize(text, self._settings)) if text.strip() else iter(())
        while True:
            with self._lock:
                chunk = next(chunks, None)
            if chunk is None:
                return
            yield chunk.audio_float_array

    def _path(self, text: str) -> Path | None:
        if not self._cache:
            return None
        key = hashlib.sha256(f"{self._fingerprint}\n{speakable(text)}".encode()).hexdigest()
        return self._cache / f"{key}.npy"

    def _cached(self, text: str) -> Speech | None:
        path = self._path(text)
        try:
            return Speech(np.load(path), self.rate_hz) if path else None
        except (OSError, ValueError, EOFError):
            return None  # not there, or torn: it is synthesized again

    def _keep(self, text: str, speech: Speech) -> None:
        """Write under another name and rename, so that a reader in another process never sees half a file."""
        path = self._path(text)
        if path is None or path.exists():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".partial", delete=False) as partial:
                np.save(partial, speech.pcm)
            os.replace(partial.name, path)
        except OSError:
            return  # a full disk costs the cache, not the call


def _without_silence(sound: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """The sentence without the silence around it: a line starts when it is heard, and the candidate's turn begins when
    it is over. Sound that is never heard stays as it is."""
    block = round(_BLOCK_S * rate_hz)
    blocks = sound[: len(sound) // block * block].reshape(-1, block)
    (heard,) = np.nonzero(np.sqrt(np.mean(np.square(blocks), axis=1)) > _HEARD)
    if len(heard) == 0:
        return sound
    begin = heard[0] * block - round(_LEAD_S * rate_hz)
    end = (heard[-1] + 1) * block + round(_TAIL_S * rate_hz)
    return sound[max(0, begin) : end]


def _only_voice(model_dir: Path) -> Path:
    voices = sorted(model_dir.glob("*.onnx"))
    if len(voices) != 1 or not _config(voices[0]).exists():
        raise WeightsError(
            f"{model_dir} must hold exactly one Piper voice, an .onnx file with its .onnx.json; "
            "set the voice to such a folder."
        )
    return voices[0]


def _config(model: Path) -> Path:
    return Path(f"{model}.json")


def _sha256(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _load(model: Path, threads: int) -> PiperVoice:
    """As `PiperVoice.load`, which offers no say in how many cores it takes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(model), sess_options=options, providers=["CPUExecutionProvider"])
    config = PiperConfig.from_dict(json.loads(_config(model).read_text(encoding="utf-8")))
    return PiperVoice(config=config, session=session)
