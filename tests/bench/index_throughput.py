"""How near is indexing to what decoding and encoding alone would take on all cores?"""

from __future__ import annotations

import time
from pathlib import Path

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from tests.bench.photos import TWELVE_MEGAPIXELS, TWO_MEGAPIXELS, write_photos
from tests.bench.report import Report


def measure(report: Report, folder: Path) -> None:
    encoder = Encoder(read_bundle(default_bundle()))
    for name, size, count in (("12", TWELVE_MEGAPIXELS, 120), ("2", TWO_MEGAPIXELS, 400)):
        photos = write_photos(folder / f"{name}-megapixel", size, count)
        _alone(encoder, photos[:10])
        limit = _alone(encoder, photos) / available_cores()
        files = LibraryFiles(folder / f"library-{name}")
        started = time.perf_counter()
        list(index(files, encoder, [photos[0].parent]))
        wall = time.perf_counter() - started
        report.add(
            f"index {name}-megapixel JPEGs against decoding + encoding alone",
            f"{limit / wall:.2f}",
            ">= 0.80",
            f"{count} photos: {wall:.2f} s, limit {limit:.2f} s on {available_cores()} cores,"
            f" {count / wall:.0f} photos/s",
        )


def _alone(encoder: Encoder, photos: list[Path]) -> float:
    """CPU seconds of decoding and encoding, one after the other in one thread."""
    reader = PhotoReader()
    started = time.process_time()
    for path in photos:
        photo = reader.open(path, encoder.image_size, THUMBNAIL_SIDE)
        encoder.encode(network_input(photo.image, encoder.image_size))
    return time.process_time() - started
