"""Compare the pages of codes with the rows of the photos, and with their descriptors."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes, Logits, signs
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import ABSENT, KEPT, SHOWN
from desktop_app.core.catalogue.descriptors import descriptor_id_in_use
from desktop_app.core.catalogue.schema import PageNumber, PhotoId

# A logit this near to 0 may have another sign on another processor.
_UNCERTAIN = 1e-3
_MAY_HAVE_CODE = ("indexed", "pending")


@dataclass(frozen=True)
class PageFaults:
    """What is wrong with one page, as ids of photos.

    Attributes:
        page: Its number.
        is_damaged: It has a wrong size, or flags of no meaning.
        missing_descriptors: Indexed photos without a descriptor of the model.
        missing_codes: Indexed photos without a code.
        wrong_flags: Photos that are missing but searched, or the other way round.
        orphan_codes: Codes of no photo, or of a file that failed.
        wrong_codes: Codes that are not those of the photo's descriptor.
    """

    page: int
    is_damaged: bool = False
    missing_descriptors: list[int] = field(default_factory=list)
    missing_codes: list[int] = field(default_factory=list)
    wrong_flags: list[int] = field(default_factory=list)
    orphan_codes: list[int] = field(default_factory=list)
    wrong_codes: list[int] = field(default_factory=list)

    @property
    def needs_rebuilding(self) -> bool:
        wrong = self.missing_codes, self.wrong_flags, self.orphan_codes, self.wrong_codes
        return self.is_damaged or any(wrong)


@dataclass(frozen=True)
class PageRows:
    """The photos whose codes are in one page, by their row in it.

    Attributes:
        flags: uint8 [4096], the flag that a code must have; ABSENT: there must be none.
        is_indexed: bool [4096].
        has_descriptor: bool [4096], whether it has one of the model.
    """

    flags: NDArray[np.uint8]
    is_indexed: NDArray[np.bool_]
    has_descriptor: NDArray[np.bool_]

    @property
    def may_have_code(self) -> NDArray[np.bool_]:
        return np.asarray(self.flags != ABSENT, np.bool_)

    @property
    def needs_code(self) -> NDArray[np.bool_]:
        return self.is_indexed & self.has_descriptor

    @property
    def lacks_descriptor(self) -> NDArray[np.bool_]:
        return self.is_indexed & ~self.has_descriptor


@dataclass(frozen=True)
class StoredCodes:
    """A page as it is stored: flags uint8 [4096] and codes uint8 [4096, K/8]."""

    flags: NDArray[np.uint8]
    codes: Codes

    @property
    def has_code(self) -> NDArray[np.bool_]:
        return np.asarray(self.flags != ABSENT, np.bool_)


class PageCheck:
    """Checks the pages of the model in use."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._manifest = encoder.bundle.manifest
        self._descriptor_id = descriptor_id_in_use(catalogue, self._manifest)

    def pages(self) -> list[int]:
        """Return the numbers of all pages that hold codes, or should."""
        model_id = self._manifest.model_id
        query = "SELECT page FROM code_pages WHERE model_id = ?"
        stored = self._catalogue.read(tuple[PageNumber], query, model_id)
        ((last,),) = self._catalogue.read(tuple[PhotoId | None], "SELECT max(id) FROM photos")
        needed = range(last // PAGE_ROWS + 1) if last is not None else ()
        return sorted({page for (page,) in stored} | set(needed))

    def faults(self, page: int, *, with_codes: bool) -> PageFaults:
        """Check a page; `with_codes`: compute its codes again, too."""
        rows, stored = self.rows(page), self._stored(page)
        faults = PageFaults(page, missing_descriptors=_ids(page, rows.lacks_descriptor))
        if stored is None:
            return replace(faults, is_damaged=True)
        differs = stored.flags != rows.flags
        return replace(
            faults,
            missing_codes=_ids(page, rows.needs_code & ~stored.has_code),
            wrong_flags=_ids(page, stored.has_code & rows.may_have_code & differs),
            orphan_codes=_ids(page, stored.has_code & ~rows.may_have_code),
            wrong_codes=self._wrong_codes(page, stored) if with_codes else [],
        )

    def rows(self, page: int) -> PageRows:
        """Return what the catalogue says of the photos of a page."""
        rows = PageRows(
            np.full(PAGE_ROWS, ABSENT, np.uint8),
            np.zeros(PAGE_ROWS, np.bool_),
            np.zeros(PAGE_ROWS, np.bool_),
        )
        known = self._descriptor_id, self._manifest.descriptor_size
        for number, state, missing, descriptor_id, size in self._catalogue.rows(
            "SELECT photos.id, state, missing, descriptor_id, length(data) FROM photos"
            " LEFT JOIN descriptors ON photo_id = photos.id WHERE photos.id BETWEEN ? AND ?",
            *_bounds(page),
        ):
            row = number % PAGE_ROWS
            if state in _MAY_HAVE_CODE:
                rows.flags[row] = KEPT if missing else SHOWN
            rows.is_indexed[row] = state == "indexed"
            rows.has_descriptor[row] = (descriptor_id, size) == known
        return rows

    def logits(self, page: int) -> tuple[NDArray[np.intp], Logits]:
        """Return the rows of a page that have a descriptor: int [N], and logits float32 [N, K]."""
        found = self._catalogue.read(
            tuple[PhotoId, bytes],
            "SELECT photo_id, data FROM descriptors"
            " WHERE photo_id BETWEEN ? AND ? AND descriptor_id = ? AND length(data) = ?",
            *_bounds(page),
            self._descriptor_id,
            self._manifest.descriptor_size,
        )
        numbers = np.array([number for number, _ in found], np.intp) % PAGE_ROWS
        data = np.frombuffer(b"".join(data for _, data in found), np.int8)
        table = data.reshape(len(found), self._manifest.descriptor_size)
        return numbers, self._encoder.hash_descriptors(table)

    def _wrong_codes(self, page: int, stored: StoredCodes) -> list[int]:
        numbers, logits = self.logits(page)
        differs = (signs(stored.codes[numbers]) > 0) != (logits > 0)
        is_wrong = (differs & (np.abs(logits) > _UNCERTAIN)).any(axis=1)
        is_wrong &= stored.has_code[numbers]
        return [page * PAGE_ROWS + int(number) for number in numbers[is_wrong]]

    def _stored(self, page: int) -> StoredCodes | None:
        """Return the page, empty if there is none yet; None if it is damaged."""
        rows = self._catalogue.rows(
            "SELECT flags, codes FROM code_pages WHERE model_id = ? AND page = ?",
            self._manifest.model_id,
            page,
        )
        code_bytes = self._manifest.code_bits // 8
        flags, codes = rows[0] if rows else (bytes(PAGE_ROWS), bytes(PAGE_ROWS * code_bytes))
        if not (isinstance(flags, bytes) and isinstance(codes, bytes)):
            return None
        if (len(flags), len(codes)) != (PAGE_ROWS, PAGE_ROWS * code_bytes) or max(flags) > KEPT:
            return None
        table = np.frombuffer(codes, np.uint8).reshape(PAGE_ROWS, code_bytes)
        return StoredCodes(np.frombuffer(flags, np.uint8), table)


def _bounds(page: int) -> tuple[int, int]:
    return page * PAGE_ROWS, (page + 1) * PAGE_ROWS - 1


def _ids(page: int, rows: NDArray[np.bool_]) -> list[int]:
    return [page * PAGE_ROWS + int(row) for row in np.flatnonzero(rows)]
