"""Turn the examples of a query into one code, opening and encoding each source once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from pathlib import Path

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.region import Region
from desktop_app.core.photos.content_hash import hash_if_of_size
from desktop_app.core.photos.photo_reader import PictureOpener
from desktop_app.core.search.code_index import Query, TextPart
from desktop_app.core.search.photo_search import Found
from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.opened_sources import OpenedSource, SourceReader
from desktop_app.ui.engine.queries import Example, PhotoSource, SearchQuery
from desktop_app.ui.kit.picture_data import to_qimage

_MOST_COMPARED = 12  # results that are compared with the query: 40 ms at most


@dataclass(frozen=True)
class EncodedQuery:
    """A query that is ready to be searched.

    Attributes:
        number: The number of its request.
        query: Its logits.
        size: The width and height of what counts of its picture, in pixels.
        paths: The files of the wanted examples.
        whole: The wanted examples whose whole picture counts.
    """

    number: int
    query: Query
    size: tuple[int, int]
    paths: tuple[Path, ...]
    whole: tuple[OpenedSource, ...]


class QueryEncoder:
    """Keeps what it opened for the last query: the next one often has the same sources."""

    def __init__(self, sources: SourceReader, reader: PictureOpener) -> None:
        self._sources = sources
        self._reader = reader
        self._opened: dict[int, OpenedSource] = {}

    def keep_only(self, query: SearchQuery) -> None:
        """Forget the sources that this query does not have."""
        kept = {id(example.source) for example in query.examples}
        self._opened = {key: opened for key, opened in self._opened.items() if key in kept}

    def open(self, example: Example) -> QueryPicture:
        """Return the picture of an example, decoding it if needed.

        Raises PhotoError, NotIndexedError.
        """
        source = example.source
        opened = self._opened.get(id(source))
        if opened is None:
            opened = self._opened[id(source)] = self._sources.open(source)
        return opened.picture

    def prepare(self, example: Example) -> None:
        """Compute what a search needs of an example that was opened.

        Raises PhotoError, NotIndexedError, WordsError.
        """
        if example.is_text:
            self._sources.look_up(self._opened[id(example.source)])
        else:
            self._encode(example)

    def _encode(self, example: Example) -> Logits:
        """Return the logits float32 [K] of a picture that was opened, computing them if needed."""
        opened = self._opened[id(example.source)]
        if example.region not in opened.logits:
            opened.logits[example.region] = self._sources.encode(opened, example.region)
        return opened.logits[example.region]

    def combine(self, number: int, query: SearchQuery) -> EncodedQuery:
        """Combine the examples of a query, all of which were opened."""
        pictures = [example for example in query.examples if not example.is_text]
        wanted = [example for example in pictures if example.is_wanted]
        unwanted = [example for example in pictures if not example.is_wanted]
        combined = self._sources.query(
            [self._encode(item) for item in wanted],
            [self._encode(item) for item in unwanted],
            [self._text_part(example) for example in query.examples if example.is_text],
        )
        paths = [self._opened[id(item.source)].picture.path for item in wanted]
        whole = [self._opened[id(item.source)] for item in wanted if item.region is None]
        known_paths = tuple(path for path in paths if path is not None)
        size = _size_of(self._opened[id(query.lead.source)].picture, query.lead.region)
        return EncodedQuery(number, combined, size, known_paths, tuple(whole))

    def _text_part(self, example: Example) -> TextPart:
        words = self._sources.look_up(self._opened[id(example.source)])
        return TextPart(words, is_wanted=example.is_wanted)

    def sharpen(self, example: Example, side: int) -> QueryPicture | None:
        """Decode an opened example's picture with more pixels, for display.

        Args:
            example: An example that was opened.
            side: Wanted pixels on the longer side.

        Returns:
            The sharper picture, or None if the known one is as sharp as the file allows.

        Raises:
            PhotoError: The file cannot be read any more.
        """
        opened = self._opened[id(example.source)]
        known = opened.picture
        known_side = max(known.image.width(), known.image.height())
        if known.path is None or known_side >= side:
            return None
        photo = self._reader.open(known.path, 1, side)
        if max(photo.image.size) <= known_side:
            return None
        opened.picture = replace(known, image=to_qimage(photo.image))
        return opened.picture

    def identical(self, encoded: EncodedQuery, found: Iterable[Found]) -> frozenset[bytes]:
        """Return the content hashes of examples that may be among the photos found.

        A file is read only if one of those photos has the same size.
        """
        sizes = {item.photo.size_bytes for item in found}
        hashes = {self._content_hash(opened, sizes) for opened in encoded.whole}
        return frozenset(value for value in hashes if value)

    def same_photos(
        self,
        encoded: EncodedQuery,
        found: Iterable[Found],
        is_outdated: Callable[[], bool] = lambda: False,
    ) -> frozenset[bytes]:
        """Return the content hashes of those of the first results that show an example's photo.

        No more are compared once `is_outdated` is true.
        """
        contents = [item.photo.content_hash for item in islice(found, _MOST_COMPARED)]
        known = (
            self._sources.same_photos(opened, takewhile(lambda _: not is_outdated(), contents))
            for opened in encoded.whole
        )
        return frozenset().union(*known)

    def _content_hash(self, opened: OpenedSource, sizes: set[int]) -> bytes | None:
        """None if there is no file, or it has none of these sizes."""
        if opened.content_hash is None and isinstance(opened.source, PhotoSource):
            row = self._sources.row(opened.source)
            opened.content_hash = row.content_hash if row else None
        if opened.content_hash is None and opened.picture.path is not None:
            opened.content_hash = hash_if_of_size(opened.picture.path, sizes)
        return opened.content_hash


def _size_of(picture: QueryPicture, region: Region | None) -> tuple[int, int]:
    if picture.text:
        return 1, 1
    if region is None:
        return picture.width, picture.height
    left, top, right, bottom = region.box(picture.width, picture.height)
    return right - left, bottom - top
