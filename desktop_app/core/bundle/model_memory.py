"""The foreign photos that a bundle remembers (memory.npy).

Every other one is for learning, the rest for asking what was forgotten: the very photos that it is
taught a head may keep, and forget the others.
"""

from __future__ import annotations

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import MEMORY, ModelBundle


def memory_to_learn(bundle: ModelBundle, most: int) -> Descriptors:
    """Descriptors int8 [M, D] that a training shall not forget. Raises BundleError."""
    return read_memory(bundle)[::2][:most]


def memory_to_ask(bundle: ModelBundle, most: int) -> Descriptors:
    """Descriptors int8 [M, D] that no training was taught. Raises BundleError."""
    return read_memory(bundle)[1::2][:most]


def read_memory(bundle: ModelBundle) -> Descriptors:
    """Their descriptors int8 [M, D]; M is 0 without any. Raises BundleError."""
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
