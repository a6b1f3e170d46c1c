"""The weights of a CTranslate2 model as arrays, straight from its file."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
"""By number, as ctranslate2/specs/model_spec.py writes them; of bfloat16, the sixth, numpy has none."""


class StoredWeights:
    """What `model.bin` holds, by CTranslate2's names such as "decoder/layer_0/ffn/linear_0/weight"."""

    def __init__(self, model_file: Path) -> None:
        """Look the names up; arrays are mapped, not read.

        Raises:
            ValueError, struct.error: the file is none of CTranslate2's, or holds types that numpy has not.
        """
        self._arrays: Mapping[str, NDArray[Any]] = _arrays(model_file)

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def __getitem__(self, name: str) -> NDArray[Any]:
        """The array as it is stored: shape (outputs, inputs) for a weight; KeyError where there is none."""
        return self._arrays[name]

    def floats(self, name: str, rows: slice | Sequence[int] = slice(None)) -> NDArray[np.float32]:
        """The array, or some of its rows, in float32.

        Raises:
            ValueError: it is stored in a way that is unknown here.
        """
        stored = self._arrays[name]
        floats: NDArray[np.float32] = stored[rows].astype(np.float32)
        if stored.dtype == np.int8:
            floats /= self._arrays[f"{name}_scale"][rows, np.newaxis]
        elif not np.issubdtype(stored.dtype, np.floating):
            raise ValueError(f"{name} is stored as {stored.dtype}")
        return floats


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The layout is that of `ModelSpec._serialize` in ctranslate2/specs/model_spec.py."""
    with path.open("rb") as file:
        _number(file, "I"), _name(file), _number(file, "I")
        arrays: dict[str, NDArray[Any]] = {}
        for _ in range(_number(file, "I")):
            name = _name(file)
            shape = tuple(_number(file, "I") for _ in range(_number(file, "B")))
            kind, size = _number(file, "B"), _number(file, "I")
            if kind >= len(_TYPES):
                raise ValueError(f"{path.name} holds {name} in a type that numpy has not")
            arrays[name] = np.memmap(path, _TYPES[kind], "r", file.tell(), shape)
            file.seek(size, 1)
        for _ in range(_number(file, "I")):
            alias = _name(file)
            arrays[alias] = arrays[_name(file)]
    return arrays


def _number(file: BinaryIO, form: str) -> int:
    (number,) = struct.unpack(f"<{form}", file.read(struct.calcsize(form)))
    return int(number)


def _name(file: BinaryIO) -> str:
    return file.read(_number(file, "H"))[:-1].decode()
