"""Models with another head than the default one, and archives with their codes."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import numpy as np

from desktop_app.cluster.local_recoding import recode_locally
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.progress import ArchiveRecoded
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.learning.calibration import Calibration
from desktop_app.core.learning.head_bundle import write_head_bundle
from desktop_app.core.learning.integer_head import IntegerWeights


def retrained(folder: Path, base: Encoder, bits: int = 128, seed: int = 1) -> ModelBundle:
    """Write a model with the network of another one and a random head of few different codes."""
    size = base.bundle.manifest.descriptor_size
    weights = np.random.default_rng(seed).integers(-9, 10, (size, bits)).astype(np.float32)
    hidden = (np.zeros((size, 0)), np.zeros(0), np.zeros((0, bits)))
    inner, inner_bias, outer = (values.astype(np.float32) for values in hidden)
    head = IntegerWeights(
        weights, np.zeros(bits, np.float32), inner, inner_bias, outer, 1.0, 2.0**-9
    )
    shares = [share / bits for share in range(bits + 1)]
    calibration = Calibration(2, 7, shares, shares, shares)
    return write_head_bundle(folder, base, head, calibration, "noise", {})


def recoded(archive: Archive, encoder: Encoder, numbers: list[int] | None = None) -> ArchiveRecoded:
    last = deque(recode_locally(archive, encoder, 2, numbers), maxlen=1)[0]
    assert isinstance(last, ArchiveRecoded)
    return last
