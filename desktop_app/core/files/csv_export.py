"""Export photos as a CSV table, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterable
from pathlib import Path

from desktop_app.core.base.atomic_write import exported_file
from desktop_app.core.files.export_columns import ExportedPhoto, export_columns
from desktop_app.core.files.file_moves import Placed

# What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"), in any width.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export_csv(
    target: Path, photos: Iterable[ExportedPhoto], *, with_codes: bool
) -> Generator[Placed]:
    """Write a header line and one line for each photo.

    The encoding is UTF-8 with a byte order mark, which spreadsheets look for. A generator that is
    closed before its end leaves the target unchanged. Raises ExportError.
    """
    columns = export_columns(with_codes=with_codes)
    with (
        exported_file(target) as part,
        part.open("w", encoding="utf-8-sig", errors="surrogateescape", newline="") as file,
    ):
        # Quoted, a text that holds a semicolon or a tab is one cell in every spreadsheet.
        table = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        table.writerow(columns)
        for item in photos:
            table.writerow([csv_cell(value(item)) for value in columns.values()])
            yield Placed(item.photo.path, target)


def csv_cell(value: object) -> object:
    """Leave unknown values empty, and put a quote before a text that would be taken as a formula.

    Numbers stay numbers, negative ones too.
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
