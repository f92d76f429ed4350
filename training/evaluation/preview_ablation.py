"""Ablation of the previews: the shipped generator is trained for half an epoch more, encoded at
small sizes first, with one thing changed.
"""

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

_ROUNDS = 0.5
_SMALL_FIRST = ((0.0, 96), (0.6, 160), (0.9, 256))
# Encoding at 256 pixels takes 2.5 times as long as the mean over those sides (measured).
_ROUNDS_AT_256 = 0.2
# Fields of a results file that are dataclasses.
_PARTS: dict[str, type] = {
    "own_code": Recall,
    "own_code_shrunk": Recall,
    "judged": Recall,
    "judged_shrunk": Recall,
    "kernel_distances": KernelDistances,
}
# Pictures of 128 pixels are blurred: twice the width costs four times as much.
_DISCRIMINATOR_WIDTH = 8


@dataclass(frozen=True)
class PreviewVariant:
    """A variant; without a recipe, the generator as it ships."""

    title: str
    recipe: Recipe | None


def preview_variants() -> tuple[PreviewVariant, ...]:
    """Return the shipped generator, its further training, and that with one thing changed."""
    quarter = {"generator_rate": 5e-4}
    full_size = {**quarter, "encode_sides": ((0.0, 256),)}
    return (
        PreviewVariant("as it ships", None),
        _variant("goes on for half a round"),
        _variant("the code not read back", bits=0.0),
        _variant("nor what is in the photo", bits=0.0, perceptual=0.0),
        _variant("the code read back five times as loudly", bits=5.0),
        _variant("a quarter of the learning rate", **quarter),
        _variant(
            "that, and 256 pixels looked at always, in as much time", _ROUNDS_AT_256, **full_size
        ),
        _variant("and the discriminator, weight 0.5", adversarial=0.5, adversary_from=0.0),
    )


def _variant(title: str, epochs: float = _ROUNDS, **changes: Any) -> PreviewVariant:
    default = read_recipe("default")
    generator = replace(default.generator, epochs=epochs, discriminator_width=_DISCRIMINATOR_WIDTH)
    adversary = replace(default.adversary, **{"encode_sides": _SMALL_FIRST} | changes)
    return PreviewVariant(title, replace(default, generator=generator, adversary=adversary))


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
