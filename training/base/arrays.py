"""Array types that all rooms of training share, and the files of arrays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.atomic_write import atomic_file
from training.base.errors import DamagedCacheError

Floats = NDArray[np.float32]


def load_array(path: Path, mmap_mode: Literal["r", "c"] | None = None) -> NDArray[Any]:
    """Load an array from a .npy file, which cannot run any code.

    Raises:
        DamagedCacheError: it holds something else.
    """
    try:
        array = np.load(path, mmap_mode, allow_pickle=False)
    except (EOFError, MemoryError, SyntaxError, TypeError, ValueError) as error:
        raise DamagedCacheError(path, str(error)) from error
    if not isinstance(array, np.ndarray):  # an archive of arrays
        raise DamagedCacheError(path, "it holds no array")
    return array


def stored_array(path: Path, compute: Callable[[], NDArray[Any]]) -> NDArray[Any]:
    """Load an array from a .npy file, or compute and store it; its folder exists.

    Raises:
        DamagedCacheError: the file holds something else.
    """
    if path.is_file():
        return load_array(path)
    array = compute()
    with atomic_file(path) as part, part.open("wb") as stream:
        np.save(stream, array)
    return array
