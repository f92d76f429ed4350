"""The stage in which the encoder's head learns: from S, from views, and from its own targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor, nn

from training.base.devices import device_of
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
class CodeSettings:
    """Weights of the losses (0 leaves one out), and how the head learns.

    temperature         of the contrastive loss, on cosines of relaxed codes
    ranking_temperature of the ranking loss
    sharpness           relaxed code = tanh(sharpness * logits)
    noise               deviation of what is added to a descriptor, as a share of its entries'
    hidden, dropout     of the residual head
    rate, rotation_rate learning rate of the residual, and of the rotation as a share of it
    """

    similarity: float = 0.0
    contrastive: float = 0.0
    ranking: float = 0.0
    memory: float = 0.0
    quantisation: float = 0.0
    balance: float = 0.0
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

    @property
    def has_losses(self) -> bool:
        """Whether any has a weight."""
        return any((
            self.similarity, self.contrastive, self.ranking,
            self.memory, self.quantisation, self.balance,
        ))  # fmt: skip


@dataclass(frozen=True, eq=False)
class Memory:
    """Foreign photos that must not be forgotten: descriptors [M, D] and their logits [M, K]."""

    descriptors: Tensor
    logits: Tensor


@dataclass(frozen=True, eq=False)
class Guidance:
    """What the encoder is guided by: S, whom it pairs photos with, photos to remember, and, where
    the ranking loss has a weight, where each photo would best be (initial_head.smoothed),
    float32 [N, D].
    """

    similarity: SemanticSimilarity
    partners: Partners
    memory: Memory | None = None
    aims: Tensor | None = None


class Looks(Protocol):
    """Photos that can be looked at, each time in another way."""

    def looks(self, rows: Tensor) -> Tensor:
        """What the network that learns is given of each of `rows`, int64 [B]: [B, ...]"""


class CodeObjective:
    """The encoder's own loss on a batch, as its parts, weighted."""

    def __init__(
        self, head: nn.Module, examples: Looks, guidance: Guidance, settings: CodeSettings
    ) -> None:
        self._head, self._examples = head, examples
        self._guidance, self._settings = guidance, settings

    def __call__(self, rows: Tensor) -> Tensor:
        return torch.stack(list(self.parts(rows).values())).sum()

    def parts(self, rows: Tensor) -> dict[str, Tensor]:
        """Weighted losses by name, of the examples `rows`, int64 [B], and of their partners."""
        weights, rows = self._settings, rows.to(device_of(self._head))
        both = torch.cat([rows, self._drawn_partners(rows)])
        logits = self._head(self._seen(both))
        relaxed = torch.tanh(weights.sharpness * logits)
        judged = self._judged(both)
        parts: dict[str, Tensor] = {}
        if weights.similarity:
            parts["similarity"] = weights.similarity * similarity_loss(relaxed, judged)
        if weights.contrastive:
            first, second = relaxed.chunk(2)
            found = contrastive_loss(first, second, judged > 0, weights.temperature)
            parts["contrastive"] = weights.contrastive * found
        if weights.quantisation:
            parts["quantisation"] = weights.quantisation * quantisation_loss(logits)
        if weights.balance:
            parts["balance"] = weights.balance * balance_loss(relaxed)
        if weights.ranking and self._guidance.aims is not None:
            aims = self._guidance.aims[rows]
            found = ranking_loss(relaxed[: len(rows)], aims, weights.ranking_temperature)
            parts["ranking"] = weights.ranking * found
        if weights.memory and self._guidance.memory is not None:
            parts["memory"] = weights.memory * self._forgotten(self._guidance.memory, len(both))
        return parts

    def _forgotten(self, memory: Memory, count: int) -> Tensor:
        drawn = torch.randint(len(memory.logits), (count,), device=memory.logits.device)
        return memory_loss(self._head(memory.descriptors[drawn]), memory.logits[drawn])

    def _seen(self, rows: Tensor) -> Tensor:
        looks = self._examples.looks(rows)
        if not self._settings.noise:
            return looks
        deviation = self._settings.noise * looks.std()
        return looks + deviation * torch.randn_like(looks)

    def _drawn_partners(self, rows: Tensor) -> Tensor:
        chances = torch.rand(len(rows)).numpy()
        drawn = self._guidance.partners.drawn(rows.cpu().numpy(), chances)
        return torch.from_numpy(np.asarray(drawn, np.int64)).to(rows.device)

    def _judged(self, rows: Tensor) -> Tensor:
        return torch.from_numpy(self._guidance.similarity.among(rows.cpu().numpy())).to(rows.device)


class CodeStage(ObjectiveStage):
    """Trains a head alone."""

    def __init__(self, head: nn.Module, objective: CodeObjective, settings: CodeSettings) -> None:
        super().__init__(head, objective, head_rates(head, settings), settings.weight_decay)


def head_rates(head: nn.Module, settings: CodeSettings) -> list[tuple[float, list[nn.Parameter]]]:
    """The learning rates of a ResidualHead: of its rotation, and of all else in it."""
    slow = [value for name, value in head.named_parameters() if name == "rotation"]
    fast = [value for name, value in head.named_parameters() if name != "rotation"]
    return [(settings.rate * settings.rotation_rate, slow), (settings.rate, fast)]
