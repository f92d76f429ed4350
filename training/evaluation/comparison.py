"""Methods side by side: measured, kept on disk, printed, and written into the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.evaluation.contests import contest
from training.evaluation.course import course_of
from training.evaluation.methods import OURS, ThumbnailRequest, chosen, wanted_results
from training.learning.recipe import read_recipe
from training.measuring.plots import plot_precision_recall, plot_quality
from training.measuring.results import Result
from training.measuring.results_file import ResultFile, completed
from training.measuring.results_page import update_section
from training.measuring.results_table import as_markdown

# Precision and recall are drawn at this number of bits where it was measured.
_CURVE_BITS = 64


@dataclass(frozen=True)
class Comparison:
    """Names of a contest and of methods; `recipe` of ours, or None for the contest's own."""

    contest: str
    methods: tuple[str, ...]
    bits: tuple[int, ...]
    seeds: int
    recipe: str | None = None


def compare(comparison: Comparison, data: Path, cache: Path) -> list[Result]:
    """Every method at every number of bits. Cut off and called again, it goes on where it was.

    Raises UnknownBenchmarkError, UnknownMethodError, RecipeError, MissingDataError, PhotoError.
    """
    held = contest(comparison.contest, data, cache)
    recipe = read_recipe(comparison.recipe or held.recipe)
    chosen(comparison.methods, recipe)  # a wrong name is told before anything is computed
    course = course_of(held, recipe, cache)
    methods = chosen(comparison.methods, recipe, course.view_floats)
    return list(told(cache, wanted_results(course, methods, comparison.bits, comparison.seeds)))


def told(cache: Path, wanted: Iterable[ThumbnailRequest]) -> Iterator[Result]:
    """The results that are wanted, from the cache's file or made now, with a line for each."""
    for result in completed(ResultFile(cache / "results.jsonl"), wanted):
        scores = ", ".join(f"{found.measure} {found.plain:.3f}" for found in result.measures)
        key = result.key
        bits = "" if key.bits is None else f", {key.bits} bits, seed {key.seed}"
        print(f"{key.method}{bits}: {scores}", flush=True)
        yield result


def write_comparison(name: str, results: Sequence[Result], page: Path) -> None:
    """Tables into the section `name` of a page, plots beside it. Raises MissingSectionError."""
    pictures = [_plot(name, results, found.measure, page.parent) for found in results[0].measures]
    shown = "\n".join(f"![{path.stem}]({path.name})" for paths in pictures for path in paths)
    update_section(page, name, f"{as_markdown(results)}\n{shown}")


def _plot(name: str, results: Sequence[Result], measure: str, folder: Path) -> list[Path]:
    quality = folder / f"results-{name}-{measure}.png"
    plot_quality(results, measure, OURS, quality)
    if not any(result.key.bits == _CURVE_BITS for result in results):
        return [quality]
    curves = folder / f"results-{name}-{measure}-recall.png"
    plot_precision_recall(results, measure, _CURVE_BITS, OURS, curves)
    return [quality, curves]
