"""Train and bundle a model: the default one, or a library's own from a folder of photos."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Generator as Steps
from dataclasses import replace
from pathlib import Path

import torch

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.learning.model_card import DEFAULT_CARD, LIBRARY_CARD
from training.base.devices import broadcast_object, is_main_process, main_process_first
from training.base.errors import RecipeError
from training.benchmarks.corel import corel
from training.learning.end_to_end import fine_tune_task
from training.learning.predecessor import predecessor_of
from training.learning.preparation import PreparedTask, prepare_default_task, prepare_library_task
from training.learning.recipe import Recipe
from training.learning.train_model import TrainedModel, train_model
from training.learning.trainer import TrainingReport
from training.measuring.preview_quality import TorchModel, measure_previews
from training.networks.bundle_networks import hash_descriptors
from training.networks.generator import GeneratorGraph
from training.shipping.bundling import Provenance, build_bundle, calibration_photos_of
from training.shipping.figures import code_figures, preview_figures, reference_network


def train_default_model(
    name: str, recipe: Recipe, data: Path, cache: Path, out: Path, device: torch.device,
    minutes: float | None = None, start: ModelBundle | None = None,
) -> Steps[TrainingReport, None, ModelBundle]:  # fmt: skip
    """Train on train.tar.gz, measure on Corel-5K, which is not trained on, and write the bundle.

    `start` is the bundle whose generator is trained further, if it has the recipe's size.
    """
    work = cache / "runs" / name
    with main_process_first():
        prepared = prepare_default_task(recipe, data, cache, work, minutes)
        if start is not None:
            task = replace(prepared.task, predecessor=predecessor_of(Encoder(start)))
            prepared = replace(prepared, task=task)
    if recipe.fine_tune:
        prepared = yield from fine_tune_task(prepared, cache, device)
    model = yield from train_model(prepared.task.to(device))

    def build() -> ModelBundle:
        figures = default_figures(prepared, model, data, cache)
        photos = f"{len(prepared.pictures):,} photos of ten public sets (train.tar.gz), no labels"
        return _bundle(out, prepared, model, Provenance(name, photos, figures), DEFAULT_CARD)

    return _on_main_process(build)


def train_library_model(
    name: str, recipe: Recipe, photos: Path, bundle: ModelBundle, cache: Path, out: Path,
    device: torch.device, minutes: float | None = None,
) -> Steps[TrainingReport, None, ModelBundle]:  # fmt: skip
    """Train on the photos in a folder, on the descriptors of `bundle`, and write a new bundle.

    Raises:
        RecipeError: the recipe would change the descriptors.
    """
    if recipe.fine_tune:
        raise RecipeError(
            Path(name),
            "the recipe of a library must not fine-tune the backbone (fine_tune = false)",
        )
    work = cache / "runs" / f"{name}-of-{photos.resolve().name}"
    with main_process_first():
        prepared = prepare_library_task(recipe, photos, bundle, cache, work, minutes)
    model = yield from train_model(prepared.task.to(device))
    count = len(prepared.pictures)
    figures = {"photos": float(count)}
    origin = Provenance(name, f"{count:,} photos of the user's own", figures, bundle)
    return _on_main_process(lambda: _bundle(out, prepared, model, origin, LIBRARY_CARD))


def default_figures(
    prepared: PreparedTask, model: TrainedModel, data: Path, cache: Path
) -> dict[str, float]:
    """Measure codes and previews of Corel's photos."""
    benchmark, extractor = corel(data, cache), prepared.task.extractor
    descriptors = extractor.describe(prepared.store.of_pictures(benchmark.pictures))
    logits = hash_descriptors(model.network.head, descriptors.float().numpy())
    figures = code_figures("corel", logits, benchmark)
    if model.generator is None:
        return figures
    networks = TorchModel(model.network, GeneratorGraph(model.generator), extractor.image_size)
    quality = measure_previews(networks, benchmark.pictures, reference_network(cache))
    return figures | preview_figures(quality)


def _bundle(
    out: Path, prepared: PreparedTask, model: TrainedModel, provenance: Provenance, card: str
) -> ModelBundle:
    extractor, store = prepared.task.extractor, prepared.store
    descriptors = prepared.task.dataset.descriptors
    photos = calibration_photos_of(prepared.pictures, descriptors, extractor, store)
    return build_bundle(out, extractor, model, photos, provenance, card, prepared.memory)


def _on_main_process(build: Callable[[], ModelBundle]) -> ModelBundle:
    """Build the bundle in the main process; the others, maybe on other machines, wait for it."""
    built = broadcast_object(build() if is_main_process() else None)
    assert built is not None
    return built
