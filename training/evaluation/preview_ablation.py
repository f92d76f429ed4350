"""Ablation of the previews: the shipped generator is trained further, with one thing changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.bundle.encoder import Encoder
from training.benchmarks.corel import corel
from training.learning.predecessor import predecessor_of
from training.learning.preparation import prepare_default_task
from training.learning.recipe import Recipe, read_recipe
from training.learning.train_model import train_model
from training.learning.trainer import run_to_completion
from training.measuring.preview_quality import (
    BundleModel,
    KernelDistances,
    PreviewModel,
    PreviewQuality,
    Recall,
    TorchModel,
    measure_previews,
)
from training.networks.generator import GeneratorGraph
from training.shipping.figures import reference_network

_EPOCHS = 0.2  # of photos and crops: 6,200 pictures
# Fields of a results file that are dataclasses.
_PARTS: dict[str, type] = {
    "own_code": Recall,
    "own_code_shrunk": Recall,
    "judged": Recall,
    "judged_shrunk": Recall,
    "kernel_distances": KernelDistances,
}


@dataclass(frozen=True)
class PreviewVariant:
    """A variant; without a recipe, the generator as it ships."""

    title: str
    recipe: Recipe | None


def preview_variants() -> tuple[PreviewVariant, ...]:
    """Return the shipped generator, its training by `sharpened.toml`, and that changed."""
    return (
        PreviewVariant("as it ships", None),
        _variant("goes on"),
        _variant("without the discriminator", adversarial=0.0),
        _variant("with three times its weight", adversarial=0.18),
        _variant("without the features in place", spatial=0.0),
        _variant("without the features of the whole picture", perceptual=0.0),
        _variant("without the bits", bits=0.0),
        _variant("with neither of these three", spatial=0.0, perceptual=0.0, bits=0.0),
    )


def _variant(title: str, **changes: Any) -> PreviewVariant:
    sharpened = read_recipe("sharpened")
    generator = replace(sharpened.generator, epochs=_EPOCHS)
    adversary = replace(sharpened.adversary, **changes)
    return PreviewVariant(title, replace(sharpened, generator=generator, adversary=adversary))


def ablate_previews(
    encoder: Encoder, data: Path, cache: Path
) -> Iterator[tuple[str, PreviewQuality]]:
    """Measure each variant of a bundle's generator on Corel's photos; results are cached.

    Raises:
        MissingDataError, MissingWeightsError, PhotoError.
        BundleError: the bundle has no generator.
    """
    for variant in preview_variants():
        path = quality_path(encoder, variant, cache)
        if not path.is_file():
            model = _model(encoder, variant, data, cache, path.parent)
            quality = measure_previews(model, corel(data, cache).pictures, reference_network(cache))
            atomic_write(path, json.dumps(asdict(quality)))
        yield variant.title, _read_quality(path)


def quality_path(encoder: Encoder, variant: PreviewVariant, cache: Path) -> Path:
    """Return the file of the variant's results, in the folder that it is trained in."""
    identity = (encoder.bundle.manifest.model_id, variant.recipe)
    digest = hashlib.sha256(repr(identity).encode()).hexdigest()[:16]
    return cache / "runs" / f"previews-{digest}" / "quality.json"


def _read_quality(path: Path) -> PreviewQuality:
    values = json.loads(path.read_text("utf-8"))
    parts = {name: kind(**values[name]) for name, kind in _PARTS.items()}
    return PreviewQuality(**values | parts)


def _model(
    encoder: Encoder, variant: PreviewVariant, data: Path, cache: Path, work: Path
) -> PreviewModel:
    if variant.recipe is None:
        return BundleModel(encoder)
    prepared = prepare_default_task(variant.recipe, data, cache, work, minutes=None)
    model = run_to_completion(
        train_model(replace(prepared.task, predecessor=predecessor_of(encoder)))
    )
    assert model.generator is not None
    graph = GeneratorGraph(model.generator)
    return TorchModel(model.network, graph, prepared.task.extractor.image_size)
