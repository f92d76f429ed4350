"""The methods of a comparison, by their names on the command line and in tables."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.core.base.codes import Logits
from desktop_app.core.learning.linear_hash import itq
from training.base.arrays import Floats
from training.base.errors import UnknownMethodError
from training.evaluation.experiment_data import ExperimentData
from training.evaluation.tuned_rivals import RivalTuning, tuned_logits
from training.learning.recipe import Recipe
from training.learning.train_model import TrainedModel, TrainingTask, train_model
from training.learning.trainer import run_to_completion
from training.measuring.baselines import lsh, pca_sign
from training.measuring.results import (
    Result,
    ResultKey,
    result_of_codes,
    result_of_floats,
    settings_digest,
)
from training.networks.bundle_networks import hash_descriptors
from training.rivals.methods import Rival, rivals
from training.rivals.ssdh import SsdhSettings

OURS = "ours"
FINE_TUNED = "-tuned"  # ends the names of rivals whose backbone is trained, too

_ITQ_ITERATIONS = 50
# Its paper's deviations: with more, hardly any pair of CIFAR-10 is dissimilar, and a network that
# is trained to the end gives all photos one code.
_TUNED_SSDH = SsdhSettings(deviations=2.0)

# Descriptors, int8 values as float32 [N, D] -> logits float32 [N, K].
Hasher = Callable[[Floats], Logits]
PendingResult = tuple[ResultKey, Callable[[], Result]]


@dataclass(frozen=True)
class FloatRanking:
    """A ranking without codes; `features(inputs)` returns centred float32 [N, F]."""

    title: str
    features: Callable[[ExperimentData], Floats]


@dataclass(frozen=True)
class Hashing:
    """A method that makes codes.

    Attributes:
        title: its name in tables.
        settings: everything it depends on besides data, bits and seed.
        fit: (inputs, bits, seed) -> hasher.
        is_seeded: whether the seed makes a difference.
    """

    title: str
    settings: object
    fit: Callable[[ExperimentData, int, int], Hasher]
    is_seeded: bool = True

    def logits(self, inputs: ExperimentData, bits: int, seed: int) -> Logits:
        """Train, and compute the logits float32 [N, K] of the benchmark's pictures."""
        return self.fit(inputs, bits, seed)(inputs.benchmark_floats)


@dataclass(frozen=True)
class TunedRival:
    """A rival whose backbone is trained, too, by the settings of a recipe that fine-tunes."""

    rival: Rival
    tuning: RivalTuning
    is_seeded: bool = True

    @property
    def title(self) -> str:
        return f"{self.rival.name}, fine-tuned"

    @property
    def settings(self) -> object:
        return self.rival.settings, self.tuning

    def logits(self, inputs: ExperimentData, bits: int, seed: int) -> Logits:
        """Train, and compute the logits float32 [N, K] of the benchmark's pictures."""
        assert inputs.before_tuning is not None
        return tuned_logits(self.rival, inputs.before_tuning, self.tuning, bits, seed)


Method = FloatRanking | Hashing | TunedRival


def select_methods(
    names: Sequence[str], recipe: Recipe, views: tuple[Floats, ...] = ()
) -> list[Method]:
    """Return methods by name; `ours` trains by the recipe.

    If the recipe fine-tunes the backbone, `ssdh-tuned`, `bi-half-tuned` and `cibhash-tuned` train
    it by their own losses; all others use what the recipe's training has made of it.
    `views` are descriptors of augmented copies of the training photos, if there are any.

    Raises:
        UnknownMethodError: there is no method of that name.
    """
    known = _methods(recipe, views)
    for name in names:
        if name not in known:
            raise UnknownMethodError(name, tuple(known))
    return [known[name] for name in names]


def method_names() -> tuple[str, ...]:
    return tuple(_methods(Recipe(), ()))


def itq_method() -> Hashing:
    def fit_itq(inputs: ExperimentData, bits: int, seed: int) -> Hasher:
        return itq_hasher(inputs.training_floats, bits, seed)

    return Hashing("ITQ", _ITQ_ITERATIONS, fit_itq)


