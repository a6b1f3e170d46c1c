"""A GGUF language model as a folder that CTranslate2 reads: its weights as int8, with one scale for each row.

Each matrix is dequantized and rounded again in blocks of rows, so that what is held in memory is the outcome and little
besides: 2 GB for a model of 1.5 billion weights.
"""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.converters.utils import fuse_linear
from ctranslate2.specs.common_spec import Activation, LinearSpec
from ctranslate2.specs.transformer_spec import TransformerDecoderModelSpec
from gguf import GGUFReader, dequantize
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

from voice.errors import WeightsError

ARCHITECTURE = "qwen2"
ROWS = 4096
"""Of a matrix at a time: about 150 MB on the way for the widest."""
CONTROL = 3
"""What `tokenizer.ggml.token_type` says of a token that is no text."""
WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
"""How Qwen2 cuts text before it looks for tokens, as its own tokenizer.json has it."""

Told = Callable[[float], None]
"""Called with the fraction done, 0 to 1."""


class _Source:
    """The GGUF file."""

    def __init__(self, path: Path) -> None:
        self._reader = GGUFReader(path)
        self._tensors = {tensor.name: tensor for tensor in self._reader.tensors}

    def __contains__(self, tensor: str) -> bool:
        return tensor in self._tensors

    def says(self, key: str) -> Any:
        """A field's value; KeyError where there is none."""
        return self._reader.fields[key].contents()

    def vector(self, name: str) -> NDArray[np.float32]:
        """Shape (values,)."""
        tensor = self._tensors[name]
        return np.asarray(dequantize(tensor.data, tensor.tensor_type), np.float32)

    def linear(self, name: str) -> LinearSpec:
        """A matrix, shape (outputs, inputs), as int8 with the scale by which each row was multiplied, and its bias."""
        tensor = self._tensors[f"{name}.weight"]
        blocks, scales = [], []
        for row in range(0, len(tensor.data), ROWS):
            floats = dequantize(tensor.data[row : row + ROWS], tensor.tensor_type).astype(np.float32)
            most = np.abs(floats).max(axis=1)
            scale = np.float32(127) / np.where(most == 0, np.float32(127), most)
            floats *= scale[:, np.newaxis]
            blocks.append(np.rint(floats).astype(np.int8))
            scales.append(scale)
        made = LinearSpec()
        made.weight, made.weight_scale = np.concatenate(blocks), np.concatenate(scales)
        if f"{name}.bias" in self:
            made.bias = self.vector(f"{name}.bias")
        return made


def convert(gguf: Path, folder: Path, tell: Told) -> None:
    """Writes model.bin, config.json, vocabulary.json and tokenizer.json into an existing folder.

    Raises:
        WeightsError: the file cannot be read, or holds a model of another make than Qwen2.
        OSError: the folder cannot be written.
    """
    try:
        source = _Source(gguf)
        if (found := source.says("general.architecture")) != ARCHITECTURE:
            raise WeightsError(f"{gguf} holds a '{found}' model, and only '{ARCHITECTURE}' ones can be made int8.")
        spec = _spec(source, tell)
        tokenizer = _tokenizer(source)
    except (ValueError, KeyError, IndexError, struct.error) as error:
        raise WeightsError(
            f"{gguf} cannot be read as a GGUF language model ({type(error).__name__}); delete it and run 'viva setup'."
        ) from error
    spec.save(str(folder))
    # Not by its own `save`, which raises no OSError.
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    tell(1.0)


def _spec(source: _Source, tell: Told) -> TransformerDecoderModelSpec:
    layers, head_count = source.says(f"{ARCHITECTURE}.block_count"), source.says(f"{ARCHITECTURE}.attention.head_count")
    spec = TransformerDecoderModelSpec.from_config(
        layers,
        head_count,
        activation=Activation.SWISH,
        pre_norm=True,
        ffn_glu=True,
        rms_norm=True,
        rotary_dim=0,
        rotary_interleave=False,
        rotary_base=source.says(f"{ARCHITECTURE}.rope.freq_base"),
        num_heads_kv=source.says(f"{ARCHITECTURE}.attention.head_count_kv"),
    )
    decoder = spec.decoder
    decoder.scale_embeddings = False
    decoder.layer_norm.gamma = source.vector("output_norm.weight")
    embedding = source.linear("token_embd")
    _set(decoder.embeddings, embedding)
    _set(decoder.projection, source.linear("output") if "output.weight" in source else embedding)
    for number, layer in enumerate(decoder.layer):
        tell(number / layers)
        _fill(layer, source, f"blk.{number}.")
    tokens = source.says("tokenizer.ggml.tokens")
    spec.register_vocabulary(tokens)
    spec.config.bos_token = tokens[source.says("tokenizer.ggml.bos_token_id")]
    spec.config.eos_token = tokens[source.says("tokenizer.ggml.eos_token_id")]
    spec.config.unk_token = ""
    spec.config.layer_norm_epsilon = source.says(f"{ARCHITECTURE}.attention.layer_norm_rms_epsilon")
    spec.validate()
    return spec


def _fill(layer: Any, source: _Source, prefix: str) -> None:
    """One layer of the decoder."""
    attention, ffn = layer.self_attention, layer.ffn
    attention.layer_norm.gamma = source.vector(f"{prefix}attn_norm.weight")
    ffn.layer_norm.gamma = source.vector(f"{prefix}ffn_norm.weight")
    heads = [source.linear(f"{prefix}attn_{which}") for which in ("q", "k", "v")]
    fuse_linear(attention.linear[0], heads)
    attention.linear[0].weight_scale = np.concatenate([head.weight_scale for head in heads])
    _set(attention.linear[1], source.linear(f"{prefix}attn_output"))
    _set(ffn.linear_0, source.linear(f"{prefix}ffn_gate"))
    _set(ffn.linear_0_noact, source.linear(f"{prefix}ffn_up"))
    _set(ffn.linear_1, source.linear(f"{prefix}ffn_down"))


def _set(place: Any, made: LinearSpec) -> None:
    place.weight, place.weight_scale = made.weight, made.weight_scale


def _tokenizer(source: _Source) -> Tokenizer:
    """Cuts text into tokens and nothing else: it knows no control token, so that no text can hold one."""
    if (kind := source.says("tokenizer.ggml.pre")) != ARCHITECTURE:
        raise ValueError(f"a tokenizer for {kind}")
    tokens, types = source.says("tokenizer.ggml.tokens"), source.says("tokenizer.ggml.token_type")
    vocabulary = {token: number for number, token in enumerate(tokens) if types[number] != CONTROL}
    merges = [tuple(merge.split(" ")) for merge in source.says("tokenizer.ggml.merges")]
    tokenizer = Tokenizer(models.BPE(vocabulary, merges))
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer
