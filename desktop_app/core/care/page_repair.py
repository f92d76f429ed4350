"""Mend the pages of codes from the descriptors, which hold all that a code needs."""

from __future__ import annotations

from desktop_app.core.base.codes import PAGE_ROWS, pack
from desktop_app.core.care.page_check import PageCheck, PageFaults
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.pending_files import READABLE
from desktop_app.core.catalogue.writer import CatalogueWriter

_REREAD = (
    "UPDATE photos SET state = 'pending', reread = 1"  # noqa: S608
    f" WHERE id IN (SELECT photos.id {READABLE} AND photos.id = ?)"
)


class PageRepair:
    """Mends pages of the model in use; by the holder of the library's lock."""

    def __init__(self, catalogue: Catalogue, writer: CatalogueWriter, check: PageCheck) -> None:
        self._connection = catalogue.connection
        self._writer = writer
        self._check = check

    def mend(self, faults: PageFaults) -> None:
        """Mend a page in one transaction."""
        with self._writer.batch():
            if faults.is_damaged:
                self._empty(faults.page)
            self._write_codes(faults)
            self._write_flags(faults)

    def reread(self, photo_ids: list[int]) -> int:
        """Make photos without a descriptor wait to be read, and return how many can be read now."""
        with self._writer.batch():
            values = [(photo_id,) for photo_id in photo_ids]
            return self._connection.executemany(_REREAD, values).rowcount

    def _empty(self, page: int) -> None:
        """Empty a page. It keeps its revision: the next one tells readers that it has changed."""
        manifest = self._writer.manifest
        self._connection.execute(
            "UPDATE code_pages SET flags = ?, codes = ? WHERE model_id = ? AND page = ?",
            (
                bytes(PAGE_ROWS),
                bytes(PAGE_ROWS * manifest.code_bits // 8),
                manifest.model_id,
                page,
            ),
        )

    def _write_codes(self, faults: PageFaults) -> None:
        wanted = set(faults.missing_codes + faults.wrong_codes)
        rows, logits = self._check.logits(faults.page)
        for row, code in zip(rows.tolist(), pack(logits), strict=True):
            photo_id = faults.page * PAGE_ROWS + row
            if faults.is_damaged or photo_id in wanted:
                self._writer.pages.put(photo_id, code)

    def _write_flags(self, faults: PageFaults) -> None:
        """Flag all codes of the page as their photos are, and none where there is no photo."""
        first = faults.page * PAGE_ROWS
        for row, flag in enumerate(self._check.rows(faults.page).flags.tolist()):
            self._writer.pages.flag(first + row, flag)
