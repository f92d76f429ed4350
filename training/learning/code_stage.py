"""The stage that trains the hash head: from S, from augmented views and from its own outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from training.base.devices import device_of
from training.base.group_batches import drawn_part, gathered, local_part
from training.learning.code_losses import (
    balance_loss,
    contrastive_loss,
    memory_loss,
    quantisation_loss,
    ranking_loss,
    similarity_loss,
)
from training.learning.objective_stage import ObjectiveStage
from training.similarity.matrix import SemanticSimilarity
from training.similarity.partners import Partners


@dataclass(frozen=True)
class LossWeights:
    """The weight of each loss of CodeObjective, by its name; 0 leaves a loss out."""

    similarity: float = 0.0
    contrastive: float = 0.0
    quantisation: float = 0.0
    balance: float = 0.0
    ranking: float = 0.0
    memory: float = 0.0

    @property
    def used_losses(self) -> list[str]:
        """The names of the losses that have a weight."""
        return [loss.name for loss in fields(LossWeights) if getattr(self, loss.name)]


@dataclass(frozen=True)
class CodeSettings(LossWeights):
    """The weights of the losses, and how the head is trained.

    Attributes:
        temperature: of the contrastive loss, on cosines of relaxed codes.
        ranking_temperature: of the ranking loss.
        sharpness: relaxed code = tanh(sharpness * logits).
        noise: standard deviation of noise added to a descriptor, as a share of its entries'.
        hidden, dropout: of the residual head.
        rate: learning rate of the residual.
        rotation_rate: learning rate of the rotation, as a share of `rate`.
        epochs, batch: length of the run, and photos a step.
    """

    temperature: float = 0.3
    ranking_temperature: float = 0.2
    sharpness: float = 1.5
    noise: float = 0.0
    hidden: int = 512
    dropout: float = 0.3
    rate: float = 1e-3
    rotation_rate: float = 0.1
    weight_decay: float = 1e-4
    epochs: int = 10
    batch: int = 256


@dataclass(frozen=True, eq=False)
class Memory:
    """Foreign photos to remember: descriptors [M, D] and their logits [M, K] before training."""

    descriptors: Tensor
    logits: Tensor


@dataclass(frozen=True, eq=False)
class CodeTargets:
    """What the codes of N photos are trained towards.

    Attributes:
        similarity: the semantic similarity matrix S.
        partners: a similar photo for each photo, for the contrastive loss.
        memory: foreign photos to remember, if any.
        ranking_targets: float32 [N, D], vectors whose ranking the codes should reproduce
            (initial_head.smooth_neighbours); None if the ranking loss has no weight.
    """

    similarity: SemanticSimilarity
    partners: Partners
    memory: Memory | None = None
    ranking_targets: Tensor | None = None


class ViewSampler(Protocol):
    """A dataset that returns a different view of a photo at each access.

    In a group, `rows` are this process's part (base/group_batches.py).
    """

    def sample_views(self, rows: Tensor) -> Tensor:
        """Return network input of each of `rows`, int64 [B]: [B, ...]."""


@dataclass(frozen=True, eq=False)
class CodeBatch:
    """B photos and their partners.

    Attributes:
        rows: int64 [B], the photos without their partners.
        logits: float32 [2B, K], of the photos, then of their partners.
        relaxed: float32 [2B, K], their relaxed codes.
        similarity: S among them, int8 [2B, 2B].
    """

    rows: Tensor
    logits: Tensor
    relaxed: Tensor
    similarity: Tensor


class CodeObjective:
    """The weighted sum of the losses of the codes on a batch.

    In a group, every process hashes its part of the photos and partners, and computes the losses of
    all of them, so that each photo is compared with the whole batch.
    """

    def __init__(
        self, head: nn.Module, dataset: ViewSampler, targets: CodeTargets, settings: CodeSettings
    ) -> None:
        self._head, self._dataset = head, dataset
        self._targets, self._settings = targets, settings

    def __call__(self, rows: Tensor) -> Tensor:
        """Return the sum of the losses of the rows int64 [B], a scalar."""
        return torch.stack(list(self.parts(rows).values())).sum()

    def parts(self, rows: Tensor) -> dict[str, Tensor]:
        """Return the weighted losses by name, of the rows int64 [B] and their partners."""
        batch, weights = self._batch(rows.to(device_of(self._head))), self._settings
        losses = {name: self._losses[name](self, batch) for name in weights.used_losses}
        return {
            name: getattr(weights, name) * loss for name, loss in losses.items() if loss is not None
        }

    def _batch(self, rows: Tensor) -> CodeBatch:
        both = torch.cat([rows, self._sample_partners(rows)])
        logits = gathered(self._head(self._inputs(local_part(both))))
        relaxed = torch.tanh(self._settings.sharpness * logits)
        return CodeBatch(rows, logits, relaxed, self._similarity_of(both))

    def _contrastive_loss(self, batch: CodeBatch) -> Tensor:
        first, second = batch.relaxed.chunk(2)
        return contrastive_loss(first, second, batch.similarity > 0, self._settings.temperature)

    def _ranking_loss(self, batch: CodeBatch) -> Tensor | None:
        targets = self._targets.ranking_targets
        if targets is None:
            return None
        codes, _ = batch.relaxed.chunk(2)
        return ranking_loss(codes, targets[batch.rows], self._settings.ranking_temperature)

    def _memory_loss(self, batch: CodeBatch) -> Tensor | None:
        memory = self._targets.memory
        if memory is None:
            return None
        count = (len(batch.logits),)
        sample = torch.randint(len(memory.logits), count, device=memory.logits.device)
        logits = gathered(self._head(memory.descriptors[local_part(sample)]))
        return memory_loss(logits, memory.logits[sample])

    # The loss of each of LossWeights; None where the data that it needs are absent.
    _losses: ClassVar[dict[str, Callable[[CodeObjective, CodeBatch], Tensor | None]]] = {
        "similarity": lambda _, batch: similarity_loss(batch.relaxed, batch.similarity),
        "contrastive": _contrastive_loss,
        "quantisation": lambda _, batch: quantisation_loss(batch.logits),
        "balance": lambda _, batch: balance_loss(batch.relaxed),
        "ranking": _ranking_loss,
        "memory": _memory_loss,
    }

    def _inputs(self, rows: Tensor) -> Tensor:
        views = self._dataset.sample_views(rows)
        if not self._settings.noise:
            return views
        deviation = self._settings.noise * gathered(views).std()

        def noise(count: int) -> Tensor:
            return torch.randn(count, *views.shape[1:], device=views.device)

        return views + deviation * drawn_part(noise, len(views))

    def _sample_partners(self, rows: Tensor) -> Tensor:
        uniform = torch.rand(len(rows)).numpy()
        partners = self._targets.partners.sample(rows.cpu().numpy(), uniform)
        return torch.from_numpy(np.asarray(partners, np.int64)).to(rows.device)

    def _similarity_of(self, rows: Tensor) -> Tensor:
        return torch.from_numpy(self._targets.similarity.among(rows.cpu().numpy())).to(rows.device)


class CodeStage(ObjectiveStage):
    """Trains a hash head on a fixed backbone."""

    def __init__(self, head: nn.Module, objective: CodeObjective, settings: CodeSettings) -> None:
        super().__init__(head, objective, parameter_groups(head, settings), settings.weight_decay)


# Learning rates, and the parameters that have them.
ParameterGroups = list[tuple[float, list[nn.Parameter]]]


def parameter_groups(head: nn.Module, settings: CodeSettings) -> ParameterGroups:
    """Return the learning rates of a ResidualHead's rotation, and of its other parameters."""
    slow = [value for name, value in head.named_parameters() if name == "rotation"]
    fast = [value for name, value in head.named_parameters() if name != "rotation"]
    return [(settings.rate * settings.rotation_rate, slow), (settings.rate, fast)]
