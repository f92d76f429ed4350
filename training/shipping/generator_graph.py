"""The generator as an ONNX graph, written node by node: torch's exporter takes ten seconds."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from training.networks.generator import (
    SLOPE,
    SMALL,
    SMALLEST_SIDE,
    Generator,
    GeneratorGraph,
    Level,
)

_IR_VERSION = 10  # as torch's exporter writes it
_ROWS = "photos"


def generator_graph(graph: GeneratorGraph, opset: int) -> onnx.ModelProto:
    """Codes of ±1 float32 [N, K] -> pictures uint8 [N, G, G, 3], as `GeneratorGraph.forward`.

    The weights have the names that they have in torch: `predecessor_of` finds them by these.
    """
    generator = graph.generator
    bits, side = generator.spread.in_features, generator.side
    weights = {name: value.detach().numpy() for name, value in graph.named_parameters()}
    written = _WrittenGenerator(generator)
    model = helper.make_graph(
        written.nodes,
        "generator",
        [helper.make_tensor_value_info("codes", TensorProto.FLOAT, [_ROWS, bits])],
        [helper.make_tensor_value_info("pictures", TensorProto.UINT8, [_ROWS, side, side, 3])],
        [
            numpy_helper.from_array(np.ascontiguousarray(values), name)
            for name, values in {**weights, **_constants(generator)}.items()
        ],
        value_info=written.shapes,
    )
    versions = [helper.make_opsetid("", opset)]
    return helper.make_model(model, opset_imports=versions, ir_version=_IR_VERSION)


def _constants(generator: Generator) -> dict[str, NDArray[Any]]:
    floats = {"one": 1, "two": 2, "small": SMALL, "half": 127.5, "black": 0, "white": 255}
    channels = generator.start.convolution.in_channels
    return {
        **{name: np.array(value, np.float32) for name, value in floats.items()},
        "start_shape": np.array([-1, channels, SMALLEST_SIDE, SMALLEST_SIDE]),
        "channel_axis": np.array([1]),
        "side_axes": np.array([2, 3]),
        "doubling": np.array([1, 1, 2, 2], np.float32),
    }


class _WrittenGenerator:
    """A generator written down; each method returns the name of its output.

    Attributes:
        nodes: in the order in which they run.
        shapes: of what onnxruntime cannot conclude, and needs for its fastest convolutions.
    """

    def __init__(self, generator: Generator) -> None:
        self.nodes: list[NodeProto] = []
        self.shapes: list[ValueInfoProto] = []
        linear = self._layer("Gemm", "codes", "generator.spread", transB=1)
        maps = self._add("Reshape", linear, "start_shape")
        self._note_shape(maps, generator.start.convolution.in_channels, SMALLEST_SIDE)
        maps = self._modulated(maps, "generator.start")
        for number, level in enumerate(generator.levels):
            larger = self._larger(maps, f"generator.levels.{number}.mix")
            assert isinstance(level, Level)
            self._note_shape(larger, level.mix.out_channels, SMALLEST_SIDE * 2 ** (number + 1))
            first = self._modulated(larger, f"generator.levels.{number}.first")
            maps = self._modulated(first, f"generator.levels.{number}.second")
        self._pictures(maps)

    def _larger(self, maps: str, mix: str) -> str:
        nearest = {"mode": "nearest", "nearest_mode": "floor"}
        mixed = self._layer("Conv", maps, mix)
        return self._add(
            "Resize", mixed, "", "doubling", coordinate_transformation_mode="asymmetric", **nearest
        )

    def _modulated(self, maps: str, name: str) -> str:
        linear = self._layer("Gemm", "codes", f"{name}.scale_and_shift", transB=1)
        scale, shift = self._halves(self._add("Unsqueeze", linear, "side_axes"))
        scaled = self._add("Mul", self._pixel_norm(maps), self._add("Add", scale, "one"))
        active = self._add("LeakyRelu", self._add("Add", scaled, shift), alpha=SLOPE)
        return self._add("Add", maps, self._convolution(active, f"{name}.convolution"))

    def _pixel_norm(self, maps: str) -> str:
        mean = self._add("ReduceMean", self._add("Pow", maps, "two"), "channel_axis")
        length = self._add("Sqrt", self._add("Add", mean, "small"))
        return self._add("Mul", maps, self._add("Reciprocal", length))

    def _halves(self, values: str) -> tuple[str, str]:
        first = self._add("Split", values, axis=1, num_outputs=2)
        second = f"{first}.second"
        self.nodes[-1].output.append(second)
        return first, second

    def _pictures(self, maps: str) -> None:
        active = self._add("LeakyRelu", self._pixel_norm(maps), alpha=SLOPE)
        drawn = self._add("Tanh", self._convolution(active, "generator.colour"))
        positive = self._add("Add", self._add("Transpose", drawn, perm=[0, 2, 3, 1]), "one")
        rounded = self._add("Round", self._add("Mul", positive, "half"))
        limited = self._add("Clip", rounded, "black", "white")
        self.nodes.append(helper.make_node("Cast", [limited], ["pictures"], to=TensorProto.UINT8))

    def _convolution(self, maps: str, name: str) -> str:
        return self._layer("Conv", maps, name, pads=[1, 1, 1, 1])

    def _layer(self, operator: str, values: str, name: str, **attributes: Any) -> str:
        return self._add(operator, values, f"{name}.weight", f"{name}.bias", **attributes)

    def _add(self, operator: str, *inputs: str, **attributes: Any) -> str:
        output = f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def _note_shape(self, maps: str, channels: int, side: int) -> None:
        self.shapes.append(
            helper.make_tensor_value_info(maps, TensorProto.FLOAT, [_ROWS, channels, side, side])
        )
