"""Check a library: its database, codes, descriptors, thumbnails, model and saved searches."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from desktop_app.core.base.errors import LibraryDamagedError, SettingsError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.care.findings import CheckReport, Finding, Problem
from desktop_app.core.care.page_check import PageCheck, PageFaults
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.database.opening import database_fault, library_errors
from desktop_app.core.indexing.missing_thumbnails import (
    contents_without_photo,
    contents_without_thumbnail,
)
from desktop_app.core.jobs.progress import Checking
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.photos.thumbnails import Thumbnails, broken_thumbnails, store_fault

_SAMPLED_PAGES = 8
_SAMPLED_THUMBNAILS = 200
ORPHAN_DESCRIPTORS = (
    "FROM descriptors WHERE NOT EXISTS (SELECT 1 FROM photos WHERE photos.id = photo_id)"
)


def check_library(files: LibraryFiles, *, full: bool) -> Iterator[Checking | CheckReport]:
    """Check a library, which may be in use. Nothing is changed.

    Args:
        files: The library.
        full: Look at the indexes of the database, the codes of all photos and every thumbnail, not
            only at samples.

    Yields:
        Progress; the last value is the CheckReport.

    Raises:
        LibraryTooNewError, LibraryUnwritableError: See Catalogue.
        BundleError: The model that came with the program is damaged, or that in use is refused.
    """
    started = time.monotonic()
    check = _Check(files, full=full)
    yield from check.run()
    seconds = round(time.monotonic() - started, 3)
    yield CheckReport(check.photos, check.findings, full, seconds)


class _Check:
    """Collects what is wrong.

    Attributes:
        photos: Number of photos in the catalogue.
        findings: What was found.
    """

    def __init__(self, files: LibraryFiles, *, full: bool) -> None:
        self._files = files
        self._is_full = full
        self.photos = 0
        self.findings: list[Finding] = []

    def run(self) -> Iterator[Checking]:
        try:
            with Catalogue(self._files) as catalogue:
                yield from self._check(catalogue)
        except LibraryDamagedError as error:
            self._found(Problem.DAMAGED_CATALOGUE, 1, error.detail)
        self._check_searches()

    def _check(self, catalogue: Catalogue) -> Iterator[Checking]:
        catalogue.rows("BEGIN")  # all that follows is read as it is now
        with library_errors(self._files.catalogue):
            fault = database_fault(catalogue.connection, full=self._is_full)
        if fault:
            self._found(Problem.DAMAGED_CATALOGUE, 1, fault)
            return
        self.photos = int(catalogue.rows("SELECT count(*) FROM photos")[0][0])
        if encoder := self._encoder(catalogue):
            yield from self._check_pages(PageCheck(catalogue, encoder))
        orphans = catalogue.rows(f"SELECT count(*) {ORPHAN_DESCRIPTORS}")[0][0]
        self._found(Problem.ORPHAN_DESCRIPTORS, orphans)
        catalogue.rows(
            "COMMIT"
        )  # thumbnails take long, and the log of the database grows meanwhile
        yield from self._check_thumbnails(catalogue)

    def _encoder(self, catalogue: Catalogue) -> Encoder | None:
        """Return the model in use; None if there is none yet, or it is missing."""
        models, model_id = LibraryModels(self._files), catalogue.model_id
        bundle = models.in_use(catalogue)
        is_there = bundle.manifest.model_id == model_id
        self._found(Problem.MISSING_MODEL, int(bool(model_id) and not is_there), model_id)
        return models.open(bundle) if is_there else None

    def _check_pages(self, check: PageCheck) -> Iterator[Checking]:
        pages = check.pages()
        step = 1 if self._is_full else max(1, len(pages) // _SAMPLED_PAGES)
        counts: Counter[Problem] = Counter()
        for done, page in enumerate(pages):
            yield Checking(done, len(pages))
            counts.update(page_problems(check.faults(page, with_codes=done % step == 0)))
        for problem, count in counts.items():
            self._found(problem, count)

    def _check_thumbnails(self, catalogue: Catalogue) -> Iterator[Checking]:
        fault = store_fault(self._files.thumbnails, full=self._is_full)
        if fault:
            self._found(Problem.DAMAGED_THUMBNAIL_FILE, 1, fault)
            return
        with closing(Thumbnails(self._files.thumbnails)) as thumbnails:
            yield from self._count_thumbnails(catalogue, thumbnails)

    def _count_thumbnails(self, catalogue: Catalogue, thumbnails: Thumbnails) -> Iterator[Checking]:
        missing = sum(map(len, contents_without_thumbnail(catalogue, thumbnails)))
        self._found(Problem.MISSING_THUMBNAILS, missing)
        orphans = broken = looked_at = 0
        for contents in thumbnails.contents():
            yield Checking(looked_at, looked_at)
            orphans += len(contents_without_photo(catalogue, contents))
            most = len(contents) if self._is_full else _SAMPLED_THUMBNAILS - looked_at
            broken += len(broken_thumbnails(thumbnails, contents[: max(0, most)]))
            looked_at += len(contents)
        self._found(Problem.BROKEN_THUMBNAILS, broken)
        self._found(Problem.ORPHAN_THUMBNAILS, orphans)

    def _check_searches(self) -> None:
        try:
            load_searches(self._files.searches)
        except SettingsError as error:
            self._found(Problem.UNREADABLE_SEARCHES, 1, error.detail)

    def _found(self, problem: Problem, count: int, detail: str = "") -> None:
        if count:
            self.findings.append(Finding(problem, count, detail))


def page_problems(faults: PageFaults) -> dict[Problem, int]:
    """Count what is wrong with a page."""
    return {
        Problem.DAMAGED_CODE_PAGES: int(faults.is_damaged),
        Problem.MISSING_DESCRIPTORS: len(faults.missing_descriptors),
        Problem.MISSING_CODES: len(faults.missing_codes),
        Problem.WRONG_FLAGS: len(faults.wrong_flags),
        Problem.ORPHAN_CODES: len(faults.orphan_codes),
        Problem.WRONG_CODES: len(faults.wrong_codes),
    }
