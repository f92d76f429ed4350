"""Open the sources of examples: a file, picture data, or a photo of the library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import NotIndexedError, PhotoError
from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.colour.srgb import to_srgb
from desktop_app.core.photos.photo_reader import Photo
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import Query, TextPart
from desktop_app.core.search.library_words import LibraryWords
from desktop_app.core.search.same_photos import SamePhotos
from desktop_app.core.words.vocabulary import WordDirection
from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import (
    DataSource,
    FileSource,
    ImageSource,
    PhotoSource,
    Source,
    TextSource,
)
from desktop_app.ui.engine.source_parts import PhotoRows, PictureSearch, ThumbnailStore
from desktop_app.ui.kit.picture_data import read_jpeg, to_pillow, to_qimage

_DATA_SIDE = 2048  # pixels


@dataclass
class OpenedSource:
    """A source that was decoded, with what has been computed from it since.

    Attributes:
        source: Kept here so that `id(source)` stays unique as long as this exists.
        image: RGB in sRGB, to be encoded; None for a photo whose thumbnail is missing or broken.
        picture: The same for display.
        logits: Logits float32 [K] of the regions that were encoded; None is the whole picture.
        content_hash: Hash of the file's bytes; None until it was needed.
        same_photos: Finds the same photo among results; None until it was needed.
        words: Where the photos of a text lie; None for pictures, and until it was needed.
    """

    source: Source
    image: Image.Image | None
    picture: QueryPicture
    logits: dict[Region | None, Logits] = field(default_factory=dict)
    content_hash: bytes | None = None
    same_photos: SamePhotos | None = None
    words: WordDirection | None = None


class SourceReader:
    """Decodes sources and encodes them."""

    def __init__(
        self,
        search: PictureSearch,
        rows: PhotoRows,
        thumbnails: ThumbnailStore,
        reader: BoundedReader,
        words: LibraryWords | None = None,
    ) -> None:
        """`words`: what looks texts up; None where no text is searched for."""
        self._search = search
        self._rows = rows
        self._thumbnails = thumbnails
        self._reader = reader
        self._words = words

    def open(self, source: Source) -> OpenedSource:
        """Decode a source, at the size of a thumbnail or a little more.

        Raises:
            PhotoError: A file cannot be read.
            NotIndexedError: The photo has left the library.
            ReadingCancelledError: A newer request has superseded this one.
        """
        match source:
            case FileSource(path=path):
                return self._open_file(source, path)
            case ImageSource(image=shown):
                picture = QueryPicture(shown, None, shown.width(), shown.height())
                return OpenedSource(source, to_srgb(to_pillow(shown)), picture)
            case DataSource(content=content, name=name):
                photo = self._reader.open_data(content, name, 0, _DATA_SIDE)
                return _opened(source, photo, None)
            case TextSource(text=text):
                return OpenedSource(source, None, QueryPicture(QImage(), None, 0, 0, text))
            case PhotoSource():
                row = self.row(source)
                if row is None and source.path is not None:
                    return self._open_file(source, source.path)
                return self._open_photo(source, row)
        assert_never(source)

    def encode(self, opened: OpenedSource, region: Region | None) -> Logits:
        """Encode an opened source or a region of it: float32 [K].

        Raises PhotoError, NotIndexedError, ReadingCancelledError.
        """
        source, path = opened.source, opened.picture.path
        if region is not None and path is not None:
            return self._encode_region(opened, path, region)
        if isinstance(source, PhotoSource) and self.row(source) is not None:
            return self._search.logits_of_photo(source.photo_id)
        return self._encode_image(opened, region)

    def look_up(self, opened: OpenedSource) -> WordDirection:
        """Return where the photos of an opened text lie. Raises WordsError."""
        if opened.words is None:
            assert self._words is not None
            opened.words = self._words.look_up(opened.picture.text)
        return opened.words

    def query(self, wanted: list[Logits], unwanted: list[Logits], texts: list[TextPart]) -> Query:
        """Combine pictures, as logits float32 [K], and texts into one query."""
        return self._search.query(wanted, unwanted, texts)

    def same_photos(self, opened: OpenedSource, contents: Iterable[bytes]) -> frozenset[bytes]:
        """Return those of some content hashes whose photos show the same photo as a source."""
        if opened.image is None:
            return frozenset()
        if opened.same_photos is None:
            opened.same_photos = SamePhotos(opened.image, self._thumbnails.get)
        return opened.same_photos.among(contents)

    def row(self, source: PhotoSource) -> PhotoRow | None:
        """Return the photo, also if its file was moved; None if the id is now another photo's."""
        rows = self._rows.photos([source.photo_id])
        row = rows[0] if rows else None
        if row is None or source.path is None or row.path == source.path:
            return row
        has_moved = row.path.name == source.path.name and not source.path.exists()
        return row if has_moved else None

    def _open_file(self, source: Source, path: Path) -> OpenedSource:
        return _opened(source, self._search.open(path), path.resolve())

    def _open_photo(self, source: PhotoSource, row: PhotoRow | None) -> OpenedSource:
        if row is None:
            raise NotIndexedError(Path(str(source.photo_id)))
        image = read_jpeg(self._thumbnails.get(row.content_hash))
        picture = QueryPicture(to_qimage(image), row.path, row.width, row.height)
        return OpenedSource(source, image, picture)

    def _encode_region(self, opened: OpenedSource, path: Path, region: Region) -> Logits:
        try:
            return self._search.logits_of_file(path, region)
        except PhotoError:
            if opened.image is None:
                raise
            # The file is on a disconnected disk: encode the region of the thumbnail instead.
            return self._encode_image(opened, region)

    def _encode_image(self, opened: OpenedSource, region: Region | None) -> Logits:
        image = opened.image
        if image is None:
            raise NotIndexedError(opened.picture.path or Path())
        part = region.cut_from(image) if region else image
        return self._search.logits_of_image(part, opened.picture.path)


def _opened(source: Source, photo: Photo, path: Path | None) -> OpenedSource:
    picture = QueryPicture(to_qimage(photo.image), path, photo.width, photo.height)
    return OpenedSource(source, photo.image, picture)
