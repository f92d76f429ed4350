"""SSDH: Yang, Deng, Liu, Liu and Tao, "Semantic Structure-based Unsupervised Deep Hashing",
IJCAI 2018.

Pairs of photos that are clearly nearer, or clearly farther, than most are similar (+1) and
dissimilar (-1), by two half-Gaussians fitted to the cosine distances; codes follow these.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from desktop_app.core.learning.directions import directions
from training.base.arrays import Floats
from training.rivals.head import RivalHash, RivalLoss, Schedule, inputs_of, train
from training.similarity.feature_similarity import fit_half_gaussians, sampled_distances

_SCHEDULE = Schedule(epochs=60, batch=128, learning_rate=1e-2)


@dataclass(frozen=True)
class SsdhSettings:
    """A pair is known at `deviations` from the mode of the distances, on either side.

    The paper has 2, for other features; see docs/results.md.
    """

    schedule: Schedule = _SCHEDULE
    deviations: float = 3.5


def structure(cosines: Tensor, near: float, far: float) -> Tensor:
    """Return S of a batch from cosines [B, B]: +1 below distance `near`, -1 above `far`, else 0."""
    distances = 1 - cosines
    return (distances < near).float() - (distances > far).float()


def structure_loss(relaxed: Tensor, similarity: Tensor) -> Tensor:
    """Mean of |S| (u u' / K - S)^2 over pairs of different rows.

    Args:
        relaxed: codes u in [-1, 1], float32 [B, K].
        similarity: S of -1, 0 (unknown) and 1, float32 [B, B].
    """
    agreement = relaxed @ relaxed.T / relaxed.shape[1]
    errors = similarity.abs() * (agreement - similarity) ** 2
    return (errors.sum() - errors.diagonal().sum()) / (len(relaxed) * (len(relaxed) - 1))


def ssdh_loss(features: Floats, seed: int, settings: SsdhSettings) -> RivalLoss:
    """Return the loss of one view of photos with features float32 [N, F]."""
    halves = fit_half_gaussians(sampled_distances(directions(features), seed))
    near, far = halves.near(settings.deviations), halves.far(settings.deviations)
    inputs = inputs_of(features, features.mean(axis=0))

    def loss(logits: tuple[Tensor, ...], rows: Tensor) -> Tensor:
        cosines = inputs[rows] @ inputs[rows].T / features.shape[1]
        return structure_loss(logits[0].tanh(), structure(cosines, near, far))

    return loss


def fit_ssdh(features: Floats, bits: int, seed: int, settings: SsdhSettings) -> RivalHash:
    """Train on features float32 [N, F]; codes are relaxed to tanh in training."""
    loss = ssdh_loss(features, seed, settings)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        mean = features.mean(axis=0)
        inputs = inputs_of(features, mean)
        head = nn.Linear(features.shape[1], bits)
        train(
            head, lambda rows: loss((head(inputs[rows]),), rows), len(features), settings.schedule
        )
    return RivalHash(mean, head)
