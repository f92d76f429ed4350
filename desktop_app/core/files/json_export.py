"""Export photos as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from pathlib import Path

from desktop_app.core.base.atomic_write import exported_file
from desktop_app.core.files.export_columns import Column, ExportedPhoto, export_columns
from desktop_app.core.files.file_moves import Placed


def export_json(
    target: Path, photos: Iterable[ExportedPhoto], *, with_codes: bool, note: str
) -> Generator[Placed]:
    """Write one object whose list `photos` has an object for each photo.

    With codes, `note` precedes the list. A generator that is closed before its end leaves the
    target unchanged. Raises ExportError.
    """
    columns = export_columns(with_codes=with_codes)
    with exported_file(target) as part, part.open("w", encoding="utf-8") as file:
        file.write("{\n")
        if with_codes:
            file.write(f'"note": {json.dumps(note)},\n')
        file.write('"photos": [')
        separator = "\n"
        for item in photos:
            file.write(separator + _json_object(columns, item))
            separator = ",\n"
            yield Placed(item.photo.path, target)
        file.write("\n]\n}\n")


def _json_object(columns: dict[str, Column], item: ExportedPhoto) -> str:
    return json.dumps({name: value(item) for name, value in columns.items()})
