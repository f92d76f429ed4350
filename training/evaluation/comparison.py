"""Comparison of methods: measured, stored, and written into the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.evaluation.experiment_data import load_experiment_data
from training.evaluation.experiments import load_experiment
from training.evaluation.methods import (
    FINE_TUNED,
    OURS,
    PendingResult,
    pending_results,
    select_methods,
)
from training.learning.recipe import read_recipe
from training.measuring.results import Result
from training.measuring.results_file import ResultFile, completed_results
from training.measuring.results_table import as_markdown, update_section

# Precision and recall are plotted at this number of bits if it was measured.
_CURVE_BITS = 64


@dataclass(frozen=True)
class Comparison:
    """Methods on an experiment; `recipe` is that of ours, or None for the experiment's own."""

    experiment: str
    methods: tuple[str, ...]
    bits: tuple[int, ...]
    seeds: int
    recipe: str | None = None

    @property
    def section(self) -> str:
        """The name of its section on the page of results."""
        name = Path(self.recipe).stem if self.recipe else self.experiment
        is_of_rivals = any(method.endswith(FINE_TUNED) for method in self.methods)
        return f"{name}-rivals" if is_of_rivals else name


def compare(comparison: Comparison, data: Path, cache: Path) -> list[Result]:
    """Measure every method at every number of bits. An interrupted call resumes.

    Raises:
        UnknownBenchmarkError, UnknownMethodError, RecipeError, MissingDataError, PhotoError.
    """
    experiment = load_experiment(comparison.experiment, data, cache)
    recipe = read_recipe(comparison.recipe or experiment.recipe)
    select_methods(comparison.methods, recipe)  # fail on a wrong name before computing anything
    inputs = load_experiment_data(experiment, recipe, cache)
    methods = select_methods(comparison.methods, recipe, inputs.view_floats)
    return list(
        measured_results(cache, pending_results(inputs, methods, comparison.bits, comparison.seeds))
    )


def measured_results(cache: Path, wanted: Iterable[PendingResult]) -> Iterator[Result]:
    """Yield results, from the cache's file or measured now, and print a line for each."""
    for result in completed_results(ResultFile(cache / "results.jsonl"), wanted):
        scores = ", ".join(f"{found.measure} {found.plain:.3f}" for found in result.measures)
        key = result.key
        bits = "" if key.bits is None else f", {key.bits} bits, seed {key.seed}"
        print(f"{key.method}{bits}: {scores}", flush=True)
        yield result


def write_comparison(name: str, results: Sequence[Result], page: Path) -> None:
    """Write tables into the section `name` of a page, and plots beside it.

    Raises:
        MissingSectionError: the page has no such section.
    """
    pictures = [_plot(name, results, found.measure, page.parent) for found in results[0].measures]
    shown = "\n".join(f"![{path.stem}]({path.name})" for paths in pictures for path in paths)
    update_section(page, name, f"{as_markdown(results)}\n{shown}")


def _plot(name: str, results: Sequence[Result], measure: str, folder: Path) -> list[Path]:
    from training.measuring.plots import (  # loads matplotlib
        plot_precision_recall,
        plot_quality,
    )

    quality = folder / f"results-{name}-{measure}.png"
    plot_quality(results, measure, OURS, quality)
    if not any(result.key.bits == _CURVE_BITS for result in results):
        return [quality]
    curves = folder / f"results-{name}-{measure}-recall.png"
    plot_precision_recall(results, measure, _CURVE_BITS, OURS, curves)
    return [quality, curves]
