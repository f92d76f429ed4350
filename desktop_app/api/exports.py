"""Write photos to a file of CSV or JSON, as the window does (docs/formats.md has the columns)."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path

from desktop_app.api.records import Match, Photo
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.files.csv_export import export_csv
from desktop_app.core.files.export_columns import ExportedPhoto, StoredCodes, with_stacks
from desktop_app.core.files.file_moves import Placed
from desktop_app.core.files.json_export import export_json

_BLOCK = 500
_NOTE = "A code partly reveals its picture. Share it as carefully as the picture itself."


def export_photos(
    catalogue: Catalogue, target: Path, listed: Iterable[Photo | Match], *, with_codes: bool
) -> None:
    """Write the photos that are still in the library. Raises ExportError, ValueError."""
    codes = StoredCodes(catalogue) if with_codes else None
    photos = with_stacks(catalogue, _exported(catalogue, listed, codes))
    for _ in _steps(target, photos, with_codes=with_codes):
        pass


def _steps(target: Path, photos: Iterable[ExportedPhoto], *, with_codes: bool) -> Generator[Placed]:
    match target.suffix.lower():
        case ".csv":
            return export_csv(target, photos, with_codes=with_codes)
        case ".json":
            return export_json(target, photos, with_codes=with_codes, note=_NOTE)
    raise ValueError(f"the name has to end with .csv or .json, not {target.name!r}")


def _exported(
    catalogue: Catalogue, listed: Iterable[Photo | Match], codes: StoredCodes | None
) -> Iterator[ExportedPhoto]:
    rest = iter(listed)
    while some := list(islice(rest, _BLOCK)):
        distances = dict(map(_place, some))
        for row in catalogue.photos(list(distances)):
            code = codes.code(row.id) if codes else ""
            yield ExportedPhoto(row, distances[row.id], code=code)


def _place(item: Photo | Match) -> tuple[int, int | None]:
    """Return the id of a photo, and its distance to the query of a search."""
    return (item.photo.id, item.distance) if isinstance(item, Match) else (item.id, None)
