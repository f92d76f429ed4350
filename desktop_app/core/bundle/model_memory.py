"""The descriptors of photos from elsewhere that come with a bundle (memory.npy).

Every other one is used in training, against forgetting, and the rest to measure forgetting: a head
may remember the very photos that it is trained on and forget all others.
"""

from __future__ import annotations

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import MEMORY, ModelBundle


def training_memory(bundle: ModelBundle, limit: int) -> Descriptors:
    """At most `limit` descriptors, int8 [M, D], for training. Raises BundleError."""
    return read_memory(bundle)[::2][:limit]


def evaluation_memory(bundle: ModelBundle, limit: int) -> Descriptors:
    """At most `limit` descriptors, int8 [M, D], that are never trained on. Raises BundleError."""
    return read_memory(bundle)[1::2][:limit]


def read_memory(bundle: ModelBundle) -> Descriptors:
    """All descriptors, int8 [M, D]; M is 0 if the bundle has none. Raises BundleError."""
    size = bundle.manifest.descriptor_size
    if bundle.memory is None:
        return np.zeros((0, size), np.int8)
    try:
        memory = np.load(bundle.memory, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise BundleError(bundle.folder, BundleProblem.WRONG_SHAPES, MEMORY) from error
    if memory.dtype != np.int8 or memory.ndim != 2 or memory.shape[1] != size:
        raise BundleError(bundle.folder, BundleProblem.WRONG_SHAPES, MEMORY)
    return np.array(memory)
