"""Which photos of an open archive pass a filter, and what there is to filter by."""

from __future__ import annotations

from threading import Lock

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.code_file import CodeFile, open_facts, passing_photos
from desktop_app.core.archive.errors import ArchiveProblem, reading_error
from desktop_app.core.archive_facts.fact_counts import count_fact_facets
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.catalogue.facets import Facets
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter


class PassingPhotos:
    """Remembers the last filter: browsing and searching ask for the same. Threads share it."""

    def __init__(self, archive: Archive, codes: CodeFile) -> None:
        self._archive = archive
        self._codes = codes
        self._rows = len(codes.codes)
        self._everything = RowPlaces(self._rows, codes.remaining)
        self._last = (EVERYTHING, self._everything)
        self._facts: Facts | None = None
        self._facets: Facets | None = None
        self._lock = Lock()

    def places(self, wanted: PhotoFilter) -> RowPlaces:
        """Return the rows of the photos that pass. Raises ArchiveError."""
        if wanted.is_empty:
            return self._everything
        with self._lock:
            if self._last[0] != wanted:
                passing = passing_photos(self._archive, wanted, self._opened_facts())
                self._last = wanted, RowPlaces(self._rows, passing)
            return self._last[1]

    def facets(self) -> Facets:
        """Count once; of 30 million photos it takes seconds. Raises ArchiveError."""
        if self._facets is None:
            with self._lock:
                facts = self._opened_facts()
            try:
                self._facets = count_fact_facets(facts)
            except BAD_DATA as error:
                folder = self._archive.files.folder
                raise reading_error(folder, error, ArchiveProblem.NO_CODES) from error
        return self._facets

    def _opened_facts(self) -> Facts:
        if self._facts is None:
            self._facts = open_facts(self._archive, self._codes)
        return self._facts
