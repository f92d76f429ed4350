"""Writes selected photos to a table or a contact sheet."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import assert_never

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.files.csv_export import export_csv
from desktop_app.core.files.export_columns import ExportedPhoto, StoredCodes
from desktop_app.core.files.file_moves import Step
from desktop_app.core.files.json_export import export_json
from desktop_app.ui.jobs.file_tasks import rows_of
from desktop_app.ui.kit.code_words import codes_reveal
from desktop_app.ui.photos.contact_sheet import write_contact_sheet
from desktop_app.ui.photos.photo_action import ExportChoice, ExportKind, PhotoSelection


def export_steps(catalogue: Catalogue, choice: ExportChoice, target: Path) -> Generator[Step]:
    """Write an export; yields after each photo or page. Called in the thread of file tasks.

    Photos that are no longer in the library are left out.

    Raises:
        ExportError: The file cannot be written.
        AppError: The library cannot be read.
    """
    codes = StoredCodes(catalogue) if choice.with_codes else None
    photos = _photos(catalogue, choice.chosen, codes)
    match choice.kind:
        case ExportKind.CSV:
            yield from export_csv(target, photos, with_codes=choice.with_codes)
        case ExportKind.JSON:
            yield from export_json(
                target, photos, with_codes=choice.with_codes, note=codes_reveal()
            )
        case ExportKind.SHEET:
            yield from write_contact_sheet(target, photos, catalogue.files.thumbnails)
        case _:
            assert_never(choice.kind)


def _photos(
    catalogue: Catalogue, chosen: PhotoSelection, codes: StoredCodes | None
) -> Iterator[ExportedPhoto]:
    for row in rows_of(catalogue, chosen.ids):
        match = chosen.matches.get(row.id)
        code = codes.code(row.id) if codes else ""
        if match is None:
            yield ExportedPhoto(row, code=code)
        else:
            yield ExportedPhoto(row, match.distance, match.word, code)
