"""Read a library for an export, one page of codes after another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.base.errors import UnknownModelError
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import SHOWN, CodePage, read_page
from desktop_app.core.catalogue.descriptors import descriptor_id_in_use
from desktop_app.core.catalogue.schema import Fingerprints, PageNumber, PhotoId
from desktop_app.core.database.opening import library_errors
from desktop_app.core.exporting.columns import export_schema, path_columns, without_unknown
from desktop_app.core.exporting.label import ExportLabel
from desktop_app.core.photos.capture import CAPTURE_COLUMNS

_PHOTO_FACTS = ("content_hash", "width", "height", "format", "mean_colour")


class LibrarySource:
    """The photos that a search of the library finds, as they are at the first of them.

    Attributes:
        label: What its codes are.
        parts: Number of pages of codes.
    """

    def __init__(
        self, catalogue: Catalogue, model: Manifest, *, with_descriptors: bool = True
    ) -> None:
        """`model` is that of the library's codes.

        Raises UnknownModelError where that model is missing, and the errors of Catalogue.
        """
        if catalogue.model_id not in ("", model.model_id):
            raise UnknownModelError(catalogue.model_id)
        self._catalogue = catalogue
        self._descriptor_id = descriptor_id_in_use(catalogue, model)
        size = model.descriptor_size if with_descriptors else 0
        self.label = ExportLabel(model.model_id, self._descriptor_id, model.code_bits, size)
        self._schema = export_schema(self.label)
        self.parts = len(self._pages())

    def tables(self) -> Iterator[pa.Table]:
        """Yield the photos of each page. Raises the errors of Catalogue."""
        self._catalogue.rows("BEGIN")  # all that follows is read as it is now
        try:
            for number in self._pages():
                yield self._exported(self._page(number))
        finally:
            self._catalogue.rows("ROLLBACK")

    def _pages(self) -> list[int]:
        query = "SELECT page FROM code_pages WHERE model_id = ? ORDER BY page"
        rows = self._catalogue.read(tuple[PageNumber], query, self.label.model_id)
        return [number for (number,) in rows]

    def _page(self, number: int) -> CodePage:
        with library_errors(self._catalogue.files.catalogue):
            page = read_page(self._catalogue.connection, self.label.model_id, number)
            assert page is not None  # nothing changes while it is read
            return page.of_size(self.label.code_bits // 8)

    def _exported(self, page: CodePage) -> pa.Table:
        first = page.page * PAGE_ROWS
        photos = self._catalogue.photos((first + np.flatnonzero(page.flags == SHOWN)).tolist())
        times = self._times(first)
        columns: dict[str, list[Any]] = {
            "id": [photo.id for photo in photos],
            **path_columns(os.fsencode(photo.path) for photo in photos),
            "size": [photo.size_bytes for photo in photos],
            "mtime_ns": [times[photo.id][0] for photo in photos],
            **{name: [getattr(photo, name) for photo in photos] for name in _PHOTO_FACTS},
            **{name: [getattr(each.capture, name) for each in photos] for name in CAPTURE_COLUMNS},
            "fingerprints": [times[photo.id][1] for photo in photos],
            "code": [page.codes[photo.id - first].tobytes() for photo in photos],
        }
        if self.label.descriptor_size:
            descriptors = self._descriptors(first)
            columns["descriptor"] = [descriptors.get(photo.id) for photo in photos]
        return without_unknown(pa.table(columns, self._schema))

    def _times(self, first: int) -> dict[int, tuple[int, bytes | None]]:
        """Return when the files of a page have changed, and their fingerprints, by photo ids."""
        rows = self._catalogue.read(
            tuple[PhotoId, int, Fingerprints | None],
            "SELECT id, mtime_ns, fingerprints FROM photos WHERE id BETWEEN ? AND ?",
            first,
            first + PAGE_ROWS - 1,
        )
        return {photo_id: (mtime_ns, prints) for photo_id, mtime_ns, prints in rows}

    def _descriptors(self, first: int) -> dict[int, bytes]:
        """Return the descriptors of the photos of a page by their ids."""
        rows = self._catalogue.read(
            tuple[PhotoId, bytes],
            "SELECT photo_id, data FROM descriptors"
            " WHERE descriptor_id = ? AND photo_id BETWEEN ? AND ?",
            self._descriptor_id,
            first,
            first + PAGE_ROWS - 1,
        )
        size = self.label.descriptor_size
        return {photo_id: data for photo_id, data in rows if len(data) == size}
