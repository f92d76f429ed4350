"""Long lists of photo ids out of SQLite, as int64 arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.catalogue.catalogue import Catalogue

Ids = NDArray[np.int64]

# The aggregate that `unpacked` reads. One step of SQLite for all rows leaves the interpreter to the
# other threads meanwhile, where a loop over a million rows would fight them for its lock.
PACKED_IDS = "group_concat(printf('%016x', id), '')"


def unpacked(text: str | None) -> Ids:
    """The ids in what PACKED_IDS gave."""
    return np.frombuffer(bytes.fromhex(text or ""), ">i8").astype(np.int64)


def read_ids(catalogue: Catalogue, query: str, *values: object) -> Ids:
    """The ids of a query that has one column named id, in its order."""
    rows = catalogue.rows(f"SELECT {PACKED_IDS} FROM ({query})", *values)  # noqa: S608
    return unpacked(rows[0][0])
