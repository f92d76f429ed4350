"""Does the adversary help the codes? Settings in which it might: few photos, few bits, others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.evaluation.comparison import measured_results
from training.evaluation.experiment_data import load_experiment_data
from training.evaluation.experiments import load_experiment
from training.evaluation.methods import Hashing, by_recipe, our_method, pending_results
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.preparation import preview_targets
from training.learning.recipe import GeneratorSettings, Recipe, read_recipe
from training.measuring.results import Result

# Each variant trains the generator on so many pictures, however many photos there are.
_PICTURES = 6000
_GENERATOR = GeneratorSettings(side=32, width=8, batch=32)
_ADVERSARY = AdversarialSettings(
    spatial=0.3, perceptual=0.0, bits=0.0, adversarial=0.1, adversary_from=0.2, encoder_rate=3e-4
)
# Practically zero: measures the effect of the additional steps alone.
_NOTHING = 1e-6


@dataclass(frozen=True)
class AdversaryTrials:
    """What is tried: a library's own model, of `photos` of Corel's, with codes of `bits`."""

    photos: int = 500
    bits: int = 16
    seeds: int = 3

    @property
    def title(self) -> str:
        return f"{self.photos:,} photos, {self.bits} bits"


def try_adversary(trials: AdversaryTrials, data: Path, cache: Path) -> list[Result]:
    """Measure every variant; results come from the cache's file if they are there.

    Raises:
        MissingDataError, PhotoError.
    """
    experiment = load_experiment("corel-library", data, cache)
    photos = experiment.training_pictures.sample(trials.photos, seed=0)
    experiment = replace(experiment, training_pictures=photos)
    recipe = read_recipe(experiment.recipe)
    inputs = load_experiment_data(experiment, recipe, cache)
    dataset = replace(inputs.dataset, pictures=preview_targets(photos, _GENERATOR.side))
    inputs = replace(inputs, dataset=dataset)
    methods = list(adversary_variants(recipe, trials.photos))
    wanted = pending_results(inputs, methods, [trials.bits], trials.seeds)
    return list(measured_results(cache, wanted))


def adversary_variants(recipe: Recipe, photos: int) -> Iterator[Hashing]:
    """The recipe, the same number of further steps, and these with an encoder that takes part."""
    generator = replace(_GENERATOR, epochs=_PICTURES / photos)
    whole = replace(recipe, generator=generator, adversary=_ADVERSARY)
    early = replace(whole, codes=replace(recipe.codes, epochs=1))
    yield our_method("the recipe", recipe)
    yield _playing("as many further steps", whole, encoder_adversarial=_NOTHING)
    yield _playing("discriminator, weight 0.1", whole, encoder_adversarial=0.1)
    yield _playing("discriminator, weight 1", whole, encoder_adversarial=1.0)
    yield _playing("discriminator, weight 10", whole, encoder_adversarial=10.0)
    yield _playing(
        "discriminator, weight 1, from the first step", whole,
        encoder_adversarial=1.0, adversary_from=0.0,
    )  # fmt: skip
    yield _playing("reconstruction, weight 1", whole, encoder_reconstruction=1.0)
    yield _playing("reconstruction, weight 10", whole, encoder_reconstruction=10.0)
    yield _playing(
        "discriminator and reconstruction, weight 1", whole,
        encoder_adversarial=1.0, encoder_reconstruction=1.0,
    )  # fmt: skip
    yield _playing("as many further steps, after one epoch", early, encoder_adversarial=_NOTHING)
    yield _playing("discriminator, weight 1, after one epoch", early, encoder_adversarial=1.0)


def _playing(title: str, recipe: Recipe, **changes: Any) -> Hashing:
    return by_recipe(title, replace(recipe, adversary=replace(recipe.adversary, **changes)))
