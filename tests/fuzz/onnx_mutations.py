"""Break a network in its structure: operators, wiring, attributes, weights, shapes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
from onnx import (
    AttributeProto,
    GraphProto,
    ModelProto,
    NodeProto,
    TensorProto,
    helper,
    numpy_helper,
)

Mutation = Callable[[ModelProto, Random], None]

_OPERATORS = (
    "Abs Add AveragePool BatchNormalization Cast Clip Concat Conv Div Erf Exp Flatten Gelu Gemm"
    " GlobalAveragePool HardSigmoid HardSwish Identity LayerNormalization LeakyRelu MatMul Max"
    " MaxPool Min Mul Neg PRelu Pad Pow Reciprocal ReduceMean ReduceSum Relu Reshape Resize Round"
    " Sigmoid Slice Softmax Split Sqrt Squeeze Sub Sum Tanh Transpose Unsqueeze"
    " Loop If Scan Expand Tile ConstantOfShape RandomNormal NonZero StringNormalizer Log Range"
).split()
_NUMBERS = (0, 1, -1, 2, 3, 5, 8, 16, 127, 1000, 65_536, 2**20, 2**30, 2**31 - 1, 2**31, -(2**31))
_LARGE_NUMBERS = (*_NUMBERS, 2**40, 2**62, 2**63 - 1, -(2**63))
_FLOATS = (0.0, -0.0, 1e-38, 1.0, -1.0, 127.5, 1e38, float("inf"), -float("inf"), float("nan"))
_TYPES = (
    TensorProto.FLOAT, TensorProto.INT8, TensorProto.UINT8, TensorProto.INT32, TensorProto.INT64,
    TensorProto.FLOAT16, TensorProto.DOUBLE, TensorProto.BOOL, TensorProto.STRING, 0, 99,
)  # fmt: skip
_ATTRIBUTES = (
    "axis axes to perm pads mode keepdims alpha beta transA transB kernel_shape strides group"
    " dilations allowzero epsilon num_outputs ceil_mode coordinate_transformation_mode"
).split()


def mutate_network(model: ModelProto, random: Random) -> None:
    """Change a network in one place or a few."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        random.choice(_MUTATIONS)(model, random)


def _change_operator(model: ModelProto, random: Random) -> None:
    node = _node(model, random)
    node.op_type = random.choice(_OPERATORS)
    if random.random() < 0.1:
        node.domain = random.choice(("com.microsoft", "ai.onnx.ml", "x"))


def _rewire(model: ModelProto, random: Random) -> None:
    node = _node(model, random)
    names = [*_names(model.graph), "", "nowhere"]
    if node.input and random.random() < 0.7:
        node.input[random.randrange(len(node.input))] = random.choice(names)
    elif node.output and random.random() < 0.5:
        node.output[random.randrange(len(node.output))] = random.choice(names)
    else:
        node.input.append(random.choice(names))


def _move_nodes(model: ModelProto, random: Random) -> None:
    nodes = model.graph.node
    at, other = random.randrange(len(nodes)), random.randrange(len(nodes))
    kept = NodeProto()
    kept.CopyFrom(nodes[at])
    match random.randrange(3):
        case 0:
            del nodes[at]
        case 1:
            nodes[at].CopyFrom(nodes[other])
            nodes[other].CopyFrom(kept)
        case _:
            nodes.extend([kept] * random.choice((1, 3, 11_000)))


def _change_attribute(model: ModelProto, random: Random) -> None:
    node = _node(model, random)
    if node.attribute and random.random() < 0.5:
        del node.attribute[random.randrange(len(node.attribute))]
    value: object = random.choice(
        (
            random.choice(_LARGE_NUMBERS),
            random.choice(_FLOATS),
            [random.choice(_LARGE_NUMBERS) for _ in range(random.randint(1, 8))],
            random.choice(("constant", "reflect", "linear", "nearest", "x" * 1000)),
        )
    )
    attribute = helper.make_attribute(random.choice(_ATTRIBUTES), value)
    if random.random() < 0.05:
        attribute.type = random.choice((AttributeProto.GRAPH, AttributeProto.TENSOR))
    node.attribute.append(attribute)


def _change_weights(model: ModelProto, random: Random) -> None:
    """Put other numbers into a tensor of the same shape: also sizes that operators take."""
    tensor = random.choice(model.graph.initializer)
    try:
        values = numpy_helper.to_array(tensor).copy().ravel()
    except (TypeError, ValueError, KeyError):
        return
    kinds = _FLOATS if values.dtype.kind == "f" else _LARGE_NUMBERS
    where = range(len(values)) if random.random() < 0.3 else [random.randrange(len(values) or 1)]
    for at in list(where)[: len(values)]:
        with np.errstate(all="ignore"):
            values[at] = np.array(random.choice(kinds)).astype(values.dtype)
    tensor.raw_data = values.tobytes()


def _reshape_weights(model: ModelProto, random: Random) -> None:
    tensor = random.choice(model.graph.initializer)
    if random.random() < 0.4:
        tensor.data_type = random.choice(_TYPES)
        return
    if random.random() < 0.3 and tensor.dims:
        tensor.dims[random.randrange(len(tensor.dims))] = random.choice(_LARGE_NUMBERS)
        return
    shape = [random.choice((0, 1, 2, 7, 8, 16, 1000)) for _ in range(random.randint(0, 5))]
    size = int(np.prod(shape, dtype=np.int64))
    if size < 2_000_000:
        values = np.random.default_rng(0).normal(0, 1, size).astype(np.float32)
        tensor.CopyFrom(numpy_helper.from_array(values.reshape(shape), tensor.name))


