"""A library that is open for searching. Lives in the search thread, which alone imports it: it
brings the networks' runtime and the codes of all photos into memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import assert_never

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import NotIndexedError, PhotoError
from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, Failure, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.photos.colour import to_srgb
from desktop_app.core.photos.content_hash import content_hash_of
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.search.code_index import Limits, Query, combine
from desktop_app.core.search.photo_search import Found, PhotoSearch
from desktop_app.ui.engine.lens_session import LensSession
from desktop_app.ui.engine.queries import (
    Example,
    FileSource,
    ImageSource,
    LibraryState,
    PhotoSource,
    QueryPicture,
    Question,
    ResultChoice,
    Results,
    Source,
    Survey,
)
from desktop_app.ui.kit.likeness import DistanceScale
from desktop_app.ui.photos.picture_data import decode_jpeg, to_pillow, to_qimage

_MOST_FOUND = 500
_MOST_UNRELATED = 100


@dataclass
class _Known:
    """Of a source, and of its parts (None: the whole); holding the source keeps its id its own."""

    source: Source
    picture: QueryPicture
    logits: dict[Region | None, Logits] = field(default_factory=dict)
    content_hash: bytes | None = None


class SearchSession:
    """Pictures in, photos out."""

    def __init__(self, library: Path, shipped: Path) -> None:
        """`shipped`: the bundle for a library that has no model of its own in use.

        Raises BundleError and the errors of a library that cannot be opened.
        """
        files = LibraryFiles(library)
        self._catalogue = Catalogue(files)
        self._models = LibraryModels(files, shipped)
        encoder = Encoder(self._models.in_use(self._catalogue))
        self._model_id = encoder.model_id
        manifest = encoder.bundle.manifest
        self._reader = PhotoReader()
        self._scale = DistanceScale(
            manifest.code_bits, manifest.same_distance, manifest.similar_distance
        )
        self._thumbnails = Thumbnails(files.thumbnails)
        self._search = PhotoSearch(self._catalogue, encoder, self._reader)
        self.lens = LensSession(self._search, self._catalogue, encoder)
        self._is_narrowed = False
        self._known: dict[int, _Known] = {}
        self._choice = ResultChoice()
        self._wanted: list[Path] = []
        self._whole: list[_Known] = []
        self._is_warm = False

    def close(self) -> None:
        self._thumbnails.close()
        self._catalogue.close()

    @property
    def is_outdated(self) -> bool:
        """Is the library searched with another of its models by now?"""
        if self._catalogue.model_id in ("", self._model_id):
            return False
        return self._models.in_use(self._catalogue).manifest.model_id != self._model_id

    def refresh(self) -> bool:
        """Take over what was indexed meanwhile; True where that was something.

        Raises ModelMismatchError.
        """
        has_changed = self._search.refresh()
        if not self._is_warm:
            self._is_warm = True
            self._search.warm_up()
        return has_changed

    def narrow(self, chosen: PhotoFilter) -> None:
        """Find only photos that pass, from now on."""
        self._is_narrowed = not chosen.is_empty
        self._search.narrow(chosen)

    def state(self) -> LibraryState:
        catalogue = self._catalogue
        return LibraryState(catalogue.roots(), catalogue.status(), catalogue.root_counts())

    def failures(self) -> list[Failure]:
        return self._catalogue.failures()

    def take(self, question: Question) -> None:
        """What is known of sources that are carried on from the question before is kept."""
        carried = {id(example.source) for example in question.examples}
        self._known = {key: known for key, known in self._known.items() if key in carried}

    def picture(self, example: Example, number: int) -> QueryPicture:
        """Of an example of the question that was taken, decoded once. Raises PhotoError,
        NotIndexedError.
        """
        source = example.source
        known = self._known.get(id(source))
        if known is None:
            known = self._known[id(source)] = _Known(source, self._open(source, number))
        return replace(known.picture, number=number)

    def logits(self, example: Example) -> Logits:
        """Of an example whose picture was opened. Raises PhotoError, NotIndexedError."""
        known = self._known[id(example.source)]
        if example.region not in known.logits:
            known.logits[example.region] = self._logits(example, known.picture)
        return known.logits[example.region]

    def query(self, question: Question) -> Query:
        """When all its pictures were opened."""
        pictures = [
            self._known[id(item.source)].picture for item in question.examples if item.is_wanted
        ]
        self._wanted = [picture.path for picture in pictures if picture.path is not None]
        self._whole = [
            self._known[id(item.source)]
            for item in question.examples
            if item.is_wanted and item.region is None
        ]
        wanted = [self.logits(example) for example in question.examples if example.is_wanted]
        unwanted = [self.logits(example) for example in question.examples if not example.is_wanted]
        return combine(wanted, unwanted)

    def choose(self, choice: ResultChoice) -> None:
        """Show only these results, from now on."""
        self._choice = choice

    def nearest(self, number: int, query: Query) -> Results:
        found = self._search.nearest(query, _MOST_FOUND, self._limits())
        related = sum(item.match.related for item in found)
        return Results(
            number,
            found[: related + _MOST_UNRELATED],
            related,
            len(self._search.searched),
            self._scale,
            is_narrowed=self._is_narrowed,
            is_chosen=not self._choice.is_open,
            identical=self._identical(found),
        )

    def survey(self, number: int, query: Query) -> Survey:
        """How far all photos are, shown or not."""
        searched = self._search.searched
        related = [match for match in searched.nearest(query, _MOST_FOUND) if match.related]
        related_to = max((match.distance for match in related), default=None)
        return Survey(number, tuple(searched.histogram(query).tolist()), related_to)

    def _identical(self, found: list[Found]) -> frozenset[bytes]:
        """The contents of whole examples that are among the photos. A file is read for that only
        where a photo is as large.
        """
        sizes = {item.photo.size_bytes for item in found}
        hashes = {self._content_hash(known, sizes) for known in self._whole}
        return frozenset(value for value in hashes if value)

    def _content_hash(self, known: _Known, sizes: set[int]) -> bytes | None:
        """None where there is no file, or it cannot be one of these sizes."""
        if known.content_hash is None and isinstance(known.source, PhotoSource):
            row = self._row(known.source)
            known.content_hash = row.content_hash if row else None
        path = known.picture.path
        if known.content_hash is None and path is not None:
            try:
                if path.stat().st_size in sizes:
                    with path.open("rb") as file:
                        known.content_hash = content_hash_of(file)
            except OSError:
                return None
        return known.content_hash

    def _limits(self) -> Limits:
        choice = self._choice
        return Limits(
            choice.least,
            choice.most,
            self._search.beside(self._wanted) if choice.hides_own_folder else None,
            self._scale.same if choice.hides_copies else None,
        )

    def sharper(self, example: Example, number: int, side: int) -> QueryPicture | None:
        """The example's picture with at least `side` pixels; None where it is as sharp already."""
        picture = self.picture(example, number)
        if picture.path is None or max(picture.image.width(), picture.image.height()) >= side:
            return None
        photo = self._reader.open(picture.path, 1, side)
        known = self._known[id(example.source)]
        if max(photo.image.size) <= max(picture.image.width(), picture.image.height()):
            return None
        # With what is kept the next question shows it at once; what was told by the smaller stays.
        known.picture = replace(picture, image=to_qimage(photo.image))
        return known.picture

    def _open(self, source: Source, number: int) -> QueryPicture:
        match source:
            case FileSource(path=path):
                photo = self._search.open(path)
                image = to_qimage(photo.image)
                return QueryPicture(number, image, path.resolve(), photo.width, photo.height)
            case ImageSource(image=image):
                return QueryPicture(number, image, None, image.width(), image.height())
            case PhotoSource():
                row = self._row(source)
                if row is None and source.path is not None:
                    return self._open(FileSource(source.path), number)
                return self._open_photo(number, source, row)
        assert_never(source)

    def _row(self, source: PhotoSource) -> PhotoRow | None:
        """The photo, if it is still the one that is meant: it may have been moved."""
        rows = self._catalogue.photos([source.photo_id])
        row = rows[0] if rows else None
        if row is None or source.path is None or row.path == source.path:
            return row
        has_moved = row.path.name == source.path.name and not source.path.exists()
        return row if has_moved else None

    def _open_photo(self, number: int, source: PhotoSource, row: PhotoRow | None) -> QueryPicture:
        if row is None:
            raise NotIndexedError(Path(str(source.photo_id)))
        image = decode_jpeg(self._thumbnails.get(row.content_hash))
        return QueryPicture(number, image, row.path, row.width, row.height)

    def _logits(self, example: Example, picture: QueryPicture) -> Logits:
        source, region = example.source, example.region
        if region is not None and picture.path is not None:
            return self._logits_of_part(picture, picture.path, region)
        if isinstance(source, PhotoSource) and self._row(source) is not None:
            return self._search.logits_of_photo(source.photo_id)
        image = to_srgb(to_pillow(picture.image))
        return self._search.logits_of_image(region.cut_from(image) if region else image)

    def _logits_of_part(self, picture: QueryPicture, path: Path, region: Region) -> Logits:
        try:
            return self._search.logits_of_file(path, region)
        except PhotoError:
            if picture.image.isNull():
                raise
            # Its folder is offline: the part is drawn on what is shown, and taken from that.
            return self._search.logits_of_image(region.cut_from(to_pillow(picture.image)))