def itq_hasher(descriptors: Floats, bits: int, seed: int) -> Hasher:
    """Fit ITQ to descriptors float32 [N, D]."""
    return itq(descriptors, bits, _ITQ_ITERATIONS, seed).logits


def our_method(title: str, recipe: Recipe) -> Hashing:
    """Train by a recipe, without the generator."""
    return by_recipe(title, replace(recipe, generator=replace(recipe.generator, epochs=0)))


def by_recipe(title: str, recipe: Recipe) -> Hashing:
    """Train by a recipe, including the generator and its effect on the codes."""

    def fit_recipe(inputs: ExperimentData, bits: int, seed: int) -> Hasher:
        network = train_on(inputs, replace(recipe, code_bits=bits, seed=seed)).network
        return partial(hash_descriptors, network.head)

    return Hashing(title, recipe, fit_recipe)


def pending_results(
    inputs: ExperimentData, methods: Sequence[Method], bits: Sequence[int], seeds: int
) -> Iterator[PendingResult]:
    """Yield what is to be measured, and how, for `results_file.completed_results`."""
    name = inputs.benchmark.name
    for method in methods:
        if isinstance(method, FloatRanking):
            key = ResultKey(name, method.title, None, 0, settings_digest(*inputs.identity))
            yield key, partial(_measured_floats, key, method, inputs)
            continue
        settings = settings_digest(*inputs.identity, method.settings)
        for size in bits:
            for seed in range(seeds if method.is_seeded else 1):
                key = ResultKey(name, method.title, size, seed, settings)
                yield key, partial(_measured_codes, key, method, inputs)


def train_on(inputs: ExperimentData, recipe: Recipe) -> TrainedModel:
    """Train by the recipe in a temporary folder.

    Raises:
        TooFewPicturesError, DivergedError, CollapsedError.
    """
    with tempfile.TemporaryDirectory() as folder:
        task = TrainingTask(
            recipe, inputs.extractor, inputs.dataset, Path(folder), inputs.remembered
        )
        return run_to_completion(train_model(task))


def _methods(recipe: Recipe, views: tuple[Floats, ...]) -> dict[str, Method]:
    return {
        "floats": FloatRanking("floats", _centred_features),
        "pca": FloatRanking("PCA floats", lambda inputs: inputs.benchmark_floats),
        "lsh": Hashing("LSH", "", _fit_lsh),
        "pca-sign": Hashing("PCA-sign", "", _fit_pca_sign, is_seeded=False),
        "itq": itq_method(),
        **{rival.name.lower(): _of_rival(rival) for rival in rivals(views)},
        **(_tuned_rivals(recipe) if recipe.fine_tune else {}),
        OURS: our_method(OURS, recipe),
    }


def _tuned_rivals(recipe: Recipe) -> dict[str, Method]:
    return {
        rival.name.lower() + FINE_TUNED: TunedRival(rival, RivalTuning(recipe))
        for rival in rivals(ssdh=_TUNED_SSDH)
    }


def _measured_floats(key: ResultKey, method: FloatRanking, inputs: ExperimentData) -> Result:
    return result_of_floats(key, method.features(inputs), inputs.benchmark)


def _measured_codes(key: ResultKey, method: Hashing | TunedRival, inputs: ExperimentData) -> Result:
    assert key.bits is not None
    logits = method.logits(inputs, key.bits, key.seed)
    return result_of_codes(key, logits, inputs.benchmark)


def _centred_features(inputs: ExperimentData) -> Floats:
    centred: Floats = inputs.benchmark_features - inputs.training_features.mean(axis=0)
    return centred


def _fit_lsh(inputs: ExperimentData, bits: int, seed: int) -> Hasher:
    return lsh(inputs.training_floats, bits, seed).logits


def _fit_pca_sign(inputs: ExperimentData, bits: int, _: int) -> Hasher:
    return pca_sign(inputs.training_floats, bits).logits


def _of_rival(rival: Rival) -> Hashing:
    def fit_rival(inputs: ExperimentData, bits: int, seed: int) -> Hasher:
        return rival.fit(inputs.training_floats, bits, seed).logits

    return Hashing(rival.name, rival.settings, fit_rival)