def _change_port(model: ModelProto, random: Random) -> None:
    port = random.choice([*model.graph.input, *model.graph.output])
    kind = port.type.tensor_type
    match random.randrange(5):
        case 0:
            port.name = random.choice(("pixels", "descriptor", "logits", "x", ""))
        case 1:
            kind.elem_type = random.choice(_TYPES)
        case 2 if kind.shape.dim:
            kind.shape.dim[random.randrange(len(kind.shape.dim))].dim_value = random.choice(
                _NUMBERS
            )
        case 3:
            kind.shape.dim.add().dim_param = "N"
        case _:
            model.graph.output.add().CopyFrom(port)


def _change_version(model: ModelProto, random: Random) -> None:
    match random.randrange(4):
        case 0:
            model.ir_version = random.choice((0, 3, 8, 9, 11, 2**40))
        case 1:
            model.opset_import[0].version = random.choice((0, 1, 7, 13, 17, 19, 21, 10**9))
        case 2:
            model.opset_import.add(domain="com.microsoft", version=1)
        case _:
            model.metadata_props.add(key="x", value="y" * 100_000)


def _swell(model: ModelProto, random: Random) -> None:
    """Double what an operator takes again and again, and cut it to its size."""
    graph, node = model.graph, _node(model, random)
    if not node.input:
        return
    name, nodes = node.input[0], []
    for number in range(random.choice((1, 8, 20, 28))):
        nodes.append(helper.make_node("Concat", [name, name], [f"double {number}"], axis=-1))
        name = f"double {number}"
    ends = [_constant(graph, [number]) for number in (0, random.choice((8, 16)), -1)]
    nodes.append(helper.make_node("Slice", [name, *ends], ["cut"]))
    node.input[0] = "cut"
    _insert(graph, node, nodes)


def _spread(model: ModelProto, random: Random) -> None:
    """Broadcast two long constants to a large table, and reduce it."""
    graph, node = model.graph, _node(model, random)
    if not node.input:
        return
    size = random.choice((100, 10_000, 30_000))
    row, column = np.ones((1, size), np.float32), np.ones((size, 1), np.float32)
    for values, name in ((row, "row"), (column, "column")):
        graph.initializer.append(numpy_helper.from_array(values, name))
    operator = random.choice(("Add", "MatMul", "Mul", "Pow"))
    nodes = [
        helper.make_node(operator, ["column", "row"], ["table"]),
        helper.make_node("ReduceMean", ["table"], ["mean"], keepdims=0),
        helper.make_node("Mul", [node.input[0], "mean"], ["spread"]),
    ]
    node.input[0] = "spread"
    _insert(graph, node, nodes)


def _stretch(model: ModelProto, random: Random) -> None:
    """Pad or resize what an operator takes."""
    graph, node = model.graph, _node(model, random)
    if not node.input:
        return
    amount = random.choice(_LARGE_NUMBERS)
    if random.random() < 0.5:
        inputs = [node.input[0], _constant(graph, [0, 0, 0, amount])]
        made = helper.make_node("Pad", inputs, ["stretched"])
    else:
        inputs = [node.input[0], "", "", _constant(graph, [1, amount])]
        made = helper.make_node("Resize", inputs, ["stretched"])
    node.input[0] = "stretched"
    _insert(graph, node, [made])


def _divide(model: ModelProto, random: Random) -> None:
    """Numbers that are not finite, for all photos or for some."""
    graph, node = model.graph, _node(model, random)
    if not node.output:
        return
    output = node.output[0]
    node.output[0] = "finite"
    operator = random.choice(("Div", "Pow", "Mul", "Exp", "Reciprocal", "Sqrt"))
    inputs = ["finite"] if operator in ("Exp", "Reciprocal", "Sqrt") else ["finite", "finite"]
    graph.node.append(helper.make_node(operator, inputs, [output]))


def _insert(graph: GraphProto, before: NodeProto, nodes: list[NodeProto]) -> None:
    at = next(at for at, node in enumerate(graph.node) if node is before or node == before)
    for each in reversed(nodes):
        graph.node.insert(at, each)


def _constant(graph: GraphProto, values: list[int]) -> str:
    name = f"constant {len(graph.initializer)}"
    numbers = np.array([max(-(2**63), min(value, 2**63 - 1)) for value in values], np.int64)
    graph.initializer.append(numpy_helper.from_array(numbers, name))
    return name


def _names(graph: GraphProto) -> list[str]:
    computed = [name for node in graph.node for name in node.output]
    given = [port.name for port in graph.input]
    return [*given, *computed, *(tensor.name for tensor in graph.initializer)]


def _node(model: ModelProto, random: Random) -> NodeProto:
    if not model.graph.node:
        model.graph.node.append(helper.make_node("Identity", ["descriptor"], ["logits"]))
    nodes: list[NodeProto] = list(model.graph.node)
    return random.choice(nodes)


_MUTATIONS: tuple[Mutation, ...] = (
    *(_change_operator,) * 3,
    *(_rewire,) * 2,
    _move_nodes,
    *(_change_attribute,) * 3,
    *(_change_weights,) * 5,
    *(_reshape_weights,) * 2,
    _change_port,
    _change_version,
    _swell,
    _spread,
    _stretch,
    _divide,
)
