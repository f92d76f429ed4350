"""From descriptors and small pictures to a hash head and a generator: the stages in their order."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Generator as Steps
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from desktop_app.core.models.retraining import MIN_PHOTOS
from training.base.arrays import Floats
from training.base.devices import draws_apart, is_first
from training.base.errors import TooFewPicturesError
from training.data.examples import Examples
from training.learning.adversarial_stage import AdversarialStage
from training.learning.code_stage import CodeObjective, CodeStage, Guidance, Memory
from training.learning.initial_head import initial_hash, neighbour_whitening, smoothed
from training.learning.predecessor import Predecessor, translated
from training.learning.recipe import Recipe
from training.learning.trainer import Health, Plan, Trained, train
from training.measuring.baselines import LinearHash, unit_rows
from training.measuring.metrics import bit_balance, unique_code_rate
from training.measuring.preview_grid import save_running_grid
from training.networks.bundle_networks import HashingNetwork, signs_of
from training.networks.discriminator import Discriminator
from training.networks.feature_extractor import FeatureExtractor, weights_of
from training.networks.generator import Generator, GeneratorGraph
from training.networks.heads import ResidualHead, integer_head
from training.similarity.matrix import semantic_similarity
from training.similarity.partners import partners

_LOOKS = 10
# They are compared all with all at every look.
_MOST_HELD_OUT = 2000
_SHOWN = 24
# Of a time budget, what the head may take where a generator is to follow.
_SHARE_OF_CODES = 0.2


@dataclass(frozen=True, eq=False)
class Learned:
    """A network ready for export, and the generator that belongs to it, if any."""

    network: HashingNetwork
    generator: Generator | None


@dataclass(frozen=True, eq=False)
class Task:
    """What is to be learned, and where: checkpoints, stats.jsonl and grids lie in `folder`.

    `remembered` int8 [M, D]: descriptors of foreign photos, not to be forgotten. `minutes`: at
    most. `start`: the head to go on with, where it is not to be a new one. `before`: the model
    whose generator is gone on with, where it is of the size that the recipe asks for.
    """

    recipe: Recipe
    ground: FeatureExtractor
    examples: Examples
    folder: Path
    remembered: Tensor | None = None
    minutes: float | None = None
    start: ResidualHead | None = None
    before: Predecessor | None = None

    @property
    def draws(self) -> bool:
        """Whether a generator is asked for."""
        return self.recipe.generator.epochs > 0 and self.examples.pictures is not None

    def minutes_of(self, share: float) -> float | None:
        return None if self.minutes is None else self.minutes * share

    def to(self, device: torch.device) -> Task:
        """The same on another device; the networks are copies."""
        backbone, descriptor = copy.deepcopy((self.ground.backbone, self.ground.descriptor))
        return replace(
            self,
            ground=replace(
                self.ground, backbone=backbone.to(device), descriptor=descriptor.to(device)
            ),
            examples=self.examples.to(device),
        )

    def key(self) -> str:
        """Names what is learned from what: a checkpoint of something else is not gone on with."""
        digest = hashlib.sha256(repr((self.recipe, self.minutes)).encode())
        digest.update(self.examples.descriptors.cpu().numpy().tobytes())
        if self.remembered is not None:
            digest.update(self.remembered.cpu().numpy().tobytes())
        if self.before is not None:
            digest.update(weights_of(self.before.generator))
        return digest.hexdigest()[:16]


def learn(task: Task) -> Steps[Trained, None, Learned]:
    """Train by the recipe. Stopped and called again with the same task, it goes on where it was.

    Raises TooFewPicturesError, DivergedError, CollapsedError.
    """
    if len(task.examples) < MIN_PHOTOS:
        raise TooFewPicturesError(len(task.examples), MIN_PHOTOS)
    task.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(task.recipe.seed)
    learning, held = (task.examples.at(rows) for rows in split_rows(task))
    head = copy.deepcopy(task.start) or first_head(task.recipe, learning, task.remembered)
    head = head.to(task.examples.descriptors.device)
    objective = None
    if task.recipe.teaches_codes:
        memory = None if task.remembered is None else _memory(head, task.remembered)
        if task.recipe.codes.has_losses:
            objective = _objective(task.recipe, head, learning, memory)
        if objective is not None and task.recipe.codes.epochs:
            watched = _objective(task.recipe, head, held, memory)
            yield from _learn_codes(task, head, objective, watched, held)
    generator = None
    if task.draws:
        generator = yield from _learn_to_draw(task, head, learning, objective)
    exact = integer_head(head.cpu().eval(), _floats(learning))
    ground = task.ground
    network = HashingNetwork(ground.backbone, ground.descriptor, exact).cpu().eval()
    return Learned(network, None if generator is None else generator.cpu())


def first_head(recipe: Recipe, examples: Examples, remembered: Tensor | None) -> ResidualHead:
    """The head that learning starts from, on the examples' device; logits are about 1 in size."""
    descriptors = _floats(examples)
    scale = 1 / float(descriptors.std())
    kept = None if remembered is None else _floats(Examples(remembered)) * scale
    start = initial_hash(descriptors * scale, recipe.code_bits, recipe.initial, recipe.seed, kept)
    size = float((start.logits(descriptors * scale) ** 2).mean() ** 0.5)
    start = LinearHash(start.mean, start.weights / size)
    head = ResidualHead(start, scale, recipe.codes.hidden, recipe.codes.dropout)
    return head.to(examples.descriptors.device)


