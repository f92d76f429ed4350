"""The two models that can be made: the default, from the training pictures, and a library's own."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Generator as Steps
from pathlib import Path

import torch

from desktop_app.core.bundle.model_bundle import ModelBundle, read_bundle
from training.base.devices import first_one_first, is_first
from training.base.errors import RecipeError
from training.benchmarks.corel import corel
from training.learning.end_to_end import fine_tuned
from training.learning.learn import Learned, learn
from training.learning.preparation import Prepared, from_photos, from_training_set
from training.learning.recipe import Recipe
from training.learning.trainer import Trained
from training.measuring.preview_quality import TorchModel, measure_previews
from training.networks.bundle_networks import hash_descriptors
from training.networks.generator import GeneratorGraph
from training.shipping.bundling import Origin, library_of, make_bundle
from training.shipping.figures import code_figures, preview_figures
from training.shipping.model_card import DEFAULT_CARD, LIBRARY_CARD
from training.shipping.reference_network import reference_network


def make_default(
    name: str, recipe: Recipe, data: Path, cache: Path, out: Path, device: torch.device,
    minutes: float | None = None,
) -> Steps[Trained, None, ModelBundle]:  # fmt: skip
    """Train on train.tar.gz, measure on Corel-5K, which took no part, and write the bundle."""
    work = cache / "runs" / name
    with first_one_first():
        prepared = from_training_set(recipe, data, cache, work, minutes)
    if recipe.fine_tune:
        prepared = yield from fine_tuned(prepared, cache, device)
    learned = yield from learn(prepared.task.to(device))

    def make() -> ModelBundle:
        figures = default_figures(prepared, learned, data, cache)
        photos = f"{len(prepared.pictures):,} photos of ten public sets (train.tar.gz), no labels"
        return _bundle(out, prepared, learned, Origin(name, photos, figures), DEFAULT_CARD)

    return _by_the_first(make, out)


def make_own(
    name: str, recipe: Recipe, photos: Path, bundle: ModelBundle, cache: Path, out: Path,
    device: torch.device, minutes: float | None = None,
) -> Steps[Trained, None, ModelBundle]:  # fmt: skip
    """Train on the photos in a folder, on the descriptors of `bundle`, and write a new bundle.

    Raises RecipeError where the recipe changes the descriptors.
    """
    if recipe.fine_tune:
        raise RecipeError(Path(name), "a library keeps its backbone: fine_tune has to be false")
    work = cache / "runs" / f"{name}-of-{photos.resolve().name}"
    with first_one_first():
        prepared = from_photos(recipe, photos, bundle, cache, work, minutes)
    learned = yield from learn(prepared.task.to(device))
    count = len(prepared.pictures)
    figures = {"photos": float(count)}
    origin = Origin(name, f"{count:,} photos of the user's own", figures, bundle)
    return _by_the_first(lambda: _bundle(out, prepared, learned, origin, LIBRARY_CARD), out)


def default_figures(
    prepared: Prepared, learned: Learned, data: Path, cache: Path
) -> dict[str, float]:
    """Of codes and previews of Corel's photos."""
    benchmark, ground = corel(data, cache), prepared.task.ground
    described = ground.describe(prepared.store.of_pictures(benchmark.pictures))
    logits = hash_descriptors(learned.network.head, described.float().numpy())
    figures = code_figures("corel", logits, benchmark)
    if learned.generator is None:
        return figures
    model = TorchModel(learned.network, GeneratorGraph(learned.generator), ground.image_size)
    quality = measure_previews(model, benchmark.pictures, reference_network(cache))
    return figures | preview_figures(quality)


def _bundle(
    out: Path, prepared: Prepared, learned: Learned, origin: Origin, card: str
) -> ModelBundle:
    ground, store = prepared.task.ground, prepared.store
    descriptors = prepared.task.examples.descriptors
    library = library_of(prepared.pictures, descriptors, ground, store)
    return make_bundle(out, ground, learned, library, origin, card, prepared.memory)


def _by_the_first(make: Callable[[], ModelBundle], out: Path) -> ModelBundle:
    """The bundle that one process of a group makes, and all read."""
    with first_one_first():
        return make() if is_first() else read_bundle(out)
