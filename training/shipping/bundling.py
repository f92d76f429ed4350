"""Build a bundle from a trained model: calibrate it, measure it, write its card, export it."""

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
from desktop_app.core.learning.calibration import Calibration, calibrate
from desktop_app.core.learning.model_card import model_card
from desktop_app.core.models.drift import rare_share
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.data.features import FeatureStore
from training.data.pictures import PictureSet
from training.learning.train_model import TrainedModel
from training.networks.bundle_networks import hash_descriptors
from training.networks.feature_extractor import FeatureExtractor, digest_of, weights_of
from training.shipping.export import export_bundle

_CALIBRATION_PHOTOS = 3000
_EDITED_PHOTOS = 60
_PARITY_PHOTOS = 64


@dataclass(frozen=True)
class Provenance:
    """What a model was made from.

    Attributes:
        recipe: name of the recipe.
        trained_on: a sentence about the photos.
        figures: measured figures by name.
        base: the bundle whose descriptors the model reads, if any.
    """

    recipe: str
    trained_on: str
    figures: dict[str, float]
    base: ModelBundle | None = None


@dataclass(frozen=True, eq=False)
class CalibrationPhotos:
    """The photos that a model was trained on.

    Attributes:
        descriptors: int8 [N, D].
        sample: (count, seed) -> some of their pictures, decoded.
        describe: pictures -> descriptors int8 [M, D].
        foreign: int8 [S, D], photos that random pairs are drawn from, if not from the above. In a
            library of few subjects one random pair in ten may be related, and no distance would
            count as similar.
    """

    descriptors: torch.Tensor
    sample: Callable[[int, int], list[Image.Image]]
    describe: Callable[[list[Image.Image]], torch.Tensor]
    foreign: torch.Tensor | None = None


def calibration_photos_of(
    pictures: PictureSet,
    descriptors: torch.Tensor,
    extractor: FeatureExtractor,
    store: FeatureStore,
) -> CalibrationPhotos:
    """Use picture files, which are read, for calibration."""
    reader = PhotoReader()

    def sample(count: int, seed: int) -> list[Image.Image]:
        paths = pictures.sample(count, seed).paths
        return [reader.open(path, extractor.image_size).image for path in paths]

    def describe(images: list[Image.Image]) -> torch.Tensor:
        return extractor.describe(store.of_images(images))

    return CalibrationPhotos(descriptors, sample, describe)


def build_bundle(
    folder: Path, extractor: FeatureExtractor, model: TrainedModel, photos: CalibrationPhotos,
    provenance: Provenance, card: str, memory: NDArray[np.int8],
) -> ModelBundle:  # fmt: skip
    """Calibrate on the photos and write the bundle; `card` is a template of its card.

    `memory` int8 [M, D] are descriptors that later trainings on this bundle should not forget.

    Raises:
        PhotoError, ParityError.
    """
    calibration = calibrate_on(model, photos)
    logits = hash_descriptors(model.network.head, photos.descriptors.float().numpy())
    rare = rare_share(pack(logits), calibration.similar_distance)
    figures = {**provenance.figures, "rare_codes": rare}
    manifest = _manifest(extractor, model, replace(provenance, figures=figures), calibration)
    images = photos.sample(_PARITY_PHOTOS, 1)
    sample = np.stack([network_input(image, extractor.image_size) for image in images])
    text = model_card(card, manifest)
    return export_bundle(folder, model, manifest, text, sample, memory, provenance.base)


def calibrate_on(model: TrainedModel, photos: CalibrationPhotos) -> Calibration:
    """Calibrate the model's distances on a sample of the photos, and on edits of some."""
    rng = np.random.default_rng(0)
    rows = np.sort(rng.permutation(len(photos.descriptors))[:_CALIBRATION_PHOTOS])
    images = photos.sample(_EDITED_PHOTOS, 2)

    def logits(descriptors: torch.Tensor) -> Logits:
        return hash_descriptors(model.network.head, descriptors.float().numpy())

    descriptors = photos.descriptors[torch.from_numpy(rows)]
    return calibrate(
        logits(descriptors),
        descriptors.float().numpy(),
        logits(photos.describe(images)),
        [logits(photos.describe([edit(image) for image in images])) for edit in EDITS.values()],
        None if photos.foreign is None else logits(photos.foreign),
    )


def _manifest(
    extractor: FeatureExtractor, model: TrainedModel, provenance: Provenance,
    calibration: Calibration,
) -> Manifest:  # fmt: skip
    generator = model.generator
    return Manifest(
        format_version=FORMAT_VERSION,
        model_id=_model_id(extractor, model, provenance.recipe, calibration.bits),
        descriptor_id=extractor.descriptor_id,
        code_bits=calibration.bits,
        descriptor_size=extractor.descriptor_size,
        image_size=extractor.image_size,
        preview_size=None if generator is None else generator.side,
        files={},
        trained_on=provenance.trained_on,
        figures=provenance.figures,
        **vars(calibration),
    )


def _model_id(extractor: FeatureExtractor, model: TrainedModel, recipe: str, bits: int) -> str:
    parts = [extractor.descriptor_id.encode(), weights_of(model.network.head)]
    if model.generator is not None:
        parts.append(weights_of(model.generator))
    return f"{recipe}-{bits}-{digest_of(*parts)}"
