"""A Whisper model of random weights, stored as CTranslate2 stores them."""

import json
from pathlib import Path

import numpy as np
import tokenizers
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from ctranslate2.specs.whisper_spec import WhisperSpec
from faster_whisper.tokenizer import Tokenizer
from tokenizers.models import WordLevel

WIDTH, HEADS, LAYERS, MELS = 128, 2, 3, 8
_SPECIAL = "endoftext startoftranscript en translate transcribe startoflm startofprev nospeech notimestamps".split()
_VOCABULARY = [*(f"word{i}" for i in range(300)), *(f"<|{name}|>" for name in _SPECIAL)]


def write(folder: Path, quantization: str | None) -> Tokenizer:
    """Fill the folder with a model, and give its tokenizer."""
    chance = np.random.default_rng(3)

    def drawn(*shape: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        return chance.normal(0, shape[-1] ** -0.5, shape).astype(np.float32)

    def linear(spec: LinearSpec, outputs: int, inputs: int) -> None:
        spec.weight, spec.bias = drawn(outputs, inputs), drawn(outputs)

    def normal(spec: LayerNormSpec) -> None:
        spec.gamma, spec.beta = 1 + drawn(WIDTH), drawn(WIDTH)

    whisper = WhisperSpec(1, HEADS, LAYERS, HEADS)
    encoder, decoder = whisper.encoder, whisper.decoder
    encoder.conv1.weight, encoder.conv1.bias = drawn(WIDTH, MELS, 3), drawn(WIDTH)
    encoder.conv2.weight, encoder.conv2.bias = drawn(WIDTH, WIDTH, 3), drawn(WIDTH)
    encoder.position_encodings.encodings, decoder.position_encodings.encodings = drawn(1500, WIDTH), drawn(448, WIDTH)
    decoder.embeddings.weight = drawn(len(_VOCABULARY), WIDTH)
    decoder.projection.weight = 8 * drawn(len(_VOCABULARY), WIDTH)
    normal(encoder.layer_norm)
    normal(decoder.layer_norm)
    for layer in [*encoder.layer, *decoder.layer]:
        for norm in (layer.self_attention.layer_norm, layer.ffn.layer_norm):
            normal(norm)
        linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
        linear(layer.self_attention.linear[1], WIDTH, WIDTH)
        linear(layer.ffn.linear_0, 4 * WIDTH, WIDTH)
        linear(layer.ffn.linear_1, WIDTH, 4 * WIDTH)
    for layer in decoder.layer:
        normal(layer.attention.layer_norm)
        for part, outputs in enumerate((WIDTH, 2 * WIDTH, WIDTH)):
            linear(layer.attention.linear[part], outputs, WIDTH)
    whisper.register_vocabulary(_VOCABULARY)
    whisper.config.suppress_ids, whisper.config.suppress_ids_begin = [5, 6], [7]
    whisper.config.lang_ids, whisper.config.alignment_heads = [302], [[1, 0]]
    whisper.validate()
    whisper.optimize(quantization)
    whisper.save(str(folder))
    assert json.loads((folder / "config.json").read_text())
    vocabulary = tokenizers.Tokenizer(WordLevel({token: i for i, token in enumerate(_VOCABULARY)}, unk_token="word0"))
    return Tokenizer(vocabulary, True, task="transcribe", language="en")
