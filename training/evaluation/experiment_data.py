"""The data of an experiment as methods see it: one backbone, one descriptor, the same photos."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from torch import Tensor

from training.base.arrays import Floats
from training.base.devices import all_cores, best_device
from training.benchmarks.benchmark import Benchmark
from training.data.datasets import DescriptorDataset, cached_pixels
from training.data.features import FeatureStore, Pixels
from training.data.pictures import PictureSet
from training.data.views import ViewSettings
from training.evaluation.experiments import Experiment
from training.evaluation.tuned_rivals import PixelInputs
from training.learning.end_to_end import fine_tune, fine_tuned_store
from training.learning.preparation import guide_of
from training.learning.recipe import Recipe
from training.learning.train_model import TrainingTask
from training.learning.trainer import run_to_completion
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.feature_extractor import FeatureExtractor, new_feature_extractor


@dataclass(frozen=True, eq=False)
class ExperimentData:
    """M photos to train on, and the N pictures of a benchmark.

    Attributes:
        benchmark: queries and database.
        extractor: backbone and descriptor of all photos.
        dataset: descriptors of the M photos, with views if the recipe asks for them.
        benchmark_descriptors: int8 [N, D].
        training_features: float32 [M, F], of the backbone, for the ranking by floats.
        benchmark_features: float32 [N, F], the same.
        remembered: int8 [R, D], descriptors that should not be forgotten, if any.
        before_tuning: what other methods start from that train the backbone, if the recipe does.
    """

    benchmark: Benchmark
    extractor: FeatureExtractor
    dataset: DescriptorDataset
    benchmark_descriptors: Tensor
    training_features: Floats
    benchmark_features: Floats
    remembered: Tensor | None = None
    before_tuning: PixelInputs | None = None

    @property
    def training_floats(self) -> Floats:
        return _floats(self.dataset.descriptors)

    @property
    def identity(self) -> tuple[object, ...]:
        """Everything that a result depends on, except the benchmark's name."""
        digest = hashlib.sha256()
        for part in (
            self.dataset.descriptors,
            *self.dataset.views,
            self.benchmark_descriptors,
            self.remembered,
        ):
            digest.update(b"" if part is None else part.numpy().tobytes())
        return (self.extractor.descriptor_id, digest.hexdigest())

    @property
    def view_floats(self) -> tuple[Floats, ...]:
        return tuple(_floats(view) for view in self.dataset.views)

    @property
    def benchmark_floats(self) -> Floats:
        return _floats(self.benchmark_descriptors)


class SubsetFeatures:
    """Features of subsets, taken from the cached features of whole picture sets."""

    def __init__(self, store: FeatureStore, cached_sets: Sequence[PictureSet]) -> None:
        """Every set that is requested later must be a subset of one of `cached_sets`."""
        self._store, self._sets = store, cached_sets

    def of(self, pictures: PictureSet) -> Floats:
        """Return the features of a subset, float32 [N, F].

        Raises:
            PhotoError: a picture cannot be read.
        """
        whole, rows = self._place(pictures)
        return self._store.of_pictures(whole)[rows]

    def of_view(self, pictures: PictureSet, settings: ViewSettings, number: int) -> Floats:
        """Return the features of an augmented view of each picture, float32 [N, F]."""
        whole, rows = self._place(pictures)
        return self._store.of_views(whole, settings, number)[rows]

    def _place(self, pictures: PictureSet) -> tuple[PictureSet, list[int]]:
        for whole in self._sets:
            rows = {name: row for row, name in enumerate(whole.names)}
            if whole.root == pictures.root and rows.keys() >= set(pictures.names):
                return whole, [rows[name] for name in pictures.names]
        raise ValueError(pictures.root)


def feature_store(backbone: LoadedBackbone, recipe: Recipe, cache: Path) -> FeatureStore:
    return FeatureStore(backbone.module, backbone.weights, recipe.image_size, cache)


def load_experiment_data(experiment: Experiment, recipe: Recipe, cache: Path) -> ExperimentData:
    """Describe the experiment's photos; features come from the cache if they are there.

    A recipe that fine-tunes the backbone does so first, on the photos to train on, and all
    methods use the fine-tuned backbone.

    Raises:
        PhotoError, MissingWeightsError, DivergedError, CollapsedError.
    """
    backbone = load_backbone(recipe.backbone)
    store = feature_store(backbone, recipe, cache)
    extractor = _new_extractor(backbone, store, experiment, recipe)
    inputs = _experiment_data(extractor, store, experiment, recipe)
    if not recipe.fine_tune:
        return inputs
    runs, photos = cache / "runs", experiment.training_pictures
    guide = guide_of(
        recipe,
        lambda store: SubsetFeatures(store, experiment.cached_sets).of(photos),
        cache,
    )
    task = TrainingTask(recipe, extractor, inputs.dataset, runs, guide=guide)
    task = replace(task, folder=runs / f"fine-tuning-{task.key()}")  # read again, not trained again
    pixels = cached_pixels(photos, recipe.image_size, cache)
    with all_cores():
        tuned = run_to_completion(fine_tune(task.to(best_device()), pixels)).extractor
    found = _experiment_data(tuned, fine_tuned_store(tuned, cache), experiment, recipe)
    return replace(found, before_tuning=_pixel_inputs(inputs, guide, pixels, experiment, cache))


def _pixel_inputs(
    frozen: ExperimentData,
    guide: Tensor | None,
    pixels: Pixels,
    experiment: Experiment,
    cache: Path,
) -> PixelInputs:
    floats = frozen.training_floats
    return PixelInputs(
        frozen.extractor,
        floats,
        floats if guide is None else _floats(guide),
        pixels,
        frozen.identity,
        partial(_described, experiment, cache),
        cache / "runs",
    )


def _described(experiment: Experiment, cache: Path, extractor: FeatureExtractor) -> Floats:
    features = SubsetFeatures(fine_tuned_store(extractor, cache), experiment.cached_sets)
    return _floats(extractor.describe(features.of(experiment.benchmark.pictures)))


def _new_extractor(
    backbone: LoadedBackbone, store: FeatureStore, experiment: Experiment, recipe: Recipe
) -> FeatureExtractor:
    photos = SubsetFeatures(store, experiment.cached_sets).of(experiment.descriptor_pictures)
    size, side = recipe.descriptor_size, recipe.image_size
    return new_feature_extractor(recipe.backbone, side, backbone, photos, size, seed=0)


def _experiment_data(
    extractor: FeatureExtractor, store: FeatureStore, experiment: Experiment, recipe: Recipe
) -> ExperimentData:
    features, pictures = SubsetFeatures(store, experiment.cached_sets), experiment.training_pictures
    training_features = features.of(pictures)
    benchmark_features = features.of(experiment.benchmark.pictures)
    views = tuple(
        extractor.describe(features.of_view(pictures, recipe.view, number + 1))
        for number in range(recipe.views)
    )
    return ExperimentData(
        experiment.benchmark,
        extractor,
        DescriptorDataset(extractor.describe(training_features), views),
        extractor.describe(benchmark_features),
        training_features,
        benchmark_features,
        _remembered(extractor, features, experiment, recipe.remember),
    )


def _remembered(
    extractor: FeatureExtractor, features: SubsetFeatures, experiment: Experiment, count: int
) -> Tensor | None:
    if not (experiment.foreign and count):
        return None
    return extractor.describe(features.of(experiment.foreign.sample(count, seed=0)))


def _floats(descriptors: Tensor) -> Floats:
    values: Floats = descriptors.float().numpy()
    return values
