"""Fine-tuning: train backbone, descriptor and head end to end, before the other stages."""

from __future__ import annotations

import copy
from collections.abc import Generator as Steps
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from desktop_app.core.base.codes import Descriptors
from training.base.arrays import stored_array
from training.base.devices import fixed_seed, main_process_first
from training.data.datasets import DescriptorDataset, PixelDataset, cached_pixels
from training.data.features import FeatureStore, Pixels, features_in_batches
from training.learning.code_stage import CodeObjective
from training.learning.fine_tuning import FineTuningStage, PixelHasher, unfreeze
from training.learning.preparation import PreparedTask, dataset_of, memory_sample
from training.learning.train_model import TrainingTask, new_head, targets_of, train_validation_split
from training.learning.trainer import (
    TrainingPlan,
    TrainingReport,
    ValidationMetrics,
    plan_epochs,
    train,
)
from training.measuring.metrics import bit_balance, unique_code_rate
from training.networks.backbones import round_to_float16
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import FeatureExtractor
from training.networks.heads import ResidualHead

_VALIDATIONS = 5
# Share of the time budget; the other stages get the rest.
_TIME_SHARE = 0.9
_TIME_SHARE_WITH_GENERATOR = 0.5


@dataclass(frozen=True, eq=False)
class FineTuned:
    """A fine-tuned backbone with its descriptor, and the head that was trained with them."""

    extractor: FeatureExtractor
    head: ResidualHead


def fine_tune_task(
    prepared: PreparedTask, cache: Path, device: torch.device
) -> Steps[TrainingReport, None, PreparedTask]:
    """Fine-tune the backbone and describe the photos with it. An interrupted call resumes.

    Raises:
        PhotoError, DivergedError, CollapsedError.
    """
    task, pictures, recipe = prepared.task, prepared.pictures, prepared.task.recipe
    with main_process_first():
        pixels = cached_pixels(pictures, recipe.image_size, cache)
    tuned = yield from fine_tune(task.to(device), pixels)
    extractor, store = tuned.extractor, fine_tuned_store(tuned.extractor, cache)
    with main_process_first():
        dataset = dataset_of(recipe, extractor, store, pictures)
    task = _continued(task, tuned, dataset)
    return PreparedTask(task, pictures, store, memory_sample(dataset, recipe.seed))


def fine_tuned_task(
    task: TrainingTask, pixels: Pixels, device: torch.device
) -> Steps[TrainingReport, None, TrainingTask]:
    """Fine-tune the backbone on `pixels` uint8 [N, S, S, 3], and describe these photos with it.

    As `fine_tune_task`, for photos that were read before. The descriptors are kept in the task's
    folder.

    Raises:
        DivergedError, CollapsedError.
    """
    tuned = yield from fine_tune(task.to(device), pixels)
    file = task.folder / f"{tuned.extractor.descriptor_id}.npy"
    with main_process_first():
        descriptors = stored_array(file, lambda: describe_pixels(tuned.extractor, pixels, device))
    return _continued(task, tuned, DescriptorDataset(torch.from_numpy(descriptors)))


def _continued(task: TrainingTask, tuned: FineTuned, dataset: DescriptorDataset) -> TrainingTask:
    """Return the task of the stages that follow."""
    minutes = task.time_budget(1 - _time_share(task))
    return replace(
        task, extractor=tuned.extractor, dataset=dataset, initial_head=tuned.head, minutes=minutes
    )


def _time_share(task: TrainingTask) -> float:
    return _TIME_SHARE_WITH_GENERATOR if task.trains_generator else _TIME_SHARE


def describe_pixels(
    extractor: FeatureExtractor, pixels: Pixels, device: torch.device
) -> Descriptors:
    """Compute descriptors int8 [N, D] of network input uint8 [N, S, S, 3], in threads."""
    backbone = copy.deepcopy(extractor.backbone).to(device)
    features = features_in_batches(backbone, list(pixels), lambda picture: picture)
    return extractor.describe(features).numpy()


def fine_tuned_store(extractor: FeatureExtractor, cache: Path) -> FeatureStore:
    """Return a feature store for a fine-tuned backbone, named by its descriptor_id."""
    return FeatureStore(extractor.backbone, extractor.descriptor_id, extractor.image_size, cache)


