"""A library that is open for searching. Lives in the search thread, which alone imports it: it
brings the networks' runtime and the codes of all photos into memory.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import assert_never

from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.core.catalogue import Catalogue, Failure
from desktop_app.core.codes import Logits
from desktop_app.core.colour import to_srgb
from desktop_app.core.encoder import Encoder
from desktop_app.core.errors import NotIndexedError
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.model_bundle import read_bundle
from desktop_app.core.photo_filter import PhotoFilter
from desktop_app.core.photo_search import PhotoSearch
from desktop_app.core.photos import PhotoReader
from desktop_app.core.search import Query
from desktop_app.core.thumbnails import Thumbnails
from desktop_app.ui.lens_session import LensSession
from desktop_app.ui.likeness import DistanceScale
from desktop_app.ui.picture_data import to_pillow, to_qimage
from desktop_app.ui.queries import (
    FileSource,
    ImageSource,
    LibraryState,
    PhotoSource,
    QueryPicture,
    QueryRequest,
    Results,
)

_MOST_FOUND = 500
_MOST_UNRELATED = 100


class SearchSession:
    """Pictures in, photos out."""

    def __init__(self, library: Path, bundle: Path) -> None:
        """Raises BundleError and the errors of a library that cannot be opened."""
        encoder = Encoder(read_bundle(bundle))
        manifest = encoder.bundle.manifest
        self._reader = PhotoReader()
        self._scale = DistanceScale(
            manifest.code_bits, manifest.same_distance, manifest.similar_distance
        )
        files = LibraryFiles(library)
        self._catalogue = Catalogue(files)
        self._thumbnails = Thumbnails(files.thumbnails)
        self._search = PhotoSearch(self._catalogue, encoder, self._reader)
        self.lens = LensSession(self._search, self._catalogue, encoder)
        self._is_narrowed = False
        # A network's first run is slow: let it not be the user's first picture.
        self._search.logits_of_image(Image.new("RGB", (8, 8)))

    def close(self) -> None:
        self._thumbnails.close()
        self._catalogue.close()

    def refresh(self) -> bool:
        """Take over what was indexed meanwhile; True where that was something.

        Raises ModelMismatchError.
        """
        return self._search.refresh()

    def narrow(self, chosen: PhotoFilter) -> None:
        """Find only photos that pass, from now on."""
        self._is_narrowed = not chosen.is_empty
        self._search.narrow(chosen)

    def state(self) -> LibraryState:
        catalogue = self._catalogue
        return LibraryState(catalogue.roots(), catalogue.status(), catalogue.root_counts())

    def failures(self) -> list[Failure]:
        return self._catalogue.failures()

    def open(self, request: QueryRequest) -> QueryPicture:
        """Decode the query's picture. Raises PhotoError, NotIndexedError."""
        match request.source:
            case FileSource(path=path):
                photo = self._search.open(path)
                image = to_qimage(photo.image)
                place = path.resolve()
                return QueryPicture(request.number, image, place, photo.width, photo.height)
            case ImageSource(image=image):
                return QueryPicture(request.number, image, None, image.width(), image.height())
            case PhotoSource(photo_id=photo_id):
                return self._open_photo(request.number, photo_id)
        assert_never(request.source)

    def query(self, request: QueryRequest, picture: QueryPicture) -> Query:
        """The code of a query that was opened. Raises NotIndexedError."""
        return Query(self._logits(request, picture))

    def nearest(self, number: int, query: Query) -> Results:
        found = self._search.nearest(query, _MOST_FOUND)
        related = sum(item.match.related for item in found)
        shown = found[: related + _MOST_UNRELATED]
        searched = len(self._search.searched)
        return Results(number, shown, related, searched, self._scale, is_narrowed=self._is_narrowed)

    def sharper(self, picture: QueryPicture, side: int) -> QueryPicture:
        """The same picture with at least `side` pixels, where its file has them."""
        if picture.path is None or max(picture.image.width(), picture.image.height()) >= side:
            return picture
        photo = self._reader.open(picture.path, 1, side)
        return replace(picture, image=to_qimage(photo.image))

    def _logits(self, request: QueryRequest, picture: QueryPicture) -> Logits:
        if isinstance(request.source, PhotoSource):
            return self._search.logits_of_photo(request.source.photo_id)
        return self._search.logits_of_image(to_srgb(to_pillow(picture.image)))

    def _open_photo(self, number: int, photo_id: int) -> QueryPicture:
        rows = self._catalogue.photos([photo_id])
        if not rows:
            raise NotIndexedError(Path(str(photo_id)))
        row = rows[0]
        jpeg = self._thumbnails.get(row.content_hash)
        image = QImage.fromData(jpeg) if jpeg else QImage()
        return QueryPicture(number, image, row.path, row.width, row.height)
