"""Small image encoders as their owners export them, and files that are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

SIDE, PATCH, FEATURES = 32, 8, 64
PLACES = SIDE // PATCH
_SIZE = Sequence[int | str]


def node(operator: str, inputs: str, output: str, **attributes: Any) -> NodeProto:
    """An operator whose inputs are separated by spaces."""
    return helper.make_node(operator, inputs.split(), [output], **attributes)


class SmallEncoder:
    """A network that is put together; `build` and `save` give it as it is.

    Its maps [N, 64, 4, 4] come from patches of the picture, by random weights.
    """

    def __init__(self, rows: int | str = "batch", opset: int = 17) -> None:
        rng = np.random.default_rng(0)
        self.nodes = [node("Conv", "pictures patches", "maps", strides=[PATCH, PATCH])]
        weights = rng.normal(0, 0.1, (FEATURES, 3, PATCH, PATCH))
        self.constants: dict[str, NDArray[Any]] = {"patches": weights.astype(np.float32)}
        self.inputs = {"pictures": (TensorProto.FLOAT, [rows, 3, SIDE, SIDE])}
        self.outputs: dict[str, list[int | str]] = {}
        self.rows, self.opset = rows, opset

    def with_maps(self) -> SmallEncoder:
        self.outputs["maps"] = [self.rows, FEATURES, PLACES, PLACES]
        return self

    def with_tokens(self, *, first: bool = False) -> SmallEncoder:
        """Tokens [N, T, 64]: one for each patch, or one more that stands before them."""
        self.add("Shape", "maps", "shape")
        self.add("Gather", "shape zero", "count", axis=0)
        self.add("Unsqueeze", "count axis0", "counts")
        self.add("Concat", "counts rest", "token_shape", axis=0)
        self.add("Reshape", "maps token_shape", "columns")
        name = "patch_tokens" if first else "tokens"
        self.add("Transpose", "columns", name, perm=[0, 2, 1])
        self.constants |= {
            "zero": np.array(0),
            "axis0": np.array([0]),
            "rest": np.array([FEATURES, PLACES**2]),
        }
        if first:
            self._put_before()
        self.outputs["tokens"] = [self.rows, PLACES**2 + first, FEATURES]
        return self

    def with_vectors(self, name: str = "embedding") -> SmallEncoder:
        """Unit vectors [N, 64], by the operators that exports have for them."""
        self.add("GlobalAveragePool", "maps", "mean")
        self.add("Flatten", "mean", "flat")
        self.add("ReduceL2", "flat", "length", axes=[1], keepdims=1)
        self.add("Shape", "flat", "flat_shape")
        self.add("Expand", "length flat_shape", "lengths")
        self.add("Div", "flat lengths", name)
        self.outputs[name] = [self.rows, FEATURES]
        return self

    def add(self, operator: str, inputs: str, output: str, **attributes: Any) -> None:
        self.nodes.append(node(operator, inputs, output, **attributes))

    def build(self) -> ModelProto:
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(n, *kind) for n, kind in self.inputs.items()],
            [
                helper.make_tensor_value_info(n, TensorProto.FLOAT, shape)
                for n, shape in self.outputs.items()
            ],
            [numpy_helper.from_array(value, n) for n, value in self.constants.items()],
        )
        opsets = [helper.make_opsetid("", self.opset)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def save(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.build().SerializeToString())
        return path

    def _put_before(self) -> None:
        """Repeat a token for each picture, and put it before the others."""
        self.add("Concat", "counts one_token", "first_shape", axis=0)
        self.add("Expand", "token first_shape", "first")
        self.add("Concat", "first patch_tokens", "apart", axis=1)
        # Each token is changed by the mean of all, so that the first depends on the picture.
        self.add("ReduceMean", "apart", "whole", axes=[1], keepdims=1)
        self.add("Add", "apart whole", "tokens")
        self.constants |= {
            "one_token": np.array([1, FEATURES]),
            "token": np.ones((1, 1, FEATURES), np.float32),
        }


def bytes_encoder() -> SmallEncoder:
    """A network that takes pixels as they are, uint8 [N, S, S, 3]."""
    encoder = SmallEncoder()
    encoder.inputs = {"pixels": (TensorProto.UINT8, ["n", SIDE, SIDE, 3])}
    encoder.nodes[:0] = [
        node("Cast", "pixels", "floats", to=TensorProto.FLOAT),
        node("Transpose", "floats", "pictures", perm=[0, 3, 1, 2]),
    ]
    return encoder.with_vectors()


def pair_of_encoders() -> SmallEncoder:
    """As CLIP: pictures and texts go in, vectors of both and their products come out."""
    encoder = SmallEncoder().with_vectors("image_embeds")
    encoder.inputs["input_ids"] = (TensorProto.INT64, ["batch", 7])
    encoder.add("Gather", "words input_ids", "vectors", axis=0)
    encoder.add("ReduceMean", "vectors", "text_embeds", axes=[1], keepdims=0)
    encoder.add("Mul", "image_embeds text_embeds", "logits_per_image")
    encoder.constants["words"] = np.ones((50, FEATURES), np.float32)
    encoder.outputs |= {"logits_per_image": ["b", FEATURES], "text_embeds": ["b", FEATURES]}
    return encoder


def text_encoder() -> SmallEncoder:
    encoder = pair_of_encoders()
    encoder.nodes = [each for each in encoder.nodes if "input_ids" in each.input]
    encoder.nodes.append(node("ReduceMean", "vectors", "text_embeds", axes=[1], keepdims=0))
    del encoder.inputs["pictures"]
    encoder.outputs = {"text_embeds": ["b", FEATURES]}
    return encoder


def ended_by(operator: str, inputs: str, **constants: Any) -> Callable[[], SmallEncoder]:
    """A network whose vectors pass one more operator."""

    def make() -> SmallEncoder:
        encoder = SmallEncoder().with_vectors("vectors")
        encoder.add(operator, inputs, "embedding")
        encoder.outputs = {"embedding": [encoder.rows, FEATURES]}
        encoder.constants |= {n: np.array(value, np.float32) for n, value in constants.items()}
        return encoder

    return make


def endless_encoder() -> SmallEncoder:
    """A loop, without an end, in what depends on no pixel."""
    encoder = SmallEncoder().with_vectors("vectors")
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["going"], ["still_going"]),
            helper.make_node("Add", ["sum_before", "one"], ["sum_after"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("round", TensorProto.INT64, []),
            helper.make_tensor_value_info("going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("sum_before", TensorProto.FLOAT, []),
        ],
        [
            helper.make_tensor_value_info("still_going", TensorProto.BOOL, []),
            helper.make_tensor_value_info("sum_after", TensorProto.FLOAT, []),
        ],
    )
    encoder.nodes.append(helper.make_node("Loop", ["", "true", "one"], ["sum"], body=body))
    encoder.add("Mul", "vectors sum", "embedding")
    encoder.constants |= {"true": np.array(True), "one": np.array(1, np.float32)}
    encoder.outputs = {"embedding": [encoder.rows, FEATURES]}
    return encoder


def swelling_encoder() -> SmallEncoder:
    """A tensor of 40 GB in what depends on no pixel."""
    encoder = SmallEncoder().with_vectors("vectors")
    encoder.add("ConstantOfShape", "huge", "zeros")
    encoder.nodes.append(helper.make_node("ReduceSum", ["zeros"], ["sum"], keepdims=0))
    encoder.add("Add", "vectors sum", "embedding")
    encoder.constants["huge"] = np.array([10**10])
    encoder.outputs = {"embedding": [encoder.rows, FEATURES]}
    return encoder
