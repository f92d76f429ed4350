"""Files of networks: checked, halved where that is exact, and a new head joined to an encoder."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnx.compose import add_prefix
from onnx.utils import Extractor

OPSET = 18
_PREFIX = "head."
_SMALLEST_HALVED = 1024


def finished(model: onnx.ModelProto) -> bytes:
    """Check a model and return its file. Weights take half the space if that is exact."""
    _store_as_float16(model)
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def _store_as_float16(model: onnx.ModelProto) -> None:
    """Store large float32 tensors as float16, with a cast back, if that is exact.

    onnxruntime computes the cast once, when it loads the model.
    """
    casts = []
    for tensor in list(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if not _is_halvable(values):
            continue
        name = f"{tensor.name}.half"
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), name))
        casts.append(helper.make_node("Cast", [name], [tensor.name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _is_halvable(values: NDArray[Any]) -> bool:
    if values.dtype != np.float32 or values.size < _SMALLEST_HALVED:
        return False
    return np.array_equal(values.astype(np.float16).astype(np.float32), values)


def can_graft(encoder: onnx.ModelProto, hasher: onnx.ModelProto) -> bool:
    """Whether both models use the same operator set versions."""
    return _versions(encoder) == _versions(hasher)


def opset_of(model: onnx.ModelProto) -> int:
    """Return the version of ONNX's own operators that a model uses."""
    return _versions(model)[""]


def graft_head(encoder: onnx.ModelProto, hasher: onnx.ModelProto) -> onnx.ModelProto:
    """Join an encoder's path to the descriptor with a new head: pixels -> descriptor, logits.

    This avoids exporting the encoder again, which takes ten seconds.

    Args:
        encoder: pixels -> descriptor, and any other outputs.
        hasher: descriptor -> logits.
    """
    head = add_prefix(hasher, _PREFIX, rename_inputs=False, rename_outputs=False).graph
    joined: onnx.ModelProto = Extractor(encoder).extract_model(["pixels"], ["descriptor"])
    graph = joined.graph
    graph.node.extend(head.node)
    graph.initializer.extend(head.initializer)
    graph.value_info.extend(head.value_info)
    graph.output.extend(head.output)
    onnx.checker.check_model(joined, full_check=True)
    return joined


def _versions(model: onnx.ModelProto) -> dict[str, int]:
    return {each.domain: each.version for each in model.opset_import}
