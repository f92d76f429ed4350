"""From training pictures to the default bundle: PCA, descriptor, ITQ head, calibration, export."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import nn

from desktop_app.core.model_bundle import FORMAT_VERSION, Manifest, ModelBundle
from desktop_app.core.photos import PhotoReader
from training.backbones import LoadedBackbone
from training.baselines import Floats, itq, principal_axes
from training.calibration import Calibration, calibrate
from training.config import FitConfig
from training.data import PictureSet, RetrievalSet
from training.edits import EDITS
from training.evaluate import Ranking, code_ranking, torch_logits
from training.export import export_bundle
from training.features import FeatureStore, preprocess_digest, read_pixels
from training.model_card import model_card
from training.networks import Descriptor, HashingNetwork, describe, linear_head

_PHOTOS_OF_RANDOM_PAIRS = 3000
_EDITED_PHOTOS = 300
_PARITY_PHOTOS = 64


@dataclass(frozen=True)
class Material:
    """What a model is fitted on and measured with."""

    config: FitConfig
    backbone: LoadedBackbone
    store: FeatureStore
    train: PictureSet
    corel: RetrievalSet


def fit_bundle(folder: Path, material: Material) -> ModelBundle:
    """Fit the network, calibrate and measure it, and write the bundle.

    Raises PhotoError, ParityError.
    """
    features = material.store.of_pictures(material.train)
    network = fit_network(material.config, material.backbone.module, features)
    logits = torch_logits(network, material.store.of_pictures(material.corel.pictures))
    ranking = code_ranking("ITQ", logits, material.corel)
    manifest = _manifest(material, network, _calibration(material, network, features), ranking)
    sample = material.train.sample(_PARITY_PHOTOS, seed=1)
    pixels = [read_pixels(PhotoReader(), material.config.image_size, path) for path in sample.paths]
    return export_bundle(folder, network, manifest, model_card(manifest), np.stack(pixels))


def fit_network(config: FitConfig, backbone: nn.Module, features: Floats) -> HashingNetwork:
    """Descriptor and ITQ head for a backbone, from its features float32 [N, F] of photos.

    The head is fitted on the rounded descriptors. It leaves out their mean, which is as good as
    zero, because the features were centred before.
    """
    descriptor = Descriptor(principal_axes(features, config.descriptor_size), config.seed)
    described = describe(descriptor, features)
    hashing = itq(described, config.code_bits, config.itq_iterations, config.seed)
    return HashingNetwork(backbone, descriptor, linear_head(hashing.weights, described)).eval()


def _calibration(material: Material, network: HashingNetwork, features: Floats) -> Calibration:
    rng = np.random.default_rng(0)
    random_rows = rng.permutation(len(features))[:_PHOTOS_OF_RANDOM_PAIRS]
    photos = material.train.sample(_EDITED_PHOTOS, seed=2)
    reader = PhotoReader()
    images = [reader.open(path, material.config.image_size).image for path in photos.paths]
    edited = [[edit(image) for image in images] for edit in EDITS.values()]
    return calibrate(
        torch_logits(network, features[random_rows]),
        torch_logits(network, material.store.of_images(images)),
        [torch_logits(network, material.store.of_images(copies)) for copies in edited],
    )


def _manifest(
    material: Material, network: HashingNetwork, calibration: Calibration, ranking: Ranking
) -> Manifest:
    config = material.config
    descriptor_id = _descriptor_id(material, network)
    head = _digest(descriptor_id.encode(), _weights_of(network.head))
    return Manifest(
        format_version=FORMAT_VERSION,
        model_id=f"itq-{config.code_bits}-{head}",
        descriptor_id=descriptor_id,
        code_bits=config.code_bits,
        descriptor_size=config.descriptor_size,
        image_size=config.image_size,
        preview_size=None,
        files={},
        trained_on=f"{len(material.train):,} photos of ten public sets (train.tar.gz), no labels",
        figures=_figures(ranking),
        same_distance=calibration.same_distance,
        similar_distance=calibration.similar_distance,
        random_pairs_within=calibration.random_pairs_within,
    )


def _figures(ranking: Ranking) -> dict[str, float]:
    assert ranking.asymmetric is not None
    assert ranking.unique_codes is not None
    assert ranking.balance is not None
    exact = {
        "corel_theme_map100": ranking.plain.theme,
        "corel_theme_map100_asymmetric": ranking.asymmetric.theme,
        "corel_words_map1000": ranking.plain.words,
        "corel_words_map1000_asymmetric": ranking.asymmetric.words,
        "corel_unique_codes": ranking.unique_codes,
        "corel_bit_balance": ranking.balance,
    }
    return {name: round(value, 4) for name, value in exact.items()}


def _descriptor_id(material: Material, network: HashingNetwork) -> str:
    """Names everything that a stored descriptor depends on."""
    config = material.config
    digest = _digest(
        preprocess_digest(config.image_size).encode(),
        _weights_of(network.backbone),
        _weights_of(network.descriptor),
    )
    return f"{config.backbone}-{config.image_size}-{config.descriptor_size}-{digest}"


def _weights_of(module: nn.Module) -> bytes:
    return b"".join(
        name.encode() + tensor.contiguous().numpy().tobytes()
        for name, tensor in module.state_dict().items()
    )


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()[:8]
