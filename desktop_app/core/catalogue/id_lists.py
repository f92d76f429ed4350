"""Read long lists of photo ids from SQLite into int64 arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.schema import MAX_PHOTO_ID
from desktop_app.core.database.opening import StrangeValueError, library_errors

Ids = NDArray[np.int64]

# An aggregate that `unpacked` decodes. A single step of SQLite leaves the interpreter lock to other
# threads; a loop over a million rows would compete with them for it.
PACKED_IDS = "group_concat(printf('%016x', id), '')"


def is_among(ids: Ids, others: Ids) -> NDArray[np.bool_]:
    """Return which ids are among others, as np.isin in half of its time: bool [N]."""
    if len(ids) == 0 or len(others) == 0:
        return np.zeros(len(ids), bool)
    table = np.zeros(max(int(ids.max()), int(others.max())) + 1, bool)
    table[others] = True
    return table[ids]


def unpacked(text: str | None) -> Ids:
    """Decode the value of PACKED_IDS: int64 [N]. Raises StrangeValueError."""
    ids = np.frombuffer(bytes.fromhex(text or ""), ">i8").astype(np.int64)
    if len(ids) and not 0 < ids.min() <= ids.max() <= MAX_PHOTO_ID:
        raise StrangeValueError("a photo has an id that no photo can have")
    return ids


def read_ids(catalogue: Catalogue, query: str, *values: object) -> Ids:
    """Run a query with one column named id: int64 [N], in its order."""
    packed = f"SELECT {PACKED_IDS} FROM ({query})"  # noqa: S608
    ((text,),) = catalogue.read(tuple[str | None], packed, *values)
    with library_errors(catalogue.files.catalogue):
        return unpacked(text)
