"""Speech to text with Whisper on CTranslate2, fast enough to follow someone who is still talking."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import ctranslate2
import numpy as np
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.vad import get_vad_model
from numpy.typing import NDArray

from voice.decoder import Decoder, Written
from voice.errors import WeightsError
from voice.streaming import RATE_HZ
from voice.transcript import Transcript, Word
from voice.turnstile import Turnstile
from voice.word_edges import on_sound

LONGEST_S = 28.0
"""Longest clip one decode takes: Whisper's window is 30 s, of which the padding needs two."""

_PAD_S = 2.0
_SHORTEST_WINDOW_S = 8.0
"""The encoder reads the clip and this much silence. With one second of padding, or with windows under 8 s, short clips
loop ("Yes, I think so. Yes, I think so."): word error rate 14 % at 2 s of padding alone, 8 % with the 8-s floor."""
_FULL_WINDOW_S = 30.0
_BEAM = 5
"""Whisper's own (openai/whisper, transcribe.py); while somebody waits, one has to do where it leaves no doubt."""

_TOKENS_PER_S = 8.0
"""Nobody speaks more tokens a second than this; what goes past it is a loop."""
_TOKENS_SPARE = 12
_MOST_TOKENS = 448
"""Whisper's own limit of context and text together."""
_PROMPT_TOKENS = 120
_VAD_WINDOW = 512
"""Samples that Silero's model takes at a time."""
_LIKELY_SPEECH = 0.5
_LEAST_SPEECH_S = 0.1
"""Voice activity below this in a whole clip is a click or noise, from which Whisper would make up words."""
_NO_SPEECH = 0.6
_LOW_LOGPROB = -1.0
"""Both thresholds are Whisper's own (openai/whisper, transcribe.py)."""
_DOUBTFUL_LOGPROB = -0.3
_UNTOLD_S = 1.0
"""A greedy decode whose words have less than this mean log probability, or that leaves so much voice behind its last
word, is read again with beams."""


