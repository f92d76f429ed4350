"""The second network, which no generator here learns to please."""

from __future__ import annotations

from pathlib import Path

from training.data.features import FeatureStore
from training.measuring.preview_quality import Judge
from training.networks.backbones import load_backbone

_BACKBONE, _SIDE = "lite0", 224


def reference_network(cache: Path) -> Judge:
    """Raises MissingWeightsError."""
    loaded = load_backbone(_BACKBONE)
    return FeatureStore(loaded.module, loaded.weights, _SIDE, cache).of_images
