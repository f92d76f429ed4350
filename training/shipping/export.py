"""torch -> a bundle that onnxruntime alone can run, and that is refused where the two disagree."""

from __future__ import annotations

import copy
import io
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from desktop_app.core.base.codes import Logits, signs
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    GENERATOR,
    HASHER,
    MEMORY,
    Manifest,
    ModelBundle,
    write_bundle,
)
from training.base.errors import ParityError
from training.learning.learn import Learned
from training.networks.backbones import round_to_half
from training.networks.bundle_networks import HashingNetwork
from training.networks.generator import Generator, GeneratorGraph
from training.shipping.grafting import can_be_grafted, grafted

_OPSET = 18
_SMALLEST_HALVED = 1024
# Rounding of a descriptor may fall otherwise in two programs; a bit counts where its logit is
# further from zero than this share of the logits' mean size.
_NEAR_ZERO = 0.02


def export_bundle(
    folder: Path, learned: Learned, manifest: Manifest, card: str, sample: NDArray[np.uint8],
    memory: NDArray[np.int8] | None = None, before: ModelBundle | None = None,
) -> ModelBundle:  # fmt: skip
    """Write what was learned as the bundle `folder`, in the place of an older one.

    `sample` uint8 [M, S, S, 3] are real pictures on which both programs have to agree, bit by
    bit; `memory` int8 [M, D] goes with the bundle; `before` is a bundle of the same descriptors,
    whose encoder is given the new head. Raises ParityError, and leaves an older bundle as it is.
    """
    network = learned.network
    hasher = hasher_bytes(network.head, manifest.descriptor_size)
    files = {
        ENCODER: _encoder_bytes(network, hasher, sample[:2], before),
        HASHER: hasher,
        "MODEL_CARD.md": card.encode(),
    }
    graph = None
    if learned.generator is not None:
        graph = rounded_graph(learned.generator)
        files[GENERATOR] = generator_bytes(graph, manifest.code_bits)
    if memory is not None:
        files[MEMORY] = _array_bytes(memory)
    with tempfile.TemporaryDirectory() as trial:
        encoder = Encoder(write_bundle(Path(trial) / "model", manifest, files))
        check_parity(encoder, network, sample)
        if graph is not None:
            check_previews(encoder, graph, sample)
    return write_bundle(folder, manifest, files)


def rounded_graph(generator: Generator) -> GeneratorGraph:
    """A copy of the generator as it ships: its weights are rounded to what float16 holds."""
    graph = GeneratorGraph(copy.deepcopy(generator).cpu().eval())
    round_to_half(graph)
    return graph


def generator_bytes(graph: GeneratorGraph, code_bits: int) -> bytes:
    """Codes of ±1 float32 [N, K] -> pictures uint8 [N, G, G, 3]"""
    return _onnx_bytes(graph, torch.ones((2, code_bits)), "codes", ["pictures"])


def _array_bytes(values: NDArray[np.int8]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=False)
    return buffer.getvalue()


def _encoder_bytes(
    network: HashingNetwork, hasher: bytes, sample: NDArray[np.uint8], before: ModelBundle | None
) -> bytes:
    """Pixels uint8 [N, S, S, 3] -> descriptor int8 [N, D], logits float32 [N, K]"""
    if before is not None:
        encoder, head = onnx.load(before.encoder), onnx.load_from_string(hasher)
        if can_be_grafted(encoder, head):
            return bytes(grafted(encoder, head).SerializeToString())
    return _onnx_bytes(network, torch.from_numpy(sample), "pixels", ["descriptor", "logits"])


def hasher_bytes(head: nn.Module, descriptor_size: int) -> bytes:
    """Descriptor int8 [N, D] -> logits float32 [N, K]"""
    sample = torch.zeros((2, descriptor_size), dtype=torch.int8)
    return _onnx_bytes(head, sample, "descriptor", ["logits"])


def check_parity(encoder: Encoder, network: HashingNetwork, sample: NDArray[np.uint8]) -> None:
    """Compare a written bundle with the network it was made from. Raises ParityError.

    The bundle's two ways to a code, from the picture and from the stored descriptor, are both
    compared with torch.
    """
    encoded = [encoder.encode(pixels) for pixels in sample]
    rehashed = encoder.hash_descriptors(np.concatenate([each.descriptors for each in encoded]))
    with torch.inference_mode():
        expected = network(torch.from_numpy(sample))[1].numpy()
    _compare(np.concatenate([each.logits for each in encoded]), expected)
    _compare(rehashed, expected)


def check_previews(encoder: Encoder, graph: GeneratorGraph, sample: NDArray[np.uint8]) -> None:
    """Compare the previews of real codes; a level of brightness may be rounded otherwise.

    Raises ParityError.
    """
    codes = np.concatenate([encoder.encode(pixels).codes for pixels in sample])
    found = encoder.previews(codes).astype(np.int16)
    with torch.inference_mode():
        expected = graph(torch.from_numpy(signs(codes))).numpy().astype(np.int16)
    differing = np.abs(found - expected) > 1
    if differing.any():
        raise ParityError(int(differing.sum()), differing.size)


def _compare(found: Logits, expected: Logits) -> None:
    counted = np.abs(expected) > _NEAR_ZERO * np.abs(expected).mean()
    differing = ((found > 0) != (expected > 0)) & counted
    if differing.any():
        raise ParityError(int(differing.sum()), int(counted.sum()))


def _onnx_bytes(
    module: nn.Module, sample: torch.Tensor, input_name: str, output_names: list[str]
) -> bytes:
    """Export with a free first dimension; weights take half the space where that is exact."""
    with warnings.catch_warnings():
        # The exporter warns of its own and of torch's deprecations, which are not ours to mend.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", FutureWarning)
        program = torch.onnx.export(
            module.eval(),
            (sample,),
            input_names=[input_name],
            output_names=output_names,
            dynamic_shapes=({0: torch.export.Dim("photos", min=1)},),
            opset_version=_OPSET,
            dynamo=True,
            verbose=False,
        )
    assert program is not None
    model = program.model_proto
    store_in_half(model)
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def store_in_half(model: onnx.ModelProto) -> None:
    """Store every large float32 tensor that float16 holds exactly as float16, and cast it back.

    onnxruntime undoes the cast once, when it loads the model; the numbers are the same.
    """
    casts = []
    for tensor in list(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _SMALLEST_HALVED:
            continue
        if not np.array_equal(values.astype(np.float16).astype(np.float32), values):
            continue
        name = f"{tensor.name}.half"
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), name))
        casts.append(helper.make_node("Cast", [name], [tensor.name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
