"""What the methods of a contest see: one backbone, one descriptor, the same photos for all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from training.base.arrays import Floats
from training.base.devices import best_device
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.pictures import PictureSet
from training.data.examples import Examples
from training.data.features import FeatureStore
from training.data.pixel_examples import kept_pixels
from training.data.views import ViewSettings
from training.evaluation.contests import Contest
from training.learning.end_to_end import tune, tuned_store
from training.learning.learn import Task
from training.learning.recipe import Recipe
from training.learning.trainer import finished
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.feature_extractor import FeatureExtractor, new_feature_extractor


@dataclass(frozen=True, eq=False)
class Course:
    """M photos to learn from, N that a benchmark asks about.

    `examples` are the descriptors of the first, with views where the recipe wants them, and
    `asked` int8 [N, D] those of the second; `remembered` int8 [R, D] are not to be forgotten.
    `learned_features` [M, F] and `asked_features` [N, F] are what the backbone said before: the
    ranking by floats alone sees them.
    """

    benchmark: Benchmark
    ground: FeatureExtractor
    examples: Examples
    asked: Tensor
    learned_features: Floats
    asked_features: Floats
    remembered: Tensor | None = None

    @property
    def learned_floats(self) -> Floats:
        return _floats(self.examples.descriptors)

    @property
    def identity(self) -> tuple[object, ...]:
        """All of it that a result depends on, but for the benchmark's own name."""
        digest = hashlib.sha256()
        for part in (self.examples.descriptors, *self.examples.views, self.asked, self.remembered):
            digest.update(b"" if part is None else part.numpy().tobytes())
        return (self.ground.descriptor_id, digest.hexdigest())

    @property
    def view_floats(self) -> tuple[Floats, ...]:
        return tuple(_floats(view) for view in self.examples.views)

    @property
    def asked_floats(self) -> Floats:
        return _floats(self.asked)


class PartFeatures:
    """Features of parts of picture sets, cut out of those of the whole sets."""

    def __init__(self, store: FeatureStore, wholes: Sequence[PictureSet]) -> None:
        """Every set that is asked for later is a part of one of `wholes`."""
        self._store, self._wholes = store, wholes

    def of(self, pictures: PictureSet) -> Floats:
        """float32 [N, F]. Raises PhotoError."""
        whole, rows = self._place(pictures)
        return self._store.of_pictures(whole)[rows]

    def of_view(self, pictures: PictureSet, settings: ViewSettings, number: int) -> Floats:
        """The same of an augmented view of every picture."""
        whole, rows = self._place(pictures)
        return self._store.of_views(whole, settings, number)[rows]

    def _place(self, pictures: PictureSet) -> tuple[PictureSet, list[int]]:
        for whole in self._wholes:
            rows = {name: row for row, name in enumerate(whole.names)}
            if whole.root == pictures.root and rows.keys() >= set(pictures.names):
                return whole, [rows[name] for name in pictures.names]
        raise ValueError(pictures.root)


def feature_store(backbone: LoadedBackbone, recipe: Recipe, cache: Path) -> FeatureStore:
    return FeatureStore(backbone.module, backbone.weights, recipe.image_size, cache)


def course_of(contest: Contest, recipe: Recipe, cache: Path) -> Course:
    """Look at the contest's photos, or at what the cache keeps of them.

    Where the recipe fine-tunes the backbone, that is done first, on the photos to learn from, and
    every method stands on what comes of it. Raises PhotoError, MissingWeightsError,
    DivergedError, CollapsedError.
    """
    backbone = load_backbone(recipe.backbone)
    store = feature_store(backbone, recipe, cache)
    photos = PartFeatures(store, contest.wholes).of(contest.ground)
    size, side = recipe.descriptor_size, recipe.image_size
    ground = new_feature_extractor(recipe.backbone, side, backbone, photos, size, seed=0)
    course = _course_on(ground, store, contest, recipe)
    if not recipe.fine_tune:
        return course
    task = Task(recipe, ground, course.examples, cache / "runs" / "fine-tuning")
    pixels = kept_pixels(contest.learned, side, cache)
    ground = finished(tune(task.to(best_device()), pixels)).ground
    return _course_on(ground, tuned_store(ground, cache), contest, recipe)


def _course_on(
    ground: FeatureExtractor, store: FeatureStore, contest: Contest, recipe: Recipe
) -> Course:
    features = PartFeatures(store, contest.wholes)
    learned, asked = features.of(contest.learned), features.of(contest.benchmark.pictures)
    views = [
        ground.describe(features.of_view(contest.learned, recipe.view, number + 1))
        for number in range(recipe.views)
    ]
    remembered = None
    if contest.foreign and recipe.remember:
        foreign = contest.foreign.sample(recipe.remember, seed=0)
        remembered = ground.describe(features.of(foreign))
    return Course(
        contest.benchmark,
        ground,
        Examples(ground.describe(learned), tuple(views)),
        ground.describe(asked),
        learned,
        asked,
        remembered,
    )


def _floats(descriptors: Tensor) -> Floats:
    values: Floats = descriptors.float().numpy()
    return values
