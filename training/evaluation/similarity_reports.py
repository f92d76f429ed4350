"""How good S is on a benchmark's photos, for each combination; labels serve measuring only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.benchmarks.benchmark import Benchmark, Measure
from training.evaluation.experiment_data import load_experiment_data
from training.evaluation.experiments import load_experiment
from training.learning.recipe import read_recipe
from training.similarity.matrix import Combination, semantic_similarity
from training.similarity.report import SimilarityReport, report_similarity


def report_combinations(
    name: str, data: Path, cache: Path, recipe_name: str | None = None
) -> list[SimilarityReport]:
    """Report on S of an experiment's training photos, once for each combination.

    Raises:
        UnknownBenchmarkError, RecipeError, MissingDataError, PhotoError.
    """
    experiment = load_experiment(name, data, cache)
    recipe = read_recipe(recipe_name or experiment.recipe)
    inputs = load_experiment_data(experiment, replace(recipe, views=0, remember=0), cache)
    benchmark = inputs.benchmark
    descriptors = inputs.benchmark_descriptors[benchmark.training].numpy()
    measures = _measures_of(benchmark)
    similarities = (
        semantic_similarity(descriptors, replace(recipe.similarity, combination=combination))
        for combination in Combination
    )
    return [report_similarity(similarity, measures, recipe.seed) for similarity in similarities]


def _measures_of(benchmark: Benchmark) -> list[Measure]:
    """Return the benchmark's measures with the labels of the training photos only."""
    rows = benchmark.training
    return [replace(measure, labels=measure.labels[rows]) for measure in benchmark.measures]
