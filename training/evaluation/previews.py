"""What a bundle's previews show of photos that it never saw, in numbers and as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import pack
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.photos.photo_reader import PhotoReader
from training.benchmarks.corel import corel
from training.evaluation.shipped import bundle_store
from training.measuring.preview_grid import GridRow, save_preview_grid
from training.measuring.preview_quality import BundleModel, PreviewQuality, measure_previews
from training.measuring.rankings import asymmetric_distances
from training.shipping.reference_network import reference_network

_SHOWN = 16


def measure_bundle_previews(
    encoder: Encoder, data: Path, cache: Path, candidates: int = 1000
) -> PreviewQuality:
    """On Corel's photos. Raises MissingDataError, PhotoError, BundleError without a generator."""
    pictures = corel(data, cache).pictures
    return measure_previews(BundleModel(encoder), pictures, reference_network(cache), candidates)


def draw_previews(encoder: Encoder, data: Path, cache: Path, path: Path) -> None:
    """Photo | preview | nearest other photo, of some of Corel's queries among its database."""
    asked = corel(data, cache)
    descriptors = bundle_store(encoder, cache).of_pictures(asked.pictures).astype(np.int8)
    logits = encoder.hash_descriptors(descriptors)
    drawn = np.random.default_rng(0).permutation(asked.queries)[:_SHOWN]
    distances = asymmetric_distances(logits[drawn], pack(logits[asked.database]))
    nearest = asked.database[distances.argmin(axis=1)]
    previews = encoder.previews(pack(logits[drawn]))
    paths, reader = asked.pictures.paths, PhotoReader()

    def photo(row: int) -> Image.Image:
        return reader.open(paths[row], encoder.image_size).image

    rows = [
        GridRow(photo(row), preview, photo(near))
        for row, preview, near in zip(drawn, previews, nearest, strict=True)
    ]
    save_preview_grid(path, rows)
