"""Prepare a training task from pictures on disk: descriptors, views, small pictures, memory."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.model_memory import read_memory, training_memory
from desktop_app.core.photos.photo_reader import PhotoReader
from training.base.arrays import Floats
from training.benchmarks.training_set import training_pictures
from training.data.datasets import DescriptorDataset
from training.data.features import FeatureStore, ReadPixels, read_pixels, view_reader
from training.data.folders import pictures_in_folder
from training.data.pictures import PictureSet
from training.data.views import ViewSettings
from training.learning.predecessor import predecessor_of
from training.learning.recipe import Recipe
from training.learning.train_model import TrainingTask
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.feature_extractor import (
    FeatureExtractor,
    feature_extractor_of_bundle,
    new_feature_extractor,
    weights_of,
)

# Number of descriptors of the default model's photos that ship with its bundle.
_SHIPPED_MEMORY = 4000
# Crops and mirror images that the generator is trained on, too; it should draw colours as they are.
_CROPS = ViewSettings(smallest_area=0.45, colour=0.0, hue=0.0, grey=0.0)


@dataclass(frozen=True, eq=False)
class PreparedTask:
    """A task and where its data comes from.

    Attributes:
        task: what is trained.
        pictures: the photos of its dataset.
        store: features of pictures, by the task's backbone.
        memory: int8 [M, D], descriptors that the bundle stores for later retrainings.
    """

    task: TrainingTask
    pictures: PictureSet
    store: FeatureStore
    memory: NDArray[np.int8]


def prepare_default_task(
    recipe: Recipe, data: Path, cache: Path, work: Path, minutes: float | None
) -> PreparedTask:
    """Prepare the default model: fit a new descriptor on train.tar.gz.

    Raises:
        MissingDataError, MissingWeightsError, PhotoError.
    """
    pictures = training_pictures(data, cache)
    backbone = load_backbone(recipe.backbone)
    store = FeatureStore(backbone.module, backbone.weights, recipe.image_size, cache)
    features = store.of_pictures(pictures)
    size, seed = recipe.descriptor_size, recipe.seed
    extractor = new_feature_extractor(
        recipe.backbone, recipe.image_size, backbone, features, size, seed
    )
    dataset = dataset_of(recipe, extractor, store, pictures)
    crops = _crops(recipe, extractor, store, pictures)
    guide = guide_of(recipe, lambda larger: larger.of_pictures(pictures), cache)
    task = TrainingTask(recipe, extractor, dataset, work, minutes=minutes, crops=crops, guide=guide)
    return PreparedTask(task, pictures, store, memory_sample(dataset, seed))


def guide_of(
    recipe: Recipe, features_of: Callable[[FeatureStore], Floats], cache: Path
) -> torch.Tensor | None:
    """Describe the photos for S, partners and ranking targets of fine-tuning: int8 [N, D].

    `features_of(store)` returns features float32 [N, F]. None: the recipe asks for none.
    """
    side = recipe.fine_tuning.guide_size
    if not (recipe.fine_tune and side):
        return None
    backbone = load_backbone(recipe.backbone)
    store = FeatureStore(backbone.module, backbone.weights, side, cache)
    features, size = features_of(store), recipe.descriptor_size
    extractor = new_feature_extractor(recipe.backbone, side, backbone, features, size, recipe.seed)
    return extractor.describe(features)


def prepare_library_task(
    recipe: Recipe, photos: Path, bundle: ModelBundle, cache: Path, work: Path,
    minutes: float | None,
) -> PreparedTask:  # fmt: skip
    """Prepare a library's own model: a new head on the bundle's descriptor.

    Raises:
        NoPicturesError, BundleError, MissingWeightsError, PhotoError.
    """
    pictures = pictures_in_folder(photos)
    extractor = feature_extractor_of_bundle(bundle)
    store = feature_store_of(extractor, cache)
    memory, kept = read_memory(bundle), training_memory(bundle, recipe.remember)
    dataset = dataset_of(recipe, extractor, store, pictures)
    remembered = torch.from_numpy(kept) if len(kept) else None
    predecessor = predecessor_of(Encoder(bundle)) if recipe.generator.epochs else None
    task = TrainingTask(
        recipe, extractor, dataset, work, remembered, minutes, predecessor=predecessor
    )
    return PreparedTask(task, pictures, store, memory)


def feature_store_of(extractor: FeatureExtractor, cache: Path) -> FeatureStore:
    """Return the feature store of an extractor; a fine-tuned backbone has a key of its own."""
    pretrained: LoadedBackbone = load_backbone(extractor.name)
    same = weights_of(pretrained.module) == weights_of(extractor.backbone)
    name = pretrained.weights if same else extractor.descriptor_id
    return FeatureStore(extractor.backbone, name, extractor.image_size, cache)


def dataset_of(
    recipe: Recipe, extractor: FeatureExtractor, store: FeatureStore, pictures: PictureSet
) -> DescriptorDataset:
    """Describe photos and views; read small pictures if the recipe trains a generator."""
    descriptors = extractor.describe(store.of_pictures(pictures))
    views = [
        extractor.describe(store.of_views(pictures, recipe.view, number + 1))
        for number in range(recipe.views)
    ]
    small = preview_targets(pictures, recipe.generator.side) if recipe.generator.epochs else None
    return DescriptorDataset(descriptors, tuple(views), small)


def _crops(
    recipe: Recipe, extractor: FeatureExtractor, store: FeatureStore, pictures: PictureSet
) -> DescriptorDataset | None:
    """Describe cropped copies of the photos for the generator, and read them at its size."""
    settings = recipe.generator
    if not (settings.epochs and settings.crops):
        return None
    numbers = range(1, settings.crops + 1)
    descriptors = [
        extractor.describe(store.of_views(pictures, _CROPS, number)) for number in numbers
    ]
    small = [view_targets(pictures, _CROPS, number, settings.side) for number in numbers]
    return DescriptorDataset(torch.cat(descriptors), (), torch.cat(small))


def view_targets(pictures: PictureSet, view: ViewSettings, number: int, side: int) -> torch.Tensor:
    """Read views of the photos at a generator's size, uint8 [N, side, side, 3].

    They are the views that FeatureStore.of_views describes for the same arguments.

    Raises:
        PhotoError: a picture cannot be read.
    """
    return _read_all(pictures, view_reader(pictures, view, number, side))


def preview_targets(pictures: PictureSet, side: int) -> torch.Tensor:
    """Read the photos at a generator's size, uint8 [N, side, side, 3].

    Raises:
        PhotoError: a picture cannot be read.
    """
    return _read_all(pictures, partial(read_pixels, PhotoReader(), side))


def _read_all(pictures: PictureSet, read: ReadPixels) -> torch.Tensor:
    """Read all pictures of a set, in threads: uint8 [N, side, side, 3]."""
    with ThreadPoolExecutor(available_cores()) as pool:
        return torch.from_numpy(np.stack(list(pool.map(read, pictures.paths))))


def memory_sample(dataset: DescriptorDataset, seed: int) -> NDArray[np.int8]:
    """Draw at most 4,000 descriptors, int8 [M, D], to ship with the bundle."""
    rows = np.sort(np.random.default_rng(seed).permutation(len(dataset))[:_SHIPPED_MEMORY])
    memory: NDArray[np.int8] = dataset.descriptors.cpu().numpy()[rows]
    return memory
