"""Models with forbidden or broken networks, and the problem that each is refused for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER
from tests.core.hostile_contents import manifest
from tests.core.hostile_files import Maker, zipped
from tests.core.tiny_bundle import (
    BITS,
    PREVIEW_SIDE,
    SIDE,
    SIZE,
    described,
    encoder,
    generator,
    hasher,
    head_weights,
    tiny_files,
    with_network,
    write_zip,
)


def network(name: str, model: ModelProto) -> Maker:
    return zipped(with_network(name, model))


def altered(name: str, change: Callable[[ModelProto], object]) -> Maker:
    model = {ENCODER: encoder, HASHER: hasher, GENERATOR: generator}[name]()
    change(model)
    return network(name, model)


def external(folder: Path) -> Path:
    """Weights from a file outside the bundle, which could be any file of the user."""
    secret = folder / "secret"
    secret.write_bytes(head_weights()["direct"].tobytes())
    model = hasher()
    tensor = model.graph.initializer[0]
    size = len(tensor.raw_data)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in {"location": "../../../secret", "offset": "0", "length": size}.items():
        tensor.external_data.add(key=key, value=str(value))
    return write_zip(folder / "given", with_network(HASHER, model))


def external_too(model: ModelProto) -> None:
    """Weights that are there, and a file named beside them."""
    model.graph.initializer[0].external_data.add(key="location", value="../secret")


def external_constant(model: ModelProto) -> None:
    """Weights from another file, in an attribute."""
    tensor = TensorProto(data_type=TensorProto.FLOAT, dims=[1], name="t")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret")
    model.graph.node.append(helper.make_node("Constant", [], ["unused"], value=tensor))


def other_operator(name: str, domain: str = "") -> Callable[[ModelProto], object]:
    def change(model: ModelProto) -> None:
        node = model.graph.node[-1]
        node.op_type, node.domain = name, domain
        if domain:
            model.opset_import.add(domain=domain, version=1)

    return change


def own_operator(model: ModelProto) -> None:
    model.graph.node[-1].domain = "com.microsoft"


def covered_shape(model: ModelProto) -> None:
    """A constant shape that an operator overwrites."""
    cast = helper.make_node("Cast", ["codes"], ["shape"], to=TensorProto.INT64)
    model.graph.node.insert(0, cast)


def branch(model: ModelProto) -> None:
    body = helper.make_graph([helper.make_node("Identity", ["d"], ["out"])], "body", [], [])
    node = helper.make_node("Abs", ["d"], ["unused"], body=body)
    model.graph.node.append(node)


def function(model: ModelProto) -> None:
    nodes = [helper.make_node("Identity", ["x"], ["y"])]
    opset = [helper.make_opsetid("", 18)]
    model.functions.append(helper.make_function("own", "Own", ["x"], ["y"], nodes, opset))


def opset(version: int) -> Callable[[ModelProto], object]:
    def change(model: ModelProto) -> None:
        model.opset_import[0].version = version

    return change


def dims(*sizes: int) -> Callable[[ModelProto], object]:
    def change(model: ModelProto) -> None:
        del model.graph.initializer[0].dims[:]
        model.graph.initializer[0].dims.extend(sizes)

    return change


def texts(model: ModelProto) -> None:
    model.graph.initializer.append(
        TensorProto(data_type=TensorProto.STRING, dims=[1], name="t", string_data=[b"x"])
    )


def computed_shape(model: ModelProto) -> None:
    """A shape, and so the memory, that depends on the photo."""
    model.graph.node[-2].output[0] = "flat"
    model.graph.node.insert(
        len(model.graph.node) - 1,
        helper.make_node("Cast", ["codes"], ["size"], to=TensorProto.INT64),
    )
    model.graph.node.append(helper.make_node("Reshape", ["flat", "size"], ["shaped"]))


def port(
    name: str = "logits", kind: int = TensorProto.FLOAT, shape: Sequence[str | int] = ("N", BITS)
) -> Callable[[ModelProto], object]:
    """Give the hasher's output another name, type or shape."""

    def change(model: ModelProto) -> None:
        del model.graph.output[:]
        model.graph.output.append(helper.make_tensor_value_info(name, kind, shape))

    return change


def other_input(model: ModelProto) -> None:
    model.graph.input[0].name = model.graph.node[0].input[0] = "pictures"


