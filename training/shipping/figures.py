"""The figures that a bundle states about itself, and the network that judges its previews."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.base.codes import Logits, pack
from training.benchmarks.benchmark import Benchmark
from training.data.features import FeatureStore
from training.measuring.metrics import bit_balance, measure, unique_code_rate
from training.measuring.preview_quality import FeatureFunction, PreviewQuality
from training.measuring.rankings import by_confidence, by_hamming
from training.networks.backbones import load_backbone


def code_figures(prefix: str, logits: Logits, benchmark: Benchmark) -> dict[str, float]:
    """Measure the logits float32 [N, K] of all pictures: mAP by every measure, use of the bits."""
    figures = {}
    for ending, distances in (
        ("", by_hamming(pack(logits), benchmark)),
        ("_asymmetric", by_confidence(logits, benchmark)),
    ):
        for score in measure(distances, benchmark):
            name = f"{prefix}_{score.measure}_map{score.top}{ending}"
            figures[name] = score.mean_average_precision
    figures[f"{prefix}_unique_codes"] = unique_code_rate(logits)
    figures[f"{prefix}_bit_balance"] = bit_balance(logits)
    return _rounded(figures)


def preview_figures(quality: PreviewQuality) -> dict[str, float]:
    """Select the figures of previews of photos never seen."""
    return _rounded(
        {
            "preview_bits_kept": quality.bits_kept,
            "preview_recall_1": quality.own_code.at_1,
            "preview_recall_10": quality.own_code.at_10,
            "preview_judged_recall_10": quality.judged.at_10,
            "preview_chosen_of_ten": quality.chosen_of_ten,
            "preview_kid": quality.kernel_distances.previews,
        }
    )


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures.items()}


_BACKBONE, _SIDE = "lite0", 224


def reference_network(cache: Path) -> FeatureFunction:
    """Load the features of the reference network, which no generator is trained to deceive.

    Raises:
        MissingWeightsError: the backbone is not installed.
    """
    loaded = load_backbone(_BACKBONE)
    return FeatureStore(loaded.module, loaded.weights, _SIDE, cache).of_images
