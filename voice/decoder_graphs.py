"""Whisper's decoder in three graphs, for not every token goes through all of it."""

from typing import Any

import numpy as np
from onnx import TensorProto

from voice.graph import Graph, value
from voice.stored_weights import StoredWeights

_INTEGER = TensorProto.INT64


def layers(weights: StoredWeights) -> int:
    """How many the decoder has."""
    count = 0
    while f"decoder/layer_{count}/ffn/linear_0/weight" in weights:
        count += 1
    return count


def listening(weights: StoredWeights, threads: int) -> Any:
    """What the encoder heard, `heard` (frames, width) → each layer's keys and values for the attention to it.

    These are `heard_keys0`, `heard_values0` and so on, of shape (1, heads, frames, width / heads).
    """
    graph = Graph(weights)
    heads = _Heads(graph)
    gives = []
    for layer in range(layers(weights)):
        both = graph.linear("heard", f"decoder/layer_{layer}/attention/linear_1")
        for kind, part in zip(("keys", "values"), graph.split(both, 2), strict=True):
            gives.append(heads.value(heads.apart(part, to=f"heard_{kind}{layer}"), "frames"))
    return graph.session([value("heard", "frames", heads.width)], gives, threads)


def reading(weights: StoredWeights, threads: int) -> Any:
    """Embedded tokens, `tokens` (rows, width) → `states` (rows, width), from which the next ones are chosen.

    Takes also `count` (1), how many rows are kept for tokens to come, `mask` (rows, past + count), 0 where a token
    sees another and -inf where not, what `listening` gives, and of the tokens before each layer's `past_keys0`,
    `past_values0`…, shape (1, heads, past, width / heads). Gives the same of all that are kept as `keys0`, `values0`….
    """
    graph = Graph(weights)
    heads = _Heads(graph)
    takes = [value("tokens", "rows", heads.width), value("mask", "rows", "all"), value("count", 1, kind=_INTEGER)]
    gives = []
    first, rows_axis = graph.constant(np.array([0])), graph.constant(np.array([2]))
    x = "tokens"
    for layer in range(layers(weights)):
        stored = f"decoder/layer_{layer}"
        kinds = (f"keys{layer}", f"values{layer}")
        takes += [heads.value(f"past_{kind}", "past") for kind in kinds]
        takes += [heads.value(f"heard_{kind}", "frames") for kind in kinds]
        gives += [heads.value(kind, "all") for kind in kinds]
        inner = graph.linear(
            graph.normal(x, f"{stored}/self_attention/layer_norm"), f"{stored}/self_attention/linear_0"
        )
        queries, *new = graph.split(inner, 3)
        for kind, part in zip(kinds, new, strict=True):
            kept = graph.apply("Slice", heads.apart(part), first, "count", rows_axis)
            graph.apply("Concat", f"past_{kind}", kept, to=kind, axis=2)
        seen = heads.attend(queries, *kinds, mask="mask")
        x = graph.apply("Add", x, graph.linear(seen, f"{stored}/self_attention/linear_1"))
        queries = graph.linear(graph.normal(x, f"{stored}/attention/layer_norm"), f"{stored}/attention/linear_0")
        seen = heads.attend(queries, *(f"heard_{kind}" for kind in kinds))
        x = graph.apply("Add", x, graph.linear(seen, f"{stored}/attention/linear_2"))
        inner = graph.linear(graph.normal(x, f"{stored}/ffn/layer_norm"), f"{stored}/ffn/linear_0")
        x = graph.apply("Add", x, graph.linear(graph.apply("Gelu", inner), f"{stored}/ffn/linear_1"))
    gives.append(value(graph.normal(x, "decoder/layer_norm", to="states"), "rows", heads.width))
    return graph.session(takes, gives, threads)


def choosing(weights: StoredWeights, threads: int) -> Any:
    """`states` (n, width) → `tokens` (n), the likeliest, and what they weigh, `probabilities` (n); and `all` of them.

    Takes also `barred` (n or 1, vocabulary), -inf for a token that must not come and 0 for others.
    """
    graph = Graph(weights)
    vocabulary, width = weights["decoder/projection/weight"].shape
    scores = graph.apply("Add", graph.linear("states", "decoder/projection", bias=False), "barred")
    graph.apply("Softmax", scores, to="all", axis=-1)
    graph.apply("ArgMax", "all", to="tokens", axis=-1, keepdims=0)
    graph.apply("ReduceMax", "all", graph.constant(np.array([-1])), to="probabilities", keepdims=0)
    takes = [value("states", "n", width), value("barred", "or 1", vocabulary)]
    gives = [value("tokens", "n", kind=_INTEGER), value("probabilities", "n"), value("all", "n", vocabulary)]
    return graph.session(takes, gives, threads)


class _Heads:
    """Attention, with the model's number of heads."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._count = int(graph.weights["decoder/num_heads"])
        self.width: int = graph.weights["decoder/projection/weight"].shape[1]
        self._one = self.width // self._count
        self._apart = graph.constant(np.array([1, -1, self._count, self._one]))

    def value(self, name: str, length: str) -> Any:
        """What a graph takes or gives in the shape that `apart` makes."""
        return value(name, 1, self._count, length, self._one)

    def apart(self, x: str, to: str = "") -> str:
        """(n, width) → (1, heads, n, width / heads)."""
        return self._graph.apply("Transpose", self._graph.apply("Reshape", x, self._apart), to=to, perm=[0, 2, 1, 3])

    def attend(self, queries: str, keys: str, values: str, mask: str = "") -> str:
        """What queries of shape (n, width) see, of that shape; keys and values are apart."""
        apply = self._graph.apply
        scale = self._graph.constant(np.array(self._one**-0.5, np.float32))
        together = self._graph.constant(np.array([-1, self.width]))
        turned = apply("Transpose", keys, perm=[0, 1, 3, 2])
        scores = apply("Mul", apply("MatMul", self.apart(queries), turned), scale)
        if mask:
            scores = apply("Add", scores, mask)
        seen = apply("MatMul", apply("Softmax", scores, axis=-1), values)
        return apply("Reshape", apply("Transpose", seen, perm=[0, 2, 1, 3]), together)
