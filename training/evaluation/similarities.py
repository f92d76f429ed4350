"""How good S is on a benchmark's photos, however it is combined; labels only judge it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.benchmarks.benchmark import Benchmark, Measure
from training.evaluation.contests import contest
from training.evaluation.course import course_of
from training.learning.recipe import read_recipe
from training.similarity.matrix import Combination, semantic_similarity
from training.similarity.report import SimilarityReport, report_similarity


def report_combinations(
    name: str, data: Path, cache: Path, recipe: str | None = None
) -> list[SimilarityReport]:
    """S of the photos that a contest's benchmark lets learn from: a report for each combination.

    Raises UnknownBenchmarkError, RecipeError, MissingDataError, PhotoError.
    """
    held = contest(name, data, cache)
    chosen = read_recipe(recipe or held.recipe)
    course = course_of(held, replace(chosen, views=0, remember=0), cache)
    benchmark = course.benchmark
    descriptors = course.asked[benchmark.training].numpy()
    return [
        report_similarity(
            semantic_similarity(descriptors, replace(chosen.similarity, combination=each)),
            _measures_of(benchmark),
            chosen.seed,
        )
        for each in Combination
    ]


def _measures_of(benchmark: Benchmark) -> list[Measure]:
    """The benchmark's measures, with the labels of the photos to learn from alone."""
    rows = benchmark.training
    return [replace(measure, labels=measure.labels[rows]) for measure in benchmark.measures]
