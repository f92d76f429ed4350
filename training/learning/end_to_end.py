"""Learning end to end: backbone, descriptor and head together, before all that stands on them."""

from __future__ import annotations

import copy
from collections.abc import Generator as Steps
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from training.base.devices import draws_apart, first_one_first
from training.data.features import FeatureStore, Pixels
from training.data.pixel_examples import PixelExamples, kept_pixels
from training.learning.code_stage import CodeObjective
from training.learning.fine_tuning import FineTuningStage, PixelHasher, thaw
from training.learning.learn import Task, first_head, guidance_of, split_rows
from training.learning.preparation import Prepared, examples_of, memory_of
from training.learning.trainer import Health, Plan, Trained, train
from training.measuring.metrics import bit_balance, unique_code_rate
from training.networks.backbones import round_to_half
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import FeatureExtractor
from training.networks.heads import ResidualHead

_LOOKS = 10
# Of a time budget; the rest is for what follows.
_SHARE = 0.5


@dataclass(frozen=True, eq=False)
class Tuned:
    """What a model stands on after fine-tuning, and the head that learned with it."""

    ground: FeatureExtractor
    head: ResidualHead


def fine_tuned(
    prepared: Prepared, cache: Path, device: torch.device
) -> Steps[Trained, None, Prepared]:
    """The same task on a fine-tuned backbone, whose descriptors of the photos are new.

    Stopped and called again, it goes on where it was. Raises PhotoError, DivergedError,
    CollapsedError.
    """
    task, pictures, recipe = prepared.task, prepared.pictures, prepared.task.recipe
    with first_one_first():
        pixels = kept_pixels(pictures, recipe.image_size, cache)
    tuned = yield from tune(task.to(device), pixels)
    ground, store = tuned.ground, tuned_store(tuned.ground, cache)
    with first_one_first():
        examples = examples_of(recipe, ground, store, pictures)
    minutes = task.minutes_of(1 - _SHARE)
    task = replace(task, ground=ground, examples=examples, start=tuned.head, minutes=minutes)
    return Prepared(task, pictures, store, memory_of(examples, recipe.seed))


def tuned_store(ground: FeatureExtractor, cache: Path) -> FeatureStore:
    """Features of a fine-tuned backbone, under a name of its own."""
    return FeatureStore(ground.backbone, ground.descriptor_id, ground.image_size, cache)


def tune(task: Task, pixels: Pixels) -> Steps[Trained, None, Tuned]:
    """Train on `pixels` uint8 [N, S, S, 3], row by row those of the task's examples.

    S, partners and aims are what the descriptors said before. The task's own networks stay as
    they are. Raises DivergedError, CollapsedError.
    """
    assert task.remembered is None  # a descriptor that changes cannot be remembered
    task.folder.mkdir(parents=True, exist_ok=True)
    recipe, device = task.recipe, task.examples.descriptors.device
    torch.manual_seed(recipe.seed)
    rows, held = split_rows(task)
    head = first_head(recipe, task.examples.at(rows), None)
    hasher = PixelHasher(_thawed(task.ground, head, recipe.fine_tuning.frozen)).to(device)
    everything = PixelExamples(pixels, torch.arange(len(task.examples)), recipe.view, device)
    codes = replace(recipe.codes, noise=0.0, memory=0.0)  # of descriptors, not of pixels

    def objective(of: Tensor) -> CodeObjective:
        guidance = guidance_of(recipe, task.examples.at(of), None)
        return CodeObjective(hasher, everything.at(of), guidance, codes)

    stage = FineTuningStage(hasher, objective(rows), codes, recipe.fine_tuning)
    watch = _Watch(hasher, objective(held), everything.at(held), recipe.fine_tuning.batch)
    yield from train("fine-tuning", stage, _plan(task, len(rows)), task.folder, task.key(), watch)
    return _settled(task.ground, hasher.network, head)


def _thawed(ground: FeatureExtractor, head: ResidualHead, frozen: float) -> HashingNetwork:
    """A network of its own, in which all but the first layers learn."""
    backbone, descriptor = copy.deepcopy((ground.backbone, ground.descriptor))
    thaw(backbone, frozen)
    return HashingNetwork(backbone, descriptor.requires_grad_(requires_grad=True), head)


def _plan(task: Task, count: int) -> Plan:
    settings = task.recipe.fine_tuning
    batch = min(settings.batch, count)
    steps = max(1, round(settings.epochs * count / batch))
    minutes = task.minutes_of(_SHARE)
    look_every = max(1, steps // _LOOKS)
    return Plan(torch.arange(count), steps, batch, look_every, minutes, task.recipe.patience)


def _settled(ground: FeatureExtractor, network: HashingNetwork, head: ResidualHead) -> Tuned:
    """Frozen again, on the CPU, in weights that float16 holds exactly."""
    network.cpu().eval()
    for part in (network.backbone, network.descriptor):
        part.requires_grad_(requires_grad=False)
        round_to_half(part)
    tuned = replace(ground, backbone=network.backbone, descriptor=network.descriptor)
    return Tuned(tuned, head)


class _Watch:
    """Looks at the held-out photos, in the same views every time, batch by batch."""

    def __init__(
        self, hasher: PixelHasher, objective: CodeObjective, held: PixelExamples, batch: int
    ) -> None:
        self._hasher, self._objective, self._held = hasher, objective, held
        self._batches = torch.arange(len(held)).split(batch)  # type: ignore[no-untyped-call]

    @torch.no_grad()
    def __call__(self) -> Health:
        self._hasher.eval()
        with draws_apart(self._held.device):
            losses = [float(self._objective(rows)) * len(rows) for rows in self._batches]
        logits = [self._hasher(self._held.photos(rows)) for rows in self._batches]
        found = torch.cat(logits).cpu().numpy()
        loss = sum(losses) / len(self._held)
        return Health(loss, unique_code_rate(found), bit_balance(found))
