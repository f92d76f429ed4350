"""Hash heads: descriptor -> logits. Trained in floating point, shipped in integers."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn

from training.base.arrays import Floats
from training.measuring.baselines import LinearHash

# The largest integer up to which float16 holds every integer.
_LARGEST_WEIGHT = 2048
LARGEST_HIDDEN = 127  # of the rounded hidden units: int8
# The largest integer up to which float32 holds every integer.
_LARGEST_EXACT_SUM = 2**24


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
            drop = nn.Dropout(dropout)
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


class IntegerHead(nn.Module):
    """Descriptor int8 [N, D] -> logits float32 [N, K], by sums of integers only.

    logits = (d R + h B + b) * unit, with h = round(relu(d A + a) * shift), at most 127. All sums
    stay below 2^24, so that float32 holds them exactly in any order of addition, and `shift` and
    `unit` are powers of two: a code depends neither on the processor nor on the batch.

    Args:
        direct: R [D, K]; all arrays hold integers as float32.
        bias: b [K].
        inner: A [D, H]; H may be 0.
        inner_bias: a [H].
        outer: B [H, K].
        shift: scale of the hidden units, a power of two.
        unit: scale of the logits, a power of two.
    """

    def __init__(
        self, direct: Floats, bias: Floats, inner: Floats, inner_bias: Floats, outer: Floats,
        shift: float, unit: float,
    ) -> None:  # fmt: skip
        super().__init__()
        for name, values in (
            ("direct", direct), ("bias", bias), ("inner", inner),
            ("inner_bias", inner_bias), ("outer", outer),
        ):  # fmt: skip
            self.register_buffer(name, torch.from_numpy(np.ascontiguousarray(values, np.float32)))
        self.shift, self.unit = shift, unit

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
    return _in_integers(direct, bias, inner, inner_bias, outer, descriptors)


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


def _in_integers(
    direct: Floats, bias: Floats, inner: Floats, inner_bias: Floats, outer: Floats,
    descriptors: Floats,
) -> IntegerHead:  # fmt: skip
    """Round to the finest powers of two with which every sum stays exact."""
    length = float(np.linalg.norm(descriptors, axis=1).max())
    inner_unit = _finest_unit(inner, inner_bias, length)
    activations = np.maximum(descriptors @ inner + inner_bias, 0)
    largest = max(float(activations.max(initial=0)), 2.0**-20)
    # Quantum of a hidden unit: 127 of them reach 0.7 to 1.4 times the largest activation.
    step = 2.0 ** math.floor(math.log2(largest / LARGEST_HIDDEN) + 0.5)
    steps_length = LARGEST_HIDDEN * math.sqrt(max(1, len(outer)))
    together = np.concatenate([direct * length, outer * step * steps_length])
    unit = _finest_unit(np.concatenate([direct, outer * step]), bias, 0, together)
    return IntegerHead(
        np.rint(direct / unit), np.rint(bias / unit), np.rint(inner / inner_unit),
        np.rint(inner_bias / inner_unit), np.rint(outer * step / unit),
        shift=inner_unit / step, unit=unit,
    )  # fmt: skip


def _finest_unit(
    weights: Floats, bias: Floats, length: float, reach: Floats | None = None
) -> float:
    """Return the smallest power of two with which no weight exceeds 2048, and no sum 2^24.

    By Cauchy and Schwarz a sum is at most the input's `length` times the weights'.
    """
    if not weights.size:
        return 1.0
    reached = weights * length if reach is None else reach
    sums = np.linalg.norm(reached, axis=0) * math.sqrt(1 if reach is None else 2) + np.abs(bias)
    least = max(float(np.abs(weights).max()) / _LARGEST_WEIGHT, sums.max() / _LARGEST_EXACT_SUM)
    return 2.0 ** math.ceil(math.log2(max(least, 2.0**-40)))
