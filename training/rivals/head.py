"""What all rival methods share: a small head on fixed features, and a plain training loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.base.arrays import Floats

# The loss of a batch: rows int64 [B] of the training photos -> a number to lower.
Objective = Callable[[Tensor], Tensor]
# Logits float32 [B, K] of one or two views of photos, and their rows int64 [B] -> the same.
RivalLoss = Callable[[tuple[Tensor, ...], Tensor], Tensor]


@dataclass(frozen=True)
class Schedule:
    """Adam with half-cosine decay from `learning_rate` to zero, `batch` in photos.

    `epochs` are fixed, so that no result depends on when training was stopped.
    """

    epochs: int
    batch: int
    learning_rate: float


class RivalHash(nn.Module):
    """A trained head: features float32 [N, F] -> logits float32 [N, K]; bits are logits > 0."""

    def __init__(self, mean: Floats, head: nn.Module) -> None:
        """Hash with `head` after centring by `mean` float32 [F], that of the training photos."""
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.head = head

    def forward(self, features: Tensor) -> Tensor:
        """Compute logits, with gradients to the features."""
        assert isinstance(self.mean, Tensor)
        logits: Tensor = self.head(_scaled(features - self.mean))
        return logits

    def logits(self, features: Floats) -> Floats:
        """Compute logits without gradients."""
        with torch.inference_mode():
            logits: Floats = self(torch.from_numpy(features)).numpy()
        return logits


def inputs_of(features: Floats, mean: Floats) -> Tensor:
    """Centre features and scale rows to length sqrt(F), so that entries are about 1."""
    return _scaled(torch.from_numpy(features - mean))


def _scaled(centred: Tensor) -> Tensor:
    length: float = centred.shape[1] ** 0.5
    return functional.normalize(centred) * length


def perceptron(inputs: int, hidden: int, bits: int) -> nn.Module:
    """One hidden layer with ReLU, and a linear layer."""
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, bits))


def train(head: nn.Module, objective: Objective, photos: int, schedule: Schedule) -> None:
    """Minimise `objective` over shuffled batches of rows; an incomplete last batch is dropped.

    Random numbers come from torch's global generator.
    """
    batch = min(schedule.batch, photos)
    steps = schedule.epochs * (photos // batch)
    optimiser = torch.optim.Adam(head.parameters(), schedule.learning_rate)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(schedule.epochs):
        order = torch.randperm(photos)
        for rows in order[: photos // batch * batch].view(-1, batch):
            optimiser.zero_grad()
            torch.autograd.backward(objective(rows))
            optimiser.step()
            decay.step()
