"""What a training needs, from pictures on disk: descriptors, views, small pictures, a memory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.model_memory import read_memory, training_memory
from desktop_app.core.photos.photo_reader import PhotoReader
from training.benchmarks.folders import pictures_in
from training.benchmarks.pictures import PictureSet
from training.benchmarks.training_set import training_pictures
from training.data.examples import Examples
from training.data.features import FeatureStore, read_pixels
from training.learning.learn import Task
from training.learning.predecessor import predecessor_of
from training.learning.recipe import Recipe
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.feature_extractor import (
    FeatureExtractor,
    feature_extractor_of_bundle,
    new_feature_extractor,
    weights_of,
)

# Of the default model's photos, so many descriptors go with the bundle.
_SHIPPED_MEMORY = 4000


@dataclass(frozen=True, eq=False)
class Prepared:
    """A task, the photos that it learns from, and what the bundle is to remember of them."""

    task: Task
    pictures: PictureSet
    store: FeatureStore
    memory: NDArray[np.int8]


def from_training_set(
    recipe: Recipe, data: Path, cache: Path, work: Path, minutes: float | None
) -> Prepared:
    """The default model: a new descriptor, fitted on train.tar.gz.

    Raises MissingDataError, MissingWeightsError, PhotoError.
    """
    pictures = training_pictures(data, cache)
    backbone = load_backbone(recipe.backbone)
    store = FeatureStore(backbone.module, backbone.weights, recipe.image_size, cache)
    features = store.of_pictures(pictures)
    size, seed = recipe.descriptor_size, recipe.seed
    ground = new_feature_extractor(
        recipe.backbone, recipe.image_size, backbone, features, size, seed
    )
    examples = examples_of(recipe, ground, store, pictures)
    task = Task(recipe, ground, examples, work, minutes=minutes)
    return Prepared(task, pictures, store, memory_of(examples, seed))


def from_photos(
    recipe: Recipe, photos: Path, bundle: ModelBundle, cache: Path, work: Path,
    minutes: float | None,
) -> Prepared:  # fmt: skip
    """A library's own model: the bundle's descriptor, a new head for the photos in a folder.

    Raises NoPicturesError, BundleError, MissingWeightsError, PhotoError.
    """
    pictures = pictures_in(photos)
    ground = feature_extractor_of_bundle(bundle)
    store = store_of(ground, cache)
    memory, kept = read_memory(bundle), training_memory(bundle, recipe.remember)
    examples = examples_of(recipe, ground, store, pictures)
    remembered = torch.from_numpy(kept) if len(kept) else None
    before = predecessor_of(Encoder(bundle)) if recipe.generator.epochs else None
    task = Task(recipe, ground, examples, work, remembered, minutes, before=before)
    return Prepared(task, pictures, store, memory)


def store_of(ground: FeatureExtractor, cache: Path) -> FeatureStore:
    """Features of what a model stands on; of a fine-tuned backbone, under a name of its own."""
    untouched: LoadedBackbone = load_backbone(ground.name)
    same = weights_of(untouched.module) == weights_of(ground.backbone)
    name = untouched.weights if same else ground.descriptor_id
    return FeatureStore(ground.backbone, name, ground.image_size, cache)


def examples_of(
    recipe: Recipe, ground: FeatureExtractor, store: FeatureStore, pictures: PictureSet
) -> Examples:
    """Descriptors of photos and views, and small pictures where a generator is asked for."""
    descriptors = ground.describe(store.of_pictures(pictures))
    views = [
        ground.describe(store.of_views(pictures, recipe.view, number + 1))
        for number in range(recipe.views)
    ]
    small = small_pictures(pictures, recipe.generator.side) if recipe.generator.epochs else None
    return Examples(descriptors, tuple(views), small)


def small_pictures(pictures: PictureSet, side: int) -> torch.Tensor:
    """The photos as a generator draws them: uint8 [N, side, side, 3]. Raises PhotoError."""
    reader = PhotoReader()
    with ThreadPoolExecutor(available_cores()) as pool:
        small = list(pool.map(lambda path: read_pixels(reader, side, path), pictures.paths))
    return torch.from_numpy(np.stack(small))


def memory_of(examples: Examples, seed: int) -> NDArray[np.int8]:
    """Descriptors of some of the photos, int8 [M, D], which go with the bundle."""
    rows = np.sort(np.random.default_rng(seed).permutation(len(examples))[:_SHIPPED_MEMORY])
    memory: NDArray[np.int8] = examples.descriptors.cpu().numpy()[rows]
    return memory
