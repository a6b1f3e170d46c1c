"""The own decoder beside CTranslate2's, on the same encoder's output."""

import json
import shutil
from pathlib import Path

import ctranslate2
import numpy as np
import pytest
import tokenizers
from faster_whisper.feature_extractor import FeatureExtractor
from faster_whisper.tokenizer import Tokenizer
from numpy.typing import NDArray

from bench.clips import clips
from bench.word_errors import Errors, errors
from tests.voice import small_whisper
from voice.decoder import Decoder, Written
from voice.streaming import RATE_HZ
from voice.stt import Recognizer, looping

Floats = NDArray[np.float32]
MOST = 100


class Pair:
    """Both decoders of one model."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, compute_type: str = "int8") -> None:
        self.folder, self.tokenizer = folder, tokenizer
        self.whisper = ctranslate2.models.Whisper(str(folder), device="cpu", compute_type=compute_type)
        self.decoder = Decoder(folder, tokenizer, threads=0)
        self.start = [*tokenizer.sot_sequence, tokenizer.no_timestamps]

    def encode(self, features: Floats) -> ctranslate2.StorageView:
        return self.whisper.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(features[np.newaxis])))

    def hear(self, sound: Floats) -> ctranslate2.StorageView:
        padded = np.pad(sound, (0, max(2 * RATE_HZ, 8 * RATE_HZ - len(sound))))
        return self.encode(FeatureExtractor(feature_size=self.whisper.n_mels)(padded, padding=0))

    def own(self, heard: ctranslate2.StorageView, draft: tuple[int, ...] | list[int] = ()) -> Written:
        return self.decoder.write(np.asarray(heard)[0], self.start, draft, MOST)

    def theirs(self, heard: ctranslate2.StorageView) -> Written:
        options = {"beam_size": 1, "max_length": 2 * MOST, "return_scores": True, "return_no_speech_prob": True}
        result = self.whisper.generate(heard, [self.start], **options)[0]
        tokens = [token for token in result.sequences_ids[0] if token < self.tokenizer.eot]
        return Written(tokens, result.scores[0], result.no_speech_prob)

    def text(self, written: Written) -> str:
        text: str = self.tokenizer.decode(written.tokens)
        return text.strip()


@pytest.fixture(scope="module")
def pair(whisper_dir: Path) -> Pair:
    vocabulary = tokenizers.Tokenizer.from_file(str(whisper_dir / "tokenizer.json"))
    return Pair(whisper_dir, Tokenizer(vocabulary, True, task="transcribe", language="en"))


@pytest.fixture(scope="module")
def heard(pair: Pair, answer: Floats) -> ctranslate2.StorageView:
    return pair.hear(answer)


@pytest.mark.models
@pytest.mark.slow
def test_it_writes_what_ctranslate2_writes_but_for_the_rounding(pair: Pair) -> None:
    own, theirs, same = Errors(0, 0), Errors(0, 0), 0
    recordings = clips(quick=True)
    for clip in recordings:
        sound = pair.hear(clip.sound)
        mine, reference = pair.own(sound), pair.theirs(sound)
        same += mine.tokens == reference.tokens
        own += errors(clip.text, pair.text(mine))
        theirs += errors(clip.text, pair.text(reference))
        assert mine.no_speech_prob == pytest.approx(reference.no_speech_prob, abs=0.1)
        assert mine.avg_logprob == pytest.approx(reference.avg_logprob, abs=0.1)
    assert same >= 0.7 * len(recordings)
    assert own.edits <= theirs.edits + 3, "of 176 words; a name heard otherwise costs two"


@pytest.mark.models
def test_a_draft_changes_nothing_be_it_right_or_wrong(pair: Pair, heard: ctranslate2.StorageView) -> None:
    plain = pair.own(heard)
    written = plain.tokens
    drafts = {
        "all of it": written,
        "the first half": written[: len(written) // 2],
        "more than there is": [*written, *written[:5]],
        "wrong in the middle": [*written[:10], written[3], *written[11:]],
        "wrong from the first word": written[1:],
        "something else": pair.tokenizer.encode(" Thank you very much for listening to this."),
        "longer than the text may become": written * 10,
        "the end of the text": [pair.tokenizer.eot],
    }
    for name, draft in drafts.items():
        drafted = pair.own(heard, draft)
        assert drafted.tokens == written, name
        assert drafted.avg_logprob == pytest.approx(plain.avg_logprob, abs=0.01), name
        assert drafted.no_speech_prob == pytest.approx(plain.no_speech_prob, abs=0.01), name


@pytest.mark.models
def test_tokens_that_the_model_suppresses_are_not_written_though_drafted(
    pair: Pair, heard: ctranslate2.StorageView, tmp_path: Path
) -> None:
    written = pair.own(heard).tokens
    config = json.loads((pair.folder / "config.json").read_text())
    never, not_first = written[4], written[0]
    config["suppress_ids"].append(never)
    config["suppress_ids_begin"].append(not_first)
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "model.bin").symlink_to(pair.folder / "model.bin")
    for name in ("tokenizer.json", "vocabulary.json"):
        shutil.copy(pair.folder / name, tmp_path)
    strict = Pair(tmp_path, pair.tokenizer)
    for draft in ([], written):
        tokens = strict.own(heard, draft).tokens
        assert tokens
        assert never not in tokens
        assert tokens[0] != not_first


@pytest.mark.models
def test_at_most_so_many_tokens_are_written(pair: Pair, heard: ctranslate2.StorageView) -> None:
    written = pair.own(heard).tokens
    for draft in ([], written):
        few = pair.decoder.write(np.asarray(heard)[0], pair.start, draft, 7)
        assert few.tokens == written[:7]


@pytest.mark.models
def test_a_draft_that_loops_is_not_followed(recognizer: Recognizer, answer: Floats) -> None:
    sound = answer[: 4 * RATE_HZ]
    said = recognizer.decode(sound).text
    assert recognizer.decode(sound, draft=f"{said} {said} {said}").text == said
    assert not looping(said.split())


@pytest.mark.parametrize("quantization", [None, "float16", "int8", "int8_float16"])
def test_a_model_of_other_sizes_however_stored_gives_what_ctranslate2_gives(
    tmp_path: Path, quantization: str | None
) -> None:
    pair = Pair(tmp_path, small_whisper.write(tmp_path, quantization), compute_type="float32")
    chance = np.random.default_rng(5)
    same = 0
    for _ in range(8):
        heard = pair.encode(chance.normal(size=(small_whisper.MELS, 300)).astype(np.float32))
        own, theirs = pair.own(heard), pair.theirs(heard)
        same += own.tokens[:1] == theirs.tokens[:1]
        assert np.log(own.no_speech_prob) == pytest.approx(np.log(theirs.no_speech_prob), abs=1)
    assert same >= 4, "weights read wrongly agree on none"


def test_a_model_stored_in_int16_is_left_to_ctranslate2(tmp_path: Path) -> None:
    tokenizer = small_whisper.write(tmp_path, "int16")
    with pytest.raises(ValueError, match="int16"):
        Decoder(tmp_path, tokenizer, threads=0)
