"""Training tasks that take a second: small pictures of a few kinds, and a tiny backbone."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from desktop_app.core.learning.initial_hash import InitialSettings
from desktop_app.core.learning.linear_hash import principal_axes
from tests.training.frozen_pyramids import small_pyramid
from training.data.datasets import DescriptorDataset
from training.data.features import backbone_features
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.code_stage import CodeSettings
from training.learning.recipe import GeneratorSettings, Recipe
from training.learning.train_model import TrainingTask, train_model
from training.networks.backbones import Backbone
from training.networks.bundle_networks import Descriptor
from training.networks.feature_extractor import FeatureExtractor
from training.similarity.matrix import SimilaritySettings

PHOTOS, SIDE, PREVIEW_SIDE = 260, 32, 16
RECIPE = Recipe(
    descriptor_size=24,
    code_bits=24,
    initial=InitialSettings(neighbours=5, iterations=5),
    similarity=SimilaritySettings(near_width=1.0, far_width=1.0, neighbours=8, best_shared=8),
    codes=CodeSettings(contrastive=1.0, balance=0.1, memory=0.5, hidden=16, epochs=4, batch=32),
    generator=GeneratorSettings(side=PREVIEW_SIDE, width=4, epochs=2),
    adversary=AdversarialSettings(
        adversarial=0.1,
        encoder_adversarial=0.05,
        adversary_from=0.3,
        spatial=0.5,
        encode_sides=((0.0, SIDE),),
        low_side=4,
        half_life=200.0,
    ),
)


def pictures(count: int, side: int) -> Tensor:
    """Eight patterns of large blocks, each slightly varied: uint8 [count, side, side, 3]."""
    rng = np.random.default_rng(0)
    patterns = rng.integers(40, 216, (8, 4, 4, 3))
    coarse = patterns[np.arange(count) % 8] + rng.integers(-40, 40, (count, 4, 4, 3))
    factor = side // 4
    return torch.from_numpy(coarse.astype(np.uint8).repeat(factor, 1).repeat(factor, 2))


def small_backbone() -> Backbone:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = nn.Sequential(
            nn.Conv2d(3, 16, 4, stride=4), nn.ReLU6(), nn.Conv2d(16, 48, 2, stride=2), nn.ReLU6()
        )
    return Backbone(network).eval().requires_grad_(requires_grad=False)


def small_task(
    folder: Path,
    recipe: Recipe = RECIPE,
    photos: int = PHOTOS,
    minutes: float | None = None,
) -> TrainingTask:
    backbone = small_backbone()
    features = backbone_features(backbone, pictures(PHOTOS, SIDE).numpy())
    descriptor = Descriptor(principal_axes(features, recipe.descriptor_size), 0)
    with torch.no_grad():
        descriptors = descriptor(torch.from_numpy(features)).to(torch.int8)
    dataset = DescriptorDataset(
        descriptors[:photos],
        (descriptors[:photos].roll(1, 1),),
        pictures(PHOTOS, PREVIEW_SIDE)[:photos],
    )
    extractor = FeatureExtractor("tiny", SIDE, backbone, descriptor)
    foreign = descriptors[:40].roll(3, 1)
    return TrainingTask(
        recipe, extractor, dataset, folder, foreign, minutes, pyramid=small_pyramid()
    )


def main() -> None:
    """Train in the folder of the first argument, and print a line for each report."""
    torch.set_num_threads(1)
    for report in train_model(small_task(Path(sys.argv[1]))):
        sys.stdout.write(f"{report.stage} {report.step}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