def split_rows(task: Task) -> tuple[Tensor, Tensor]:
    """Rows of examples to learn from, and of those that are held out and decide when to stop.

    None is held out where the head does not learn.
    """
    if not task.recipe.teaches_codes:
        return torch.arange(len(task.examples)), torch.arange(0)
    seeded = torch.Generator().manual_seed(task.recipe.seed)
    order = torch.randperm(len(task.examples), generator=seeded)
    count = round(task.recipe.held_out * len(task.examples))
    count = min(_MOST_HELD_OUT, max(MIN_PHOTOS // 4, count))
    return order[count:].sort().values, order[:count].sort().values


def _memory(head: ResidualHead, remembered: Tensor) -> Memory:
    """The foreign photos with the logits that they have at the start."""
    remembered = remembered.to(head.rotation.device)
    with torch.no_grad():
        return Memory(remembered, head.eval()(remembered))


def _objective(
    recipe: Recipe, head: nn.Module, examples: Examples, memory: Memory | None
) -> CodeObjective:
    return CodeObjective(head, examples, guidance_of(recipe, examples, memory), recipe.codes)


def guidance_of(recipe: Recipe, examples: Examples, memory: Memory | None) -> Guidance:
    """S, partners and, where they are asked for, aims, as the descriptors of `examples` tell."""
    similarity = semantic_similarity(examples.descriptors.cpu().numpy(), recipe.similarity)
    drawn = partners(similarity, recipe.seed)
    aims = _aims(recipe, examples) if recipe.codes.ranking else None
    return Guidance(similarity, drawn, memory, aims)


def _aims(recipe: Recipe, examples: Examples) -> Tensor:
    """Where each photo would best be: among its neighbours, in whitened directions."""
    descriptors, settings = _floats(examples), recipe.initial
    centred = descriptors - descriptors.mean(axis=0)
    whitening = neighbour_whitening(descriptors, settings.neighbours, settings.ridge)
    aims = smoothed(unit_rows(centred @ whitening), settings.neighbours, settings.rounds)
    return torch.from_numpy(aims).to(examples.descriptors.device)


def _learn_codes(
    task: Task, head: ResidualHead, objective: CodeObjective, watched: CodeObjective, held: Examples
) -> Steps[Trained, None, None]:
    settings, recipe = task.recipe.codes, task.recipe
    rows = torch.arange(len(task.examples) - len(held))
    batch = min(settings.batch, len(rows))
    steps = max(1, round(settings.epochs * len(rows) / batch))
    minutes = task.minutes_of(_SHARE_OF_CODES if task.draws else 1)
    plan = Plan(rows, steps, batch, max(1, steps // _LOOKS), minutes, recipe.patience)

    def look() -> Health:
        return _health(head, watched, held)

    stage = CodeStage(head, objective, settings)
    yield from train("codes", stage, plan, task.folder, task.key(), look)


def _health(head: ResidualHead, watched: CodeObjective, held: Examples) -> Health:
    """Of the held-out photos, in the same draws every time; training's own go on as before."""
    head.eval()
    with torch.no_grad(), draws_apart(held.descriptors.device):
        loss = float(watched(torch.arange(len(held))))
        logits = head(held.descriptors).cpu().numpy()
    return Health(loss, unique_code_rate(logits), bit_balance(logits))


def _learn_to_draw(
    task: Task, head: ResidualHead, examples: Examples, objective: CodeObjective | None
) -> Steps[Trained, None, Generator]:
    settings, weights = task.recipe.generator, task.recipe.adversary
    device = examples.descriptors.device
    bits = task.recipe.code_bits
    generator = _first_generator(task, head, examples).to(device)
    rival = None
    if weights.adversarial or weights.encoder_adversarial:
        rival = Discriminator(bits, settings.side, settings.discriminator_width).to(device)
    network = HashingNetwork(task.ground.backbone, task.ground.descriptor, head).to(device).eval()
    stage = AdversarialStage(examples, network, generator, rival, weights, objective)
    steps = max(1, round(settings.epochs * len(examples) / settings.batch))
    minutes = task.minutes_of(1 - _SHARE_OF_CODES if task.recipe.codes.epochs else 1)
    rows = torch.arange(len(examples))
    plan = Plan(rows, steps, settings.batch, max(1, steps // (2 * _LOOKS)), minutes)
    average = stage.average
    assert isinstance(average, Generator)
    for report in train("previews", stage, plan, task.folder, task.key()):
        if report.is_look and is_first():
            _show(task.folder / f"previews-{report.step:06}.png", average, examples, head)
        yield report
    return average


@torch.no_grad()
def _first_generator(task: Task, head: ResidualHead, examples: Examples) -> Generator:
    """The predecessor's, translated into the new codes, or a new one."""
    settings, before = task.recipe.generator, task.before
    wanted = (settings.side, settings.width)
    if before is None or (before.generator.side, before.generator.width) != wanted:
        return Generator(task.recipe.code_bits, *wanted)
    descriptors = examples.descriptors.cpu()
    old = torch.from_numpy(before.hash_descriptors(descriptors.numpy()))
    new = head(examples.descriptors).cpu()
    return translated(before.generator, signs_of(old), signs_of(new))


@torch.no_grad()
def _show(path: Path, generator: Generator, examples: Examples, head: ResidualHead) -> None:
    """A grid of photos and their previews."""
    assert examples.pictures is not None
    logits = head(examples.descriptors[:_SHOWN])
    previews = GeneratorGraph(generator)(signs_of(logits))
    save_running_grid(path, examples.pictures[:_SHOWN].cpu().numpy(), previews.cpu().numpy())


def _floats(examples: Examples) -> Floats:
    descriptors: Floats = examples.descriptors.cpu().float().numpy()
    return descriptors
