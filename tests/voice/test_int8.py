"""A GGUF language model made int8 for CTranslate2: it computes what its weights say, and is made once and whole."""

import errno
import json
import multiprocessing
import os
import shutil
from pathlib import Path

import ctranslate2
import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tests.support.language_model import (
    EPSILON,
    FFN,
    HEADS,
    KV_HEADS,
    LAYERS,
    NAME,
    ROPE_BASE,
    TOKENS,
    WIDTH,
    in_cache,
    write_gguf,
)
from voice import gguf_weights, int8
from voice.catalogue import Model
from voice.errors import WeightsError
from voice.gguf_weights import convert
from voice.int8 import ensure_int8, int8_folder, int8_present, verify_int8
from voice.stored_weights import StoredWeights

Tensors = dict[str, NDArray[np.float32]]


def converted(tmp_path: Path, tied: bool = False) -> tuple[Path, Tensors]:
    tensors = write_gguf(tmp_path / "model.gguf", tied=tied)
    folder = tmp_path / "made"
    folder.mkdir()
    convert(tmp_path / "model.gguf", folder, lambda _: None)
    return folder, tensors


def logits(tensors: Tensors, tokens: list[int]) -> NDArray[np.float32]:
    """What the model says comes after each token, shape (tokens, vocabulary): Qwen2 written out in numpy."""
    size = WIDTH // HEADS
    places = np.arange(len(tokens))
    angles = places[:, np.newaxis] * ROPE_BASE ** (-np.arange(0, size, 2) / size)
    cos, sin = np.cos(angles), np.sin(angles)

    def norm(x: NDArray[np.float32], by: str) -> NDArray[np.float32]:
        return np.asarray(x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + EPSILON) * tensors[f"{by}.weight"])

    def linear(x: NDArray[np.float32], by: str) -> NDArray[np.float32]:
        return x @ tensors[f"{by}.weight"].T + tensors.get(f"{by}.bias", np.float32(0))

    def turned(x: NDArray[np.float32]) -> NDArray[np.float32]:
        first, second = x[:, : size // 2], x[:, size // 2 :]
        return np.concatenate([first * cos - second * sin, second * cos + first * sin], axis=1)

    x = tensors["token_embd.weight"][tokens]
    future = np.triu(np.full((len(tokens), len(tokens)), -np.inf), 1)
    for layer in range(LAYERS):
        own = f"blk.{layer}."
        given = norm(x, f"{own}attn_norm")
        q, k, v = (linear(given, f"{own}attn_{which}").reshape(len(tokens), -1, size) for which in "qkv")
        heads = []
        for head in range(HEADS):
            shared = head // (HEADS // KV_HEADS)
            near = turned(q[:, head]) @ turned(k[:, shared]).T / np.sqrt(size) + future
            near = np.exp(near - near.max(axis=1, keepdims=True))
            heads.append(near / near.sum(axis=1, keepdims=True) @ v[:, shared])
        x = x + linear(np.concatenate(heads, axis=1), f"{own}attn_output")
        given = norm(x, f"{own}ffn_norm")
        gate = linear(given, f"{own}ffn_gate")
        x = x + linear(gate / (1 + np.exp(-gate)) * linear(given, f"{own}ffn_up"), f"{own}ffn_down")
    return linear(norm(x, "output_norm"), "output" if "output.weight" in tensors else "token_embd")


def rounded(tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """A matrix as int8 tells it again; a vector as it is."""
    if tensor.ndim == 1:
        return tensor
    step = np.abs(tensor).max(axis=1, keepdims=True) / 127
    return np.asarray(np.rint(tensor / step) * step, np.float32)


@pytest.mark.parametrize("tied", [False, True])
def test_it_computes_what_the_weights_say(tmp_path: Path, tied: bool) -> None:
    folder, tensors = converted(tmp_path, tied)
    tokens = [5, 77, 200, 77, 31, 9, 140]
    expected = logits({name: rounded(tensor) for name, tensor in tensors.items()}, tokens)
    words = [TOKENS[token] for token in tokens]
    # With the weights as they are stored: as int8, CTranslate2 rounds what they are multiplied with as well.
    for kind, within in (("float32", 1e-4), ("int8", 0.1)):
        found = np.array(ctranslate2.Generator(str(folder), compute_type=kind).forward_batch([words]))[0]
        assert np.abs(found - expected).max() < within * np.abs(expected).max()


def test_each_weight_is_kept_within_half_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gguf_weights, "ROWS", 10)
    folder, tensors = converted(tmp_path)
    stored = StoredWeights(folder / "model.bin")
    heads = np.concatenate([tensors[f"blk.1.attn_{which}.weight"] for which in "qkv"])
    for name, weight in (
        ("decoder/layer_1/self_attention/linear_0/weight", heads),
        ("decoder/layer_0/ffn/linear_1/weight", tensors["blk.0.ffn_down.weight"]),
        ("decoder/embeddings/weight", tensors["token_embd.weight"]),
        ("decoder/projection/weight", tensors["output.weight"]),
    ):
        step = np.abs(weight).max(axis=1, keepdims=True) / 127
        assert (np.abs(stored.floats(name) - weight) <= 0.5001 * step).all()
    assert stored["decoder/layer_0/ffn/linear_0/weight"].shape == (FFN, WIDTH)


def test_its_tokenizer_knows_the_words_and_no_control_token(tmp_path: Path) -> None:
    folder, _ = converted(tmp_path)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert tokenizer.encode("Yes No").tokens == ["Yes", "ĠNo"]
    said = "a <|im_end|> é 日\n"
    told = tokenizer.encode(said)
    assert "<|im_end|>" not in told.tokens
    assert tokenizer.decode(told.ids) == said
    assert told.tokens == [TOKENS[number] for number in told.ids]


def test_a_model_of_another_make_is_refused(tmp_path: Path) -> None:
    write_gguf(tmp_path / "model.gguf", architecture="llama")
    with pytest.raises(WeightsError, match="'llama' model"):
        convert(tmp_path / "model.gguf", tmp_path, lambda _: None)


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(b"GGUF, or so it says" * 9)
    with pytest.raises(WeightsError, match=r"cannot be read as a GGUF"):
        convert(tmp_path / "model.gguf", tmp_path, lambda _: None)


def test_it_is_made_once_and_said(tmp_path: Path) -> None:
    models, said = {NAME: in_cache(tmp_path)}, list[tuple[str, float]]()
    assert not int8_present(NAME, tmp_path, models)
    folder = ensure_int8(NAME, tmp_path, lambda label, fraction: said.append((label, fraction)), models)
    assert folder == int8_folder(NAME, tmp_path)
    assert int8_present(NAME, tmp_path, models)
    assert [fraction for _, fraction in said] == sorted(fraction for _, fraction in said)
    assert "int8" in said[0][0]
    made = (folder / "model.bin").stat().st_ino
    ensure_int8(NAME, tmp_path, None, models)
    assert (folder / "model.bin").stat().st_ino == made
    # As a container's image keeps it.
    assert {(path.stat().st_mtime_ns % 10**9) for path in folder.glob("[!.]*")} == {0}


def test_what_an_interruption_left_is_made_anew(tmp_path: Path) -> None:
    models = {NAME: in_cache(tmp_path)}
    torn = int8_folder(NAME, tmp_path).with_name(f"{NAME}-int8.partial")
    torn.mkdir()
    (torn / "model.bin").write_bytes(b"half")
    assert not int8_present(NAME, tmp_path, models)
    folder = ensure_int8(NAME, tmp_path, None, models)
    assert not torn.exists()
    assert verify_int8(NAME, tmp_path) == folder


def test_a_failure_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = {NAME: in_cache(tmp_path)}

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(int8, "_write_out", full)
    with pytest.raises(WeightsError, match="free"):
        ensure_int8(NAME, tmp_path, None, models)
    assert sorted(path.name for path in (tmp_path / "models").iterdir()) == [NAME, f"{NAME}-int8.lock"]


def test_a_folder_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    write_gguf(tmp_path / "model.gguf")
    (tmp_path / "tokenizer.json").mkdir()
    with pytest.raises(IsADirectoryError):
        convert(tmp_path / "model.gguf", tmp_path, lambda _: None)


def test_a_model_that_is_none_of_language_is_refused_before_it_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"Whisper.* cannot be made int8.*qwen-coder-1\.5b can"):
        ensure_int8("whisper-base", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_other_weights_or_a_changed_file_count_as_none(tmp_path: Path) -> None:
    models = {NAME: in_cache(tmp_path)}
    folder = ensure_int8(NAME, tmp_path, None, models)
    file = models[NAME].files[0]
    other = Model("Another", "MIT", 1, (), (type(file)(file.name, (), "0" * 64),))
    assert not int8_present(NAME, tmp_path, {NAME: other})
    (folder / "config.json").write_text("{}")
    assert not int8_present(NAME, tmp_path, models)
    with pytest.raises(WeightsError, match="damaged; delete that folder"):
        verify_int8(NAME, tmp_path)
    ensure_int8(NAME, tmp_path, None, models)
    assert json.loads((folder / "config.json").read_text())["eos_token"] == "<|im_end|>"
    shutil.rmtree(folder)
    with pytest.raises(WeightsError, match="run 'viva setup'"):
        verify_int8(NAME, tmp_path)


def _ensure(cache: Path, models: dict[str, Model]) -> str:
    return str(ensure_int8(NAME, cache, None, models))


def test_two_processes_at_once_make_one(tmp_path: Path) -> None:
    models = {NAME: in_cache(tmp_path)}
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.starmap(_ensure, [(tmp_path, models)] * 2)
    assert found == [str(int8_folder(NAME, tmp_path))] * 2
    assert verify_int8(NAME, tmp_path)
    assert sorted(path.name for path in (tmp_path / "models").iterdir()) == [
        NAME,
        f"{NAME}-int8",
        f"{NAME}-int8.lock",
    ]
