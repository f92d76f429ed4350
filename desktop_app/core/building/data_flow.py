"""What depends on what in an ONNX graph, and the values that it computes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import onnx
from numpy.typing import NDArray
from onnx import AttributeProto, GraphProto, ModelProto, NodeProto

from desktop_app.core.bundle.networks import new_session

Values: TypeAlias = dict[str, NDArray[Any]]

# They tell the shape of a tensor, which depends on no pixel.
_OF_SHAPES = frozenset(("Shape", "Size"))


def names_used(node: NodeProto) -> set[str]:
    """Return the tensors that an operator reads, in the graphs inside it as well."""
    return set(filter(None, node.input)).union(*map(_names_in, _inner_graphs(node)))


def _names_in(graph: GraphProto) -> set[str]:
    outputs = {output.name for output in graph.output}
    return outputs.union(*map(names_used, graph.node))


def needed_nodes(nodes: Iterable[NodeProto], outputs: Iterable[str]) -> list[NodeProto]:
    """Return the operators that some outputs depend on, in their order."""
    wanted, kept = set(outputs), []
    for node in reversed(list(nodes)):
        if not wanted.isdisjoint(node.output):
            wanted |= names_used(node)
            kept.append(node)
    return kept[::-1]


def prune(graph: GraphProto, pictures: str, outputs: list[str]) -> None:
    """Leave out what the outputs do not depend on, such as the half of CLIP for texts."""
    nodes = needed_nodes(graph.node, outputs)
    inputs = [item for item in graph.input if item.name == pictures]
    kept = [item for item in graph.output if item.name in outputs]
    for field, items in ((graph.node, nodes), (graph.input, inputs), (graph.output, kept)):
        copies = [type(item).FromString(item.SerializeToString()) for item in items]
        del field[:]
        field.extend(copies)


def inputs_behind(graph: GraphProto, output: str) -> set[str]:
    """Return the inputs of the graph that an output depends on."""
    nodes = needed_nodes(graph.node, [output])
    used = set().union({output}, *(names_used(node) for node in nodes))
    return {item.name for item in free_inputs(graph)} & used


def free_inputs(graph: GraphProto) -> list[onnx.ValueInfoProto]:
    """Return the inputs that have no value of their own."""
    constants = {tensor.name for tensor in graph.initializer}
    return [item for item in graph.input if item.name not in constants]


def pixel_tensors(nodes: Iterable[NodeProto], pixels: Iterable[str]) -> set[str]:
    """Return the tensors whose values depend on the pixels, and not on their number alone."""
    found = set(pixels)
    for node in nodes:
        if node.op_type not in _OF_SHAPES and not found.isdisjoint(names_used(node)):
            found |= set(node.output)
    return found


def evaluate(model: ModelProto, names: Iterable[str], inputs: list[Values]) -> list[Values]:
    """Compute tensors of a graph, for each of some inputs. Raises errors of onnxruntime."""
    wanted = sorted(set(names))
    if not wanted:
        return [{} for _ in inputs]
    outputs = list(model.graph.output)
    del model.graph.output[:]
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in wanted)
    try:
        session = new_session(model.SerializeToString())
    finally:
        del model.graph.output[:]
        model.graph.output.extend(outputs)
    return [dict(zip(wanted, session.run(wanted, each), strict=True)) for each in inputs]


def _inner_graphs(node: NodeProto) -> list[GraphProto]:
    single = [item.g for item in node.attribute if item.type == AttributeProto.GRAPH]
    return single + [graph for item in node.attribute for graph in item.graphs]
