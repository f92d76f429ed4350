"""What a model that was trained on one library has forgotten of other photos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from training.benchmarks.benchmark import Benchmark
from training.benchmarks.corel import corel
from training.benchmarks.training_set import training_pictures, training_split
from training.evaluation.comparison import told
from training.evaluation.contests import Contest
from training.evaluation.course import course_of
from training.evaluation.methods import ThumbnailRequest, our_method, wanted_results
from training.learning.recipe import Recipe, read_recipe
from training.measuring.results import Result

BEFORE, AFTER, UNREMEMBERED = "default model", "after Corel", "after Corel, without memory"


@dataclass(frozen=True)
class Forgetting:
    """Recipes of the default model and of a library's own, and how much is measured."""

    default: str = "default"
    library: str = "library"
    bits: int = 128
    seeds: int = 3


def measure_forgetting(forgetting: Forgetting, data: Path, cache: Path) -> list[Result]:
    """Corel's queries, and classes of train.tar.gz that no model here has seen.

    The default model learns from the other classes; the library's own from Corel's database, and
    remembers some of those. Raises RecipeError, MissingDataError, PhotoError.
    """
    default, library = read_recipe(forgetting.default), read_recipe(forgetting.library)
    own = corel(data, cache)
    split = training_split(data, cache)
    wholes = (training_pictures(data, cache), own.pictures)
    start = Contest(own, split.kept, split.kept, "", wholes)
    later = replace(start, learned=own.pictures.at(own.training), foreign=split.kept)
    found: list[Result] = []
    for benchmark in (own, split.foreign, split.objects):
        measured = _wanted(start, later, benchmark, (default, library), forgetting, cache)
        found += told(cache, measured)
    return found


def kept_shares(results: Sequence[Result]) -> list[str]:
    """A sentence for each benchmark and measure: what is left after retraining, as a share."""
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
    start: Contest, later: Contest, benchmark: Benchmark, recipes: tuple[Recipe, Recipe],
    forgetting: Forgetting, cache: Path,
) -> Iterator[ThumbnailRequest]:  # fmt: skip
    default, library = recipes
    sizes, seeds = [forgetting.bits], forgetting.seeds
    before = course_of(replace(start, benchmark=benchmark), default, cache)
    yield from wanted_results(before, [our_method(BEFORE, default)], sizes, seeds)
    after = course_of(replace(later, benchmark=benchmark), library, cache)
    yield from wanted_results(after, [our_method(AFTER, library)], sizes, seeds)
    alone = replace(after, remembered=None)
    yield from wanted_results(alone, [our_method(UNREMEMBERED, library)], sizes, seeds)


def _mean(results: Sequence[Result], method: str, measure: str) -> float:
    return fmean(result.by(measure).plain for result in results if result.key.method == method)
