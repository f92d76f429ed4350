"""What each part of the generator's training is worth: the shipped generator goes on for half a
round of the training photos, looked at small at first, with one thing changed.
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
from training.learning.learn import learn
from training.learning.predecessor import predecessor_of
from training.learning.preparation import from_training_set
from training.learning.recipe import Recipe, read_recipe
from training.learning.trainer import finished
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
from training.shipping.reference_network import reference_network

_ROUNDS = 0.5
_SMALL_FIRST = ((0.0, 96), (0.6, 160), (0.9, 256))
# At 256 pixels a picture takes 2.5 times as long as, in the mean, by those sides (measured).
_ROUNDS_AT_256 = 0.2
# What a file of results calls by these names is one of these.
_PARTS: dict[str, type] = {
    "own_code": Recall,
    "own_code_shrunk": Recall,
    "judged": Recall,
    "judged_shrunk": Recall,
    "kernel_distances": KernelDistances,
}
# Of pictures that are blurred, at 128 pixels: twice as many cost four times as much.
_DISCRIMINATOR_WIDTH = 8


@dataclass(frozen=True)
class PreviewVariant:
    """`recipe` None: the generator as it is, before it goes on."""

    title: str
    recipe: Recipe | None


def preview_variants() -> tuple[PreviewVariant, ...]:
    """As it is, as it goes on, and that with one thing changed."""
    default = read_recipe("default")

    def changed(title: str, rounds: float = _ROUNDS, **changes: Any) -> PreviewVariant:
        generator = replace(
            default.generator, epochs=rounds, discriminator_width=_DISCRIMINATOR_WIDTH
        )
        adversary = replace(default.adversary, **{"encode_sides": _SMALL_FIRST} | changes)
        return PreviewVariant(title, replace(default, generator=generator, adversary=adversary))

    return (
        PreviewVariant("as it ships", None),
        changed("goes on for half a round"),
        changed("the code not read back", bits=0.0),
        changed("nor what is in the photo", bits=0.0, perceptual=0.0),
        changed("the code read back five times as loudly", bits=5.0),
        changed("a quarter of the learning rate", generator_rate=5e-4),
        changed(
            "that, and 256 pixels looked at always, in as much time",
            _ROUNDS_AT_256,
            generator_rate=5e-4,
            encode_sides=((0.0, 256),),
        ),
        changed("and the discriminator, weight 0.5", adversarial=0.5, adversary_from=0.0),
    )


def ablate_previews(
    encoder: Encoder, data: Path, cache: Path
) -> Iterator[tuple[str, PreviewQuality]]:
    """Each variant of a bundle's generator, on Corel's photos, which none has seen.

    What was measured once is kept in the cache. Raises MissingDataError, MissingWeightsError,
    PhotoError, and BundleError where the bundle has no generator.
    """
    for variant in preview_variants():
        kept = kept_quality(encoder, variant, cache)
        if not kept.is_file():
            model = _model(encoder, variant, data, cache, kept.parent)
            quality = measure_previews(model, corel(data, cache).pictures, reference_network(cache))
            atomic_write(kept, json.dumps(asdict(quality)))
        yield variant.title, _read_quality(kept)


def kept_quality(encoder: Encoder, variant: PreviewVariant, cache: Path) -> Path:
    """Where what was measured is kept, in the folder in which the variant learns."""
    told = (encoder.bundle.manifest.model_id, variant.recipe)
    digest = hashlib.sha256(repr(told).encode()).hexdigest()[:16]
    return cache / "runs" / f"previews-{digest}" / "quality.json"


def _read_quality(path: Path) -> PreviewQuality:
    kept = json.loads(path.read_text("utf-8"))
    parts = {name: kind(**kept[name]) for name, kind in _PARTS.items()}
    return PreviewQuality(**kept | parts)


def _model(
    encoder: Encoder, variant: PreviewVariant, data: Path, cache: Path, work: Path
) -> PreviewModel:
    if variant.recipe is None:
        return BundleModel(encoder)
    prepared = from_training_set(variant.recipe, data, cache, work, minutes=None)
    learned = finished(learn(replace(prepared.task, before=predecessor_of(encoder))))
    assert learned.generator is not None
    graph = GeneratorGraph(learned.generator)
    return TorchModel(learned.network, graph, prepared.task.ground.image_size)
