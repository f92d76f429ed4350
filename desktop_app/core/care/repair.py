"""Mend what can be mended of a library from what is there."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from desktop_app.core.base.errors import LibraryDamagedError
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.backups import backups_of
from desktop_app.core.care.checkup import ORPHAN_DESCRIPTORS, page_problems
from desktop_app.core.care.findings import Problem
from desktop_app.core.care.page_check import PageCheck
from desktop_app.core.care.page_repair import PageRepair
from desktop_app.core.care.restore import (
    Restored,
    add_missing_models,
    can_be_loaded,
    recover,
    recover_if_damaged,
    restore_searches,
)
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.cache_database import delete_cache
from desktop_app.core.database.opening import database_fault, library_errors, transaction
from desktop_app.core.indexing.indexer import index_changes
from desktop_app.core.indexing.missing_thumbnails import (
    contents_without_photo,
    reread_without_thumbnail,
)
from desktop_app.core.jobs.progress import BackedUp, BackingUp, Checking, IndexEvent
from desktop_app.core.models.library_models import LibraryModels, encoder_in_use
from desktop_app.core.photos.thumbnails import Thumbnails, broken_thumbnails, store_fault


@dataclass(frozen=True)
class Repaired:
    """What a repair has done.

    Attributes:
        mended: How many places of each problem are mended.
        recovered: The backup that took the place of a damaged catalogue; None: it was not damaged.
        backup: Name of the backup that was made before anything was changed.
    """

    mended: dict[Problem, int]
    recovered: Restored | None
    backup: str


def repair(
    library: LibraryFiles, threads: int = 0
) -> Generator[Checking | BackingUp | IndexEvent | Repaired]:
    """Mend a library. What was mended is safe whenever this is cancelled or killed.

    A damaged index of the catalogue is written anew; any other damage of it is recovered from a
    backup. Then a backup is made. Codes are computed from descriptors; photos without a descriptor
    or a thumbnail are read again, where they can be read now. Nothing else is scanned.

    Yields progress; the last value is what was done.

    Raises:
        LibraryDamagedError: The catalogue is damaged, and there is no backup.
        LibraryBusyError, LibraryReadOnlyError, LibraryUnwritableError: It cannot be changed.
        BundleError: The model that came with the program is damaged, or that in use is refused.
    """
    work = _Repair(library)
    recovered = recover_if_damaged(library) or work.mend_catalogue()
    backup = ""
    for event in back_up(library):
        if isinstance(event, BackedUp):
            backup = event.folder.name
        else:
            yield event
    with library.writing():
        yield from work.mend()
    yield from index_changes(library, encoder_in_use(library), [], threads)
    yield Repaired(dict(work.mended), recovered, backup)


class _Repair:
    """Mends one thing after the other, and counts.

    Attributes:
        mended: How many places of each problem.
    """

    def __init__(self, library: LibraryFiles) -> None:
        self._library = library
        self.mended: Counter[Problem] = Counter()

    def mend_catalogue(self) -> Restored | None:
        """Write damaged indexes anew, or else recover the catalogue from a backup."""
        if fault := self._catalogue_fault(full=False):
            return recover(self._library, LibraryDamagedError(self._library.folder, fault))
        if self._catalogue_fault(full=True):  # indexes only: the tables are sound
            with self._library.writing(), self._connected() as connection:
                connection.execute("REINDEX")
            self.mended[Problem.DAMAGED_CATALOGUE] += 1
        return None

    def mend(self) -> Iterator[Checking]:
        """Mend all but the catalogue's file, as the holder of the library's lock."""
        self._mend_searches()
        with Catalogue(self._library) as catalogue:
            self._mend_model(catalogue)
            models = LibraryModels(self._library)
            encoder = models.open(models.in_use(catalogue))
            writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
            if encoder.model_id == catalogue.model_id:
                yield from self._mend_pages(catalogue, writer, PageCheck(catalogue, encoder))
            self._drop_orphan_descriptors(catalogue)
            yield from self._mend_thumbnails(catalogue, writer)

    def _catalogue_fault(self, *, full: bool) -> str:
        try:
            with self._connected() as connection:
                return database_fault(connection, full=full)
        except LibraryDamagedError as error:
            return error.detail

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with Catalogue(self._library) as catalogue, library_errors(self._library.catalogue):
            yield catalogue.connection

    def _mend_searches(self) -> None:
        if not can_be_loaded(self._library.searches):
            restore_searches(self._library)
            self.mended[Problem.UNREADABLE_SEARCHES] += 1

    def _mend_model(self, catalogue: Catalogue) -> None:
        """Copy the model in use from a backup. Without one, the next index uses another model."""
        if self._lacks_model(catalogue):
            for backup in backups_of(self._library):
                add_missing_models(self._library, backup)
            self.mended[Problem.MISSING_MODEL] += not self._lacks_model(catalogue)

    def _lacks_model(self, catalogue: Catalogue) -> bool:
        bundle = LibraryModels(self._library).in_use(catalogue)
        return catalogue.model_id not in ("", bundle.manifest.model_id)

    def _mend_pages(
        self, catalogue: Catalogue, writer: CatalogueWriter, check: PageCheck
    ) -> Iterator[Checking]:
        pages, work = check.pages(), PageRepair(catalogue, writer, check)
        for done, page in enumerate(pages):
            yield Checking(done, len(pages))
            faults = check.faults(page, with_codes=True)
            if faults.needs_rebuilding:
                work.mend(faults)
            counts = Counter(page_problems(faults))
            counts[Problem.MISSING_DESCRIPTORS] = work.reread(faults.missing_descriptors)
            self.mended.update(counts)

    def _drop_orphan_descriptors(self, catalogue: Catalogue) -> None:
        with library_errors(self._library.catalogue), transaction(catalogue.connection):
            dropped = catalogue.connection.execute(f"DELETE {ORPHAN_DESCRIPTORS}").rowcount
        self.mended[Problem.ORPHAN_DESCRIPTORS] += dropped

    def _mend_thumbnails(self, catalogue: Catalogue, writer: CatalogueWriter) -> Iterator[Checking]:
        if store_fault(self._library.thumbnails, full=True):
            delete_cache(self._library.thumbnails)
            self.mended[Problem.DAMAGED_THUMBNAIL_FILE] += 1
        with closing(Thumbnails(self._library.thumbnails)) as thumbnails:
            for contents in thumbnails.contents():
                yield Checking(0, 0)
                self._drop_useless(catalogue, thumbnails, contents)
        for count in reread_without_thumbnail(catalogue, writer):
            yield Checking(0, 0)
            self.mended[Problem.MISSING_THUMBNAILS] += count

    def _drop_useless(
        self, catalogue: Catalogue, thumbnails: Thumbnails, contents: list[bytes]
    ) -> None:
        orphans, broken = (
            contents_without_photo(catalogue, contents),
            broken_thumbnails(thumbnails, contents),
        )
        thumbnails.drop(orphans + broken)
        self.mended[Problem.ORPHAN_THUMBNAILS] += len(orphans)
        self.mended[Problem.BROKEN_THUMBNAILS] += len(broken)
