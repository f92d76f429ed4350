"""Tell by its content which network has made a descriptor.

Two models share their stored descriptors if the parts of their encoders between `pixels` and
`descriptor` are the same: operators, attributes and weights. Their heads may differ, as those of
retrained models do. The name that a model gives its descriptors proves nothing.
"""

from __future__ import annotations

import hashlib

from onnx import ModelProto, NodeProto, TensorProto

DESCRIPTOR = "descriptor"
_ABSENT = b"absent"


def descriptor_graph(model: ModelProto) -> str:
    """Hash what the output `descriptor` of an encoder depends on.

    Names of operators and tensors do not count, nor does the order of what is independent.

    Args:
        model: An encoder in which no name has two meanings (network_check.py).

    Returns:
        SHA-256, in hexadecimal digits.
    """
    graph = model.graph
    values = {tensor.name: _constant(tensor) for tensor in graph.initializer}
    for item in graph.input:
        values[item.name] = _digest(b"input", item.name.encode(), item.type.SerializeToString())
    for node in graph.node:
        made = _operator(node, [values.get(name, name.encode() or _ABSENT) for name in node.input])
        for place, name in enumerate(node.output):
            values[name] = _digest(b"output", str(place).encode(), made)
    opsets = sorted(f"{opset.domain} {opset.version}" for opset in model.opset_import)
    return _digest(*(text.encode() for text in opsets), values.get(DESCRIPTOR, _ABSENT)).hex()


def _constant(tensor: TensorProto) -> bytes:
    unnamed = TensorProto()
    unnamed.CopyFrom(tensor)
    unnamed.ClearField("name")
    unnamed.ClearField("doc_string")
    return _digest(b"constant", unnamed.SerializeToString(deterministic=True))


def _operator(node: NodeProto, inputs: list[bytes]) -> bytes:
    attributes = sorted(item.SerializeToString(deterministic=True) for item in node.attribute)
    kind = (node.domain.encode(), node.op_type.encode())
    return _digest(b"operator", *kind, _digest(*attributes), _digest(*inputs))


def _digest(*parts: bytes) -> bytes:
    """Hash a list of parts, so that no other list has the same hash."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.digest()
