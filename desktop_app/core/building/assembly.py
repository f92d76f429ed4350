"""Put a network of fixed shapes between scaling and pooling."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from desktop_app.core.building.fixed_shapes import ROWS
from desktop_app.core.building.network_options import Pooling
from desktop_app.core.building.ports import PictureInput, channel_axis
from desktop_app.core.building.scaling import Scaling
from desktop_app.core.learning.grafting import OPSET

PIXELS, FEATURES = "pixels", "features"
_PREFIX = "network."
_IR_VERSION = 10
_SMALLEST_ROUNDED = 1024


def pooled(value: NDArray[Any], pooling: Pooling) -> NDArray[np.float32]:
    """Pool an output: vectors [N, F], tokens [N, T, F], or maps [N, F, h, w] or [N, h, w, F]."""
    if pooling is Pooling.FIRST and value.ndim == 3:
        value = value[:, 0]
    return np.asarray(value.mean(_pooled_axes(value)), np.float32)


def assembled(
    network: ModelProto, source: PictureInput, side: int, scaling: Scaling,
    output: NDArray[Any], pooling: Pooling,
) -> ModelProto:  # fmt: skip
    """Return pixels uint8 [N, S, S, 3] -> features float32 [N, F].

    Args:
        network: From fixed_shapes.py, of the operators of bundles.
        source: Its input.
        side: S.
        scaling: Of the pixels.
        output: Its output for one picture.
        pooling: Of that.
    """
    graph = network.graph
    writing = _Writing()
    writing.scale(source, scaling, has_rows=any(ROWS in node.input for node in graph.node))
    writing.copy(network)
    writing.pool(_PREFIX + graph.output[0].name, output, pooling)
    return writing.model(side, pooled(output, pooling).shape[1])


def round_weights(network: ModelProto) -> ModelProto:
    """Return a copy whose large weights are rounded to values of float16, but are float32 still."""
    rounded = ModelProto()
    rounded.CopyFrom(network)
    for tensor in rounded.graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype == np.float32 and value.ndim > 1 and value.size >= _SMALLEST_ROUNDED:
            with np.errstate(over="ignore"):
                halved = value.astype(np.float16).astype(np.float32)
            if np.isfinite(halved).all():
                tensor.CopyFrom(numpy_helper.from_array(halved, tensor.name))
    return rounded


class _Writing:
    """Writes operators and constants."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def scale(self, source: PictureInput, scaling: Scaling, *, has_rows: bool) -> None:
        """Write what makes the input of the network of pixels, and the zeros ROWS."""
        name = PIXELS
        floats = self._add("Cast", [PIXELS], "floats", to=TensorProto.FLOAT)
        if has_rows:
            self._zeros(floats)
        if source.dtype != "uint8":
            name = self._shifted(floats, scaling)
        if source.channels_first:
            name = self._add("Transpose", [name], "turned", perm=[0, 3, 1, 2])
        if source.dtype == "float16":
            name = self._add("Cast", [name], "halves", to=TensorProto.FLOAT16)
        self._add("Identity", [name], _PREFIX + source.name)

    def _zeros(self, floats: str) -> None:
        axes = self._constant("axes", np.array([1, 2, 3], np.int64))
        mean = self._add("ReduceMean", [floats, axes], "means", keepdims=0)
        zero = self._constant("zero", np.array(0, np.float32))
        self._add("Mul", [mean, zero], _PREFIX + ROWS)

    def _shifted(self, floats: str, scaling: Scaling) -> str:
        centre, deviation = np.array(scaling.mean), np.array(scaling.deviation)
        slope = self._constant("slope", np.array(scaling.factor / deviation, np.float32))
        shift = self._constant("shift", np.array(-centre / deviation, np.float32))
        return self._add("Add", [self._add("Mul", [floats, slope], "scaled"), shift], "shifted")

    def copy(self, network: ModelProto) -> None:
        """Write the network, with all names prefixed."""
        for tensor in network.graph.initializer:
            value = numpy_helper.to_array(tensor)  # weights may be stored otherwise than as bytes
            self._constant(_PREFIX + tensor.name, value)
        self.nodes += map(_prefixed, network.graph.node)

    def pool(self, name: str, output: NDArray[Any], pooling: Pooling) -> None:
        axis = self._constant("second_axis", np.array([1], np.int64))
        if pooling is Pooling.FIRST and output.ndim == 3:
            first = self._constant("first", np.array([0], np.int64))
            name = self._add("Slice", [name, first, axis, axis], "first_token")
            name = self._add("Squeeze", [name, axis], "token")
        elif axes := _pooled_axes(output):
            pooled_axes = self._constant("pooled_axes", np.array(axes, np.int64))
            name = self._add("ReduceMean", [name, pooled_axes], "mean", keepdims=0)
        self._add("Cast", [name], FEATURES, to=TensorProto.FLOAT)

    def model(self, side: int, features: int) -> ModelProto:
        """Return what was written."""
        pictures: list[str | int | None] = ["photos", side, side, 3]
        vectors: list[str | int | None] = ["photos", features]
        graph = helper.make_graph(
            self.nodes,
            "features",
            [helper.make_tensor_value_info(PIXELS, TensorProto.UINT8, pictures)],
            [helper.make_tensor_value_info(FEATURES, TensorProto.FLOAT, vectors)],
            self.constants,
        )
        versions = [helper.make_opsetid("", OPSET)]
        return helper.make_model(graph, opset_imports=versions, ir_version=_IR_VERSION)

    def _add(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name


def _prefixed(node: NodeProto) -> NodeProto:
    copied = NodeProto()
    copied.CopyFrom(node)
    copied.ClearField("name")
    copied.ClearField("doc_string")
    for names in (copied.input, copied.output):
        names[:] = [name and _PREFIX + name for name in names]
    return copied


def _pooled_axes(value: NDArray[Any]) -> tuple[int, ...]:
    return tuple(axis for axis in range(1, value.ndim) if axis != channel_axis(value))
