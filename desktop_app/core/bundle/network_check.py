"""Check that a network uses only what training/shipping/export.py writes, without running it.

Allowed graphs cannot access files, have no loops, and shapes that depend on the number of rows
alone, so that every run takes the same time and memory.
"""

from __future__ import annotations

import math
from collections import Counter

import onnx
from google.protobuf.message import DecodeError
from onnx import AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.signatures import Port, Signature

_OPSET = 18  # training/shipping/export.py
_IR_VERSIONS = range(8, 11)
_MAX_NODES = 10_000

# The operators of the shipped networks, and those that similar networks are exported to.
_OPERATORS = frozenset(
    "Abs Add AveragePool BatchNormalization Cast Clip Concat Conv Div Erf Exp Flatten Gelu Gemm"
    " GlobalAveragePool HardSigmoid HardSwish Identity LayerNormalization LeakyRelu MatMul Max"
    " MaxPool Min Mul Neg PRelu Pad Pow Reciprocal ReduceMean ReduceSum Relu Reshape Resize Round"
    " Sigmoid Slice Softmax Split Sqrt Squeeze Sub Sum Tanh Transpose Unsqueeze".split()
)
# Of these, all inputs but the first determine shapes, and must be constants.
_SHAPE_OPERATORS = frozenset(
    "Pad ReduceMean ReduceSum Reshape Resize Slice Split Squeeze Unsqueeze".split()
)
_ATTRIBUTES = frozenset(
    (
        AttributeProto.FLOAT, AttributeProto.INT, AttributeProto.STRING,
        AttributeProto.FLOATS, AttributeProto.INTS,
    )
)  # fmt: skip
_DTYPES: dict[int, str] = {
    TensorProto.FLOAT: "float32",
    TensorProto.INT8: "int8",
    TensorProto.UINT8: "uint8",
}
_ELEMENT_BYTES: dict[int, int] = {
    TensorProto.FLOAT: 4,
    TensorProto.FLOAT16: 2,
    TensorProto.INT8: 1,
    TensorProto.UINT8: 1,
    TensorProto.INT32: 4,
    TensorProto.INT64: 8,
}


def check_network(bundle: ModelBundle, name: str, model: ModelProto, signature: Signature) -> None:
    """Check a network of a bundle. Raises BundleError."""
    problem = network_problem(model)
    if problem:
        raise BundleError(bundle.folder, BundleProblem.FORBIDDEN_NETWORK, f"{name}: {problem}")
    inputs = [_port(item) for item in model.graph.input]
    outputs = sorted((_port(item) for item in model.graph.output), key=repr)
    if inputs != [signature.input] or outputs != sorted(signature.outputs, key=repr):
        raise BundleError(bundle.folder, BundleProblem.WRONG_SHAPES, name)


def network_problem(model: ModelProto) -> str:
    """Say what a network contains that no bundle may have; empty if there is nothing."""
    return _model_problem(model) or _graph_problem(model.graph)


def parse(bundle: ModelBundle, name: str, content: bytes) -> ModelProto:
    """Read the content of a network's file without checking it. Raises BundleError."""
    try:
        return onnx.load_model_from_string(content)
    except DecodeError as error:
        detail = f"{name} is not an ONNX network"
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, detail) from error


def _model_problem(model: ModelProto) -> str:
    """Return what the exporter would not have written outside the graph, or an empty string."""
    if model.ir_version not in _IR_VERSIONS:
        return f"ONNX format {model.ir_version} is not supported"
    if [(opset.domain, opset.version) for opset in model.opset_import] != [("", _OPSET)]:
        return "its set of operators is not supported"
    if model.functions or model.training_info:
        return "it contains functions"
    return ""


def _graph_problem(graph: GraphProto) -> str:
    if graph.sparse_initializer:
        return "it contains sparse tensors"
    if len(graph.node) > _MAX_NODES:
        return f"it has too many operators ({len(graph.node):,})"
    constants = {tensor.name for tensor in graph.initializer}
    problems = (
        _name_problem(graph),
        *(_tensor_problem(tensor) for tensor in graph.initializer),
        *(_node_problem(node, constants) for node in graph.node),
    )
    return next((problem for problem in problems if problem), "")


def _name_problem(graph: GraphProto) -> str:
    """Refuse a name with two meanings, one for whoever checks the graph and one for who runs it."""
    names = [
        *(item.name for item in graph.input),
        *(tensor.name for tensor in graph.initializer),
        *(name for node in graph.node for name in node.output if name),
    ]
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    return "" if twice is None else f"the name {twice!r} is used twice"


def _tensor_problem(tensor: TensorProto) -> str:
    if tensor.external_data or tensor.data_location != TensorProto.DEFAULT:
        return f"the tensor {tensor.name!r} is stored in another file"
    width = _ELEMENT_BYTES.get(tensor.data_type)
    if width is None:
        return f"the tensor {tensor.name!r} has an unsupported type"
    if min(tensor.dims, default=0) < 0 or math.prod(tensor.dims) * width != len(tensor.raw_data):
        return f"the tensor {tensor.name!r} has the wrong size"
    return ""


def _node_problem(node: NodeProto, constants: set[str]) -> str:
    if node.domain or node.op_type not in _OPERATORS:
        operator = " ".join(filter(None, (node.domain, node.op_type)))
        return f"the operator {operator!r} is not allowed"
    if any(attribute.type not in _ATTRIBUTES for attribute in node.attribute):
        return f"the operator {node.op_type!r} has an attribute that is not allowed"
    if node.op_type in _SHAPE_OPERATORS and not constants.issuperset(filter(None, node.input[1:])):
        return f"the operator {node.op_type!r} computes a shape"
    return ""


def _port(item: ValueInfoProto) -> Port:
    """The declared port without its first dimension, or of shape (-1,) if that is fixed."""
    tensor = item.type.tensor_type
    dtype = _DTYPES.get(tensor.elem_type, "")
    first, *rest = tensor.shape.dim or [None]
    is_free = first is not None and not first.HasField("dim_value")
    shape = tuple(size.dim_value if size.HasField("dim_value") else -1 for size in rest)
    return Port(item.name, dtype, shape if is_free else (-1,))
