"""The figures that a bundle states of itself."""

from __future__ import annotations

from desktop_app.core.base.codes import Logits, pack
from training.benchmarks.benchmark import Benchmark
from training.measuring.metrics import bit_balance, measure, unique_code_rate
from training.measuring.preview_quality import PreviewQuality
from training.measuring.rankings import by_confidence, by_hamming


def code_figures(prefix: str, logits: Logits, benchmark: Benchmark) -> dict[str, float]:
    """The mAP by every measure, Hamming and asymmetric, of all pictures' logits float32 [N, K]."""
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
    """What the previews of photos never seen keep."""
    return _rounded(
        {
            "preview_bits_kept": quality.bits_kept,
            "preview_recall_1": quality.own_code.at_1,
            "preview_recall_10": quality.own_code.at_10,
            "preview_judged_recall_10": quality.judged.at_10,
            "preview_kid": quality.kernel_distances.previews,
        }
    )


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in figures.items()}
