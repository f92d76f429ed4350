"""Export torch networks to a bundle for onnxruntime; refused if the two compute different bits."""

from __future__ import annotations

import copy
import io
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import nn

from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.codes import Codes, Logits, pack, signs
from desktop_app.core.bundle.descriptor_graph import descriptor_graph
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
from desktop_app.core.learning.grafting import OPSET, can_graft, finished, graft_head
from desktop_app.core.learning.hasher_graph import hasher_graph
from training.base.errors import ParityError
from training.learning.train_model import TrainedModel
from training.networks.backbones import round_to_float16
from training.networks.bundle_networks import HashingNetwork
from training.networks.generator import Generator, GeneratorGraph
from training.networks.heads import IntegerHead
from training.shipping.generator_graph import generator_graph

# Rounding of a descriptor may differ between two programs: bits are compared if their logit is
# further from zero than this share of the logits' mean size.
_NEAR_ZERO = 0.02
# All 64 at once need a gigabyte more of memory, and a third more time; previews of them .3 GB.
_PICTURES_AT_ONCE = 4


def export_bundle(
    folder: Path, model: TrainedModel, manifest: Manifest, card: str, sample: NDArray[np.uint8],
    memory: NDArray[np.int8] | None = None, base: ModelBundle | None = None,
) -> ModelBundle:  # fmt: skip
    """Write a model as the bundle `folder`, replacing an older one.

    Torch and onnxruntime have to agree on the pictures `sample` uint8 [M, S, S, 3]; `memory`
    int8 [M, D] is stored with the bundle; `base` is a bundle of the same descriptors, whose
    encoder receives the new head.

    Raises:
        ParityError: the bundle computes other codes; an older bundle is kept.
    """
    graph = None if model.generator is None else rounded_graph(model.generator)
    files = {
        **_encoder_files(model.network, sample[:2], base),
        "MODEL_CARD.md": card.encode(),
    }
    if graph is not None:
        files[GENERATOR] = generator_bytes(graph)
    if memory is not None:
        files[MEMORY] = _array_bytes(memory)
    made_by = descriptor_graph(onnx.load_from_string(files[ENCODER]))
    manifest = replace(manifest, descriptor_graph=made_by)
    make_folder(folder.parent)
    # Beside the bundle, where what a killed process leaves is found and deleted.
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as trial:
        encoder = Encoder(write_bundle(Path(trial) / "model", manifest, files))
        codes = check_parity(encoder, model.network, sample)
        if graph is not None:
            check_previews(encoder, graph, codes)
    return write_bundle(folder, manifest, files)


def rounded_graph(generator: Generator) -> GeneratorGraph:
    """Copy a generator and round its weights to float16's values, as it ships."""
    graph = GeneratorGraph(copy.deepcopy(generator).cpu().eval())
    round_to_float16(graph)
    return graph


def generator_bytes(graph: GeneratorGraph) -> bytes:
    """Export codes of ±1 float32 [N, K] -> pictures uint8 [N, G, G, 3]."""
    return finished(generator_graph(graph, OPSET))


def _array_bytes(values: NDArray[np.int8]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=False)
    return buffer.getvalue()


def _encoder_files(
    network: HashingNetwork, sample: NDArray[np.uint8], base: ModelBundle | None
) -> dict[str, bytes]:
    """Export the encoder and the hasher.

    The encoder maps pixels uint8 [N, S, S, 3] to descriptor int8 [N, D] and logits [N, K].
    """
    hasher = hasher_bytes(network.head)
    if base is not None:
        encoder, head = onnx.load(base.encoder), onnx.load_from_string(hasher)
        if can_graft(encoder, head):
            grafted = bytes(graft_head(encoder, head).SerializeToString())
            return {ENCODER: grafted, HASHER: hasher}
    exported = finished(_onnx_model(network, torch.from_numpy(sample)))
    return {ENCODER: exported, HASHER: hasher}


def hasher_bytes(head: nn.Module) -> bytes:
    """Export descriptor int8 [N, D] -> logits float32 [N, K]; only heads in integers ship."""
    assert isinstance(head, IntegerHead)
    return finished(hasher_graph(head.weights))


def check_parity(encoder: Encoder, network: HashingNetwork, sample: NDArray[np.uint8]) -> Codes:
    """Compare the codes of a written bundle with those of the network it was made from.

    Both ways to a code are compared, from a picture and from its stored descriptor.

    Returns:
        The bundle's codes of the sample.

    Raises:
        ParityError: they differ.
    """
    encoded = [encoder.encode(pixels) for pixels in sample]
    rehashed = encoder.hash_descriptors(np.concatenate([each.descriptors for each in encoded]))
    with torch.inference_mode():
        batches = torch.split(torch.from_numpy(sample), _PICTURES_AT_ONCE)
        expected = torch.cat([network(batch)[1] for batch in batches]).numpy()
    logits = np.concatenate([each.logits for each in encoded])
    _compare(logits, expected)
    _compare(rehashed, expected)
    return pack(logits)


def check_previews(encoder: Encoder, graph: GeneratorGraph, codes: Codes) -> None:
    """Compare the previews of codes, up to one level of brightness.

    Raises:
        ParityError: they differ.
    """
    with torch.inference_mode():
        differing = np.concatenate([
            _differing(encoder.previews(some), graph(torch.from_numpy(signs(some))).numpy())
            for some in np.split(codes, range(_PICTURES_AT_ONCE, len(codes), _PICTURES_AT_ONCE))
        ])  # fmt: skip
    if differing.any():
        raise ParityError(int(differing.sum()), differing.size)


def _differing(found: NDArray[np.uint8], expected: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which values differ by more than one level."""
    return np.abs(found.astype(np.int16) - expected.astype(np.int16)) > 1


def _compare(found: Logits, expected: Logits) -> None:
    counted = np.abs(expected) > _NEAR_ZERO * np.abs(expected).mean()
    differing = ((found > 0) != (expected > 0)) & counted
    if differing.any():
        raise ParityError(int(differing.sum()), int(counted.sum()))


def _onnx_model(network: HashingNetwork, sample: torch.Tensor) -> onnx.ModelProto:
    """Export by torch's exporter, with a dynamic first dimension."""
    with warnings.catch_warnings():
        # The exporter's own deprecation warnings.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", FutureWarning)
        program = torch.onnx.export(
            network.eval(), (sample,), input_names=["pixels"],
            output_names=["descriptor", "logits"],
            dynamic_shapes=({0: torch.export.Dim("photos", min=1)},), opset_version=OPSET,
            dynamo=True, verbose=False,
        )  # fmt: skip
    assert program is not None
    return program.model_proto
