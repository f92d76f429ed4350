"""An archive that is open for searching. Lives in the search thread, which alone imports it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from desktop_app.core.archive.archive_model import encoder_of_archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.photo_search import ArchivePhotoSearch
from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.core.catalogue.library_status import Failure, LibraryStatus
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import IndexResult, Limits, Match
from desktop_app.core.search.code_lens import flipped
from desktop_app.core.search.photo_search import Found
from desktop_app.ui.archive.archive_reader import ArchiveReader, OpenedArchive
from desktop_app.ui.engine.answers import FoundOutliers, LibraryState, SearchResults
from desktop_app.ui.engine.lens_session import LensSession
from desktop_app.ui.engine.opened_sources import SourceReader
from desktop_app.ui.engine.previews import Previews
from desktop_app.ui.engine.queries import OutlierRequest, ResultLimits, SearchRequest
from desktop_app.ui.engine.query_encoder import EncodedQuery, QueryEncoder
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.result_order import (
    MAX_FOUND,
    MAX_UNRELATED,
    count_related,
    same_photos_first,
)
from desktop_app.ui.engine.seen_code import CodeViewer
from desktop_app.ui.grid.likeness import DistanceScale

# The results lie in as many shards: those of about one row are shown before the others are read.
_STEPS = (8, 48, 160, MAX_FOUND)
_READ_AT_ONCE = 4  # the grid of all photos waits for as many, and so does the next search


class ArchiveSession:
    """An archive, its model and its codes; the counterpart of SearchSession.

    Attributes:
        queries: Opens and encodes examples.
        lens: Looks into codes.
        codes: Looks at the codes of single photos.
        is_outdated: An archive is opened once.
    """

    is_outdated = False

    def __init__(
        self,
        reader: ArchiveReader,
        shipped: Path,
        libraries: Iterable[Path],
        complain: Callable[[AppError], None],
        counter: RequestCounter,
    ) -> None:
        """Open an archive.

        Args:
            reader: Opens it.
            shipped: The model bundle that came with the program.
            libraries: Whose models are tried after that one.
            complain: Called for each shard with results that cannot be read.
            counter: Tells whether the query that runs is superseded, or wanted otherwise.

        Raises:
            ArchiveError: It cannot be read, or its model is not known here.
            BundleError: The model cannot be loaded.
        """
        opened = reader.opened()
        encoder = _encoder(opened, shipped, libraries)
        manifest = encoder.bundle.manifest
        self._rows = opened.rows
        self._passing = opened.passing
        self._is_outdated = counter.is_outdated
        self._complain = complain
        self._scale = DistanceScale(manifest.similar_distance)
        self._duplicate_distance = manifest.same_distance
        self._reader = BoundedReader(is_cancelled=counter.is_superseded)
        self._reader.start()
        self._search = ArchivePhotoSearch(opened.codes, opened.rows, encoder, self._reader)
        sources = SourceReader(self._search, opened.rows, reader.places, self._reader)
        self.queries = QueryEncoder(sources, self._reader)
        previews = Previews(encoder)
        self.lens = LensSession(self._search, opened.rows, previews)
        self.codes = CodeViewer(self._search, opened.rows, previews)

    def close(self) -> None:
        self._reader.close()

    def interrupt(self) -> None:
        """A search ends by itself soon."""

    def refresh(self) -> bool:
        """An archive does not change while it is open."""
        return False

    def state(self) -> LibraryState:
        count = len(self._search.codes)
        status = LibraryStatus(count, count, 0, 0, 0, 0, "", 0)
        return LibraryState([], status, {}, Exclusions(), is_read_only=True)

    def failures(self) -> list[Failure]:
        """Photos that could not be read have no code, and are not shown."""
        return []

    def outliers(self, request: OutlierRequest) -> Iterator[FoundOutliers]:
        """Comparing each photo with all others takes too long."""
        del request
        return iter(())

    def answers(self, request: SearchRequest, encoded: EncodedQuery) -> Iterator[SearchResults]:
        """Yield the nearest photos, then which of them are the same photo, which takes longer than
        the search, and then more of them, until the request is outdated.
        """
        limits = request.limits
        among = self._passing.places(request.photo_filter)
        query = flipped(encoded.query, request.flips)
        result = self._search.codes.search(query, MAX_FOUND, self._limits(limits), among)
        wanted = _shown(result.matches)
        hidden = {path.parent for path in encoded.paths} if limits.hides_own_folder else set[Path]()
        found: list[Found] = []
        for start, end in zip((0, *_STEPS), _STEPS, strict=False):
            if start and start >= len(wanted):
                return
            found += [each for each in self._found(wanted[start:end])
                      if each.photo.path.parent not in hidden]  # fmt: skip
            if self._is_outdated():
                return
            if not start:
                yield self._results(request, encoded, result, found, frozenset())
            same_photos = self.queries.same_photos(encoded, found, self._is_outdated)
            if self._is_outdated():
                return
            if start or same_photos:
                yield self._results(request, encoded, result, found, same_photos)

    def _results(
        self,
        request: SearchRequest,
        encoded: EncodedQuery,
        result: IndexResult,
        found: list[Found],
        same_photos: frozenset[bytes],
    ) -> SearchResults:
        ordered = same_photos_first(found, same_photos)
        return SearchResults(
            request.number,
            ordered,
            count_related(ordered, same_photos),
            result.searched,
            self._scale,
            tuple(result.histogram.tolist()),
            result.related_distance,
            is_filtered=not request.photo_filter.is_empty,
            is_limited=not request.limits.admit_all,
            identical=self.queries.identical(encoded, ordered),
            same_photos=same_photos,
        )

    def _limits(self, limits: ResultLimits) -> Limits:
        duplicates = self._duplicate_distance if limits.hides_duplicates else None
        return Limits(limits.min_distance, limits.max_distance, duplicate_distance=duplicates)

    def _found(self, matches: list[Match]) -> list[Found]:
        """Read photos, until the request is outdated; those in shards that cannot be read are
        left out, and reported.
        """
        found: list[Found] = []
        for start in range(0, len(matches), _READ_AT_ONCE):
            if not self._is_outdated():
                by_id = {match.photo_id: match for match in matches[start : start + _READ_AT_ONCE]}
                rows = self._rows.photos([*by_id], self._complain)
                found += [Found(row, by_id[row.id]) for row in rows]
        return found


def _encoder(opened: OpenedArchive, shipped: Path, libraries: Iterable[Path]) -> Encoder:
    """Load the model that the archive is searched with. Raises ArchiveError, BundleError."""
    model_id = opened.codes.header.model_id
    encoder = encoder_of_archive(opened.archive, model_id, shipped, libraries)
    if encoder is None:
        raise ArchiveError(opened.archive.files.folder, ArchiveProblem.OTHER_MODEL, model_id)
    return encoder


def _shown(matches: list[Match]) -> list[Match]:
    related = sum(match.related for match in matches)
    return matches[: related + MAX_UNRELATED]
