"""Libraries of one kind of pictures: the default model, a library's own head, and fine-tuning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.benchmarks.benchmark import Benchmark
from training.benchmarks.training_set import set_apart, training_pictures, training_split
from training.data.pictures import PictureSet
from training.evaluation.comparison import measured_results
from training.evaluation.experiment_data import ExperimentData, load_experiment_data
from training.evaluation.experiments import Experiment
from training.evaluation.methods import PendingResult, our_method, pending_results
from training.jobs.retraining_run import FINE_TUNED_RECIPE, LIBRARY_RECIPE
from training.learning.recipe import Recipe, read_recipe
from training.measuring.results import Result

DEFAULT, THOROUGH, FINE_TUNED = "default model", "thorough", "fine-tuned"


@dataclass(frozen=True)
class OneKind:
    """Sets of train.tar.gz that are a library each; recipes, code length and number of seeds."""

    sets: tuple[str, ...] = ("rsscn7", "clothing")
    tuned: str = FINE_TUNED_RECIPE
    library: str = LIBRARY_RECIPE
    default: str = "default"
    bits: int = 256
    seeds: int = 3


def measure_one_kind(one: OneKind, data: Path, cache: Path) -> list[Result]:
    """Measure each set, and photos of other kinds, which the library's own models may forget.

    The default model is trained on train.tar.gz without the set; a library's own models on the set
    alone, and the thorough one remembers some of the others.

    Raises:
        RecipeError, UnknownBenchmarkError, MissingDataError, PhotoError.
    """
    found: list[Result] = []
    for name in one.sets:
        kept, own = set_apart(name, data, cache)
        foreign = _without(training_split(data, cache).foreign, own, name)
        for benchmark in (own, foreign):
            # The sets that a fine-tuned network has to read come first.
            cached_sets = (own.pictures, foreign.pictures, training_pictures(data, cache))
            later = Experiment(benchmark, own.pictures, kept, "", cached_sets, foreign=kept)
            found += measured_results(cache, _wanted(later, kept, one, cache))
    return found


def _wanted(
    later: Experiment, kept: PictureSet, one: OneKind, cache: Path
) -> Iterator[PendingResult]:
    sizes = [one.bits]
    default, thorough = read_recipe(one.default), read_recipe(one.library)
    before = load_experiment_data(replace(later, training_pictures=kept), default, cache)
    yield from pending_results(before, [our_method(DEFAULT, default)], sizes, one.seeds)
    after = load_experiment_data(later, thorough, cache)
    yield from pending_results(after, [our_method(THOROUGH, thorough)], sizes, one.seeds)
    for seed in range(one.seeds):
        tuned = replace(read_recipe(one.tuned), code_bits=one.bits, seed=seed)
        yield from _fine_tuned(load_experiment_data(later, tuned, cache), tuned)


def _fine_tuned(inputs: ExperimentData, recipe: Recipe) -> Iterator[PendingResult]:
    """The whole training by one seed: of the network, and of the head on its descriptors."""
    method = our_method(FINE_TUNED, recipe)
    for key, measure in pending_results(inputs, [method], [recipe.code_bits], recipe.seed + 1):
        if key.seed == recipe.seed:
            yield key, measure


def _without(foreign: Benchmark, own: Benchmark, name: str) -> Benchmark:
    """Leave the pictures of a set out of the foreign ones, and name what is left after it."""
    known = set(own.pictures.names)
    rows = [row for row, each in enumerate(foreign.pictures.names) if each not in known]
    kept = replace(foreign, queries=foreign.queries[rows], database=foreign.database[rows])
    return replace(kept, name=f"other photos, after {name}")
