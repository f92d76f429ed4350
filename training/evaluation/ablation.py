"""What each part of the method is worth: the recipe, and the recipe with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.evaluation.comparison import told
from training.evaluation.contests import contest
from training.evaluation.course import Course, course_of
from training.evaluation.methods import Hashing, by_recipe, our_method, wanted_results
from training.learning.adversarial_stage import AdversarialSettings
from training.learning.code_stage import CodeSettings
from training.learning.preparation import small_pictures
from training.learning.recipe import GeneratorSettings, Recipe, read_recipe
from training.measuring.results import Result
from training.similarity.matrix import Combination

FULL = "the recipe"
# No distance of two photos is so many deviations from the mode: S then knows nothing.
_NEVER = 1e9
# So little are neighbours believed that all directions stay as they are.
_ALL_ALIKE = 1e6
# The losses of the encoder, as they are called in a recipe.
_LOSSES = ("contrastive", "similarity", "ranking", "quantisation", "balance", "memory")
# How a head learns whose recipe leaves every loss out: gently, since it starts from what is best.
_LEARNED = CodeSettings(rate=1e-4)
# A generator as small as one can be that shows what a photo is about: its pictures are not the
# point here, but what the discriminator does to the codes.
_SMALL = GeneratorSettings(side=32, width=8, discriminator_width=8, epochs=3, batch=32)
_ADVERSARY = AdversarialSettings(
    perceptual=0.0,
    bits=0.0,
    adversarial=0.1,
    adversary_from=0.2,
    encoder_rate=3e-4,
)
# So little that it is nothing: what comes of the additional steps alone.
_NOTHING = 1e-6


@dataclass(frozen=True)
class Ablation:
    """A contest, a recipe (None: the contest's own), and how much of it is measured."""

    contest: str = "corel-library"
    recipe: str | None = None
    bits: int = 128
    seeds: int = 3


def ablate(ablation: Ablation, data: Path, cache: Path) -> list[Result]:
    """Every variant, from the cache's file of results or learned now.

    Raises UnknownBenchmarkError, RecipeError, MissingDataError, PhotoError.
    """
    held = contest(ablation.contest, data, cache)
    recipe = read_recipe(ablation.recipe or held.recipe)
    course = course_of(held, recipe, cache)
    seen = _with_pictures(course, small_pictures(held.learned, _SMALL.side))
    sizes, seeds = [ablation.bits], ablation.seeds
    found = list(told(cache, wanted_results(course, [our_method(FULL, recipe)], sizes, seeds)))
    found += told(cache, wanted_results(seen, list(adversaries(recipe)), sizes, seeds))
    found += told(cache, wanted_results(course, list(variants(recipe)), sizes, seeds))
    return found


def adversaries(recipe: Recipe) -> Iterator[Hashing]:
    """The recipe, and then generator, discriminator and encoder against each other."""
    for title, weight in (
        ("and as many steps without adversary", _NOTHING),
        ("and the adversary, weight 0.1", 0.1),
        ("and the adversary, weight 1", 1.0),
    ):
        adversary = replace(_ADVERSARY, encoder_adversarial=weight)
        yield by_recipe(title, replace(recipe, generator=_SMALL, adversary=adversary))


def variants(recipe: Recipe) -> Iterator[Hashing]:
    """The recipe with one part left out; where its head does not learn, with one loss put in."""
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
    for loss in _LOSSES:
        if getattr(recipe.codes, loss):
            yield _trained(f"without the {loss} loss", recipe, **{loss: 0.0})
    yield _trained("without the residual", recipe, hidden=0)
    yield _trained("the start alone", recipe, epochs=0)


def _with_a_loss(recipe: Recipe) -> Iterator[Hashing]:
    learned = replace(recipe, codes=_LEARNED)
    for loss in ("contrastive", "ranking"):
        yield _trained(f"and the {loss} loss", learned, **{loss: 1.0})
    for combination in Combination:
        similarity = replace(recipe.similarity, combination=combination)
        guided = replace(learned, similarity=similarity)
        yield _trained(f"and the loss of S: {combination}", guided, similarity=1.0)


def _started(title: str, recipe: Recipe, **changes: Any) -> Hashing:
    return our_method(title, replace(recipe, initial=replace(recipe.initial, **changes)))


def _trained(title: str, recipe: Recipe, **changes: Any) -> Hashing:
    return our_method(title, replace(recipe, codes=replace(recipe.codes, **changes)))


def _with_pictures(course: Course, pictures: Any) -> Course:
    return replace(course, examples=replace(course.examples, pictures=pictures))
