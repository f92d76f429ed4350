"""From learned networks to a bundle: calibration, figures, model card, export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.codes import Logits, pack
from desktop_app.core.bundle.model_bundle import FORMAT_VERSION, Manifest, ModelBundle
from desktop_app.core.models.drift import rare_share
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.benchmarks.pictures import PictureSet
from training.data.features import FeatureStore
from training.learning.learn import Learned
from training.networks.bundle_networks import hash_descriptors
from training.networks.feature_extractor import FeatureExtractor, digest_of, weights_of
from training.shipping.calibration import Calibration, calibrate
from training.shipping.export import export_bundle
from training.shipping.model_card import model_card

_CALIBRATION_PHOTOS = 3000
_EDITED_PHOTOS = 60
_PARITY_PHOTOS = 64


@dataclass(frozen=True)
class Origin:
    """What a model was made by and of: the name of the recipe, a sentence about the photos, and the
    bundle whose descriptors it goes on to read, if any.
    """

    recipe: str
    trained_on: str
    figures: dict[str, float]
    before: ModelBundle | None = None


@dataclass(frozen=True, eq=False)
class Library:
    """The photos that a model was trained on: descriptors int8 [N, D], `draw(count, seed)` of their
    pictures, decoded, and `describe` of any pictures, int8 [M, D].

    `strangers` int8 [S, D]: what random pairs are drawn of, where not of the photos. In a library
    of a few kinds one random pair in ten may be related, and nothing would count as similar.
    """

    descriptors: torch.Tensor
    draw: Callable[[int, int], list[Image.Image]]
    describe: Callable[[list[Image.Image]], torch.Tensor]
    strangers: torch.Tensor | None = None


def library_of(
    pictures: PictureSet, descriptors: torch.Tensor, ground: FeatureExtractor, store: FeatureStore
) -> Library:
    """Of picture files, which are opened."""
    reader = PhotoReader()

    def draw(count: int, seed: int) -> list[Image.Image]:
        chosen = pictures.sample(count, seed)
        return [reader.open(path, ground.image_size).image for path in chosen.paths]

    return Library(descriptors, draw, lambda images: ground.describe(store.of_images(images)))


def make_bundle(
    folder: Path, ground: FeatureExtractor, learned: Learned, library: Library, origin: Origin,
    card: str, memory: NDArray[np.int8],
) -> ModelBundle:  # fmt: skip
    """Calibrate on the library's photos and write the bundle; `card` is a template of its card.

    `memory` int8 [M, D]: descriptors that later trainings on this bundle shall not forget. Raises
    PhotoError, ParityError.
    """
    calibration = calibrate_on(learned, library)
    logits = hash_descriptors(learned.network.head, library.descriptors.float().numpy())
    rare = rare_share(pack(logits), calibration.similar_distance)
    told = replace(origin, figures={**origin.figures, "rare_codes": rare})
    manifest = _manifest(ground, learned, told, calibration)
    pixels = [network_input(image, ground.image_size) for image in library.draw(_PARITY_PHOTOS, 1)]
    text = model_card(card, manifest)
    sample = np.stack(pixels)
    return export_bundle(folder, learned, manifest, text, sample, memory, origin.before)


def calibrate_on(learned: Learned, library: Library) -> Calibration:
    """What distances mean among the photos of a library."""
    rng = np.random.default_rng(0)
    rows = np.sort(rng.permutation(len(library.descriptors))[:_CALIBRATION_PHOTOS])
    images = library.draw(_EDITED_PHOTOS, 2)

    def logits(pictures: list[Image.Image]) -> Logits:
        return hashed(library.describe(pictures))

    def hashed(descriptors: torch.Tensor) -> Logits:
        return hash_descriptors(learned.network.head, descriptors.float().numpy())

    drawn = library.descriptors[torch.from_numpy(rows)]
    return calibrate(
        hashed(drawn),
        drawn.float().numpy(),
        logits(images),
        [logits([edit(image) for image in images]) for edit in EDITS.values()],
        None if library.strangers is None else hashed(library.strangers),
    )


def _manifest(
    ground: FeatureExtractor, learned: Learned, origin: Origin, calibration: Calibration
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
