"""The descriptors of photos from elsewhere that come with a bundle (memory.npy).

Every other one is used in training, against forgetting, and the rest to measure forgetting: a head
may remember the very photos that it is trained on and forget all others.
"""

from __future__ import annotations

import os
from tokenize import TokenError

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ModelBundle

# What NumPy raises for a header that is not its own.
_NO_HEADER = (
    OSError, ValueError, SyntaxError, TypeError, RecursionError, MemoryError, TokenError,
)  # fmt: skip


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
    check_memory(bundle)
    try:
        return np.array(np.load(bundle.memory, mmap_mode="r", allow_pickle=False), np.int8)
    except (OSError, ValueError) as error:
        raise _error(bundle, str(error)) from error


def check_memory(bundle: ModelBundle) -> None:
    """Check that the file, if there is one, is an int8 array [M, D] of the size in its header.

    Reads only the header. Raises BundleError.
    """
    if bundle.memory is None:
        return
    try:
        with bundle.memory.open("rb") as file:
            version = np.lib.format.read_magic(file)
            shape, in_columns, kind = np.lib.format.read_array_header_1_0(file)
            start, end = file.tell(), file.seek(0, os.SEEK_END)
    except _NO_HEADER as error:
        raise _error(bundle, "no valid header") from error
    if version != (1, 0) or in_columns or kind != np.int8 or len(shape) != 2:
        raise _error(bundle, "unsupported type or layout")
    if shape[1] != bundle.manifest.descriptor_size or start + shape[0] * shape[1] != end:
        raise _error(bundle, "wrong size")


def _error(bundle: ModelBundle, detail: str) -> BundleError:
    return BundleError(bundle.folder, BundleProblem.BAD_MEMORY, detail)
