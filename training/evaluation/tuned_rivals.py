"""The rival methods with a backbone that is trained together with their heads."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from desktop_app.core.base.codes import Logits
from training.base.arrays import Floats
from training.base.devices import all_cores, best_device
from training.data.datasets import PixelDataset
from training.data.features import Pixels
from training.learning.end_to_end import frozen_extractor
from training.learning.fine_tuning import PixelHasher, unfreeze
from training.learning.objective_stage import ObjectiveStage
from training.learning.recipe import Recipe
from training.learning.trainer import TrainingPlan, plan_epochs, train
from training.measuring.results import settings_digest
from training.networks.bundle_networks import HashingNetwork
from training.networks.feature_extractor import FeatureExtractor
from training.rivals.head import RivalHash, RivalLoss
from training.rivals.methods import Rival

_CHECKPOINTS = 10


@dataclass(frozen=True)
class RivalTuning:
    """How a rival's backbone and head are trained.

    Attributes:
        recipe: its view, frozen layers, rates, and pictures a step are ours.
        passes: how many views of each photo are seen in all; ours sees two an epoch, a photo's and
            its partner's.
        head_rate: learning rate of the head.
    """

    recipe: Recipe
    passes: float = 1.0
    head_rate: float = 1e-3


@dataclass(frozen=True, eq=False)
class PixelInputs:
    """What a method needs that trains the backbone, too.

    Attributes:
        extractor: backbone and descriptor before they are trained.
        descriptors: of the N training photos by it, int8 values as float32 [N, D].
        guide: features of the N photos that tell what is alike, float32 [N, G].
        pixels: uint8 [N, S, S, 3].
        identity: of all of these, for a key.
        described: describes the benchmark's M pictures by another extractor: float32 [M, D].
        folder: for checkpoints.
    """

    extractor: FeatureExtractor
    descriptors: Floats
    guide: Floats
    pixels: Pixels
    identity: tuple[object, ...]
    described: Callable[[FeatureExtractor], Floats]
    folder: Path


def tuned_logits(
    rival: Rival, inputs: PixelInputs, tuning: RivalTuning, bits: int, seed: int
) -> Logits:
    """Train a rival's head, then the backbone with it; return logits of the benchmark's pictures.

    An interrupted call resumes.

    Raises:
        DivergedError, PhotoError.
    """
    start = rival.fit(inputs.descriptors, bits, seed)
    with all_cores():
        extractor, head = _fine_tuned(rival, inputs, tuning, start, seed)
    return head.logits(inputs.described(extractor))


def _fine_tuned(
    rival: Rival, inputs: PixelInputs, tuning: RivalTuning, start: RivalHash, seed: int
) -> tuple[FeatureExtractor, RivalHash]:
    bits = len(start.logits(inputs.descriptors[:1])[0])
    key = settings_digest(inputs.identity, rival.name, rival.settings, tuning, bits, seed)
    folder = inputs.folder / f"rival-{key}"
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    objective = _Objective(rival, inputs, tuning, start, seed)
    stage, plan = objective.stage(tuning), _plan(rival, tuning, len(inputs.pixels))
    for report in train("rival", stage, plan, folder, key):
        if report.is_validation:
            print(f"{rival.name}, step {report.step} of {report.steps}", flush=True)
    return frozen_extractor(inputs.extractor, objective.hasher.network), start


def _plan(rival: Rival, tuning: RivalTuning, photos: int) -> TrainingPlan:
    batch = 2 * tuning.recipe.fine_tuning.batch // rival.views
    return plan_epochs(torch.arange(photos), tuning.passes / rival.views, batch, _CHECKPOINTS, None)


class _Objective:
    """A rival's loss of new views of photos."""

    def __init__(
        self, rival: Rival, inputs: PixelInputs, tuning: RivalTuning, head: RivalHash, seed: int
    ) -> None:
        backbone, descriptor = copy.deepcopy(
            (inputs.extractor.backbone, inputs.extractor.descriptor)
        )
        unfreeze(backbone, tuning.recipe.fine_tuning.frozen)
        descriptor.requires_grad_(requires_grad=True)
        device = best_device()
        self.hasher = PixelHasher(HashingNetwork(backbone, descriptor, head)).to(device)
        self._loss: RivalLoss = rival.loss(inputs.guide, seed)
        self._name, self._views = rival.name, rival.views
        rows = torch.arange(len(inputs.pixels))
        self._photos = PixelDataset(inputs.pixels, rows, tuning.recipe.view, device)

    def parts(self, rows: Tensor) -> dict[str, Tensor]:
        """Return the loss of the rows int64 [B] by the rival's name."""
        views = [self._photos.sample_views(rows) for _ in range(self._views)]
        logits = self.hasher(torch.cat(views)).chunk(self._views)
        return {self._name: self._loss(logits, rows)}

    def stage(self, tuning: RivalTuning) -> ObjectiveStage:
        """Return the stage that lowers the loss, by the recipe's rates."""
        network, settings = self.hasher.network, tuning.recipe.fine_tuning
        extractor = [*network.backbone.parameters(), *network.descriptor.parameters()]
        trained = [parameter for parameter in extractor if parameter.requires_grad]
        rates = [
            (settings.backbone_rate, trained),
            (tuning.head_rate, list(network.head.parameters())),
        ]
        return ObjectiveStage(self.hasher, self, rates, settings.weight_decay, settings.warm_up)