def more_outputs(model: ModelProto) -> None:
    model.graph.output.append(helper.make_tensor_value_info("d", TensorProto.FLOAT, ["N", SIZE]))


def more_inputs(model: ModelProto) -> None:
    model.graph.input.append(helper.make_tensor_value_info("d2", TensorProto.FLOAT, ["N", SIZE]))


def circle(model: ModelProto) -> None:
    model.graph.node.append(helper.make_node("Add", ["a", "d"], ["a"]))


def nowhere(model: ModelProto) -> None:
    model.graph.node[-1].input[1] = "what is not there"


def wide_head(model: ModelProto) -> None:
    """An output that is wider than declared."""
    weights = np.ones((SIZE, BITS + 8), np.float32)
    model.graph.initializer[0].CopyFrom(numpy_helper.from_array(weights, "direct"))


def twice(model: ModelProto) -> None:
    """Each row comes twice, which no declaration shows."""
    model.graph.node[-1].output[0] = "once"
    model.graph.node.append(helper.make_node("Concat", ["once", "once"], ["logits"], axis=0))


def zero_by_zero(model: ModelProto) -> None:
    model.graph.node[-1].output[0] = "sums"
    zero = numpy_helper.from_array(np.array(0, np.float32), "zero")
    model.graph.initializer.append(zero)
    model.graph.node.append(helper.make_node("Mul", ["sums", "zero"], ["nothing"]))
    model.graph.node.append(helper.make_node("Div", ["nothing", "nothing"], ["logits"]))


def infinite(folder: Path) -> Path:
    """An encoder and a hasher that agree on answers without end."""
    models = {ENCODER: encoder(), HASHER: hasher()}
    for model in models.values():
        model.graph.node[-1].output[0] = "sums"
        endless = numpy_helper.from_array(np.array(np.inf, np.float32), "endless")
        model.graph.initializer.append(endless)
        model.graph.node.append(helper.make_node("Add", ["sums", "endless"], ["logits"]))
    networks = {name: model.SerializeToString() for name, model in models.items()}
    return write_zip(folder / "given", described({**tiny_files(), **networks}))


def clearing_the_screen(model: ModelProto) -> None:
    """A network that fails, and whose name in the error would clear a terminal."""
    for_one_photo(model)
    for node in model.graph.node:
        node.name = "\x1b[2J"


def for_one_photo(model: ModelProto) -> None:
    """A network that declares a free first dimension, but accepts only one photo."""
    shape = np.array([1, PREVIEW_SIDE, PREVIEW_SIDE, 3], np.int64)
    model.graph.initializer[-1].CopyFrom(numpy_helper.from_array(shape, "shape"))


def swelling(model: ModelProto) -> None:
    """A network that takes 0.8 GB for one row before it returns an output of the right shape."""
    model.graph.node[-1].output[0] = "sums"
    for name, values in {
        "pads": [0, 0, 0, 2 * 10**8], "first": [0], "last": [BITS], "axis": [1],
    }.items():  # fmt: skip
        tensor = numpy_helper.from_array(np.array(values, np.int64), name)
        model.graph.initializer.append(tensor)
    model.graph.node.append(helper.make_node("Pad", ["sums", "pads"], ["swollen"]))
    slicing = ["swollen", "first", "last", "axis"]
    model.graph.node.append(helper.make_node("Slice", slicing, ["logits"]))


def crowd(model: ModelProto) -> None:
    node = helper.make_node("Identity", ["d"], [""])
    model.graph.node.extend([node] * 20_000)


def sparse(model: ModelProto) -> None:
    model.graph.sparse_initializer.add()


def trained(model: ModelProto) -> None:
    model.training_info.add().algorithm.CopyFrom(GraphProto(name="evil"))


def ir_version(model: ModelProto) -> None:
    model.ir_version = 99


def content_of(name: str, content: bytes) -> Maker:
    return zipped(described({**tiny_files(), name: content}))


