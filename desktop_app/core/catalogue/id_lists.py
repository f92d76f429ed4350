"""Read long lists of photo ids from SQLite into int64 arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.catalogue.catalogue import Catalogue

Ids = NDArray[np.int64]

# An aggregate that `unpacked` decodes. A single step of SQLite leaves the interpreter lock to other
# threads; a loop over a million rows would compete with them for it.
PACKED_IDS = "group_concat(printf('%016x', id), '')"


def unpacked(text: str | None) -> Ids:
    """Decode the value of PACKED_IDS: int64 [N]."""
    return np.frombuffer(bytes.fromhex(text or ""), ">i8").astype(np.int64)


def read_ids(catalogue: Catalogue, query: str, *values: object) -> Ids:
    """Run a query with one column named id: int64 [N], in its order."""
    rows = catalogue.rows(f"SELECT {PACKED_IDS} FROM ({query})", *values)  # noqa: S608
    return unpacked(rows[0][0])
