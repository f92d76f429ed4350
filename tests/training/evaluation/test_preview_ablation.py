"""The ablation of the generator: what it changes, and what it keeps."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from training.evaluation.preview_ablation import (
    ablate_previews,
    preview_variants,
    quality_path,
)
from training.evaluation.previews import preview_ablation_as_markdown
from training.measuring.preview_quality import KernelDistances, PreviewQuality, Recall


def quality(bits_kept: float) -> PreviewQuality:
    some = Recall(0.25, 0.5)
    distances = KernelDistances(0.07, 0.01, 0.5)
    return PreviewQuality(1000, bits_kept, 0.6, 0.9, some, some, some, some, 0.7, 0.8, distances)


def test_a_variant_differs_from_the_recipe_in_its_adversary() -> None:
    _, plain, *others = [variant.recipe for variant in preview_variants()]
    assert plain is not None
    for recipe in others:
        assert recipe is not None
        changed = [
            item.name
            for item in fields(recipe)
            if getattr(recipe, item.name) != getattr(plain, item.name)
        ]
        assert changed == ["adversary"]
    assert len(set(map(repr, others))) == len(others)


def test_what_was_measured_once_is_only_read(tmp_path: Path) -> None:
    encoder = Encoder(read_bundle(default_bundle()))
    variants = preview_variants()
    for number, variant in enumerate(variants):
        kept = quality_path(encoder, variant, tmp_path)
        kept.parent.mkdir(parents=True)
        kept.write_text(json.dumps(asdict(quality(number / 100))))
    found = list(ablate_previews(encoder, tmp_path / "no data", tmp_path))
    expected = [(variant.title, quality(number / 100)) for number, variant in enumerate(variants)]
    assert found == expected
    table = preview_ablation_as_markdown(found)
    assert "| goes on | 0.010 | 0.250 | 0.500 | 0.250 | 0.500 | 0.700 | 70.0 |" in table