NETWORKS: dict[str, tuple[Maker, Why]] = {
    "a network that is text": (content_of(ENCODER, b"import os"), Why.FORBIDDEN_NETWORK),
    "a network that is noise": (content_of(ENCODER, bytes(range(255, 0, -1))), Why.NOT_RUNNABLE),
    "an empty network": (content_of(GENERATOR, b""), Why.FORBIDDEN_NETWORK),
    "half a network": (content_of(HASHER, hasher().SerializeToString()[:-200]), Why.NOT_RUNNABLE),
    "weights in another file": (external, Why.FORBIDDEN_NETWORK),
    "weights in another file, too": (altered(HASHER, external_too), Why.FORBIDDEN_NETWORK),
    "weights in another file, hidden": (altered(HASHER, external_constant), Why.FORBIDDEN_NETWORK),
    "an operator that can loop": (
        altered(HASHER, other_operator("Loop")), Why.FORBIDDEN_NETWORK,
    ),
    "an operator of an unknown domain": (
        altered(GENERATOR, other_operator("Cast", "evil.domain")), Why.FORBIDDEN_NETWORK,
    ),
    "an operator of onnxruntime's own": (
        altered(GENERATOR, own_operator), Why.FORBIDDEN_NETWORK,
    ),
    "a constant shape that is overwritten": (
        altered(GENERATOR, covered_shape), Why.FORBIDDEN_NETWORK,
    ),
    "a graph in a graph": (altered(HASHER, branch), Why.FORBIDDEN_NETWORK),
    "functions": (altered(HASHER, function), Why.FORBIDDEN_NETWORK),
    "instructions for training": (altered(HASHER, trained), Why.FORBIDDEN_NETWORK),
    "operators of a later version": (altered(HASHER, opset(99)), Why.FORBIDDEN_NETWORK),
    "operators of an earlier version": (altered(HASHER, opset(7)), Why.FORBIDDEN_NETWORK),
    "a later format": (altered(HASHER, ir_version), Why.FORBIDDEN_NETWORK),
    "weights larger than the file": (
        altered(HASHER, dims(10**9, 10**9)), Why.FORBIDDEN_NETWORK,
    ),
    "weights of negative size": (altered(HASHER, dims(-SIZE, -BITS)), Why.FORBIDDEN_NETWORK),
    "weights that are texts": (altered(HASHER, texts), Why.FORBIDDEN_NETWORK),
    "sparse weights": (altered(HASHER, sparse), Why.FORBIDDEN_NETWORK),
    "a shape that is computed": (altered(GENERATOR, computed_shape), Why.FORBIDDEN_NETWORK),
    "thousands of operators": (altered(HASHER, crowd), Why.FORBIDDEN_NETWORK),
    "another input": (altered(ENCODER, other_input), Why.WRONG_SHAPES),
    "another output": (altered(HASHER, port(name="other")), Why.WRONG_SHAPES),
    "an output of another type": (
        altered(HASHER, port(kind=TensorProto.DOUBLE)), Why.WRONG_SHAPES,
    ),
    "an output of another size": (altered(HASHER, port(shape=["N", 24])), Why.WRONG_SHAPES),
    "an output of no shape": (altered(HASHER, port(shape=[])), Why.WRONG_SHAPES),
    "an output for one photo": (altered(HASHER, port(shape=[1, BITS])), Why.WRONG_SHAPES),
    "an output too many": (altered(HASHER, more_outputs), Why.WRONG_SHAPES),
    "an input too many": (altered(HASHER, more_inputs), Why.WRONG_SHAPES),
    "the hasher in place of the encoder": (network(ENCODER, hasher()), Why.WRONG_SHAPES),
    "a picture of another size": (manifest(image_size=2 * SIDE), Why.WRONG_SHAPES),
    "a cycle": (altered(HASHER, circle), Why.NOT_RUNNABLE),
    "a missing weight": (altered(HASHER, nowhere), Why.NOT_RUNNABLE),
    "outputs that are wider than declared": (altered(HASHER, wide_head), Why.WRONG_SHAPES),
    "outputs of more rows than there were": (altered(HASHER, twice), Why.WRONG_SHAPES),
    "outputs that are not finite": (altered(HASHER, zero_by_zero), Why.WRONG_ANSWERS),
    "outputs that are infinite": (infinite, Why.WRONG_ANSWERS),
    "two networks that disagree": (
        network(HASHER, hasher(head_weights(seed=7))), Why.WRONG_ANSWERS,
    ),
    "a name that clears the screen": (
        altered(GENERATOR, clearing_the_screen), Why.NOT_RUNNABLE,
    ),
    "a network for one photo only": (altered(GENERATOR, for_one_photo), Why.NOT_RUNNABLE),
}  # fmt: skip
