"""From features to descriptors: principal axes, a random rotation, and int8.

As training/networks/bundle_networks.py does it for the default model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.building.assembly import FEATURES
from desktop_app.core.learning.linear_hash import (
    Floats,
    principal_axes,
    random_rotation,
    unit_rows,
)

# Entries of a rotated unit vector of D dimensions have a standard deviation of 1 / sqrt(D); the
# range of int8 is six of these.
_DEVIATIONS_IN_INT8 = 6
_LARGEST_INT8 = 127
_SHORTEST = 1e-12


@dataclass(frozen=True, eq=False)
class Projection:
    """Features x float32 [N, F] -> the direction of x @ weights + bias, rounded to int8 [N, D].

    Attributes:
        weights: float32 [F, D], of values of float16.
        bias: float32 [D].
    """

    weights: Floats
    bias: Floats

    @property
    def size(self) -> int:
        return len(self.bias)

    @property
    def scale(self) -> float:
        return _LARGEST_INT8 / _DEVIATIONS_IN_INT8 * math.sqrt(self.size)

    def describe(self, features: Floats) -> Descriptors:
        directions = unit_rows(features @ self.weights + self.bias)
        rounded = np.rint(directions * np.float32(self.scale))
        return np.asarray(np.clip(rounded, -_LARGEST_INT8, _LARGEST_INT8), np.int8)


def fit_projection(features: Floats, size: int, seed: int = 0) -> Projection:
    """Fit a projection to `size` dimensions on features float32 [N, F] of photos."""
    axes = principal_axes(features, size)
    rotated = (axes.weights @ random_rotation(size, seed)).astype(np.float16)
    weights = rotated.astype(np.float32)
    return Projection(weights, np.asarray(-(axes.mean @ weights), np.float32))


def with_projection(network: ModelProto, projection: Projection) -> ModelProto:
    """Extend a network pixels -> features to descriptors."""
    node = helper.make_node
    nodes = [
        node("MatMul", [FEATURES, "descriptor.project.weight"], ["projected"]),
        node("Add", ["projected", "descriptor.project.bias"], ["reduced"]),
        node("Mul", ["reduced", "reduced"], ["squares"]),
        node("ReduceSum", ["squares", "descriptor.axis"], ["sums"], keepdims=1),
        node("Sqrt", ["sums"], ["exact_lengths"]),
        node("Max", ["exact_lengths", "descriptor.shortest"], ["lengths"]),
        node("Div", ["reduced", "lengths"], ["directions"]),
        node("Mul", ["directions", "descriptor.scale"], ["stretched"]),
        node("Round", ["stretched"], ["rounded"]),
        node("Clip", ["rounded", "descriptor.least", "descriptor.most"], ["limited"]),
        node("Cast", ["limited"], ["descriptor"], to=TensorProto.INT8),
    ]
    return extended(network, nodes, _constants(projection), [_output(projection)])


def _output(projection: Projection) -> ValueInfoProto:
    return helper.make_tensor_value_info(
        "descriptor", TensorProto.INT8, ["photos", projection.size]
    )


def _constants(projection: Projection) -> dict[str, NDArray[Any]]:
    return {
        "descriptor.project.weight": projection.weights,
        "descriptor.project.bias": projection.bias,
        "descriptor.axis": np.array([1], np.int64),
        "descriptor.shortest": np.array(_SHORTEST, np.float32),
        "descriptor.scale": np.array(projection.scale, np.float32),
        "descriptor.least": np.array(-_LARGEST_INT8, np.float32),
        "descriptor.most": np.array(_LARGEST_INT8, np.float32),
    }


def extended(
    network: ModelProto, nodes: list[NodeProto], constants: dict[str, NDArray[Any]],
    outputs: list[ValueInfoProto],
) -> ModelProto:  # fmt: skip
    """Append operators and constants to a copy of a network, and replace its outputs."""
    longer = ModelProto()
    longer.CopyFrom(network)
    graph = longer.graph
    graph.node.extend(nodes)
    for name, value in constants.items():
        graph.initializer.append(numpy_helper.from_array(value, name))
    del graph.output[:]
    graph.output.extend(outputs)
    return longer
