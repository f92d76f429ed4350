"""Bring a graph to the operators that bundles may have (network_check.py)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, helper, numpy_helper
from onnx.version_converter import ConvertError, convert_version

from desktop_app.core.learning.grafting import OPSET, opset_of

_END = 2**63 - 1
_IR_VERSION = 10


class UnsupportedOperatorError(Exception):
    """An operator, which the text names, cannot be expressed by others."""


def in_bundle_operators(model: ModelProto) -> ModelProto:
    """Express a graph by the operators of bundles, as far as that is known. It gets opset 18.

    Raises:
        UnsupportedOperatorError.
    """
    foreign = next((node for node in model.graph.node if node.domain not in ("", "ai.onnx")), None)
    if foreign is not None:
        raise UnsupportedOperatorError(f"{foreign.domain} {foreign.op_type}")
    model = _upgraded(model) if opset_of(model) < OPSET else model
    rewriting = _Rewriting(model)
    del model.graph.node[:]
    model.graph.node.extend(rewriting.nodes)
    model.graph.initializer.extend(rewriting.constants)
    del model.opset_import[:]
    model.opset_import.append(helper.make_opsetid("", OPSET))
    model.ir_version = _IR_VERSION
    return model


def _upgraded(model: ModelProto) -> ModelProto:
    try:
        return convert_version(model, OPSET)
    except (ConvertError, RuntimeError, IndexError) as error:
        detail = f"opset {opset_of(model)}: {str(error).strip().partition(chr(10))[0]}"
        raise UnsupportedOperatorError(detail) from error


class _Rewriting:
    """Rewrites all operators of a graph; attributes that opset 18 lacks are left out.

    What they mean in a later opset is checked by comparing outputs (feature_network.py).
    """

    def __init__(self, model: ModelProto) -> None:
        self._values = {tensor.name: tensor for tensor in model.graph.initializer}
        self.nodes: list[NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        for node in model.graph.node:
            rewrite = _REWRITTEN.get(node.op_type)
            if rewrite is None:
                self._keep(node)
            else:
                rewrite(self, node)

    def value(self, name: str) -> NDArray[Any] | None:
        tensor = self._values.get(name)
        return None if tensor is None else numpy_helper.to_array(tensor)

    def add(self, operator: str, inputs: list[str], output: str = "", **attributes: Any) -> str:
        output = output or f"rewritten.{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def constant(self, value: Any, dtype: type[np.generic] = np.int64) -> str:
        name = f"rewritten.constant.{len(self.constants)}"
        self.keep_constant(name, np.array(value, dtype))
        return name

    def keep_constant(self, name: str, value: NDArray[Any]) -> None:
        tensor = numpy_helper.from_array(value, name)
        self.constants.append(tensor)
        self._values[name] = tensor

    def _keep(self, node: NodeProto) -> None:
        try:
            known = onnx.defs.get_schema(node.op_type, OPSET, "").attributes
        except onnx.defs.SchemaError as error:
            raise UnsupportedOperatorError(node.op_type) from error
        kept = NodeProto()
        kept.CopyFrom(node)
        del kept.attribute[:]
        kept.attribute.extend(item for item in node.attribute if item.name in known)
        self.nodes.append(kept)


def _attribute(node: NodeProto, name: str, default: Any) -> Any:
    found = next((item for item in node.attribute if item.name == name), None)
    return default if found is None else helper.get_attribute_value(found)


def _constant(graph: _Rewriting, node: NodeProto) -> None:
    """What the conversion from an earlier opset has added."""
    tensor = _attribute(node, "value", None)
    if tensor is None:
        raise UnsupportedOperatorError("Constant")
    graph.keep_constant(node.output[0], numpy_helper.to_array(tensor))


def _identity(graph: _Rewriting, node: NodeProto) -> None:
    graph.add("Identity", [node.input[0]], node.output[0])


def _gather(graph: _Rewriting, node: NodeProto) -> None:
    """Select one row of an axis, or some that follow each other, as a slice."""
    rows = graph.value(node.input[1])
    axis = _attribute(node, "axis", 0)
    if rows is None or rows.ndim > 1 or not rows.size or (np.diff(rows.ravel()) != 1).any():
        raise UnsupportedOperatorError("Gather of computed or scattered rows")
    first, last = int(rows.ravel()[0]), int(rows.ravel()[-1])
    bounds = [graph.constant([value]) for value in (first, last + 1 or _END, axis)]
    if rows.ndim:
        graph.add("Slice", [node.input[0], *bounds], node.output[0])
        return
    selected = graph.add("Slice", [node.input[0], *bounds])
    graph.add("Squeeze", [selected, graph.constant([axis])], node.output[0])


def _length(graph: _Rewriting, node: NodeProto) -> None:
    """ReduceL2: the root of the sum of squares."""
    squares = graph.add("Mul", [node.input[0], node.input[0]])
    keep = _attribute(node, "keepdims", 1)
    total = graph.add("ReduceSum", [squares, *node.input[1:]], keepdims=keep)
    graph.add("Sqrt", [total], node.output[0])


def _gelu(graph: _Rewriting, node: NodeProto) -> None:
    """Gelu of opset 20: x / 2 * (1 + erf(x / sqrt(2))), or its approximation by tanh."""
    x = node.input[0]
    if _attribute(node, "approximate", b"none") == b"tanh":
        cube = graph.add("Mul", [graph.add("Mul", [x, x]), x])
        small = graph.add("Mul", [cube, graph.constant(0.044715, np.float32)])
        scale = graph.constant(math.sqrt(2 / math.pi), np.float32)
        inner = graph.add("Mul", [graph.add("Add", [x, small]), scale])
        curve = graph.add("Tanh", [inner])
    else:
        scaled = graph.add("Mul", [x, graph.constant(math.sqrt(0.5), np.float32)])
        curve = graph.add("Erf", [scaled])
    share = graph.add("Add", [curve, graph.constant(1, np.float32)])
    half = graph.add("Mul", [x, graph.constant(0.5, np.float32)])
    graph.add("Mul", [half, share], node.output[0])


_REWRITTEN: dict[str, Callable[[_Rewriting, NodeProto], None]] = {
    "Constant": _constant,
    "Dropout": _identity,
    "Gather": _gather,
    "Gelu": _gelu,
    "ReduceL2": _length,
}
