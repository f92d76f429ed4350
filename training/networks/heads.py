"""Hash heads: descriptor -> logits. Trained in floating point, shipped in integers."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from desktop_app.core.learning.integer_head import LARGEST_HIDDEN, IntegerWeights, in_integers
from desktop_app.core.learning.linear_hash import LinearHash
from training.base.arrays import Floats
from training.base.group_batches import drawn_part


class ResidualHead(nn.Module):
    """The trainable head: logits = (x - mean) R + relu((x - mean) A + a) B + b.

    x is the descriptor times `input_scale`, so that its entries are about 1. R starts as PCA and
    ITQ, and B at zero, so that training starts from ITQ's codes.

    Args:
        start: a hash of scaled descriptors: mean [D], weights [D, K].
        input_scale: factor of the descriptors.
        hidden: units of the residual's hidden layer; 0: no residual.
        dropout: of the residual's input and hidden layer.
    """

    def __init__(self, start: LinearHash, input_scale: float, hidden: int, dropout: float) -> None:
        super().__init__()
        size, bits = start.weights.shape
        self.input_scale = input_scale
        # Copies, since training changes them in place.
        self.register_buffer("mean", torch.tensor(start.mean))
        self.rotation = nn.Parameter(torch.tensor(start.weights))
        self.residual: nn.Sequential | None = None
        if hidden:
            outer = nn.Linear(hidden, bits)
            nn.init.zeros_(outer.weight)
            nn.init.zeros_(outer.bias)
            drop = SharedDropout(dropout)
            self.residual = nn.Sequential(drop, nn.Linear(size, hidden), nn.ReLU(), drop, outer)

    def forward(self, descriptor: Tensor) -> Tensor:
        """Descriptors, int8 values of any dtype [N, D] -> logits float32 [N, K]."""
        assert isinstance(self.mean, Tensor)
        x = descriptor.float() * self.input_scale - self.mean
        logits = x @ self.rotation
        return logits if self.residual is None else logits + self.residual(x)

    @property
    def layers(self) -> tuple[nn.Linear, nn.Linear] | None:
        """The two linear layers of the residual."""
        if self.residual is None:
            return None
        first, second = self.residual[1], self.residual[4]
        assert isinstance(first, nn.Linear)
        assert isinstance(second, nn.Linear)
        return first, second


class SharedDropout(nn.Dropout):
    """Dropout of values float32 [N, C], this process's part of a batch (base/group_batches.py)."""

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self.p:
            return values

        def kept(count: int) -> Tensor:
            return torch.empty(count, *values.shape[1:], device=values.device).bernoulli_(
                1 - self.p
            )

        return values * (drawn_part(kept, len(values)) / (1 - self.p))


class IntegerHead(nn.Module):
    """Descriptor int8 [N, D] -> logits float32 [N, K], as IntegerWeights says."""

    def __init__(self, weights: IntegerWeights) -> None:
        super().__init__()
        for name in ("direct", "bias", "inner", "inner_bias", "outer"):
            values = np.ascontiguousarray(getattr(weights, name), np.float32)
            self.register_buffer(name, torch.from_numpy(values))
        self.shift, self.unit = weights.shift, weights.unit

    @property
    def weights(self) -> IntegerWeights:
        arrays = {name: values.cpu().numpy() for name, values in self.named_buffers()}
        return IntegerWeights(**arrays, shift=self.shift, unit=self.unit)

    def forward(self, descriptor: Tensor) -> Tensor:
        assert isinstance(self.direct, Tensor)
        assert isinstance(self.bias, Tensor)
        assert isinstance(self.inner, Tensor)
        assert isinstance(self.inner_bias, Tensor)
        assert isinstance(self.outer, Tensor)
        d = descriptor.float()
        sums = d @ self.direct + self.bias
        if len(self.outer):
            hidden = torch.round(torch.relu(d @ self.inner + self.inner_bias) * self.shift)
            sums = sums + hidden.clamp(max=LARGEST_HIDDEN) @ self.outer
        return sums * self.unit


def integer_head(head: ResidualHead, descriptors: Floats) -> IntegerHead:
    """Convert a trained head to integers; descriptors float32 [N, D] set its scales.

    Rounding changes a logit by about 0.1 % of the logits' size, by 1 % with a residual.
    """
    with torch.no_grad():
        typical = float(head.eval()(torch.from_numpy(descriptors)).pow(2).mean().sqrt())
    assert isinstance(head.mean, Tensor)
    centre, rotation = head.mean.numpy(), head.rotation.detach().numpy()
    inner, inner_bias, outer, outer_bias = _residual_weights(head)
    direct = np.asarray(rotation * head.input_scale / typical, np.float32)
    bias = np.asarray((outer_bias - centre @ rotation) / typical, np.float32)
    inner_bias = np.asarray(inner_bias - centre @ inner, np.float32)
    inner, outer = inner * head.input_scale, outer / typical
    return IntegerHead(in_integers(direct, bias, inner, inner_bias, outer, descriptors))


def _residual_weights(head: ResidualHead) -> tuple[Floats, Floats, Floats, Floats]:
    """Return A [D, H], a [H], B [H, K] and b [K]; H is 0 if the head has no residual."""
    size, bits = head.rotation.shape
    if head.layers is None:
        shapes = ((size, 0), (0,), (0, bits), (bits,))
        nothing = [np.zeros(shape, np.float32) for shape in shapes]
        return nothing[0], nothing[1], nothing[2], nothing[3]
    first, second = head.layers
    return (
        first.weight.detach().numpy().T,
        first.bias.detach().numpy(),
        second.weight.detach().numpy().T,
        second.bias.detach().numpy(),
    )
