"""List all photos of a library in some order, as ids: rows are read when they are shown."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.catalogue.catalogue import Catalogue, data_version, join_folder
from desktop_app.core.catalogue.id_lists import (
    PACKED_IDS,
    Ids,
    is_among,
    read_ids,
    read_stacks,
    unpacked,
)
from desktop_app.core.catalogue.photo_filter import BROWSED, EVERYTHING, PhotoFilter, matching_ids
from desktop_app.core.catalogue.schema import RootId, TakenAt
from desktop_app.core.database.opening import advanced, library_errors
from desktop_app.core.stacks.folding import UNFOLDED, Folding, ShownStacks, Stacks, fold

NO_DATE = ""  # the key of the section of photos whose metadata have no date


class SortKey(StrEnum):
    """The order of a listing. DATE is when a photo was taken; photos without a date come last in
    both directions. ADDED is the order in which the library found the photos.
    """

    DATE = "date"
    FOLDER = "folder"
    SIZE = "size"
    ADDED = "added"


@dataclass(frozen=True)
class BrowseQuery:
    """Which photos to list, in which order, and how their stacks are shown."""

    photo_filter: PhotoFilter = EVERYTHING
    sort: SortKey = SortKey.DATE
    descending: bool = True
    folding: Folding = UNFOLDED


@dataclass(frozen=True)
class Listing:
    """The photos in an order, and the sections of that order.

    Attributes:
        query: What was listed.
        ids: int64 [N], the photos.
        starts: int64 [S], the row in which each section begins.
        keys: S keys. By DATE, a month ('2019-03') or NO_DATE; by FOLDER, the folder's path. Other
            orders have no sections.
        stacks: The stacks of these photos.
    """

    query: BrowseQuery
    ids: Ids
    starts: NDArray[np.int64]
    keys: list[str]
    stacks: ShownStacks = field(default_factory=ShownStacks)


@dataclass(frozen=True)
class _Order:
    """All photos in one ascending order. Unless `is_exact`, other files may be among them."""

    ids: Ids
    starts: NDArray[np.int64]
    keys: list[str]
    is_exact: bool = True


class Browse:
    """Lists photos. Caches orders and the result of the last filter. Not thread-safe."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._orders: dict[SortKey, _Order] = {}
        self._filtered: tuple[PhotoFilter, Ids] | None = None
        self._stacks: Stacks | None = None
        self._version = -1

    def refresh(self) -> bool:
        """Clear the caches and return True if the library changed since the last call."""
        version = data_version(self._catalogue)
        has_changed = version != self._version
        if has_changed:
            self._version = version
            self._orders.clear()
            self._filtered = self._stacks = None
        return has_changed

    def listing(self, query: BrowseQuery) -> Listing:
        """List photos. Raises LibraryDamagedError, LibraryUnwritableError."""
        if query.sort not in self._orders:
            self._orders[query.sort] = self._read_order(query.sort)
        order = self._orders[query.sort]
        if not (order.is_exact and query.photo_filter.is_empty):
            order = _restricted(order, self._filtered_ids(query.photo_filter))
        if query.descending:
            order = _reversed(order)
        if self._stacks is None:
            self._stacks = read_stacks(self._catalogue)
        folded = fold(order.ids, order.starts, self._stacks, query.folding)
        starts, keys = _filled(folded.starts, order.keys, len(folded.ids))
        return Listing(query, folded.ids, starts, keys, folded.stacks)

    def next_named(self, query: BrowseQuery, beginning: str, start: int) -> int | None:
        """Find the next photo of a listing whose file name begins so, in capitals or not.

        The search starts at the row `start`, and goes on from the first row after the last.

        Returns:
            The id of the photo; None if no name begins so.

        Raises:
            LibraryDamagedError, LibraryUnwritableError.
        """
        like = re.sub(r"([%_~])", r"~\1", beginning) + "%"
        named = f"SELECT id {BROWSED} AND CAST(name AS TEXT) LIKE ? ESCAPE '~'"
        ids = self.listing(query).ids
        rows = np.flatnonzero(is_among(ids, read_ids(self._catalogue, named, like)))
        if len(rows) == 0:
            return None
        return int(ids[rows[np.searchsorted(rows, start) % len(rows)]])

    def _filtered_ids(self, photo_filter: PhotoFilter) -> Ids:
        if self._filtered is None or self._filtered[0] != photo_filter:
            self._filtered = (photo_filter, matching_ids(self._catalogue, photo_filter))
        return self._filtered[1]

    def _read_order(self, sort: SortKey) -> _Order:
        match sort:
            case SortKey.DATE:
                return _sectioned(self._months())
            case SortKey.FOLDER:
                return replace(_sectioned(self._folders()), is_exact=False)
            case SortKey.SIZE:
                query = (
                    "SELECT id FROM photos INDEXED BY photos_by_size"
                    " WHERE missing = 0 AND width IS NOT NULL ORDER BY size, id"
                )
                return _plain(read_ids(self._catalogue, query))
            case SortKey.ADDED:
                return _plain(np.sort(read_ids(self._catalogue, f"SELECT id {BROWSED}")))
        assert_never(sort)

    def _months(self) -> Iterator[tuple[str, Ids]]:
        """Yield the photos of each month, one query for each, so that SQLite never has to sort."""
        month = f"SELECT id {BROWSED} AND taken_at >= ? AND taken_at < ? ORDER BY taken_at, id"
        following = f"SELECT taken_at {BROWSED} AND taken_at > ? ORDER BY taken_at LIMIT 1"
        last = ""
        while rows := self._catalogue.read(tuple[TakenAt], following, last):
            key = rows[0][0][:7]
            # After every day of this month.
            last = advanced(last, f"{key}~", self._catalogue.files.catalogue)
            yield key, read_ids(self._catalogue, month, key, last)
        undated = f"SELECT id {BROWSED} AND taken_at = '' ORDER BY id"
        yield NO_DATE, read_ids(self._catalogue, undated)

    def _folders(self) -> Iterator[tuple[str, Ids]]:
        """Yield the photos of each folder by path; within one by name, as the table is indexed."""
        rows = self._catalogue.read(
            tuple[RootId, bytes, str],
            f"SELECT root_id, folder, {PACKED_IDS} FROM photos GROUP BY root_id, folder",  # noqa: S608
        )
        roots = {root.id: os.fsencode(root.path) for root in self._catalogue.roots()}
        with library_errors(self._catalogue.files.catalogue):
            places = sorted(
                (os.fsencode(join_folder(roots[root_id], folder)), unpacked(packed))
                for root_id, folder, packed in rows
                if root_id in roots
            )
        for path, ids in places:
            yield os.fsdecode(path), ids