class Recognizer:
    """Whisper, decoding clips of up to 28 s of English. One instance serves many threads; decodes queue up.

    Whisper's encoder is built for 30-s windows and pays for them however short the clip. CTranslate2 takes shorter
    ones, so a clip is encoded as long as it is, plus padding. Short windows now and then make the decoder repeat
    itself; when that shows, the clip is decoded again with the full window. It is read greedily, and once more with
    beams where that leaves doubt.
    """

    def __init__(self, model_dir: Path, threads: int = 0) -> None:
        """Load the model.

        Args:
            model_dir: folder with a CTranslate2 Whisper model and its tokenizer.json.
            threads: cores to use; 0 takes all.

        Raises:
            WeightsError: the folder does not hold such a model.
        """
        try:
            self._model, self.device = _load(model_dir, threads)
            vocabulary = tokenizers.Tokenizer.from_file(str(model_dir / "tokenizer.json"))
        except Exception as error:  # both libraries raise bare RuntimeError and Exception
            raise WeightsError(
                f"{model_dir} holds no CTranslate2 Whisper model with a tokenizer.json; "
                "set the recognizer to a folder that does."
            ) from error
        self._tokenizer = Tokenizer(vocabulary, self._model.is_multilingual, task="transcribe", language="en")
        self._model_dir, self._threads = model_dir, threads
        self._features = FeatureExtractor(feature_size=self._model.n_mels)
        self._vad = get_vad_model()
        self._turns = Turnstile()

    @cached_property
    def _decoder(self) -> Decoder | None:
        """The faster decoder, on the processor and where it knows how the weights are stored."""
        if self.device != "cpu":
            return None
        try:
            return Decoder(self._model_dir, self._tokenizer, self._threads)
        except (ValueError, KeyError):
            return None

    def prepare(self) -> None:
        """Make what `decode` needs and `decode_unhurried` does not, before somebody waits for the first words."""
        with self._turns.passed(urgent=False):
            self._read(self._encoded(np.zeros(RATE_HZ, np.float32), _SHORTEST_WINDOW_S), 1.0)

    def decode(
        self, pcm: NDArray[np.float32], prompt: str = "", urgent: bool = False, draft: str = "", *, hotwords: str = ""
    ) -> Transcript:
        """The words in a clip.

        Args:
            pcm: shape (samples,), 16 kHz mono, -1 to 1, at most 28 s.
            prompt: what was said before; helps with spelling and punctuation.
            urgent: a speaker has fallen silent and waits; goes before those who are heard while they speak.
            draft: what the clip may begin with, as an earlier decode of less sound has it; saves time where it is
                right, and changes nothing where it is not.
            hotwords: terms likely to occur.

        Raises:
            ValueError: the clip is longer than 28 s.
        """
        seconds = len(pcm) / RATE_HZ
        if seconds > LONGEST_S:
            raise ValueError(f"a clip of {seconds:.1f} s is too long for one decode; feed it to a StreamingTranscriber")
        with self._turns.passed(urgent=urgent):
            voiced = self._voiced(pcm)
            if np.count_nonzero(voiced) * _VAD_WINDOW < _LEAST_SPEECH_S * RATE_HZ:
                return Transcript(audio_s=seconds, no_speech_prob=1.0)
            context = self._context(hotwords, prompt)
            guess = self._tokenizer.encode(f" {draft}") if draft else []
            clip = self._encoded(pcm, max(seconds + _PAD_S, _SHORTEST_WINDOW_S))
            heard = self._read(clip, seconds, context, guess)
            if looping([word.text for word in heard.words]):
                clip = self._encoded(pcm, _FULL_WINDOW_S)
                heard = self._read(clip, seconds, context, guess)
            unsure = heard.no_speech_prob > _NO_SPEECH and heard.avg_logprob < _LOW_LOGPROB
            if unsure or heard.avg_logprob < 1.5 * _LOW_LOGPROB:
                return Transcript((), seconds, heard.no_speech_prob, heard.avg_logprob)
            if heard.avg_logprob < _DOUBTFUL_LOGPROB or untold_s(heard.words, voiced) >= _UNTOLD_S:
                heard = surer(heard, self._read(clip, seconds, context, beams=_BEAM), voiced)
        return replace(heard, words=on_sound(heard.words, pcm))

    def decode_unhurried(self, pcm: NDArray[np.float32]) -> Transcript:
        """The words in a clip as `decode` takes it, without a caller waiting: with the whole window and a beam.

        Raises ValueError as `decode` does.
        """
        seconds = len(pcm) / RATE_HZ
        if seconds > LONGEST_S:
            raise ValueError(f"a clip of {seconds:.1f} s is too long for one decode; cut it")
        with self._turns.passed(urgent=False):
            heard = self._read(self._encoded(pcm, _FULL_WINDOW_S), seconds, beams=_BEAM)
        return replace(heard, words=on_sound(heard.words, pcm))

    def _voiced(self, pcm: NDArray[np.float32]) -> NDArray[np.bool_]:
        """In which 32-ms windows of the clip a voice is; costs about a millisecond a second, a decode's hundredth."""
        padded = np.pad(pcm, (0, -len(pcm) % _VAD_WINDOW or _VAD_WINDOW))
        voiced: NDArray[np.bool_] = np.ravel(self._vad(padded)) > _LIKELY_SPEECH
        return voiced

    def _context(self, hotwords: str, prompt: str) -> list[int]:
        before = f"{hotwords} {prompt}".strip()
        if not before:
            return []
        tokens: list[int] = self._tokenizer.encode(f" {before}")
        return [self._tokenizer.sot_prev, *tokens[-_PROMPT_TOKENS:]]

    def _encoded(self, pcm: NDArray[np.float32], window_s: float) -> ctranslate2.StorageView:
        """The clip as the encoder hears it, followed by silence up to the window's length."""
        padded = np.pad(pcm, (0, round(window_s * RATE_HZ) - len(pcm)))
        features = self._features(padded, padding=0)
        return self._model.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(features[np.newaxis])))

    def _read(
        self,
        clip: ctranslate2.StorageView,
        seconds: float,
        context: Sequence[int] = (),
        draft: Sequence[int] = (),
        beams: int = 1,
    ) -> Transcript:
        """The words of an encoded clip; with one beam a draft saves time."""
        start = [*context, *self._tokenizer.sot_sequence, self._tokenizer.no_timestamps]
        most = _TOKENS_SPARE + int(seconds * _TOKENS_PER_S)
        if beams == 1 and self._decoder:
            written = self._decoder.write(np.asarray(clip)[0], start, draft, most)
        else:
            written = self._generate(clip, start, most, beams)
        words = self._align(clip, written.tokens, frames=max(2, round(seconds * 100)))
        return Transcript(words, seconds, written.no_speech_prob, written.avg_logprob)

    def _generate(self, clip: ctranslate2.StorageView, start: list[int], most: int, beams: int) -> Written:
        """CTranslate2's own decoding: with several beams, on a GPU, and of weights that `Decoder` does not know."""
        result = self._model.generate(
            clip,
            [start],
            beam_size=beams,
            # CTranslate2 generates half of this at most, whatever the context leaves.
            max_length=min(max(2 * most, len(start) + most), _MOST_TOKENS),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        tokens = [token for token in result.sequences_ids[0] if token < self._tokenizer.eot]
        return Written(tokens, result.scores[0], result.no_speech_prob)

    def _align(self, encoded: ctranslate2.StorageView, tokens: list[int], frames: int) -> tuple[Word, ...]:
        """Each word's time by dynamic time warping over the cross-attention, as Whisper and faster-whisper do it."""
        if not tokens:
            return ()
        result = self._model.align(encoded, self._tokenizer.sot_sequence, [tokens], frames)[0]
        token_index, time_index = np.array(result.alignments).T
        first_frame = np.pad(np.diff(token_index), (1, 0), constant_values=1).astype(bool)
        starts = np.append(time_index[first_frame], time_index[-1] + 1) * 0.02
        words = [
            Word(
                text=self._tokenizer.decode(tokens[first:last]).strip(),
                start_s=float(starts[min(first, len(starts) - 1)]),
                end_s=float(starts[min(last, len(starts) - 1)]),
                confidence=float(np.clip(np.mean(result.text_token_probs[first:last]), 0.0, 1.0)),
            )
            for first, last in self._word_spans(tokens)
        ]
        return tuple(word for word in words if word.text)

    def _word_spans(self, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """First and past-the-last token of each word; a word begins at a token that begins with a space."""
        starts = [i for i, token in enumerate(tokens) if i == 0 or self._tokenizer.decode([token]).startswith(" ")]
        return list(zip(starts, [*starts[1:], len(tokens)], strict=True))


def _load(model_dir: Path, threads: int) -> tuple[ctranslate2.models.Whisper, str]:
    """The model and where it runs: on a GPU when CTranslate2 finds one that works, else on the processor."""
    if ctranslate2.get_cuda_device_count():
        try:
            model = ctranslate2.models.Whisper(str(model_dir), device="cuda", compute_type="float16")
            silence = np.zeros((1, model.n_mels, 200), np.float32)
            model.encode(ctranslate2.StorageView.from_array(silence))
            return model, "cuda"
        except RuntimeError:  # CUDA's libraries are loaded at the first use, and may be missing
            pass
    return ctranslate2.models.Whisper(str(model_dir), device="cpu", compute_type="int8", intra_threads=threads), "cpu"


def untold_s(words: Sequence[Word], voiced: NDArray[np.bool_]) -> float:
    """Seconds of voice behind the last word: now and then a decoder stops at a full stop in the middle. `voiced` tells
    of each 32-ms window whether a voice is in it."""
    window_s = _VAD_WINDOW / RATE_HZ
    told = int(np.ceil(words[-1].end_s / window_s)) if words else 0
    return float(np.count_nonzero(voiced[told:]) * window_s)


def surer(heard: Transcript, again: Transcript, voiced: NDArray[np.bool_]) -> Transcript:
    """The second reading of a doubtful clip, unless it has no words, loops or leaves more voice without any."""
    less = untold_s(again.words, voiced) >= untold_s(heard.words, voiced) + _UNTOLD_S
    return heard if not again.words or less or looping([word.text for word in again.words]) else again


def looping(words: Sequence[str]) -> bool:
    """Whether the words repeat the way a decoder does that has lost the sound, and people do not.

    A phrase of three or more words twice in a row, of two words three times, or one word five times.
    """
    plain = ["".join(char for char in word.lower() if char.isalnum()) for word in words]
    for length in range(1, len(plain) // 2 + 1):
        needed = 5 if length == 1 else 3 if length == 2 else 2
        run = 0
        for i in range(len(plain) - length):
            run = run + 1 if plain[i] == plain[i + length] else 0
            if run >= length * (needed - 1):
                return True
    return False
