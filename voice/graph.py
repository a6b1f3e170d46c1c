"""An ONNX graph in the making, whose linear layers compute in int8."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from voice.stored_weights import StoredWeights

_BLOCK = 128
"""Weights that share a scale; divides the width of every Whisper."""
_ROWS_AT_ONCE = 4096
_EPSILON = 1e-5
"""Of layer normalization; PyTorch's default, with which Whisper was trained."""
_OPERATORS = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
_FORMAT = 10
"""Of the file: the one that came with these operators."""


class Graph:
    """Nodes and constants; each method that adds some gives the name of what they make."""

    def __init__(self, weights: StoredWeights) -> None:
        self.weights = weights
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def apply(self, operator: str, *inputs: str, to: str = "", domain: str = "", **attributes: Any) -> str:
        """An operator's only output, by the name `to` if one is wanted."""
        name = to or f"node{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, inputs, [name], domain=domain, **attributes))
        return name

    def split(self, x: str, parts: int) -> list[str]:
        """Equal parts of x's last dimension."""
        names = [f"node{len(self._nodes)}part{part}" for part in range(parts)]
        self._nodes.append(helper.make_node("Split", [x], names, axis=-1, num_outputs=parts))
        return names

    def constant(self, array: NDArray[Any]) -> str:
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def linear(self, x: str, layer: str, *, bias: bool = True) -> str:
        """x, shape (n, inputs), through a stored linear layer: shape (n, outputs)."""
        outputs, inputs = self.weights[f"{layer}/weight"].shape
        quantized, scales = _blocks(self.weights, f"{layer}/weight")
        names = [x, self.constant(quantized), self.constant(scales)]
        if bias:
            names += ["", "", self.constant(self.weights.floats(f"{layer}/bias"))]
        form = {"K": inputs, "N": outputs, "bits": 8, "block_size": _BLOCK, "accuracy_level": 4}
        return self.apply("MatMulNBits", *names, domain="com.microsoft", **form)

    def normal(self, x: str, layer: str, to: str = "") -> str:
        """x through a stored layer normalization."""
        names = [self.constant(self.weights.floats(f"{layer}/{part}")) for part in ("gamma", "beta")]
        return self.apply("LayerNormalization", x, *names, to=to, epsilon=_EPSILON)

    def session(self, takes: list[ValueInfoProto], gives: list[ValueInfoProto], threads: int) -> Any:
        """The graph ready to run, an `onnxruntime.InferenceSession`; 0 threads are as many as there are cores."""
        graph = helper.make_graph(self._nodes, "decoder", takes, gives, self._constants)
        model = helper.make_model(graph, opset_imports=_OPERATORS, ir_version=_FORMAT)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Each session has its own threads; one's would else wait busily on the cores that the next one needs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with tempfile.TemporaryDirectory() as folder:  # a session keeps a second copy of what it is given as bytes
            path = Path(folder) / "decoder.onnx"
            path.write_bytes(model.SerializeToString())
            return onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])


def _blocks(weights: StoredWeights, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The weight as MatMulNBits takes it: each block's scale, and steps of it, of which 128 stand for zero."""
    rows, width = weights[name].shape
    steps = np.empty((rows, width // _BLOCK, _BLOCK), np.uint8)
    scales = np.empty((rows, width // _BLOCK), np.float32)
    for start in range(0, rows, _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        blocks = weights.floats(name, part).reshape(-1, width // _BLOCK, _BLOCK)
        scales[part] = np.maximum(np.abs(blocks).max(axis=-1) / 127, np.finfo(np.float32).tiny)
        steps[part] = np.rint(blocks / scales[part, :, np.newaxis]) + 128
    return steps, scales


def value(name: str, *shape: int | str, kind: int = TensorProto.FLOAT) -> ValueInfoProto:
    """What a graph takes or gives; a dimension that varies has a name."""
    return helper.make_tensor_value_info(name, kind, shape)
