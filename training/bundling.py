"""From learned networks to a bundle: calibration, figures, model card, export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.codes import Logits
from desktop_app.core.model_bundle import FORMAT_VERSION, Manifest, ModelBundle
from desktop_app.core.photos import PhotoReader
from training.benchmarks.pictures import PictureSet
from training.calibration import Calibration, calibrate
from training.edits import EDITS
from training.export import export_bundle
from training.features import FeatureStore, read_pixels
from training.ground import Ground, digest_of, weights_of
from training.learn import Learned
from training.model_card import model_card
from training.networks import hash_descriptors

_CALIBRATION_PHOTOS = 3000
_EDITED_PHOTOS = 300
_PARITY_PHOTOS = 64


@dataclass(frozen=True)
class Origin:
    """What a model was made by and of: the name of the recipe, and a sentence about the photos."""

    recipe: str
    trained_on: str
    figures: dict[str, float]


@dataclass(frozen=True, eq=False)
class Library:
    """The photos that a model was trained on: their files and descriptors, int8 [N, D]."""

    pictures: PictureSet
    descriptors: torch.Tensor


def make_bundle(
    folder: Path, ground: Ground, learned: Learned, library: Library, origin: Origin,
    store: FeatureStore, card: str, memory: NDArray[np.int8],
) -> ModelBundle:  # fmt: skip
    """Calibrate on the library's photos and write the bundle; `card` is a template of its card.

    `memory` int8 [M, D]: descriptors that later trainings on this bundle shall not forget. Raises
    PhotoError, ParityError.
    """
    manifest = _manifest(ground, learned, origin, calibrate_on(ground, learned, library, store))
    sample = library.pictures.sample(_PARITY_PHOTOS, seed=1)
    reader = PhotoReader()
    pixels = [read_pixels(reader, ground.image_size, path) for path in sample.paths]
    text = model_card(card, manifest)
    return export_bundle(folder, learned, manifest, text, np.stack(pixels), memory)


def calibrate_on(
    ground: Ground, learned: Learned, library: Library, store: FeatureStore
) -> Calibration:
    """What distances mean among the photos of a library."""
    rng = np.random.default_rng(0)
    rows = np.sort(rng.permutation(len(library.descriptors))[:_CALIBRATION_PHOTOS])
    images = _images(library.pictures.sample(_EDITED_PHOTOS, seed=2), ground.image_size)

    def logits(pictures: list[Image.Image]) -> Logits:
        described = ground.describe(store.of_images(pictures))
        return hash_descriptors(learned.network.head, described.float().numpy())

    drawn = library.descriptors[torch.from_numpy(rows)].float().numpy()
    return calibrate(
        hash_descriptors(learned.network.head, drawn),
        drawn,
        logits(images),
        [logits([edit(image) for image in images]) for edit in EDITS.values()],
    )


def _images(pictures: PictureSet, side: int) -> list[Image.Image]:
    reader = PhotoReader()
    return [reader.open(path, side).image for path in pictures.paths]


def _manifest(
    ground: Ground, learned: Learned, origin: Origin, calibration: Calibration
) -> Manifest:
    generator = learned.generator
    parts = [ground.descriptor_id.encode(), weights_of(learned.network.head)]
    if generator is not None:
        parts.append(weights_of(generator))
    bits = calibration.bits
    return Manifest(
        format_version=FORMAT_VERSION,
        model_id=f"{origin.recipe}-{bits}-{digest_of(*parts)}",
        descriptor_id=ground.descriptor_id,
        code_bits=bits,
        descriptor_size=ground.descriptor_size,
        image_size=ground.image_size,
        preview_size=None if generator is None else generator.side,
        files={},
        trained_on=origin.trained_on,
        figures=origin.figures,
        same_distance=calibration.same_distance,
        similar_distance=calibration.similar_distance,
        random_pairs_within=calibration.random_pairs_within,
        copies_within=calibration.copies_within,
        neighbours_within=calibration.neighbours_within,
    )
