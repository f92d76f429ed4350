"""Read long lists of photo ids, and of stacks, from SQLite into int64 arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.schema import MAX_PHOTO_ID, PhotoId
from desktop_app.core.database.opening import StrangeValueError, library_errors
from desktop_app.core.stacks.folding import Stacks

Ids = NDArray[np.int64]

# An aggregate that `unpacked` decodes. A single step of SQLite leaves the interpreter lock to other
# threads; a loop over a million rows would compete with them for it. Decimal digits take SQLite
# half the time that printf takes.
PACKED_IDS = "group_concat(id)"
MOST_VARIABLES = 500  # of one SQL statement
_HALF = 32  # bits: two ids in one number take half the time
_PACKED_STACKS = (
    f"SELECT group_concat(photo_id << {_HALF} | top_id)"  # noqa: S608
    " FROM (SELECT photo_id, top_id FROM stacked ORDER BY photo_id)"
)


def is_among(ids: Ids, others: Ids) -> NDArray[np.bool_]:
    """Return which ids are among others, as np.isin in half of its time: bool [N]."""
    if len(ids) == 0 or len(others) == 0:
        return np.zeros(len(ids), bool)
    table = np.zeros(max(int(ids.max()), int(others.max())) + 1, bool)
    table[others] = True
    return table[ids]


def unpacked(text: str | None) -> Ids:
    """Decode the value of PACKED_IDS: int64 [N]. Raises StrangeValueError."""
    ids = _numbers(text)
    _check_ids(ids)
    return ids


def _numbers(text: str | None) -> Ids:
    """Decode whole numbers, which row ids and bits are, whatever a damaged table holds."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


def read_ids(catalogue: Catalogue, query: str, *values: object) -> Ids:
    """Run a query with one column named id: int64 [N], in its order."""
    packed = f"SELECT {PACKED_IDS} FROM ({query})"  # noqa: S608
    ((text,),) = catalogue.read(tuple[str | None], packed, *values)
    with library_errors(catalogue.files.catalogue):
        return unpacked(text)


def read_stacks(catalogue: Catalogue) -> Stacks:
    """Return the stacks of a library. Raises the errors of Catalogue."""
    ((text,),) = catalogue.read(tuple[str | None], _PACKED_STACKS)
    with library_errors(catalogue.files.catalogue):
        pairs = _numbers(text)
        photos, tops = pairs >> _HALF, pairs & (1 << _HALF) - 1
        _check_ids(photos)
        _check_ids(tops)
        if (np.diff(photos) <= 0).any():
            raise StrangeValueError("a photo is in a stack twice")
        return Stacks(photos, tops)


def stack_tops(catalogue: Catalogue, photos: list[int]) -> dict[int, int]:
    """Return the photo on top of the stack of each of these photos that is in one.

    Raises the errors of Catalogue.
    """
    query = "SELECT photo_id, top_id FROM stacked WHERE photo_id IN ({})"
    found: dict[int, int] = {}
    for at in range(0, len(photos), MOST_VARIABLES):
        some = photos[at : at + MOST_VARIABLES]
        marks = ",".join("?" * len(some))
        found.update(catalogue.read(tuple[PhotoId, PhotoId], query.format(marks), *some))
    return found


def _check_ids(ids: Ids) -> None:
    """Raises StrangeValueError."""
    if len(ids) and not 0 < ids.min() <= ids.max() <= MAX_PHOTO_ID:
        raise StrangeValueError("a photo has an id that no photo can have")
