"""Train a model: the hash head on descriptors, then the generator on small pictures."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Generator as Steps
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from desktop_app.core.learning.initial_hash import (
    initial_hash,
    neighbour_whitening,
    smooth_neighbours,
)
from desktop_app.core.learning.linear_hash import LinearHash, unit_rows
from desktop_app.core.models.retraining import MIN_PHOTOS
from training.base.arrays import Floats
from training.base.devices import fixed_seed, is_main_process, release_freed_memory
from training.base.errors import TooFewPicturesError
from training.data.datasets import DescriptorDataset, concatenated
from training.learning.adversarial_stage import AdversarialStage
from training.learning.code_stage import CodeObjective, CodeStage, CodeTargets, Memory
from training.learning.judge import Judge
from training.learning.predecessor import Predecessor, translate_generator
from training.learning.recipe import Recipe
from training.learning.trainer import TrainingReport, ValidationMetrics, plan_epochs, train
from training.measuring.metrics import bit_balance, unique_code_rate
from training.measuring.preview_grid import save_running_grid
from training.networks.bundle_networks import HashingNetwork, signs_of
from training.networks.differentiable_encoder import computes_in_bfloat16
from training.networks.discriminator import Discriminator
from training.networks.feature_extractor import FeatureExtractor, weights_of
from training.networks.feature_pyramid import FeaturePyramid, feature_pyramid
from training.networks.generator import Generator, GeneratorGraph
from training.networks.heads import ResidualHead, integer_head
from training.networks.widening import can_become, widened
from training.similarity.matrix import semantic_similarity
from training.similarity.partners import partners_of

_VALIDATIONS = 10
# All pairs of held-out photos are compared at every validation.
_MOST_HELD_OUT = 2000
_GRID_PHOTOS = 24
# Share of the time budget for the head if a generator is trained, too.
_CODES_TIME_SHARE = 0.2


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """A network ready for export, on the CPU, and its generator, if one was trained."""

    network: HashingNetwork
    generator: Generator | None


@dataclass(frozen=True, eq=False)
class TrainingTask:
    """What is trained, and where.

    Attributes:
        recipe: settings of all stages.
        extractor: the frozen backbone and descriptor.
        dataset: the photos; the generator needs their pictures.
        folder: where checkpoints, stats.jsonl and preview grids are written.
        remembered: int8 [M, D], descriptors of foreign photos whose codes should not change.
        minutes: time budget, if any.
        initial_head: the head to start from; None: a new one.
        predecessor: the model whose generator is trained further, if it has the recipe's size.
        crops: cropped copies of the photos, with pictures, which the generator is trained on, too.
        pyramid: judges the generator's pictures; None: the one of the recipe is loaded.
        guide: int8 [N, D], what S, partners and ranking targets of fine-tuning are made of; None:
            the dataset's descriptors.
    """

    recipe: Recipe
    extractor: FeatureExtractor
    dataset: DescriptorDataset
    folder: Path
    remembered: Tensor | None = None
    minutes: float | None = None
    initial_head: ResidualHead | None = None
    predecessor: Predecessor | None = None
    crops: DescriptorDataset | None = None
    pyramid: FeaturePyramid | None = None
    guide: Tensor | None = None

    @property
    def trains_generator(self) -> bool:
        """Whether the recipe asks for a generator and the dataset has pictures for it."""
        return self.recipe.generator.epochs > 0 and self.dataset.pictures is not None

    def time_budget(self, share: float) -> float | None:
        return None if self.minutes is None else self.minutes * share

    def to(self, device: torch.device) -> TrainingTask:
        """Copy the task to a device; the networks are copies."""
        backbone, descriptor = copy.deepcopy((self.extractor.backbone, self.extractor.descriptor))
        return replace(
            self,
            extractor=replace(
                self.extractor, backbone=backbone.to(device), descriptor=descriptor.to(device)
            ),
            dataset=self.dataset.to(device),
            crops=None if self.crops is None else self.crops.to(device),
            guide=None if self.guide is None else self.guide.to(device),
        )

    def key(self) -> str:
        """Return a digest of the task, which a checkpoint has to match to be resumed."""
        digest = hashlib.sha256(repr((self.recipe, self.minutes)).encode())
        digest.update(self.dataset.descriptors.cpu().numpy().tobytes())
        crops = None if self.crops is None else self.crops.descriptors
        for more in (self.remembered, crops, self.guide):
            if more is not None:
                digest.update(more.cpu().numpy().tobytes())
        if self.predecessor is not None:
            digest.update(weights_of(self.predecessor.generator))
        return digest.hexdigest()[:16]


def train_model(task: TrainingTask) -> Steps[TrainingReport, None, TrainedModel]:
    """Train by the recipe. Stopped and called again with the same task, training resumes.

    Raises:
        TooFewPicturesError, DivergedError, CollapsedError.
    """
    if len(task.dataset) < MIN_PHOTOS:
        raise TooFewPicturesError(len(task.dataset), MIN_PHOTOS)
    task.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(task.recipe.seed)
    training_rows, held_out_rows = train_validation_split(task)
    dataset, held_out = task.dataset.subset(training_rows), task.dataset.subset(held_out_rows)
    head = copy.deepcopy(task.initial_head) or new_head(task.recipe, dataset, task.remembered)
    head = head.to(task.dataset.descriptors.device)
    objective = _objective(task, head, dataset)
    if objective is not None and task.recipe.codes.epochs:
        yield from _train_codes(task, head, objective, held_out)
    release_freed_memory()  # the generator needs most of what the codes have taken
    generator = None
    if task.trains_generator:
        generator = yield from _train_generator(task, head, dataset, objective)
    return _trained_model(task, head, dataset, generator)


def _trained_model(
    task: TrainingTask, head: ResidualHead, dataset: DescriptorDataset, generator: Generator | None
) -> TrainedModel:
    exact = integer_head(head.cpu().eval(), _as_floats(dataset.descriptors))
    extractor = task.extractor
    network = HashingNetwork(extractor.backbone, extractor.descriptor, exact).cpu().eval()
    return TrainedModel(network, None if generator is None else generator.cpu())


def new_head(recipe: Recipe, dataset: DescriptorDataset, remembered: Tensor | None) -> ResidualHead:
    """Initialise a head by PCA and ITQ, on the dataset's device; its logits have RMS 1.

    Args:
        recipe: code length, seed and settings of the start.
        dataset: the photos to fit.
        remembered: int8 [M, D], foreign photos that smoothing does not move, if any.
    """
    descriptors = _as_floats(dataset.descriptors)
    scale = 1 / float(descriptors.std())
    scaled = descriptors * scale
    fixed = None if remembered is None else _as_floats(remembered) * scale
    start = initial_hash(scaled, recipe.code_bits, recipe.initial, recipe.seed, fixed)
    size = float((start.logits(scaled) ** 2).mean() ** 0.5)
    start = LinearHash(start.mean, start.weights / size)
    head = ResidualHead(start, scale, recipe.codes.hidden, recipe.codes.dropout)
    return head.to(dataset.descriptors.device)


def train_validation_split(task: TrainingTask) -> tuple[Tensor, Tensor]:
    """Return the rows to train on and the held-out rows, int64 each, ascending.

    Nothing is held out if the head is not trained.
    """
    if not task.recipe.trains_head:
        return torch.arange(len(task.dataset)), torch.arange(0)
    seeded = torch.Generator().manual_seed(task.recipe.seed)
    order = torch.randperm(len(task.dataset), generator=seeded)
    count = round(task.recipe.held_out * len(task.dataset))
    count = min(_MOST_HELD_OUT, max(MIN_PHOTOS // 4, count))
    return order[count:].sort().values, order[:count].sort().values


def _memory_of(task: TrainingTask, head: ResidualHead) -> Memory | None:
    """Return the foreign photos with the logits that they have before training."""
    if task.remembered is None:
        return None
    remembered = task.remembered.to(head.rotation.device)
    with torch.no_grad():
        return Memory(remembered, head.eval()(remembered))


def _objective(
    task: TrainingTask, head: ResidualHead, dataset: DescriptorDataset
) -> CodeObjective | None:
    """Return the objective of the codes on a dataset, or None if nothing is trained by it."""
    recipe = task.recipe
    learns = recipe.codes.epochs > 0 or recipe.adversary.trains_encoder
    if not (learns and recipe.codes.used_losses):
        return None
    targets = targets_of(recipe, dataset, _memory_of(task, head))
    return CodeObjective(head, dataset, targets, recipe.codes)


def targets_of(recipe: Recipe, dataset: DescriptorDataset, memory: Memory | None) -> CodeTargets:
    """Compute S, partners and, if the recipe ranks, ranking targets from the descriptors."""
    similarity = semantic_similarity(dataset.descriptors.cpu().numpy(), recipe.similarity)
    partners = partners_of(similarity, recipe.seed)
    ranking_targets = _ranking_targets(recipe, dataset) if recipe.codes.ranking else None
    return CodeTargets(similarity, partners, memory, ranking_targets)


def _ranking_targets(recipe: Recipe, dataset: DescriptorDataset) -> Tensor:
    """Return whitened descriptors smoothed over their neighbours, float32 [N, D]."""
    descriptors, settings = _as_floats(dataset.descriptors), recipe.initial
    centred = descriptors - descriptors.mean(axis=0)
    whitening = neighbour_whitening(descriptors, settings.neighbours, settings.ridge)
    unit = unit_rows(centred @ whitening)
    targets = smooth_neighbours(unit, settings.neighbours, settings.rounds)
    return torch.from_numpy(targets).to(dataset.descriptors.device)


def _train_codes(
    task: TrainingTask, head: ResidualHead, objective: CodeObjective, held_out: DescriptorDataset
) -> Steps[TrainingReport, None, None]:
    settings, patience = task.recipe.codes, task.recipe.patience
    held_out_objective = _objective(task, head, held_out)
    assert held_out_objective is not None
    rows = torch.arange(len(task.dataset) - len(held_out))
    minutes = task.time_budget(_CODES_TIME_SHARE if task.trains_generator else 1)
    plan = plan_epochs(rows, settings.epochs, settings.batch, _VALIDATIONS, minutes, patience)
    validate = partial(_validate_codes, head, held_out_objective, held_out)
    stage = CodeStage(head, objective, settings)
    yield from train("codes", stage, plan, task.folder, task.key(), validate)


def _validate_codes(
    head: ResidualHead, objective: CodeObjective, held_out: DescriptorDataset
) -> ValidationMetrics:
    """Measure the held-out photos, with the same random draws every time."""
    head.eval()
    with torch.no_grad(), fixed_seed(held_out.descriptors.device):
        loss = float(objective(torch.arange(len(held_out))))
        logits = head(held_out.descriptors).cpu().numpy()
    return ValidationMetrics(loss, unique_code_rate(logits), bit_balance(logits))


def _train_generator(
    task: TrainingTask, head: ResidualHead, dataset: DescriptorDataset,
    objective: CodeObjective | None,
) -> Steps[TrainingReport, None, Generator]:  # fmt: skip
    settings = task.recipe.generator
    examples = dataset if task.crops is None else concatenated(dataset, task.crops)
    stage = _adversarial_stage(task, head, examples, objective)
    minutes = task.time_budget(1 - _CODES_TIME_SHARE if task.recipe.codes.epochs else 1)
    rows = torch.arange(len(examples))
    plan = plan_epochs(rows, settings.epochs, settings.batch, 2 * _VALIDATIONS, minutes)
    average = stage.average
    assert isinstance(average, Generator)
    for report in train("previews", stage, plan, task.folder, task.key()):
        if report.is_validation and is_main_process():
            _save_grid(task.folder / f"previews-{report.step:06}.png", average, dataset, head)
        yield report
    return average


def _adversarial_stage(
    task: TrainingTask, head: ResidualHead, dataset: DescriptorDataset,
    objective: CodeObjective | None,
) -> AdversarialStage:  # fmt: skip
    recipe, extractor = task.recipe, task.extractor
    device = dataset.descriptors.device
    generator = _initial_generator(task, head, dataset).to(device)
    judge = judge_of(recipe, task.pyramid, device)
    network = HashingNetwork(extractor.backbone, extractor.descriptor, head).to(device).eval()
    return AdversarialStage(dataset, network, generator, judge, recipe.adversary, objective)


def judge_of(recipe: Recipe, pyramid: FeaturePyramid | None, device: torch.device) -> Judge | None:
    """Return what the recipe judges generated pictures by, if anything.

    Args:
        recipe: its settings.
        pyramid: frozen features; None: those of EfficientNet-Lite1 are loaded.
        device: of the result.

    Raises:
        MissingWeightsError: the frozen network of the judge is not installed.
    """
    if not recipe.adversary.has_pyramid:
        return None
    bfloat16 = computes_in_bfloat16(device)
    # On a GPU, autocast chooses the type of each operation.
    pyramid = pyramid or feature_pyramid(bfloat16=bfloat16 and device.type == "cpu")
    discriminator = None
    if recipe.adversary.has_discriminator:
        discriminator = Discriminator(recipe.code_bits, len(pyramid.stages)).to(device)
    return Judge(pyramid.to(device), discriminator, bfloat16)


@torch.no_grad()
def _initial_generator(
    task: TrainingTask, head: ResidualHead, dataset: DescriptorDataset
) -> Generator:
    """Return the predecessor's generator, widened and translated to the new codes, or a new one."""
    settings, predecessor = task.recipe.generator, task.predecessor
    if predecessor is None or not can_become(predecessor.generator, settings.side, settings.width):
        return Generator(task.recipe.code_bits, settings.side, settings.width)
    start = widened(predecessor.generator, settings.width)
    descriptors = dataset.descriptors.cpu()
    old = torch.from_numpy(predecessor.hash_descriptors(descriptors.numpy()))
    new = head(dataset.descriptors).cpu()
    if torch.equal(signs_of(old), signs_of(new)):
        return start
    return translate_generator(start, signs_of(old), signs_of(new))


@torch.no_grad()
def _save_grid(
    path: Path, generator: Generator, dataset: DescriptorDataset, head: ResidualHead
) -> None:
    """Write a grid of photos beside their previews."""
    rows = torch.arange(min(_GRID_PHOTOS, len(dataset)))
    logits = head(dataset.descriptors[rows])
    previews = GeneratorGraph(generator)(signs_of(logits)).cpu().numpy()
    save_running_grid(path, dataset.pictures_of(rows).numpy(), previews)


def _as_floats(descriptors: Tensor) -> Floats:
    floats: Floats = descriptors.cpu().float().numpy()
    return floats
