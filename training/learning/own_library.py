"""A library's own model, from what the library has stored: no photo is opened.

What is learned from is drawn once and lies in the retraining's folder, so that an interrupted run
goes on with the very same photos, and all processes of a group read the same:

    learned.npz     ids int64 [N] and descriptors int8 [N, D] of the photos, and whose they are
    pictures.npy    uint8 [N, G, G, 3]: their thumbnails, as small as the generator draws
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import Thumbnails, decoded_thumbnail
from training.data.examples import Examples

# Of a larger library so many are drawn. Every photo is compared with every other one, and all of
# their small pictures are gone through: more would learn for hours what a sample tells.
MOST_PHOTOS = 20_000
_PICTURES_A_STEP = 256
_DRAWN = "learned.npz"
PICTURES = "pictures.npy"


@dataclass(frozen=True, eq=False)
class Drawn:
    """The photos that are learned: ids int64 [N], descriptors int8 [N, D] of that kind."""

    ids: Ids
    descriptors: Descriptors
    descriptor_id: str

    @staticmethod
    def read(folder: Path) -> Drawn:
        """What was drawn in this folder before."""
        with np.load(folder / _DRAWN, allow_pickle=False) as stored:
            return Drawn(stored["ids"], stored["descriptors"], str(stored["descriptor_id"]))


def usable_ids(catalogue: Catalogue, chosen: list[int], descriptor_id: str) -> Ids:
    """Those of the chosen photos, or of all where none are, that have a descriptor of this kind and
    whose file is not gone; of those with the same content the first.
    """
    rows = catalogue.connection.execute(
        "SELECT photos.id, content_hash FROM photos JOIN descriptors ON photo_id = photos.id"
        " WHERE descriptor_id = ? AND missing = 0 AND content_hash IS NOT NULL"
        " ORDER BY photos.id DESC",
        (descriptor_id,),
    )
    wanted = set(chosen)
    first = {content: number for number, content in rows if not wanted or number in wanted}
    return np.array(sorted(first.values()), np.int64)


def draw(catalogue: Catalogue, ids: Ids, descriptor_id: str, folder: Path) -> Drawn:
    """At most MOST_PHOTOS of them, at random, the same ones when called again in this folder, as
    long as all of them are still among `ids`.
    """
    path = folder / _DRAWN
    if not _can_go_on(folder, ids, descriptor_id):
        (folder / PICTURES).unlink(missing_ok=True)
        drawn = drawn_from(ids)
        descriptors = catalogue.descriptors(drawn.tolist())
        beside = path.with_suffix(".part")
        with beside.open("wb") as file:
            np.savez(file, ids=drawn, descriptors=descriptors, descriptor_id=descriptor_id)
        beside.replace(path)
    return Drawn.read(folder)


def drawn_from(ids: Ids) -> Ids:
    """At most MOST_PHOTOS of them, at random."""
    return np.sort(np.random.default_rng(0).permutation(ids)[:MOST_PHOTOS])


def _can_go_on(folder: Path, ids: Ids, descriptor_id: str) -> bool:
    try:
        drawn = Drawn.read(folder)
    except (OSError, ValueError, KeyError, BadZipFile):
        return False
    return drawn.descriptor_id == descriptor_id and bool(np.isin(drawn.ids, ids).all())


class LibraryPictures:
    """Thumbnails of photos that are learned, decoded."""

    def __init__(self, catalogue: Catalogue, ids: Ids) -> None:
        self._thumbnails = catalogue.files.thumbnails
        known = {photo.id: photo.content_hash for photo in catalogue.photos(ids.tolist())}
        self._hashes = [known.get(number, b"") for number in ids.tolist()]

    def draw(self, count: int, seed: int) -> list[Image.Image]:
        """RGB pictures of at most `count` photos, drawn at random from those that have one."""
        order = np.random.default_rng(seed).permutation(len(self._hashes))
        found: list[Image.Image] = []
        thumbnails = Thumbnails(self._thumbnails)
        try:
            for row in order:
                if len(found) == count:
                    break
                jpeg = thumbnails.get(self._hashes[row])
                if jpeg is not None:
                    found.append(decoded_thumbnail(jpeg))
        finally:
            thumbnails.close()
        return found

    def shrink_all(self, path: Path, side: int) -> Iterator[int]:
        """Write uint8 [N, side, side, 3] to `path`, grey where there is no thumbnail; yields how
        many are done.
        """
        beside = path.with_suffix(".part")
        shape = (len(self._hashes), side, side, 3)
        table = np.lib.format.open_memmap(beside, "w+", np.uint8, shape)
        thumbnails = Thumbnails(self._thumbnails)
        try:
            with ThreadPoolExecutor(available_cores()) as pool:
                for start in range(0, len(self._hashes), _PICTURES_A_STEP):
                    hashes = self._hashes[start : start + _PICTURES_A_STEP]
                    jpegs = [thumbnails.get(content_hash) for content_hash in hashes]
                    small = pool.map(lambda jpeg: _small(jpeg, side), jpegs)
                    table[start : start + len(hashes)] = np.stack(list(small))
                    yield start + len(hashes)
        finally:
            thumbnails.close()
        table.flush()
        del table
        beside.replace(path)


def examples_in(folder: Path, drawn: Drawn, *, with_pictures: bool) -> Examples:
    """What was drawn and shrunk in this folder. The pictures stay on disk until they are read."""
    pictures = None
    if with_pictures:
        # Copy-on-write, since torch wants memory that it may write.
        pictures = torch.from_numpy(np.load(folder / PICTURES, mmap_mode="c"))
    return Examples(torch.from_numpy(drawn.descriptors), (), pictures)


def described(encoder: Encoder, images: list[Image.Image]) -> Descriptors:
    """int8 [M, D] of decoded pictures, as indexing would describe them."""

    def describe(image: Image.Image) -> Descriptors:
        return encoder.encode(network_input(image, encoder.image_size)).descriptors

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.concatenate(list(pool.map(describe, images)))


def _small(jpeg: bytes | None, side: int) -> NDArray[np.uint8]:
    if jpeg is None:
        return np.full((side, side, 3), 128, np.uint8)
    return network_input(decoded_thumbnail(jpeg), side)
