"""Check that a bundle's networks use only what training/shipping/export.py writes. Runs nothing.

What is allowed has no way to reach a file, no loops, and shapes that depend on the number of rows
alone: what one run takes in time and memory, every run takes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError
from onnx import AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, GENERATOR, HASHER, Manifest, ModelBundle

_OPSET = 18  # training/shipping/export.py
_IR_VERSIONS = range(8, 11)
_MOST_NODES = 10_000

# What our exporter makes of the shipped networks, and what it makes of kindred ones.
_OPERATORS = frozenset(
    "Abs Add AveragePool BatchNormalization Cast Clip Concat Conv Div Erf Exp Flatten Gelu Gemm"
    " GlobalAveragePool HardSigmoid HardSwish Identity LayerNormalization LeakyRelu MatMul Max"
    " MaxPool Min Mul Neg PRelu Pad Pow Reciprocal ReduceMean ReduceSum Relu Reshape Resize Round"
    " Sigmoid Slice Softmax Split Sqrt Squeeze Sub Sum Tanh Transpose Unsqueeze".split()
)
# All inputs but the first of these give shapes, and must be written in the file.
_SHAPING = frozenset(
    "Pad ReduceMean ReduceSum Reshape Resize Slice Split Squeeze Unsqueeze".split()
)
_ATTRIBUTES = frozenset(
    (
        AttributeProto.FLOAT, AttributeProto.INT, AttributeProto.STRING,
        AttributeProto.FLOATS, AttributeProto.INTS,
    )
)  # fmt: skip
_ELEMENT_BYTES: dict[int, int] = {
    TensorProto.FLOAT: 4,
    TensorProto.FLOAT16: 2,
    TensorProto.INT8: 1,
    TensorProto.UINT8: 1,
    TensorProto.INT32: 4,
    TensorProto.INT64: 8,
}


@dataclass(frozen=True)
class Port:
    """An input or output: ONNX's type of its elements, and its shape after the rows."""

    name: str
    kind: int
    shape: tuple[int, ...]


def ports(manifest: Manifest) -> dict[str, tuple[Port, list[Port]]]:
    """The input and the outputs of each network, by its file."""
    side, bits = manifest.image_size, manifest.code_bits
    descriptor = Port("descriptor", TensorProto.INT8, (manifest.descriptor_size,))
    logits = Port("logits", TensorProto.FLOAT, (bits,))
    found = {
        ENCODER: (Port("pixels", TensorProto.UINT8, (side, side, 3)), [descriptor, logits]),
        HASHER: (descriptor, [logits]),
    }
    if manifest.preview_size is not None:
        shape = (manifest.preview_size, manifest.preview_size, 3)
        pictures = Port("pictures", TensorProto.UINT8, shape)
        found[GENERATOR] = (Port("codes", TensorProto.FLOAT, (bits,)), [pictures])
    return found


def check_networks(bundle: ModelBundle) -> None:
    """Raises BundleError."""
    for name, (given, wanted) in ports(bundle.manifest).items():
        model = _model(bundle, name)
        problem = _model_problem(model) or _graph_problem(model.graph)
        if problem:
            detail = f"{name}: {problem}"
            raise BundleError(bundle.folder, BundleProblem.FORBIDDEN_NETWORK, detail)
        inputs = [_port(item) for item in model.graph.input]
        outputs = {_port(item) for item in model.graph.output}
        if inputs != [given] or outputs != set(wanted) or len(model.graph.output) != len(wanted):
            raise BundleError(bundle.folder, BundleProblem.WRONG_SHAPES, name)


def _model(bundle: ModelBundle, name: str) -> ModelProto:
    path: Path = bundle.folder / name
    try:
        return onnx.load_model_from_string(path.read_bytes())
    except DecodeError as error:
        detail = f"{name} is not a network"
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, detail) from error


def _model_problem(model: ModelProto) -> str:
    """What our exporter would not have written around the graph, or an empty string."""
    if model.ir_version not in _IR_VERSIONS:
        return f"format {model.ir_version}"
    if [(opset.domain, opset.version) for opset in model.opset_import] != [("", _OPSET)]:
        return "other operators than ONNX's"
    if model.functions or model.training_info:
        return "functions"
    return ""


def _graph_problem(graph: GraphProto) -> str:
    if graph.sparse_initializer:
        return "sparse tensors"
    if len(graph.node) > _MOST_NODES:
        return f"{len(graph.node)} operators"
    computed = {name for node in graph.node for name in node.output}
    known = {tensor.name for tensor in graph.initializer} - computed
    problems = (
        *(_tensor_problem(tensor) for tensor in graph.initializer),
        *(_node_problem(node, known) for node in graph.node),
    )
    return next((problem for problem in problems if problem), "")


def _tensor_problem(tensor: TensorProto) -> str:
    if tensor.external_data or tensor.data_location != TensorProto.DEFAULT:
        return f"the tensor {tensor.name!r} lies in another file"
    width = _ELEMENT_BYTES.get(tensor.data_type)
    if width is None:
        return f"the tensor {tensor.name!r} is of type {tensor.data_type}"
    if min(tensor.dims, default=0) < 0 or math.prod(tensor.dims) * width != len(tensor.raw_data):
        return f"the tensor {tensor.name!r} is not of its size"
    return ""


def _node_problem(node: NodeProto, known: set[str]) -> str:
    if node.domain or node.op_type not in _OPERATORS:
        return f"the operator {' '.join(filter(None, (node.domain, node.op_type)))!r}"
    if any(attribute.type not in _ATTRIBUTES for attribute in node.attribute):
        return f"{node.op_type} with an attribute that holds more than numbers"
    if node.op_type in _SHAPING and not known.issuperset(filter(None, node.input[1:])):
        return f"{node.op_type} with a shape that is computed"
    return ""


def _port(item: ValueInfoProto) -> Port:
    """As declared; the first dimension, which must be free, is left out."""
    tensor = item.type.tensor_type
    first, *rest = tensor.shape.dim or [None]
    is_free = first is not None and not first.HasField("dim_value")
    shape = tuple(size.dim_value if size.HasField("dim_value") else -1 for size in rest)
    return Port(item.name, tensor.elem_type, shape if is_free else (-1,))
