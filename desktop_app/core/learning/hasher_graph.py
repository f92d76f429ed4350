"""The hasher as an ONNX graph, written node by node: torch's exporter takes seconds to load."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.core.learning.grafting import OPSET
from desktop_app.core.learning.integer_head import LARGEST_HIDDEN, IntegerWeights

_IR_VERSION = 10  # as torch's exporter writes it


def hasher_graph(head: IntegerWeights, opset: int = OPSET) -> onnx.ModelProto:
    """Descriptor int8 [N, D] -> logits float32 [N, K], as IntegerWeights says."""
    names = ["direct", "bias", *(["inner", "inner_bias", "outer"] if len(head.outer) else [])]
    weights = {name: np.asarray(getattr(head, name), np.float32) for name in names}
    weights |= {name: np.array(getattr(head, name), np.float32) for name in ("shift", "unit")}
    nodes = [
        helper.make_node("Cast", ["descriptor"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["floats", "direct"], ["products"]),
        helper.make_node("Add", ["products", "bias"], ["sums"]),
    ]
    sums = "sums"
    if "outer" in weights:
        weights["largest"] = np.array(LARGEST_HIDDEN, np.float32)
        nodes += _hidden_nodes()
        sums = "all_sums"
    nodes.append(helper.make_node("Mul", [sums, "unit"], ["logits"]))
    size, bits = weights["direct"].shape
    graph = helper.make_graph(
        nodes,
        "hasher",
        [helper.make_tensor_value_info("descriptor", TensorProto.INT8, ["photos", size])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["photos", bits])],
        [numpy_helper.from_array(values, name) for name, values in weights.items()],
    )
    versions = [helper.make_opsetid("", opset)]
    return helper.make_model(graph, opset_imports=versions, ir_version=_IR_VERSION)


def _hidden_nodes() -> list[onnx.NodeProto]:
    return [
        helper.make_node("MatMul", ["floats", "inner"], ["inner_products"]),
        helper.make_node("Add", ["inner_products", "inner_bias"], ["inner_sums"]),
        helper.make_node("Relu", ["inner_sums"], ["positive"]),
        helper.make_node("Mul", ["positive", "shift"], ["scaled"]),
        helper.make_node("Round", ["scaled"], ["rounded"]),
        helper.make_node("Clip", ["rounded", "", "largest"], ["hidden"]),
        helper.make_node("MatMul", ["hidden", "outer"], ["outer_products"]),
        helper.make_node("Add", ["sums", "outer_products"], ["all_sums"]),
    ]
