"""Search an open library: pictures in, photos out."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import BundleError, ModelMismatchError, NotIndexedError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow, data_version
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter, ids_in, matching_ids
from desktop_app.core.photos.photo_reader import PictureOpener
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from desktop_app.core.search.code_index import (
    UNLIMITED,
    CodeIndex,
    Limits,
    Match,
    Query,
)
from desktop_app.core.search.picture_encoder import PictureEncoder
from desktop_app.core.search.text_ranking import SHORTLIST, TextRanking
from desktop_app.core.stacks.folding import StackMark


@dataclass(frozen=True)
class Found:
    """A photo of the library and how it matches the query.

    Attributes:
        stack: What the results say of its stack; None if it is in none, or none were looked for.
    """

    photo: PhotoRow
    match: Match
    stack: StackMark | None = None


@dataclass(frozen=True)
class SearchResult:
    """The answer of one search.

    Attributes:
        found: The photos that the filter and the limits admit, nearest first.
        histogram: int64 [K + 1], the number of filtered photos at each Hamming distance; limits do
            not apply.
        related_distance: Largest distance of a related photo that passes the filter, in bits; None
            if no photo is related. Limits do not apply.
        searched: Number of photos that pass the filter.
    """

    found: list[Found]
    histogram: NDArray[np.int64]
    related_distance: int | None
    searched: int


class PhotoSearch(PictureEncoder):
    """One library, opened for searching. Not thread-safe.

    Attributes:
        codes: The codes of the whole library.
    """

    def __init__(self, catalogue: Catalogue, encoder: Encoder, reader: PictureOpener) -> None:
        super().__init__(encoder, reader)
        self._catalogue = catalogue
        self.codes = CodeIndex(encoder.bundle.manifest)
        self._filtered: tuple[tuple[PhotoFilter, int], CodeIndex] | None = None
        self._texts = TextRanking(catalogue)

    def refresh(self) -> bool:
        """Load what was indexed since the last call; return True if anything changed.

        Raises:
            ModelMismatchError: The library's codes are of another model.
        """
        self._check_model()
        has_changed = self.codes.refresh(self._catalogue)
        if has_changed:
            self._filtered = None
            self._texts.forget()
        return has_changed

    def warm_up(self) -> None:
        """Run one search of a blank picture: the first search takes twice as long as the others."""
        with suppress(BundleError):  # of a model that fails for a blank picture
            logits = self.logits_of_image(Image.new("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE)))
            self.codes.nearest(Query(logits), 1)

    def search(
        self,
        query: Query,
        top: int,
        photo_filter: PhotoFilter = EVERYTHING,
        limits: Limits = UNLIMITED,
    ) -> SearchResult:
        """Find the nearest photos, and how far all photos are.

        Args:
            query: What to look for.
            top: Largest number of photos to return.
            photo_filter: Only photos that pass it take part.
            limits: Which of those may be returned.
        """
        index = self.index_for(photo_filter)
        count = max(top, SHORTLIST) if query.texts else top
        result = index.search(query, count, limits)
        if query.texts:
            result = self._texts.rank(query, result, self.codes, top)
        found = self._with_rows(result.matches)
        return SearchResult(found, result.histogram, result.related_distance, result.searched)

    def index_for(self, photo_filter: PhotoFilter) -> CodeIndex:
        """Return the codes of the photos that pass a filter; cached until the library changes."""
        if photo_filter.is_empty:
            return self.codes
        key = photo_filter, data_version(self._catalogue)
        if self._filtered is None or self._filtered[0] != key:
            ids = matching_ids(self._catalogue, photo_filter)
            self._filtered = key, self.codes.among(ids)
        return self._filtered[1]

    def _check_model(self) -> None:
        """Raises ModelMismatchError."""
        library_model, own_model = self._catalogue.model_id, self._encoder.model_id
        if library_model not in ("", own_model):
            raise ModelMismatchError(self._catalogue.files.folder, library_model, own_model)

    def logits_of_photo(self, photo_id: int) -> Logits:
        """Encode an indexed photo from its stored descriptor, without its file: float32 [K].

        Raises NotIndexedError.
        """
        if self.codes.code(photo_id) is None:
            raise NotIndexedError(Path(str(photo_id)))
        descriptors = self._catalogue.descriptors([photo_id])
        logits: Logits = self._encoder.hash_descriptors(descriptors)[0]
        return logits

    def beside(self, paths: Iterable[Path]) -> Ids:
        """Return the ids of the photos in the same folders as these files: int64 [M], ascending."""
        folders = {path.parent for path in paths}
        found = [ids_in(self._catalogue, folder) for folder in folders]
        return np.unique(np.concatenate([np.empty(0, np.int64), *found]))

    def _with_rows(self, matches: list[Match]) -> list[Found]:
        by_id = {match.photo_id: match for match in matches}
        return [Found(photo, by_id[photo.id]) for photo in self._catalogue.photos(list(by_id))]
