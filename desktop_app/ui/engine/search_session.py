"""A library that is open for searching.

Lives in the search thread, which alone imports it: it loads the networks' runtime and the codes of
all photos.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.base.paths import text_model
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.exclusions import read_exclusions
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import (
    Failure,
    library_status,
    list_failures,
    root_counts,
)
from desktop_app.core.duplicates.known_copies import KnownCopies
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import Limits
from desktop_app.core.search.code_lens import flipped
from desktop_app.core.search.hidden_copies import hide_copies
from desktop_app.core.search.library_words import LibraryWords
from desktop_app.core.search.outliers import NEIGHBOURS, find_outliers
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.core.search.stacked_results import fold_results
from desktop_app.core.words.words import Words
from desktop_app.ui.engine.answers import FoundOutliers, LibraryState, SearchResults
from desktop_app.ui.engine.lens_session import LensSession
from desktop_app.ui.engine.opened_sources import SourceReader
from desktop_app.ui.engine.previews import Previews
from desktop_app.ui.engine.queries import OutlierRequest, SearchRequest
from desktop_app.ui.engine.query_encoder import EncodedQuery, QueryEncoder
from desktop_app.ui.engine.result_order import (
    MAX_FOUND,
    MAX_UNRELATED,
    count_related,
    same_photos_first,
)
from desktop_app.ui.engine.seen_code import CodeViewer
from desktop_app.ui.grid.likeness import DistanceScale

_MAX_OUTLIERS = 200
_MIN_OUTLIERS = 10


class SearchSession:
    """The catalogue, the model in use and the codes, opened together.

    Attributes:
        queries: Opens and encodes examples.
        lens: Looks into codes.
        codes: Looks at the codes of single photos.
    """

    def __init__(
        self, library: Path, shipped: Path, is_superseded: Callable[[], bool] = lambda: False
    ) -> None:
        """Open a library.

        Args:
            library: Its folder.
            shipped: The model bundle for a library that has no model of its own in use.
            is_superseded: Asked in another thread: True ends the decoding of a picture.

        Raises:
            BundleError: The model cannot be loaded.
            AppError: The library cannot be opened.
        """
        files = LibraryFiles(library)
        self._catalogue = Catalogue(files)
        self._models = LibraryModels(files, shipped)
        encoder = self._models.open(self._models.in_use(self._catalogue))
        self._model_id = encoder.model_id
        manifest = encoder.bundle.manifest
        self._scale = DistanceScale(manifest.similar_distance)
        self._duplicate_distance = manifest.same_distance
        self._copies = KnownCopies(files.duplicates)
        self._thumbnails = Thumbnails(files.thumbnails)
        self._reader = BoundedReader(is_cancelled=is_superseded)
        self._reader.start()
        self._search = PhotoSearch(self._catalogue, encoder, self._reader)
        known = Words(text_model(), manifest.descriptor_id)
        words = LibraryWords(known, self._catalogue, self._search.codes)
        sources = SourceReader(self._search, self._catalogue, self._thumbnails, self._reader, words)
        self.queries = QueryEncoder(sources, self._reader)
        previews = Previews(encoder)
        self.lens = LensSession(self._search, self._catalogue, previews)
        self.codes = CodeViewer(self._search, self._catalogue, previews)
        self._is_warm = False

    def close(self) -> None:
        self._reader.close()
        self._thumbnails.close()
        self._catalogue.close()

    def interrupt(self) -> None:
        """End the running query. Any thread may call it."""
        self._catalogue.interrupt()

    @property
    def is_outdated(self) -> bool:
        """True if the library's model in use has changed since it was opened, or all of it."""
        if self._catalogue.is_replaced:
            return True
        if self._catalogue.model_id in ("", self._model_id):
            return False
        return self._models.in_use(self._catalogue).manifest.model_id != self._model_id

    def refresh(self) -> bool:
        """Load what was indexed since the last call; return True if anything changed.

        Raises:
            ModelMismatchError: The library's codes are of another model.
        """
        has_changed = self._search.refresh()
        if not self._is_warm:
            self._is_warm = True
            self._search.warm_up()
        return has_changed

    def state(self) -> LibraryState:
        catalogue = self._catalogue
        return LibraryState(
            catalogue.roots(),
            library_status(catalogue),
            root_counts(catalogue),
            read_exclusions(catalogue),
            catalogue.files.is_read_only,
        )

    def failures(self) -> list[Failure]:
        """Return the photos that could not be indexed."""
        return list_failures(self._catalogue)

    def search(self, request: SearchRequest, encoded: EncodedQuery) -> SearchResults:
        """Find the photos for a request whose query was encoded."""
        query = flipped(encoded.query, request.flips)
        limits = self._limits(request, encoded)
        result = self._search.search(query, MAX_FOUND, request.photo_filter, limits)
        found = result.found
        if request.limits.hides_duplicates:
            self._copies.refresh()
            found = hide_copies(found, self._copies.of)
        same_photos = self.queries.same_photos(encoded, found)
        found = same_photos_first(found, same_photos)
        found = fold_results(self._catalogue, found, request.folding)
        related = count_related(found, same_photos)
        by_words = bool(query.texts) and not query.pictures
        return SearchResults(
            request.number,
            found[: related + (0 if by_words else MAX_UNRELATED)],
            related,
            result.searched,
            self._scale,
            tuple(result.histogram.tolist()),
            result.related_distance,
            is_filtered=not request.photo_filter.is_empty,
            is_limited=not request.limits.admit_all,
            identical=self.queries.identical(encoded, found),
            same_photos=same_photos,
            by_words=by_words,
        )

    def answers(self, request: SearchRequest, encoded: EncodedQuery) -> Iterator[SearchResults]:
        """Yield the results at once."""
        yield self.search(request, encoded)

    def outliers(self, request: OutlierRequest) -> Iterator[FoundOutliers]:
        """Yield the most unusual photos so far, while the photos are scanned.

        At most a tenth of the photos that pass the filter: most photos are not unusual.
        """
        index = self._search.index_for(request.photo_filter)
        count = min(_MAX_OUTLIERS, max(_MIN_OUTLIERS, len(index) // 10))
        for found in find_outliers(index.ids, index.codes, count):
            distances = {item.photo_id: item.distance for item in found.rarest}
            rows = self._catalogue.photos(list(distances))
            yield FoundOutliers(
                number=request.number,
                found=[(row, distances[row.id]) for row in rows],
                done=found.done,
                total=found.total,
                neighbours=NEIGHBOURS,
                code_bits=index.codes.shape[1] * 8,
            )

    def _limits(self, request: SearchRequest, encoded: EncodedQuery) -> Limits:
        limits = request.limits
        return Limits(
            limits.min_distance,
            limits.max_distance,
            self._search.beside(encoded.paths) if limits.hides_own_folder else None,
            self._duplicate_distance if limits.hides_duplicates else None,
        )