def fine_tune(task: TrainingTask, pixels: Pixels) -> Steps[TrainingReport, None, FineTuned]:
    """Train on `pixels` uint8 [N, S, S, 3], row by row those of the task's dataset.

    S, partners and ranking targets come from the descriptors before fine-tuning, or from the
    task's guide. The task's own networks are not changed.

    Raises:
        DivergedError, CollapsedError.
    """
    assert task.remembered is None  # their descriptors would change, too
    task.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(task.recipe.seed)
    rows, held_out = train_validation_split(task)
    head = new_head(task.recipe, task.dataset.subset(rows), None)
    stage, validate = _stage_and_validation(task, head, pixels, rows, held_out)
    plan = _plan(task, len(rows))
    yield from train("fine-tuning", stage, plan, task.folder, task.key(), validate)
    return FineTuned(frozen_extractor(task.extractor, validate.hasher.network), head)


def _stage_and_validation(
    task: TrainingTask, head: ResidualHead, pixels: Pixels, rows: Tensor, held_out: Tensor
) -> tuple[FineTuningStage, _Validation]:
    recipe, device = task.recipe, task.dataset.descriptors.device
    network = _unfrozen(task.extractor, head, recipe.fine_tuning.frozen)
    hasher = PixelHasher(network).to(device)
    dataset = PixelDataset(pixels, torch.arange(len(task.dataset)), recipe.view, device)
    codes = replace(recipe.codes, noise=0.0, memory=0.0)  # these apply to descriptors only
    guide = task.dataset if task.guide is None else DescriptorDataset(task.guide)

    def objective(some: Tensor) -> CodeObjective:
        targets = targets_of(recipe, guide.subset(some), None)
        return CodeObjective(hasher, dataset.subset(some), targets, codes)

    stage = FineTuningStage(hasher, objective(rows), codes, recipe.fine_tuning)
    batch = recipe.fine_tuning.batch
    return stage, _Validation(hasher, objective(held_out), dataset.subset(held_out), batch)


def _unfrozen(extractor: FeatureExtractor, head: ResidualHead, frozen: float) -> HashingNetwork:
    """Copy the extractor into a network of which all but the first layers are trainable."""
    backbone, descriptor = copy.deepcopy((extractor.backbone, extractor.descriptor))
    unfreeze(backbone, frozen)
    return HashingNetwork(backbone, descriptor.requires_grad_(requires_grad=True), head)


def _plan(task: TrainingTask, count: int) -> TrainingPlan:
    settings, minutes = task.recipe.fine_tuning, task.time_budget(_time_share(task))
    rows, patience = torch.arange(count), task.recipe.patience
    return plan_epochs(rows, settings.epochs, settings.batch, _VALIDATIONS, minutes, patience)


def frozen_extractor(extractor: FeatureExtractor, network: HashingNetwork) -> FeatureExtractor:
    """Take backbone and descriptor of a trained network, frozen on the CPU.

    float16 represents their weights exactly.
    """
    network.cpu().eval()
    for part in (network.backbone, network.descriptor):
        part.requires_grad_(requires_grad=False)
        round_to_float16(part)
    return replace(extractor, backbone=network.backbone, descriptor=network.descriptor)


class _Validation:
    """Measures the held-out photos batch by batch, in the same views every time."""

    def __init__(
        self, hasher: PixelHasher, objective: CodeObjective, held_out: PixelDataset, batch: int
    ) -> None:
        self.hasher = hasher
        self._objective, self._held_out = objective, held_out
        self._batches = torch.arange(len(held_out)).split(batch)  # type: ignore[no-untyped-call]

    @torch.no_grad()
    def __call__(self) -> ValidationMetrics:
        self.hasher.eval()
        with fixed_seed(self._held_out.device):
            losses = [float(self._objective(rows)) * len(rows) for rows in self._batches]
        found = [self.hasher(self._held_out.pixels_of(rows)) for rows in self._batches]
        logits = torch.cat(found).cpu().numpy()
        loss = sum(losses) / len(self._held_out)
        return ValidationMetrics(loss, unique_code_rate(logits), bit_balance(logits))
