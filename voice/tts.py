"""Text to speech with Piper, a sentence at a time, evened in loudness; lines known beforehand are kept."""

import hashlib
import json
import shutil
import tempfile
import threading
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from piper import AudioChunk, PiperVoice, SynthesisConfig
from piper.config import PiperConfig
from piper.patch_voice_with_alignment import add_alignment_output

from voice.errors import WeightsError
from voice.kept_speech import KeptSpeech
from voice.loudness import TARGET_LUFS, evened
from voice.phones import Phone, phones, word_places
from voice.sound import SENTENCE_GAP_S
from voice.speakable import speakable
from voice.speech import Speech
from voice.transcript import Word

_HEARD = 10 ** (-50 / 20)
"""Below this (-50 dBFS, some 28 dB below Piper's speech) nothing is heard over a call. Piper begins a sentence with
40 to 70 ms of that, and ends it with 140 to 220."""
_BLOCK_S, _LEAD_S, _TAIL_S = 0.01, 0.01, 0.06
"""How finely the first and last sound are looked for, and what is left before and behind them: a soft consonant's
beginning, and a last syllable's fading."""


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
        self._kept: KeptSpeech | None = None
        if cache_dir:
            # By content: all medium voices have one size, and folders of one's own may give them one name.
            voice = [_sha256(file) for file in (model, _config(model))]
            lengths_told = len(self._voice.session.get_outputs()) > 1
            silences = [SENTENCE_GAP_S, _HEARD, _LEAD_S, _TAIL_S]
            made_by = [*voice, version("piper-tts"), length_scale, TARGET_LUFS, *silences, lengths_told]
            self._kept = KeptSpeech(cache_dir / "speech", json.dumps(made_by), self.rate_hz)
        self._lock = threading.Lock()

    def speak(self, text: str) -> Speech:
        """The whole line; from the cache when it was spoken before."""
        cached = self._kept.find(text) if self._kept else None
        return cached or self._synthesize(text)

    def speak_and_keep(self, text: str) -> Speech:
        """As `speak`, and keep the sound: for authored lines, which are spoken again in other interviews."""
        speech = self.speak(text)
        if self._kept:
            self._kept.keep(text, speech)
        return speech

    def _synthesize(self, text: str) -> Speech:
        gap = np.zeros(round(SENTENCE_GAP_S * self.rate_hz), np.int16)
        pcm, spoken = np.zeros(0, np.int16), list[Phone]()
        for chunk in self._sentences(speakable(text)):
            begin, end = _heard(chunk.audio_float_array, self.rate_hz)
            pcm = np.concatenate([pcm, gap]) if len(pcm) else pcm
            spoken += _placed(chunk, begin, end, len(pcm))
            pcm = np.concatenate([pcm, evened(chunk.audio_float_array[begin:end], self.rate_hz)])
        written = text.split()
        places = word_places([self._signs(word) for word in written], spoken)
        words = (
            Word(word, start / self.rate_hz, end / self.rate_hz, 1.0)
            for word, (start, end) in zip(written, places, strict=True)
        )
        return Speech(pcm, self.rate_hz, tuple(words))

    def _sentences(self, text: str) -> Iterator[AudioChunk]:
        """One sentence at a time under the lock, so that two lines take turns instead of both becoming late."""
        made = self._voice.synthesize(text, self._settings, include_alignments=True) if text.strip() else ()
        chunks = iter(made)
        while True:
            with self._lock:
                chunk = next(chunks, None)
            if chunk is None:
                return
            yield chunk

    def _signs(self, word: str) -> list[str]:
        """The phones of a written word by itself."""
        signs = (sign for sentence in self._voice.phonemize(speakable(word)) for sign in sentence)
        return [phone.sign for phone in phones((sign, 1) for sign in signs)]


def _placed(chunk: AudioChunk, begin: int, end: int, at: int) -> list[Phone]:
    """A sentence's phones in a line to which its samples from `begin` to `end` are added behind `at` others. Where the
    voice does not tell how long each sounds, all sound equally long."""
    if chunk.phoneme_alignments:
        timed = [(each.phoneme, float(each.num_samples)) for each in chunk.phoneme_alignments]
    else:
        each_lasts = (end - begin) / max(1, len(chunk.phonemes))
        timed = [("", float(begin)), *((phoneme, each_lasts) for phoneme in chunk.phonemes)]

    def moved(sample: float) -> float:
        return min(max(sample, begin), end) - begin + at

    return [Phone(phone.sign, moved(phone.start), moved(phone.end)) for phone in phones(timed)]


def _heard(sound: NDArray[np.float32], rate_hz: int) -> tuple[int, int]:
    """Between which samples a sentence is heard: a line starts then, and the candidate's turn begins when it is over.
    Sound that is never heard stays as it is."""
    block = round(_BLOCK_S * rate_hz)
    blocks = sound[: len(sound) // block * block].reshape(-1, block)
    (heard,) = np.nonzero(np.sqrt(np.mean(np.square(blocks), axis=1)) > _HEARD)
    if len(heard) == 0:
        return 0, len(sound)
    begin = int(heard[0]) * block - round(_LEAD_S * rate_hz)
    end = (int(heard[-1]) + 1) * block + round(_TAIL_S * rate_hz)
    return max(0, begin), min(len(sound), end)


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
    try:
        session = _telling_lengths(model, options)
    except (ValueError, OSError):  # not to be had of this model, or a full disk: it costs the words' exact times alone
        session = _session(model, options)
    config = PiperConfig.from_dict(json.loads(_config(model).read_text(encoding="utf-8")))
    return PiperVoice(config=config, session=session)


def _session(model: Path, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(model), sess_options=options, providers=["CPUExecutionProvider"])


def _telling_lengths(model: Path, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
    """One that tells how long each phone sounds, too. Raises ValueError where the model cannot be made to, and OSError
    where there is no room for a copy of it: given bytes, a session would keep two copies in memory."""
    told = onnx.ModelProto()
    told.graph.output.add().name = add_alignment_output(onnx.load(model))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / model.name
        shutil.copyfile(model, path)
        with path.open("ab") as file:  # one message behind another is read as both merged: all the rest stays as it is
            file.write(told.SerializeToString())
        return _session(path, options)
