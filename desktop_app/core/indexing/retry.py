"""Requeue files that failed to be indexed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop_app.core.base.errors import NotFailedError, PhotoProblem
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.catalogue import Catalogue, encode_path, join_path, root_of
from desktop_app.core.catalogue.pending_files import READABLE
from desktop_app.core.catalogue.roots import ScanPlace
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.opening import library_errors
from desktop_app.core.photos.picture_formats import is_picture

_FILES = f"SELECT photos.id, roots.path, folder, name, problem {READABLE}"
_FAILED = f"{_FILES} AND state = 'failed'"
_UNKNOWN = f"{_FILES} AND state = 'ignored' AND problem = '{PhotoProblem.NOT_A_PICTURE}'"


class _Row(NamedTuple):
    id: PhotoId
    root: bytes
    folder: bytes
    name: bytes
    problem: PhotoProblem

    @property
    def path(self) -> Path:
        return join_path(self.root, self.folder, self.name)


def requeue_failed(
    catalogue: Catalogue, writer: CatalogueWriter, failed: list[Path]
) -> list[ScanPlace]:
    """Mark the files in `failed`, or all that failed, as pending.

    All includes files that an earlier version did not recognise as pictures, but this one does.

    Returns:
        The places to scan: none.

    Raises:
        NotFailedError: A file in `failed` did not fail, or cannot be reached.
    """
    rows = [_row_of(catalogue, path) for path in failed] if failed else _all_rows(catalogue)
    with writer.batch():
        for photo_id, *_ in rows:
            writer.requeue(photo_id)
    return []


def _all_rows(catalogue: Catalogue) -> list[_Row]:
    failed, unknown = (
        catalogue.read(_Row, f"{query} ORDER BY photos.id") for query in (_FAILED, _UNKNOWN)
    )
    with library_errors(catalogue.files.catalogue):
        return failed + [
            row for row in unknown if is_picture(join_path(row.root, row.folder, row.name))
        ]


def _row_of(catalogue: Catalogue, path: Path) -> _Row:
    roots = catalogue.roots()
    for place in possible_places(path):
        if root := root_of(roots, place):
            query = f"{_FAILED} AND root_id = ? AND folder = ? AND name = ?"
            rows = catalogue.read(_Row, query, root.id, *encode_path(root, place))
            if rows:
                return rows[0]
    raise NotFailedError(path)
