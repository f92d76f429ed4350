"""Ablation of the codes: the recipe, and the recipe with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.evaluation.comparison import measured_results
from training.evaluation.experiment_data import load_experiment_data
from training.evaluation.experiments import load_experiment
from training.evaluation.methods import Hashing, our_method, pending_results
from training.learning.code_stage import CodeSettings
from training.learning.recipe import Recipe, read_recipe
from training.measuring.results import Result
from training.similarity.matrix import Combination

FULL = "the recipe"
# No distance is so many deviations from the mode: S is then unknown everywhere.
_NEVER = 1e9
# A ridge so large that whitening leaves all directions as they are.
_ALL_ALIKE = 1e6
# Training of a head whose recipe has no loss: at a low rate, since it starts from the best head.
_GENTLE = CodeSettings(rate=1e-4)


@dataclass(frozen=True)
class Ablation:
    """What is ablated: an experiment and a recipe (None: the experiment's own)."""

    experiment: str = "corel-library"
    recipe: str | None = None
    bits: int = 128
    seeds: int = 3


def ablate(ablation: Ablation, data: Path, cache: Path) -> list[Result]:
    """Measure every variant; results come from the cache's file if they are there.

    Raises:
        UnknownBenchmarkError, RecipeError, MissingDataError, PhotoError.
    """
    experiment = load_experiment(ablation.experiment, data, cache)
    recipe = read_recipe(ablation.recipe or experiment.recipe)
    inputs = load_experiment_data(experiment, recipe, cache)
    methods = [our_method(FULL, recipe), *variants(recipe)]
    wanted = pending_results(inputs, methods, [ablation.bits], ablation.seeds)
    return list(measured_results(cache, wanted))


def variants(recipe: Recipe) -> Iterator[Hashing]:
    """The recipe with one part left out, or, if its head is not trained, with one loss added."""
    if recipe.codes.epochs:
        yield from _with_another_similarity(recipe)
    yield _started("without ITQ (a random rotation)", recipe, iterations=0)
    if recipe.initial.smoothing:
        yield _started("without smoothing", recipe, smoothing=0.0)
    yield _started("without whitening", recipe, ridge=_ALL_ALIKE)
    if recipe.codes.epochs:
        yield from _without_a_loss(recipe)
    else:
        yield from _with_a_loss(recipe)


def _with_another_similarity(recipe: Recipe) -> Iterator[Hashing]:
    similarity = recipe.similarity
    unknown = replace(
        similarity,
        combination=Combination.AGREEMENT,
        near_width=_NEVER,
        far_width=_NEVER,
    )
    yield our_method("without S", replace(recipe, similarity=unknown))
    for combination in Combination:
        if combination is not similarity.combination:
            changed = replace(similarity, combination=combination)
            yield our_method(f"S: {combination}", replace(recipe, similarity=changed))


def _without_a_loss(recipe: Recipe) -> Iterator[Hashing]:
    for loss in recipe.codes.used_losses:
        yield _trained(f"without the {loss} loss", recipe, **{loss: 0.0})
    yield _trained("without the residual", recipe, hidden=0)
    yield _trained("the start alone", recipe, epochs=0)


def _with_a_loss(recipe: Recipe) -> Iterator[Hashing]:
    trained = replace(recipe, codes=_GENTLE)
    for loss in ("contrastive", "ranking"):
        yield _trained(f"and the {loss} loss", trained, **{loss: 1.0})
    for combination in Combination:
        similarity = replace(recipe.similarity, combination=combination)
        guided = replace(trained, similarity=similarity)
        yield _trained(f"and the loss of S: {combination}", guided, similarity=1.0)


def _started(title: str, recipe: Recipe, **changes: Any) -> Hashing:
    return our_method(title, replace(recipe, initial=replace(recipe.initial, **changes)))


def _trained(title: str, recipe: Recipe, **changes: Any) -> Hashing:
    return our_method(title, replace(recipe, codes=replace(recipe.codes, **changes)))
