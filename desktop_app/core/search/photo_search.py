"""One library, opened for searching: pictures in, photos out."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import ModelMismatchError, NotIndexedError
from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter, ids_in, matching_ids
from desktop_app.core.photos.photo_reader import Photo, PhotoReader
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from desktop_app.core.search.code_index import UNLIMITED, CodeIndex, Limits, Match, Query


@dataclass(frozen=True)
class Found:
    """A photo of the library and how it matches."""

    photo: PhotoRow
    match: Match


class PhotoSearch:
    """Used by one thread at a time."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder, reader: PhotoReader) -> None:
        self._catalogue = catalogue
        self._encoder = encoder
        self._reader = reader
        self.codes = CodeIndex(encoder.bundle.manifest)
        self._chosen = EVERYTHING
        self._offline: frozenset[int] = frozenset()
        self._among: CodeIndex | None = None

    def refresh(self) -> bool:
        """Take over what was indexed since the last call; tells whether anything has changed.

        Raises ModelMismatchError where the library's codes are of another model.
        """
        library_model = self._catalogue.model_id
        if library_model and library_model != self._encoder.model_id:
            raise ModelMismatchError(
                self._catalogue.files.folder, library_model, self._encoder.model_id
            )
        has_changed = self.codes.refresh(self._catalogue)
        if has_changed:
            self._among = None
        return has_changed

    def warm_up(self) -> None:
        """Search once for nothing: the first takes twice as long, and shall not be the user's."""
        picture = io.BytesIO()
        Image.new("RGB", (64, 64)).save(picture, "JPEG")
        sides = self._encoder.image_size, THUMBNAIL_SIDE
        photo = self._reader.read(picture, Path("warm-up.jpg"), *sides)
        self.codes.nearest(Query(self.logits_of_image(photo.image)), 1)

    def narrow(self, chosen: PhotoFilter) -> None:
        """Find only the photos that pass, from now on."""
        roots = self._catalogue.roots() if chosen.offline is not None else []
        offline = frozenset(root.id for root in roots if root.offline)
        if (chosen, offline) != (self._chosen, self._offline):
            self._chosen, self._offline, self._among = chosen, offline, None

    @property
    def searched(self) -> CodeIndex:
        """The codes of the photos that pass the filter."""
        if self._chosen.is_empty:
            return self.codes
        if self._among is None:
            self._among = self.codes.among(matching_ids(self._catalogue, self._chosen))
        return self._among

    def open(self, path: Path) -> Photo:
        """Decode a picture as indexing does. Raises PhotoError."""
        return self._reader.open(path, self._encoder.image_size, THUMBNAIL_SIDE)

    def logits_of_image(self, image: Image.Image) -> Logits:
        """RGB picture -> float32 [K]."""
        pixels = network_input(image, self._encoder.image_size)
        logits: Logits = self._encoder.encode(pixels).logits[0]
        return logits

    def logits_of_file(self, path: Path, region: Region | None = None) -> Logits:
        """float32 [K] of a picture or of a part of it, which is decoded with as many pixels as the
        network looks at. Raises PhotoError.
        """
        if region is None:
            return self.logits_of_image(self.open(path).image)
        side = math.ceil(self._encoder.image_size / region.least_share)
        return self.logits_of_image(region.cut_from(self._reader.open(path, side).image))

    def logits_of_photo(self, photo_id: int) -> Logits:
        """float32 [K] of an indexed photo, from its descriptor: its file is not opened.

        Raises NotIndexedError.
        """
        if self.codes.code(photo_id) is None:
            raise NotIndexedError(Path(str(photo_id)))
        descriptors = self._catalogue.descriptors([photo_id])
        logits: Logits = self._encoder.hash_descriptors(descriptors)[0]
        return logits

    def beside(self, paths: Iterable[Path]) -> Ids:
        """The photos that lie in the very folders of these files, by id."""
        folders = {path.parent for path in paths}
        found = [ids_in(self._catalogue, folder) for folder in folders]
        return np.unique(np.concatenate([np.empty(0, np.int64), *found]))

    def nearest(self, query: Query, top: int, limits: Limits = UNLIMITED) -> list[Found]:
        """At most `top` photos, nearest first."""
        matches = {match.photo_id: match for match in self.searched.nearest(query, top, limits)}
        photos = self._catalogue.photos(list(matches))
        return [Found(photo, matches[photo.id]) for photo in photos]
