"""Estimate how long a retraining would take on this machine, by timing some of its steps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor

from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import TrainingEstimate
from desktop_app.core.jobs.requests import ProbeRequest
from desktop_app.core.learning.library_photos import photos_to_learn
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.own_backbones import check_trainable
from training.base.devices import best_device
from training.data.datasets import DescriptorDataset
from training.data.library_photos import MOST_PHOTOS
from training.jobs.retraining_checks import memory_needed_mb
from training.jobs.retraining_run import recipe_for
from training.jobs.worker_processes import processes_for
from training.learning.adversarial_stage import AdversarialStage
from training.learning.code_stage import CodeObjective, CodeStage
from training.learning.recipe import Recipe
from training.learning.train_model import judge_of, new_head, targets_of
from training.learning.trainer import Stage
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import feature_extractor_of_bundle
from training.networks.generator import Generator

_SECONDS_A_STAGE = 1.0
_SAMPLE = 1000
# Allowances, not measured: for reading, the initial head and export; and for comparing all pairs of
# photos.
_SECONDS_BESIDE = 45.0
_SECONDS_A_PAIR = 6e-8


def probe(request: ProbeRequest, shipped: Path) -> Iterator[TrainingEstimate]:
    """Yield one estimate.

    Raises:
        OwnBackboneError, TooFewPhotosError, BundleError and the library's errors.
    """
    files = LibraryFiles(request.library)
    with Catalogue(files) as catalogue:
        models = LibraryModels(files, shipped)
        # Its networks are checked before training reads them.
        bundle = models.open(models.in_use(catalogue)).bundle
        check_trainable(bundle.manifest)
        ids = photos_to_learn(catalogue, request.photos, bundle.manifest)
        descriptors = torch.from_numpy(catalogue.descriptors(ids[:_SAMPLE].tolist()))
    device, count = best_device(), min(len(ids), MOST_PHOTOS)
    recipe = recipe_for(request.code_bits, previews=request.previews)
    processes = processes_for(device, gentle=request.gentle)
    estimate = _Estimate(recipe, descriptors.to(device), processes)
    codes = estimate.codes_seconds(count)
    previews = estimate.previews_seconds(count, bundle) if request.previews else 0.0
    memory = memory_needed_mb(processes, previews=request.previews)
    yield TrainingEstimate(count, device.type, round(codes, 1), round(previews, 1), memory)


class _Estimate:
    """Times steps on a sample of descriptors int8 [N, D] and noise in place of pictures."""

    def __init__(self, recipe: Recipe, descriptors: Tensor, processes: int) -> None:
        side = recipe.generator.side
        noise = torch.randint(256, (recipe.generator.batch, side, side, 3), dtype=torch.uint8)
        rows = torch.arange(len(descriptors)) % len(noise)
        self._recipe, self._processes = recipe, processes
        self._dataset = DescriptorDataset(descriptors, (), noise[rows])
        self._head = new_head(recipe, self._dataset, None)

    def codes_seconds(self, count: int) -> float:
        """Estimate the training of the head on `count` photos."""
        recipe, dataset, head = self._recipe, self._dataset, self._head
        objective = CodeObjective(head, dataset, targets_of(recipe, dataset, None), recipe.codes)
        batch = min(recipe.codes.batch, len(dataset))
        # Of the whole batch: several processes share little of it, since each compares all photos.
        step = _seconds_a_step(CodeStage(head, objective, recipe.codes), batch, progress=0.0)
        fixed = _SECONDS_BESIDE + _SECONDS_A_PAIR * count**2
        return fixed + recipe.codes.epochs * count * step / batch

    def previews_seconds(self, count: int, bundle: ModelBundle) -> float:
        """Estimate the training of the generator; pictures are encoded larger towards its end."""
        settings, stage = self._recipe.generator, self._adversarial_stage(bundle)
        starts = [start for start, _ in self._recipe.adversary.encode_sides]
        shares = [end - start for start, end in pairwise([*starts, 1.0])]
        rows = max(1, settings.batch // self._processes)
        step = sum(
            share * _seconds_a_step(stage, rows, start)
            for start, share in zip(starts, shares, strict=True)
        )
        return settings.epochs * count * step / settings.batch

    def _adversarial_stage(self, bundle: ModelBundle) -> AdversarialStage:
        recipe, device = self._recipe, self._dataset.descriptors.device
        extractor = feature_extractor_of_bundle(bundle)
        network = HashingNetwork(extractor.backbone, extractor.descriptor, self._head)
        settings = recipe.generator
        generator = Generator(recipe.code_bits, settings.side, settings.width).to(device)
        judge = judge_of(recipe, None, device)
        network = network.to(device).eval()
        return AdversarialStage(self._dataset, network, generator, judge, recipe.adversary)


def _seconds_a_step(stage: Stage, count: int, progress: float) -> float:
    """Time steps on the first `count` examples, after that share of the run."""
    rows = torch.arange(count)
    stage.step(rows, progress)  # warm up
    started, steps = time.monotonic(), 0
    while time.monotonic() - started < _SECONDS_A_STAGE:
        stage.step(rows, progress)
        steps += 1
    return (time.monotonic() - started) / steps
