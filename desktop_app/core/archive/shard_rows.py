"""Read the photos of an archive by the rows of their codes: of each shard only what is asked for.

The rows of the shards that were read lately are kept; they take about half a megabyte each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
from cachetools import LRUCache

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile, photos_of_codes
from desktop_app.core.archive.errors import ArchiveError
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.shard_schema import pack_name
from desktop_app.core.archive.thumbnail_places import ThumbnailPlace, ThumbnailPlaces
from desktop_app.core.base.codes import Descriptors
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.photos.capture import CAPTURE_COLUMNS, Capture

_SHARDS_KEPT = 48
_THREADS = 4  # shared storage answers late, but several questions at a time
_COLUMNS = [
    *("root", "path", "size", "content_hash", "width", "height", "format", "mean_colour"),
    *("thumbnail_offset", "thumbnail_bytes"),
    *CAPTURE_COLUMNS,
]

_Wanted: TypeAlias = list[tuple[int, int]]  # of a shard: ids, and places among its photos


class ShardRows:
    """The photos of an archive. A photo's id is the row of its code. Threads may share it."""

    def __init__(self, archive: Archive, codes: CodeFile, places: ThumbnailPlaces) -> None:
        """`places` learns where the thumbnails of all photos are that are read here."""
        self._archive = archive
        self._codes = codes
        self._places = places
        self._kept: LRUCache[int, pa.Table] = LRUCache(_SHARDS_KEPT)
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(_THREADS, "shard rows")

    def photos(
        self, ids: Sequence[int], complain: Callable[[ArchiveError], None] | None = None
    ) -> list[PhotoRow]:
        """Return photos in this order.

        Args:
            ids: Their ids.
            complain: Called for each shard that cannot be read; its photos are left out.

        Raises:
            ArchiveError: A shard cannot be read, and there is no `complain`.
        """
        by_shard: dict[int, _Wanted] = {}
        for photo_id in ids:
            shard, place = self._codes.place(photo_id)
            by_shard.setdefault(shard, []).append((photo_id, place))
        rows: dict[int, PhotoRow] = {}
        for read in self._reads(list(by_shard.items())):
            try:
                rows.update({row.id: row for row in read()})
            except ArchiveError as error:
                if complain is None:
                    raise
                complain(error)
        return [rows[photo_id] for photo_id in ids if photo_id in rows]

    def descriptor(self, photo_id: int) -> Descriptors:
        """Return the descriptor int8 [1, D] of a photo. Raises ArchiveError."""
        number, place = self._codes.place(photo_id)
        photos = photos_of_codes(self._archive, self._codes, number, ["descriptor"])
        with self._archive.reading(number):
            value = photos.column("descriptor")[place]
            return np.frombuffer(value.as_py(), np.int8)[np.newaxis]

    def _reads(self, shards: list[tuple[int, _Wanted]]) -> list[Callable[[], list[PhotoRow]]]:
        """Return what gives the photos of each shard. Several are read by the threads at once."""
        if len(shards) == 1:  # a block of the grid: no other thread need wake
            return [partial(self._photos, *shards[0])]
        return [self._pool.submit(self._photos, *shard).result for shard in shards]

    def _photos(self, number: int, wanted: _Wanted) -> list[PhotoRow]:
        table = self._table(number)
        with self._archive.reading(number) as path:
            pack = path.with_name(pack_name(table.schema))
            columns = table.take([place for _, place in wanted]).to_pylist()
            return [
                self._photo(photo_id, row, pack)
                for (photo_id, _), row in zip(wanted, columns, strict=True)
            ]

    def _table(self, number: int) -> pa.Table:
        """Return the rows of a shard that have a code. Two threads may read it at a time."""
        with self._lock:
            kept = self._kept.get(number)
        if kept is None:
            kept = photos_of_codes(self._archive, self._codes, number, _COLUMNS)
            with self._lock:
                self._kept[number] = kept
        return kept

    def _photo(self, photo_id: int, row: dict[str, Any], pack: Path) -> PhotoRow:
        file = ListedFile(row["root"], row["path"], row["size"], 0)
        content, start = bytes(row["content_hash"]), int(row["thumbnail_offset"])
        self._places.add(content, ThumbnailPlace(pack, start, int(row["thumbnail_bytes"])))
        return PhotoRow(
            id=photo_id,
            path=self._archive.path_of(file),
            size_bytes=int(file.size),
            width=int(row["width"]),
            height=int(row["height"]),
            format=str(row["format"]),
            capture=Capture(**{name: row[name] for name in CAPTURE_COLUMNS}),
            mean_colour=int(row["mean_colour"]),
            content_hash=content,
            away=False,
        )
