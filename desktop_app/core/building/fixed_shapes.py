"""Replace what a graph computes without looking at pixels by constants.

Exported networks compute shapes from shapes, position embeddings, masks. A bundle's may not
(network_check.py). Everything that depends on no pixel is computed beforehand, for one picture and
for two: what is equal is constant, what differs in one dimension depends on the number of pictures.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from desktop_app.core.building.data_flow import (
    Values,
    names_used,
    needed_nodes,
    pixel_tensors,
)

# A tensor of as many zeros as there are pictures, which feature_network.py computes.
ROWS = "rows"
# Their outputs tell the shape that their second input computes.
_SHAPED = frozenset(("Reshape", "Expand"))


class UnfixedShapeError(Exception):
    """A value depends on the number of pictures in a way that cannot be written down."""


def unfixed_tensors(nodes: list[NodeProto], pictures: str, constants: set[str]) -> set[str]:
    """Return the tensors whose values have to be known to fix the shapes of a graph."""
    pixels = pixel_tensors(nodes, [pictures])
    found: set[str] = set()
    for node in nodes:
        if not pixels.isdisjoint(node.output):
            found |= names_used(node) - pixels - constants
            found |= set(node.output) if node.op_type in _SHAPED else set()
    return found


def with_fixed_shapes(
    model: ModelProto, pictures: str, output: str, one: Values, two: Values | None
) -> ModelProto:
    """Return a graph with the input `pictures`, an input ROWS, and one output.

    Args:
        model: The exported network.
        pictures: The name of its input.
        output: The name of its output.
        one: The unfixed tensors for one picture.
        two: The same for two; None: the graph will take one picture at a time.

    Raises:
        UnfixedShapeError.
    """
    graph = model.graph
    fixing = _Fixing(one, two if two is not None else one)
    nodes = needed_nodes(graph.node, [output])
    pixels = pixel_tensors(nodes, [pictures])
    for node in nodes:
        if not pixels.isdisjoint(node.output):
            fixing.add(node, pixels)
    constants = [tensor for tensor in graph.initializer if tensor.name in fixing.read]
    ports = (
        next(item for item in graph.input if item.name == pictures),
        next(item for item in graph.output if item.name == output),
    )
    return _model(model, fixing.nodes, ports, [*constants, *fixing.constants])


def _model(
    model: ModelProto, nodes: list[NodeProto], ports: tuple[ValueInfoProto, ValueInfoProto],
    constants: list[TensorProto],
) -> ModelProto:  # fmt: skip
    source, target = ports
    rows = helper.make_tensor_value_info(ROWS, TensorProto.FLOAT, ["photos"])
    fixed = helper.make_graph(nodes, "features", [source, rows], [target], constants)
    versions = list(model.opset_import)
    return helper.make_model(fixed, opset_imports=versions, ir_version=max(8, model.ir_version))


class _Fixing:
    """Collects operators that depend on pixels, and constants for what they read otherwise.

    Attributes:
        nodes: In their order.
        constants: Computed beforehand.
        read: All tensors that are read.
    """

    def __init__(self, one: Values, two: Values) -> None:
        self._one, self._two = one, two
        self._made: dict[str, str] = {}
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self.read: set[str] = set()

    def add(self, node: NodeProto, pixels: set[str]) -> None:
        copied = NodeProto()
        copied.CopyFrom(node)
        if node.op_type in _SHAPED and node.input[1] in self._one:
            self._add_shaped(copied)
        else:
            for place, name in enumerate(node.input):
                if name in self._one and name not in pixels:
                    copied.input[place] = self._fixed(name)
            self.nodes.append(copied)
        self.read |= names_used(self.nodes[-1])

    def _add_shaped(self, node: NodeProto) -> None:
        shape, axis = self._shape(node.output[0])
        target = np.array(shape, np.int64)
        if node.op_type == "Reshape":
            if axis is not None:
                target[axis] = -1
            node.input[1] = self._constant(target)
            self.nodes.append(node)
            return
        if axis is not None:
            target[axis] = 1
        zeros = np.zeros(target, self._one[node.output[0]].dtype)
        added = [node.input[0], self._constant(zeros)]
        self.nodes.append(helper.make_node("Add", added, list(node.output)))

    def _shape(self, name: str) -> tuple[tuple[int, ...], int | None]:
        """Return the shape for one picture, and the axis that differs for two."""
        first, second = self._one[name].shape, self._two[name].shape
        if len(first) != len(second):
            raise UnfixedShapeError(name)
        axes = [axis for axis, size in enumerate(first) if size != second[axis]]
        if len(axes) > 1:
            raise UnfixedShapeError(name)
        return first, axes[0] if axes else None

    def _fixed(self, name: str) -> str:
        """Return the name of a tensor that takes the place of one that was computed."""
        if name not in self._made:
            shape, axis = self._shape(name)
            value = self._one[name]
            expected = value if axis is None else np.concatenate([value, value], axis)
            if not np.array_equal(expected, self._two[name], equal_nan=value.dtype.kind == "f"):
                raise UnfixedShapeError(name)
            made = self._constant(value)
            self._made[name] = made if axis is None else self._for_rows(made, shape, axis)
        return self._made[name]

    def _for_rows(self, constant: str, shape: tuple[int, ...], axis: int) -> str:
        """Repeat a constant for each picture."""
        if shape[axis] != 1:
            raise UnfixedShapeError(constant)
        target = np.ones(len(shape), np.int64)
        target[axis] = -1
        zeros, repeated = f"{constant}.rows", f"{constant}.repeated"
        self.read.add(ROWS)
        self.nodes += [
            helper.make_node("Reshape", [ROWS, self._constant(target)], [zeros]),
            helper.make_node("Add", [constant, zeros], [repeated]),
        ]
        return repeated

    def _constant(self, value: NDArray[np.generic]) -> str:
        name = f"fixed.{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name
