"""What has made a descriptor is told by the network's content, and not by its name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from desktop_app.core.bundle.descriptor_graph import descriptor_graph
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ENCODER
from desktop_app.core.bundle.network_check import parse
from tests.core.tiny_bundle import encoder, head_weights


def test_the_shipped_bundle_tells_the_graph_of_its_encoder(encoder: Encoder) -> None:
    bundle = encoder.bundle
    assert bundle.manifest.descriptor_graph == descriptor_graph(
        parse(bundle, ENCODER, bundle.encoder.read_bytes())
    )


def test_models_that_differ_in_the_head_share_the_graph() -> None:
    assert descriptor_graph(encoder(head_weights(5))) == descriptor_graph(encoder())


def test_names_and_the_order_of_constants_do_not_count() -> None:
    model = encoder()
    for node in model.graph.node:
        node.name = "another"
        node.input[:] = [name.replace("mixing", "blending") for name in node.input]
    constants = list(model.graph.initializer)[::-1]
    del model.graph.initializer[:]
    model.graph.initializer.extend(constants)
    constants[-2].name = "blending"
    model.graph.initializer[-2].name = "blending"
    assert descriptor_graph(model) == descriptor_graph(encoder())


def node_of(model: ModelProto, kind: str) -> NodeProto:
    found: NodeProto = next(node for node in model.graph.node if node.op_type == kind)
    return found


def other_weights(model: ModelProto) -> None:
    tensor = next(item for item in model.graph.initializer if item.name == "mixing")
    tensor.CopyFrom(numpy_helper.from_array(-numpy_helper.to_array(tensor), "mixing"))


def other_operator(model: ModelProto) -> None:
    node_of(model, "Round").op_type = "Neg"


def other_attribute(model: ModelProto) -> None:
    node_of(model, "ReduceMean").attribute[0].i = 1


def other_constant(model: ModelProto) -> None:
    node_of(model, "Clip").input[1:] = ["high", "low"]


def other_picture_size(model: ModelProto) -> None:
    model.graph.input[0].type.tensor_type.shape.dim[1].dim_value = 64


def negated(model: ModelProto) -> None:
    """The same operators as before, and one behind them."""
    node_of(model, "Round").output[0] = "before"
    place = list(model.graph.node).index(node_of(model, "Round")) + 1
    model.graph.node.insert(place, helper.make_node("Neg", ["before"], ["rounded"]))


def other_type(model: ModelProto) -> None:
    node_of(model, "Cast").attribute[0].i = TensorProto.FLOAT16


def other_operators(model: ModelProto) -> None:
    model.opset_import[0].version = 17


CHANGES = [
    other_weights, other_operator, other_attribute, other_constant, other_picture_size, negated,
    other_type, other_operators,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_changes_a_descriptor_changes_the_graph(
    change: Callable[[ModelProto], None],
) -> None:
    model = encoder()
    change(model)
    assert descriptor_graph(model) != descriptor_graph(encoder())


def test_two_constants_that_change_places_are_another_graph() -> None:
    """Their bytes in a row would be the same."""
    models = []
    for first, second in ((b"ab", b"c"), (b"a", b"bc")):
        model = encoder()
        for name, raw in (("low", first), ("high", second)):
            tensor = next(item for item in model.graph.initializer if item.name == name)
            tensor.raw_data = raw
        models.append(descriptor_graph(model))
    assert models[0] != models[1]


def test_an_encoder_finds_out_a_graph_that_its_bundle_does_not_tell(encoder: Encoder) -> None:
    bundle = encoder.bundle
    silent = dataclasses.replace(bundle.manifest, descriptor_graph="")
    found = Encoder(dataclasses.replace(bundle, manifest=silent)).bundle.manifest
    assert found == bundle.manifest
