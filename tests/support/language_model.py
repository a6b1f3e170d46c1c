"""A Qwen2 of two layers with made-up weights, as a GGUF file and as a model of the table."""

import hashlib
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter, quants

from voice import weights
from voice.catalogue import Model, ModelFile

NAME = "tiny-qwen"
WIDTH, HEADS, KV_HEADS, FFN, LAYERS = 64, 4, 2, 96, 2
ROPE_BASE, EPSILON = 10_000.0, 1e-6
MERGES = ["Y e", "Ye s", "N o", "Ġ Yes", "Ġ No"]
CONTROLS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]


def _byte_letters() -> list[str]:
    """The letters by which byte-level tokenizers write the 256 bytes, in the order of the bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = iter(range(256, 512))
    return [chr(byte if byte in plain else next(others)) for byte in range(256)]


TOKENS = [*_byte_letters(), *(merge.replace(" ", "") for merge in MERGES), *CONTROLS]


def write_gguf(path: Path, architecture: str = "qwen2", tied: bool = False, seed: int = 7) -> dict[str, np.ndarray]:
    """Writes the file, with one matrix of each layer as Q8_0; returns its tensors as the file holds them, by name,
    shape (outputs, inputs)."""
    chance = np.random.default_rng(seed)
    kv = WIDTH // HEADS * KV_HEADS
    shapes = {"token_embd.weight": (len(TOKENS), WIDTH)} | ({} if tied else {"output.weight": (len(TOKENS), WIDTH)})
    for layer in range(LAYERS):
        rows = {"attn_q": (WIDTH, WIDTH), "attn_k": (kv, WIDTH), "attn_v": (kv, WIDTH), "attn_output": (WIDTH, WIDTH)}
        rows |= {"ffn_gate": (FFN, WIDTH), "ffn_up": (FFN, WIDTH), "ffn_down": (WIDTH, FFN)}
        shapes |= {f"blk.{layer}.{name}.weight": shape for name, shape in rows.items()}
    tensors = {name: chance.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes.items()}
    for layer in range(LAYERS):
        for name, size in (("attn_q", WIDTH), ("attn_k", kv), ("attn_v", kv)):
            tensors[f"blk.{layer}.{name}.bias"] = chance.normal(0, 0.2, size).astype(np.float32)
        for name in ("attn_norm", "ffn_norm"):
            tensors[f"blk.{layer}.{name}.weight"] = chance.normal(1, 0.1, WIDTH).astype(np.float32)
    tensors["output_norm.weight"] = chance.normal(1, 0.1, WIDTH).astype(np.float32)

    writer = GGUFWriter(path, architecture)
    writer.add_block_count(LAYERS)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(FFN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_rope_freq_base(ROPE_BASE)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(TOKENS)
    writer.add_token_types([3 if token in CONTROLS else 1 for token in TOKENS])
    writer.add_token_merges(MERGES)
    writer.add_bos_token_id(TOKENS.index("<|endoftext|>"))
    writer.add_eos_token_id(TOKENS.index("<|im_end|>"))
    for name, tensor in tensors.items():
        if name.endswith("attn_output.weight"):
            kind = GGMLQuantizationType.Q8_0
            packed = quants.quantize(tensor, kind)
            writer.add_tensor(name, packed, raw_dtype=kind)
            tensors[name] = quants.dequantize(packed, kind)
        else:
            writer.add_tensor(name, tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return tensors


def in_cache(cache: Path) -> Model:
    """The model as if set-up had fetched it into this cache under NAME; returns its row of the table."""
    folder = cache / "models" / NAME
    folder.mkdir(parents=True)
    write_gguf(folder / "model.gguf")
    made = (folder / "model.gguf").read_bytes()
    file = ModelFile("model.gguf", (), hashlib.sha256(made).hexdigest())
    model = Model("A tiny language model", "MIT", len(made), (), (file,), int8="tiny, int8")
    weights.verify(NAME, cache, {NAME: model})
    return model
