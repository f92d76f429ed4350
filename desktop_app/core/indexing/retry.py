"""Requeue files that failed to be indexed."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.base.errors import NotFailedError, PhotoProblem
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.catalogue import Catalogue, encode_path, join_path, root_of
from desktop_app.core.catalogue.pending_files import READABLE
from desktop_app.core.catalogue.roots import ScanPlace
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.photos.picture_formats import is_picture

_FILES = f"SELECT photos.id, roots.path, folder, name, problem {READABLE}"
_FAILED = f"{_FILES} AND state = 'failed'"
_UNKNOWN = f"{_FILES} AND state = 'ignored' AND problem = '{PhotoProblem.NOT_A_PICTURE}'"
_Row = tuple[int, bytes, bytes, bytes, str]


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
    rows = [_row_of(writer, catalogue, path) for path in failed] if failed else _all_rows(writer)
    with writer.batch():
        for photo_id, *_ in rows:
            writer.requeue(photo_id)
    return []


def _all_rows(writer: CatalogueWriter) -> list[_Row]:
    failed, unknown = (
        writer.connection.execute(f"{query} ORDER BY photos.id").fetchall()
        for query in (_FAILED, _UNKNOWN)
    )
    return failed + [row for row in unknown if is_picture(join_path(*row[1:4]))]


def _row_of(writer: CatalogueWriter, catalogue: Catalogue, path: Path) -> _Row:
    roots = catalogue.roots()
    for place in possible_places(path):
        if root := root_of(roots, place):
            row: _Row | None = writer.connection.execute(
                f"{_FAILED} AND root_id = ? AND folder = ? AND name = ?",
                (root.id, *encode_path(root, place)),
            ).fetchone()
            if row:
                return row
    raise NotFailedError(path)
