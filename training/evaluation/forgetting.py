"""Forgetting: what a model that was retrained on one library has lost on other photos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from training.benchmarks.benchmark import Benchmark
from training.benchmarks.corel import corel
from training.benchmarks.training_set import training_pictures, training_split
from training.evaluation.comparison import measured_results
from training.evaluation.experiment_data import load_experiment_data
from training.evaluation.experiments import Experiment
from training.evaluation.methods import PendingResult, our_method, pending_results
from training.learning.recipe import Recipe, read_recipe
from training.measuring.results import Result

BEFORE, AFTER, UNREMEMBERED = "default model", "after Corel", "after Corel, without memory"


@dataclass(frozen=True)
class Forgetting:
    """Recipes of the default model and of a library's own, code length and number of seeds."""

    default: str = "default"
    library: str = "library"
    bits: int = 128
    seeds: int = 3


def measure_forgetting(forgetting: Forgetting, data: Path, cache: Path) -> list[Result]:
    """Measure Corel's queries, and classes of train.tar.gz that no model here was trained on.

    The default model trains on the other classes; the library's own model on Corel's database,
    and remembers some of those.

    Raises:
        RecipeError, MissingDataError, PhotoError.
    """
    default, library = read_recipe(forgetting.default), read_recipe(forgetting.library)
    own = corel(data, cache)
    split = training_split(data, cache)
    cached_sets = (training_pictures(data, cache), own.pictures)
    start = Experiment(own, split.kept, split.kept, "", cached_sets)
    later = replace(start, training_pictures=own.pictures.subset(own.training), foreign=split.kept)
    found: list[Result] = []
    for benchmark in (own, split.foreign, split.objects):
        measured = _wanted(start, later, benchmark, (default, library), forgetting, cache)
        found += measured_results(cache, measured)
    return found


def retention_sentences(results: Sequence[Result]) -> list[str]:
    """Write a sentence for each benchmark and measure: the share left after retraining."""
    sentences = []
    for benchmark in dict.fromkeys(result.key.benchmark for result in results):
        own = [result for result in results if result.key.benchmark == benchmark]
        for found in own[0].measures:
            before = _mean(own, BEFORE, found.measure)
            shares = ", ".join(
                f"{method} {_mean(own, method, found.measure) / before:.1%}"
                for method in (AFTER, UNREMEMBERED)
            )
            sentences.append(
                f"{benchmark}, {found.measure}, Hamming, of the default model: {shares}"
            )
    return sentences


def _wanted(
    start: Experiment, later: Experiment, benchmark: Benchmark, recipes: tuple[Recipe, Recipe],
    forgetting: Forgetting, cache: Path,
) -> Iterator[PendingResult]:  # fmt: skip
    default, library = recipes
    sizes, seeds = [forgetting.bits], forgetting.seeds
    before = load_experiment_data(replace(start, benchmark=benchmark), default, cache)
    yield from pending_results(before, [our_method(BEFORE, default)], sizes, seeds)
    after = load_experiment_data(replace(later, benchmark=benchmark), library, cache)
    yield from pending_results(after, [our_method(AFTER, library)], sizes, seeds)
    alone = replace(after, remembered=None)
    yield from pending_results(alone, [our_method(UNREMEMBERED, library)], sizes, seeds)


def _mean(results: Sequence[Result], method: str, measure: str) -> float:
    return fmean(result.by(measure).plain for result in results if result.key.method == method)
