"""How long a retraining would take on this machine, told by a few of its steps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch

from desktop_app.core.base.errors import TooFewPhotosError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import TrainingEstimate
from desktop_app.core.jobs.requests import ProbeRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import MIN_PHOTOS
from training.base.devices import best_device
from training.data.examples import Examples
from training.jobs.retrain import recipe_for
from training.jobs.worker_processes import processes_for
from training.learning.adversarial_stage import AdversarialStage
from training.learning.code_stage import CodeObjective, CodeStage
from training.learning.learn import first_head, guidance_of
from training.learning.own_library import MOST_PHOTOS, usable_ids
from training.learning.recipe import Recipe
from training.learning.trainer import Stage
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import feature_extractor_of_bundle
from training.networks.generator import Generator
from training.networks.heads import ResidualHead

_SECONDS_A_STAGE = 1.0
_SAMPLE = 1000
# An allowance, not a measurement: for reading, the first head and export, and for comparing every
# photo with every other one.
_SECONDS_BESIDE = 45.0
_SECONDS_A_PAIR = 6e-8


def probe(request: ProbeRequest, shipped: Path) -> Iterator[TrainingEstimate]:
    """Yields the one estimate. Raises TooFewPhotosError and the library's errors."""
    files = LibraryFiles(request.library)
    with Catalogue(files) as catalogue:
        bundle = LibraryModels(files, shipped).in_use(catalogue)
        ids = usable_ids(catalogue, request.photos, bundle.manifest.descriptor_id)
        if len(ids) < MIN_PHOTOS:
            raise TooFewPhotosError(len(ids), MIN_PHOTOS)
        descriptors = torch.from_numpy(catalogue.descriptors(ids[:_SAMPLE].tolist()))
    recipe = recipe_for(request.code_bits, previews=request.previews)
    ground = feature_extractor_of_bundle(bundle)
    device = best_device()
    side = recipe.generator.side
    noise = torch.randint(256, (recipe.generator.batch, side, side, 3), dtype=torch.uint8)
    pictures = noise.repeat(-(-len(descriptors) // len(noise)), 1, 1, 1)[: len(descriptors)]
    examples = Examples(descriptors, (), pictures).to(device)
    head = first_head(recipe, examples, None)
    count = min(len(ids), MOST_PHOTOS)
    together = processes_for(device, gentle=request.gentle)
    codes = _SECONDS_BESIDE + _SECONDS_A_PAIR * count**2
    codes += (
        recipe.codes.epochs * count * _seconds_a_photo_of_codes(recipe, head, examples, together)
    )
    previews = 0.0
    if request.previews:
        network = HashingNetwork(ground.backbone, ground.descriptor, head).to(device).eval()
        each = _seconds_a_photo_of_previews(recipe, network, examples, together)
        previews = recipe.generator.epochs * count * each
    yield TrainingEstimate(count, device.type, round(codes, 1), round(previews, 1))


def _seconds_a_photo_of_codes(
    recipe: Recipe, head: ResidualHead, examples: Examples, together: int
) -> float:
    """Of so many processes that share each batch."""
    objective = CodeObjective(head, examples, guidance_of(recipe, examples, None), recipe.codes)
    stage = CodeStage(head, objective, recipe.codes)
    batch = min(recipe.codes.batch, len(examples))
    share = max(1, batch // together)
    return _seconds_a_step(stage, share, 0.0) / batch


def _seconds_a_photo_of_previews(
    recipe: Recipe, network: HashingNetwork, examples: Examples, together: int
) -> float:
    """The pictures are looked at with more pixels towards the end of the run."""
    settings = recipe.generator
    generator = Generator(recipe.code_bits, settings.side, settings.width)
    generator = generator.to(examples.descriptors.device)
    weights = replace(recipe.adversary, adversarial=0.0, encoder_adversarial=0.0)
    stage = AdversarialStage(examples, network, generator, None, weights, None)
    starts = [start for start, _ in weights.encode_sides]
    shares = [end - start for start, end in zip(starts, [*starts[1:], 1.0], strict=True)]
    count = max(1, settings.batch // together)
    seconds = sum(
        share * _seconds_a_step(stage, count, start)
        for start, share in zip(starts, shares, strict=True)
    )
    return seconds / settings.batch


def _seconds_a_step(stage: Stage, rows: int, progress: float) -> float:
    """On the first `rows` examples, after that share of the run."""
    some = torch.arange(rows)
    stage.step(some, progress)  # the first one makes ready
    started, count = time.monotonic(), 0
    while time.monotonic() - started < _SECONDS_A_STAGE:
        stage.step(some, progress)
        count += 1
    return (time.monotonic() - started) / count