def _plain(ids: Ids) -> _Order:
    return _Order(ids, np.empty(0, np.int64), [])


def _sectioned(sections: Iterator[tuple[str, Ids]]) -> _Order:
    keys, parts = [], [np.empty(0, np.int64)]
    for key, ids in sections:
        if len(ids):
            keys.append(key)
            parts.append(ids)
    sizes = np.array([len(part) for part in parts[1:]], np.int64)
    return _Order(np.concatenate(parts), np.cumsum(sizes) - sizes, keys)


def _filled(starts: Ids, keys: list[str], count: int) -> tuple[Ids, list[str]]:
    """Return the sections of `count` photos that are not empty."""
    has_photos = np.diff(np.append(starts, count)) > 0
    if has_photos.all():
        return starts, keys
    left = [key for key, stays in zip(keys, has_photos.tolist(), strict=True) if stays]
    return starts[has_photos], left


def _restricted(order: _Order, ids: Ids) -> _Order:
    """Restrict an order to some ids, and to the sections that contain any of them."""
    keep = is_among(order.ids, ids)
    before = np.concatenate([[0], np.cumsum(keep, dtype=np.int64)])
    starts = before[order.starts]
    sizes = np.diff(before[np.append(order.starts, len(keep))])
    keys = [key for key, size in zip(order.keys, sizes.tolist(), strict=True) if size]
    return _Order(order.ids[keep], starts[sizes > 0], keys)


def _reversed(order: _Order) -> _Order:
    """Reverse an order, but for photos without a date, which stay at the end."""
    has_undated = bool(order.keys) and order.keys[-1] == NO_DATE
    sections = len(order.keys) - has_undated
    count = int(order.starts[-1]) if has_undated else len(order.ids)
    ends = np.append(order.starts[:sections], count)[1:]
    return _Order(
        np.concatenate([order.ids[:count][::-1], order.ids[count:]]),
        np.concatenate([(count - ends)[::-1], order.starts[sections:]]),
        order.keys[:sections][::-1] + order.keys[sections:],
    )
