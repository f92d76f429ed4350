"""A bundle with a new head, and the encoder of another bundle."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    FORMAT_VERSION,
    HASHER,
    MEMORY,
    Manifest,
    ModelBundle,
    write_bundle,
)
from desktop_app.core.learning.calibration import Calibration
from desktop_app.core.learning.grafting import finished, graft_head, opset_of
from desktop_app.core.learning.hasher_graph import hasher_graph
from desktop_app.core.learning.integer_head import IntegerWeights, linear_logits
from desktop_app.core.learning.model_card import QUICK_CARD, model_card

_NAME = "quick"
_CARD = "MODEL_CARD.md"


def write_head_bundle(
    folder: Path, base: Encoder, head: IntegerWeights, calibration: Calibration,
    trained_on: str, figures: dict[str, float],
) -> ModelBundle:  # fmt: skip
    """Write the bundle `folder`; what it remembers is what `base` does. Raises BundleError."""
    manifest = _manifest(base.bundle.manifest, head, calibration, trained_on, figures)
    files = {**_networks(base.bundle, head), _CARD: model_card(QUICK_CARD, manifest).encode()}
    if base.bundle.memory is not None:
        files[MEMORY] = base.bundle.memory.read_bytes()
    return write_bundle(folder, manifest, files)


def check_head(encoder: Encoder, head: IntegerWeights, descriptors: Descriptors) -> None:
    """Check the logits of a written bundle, for int8 [N, D]. Raises BundleError."""
    if not np.array_equal(encoder.hash_descriptors(descriptors), linear_logits(head, descriptors)):
        raise BundleError(encoder.bundle.folder, BundleProblem.WRONG_ANSWERS, HASHER)


def _networks(base: ModelBundle, head: IntegerWeights) -> dict[str, bytes]:
    encoder = onnx.load(base.encoder)
    hasher = finished(hasher_graph(head, opset_of(encoder)))
    joined = graft_head(encoder, onnx.load_from_string(hasher))
    return {ENCODER: bytes(joined.SerializeToString()), HASHER: hasher}


def _manifest(
    base: Manifest, head: IntegerWeights, calibration: Calibration, trained_on: str,
    figures: dict[str, float],
) -> Manifest:  # fmt: skip
    digest = hashlib.sha256(base.descriptor_id.encode())
    for values in (head.direct, head.bias, np.float64(head.unit)):
        digest.update(np.ascontiguousarray(values).tobytes())
    return replace(
        base,
        format_version=FORMAT_VERSION,
        model_id=f"{_NAME}-{calibration.bits}-{digest.hexdigest()[:8]}",
        code_bits=calibration.bits,
        preview_size=None,
        files={},
        trained_on=trained_on,
        figures=figures,
        **vars(calibration),
    )
